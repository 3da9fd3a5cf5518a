/** What the report of a comparison says besides, in English. */

type Of = Readonly<Record<string, string>>

export const enComparison = {
  comparisonTitle: (a: string, b: string) =>
    a === b ? `Comparison of two settings of ${a}` : `Comparison of ${a} and ${b}`,
  comparisonLead: "A is what B is held against; a difference is B less A.",
  sectionSides: "The two sides",
  sectionDifferences: "Differences",
  sectionFlips: "Who is decided otherwise",
  sectionWithin: "Cohort by cohort",
  sectionListed: "Accounts",

  side: "Side",
  run: "Run",
  score: "Score",
  noThreshold: "none: nobody is flagged",
  chosenFor: ({ rate }: Of) =>
    `Both thresholds are the lowest ones that keep the observed false-positive rate within ${rate}.`,
  missingScore: "Without the score",

  overall: {
    better: "B is better, and worse in nothing.",
    worse: "B is worse, and better in nothing.",
    trade: "B trades one thing for another.",
    open: "Inconclusive: these accounts do not settle it.",
    none: "No change that matters.",
  },
  verdict: "Verdict",
  verdicts: {
    better: "better",
    worse: "worse",
    "no change": "no change",
    inconclusive: "inconclusive",
  },
  figureSays: ({ figure, a, b, difference, interval, verdict }: Of) =>
    `${figure}: ${a} becomes ${b}, ${difference} (95% interval ${interval}): ${verdict}.`,
  flipsSay: ({ hit, missed, cleared, caught }: Of) =>
    `Newly hit: ${hit} authentic accounts; newly cleared: ${cleared}. Newly caught: ${caught} AI-managed accounts; newly missed: ${missed}.`,
  unpairedSays:
    "The runs hold different people, so nobody can be said to be newly hit or missed, and a difference may lie in the people as much as in the detectors.",
  relabelledSays: ({ toManaged, toAuthentic }: Of) =>
    `By B’s definition ${toManaged} more accounts are AI-managed, and ${toAuthentic} are authentic that are AI-managed by A’s. Accounts are called by A’s label.`,
  settle: ({ accounts }: Of) => `about ${accounts} accounts would tell`,
  points: "pp",
  difference: "B less A",
  mattersFrom: "Matters from",
  differencesCaption:
    "Figures of both sides, and the difference with its 95% interval (pp: percentage points)",
  verdictNote:
    "Better or worse: the interval leaves 0 out and the difference is large enough to matter. No change: all that the interval holds is too small to matter. Inconclusive: neither; more accounts may tell.",

  flip: {
    newlyCaught: "Newly caught",
    newlyMissed: "Newly missed",
    newlyHit: "Newly hit",
    newlyCleared: "Newly cleared",
  },
  flipNote:
    "Newly caught and newly missed are AI-managed accounts, newly hit and newly cleared authentic ones.",
  flipsCaption: "Accounts that one side flags and the other does not, by archetype",
  all: "All",
  nobodyFlips: "Nobody is decided otherwise.",
  causesCaption: "What moved them, in log-odds of the risk, on average: above 0 pushes towards a flag",
  causes: "Largest changes",
  causeIntercept: "where everybody’s risk starts",
  causeThreshold: "the threshold",
  flipHead: "Flip",

  withinCaption: ({ kind }: Of) =>
    `By ${kind.toLowerCase()}: the change of the share that is flagged, where anybody flipped`,
  className: { "AI-managed": "AI-managed", authentic: "authentic" },
  classHead: "Class",
  onlyB: "Only B",
  onlyA: "Only A",
  holm: "p (Holm)",
  withinNote: ({ tests, still }: Of) =>
    `Of ${tests} looks, one for each cohort and class, ${still} found nobody decided otherwise. p is McNemar’s exact value, corrected by Holm for all looks: only 0.05 or less counts.`,

  listedCaption: "The accounts of each kind whose score moved most",
  account: "Account",
  scoreA: "Score A",
  scoreB: "Score B",
  command: "In a terminal:",
  noCommand: "No command makes this comparison again; the workbench does, with the same sides in Compare.",
  noCommandOff: "Detectors are switched off.",
  noCommandOthers: "The runs hold different people.",
  noCommandPrevalence: "Precision is re-weighted to another prevalence.",
  failedSays: ({ side, detectors }: Of) =>
    `Plug-ins failed in the run of ${side}, which went on without them: ${detectors}.`,
  offSays: ({ side, detectors }: Of) =>
    `${side} is judged without these detectors, fusion learned again: ${detectors}.`,
  twoRocTold: ({ points }: Of) =>
    `ROC of both sides. False-positive rate and recall at each side’s threshold: ${points}.`,
  twoRocNote: "The dots are both sides’ operating points, their crosses the 95% intervals.",
}
