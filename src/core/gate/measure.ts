/**
 * One run held against its baseline: the tests of all figures and cohorts as they are, before anything is corrected for
 * how many of them the whole check has (judge.ts).
 */
import { COHORT_KINDS, cohortsOf } from "../evaluation/cohorts.ts"
import type { Run } from "../run.ts"
import { type Baseline, baselineOf } from "./baseline.ts"
import { type Clusters, clustersOf } from "./clusters.ts"
import { detectorRows } from "./detector-rows.ts"
import type { Tested } from "./difference-test.ts"
import { checkExpectations } from "./expectations.ts"
import { flipCohorts } from "./flip-cohorts.ts"
import { flipGroups } from "./flip-groups.ts"
import { precisionTest } from "./precision-test.ts"
import { aucTest, recallAtFpr1Test } from "./ranking-tests.ts"
import type { ScenarioCheck } from "./report.ts"
import { GATE_FIGURES, type GateFigure, type GateMatters } from "./settings.ts"
import { shareTest } from "./share-test.ts"
import { type PairedSides, pairSides } from "./sides.ts"

/** A test before it is judged. */
export interface MeasuredTest {
  readonly figure: GateFigure
  /** null for all accounts. */
  readonly cohort: { readonly kind: string; readonly name: string } | null
  /** Accounts that the figure counts. */
  readonly accounts: number
  readonly before: number | null
  readonly after: number | null
  readonly matters: number
  /** null when a side has no such figure, or the sides do not hold the same accounts. */
  readonly tested: Tested | null
  /** Nothing that the figure looks at changed, for any account. */
  readonly unchanged: boolean
}

/** Why a run cannot be held against a baseline account by account. */
export type NewReason = "no baseline" | "other accounts" | "other definition"

export interface Measured
  extends Pick<
    ScenarioCheck,
    | "scenario"
    | "accounts"
    | "managed"
    | "run"
    | "baselineRun"
    | "identical"
    | "threshold"
    | "detectors"
    | "expectations"
    | "flips"
    | "flipCohorts"
  > {
  readonly state: "paired" | "new" | "gone"
  /** Of a new one. */
  readonly reason: NewReason | null
  readonly figures: readonly MeasuredTest[]
  readonly cohorts: readonly MeasuredTest[]
}

/**
 * `baseline`: null when there is none. Throws a DataError when it cannot be true of the accounts that it is of, and a
 * ScenarioError when an expectation names what the run does not have.
 */
export function measureAgainst(baseline: Baseline | null, run: Run): Measured {
  const { manifest } = run
  const common = {
    scenario: manifest.name,
    accounts: manifest.accounts,
    run: manifest.id,
    baselineRun: baseline?.run ?? null,
    threshold: manifest.scenario.threshold,
    detectors: detectorRows(baseline, run),
    expectations: checkExpectations(run),
  }
  const reason = reasonToRenew(baseline, run)
  if (baseline === null || reason !== null)
    return { ...common, state: "new", reason, ...alone(baseline, run) }
  const sides = pairSides(baseline, run)
  const clusters = clustersOf(run.columns.group)
  const { matters } = manifest.scenario.gate
  return {
    ...common,
    state: "paired",
    reason: null,
    managed: sides.managed.length,
    identical: baseline.digest === manifest.digest,
    figures: GATE_FIGURES.map((figure) => figureTest(figure, sides, clusters, matters)),
    cohorts: cohortTests(sides, clusters, run),
    flips: flipGroups(baseline, run, sides),
    flipCohorts: flipCohorts(run, sides),
  }
}

/** A baseline whose scenario is not there any more; null for one that cannot be read, known by its file's `name`. */
export function measureGone(baseline: Baseline | null, name: string): Measured {
  return {
    state: "gone",
    reason: null,
    scenario: baseline?.scenario ?? name,
    accounts: null,
    managed: null,
    run: null,
    baselineRun: baseline?.run ?? null,
    identical: false,
    threshold: null,
    figures: [],
    cohorts: [],
    detectors: [],
    expectations: [],
    flips: [],
    flipCohorts: [],
  }
}

