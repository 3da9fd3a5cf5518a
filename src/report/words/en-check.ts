/** What the report of a check says besides, in English. */

type Of = Readonly<Record<string, string>>

export const enCheck = {
  checkTitle: (folder: string) => `Check of ${folder}`,
  checkLead: ({ moment, assay, rate }: Of) =>
    `${moment}, Assay ${assay}. Each scenario is held against its baseline on the same accounts. The chance of any false alarm among all tests of the check is at most ${rate}; a promise is held by its own 95 % interval.`,
  sectionScenarios: "Scenarios",
  sectionPromises: "Promises",
  sectionUpdate: "What to do about it",

  outcome: "Outcome",
  outcomes: {
    pass: "pass",
    improve: "improve",
    regress: "regress",
    inconclusive: "inconclusive",
    new: "new",
    gone: "gone",
    incomplete: "incomplete",
  },
  checkSays: {
    pass: "Pass: nothing became worse by what matters.",
    improve: "Improve: something became better by what matters, and nothing worse.",
    regress: "Regress: something became worse by what matters, or a promise is broken.",
    inconclusive: "Inconclusive: these accounts do not tell whether something became worse by what matters.",
    new: "New: there is no baseline of the same accounts to hold this against.",
    gone: "Gone: there is a baseline whose scenario is no more.",
    incomplete:
      "Incomplete: not everything could be looked at, so the check vouches for nothing and no baseline is written.",
  },
  betterThough: (figures: string) =>
    `Better in ${figures}, but something else is open, which makes it inconclusive.`,
  /** Of an incomplete one. */
  checkRest: (said: string) => `Of what could be looked at: ${said}`,
  checkNothing: "Nothing could be looked at.",
  checkCounts: (parts: string) => `Scenarios: ${parts}.`,
  leads: {
    pass: "",
    improve: "best",
    regress: "worst",
    inconclusive: "open",
    new: "",
    gone: "",
  },
  leadRow: ({ row, difference, interval }: Of) => `${row} ${difference} (95% ${interval})`,
  leadSays: ({ scenario, lead, rows }: Of) => `${scenario}, ${lead}: ${rows}.`,
  flipCohortSays: ({ scenario, flip, accounts, flipped, cohort, share }: Of) =>
    `${scenario}, ${flip}: ${accounts} of ${flipped} are of ${cohort}, which holds ${share} of those who could be.`,
  checkSummary: ({ outcome, scenarios }: Of) => `${outcome}: ${scenarios}`,
  pluginsFailedSay: (detectors: string) =>
    `Failed, so the scenarios were judged without: ${detectors}. Mend what failed, or take it out of the scenario, and check again.`,
  problemSays: ({ file, message }: Of) =>
    `Could not be checked, so nothing is known of it: ${file}. ${message}`,
  scenariosCaption: "Each scenario; below recall and false-positive rate how they differ from the baseline",
  changedSide: "Changed side",
  nobody: "nobody",
  identical: "identical to the baseline",
  promisesKept: ({ kept, all }: Of) => `${kept} of ${all} kept`,
  scenarioSection: ({ scenario, outcome }: Of) => `${scenario}: ${outcome}`,
  scenarioFile: ({ file, run, baseline }: Of) => `${file}; run ${run}, baseline ${baseline}.`,
  recallAtFpr1: "Recall at FPR 1%",
  ofCohort: ({ figure, cohort }: Of) => `${figure} of ${cohort}`,
  before: "Before",
  after: "After",
  afterLessBefore: "After less before",
  adjusted: "p (adjusted)",
  rowsCaption: "What was tested: the difference with its 95% interval (pp: percentage points)",
  rowsNote:
    "Regress or improve: p, adjusted for all tests of the check, is at or below the rate of false alarms, the interval leaves 0 out, and the difference is at least what matters. Pass: the bad end of the interval is better than that, or nobody changed side. Inconclusive: neither.",
  openAlone:
    "A row may be inconclusive though its interval leaves 0 out: the interval is of this row alone, while p is adjusted for all tests of the check.",
  quietRows: ({ rows }: Of) =>
    `${rows} more were tested, passed or too small to decide anything, and are not listed.`,
  forestTitle: "Differences, in multiples of what matters",
  forestTold: (rows: string) =>
    `Differences with 95% intervals in multiples of what matters, above 0 better: ${rows}.`,
  forestWorse: "worse",
  forestBetter: "better",
  forestNote:
    "A diamond: regress; a square: improve; a dot: neither. Lines are 95% intervals. Within the shaded band a difference is too small to matter. An arrow at the edge: the interval goes on; with a number, so does the difference, which the number tells.",
  promise: "Promise",
  promiseText: ({ figure, of, by, at, bound }: Of) => `${figure}${of}${by}${at} ${bound}`,
  promiseOf: (cohort: string) => ` of ${cohort}`,
  promiseScore: (detector: string) => ` by ${detector} alone`,
  promiseAtFpr: (share: string) => ` at FPR ${share}`,
  promiseAtThreshold: (threshold: string) => ` at threshold ${threshold}`,
  atLeast: (value: string) => `at least ${value}`,
  atMost: (value: string) => `at most ${value}`,
  promiseOutcomes: { kept: "kept", broken: "broken", inconclusive: "inconclusive" },
  promisesCaption: "What scenarios promise, and what was measured",
  promisesNote:
    "Kept when the whole 95% interval is on the right side, broken when all of it is on the wrong side.",
  flippedCaption:
    "Accounts that changed side, by archetype and by the detector that speaks loudest for the flag",
  loudest: "Loudest detector",
  loudestNote:
    "Loudest is the detector that adds most to the flag (to the one before, of accounts no longer flagged); it need not have changed.",
  accountNumbers: "Account numbers",
  detectorsChangedCaption: "Detectors that are not as they were: version and AUC alone",
  detectorState: { same: "same", changed: "changed", new: "new", gone: "gone", failed: "failed" },
  versionAuc: ({ version, auc }: Of) => `version ${version}, AUC ${auc}`,
  state: "State",
  lookCloser: "Look closer, in a terminal:",
  updateText: "If all of this is wanted, accept it, and commit the baselines:",
  updateIncomplete: "Mend what could not be checked or failed, named under “In short”, and check again:",
  updateNone: "Nothing: all scenarios passed.",
  checkTerms: [
    ["Baseline", "What a scenario’s run came to when it was last accepted, kept beside the scenario."],
    ["What matters", "The smallest difference worth acting on, set by the scenario for each figure."],
    [
      "p (adjusted)",
      "How often a difference like this would be seen if nothing had changed, corrected for the number of tests in the check.",
    ],
    ["Newly hit", "Authentic accounts that are flagged now and were not before."],
    ["Newly cleared", "Authentic accounts that were flagged and are not any more."],
    ["Newly caught", "AI-managed accounts that are flagged now and were not before."],
    ["Newly missed", "AI-managed accounts that were flagged and are not any more."],
    [
      "Promise",
      "A figure that a scenario must reach whatever its baseline says; in the scenario’s file, an expectation.",
    ],
  ] as readonly (readonly [term: string, meaning: string])[],
}
