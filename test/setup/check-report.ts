/** Reports of checks for tests of what is made from them: one scenario of each outcome, with awkward texts in it. */
import type {
  CheckReport,
  ExpectationRow,
  FlipGroup,
  GateRow,
  ScenarioCheck,
} from "../../src/core/gate/report.ts"

export const gateRow = (row: Partial<GateRow> = {}): GateRow => ({
  figure: "recall",
  cohort: null,
  accounts: 600,
  before: 0.5,
  after: 0.5,
  difference: 0,
  interval: [-0.01, 0.01],
  p: 1,
  adjusted: 1,
  matters: 0.02,
  outcome: "pass",
  accountsToSettle: null,
  counts: true,
  ...row,
})

export const expectationRow = (row: Partial<ExpectationRow> = {}): ExpectationRow => ({
  figure: "recall",
  of: null,
  score: "risk",
  threshold: null,
  atFpr: 0.001,
  atLeast: 0.4,
  atMost: null,
  text: "recall at FPR 0.1 % at least 0.4",
  value: 0.45,
  interval: [0.42, 0.48],
  accounts: 600,
  outcome: "kept",
  accountsToSettle: null,
  ...row,
})

export const scenarioCheck = (check: Partial<ScenarioCheck> = {}): ScenarioCheck => ({
  scenario: "plain",
  file: "plain.yaml",
  outcome: "pass",
  why: [],
  accounts: 20_000,
  managed: 600,
  run: "plain-111111111111",
  baselineRun: "plain-000000000000",
  identical: false,
  threshold: 0.2,
  figures: [
    gateRow(),
    gateRow({ figure: "fpr", before: 0.01, after: 0.01, accounts: 19_400, matters: 0.002 }),
  ],
  cohorts: [],
  detectors: [],
  expectations: [],
  flips: [],
  flipCohorts: [],
  seconds: 4,
  reused: 14,
  made: 0,
  ...check,
})

const FLIPS: readonly FlipGroup[] = [
  {
    flip: "newlyHit",
    archetype: "merchant-with-scheduler",
    reason: "clock-alignment",
    accounts: Array.from({ length: 14 }, (_, i) => 102 + 275 * i),
  },
  { flip: "newlyMissed", archetype: "stealth-agent", reason: "<late> & odd", accounts: [7, 19] },
  { flip: "newlyCaught", archetype: "content-farm", reason: "near-duplicate-text", accounts: [3] },
]

export const REGRESSED = scenarioCheck({
  scenario: "quickstart",
  file: "quickstart.yaml",
  outcome: "regress",
  why: [
    "The FPR of merchant-with-scheduler rose from 2.0 % to 5.5 %, by more than the 1 pp that matters.",
    "A promise is broken: FPR of language:en at most 0.01.",
  ],
  run: "quickstart-111111111111",
  baselineRun: "quickstart-000000000000",
  figures: [
    gateRow({
      before: 0.501,
      after: 0.492,
      difference: -0.009,
      interval: [-0.031, 0.013],
      p: 0.31,
      adjusted: 1,
      outcome: "inconclusive",
      accountsToSettle: 61_234,
    }),
    gateRow({
      figure: "fpr",
      accounts: 19_400,
      before: 0.0102,
      after: 0.0109,
      difference: 0.0007,
      interval: [0.0003, 0.0011],
      matters: 0.002,
      p: 0.001,
      adjusted: 0.012,
    }),
    gateRow({ figure: "precision", before: null, after: null, difference: null, interval: null, p: null }),
    gateRow({
      figure: "auc",
      accounts: 20_000,
      before: 0.9132,
      after: 0.9314,
      difference: 0.0182,
      interval: [0.0121, 0.0243],
      matters: 0.01,
      p: 0.000_01,
      adjusted: 0.000_04,
      outcome: "improve",
    }),
  ],
  cohorts: [
    gateRow({
      figure: "fpr",
      cohort: { kind: "archetype", name: "merchant-with-scheduler" },
      accounts: 400,
      before: 0.02,
      after: 0.055,
      difference: 0.035,
      interval: [0.018, 0.052],
      matters: 0.01,
      p: 0.0001,
      adjusted: 0.0021,
      outcome: "regress",
    }),
    gateRow({
      figure: "recall",
      cohort: { kind: "language", name: "zh" },
      accounts: 40,
      before: 0.5,
      after: 0.475,
      difference: -0.025,
      interval: [-0.1, 0.05],
      matters: 0.05,
      outcome: "inconclusive",
      counts: false,
    }),
  ],
  detectors: [
    {
      detector: "clock-alignment",
      title: "Clock alignment",
      before: { version: 3, auc: 0.6123 },
      after: { version: 4, auc: 0.6001 },
      state: "changed",
      message: null,
    },
    {
      detector: "late",
      title: "Late | hours",
      before: null,
      after: null,
      state: "failed",
      message: "detector late: answered 499 scores <for> 500 accounts",
    },
    {
      detector: "co-action",
      title: "Co-action",
      before: { version: 2, auc: 0.8 },
      after: { version: 2, auc: 0.8 },
      state: "same",
      message: null,
    },
  ],
  expectations: [
    expectationRow(),
    expectationRow({
      figure: "fpr",
      of: "language:en",
      atFpr: null,
      atLeast: null,
      atMost: 0.01,
      text: "FPR of language:en at most 0.01",
      value: 0.02,
      interval: [0.015, 0.027],
      accounts: 9000,
      outcome: "broken",
    }),
  ],
  flips: FLIPS,
  flipCohorts: [
    { flip: "newlyHit", cohort: { kind: "language", name: "en" }, accounts: 13, flipped: 14, share: 0.412 },
  ],
})