function reasonToRenew(baseline: Baseline | null, { manifest }: Run): NewReason | null {
  if (baseline === null) return "no baseline"
  if (baseline.populationDigest !== manifest.populationDigest) return "other accounts"
  const { automation, oversight, days } = manifest.scenario.definition
  const was = baseline.definition
  const isSame = was.automation === automation && was.oversight === oversight && was.days === days
  return isSame ? null : "other definition"
}

/** The run's figures, beside a baseline's of other accounts if there is one. */
function alone(baseline: Baseline | null, run: Run) {
  const now = baselineOf(run)
  const { matters } = run.manifest.scenario.gate
  const figures = GATE_FIGURES.map((figure): MeasuredTest => {
    return {
      figure,
      cohort: null,
      accounts: accountsOf(figure, now.managed, now.accounts),
      before: baseline?.figures[figure] ?? null,
      after: now.figures[figure],
      matters: matters[figure],
      tested: null,
      unchanged: false,
    }
  })
  return { managed: now.managed, identical: false, figures, cohorts: [], flips: [], flipCohorts: [] }
}

/** AI-managed accounts for recall, authentic ones for FPR, all for others. */
function accountsOf(figure: GateFigure, managed: number, accounts: number): number {
  if (figure === "recall" || figure === "recallAtFpr1") return managed
  return figure === "fpr" ? accounts - managed : accounts
}

function figureTest(
  figure: GateFigure,
  sides: PairedSides,
  clusters: Clusters,
  matters: GateMatters,
): MeasuredTest {
  const { managed, authentic, label, beforeFigures, afterFigures } = sides
  const [before, after] = [beforeFigures[figure], afterFigures[figure]]
  return {
    figure,
    cohort: null,
    accounts: accountsOf(figure, managed.length, label.length),
    before,
    after,
    matters: matters[figure],
    unchanged: isUnchanged(figure, sides),
    tested: testOf(),
  }
  function testOf(): Tested | null {
    if (before === null || after === null) return null
    switch (figure) {
      case "recall":
        return shareTest(sides, clusters, managed)
      case "fpr":
        return shareTest(sides, clusters, authentic)
      case "precision":
        return precisionTest(sides, clusters)
      case "auc":
        return aucTest(sides, clusters)
      case "recallAtFpr1":
        return recallAtFpr1Test(sides, clusters)
    }
  }
}

function isUnchanged(figure: GateFigure, sides: PairedSides): boolean {
  const { before, after, managed, authentic, ranksBefore, ranksAfter, hitBefore, hitAfter } = sides
  const noneFlips = (accounts: Uint32Array) => accounts.every((account) => before[account] === after[account])
  switch (figure) {
    case "recall":
      return noneFlips(managed)
    case "fpr":
      return noneFlips(authentic)
    case "precision":
      return noneFlips(managed) && noneFlips(authentic)
    case "auc":
      return ranksBefore.every(
        ([above, atOrAbove], at) => above === ranksAfter[at][0] && atOrAbove === ranksAfter[at][1],
      )
    case "recallAtFpr1":
      return (
        isUnchanged("auc", sides) &&
        hitBefore.length === hitAfter.length &&
        hitBefore.every((account, at) => account === hitAfter[at])
      )
  }
}

/** Recall and false-positive rate of every cohort that has accounts of the class. */
function cohortTests(sides: PairedSides, clusters: Clusters, run: Run): MeasuredTest[] {
  const { columns, manifest } = run
  const { matters } = manifest.scenario.gate
  const classes = [
    { figure: "recall", least: matters.cohortRecall, all: sides.managed },
    { figure: "fpr", least: matters.cohortFpr, all: sides.authentic },
  ] as const
  return COHORT_KINDS.flatMap((kind) => {
    const { of, names } = cohortsOf(kind, columns, manifest.archetypes)
    return names.flatMap((name, cohort) =>
      classes.flatMap(({ figure, least, all }): MeasuredTest[] => {
        const accounts = all.filter((account) => of[account] === cohort)
        if (accounts.length === 0) return []
        const share = (flag: Uint8Array) =>
          accounts.reduce((sum, account) => sum + flag[account], 0) / accounts.length
        return [
          {
            figure,
            cohort: { kind, name },
            accounts: accounts.length,
            before: share(sides.before),
            after: share(sides.after),
            matters: least,
            unchanged: accounts.every((account) => sides.before[account] === sides.after[account]),
            tested: shareTest(sides, clusters, accounts),
          },
        ]
      }),
    )
  })
}
