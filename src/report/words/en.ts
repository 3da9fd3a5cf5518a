/** What a report says, in English. Texts with gaps are functions; what fills them is formatted already. */

import { enCheck } from "./en-check.ts"
import { enComparison } from "./en-comparison.ts"

type Of = Readonly<Record<string, string>>

export const en = {
  ...enCheck,
  ...enComparison,
  language: "en",
  title: (run: string) => `Report on ${run}`,
  contents: "Contents",
  page: "Page",

  sectionShort: "In short",
  sectionSetting: "Setting",
  sectionFigures: "Figures",
  sectionCharts: "Trade-offs",
  sectionCohorts: "Who is wrongly flagged",
  sectionManaged: "Who is caught",
  sectionDetectors: "Detectors",
  sectionCalibration: "Calibration",
  sectionSubject: "What was simulated",
  sectionRepeat: "How to make it again",
  sectionTerms: "Terms",

  // In short
  shortCaught: ({ threshold, recall, interval, caught, managed }: Of) =>
    `At threshold ${threshold}, ${caught} of ${managed} AI-managed accounts are flagged: a recall of ${recall} (95% interval ${interval}).`,
  shortWrong: ({ rate, interval, wrong, authentic }: Of) =>
    `Wrongly flagged are ${wrong} of ${authentic} authentic accounts: a false-positive rate of ${rate} (${interval}).`,
  shortPrecision: ({ flagged, precision, interval, prevalence }: Of) =>
    `Of ${flagged} flagged accounts ${precision} are AI-managed (${interval}), where ${prevalence} of all accounts are.`,
  shortWorst: ({ cohort, rate, interval }: Of) =>
    `Hit hardest, of the archetypes with enough people to judge by: ${cohort}, at a false-positive rate of ${rate} (${interval}).`,
  shortMissed: ({ archetype, recall, interval }: Of) =>
    `Missed most, of the archetypes with enough accounts to judge by: ${archetype}, with a recall of ${recall} (${interval}).`,
  shortReweighted: ({ prevalence, own }: Of) =>
    `Precision, F1, MCC and flagged accounts are re-weighted to a prevalence of ${prevalence}; in the run it is ${own}.`,
  shortMoved:
    "The definition is not the scenario’s own: labels follow it, while scores are those that were learned by the scenario’s own.",
  shortOff:
    "Detectors are switched off: risks are those of a fusion learned again without them. Detectors and calibration below are those of the run, with all of them.",
  shortFailed: ({ detectors }: Of) => `Plug-ins failed, and the run went on without them: ${detectors}.`,
  shortOneClass: "All accounts of this run are of one class, so most figures have nothing to compare.",

  // Setting
  definition: "Definition",
  definitionText: ({ automation, days, oversight }: Of) =>
    `AI-managed is whoever automates ${automation} or more of creating, scheduling or distributing on ${days} days or more, with less than ${oversight} of it overseen by a human.`,
  grades: "Accounts by grade of hosting",
  grade: { none: "none", occasional: "occasional", mostly: "mostly", full: "in full" },
  policy: "Policy",
  off: "Switched off",
  listSeparator: ", ",
  prevalence: "Prevalence",
  ownPrevalence: ({ prevalence }: Of) => `${prevalence}, the run’s own`,
  otherPrevalence: ({ prevalence, own }: Of) => `${prevalence} (the run’s own: ${own})`,
  threshold: "Threshold (risk score)",
  thresholdShort: "Threshold",
  tier: "Tier",
  tiers: {
    watch: "Watch",
    label: "Label",
    limit: "Limit reach",
    review: "Human review",
    suspend: "Suspend",
  },
  tiersCaption: "The tiers, each with all accounts at or above its threshold",
  reportedTier: "The figures of this report are those of this tier.",

  // Figures
  figure: "Figure",
  value: "Value",
  interval: "95% interval",
  precision: "Precision",
  recall: "Recall",
  falsePositiveRate: "False-positive rate",
  falsePositiveRateLog: "False-positive rate (log)",
  f1: "F1",
  matthews: "MCC",
  flaggedShare: "Flagged, of all",
  auc: "ROC AUC",
  averagePrecision: "Average precision",
  figuresCaption: "At the threshold; areas are over all thresholds",
  confusionCaption: "Accounts of the run, as counted",
  missing: ({ accounts }: Of) => `${accounts} accounts without a risk score are left out.`,
  flagged: "Flagged",
  notFlagged: "Not flagged",
  managed: "AI-managed",
  authentic: "Authentic",
  accounts: "Accounts",

  // Charts
  shareOrF1: "Share of accounts; F1",
  risk: "Risk score",
  accountsLog: "Accounts per bin (log)",
  meanRisk: "Mean risk (log)",
  actualShare: "Share AI-managed (log)",
  guessing: "guessing",
  sweepTitle: "Sweep: what a threshold costs",
  sweepTold:
    "Precision, recall, false-positive rate and F1 at every threshold. The figures at the threshold are in the table above.",
  rocTitle: "ROC",
  rocTold: ({ rate, recall }: Of) =>
    `ROC curve. The operating point: recall ${recall} at a false-positive rate of ${rate}.`,
  precisionRecallTitle: "Precision and recall",
  precisionRecallTold: ({ precision, recall }: Of) =>
    `Precision against recall. The operating point: precision ${precision} at recall ${recall}.`,
  distributionTitle: "Risk scores by class",
  distributionTold: "How many accounts of each class have which risk score.",
  reliabilityTitle: "Reliability",
  reliabilityTold: (bins: string) => `Mean risk and the share that is AI-managed, bin by bin: ${bins}.`,
  crossNote: "The dot is the operating point, its cross the 95% intervals; the dashed line is guessing.",

  // Cohorts
  cohortKind: { archetype: "Archetype", language: "Language", followers: "Followers", age: "Age of account" },
  cohortsCaption: ({ kind }: Of) =>
    `By ${kind.toLowerCase()}: authentic accounts, and how many of them are flagged`,
  wronglyFlagged: "Wrongly flagged",
  caught: "Caught",
  cap: "Cap",
  capVerdict: { kept: "kept", undecided: "undecided", exceeded: "exceeded" },
  capsNote:
    "A cap is kept when the whole interval of the rate is at or below it, and exceeded when all of it is above; otherwise it is undecided.",
  tooFew: "too few to judge",
  tooFewNote: ({ enough }: Of) => `A cohort with fewer than ${enough} accounts of a class is not judged.`,
  bandFrom: ({ from, unit }: Of) => `${from} ${unit} or more`,
  bandBelow: ({ to, unit }: Of) => `under ${to} ${unit}`,
  bandBetween: ({ from, to, unit }: Of) => `${from} to ${to} ${unit}`,
  unitFollowers: "followers",
  unitAge: "days",
  unknown: "unknown",
  managedCaption: "By archetype: AI-managed accounts, and how many of them are flagged",
  heldOut: "held out",
  heldOutNote:
    "Fusion has learned from no account of an archetype that is held out: what is caught of it is what to expect of operators nobody has met.",
  transferText: ({ seen, heldOut, difference, interval }: Of) =>
    `At a false-positive rate of at most 1%, recall is ${seen} on archetypes that fusion has learned from and ${heldOut} on those held out: a difference of ${difference} (${interval}).`,

  // Detectors
  detector: "Detector",
  layer: "Layer",
  aucAlone: "AUC alone",
  aucAdded: "AUC added",
  recallAdded: ({ rate }: Of) => `Recall added at FPR ${rate}`,
  caughtAlone: "Caught by it alone",
  detectorsCaption:
    "Each detector alone, and what all together lose without it; below each figure its 95% interval",
  detectorsNote: ({ rate }: Of) =>
    `“Added” is what the fusion of all detectors has more than a fusion learned again without this one, on the same accounts. “Caught by it alone” counts AI-managed accounts that no other detector flags, each at a false-positive rate of at most ${rate}.`,
  whyOwn: "Detectors and calibration are judged by the scenario’s own definition.",
  ablationUnavailable: "What a detector adds cannot be told:",

  // Calibration
  brier: "Brier score",
  calibrationError: "Expected calibration error",
  calibrationText: ({ brier, brierInterval, base, error, errorInterval }: Of) =>
    `Brier score ${brier} (95% interval ${brierInterval}); telling everybody the prevalence scores ${base}. Expected calibration error ${error} (${errorInterval}).`,
  binsCaption: "Accounts by risk, from the lowest to the highest",
  binRange: "Risk",
  binMean: "Mean risk",
  binShare: "AI-managed",

  // Subject
  scenario: "Scenario",
  seed: "Seed",
  period: "Period",
  periodText: ({ days, start }: Of) => `${days} days from ${start}`,
  population: "Population",
  populationText: ({ accounts, posts, interactions }: Of) =>
    `${accounts} accounts, ${posts} posts, ${interactions} interactions`,
  made: "Made",
  digest: "Digest of the run",
  populationDigest: "Digest of the population",
  plugins: "Plug-ins",
  pluginText: ({ detector, source, version }: Of) => `${detector}: ${source}, version ${version}`,
  pluginDigest: ({ digest }: Of) => `, content ${digest}`,
  failed: "Failed plug-ins",
  versions: "Versions",
  versionsText: ({ assay, generator }: Of) => `Assay ${assay}, generator ${generator}`,
  fusion: "Fusion",
  fusionText: ({ method, accounts, managed, seed }: Of) =>
    `${method}, learned from a sibling population of ${accounts} accounts (${managed} AI-managed; seed ${seed})`,
  subjectCaption: "The run",

  // Repeat
  repeatText: ({ file }: Of) =>
    `Save the scenario below as ${file}. It yields the same digest, with any number of workers. In a terminal:`,
  repeatReport: "And this report:",
  repeatWithoutTiers:
    "The command leaves out the tiers and caps. To have them too, save the policy in the workbench and name its file by --policy.",
  repeatWithoutOff:
    "The command reports the run with all detectors on: they can be switched off in the workbench only.",
  repeatWithPlugins:
    "The run had plug-ins, listed under “What was simulated”. Those that the scenario does not name must be given again, by --detector or --program; and it is the same run only while their contents are the same.",
  scenarioInFull: "The scenario in full, with all defaults",

  terms: [
    [
      "Definition",
      "The rule that turns how an account is really run into a label, AI-managed or authentic. It is a policy, not a measurement.",
    ],
    ["Risk score", "What all detectors together make of an account, from 0 to 1."],
    ["Threshold", "An account whose risk score is at or above it is flagged. Threshold 0 flags everyone."],
    ["Recall", "Of the AI-managed accounts, the share that is flagged. 95% Wilson interval."],
    [
      "False-positive rate (FPR)",
      "Of the authentic accounts, the share that is flagged: wrongly, each of them. 95% Wilson interval.",
    ],
    ["Precision", "Of the flagged accounts, the share that is AI-managed. Depends on prevalence."],
    ["F1", "The harmonic mean of precision and recall, from 0 to 1."],
    ["MCC", "Matthews’ correlation of truth and flag: 1 is perfect, 0 no better than chance."],
    [
      "ROC AUC",
      "The chance that an AI-managed account has a higher risk score than an authentic one; 0.5 is guessing. 95% bootstrap interval, AI-managed accounts drawn by operator.",
    ],
    ["Average precision", "Precision averaged over all levels of recall; guessing reaches the prevalence."],
    ["Prevalence", "The share of accounts that are AI-managed."],
    [
      "Archetype",
      "A recipe for a kind of account. It is not a label: what an account is called depends on the definition.",
    ],
    ["Cohort", "Any group of accounts that figures are told apart by."],
    [
      "95% interval",
      "Of a hundred such intervals about 95 hold the value that a much larger population of the same kind would have.",
    ],
    ["Brier score", "The mean squared distance of risk and truth; 0 is perfect."],
    [
      "Expected calibration error",
      "How far, on average, the share of AI-managed accounts in a bin lies from the risk that was told. Noise alone makes it more than 0.",
    ],
  ] as readonly (readonly [term: string, meaning: string])[],
}