export const INCONCLUSIVE = scenarioCheck({
  scenario: "en",
  file: "en.yaml",
  outcome: "inconclusive",
  why: ["Recall may have fallen by as much as 3.1 pp."],
  run: "en-111111111111",
  baselineRun: "en-000000000000",
  figures: [
    gateRow({
      difference: -0.012,
      after: 0.488,
      interval: [-0.031, 0.007],
      outcome: "inconclusive",
      accountsToSettle: 61_234,
    }),
  ],
  expectations: [expectationRow({ outcome: "inconclusive", value: 0.41, accountsToSettle: 5300 })],
})

export const NEW = scenarioCheck({
  scenario: "fresh",
  file: "fresh.yaml",
  outcome: "new",
  why: ["There is no baseline."],
  run: "fresh-111111111111",
  baselineRun: null,
  figures: [],
})

export const GONE = scenarioCheck({
  scenario: "old",
  file: "old.yaml",
  outcome: "gone",
  why: ["There is a baseline, but no scenario."],
  accounts: null,
  managed: null,
  run: null,
  threshold: null,
  figures: [],
  seconds: null,
  reused: 0,
})

export const IMPROVED = scenarioCheck({
  scenario: "zh",
  file: "zh.yaml",
  outcome: "improve",
  why: ["The AUC rose from 0.9132 to 0.9314."],
  figures: [
    gateRow({
      figure: "auc",
      accounts: 20_000,
      before: 0.9132,
      after: 0.9314,
      difference: 0.0182,
      interval: [0.0121, 0.0243],
      matters: 0.01,
      p: 0.000_01,
      adjusted: 0.000_04,
      outcome: "improve",
    }),
  ],
})

export const checkReport = (report: Partial<CheckReport> = {}): CheckReport => ({
  format: 1,
  assay: "0.1.0",
  createdAt: "2026-11-27T23:15:48.123Z",
  folder: "simulations",
  rate: 0.05,
  outcome: "incomplete",
  exitCode: 2,
  scenarios: [
    scenarioCheck({ scenario: "tiny", file: "tiny.yaml", accounts: 500, managed: 50, identical: true }),
    REGRESSED,
    INCONCLUSIVE,
    NEW,
    GONE,
    IMPROVED,
  ],
  problems: [{ file: "broken.yaml", message: "prevalence must be in [0, 1], got 1.5" }],
  seconds: 48.3,
  ...report,
})

/** Nothing to complain about. */
export const GOOD = checkReport({
  outcome: "pass",
  exitCode: 0,
  scenarios: [scenarioCheck({ identical: true, run: "plain-000000000000" })],
  problems: [],
})
