/** Checks for a store, written by hand: one that regresses, one that is inconclusive, one in which all is well. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DETECTOR_IDS } from "../../src/core/detection/ids.ts"
import type { CheckReport, GateDetectorRow, GateRow, ScenarioCheck } from "../../src/core/gate/report.ts"
import { expectationRow, gateRow, scenarioCheck } from "./check-report.ts"

const still = gateRow({ accounts: 45, before: 0.8222, after: 0.8222, interval: [0, 0] })

const stillFigures: readonly GateRow[] = [
  still,
  { ...still, figure: "fpr", accounts: 955, before: 0.0105, after: 0.0105, matters: 0.002 },
  { ...still, figure: "precision", accounts: 1000, before: 0.787, after: 0.787 },
  { ...still, figure: "auc", accounts: 1000, before: 0.9731, after: 0.9731, matters: 0.01 },
  { ...still, figure: "recallAtFpr1", before: 0.8, after: 0.8, matters: 0.03 },
]

const inCohort = (kind: string, name: string, rest: Partial<GateRow>): GateRow => ({
  ...still,
  cohort: { kind, name },
  matters: rest.figure === "fpr" ? 0.01 : 0.05,
  ...rest,
})

const stillCohorts: readonly GateRow[] = [
  inCohort("archetype", "content-farm", { accounts: 12, before: 1, after: 1 }),
  inCohort("archetype", "merchant-with-scheduler", { figure: "fpr", accounts: 61, before: 0, after: 0 }),
  inCohort("language", "en", { accounts: 20, before: 0.75, after: 0.75 }),
  inCohort("followers", "<100", { figure: "fpr", accounts: 402, before: 0.0124, after: 0.0124 }),
  inCohort("age", "730+", { accounts: 9, before: 0.667, after: 0.667 }),
]

const sameDetectors: readonly GateDetectorRow[] = DETECTOR_IDS.map((detector, at) => {
  const side = { version: 1, auc: 0.55 + at / 40 }
  return { detector, title: detector, before: side, after: side, state: "same", message: null }
})

const kept = expectationRow({
  atFpr: 0.01,
  text: "recall at FPR 1 % at least 0.4",
  value: 0.8,
  interval: [0.6543, 0.9055],
  accounts: 45,
})

const passing = scenarioCheck({
  scenario: "tiny",
  file: "tiny.yaml",
  accounts: 1000,
  managed: 45,
  run: "tiny-0123abcd",
  baselineRun: "tiny-0123abcd",
  identical: true,
  figures: stillFigures,
  cohorts: stillCohorts,
  detectors: sameDetectors,
  expectations: [kept],
  seconds: 0.8,
  reused: 28,
})

const quiet = (name: string): ScenarioCheck => ({
  ...passing,
  scenario: name,
  file: `${name}.yaml`,
  expectations: [],
})

/** A detector that was blinded to fleets. `run`: one that a store has. */
const worse = (run: string): ScenarioCheck => ({
  ...passing,
  outcome: "regress",
  why: ["Recall of content-farm fell."],
  run,
  baselineRun: "tiny-89abcdef",
  identical: false,
  figures: [
    {
      ...still,
      after: 0.6222,
      difference: -0.2,
      interval: [-0.3312, -0.0871],
      p: 0.0004,
      adjusted: 0.0096,
      outcome: "regress",
    },
    {
      ...still,
      figure: "fpr",
      accounts: 955,
      before: 0.0105,
      after: 0.0115,
      difference: 0.001,
      interval: [-0.0011, 0.0031],
      p: 1,
      adjusted: 1,
      matters: 0.002,
      outcome: "inconclusive",
      accountsToSettle: 4318,
    },
    {
      ...still,
      figure: "precision",
      accounts: 1000,
      before: 0.787,
      after: 0.7179,
      difference: -0.0691,
      interval: [-0.139, 0.0008],
      p: 0.0522,
      adjusted: 0.4176,
      outcome: "inconclusive",
      accountsToSettle: 11_650,
    },
    {
      ...still,
      figure: "auc",
      accounts: 1000,
      before: 0.9731,
      after: 0.9514,
      difference: -0.0217,
      interval: [-0.0405, -0.0029],
      p: 0.0233,
      adjusted: 0.2097,
      matters: 0.01,
      outcome: "inconclusive",
      accountsToSettle: 2207,
    },
    {
      ...still,
      figure: "recallAtFpr1",
      before: 0.8,
      after: 0.6,
      difference: -0.2,
      interval: [-0.3499, -0.0501],
      p: 0.0091,
      adjusted: 0.091,
      matters: 0.03,
      outcome: "inconclusive",
      accountsToSettle: 1490,
    },
  ],
  cohorts: [
    inCohort("archetype", "content-farm", {
      accounts: 12,
      before: 1,
      after: 0.25,
      difference: -0.75,
      interval: [-0.9677, -0.4281],
      p: 0.0039,
      adjusted: 0.0351,
      outcome: "regress",
    }),
    inCohort("archetype", "merchant-with-scheduler", {
      figure: "fpr",
      accounts: 61,
      before: 0,
      after: 0.0164,
      difference: 0.0164,
      interval: [-0.0158, 0.0486],
      p: 1,
      adjusted: null,
      outcome: "inconclusive",
      accountsToSettle: 18_240,
    }),
    inCohort("language", "en", {
      accounts: 20,
      before: 0.75,
      after: 0.75,
      difference: 0,
      interval: [-0.098, 0.098],
      p: 1,
      adjusted: null,
      outcome: "inconclusive",
      accountsToSettle: null,
      counts: false,
    }),
    ...stillCohorts.slice(3),
  ],
  detectors: sameDetectors.map((row) => {
    if (row.detector === "co-action")
      return {
        ...row,
        before: { version: 2, auc: 0.8912 },
        after: { version: 3, auc: 0.7044 },
        state: "changed",
      }
    if (row.detector === "writing-style")
      return {
        ...row,
        after: null,
        state: "failed",
        message: "writing-style: score of account 7 must be in [0, 1], got NaN",
      }
    return row
  }),
  expectations: [
    kept,
    {
      ...kept,
      of: "content-farm",
      score: "co-action",
      atFpr: null,
      threshold: 0.5,
      atLeast: 0.9,
      text: "recall of content-farm by co-action at threshold 0.5 at least 0.9",
      value: 0.25,
      interval: [0.0549, 0.5719],
      accounts: 12,
      outcome: "broken",
    },
    {
      ...kept,
      figure: "fpr",
      of: "archetype:second-language-writer",
      atFpr: null,
      atLeast: null,
      atMost: 0.02,
      text: "FPR of second-language-writer at most 0.02",
      value: 0.0182,
      interval: [0.0005, 0.0972],
      accounts: 55,
      outcome: "inconclusive",
      accountsToSettle: 9471,
    },
  ],
  flips: [
    { flip: "newlyHit", archetype: "merchant-with-scheduler", reason: "clock-alignment", accounts: [17] },
    {
      flip: "newlyMissed",
      archetype: "content-farm",
      reason: "co-action",
      accounts: [3, 41, 88, 129, 240, 241, 242, 377, 501, 502, 640, 711, 802, 999],
    },
  ],
  flipCohorts: [
    {
      flip: "newlyMissed",
      cohort: { kind: "language", name: "zh" },
      accounts: 13,
      flipped: 14,
      share: 0.4138,
    },
  ],
  reused: 27,
  made: 1,
})

const unsettled: ScenarioCheck = {
  ...passing,
  scenario: "quickstart",
  file: "quickstart.yaml",
  outcome: "inconclusive",
  why: ["Precision may be worse."],
  run: "quickstart-0123abcd",
  baselineRun: "quickstart-89abcdef",
  accounts: 20_000,
  managed: 1042,
  identical: false,
  figures: [
    { ...still, accounts: 1042 },
    {
      ...still,
      figure: "precision",
      accounts: 20_000,
      before: 0.861,
      after: 0.852,
      difference: -0.009,
      interval: [-0.0231, 0.0051],
      p: 0.21,
      adjusted: 1,
      outcome: "inconclusive",
      accountsToSettle: 31_450,
    },
  ],
  expectations: [],
  flips: [{ flip: "newlyCleared", archetype: "casual", reason: "posting-rhythm", accounts: [12, 9041] }],
  seconds: 6.4,
}

const untold: Pick<ScenarioCheck, "figures" | "cohorts" | "detectors" | "expectations" | "flips"> = {
  figures: [],
  cohorts: [],
  detectors: [],
  expectations: [],
  flips: [],
}

const added: ScenarioCheck = {
  ...quiet("ring-of-merchants"),
  ...untold,
  outcome: "new",
  baselineRun: null,
  identical: false,
}

const gone: ScenarioCheck = {
  ...quiet("old-farm"),
  ...untold,
  outcome: "gone",
  run: null,
  accounts: null,
  managed: null,
  threshold: null,
  seconds: null,
  identical: false,
  reused: 0,
  made: 0,
}

const better: ScenarioCheck = {
  ...quiet("fleets"),
  outcome: "improve",
  identical: false,
  figures: [
    {
      ...still,
      accounts: 310,
      before: 0.71,
      after: 0.79,
      difference: 0.08,
      interval: [0.041, 0.119],
      p: 0.0001,
      adjusted: 0.0024,
      outcome: "improve",
    },
    ...stillFigures.slice(1),
  ],
}

const of = (
  rest: Pick<CheckReport, "createdAt" | "outcome" | "exitCode" | "scenarios"> & Partial<CheckReport>,
): CheckReport => ({
  format: 1,
  assay: "0.1.0",
  folder: "simulations",
  rate: 0.05,
  problems: [],
  seconds: 41.3,
  ...rest,
})

/** The newest first. `run` stands for the run of the scenario that regresses. */
export function checkReports(run = "tiny-0123abcd"): readonly CheckReport[] {
  return [
    of({
      createdAt: "2026-03-12T09:30:00.000Z",
      outcome: "regress",
      exitCode: 1,
      scenarios: [quiet("brigade"), worse(run), unsettled, added, gone, better],
    }),
    of({
      createdAt: "2026-03-11T09:30:00.000Z",
      outcome: "incomplete",
      exitCode: 2,
      scenarios: [passing, unsettled],
      problems: [{ file: "torn.yaml", message: "torn.yaml: days must be 7 or more, got 1" }],
    }),
    of({
      createdAt: "2026-03-10T09:30:00.000Z",
      outcome: "pass",
      exitCode: 0,
      scenarios: [passing, quiet("brigade")],
    }),
  ]
}

/** Puts them into a store as a check does; returns their ids, the newest first. */
export function putChecks(store: string, reports: readonly CheckReport[]): readonly string[] {
  mkdirSync(join(store, "checks"), { recursive: true })
  return reports.map((report) => {
    const id = `${report.createdAt.replaceAll(/[:.]/g, "-")}-${report.outcome}`
    writeFileSync(join(store, "checks", `${id}.json`), JSON.stringify(report))
    return id
  })
}
