/**
 * Promises of a scenario, held against a finished run: kept when the whole 95 % interval is on the right side, broken when
 * it is wholly on the wrong one, else inconclusive.
 *
 * Shares at a given threshold have Wilson's interval by cluster (clustered-share.ts). A threshold that is chosen for a
 * false-positive rate is chosen again in every bootstrap draw, of operators drawn whole, and the interval is never
 * narrower than that at the threshold as it is. Areas have those of evaluation/bootstrap.ts, by operator.
 *
 * An account that the score does not judge is not flagged and ranks below all others, as when runs are compared: a
 * detector must not keep a promise about everybody by speaking of a few.
 */
import { ScenarioError } from "../errors.ts"
import { bootstrapAuc, bootstrapAveragePrecision, scoresByOperator } from "../evaluation/bootstrap.ts"
import { indexOfSide, rankable } from "../evaluation/comparison/side.ts"
import { averagePrecision, rocAuc } from "../evaluation/curves.ts"
import type { Interval } from "../evaluation/intervals.ts"
import { thresholdForFalsePositiveRate } from "../evaluation/operating-point.ts"
import { operatorsOf } from "../evaluation/resample.ts"
import { RISK } from "../evaluation/rules/run-scores.ts"
import { createScoreIndex } from "../evaluation/score-index.ts"
import { labelAccounts } from "../policy/definition.ts"
import type { RunColumns, RunManifest } from "../run.ts"
import { suggestion } from "../scenario/suggest.ts"
import { clusteredShare } from "./clustered-share.ts"
import { type Clusters, clustersOf, sumByCluster } from "./clusters.ts"
import { membersOf } from "./cohort-members.ts"
import { expectationText } from "./expectation-text.ts"
import { orNull } from "./figures.ts"
import { type JudgedAccounts, redrawnShare } from "./redrawn-share.ts"
import type { ExpectationOutcome, ExpectationRow } from "./report.ts"
import type { Expectation } from "./settings.ts"

/** What of a run a promise looks at. */
export interface PromisedRun {
  readonly manifest: Pick<RunManifest, "name" | "accounts" | "archetypes" | "scenario">
  readonly columns: Pick<
    RunColumns,
    "truth" | "archetype" | "language" | "followers" | "ageDays" | "group" | "scores" | "risk"
  >
}

/** One row an expectation, in the scenario's order. Throws a ScenarioError that names what the run does not have. */
export function checkExpectations(run: PromisedRun): ExpectationRow[] {
  const { expectations } = run.manifest.scenario
  if (expectations.length === 0) return []
  const label = labelAccounts(run.columns.truth, run.manifest.scenario.definition)
  const clusters = clustersOf(run.columns.group)
  return expectations.map((expectation, at) => {
    const judged = judgedAccounts(run, expectation, at, label)
    const { value, interval, accounts, threshold } = isArea(expectation)
      ? areaOf(run, expectation, at, judged)
      : shareOf(run, expectation, at, judged, clusters)
    const outcome = outcomeOf(expectation, value, interval)
    return {
      figure: expectation.figure,
      of: expectation.of ?? null,
      score: expectation.score,
      threshold: threshold === null ? null : orNull(threshold),
      atFpr: expectation.atFpr ?? null,
      atLeast: expectation.atLeast ?? null,
      atMost: expectation.atMost ?? null,
      text: expectationText(expectation),
      value: orNull(value),
      interval: Number.isNaN(value) ? null : interval,
      accounts,
      outcome,
      accountsToSettle:
        outcome === "inconclusive"
          ? settlingAccounts(expectation, value, interval, run.manifest.accounts)
          : null,
    }
  })
}

interface Found {
  /** NaN where it is undefined. */
  readonly value: number
  readonly interval: Interval
  readonly accounts: number
  readonly threshold: number | null
}

function judgedAccounts(
  run: PromisedRun,
  { of, score: name }: Expectation,
  at: number,
  label: Uint8Array,
): JudgedAccounts {
  const { scores, risk } = run.columns
  const score = name === RISK ? risk : Object.hasOwn(scores, name) ? scores[name] : undefined
  if (score === undefined) {
    const known = [RISK, ...Object.keys(scores)]
    throw problem(
      run,
      at,
      "score",
      `must be risk or a detector of the run, got ${name}; ${suggestion(name, known)}`,
    )
  }
  const members = of === undefined ? null : membersOf(of, run)
  if (members !== null && "known" in members)
    throw problem(
      run,
      at,
      "of",
      `must be a cohort of the run, got ${of}; ${suggestion(members.name, members.known)}`,
    )
  const all = Uint32Array.from(score.keys())
  return { score, label, all, own: members === null ? all : all.filter((account) => members.has(account)) }
}

const problem = ({ manifest }: PromisedRun, at: number, field: string, message: string) =>
  new ScenarioError([`${manifest.name}: expectations[${at}].${field} ${message}`])

const isArea = ({ figure }: Expectation) => figure === "auc" || figure === "averagePrecision"

function areaOf(
  run: PromisedRun,
  { figure }: Expectation,
  at: number,
  { score, label, own }: JudgedAccounts,
): Found {
  const ranked = rankable(score)
  const index = createScoreIndex(
    Float32Array.from(own, (account) => ranked[account]),
    Uint8Array.from(own, (account) => label[account]),
  )
  const isOwn = new Uint8Array(label.length)
  for (const account of own) isOwn[account] = label[account]
  const operators = scoresByOperator(operatorsOf(isOwn, run.columns.group), ranked)
  const options = { seed: seedOf(run, at), operators }
  const found =
    figure === "auc"
      ? { value: rocAuc(index), interval: bootstrapAuc(index, options) }
      : { value: averagePrecision(index), interval: bootstrapAveragePrecision(index, options) }
  const isJudged = own.some((account) => !Number.isNaN(score[account]))
  const isKnown = index.managed > 0 && index.authentic > 0 && isJudged
  return { ...found, value: isKnown ? found.value : Number.NaN, accounts: own.length, threshold: null }
}

const seedOf = ({ manifest }: PromisedRun, at: number) => `${manifest.scenario.seed}/expectations/${at}`

function shareOf(
  run: PromisedRun,
  expectation: Expectation,
  at: number,
  judged: JudgedAccounts,
  clusters: Clusters,
): Found {
  const { figure, atFpr } = expectation
  const { score, label, own } = judged
  const threshold =
    atFpr === undefined
      ? (expectation.threshold ?? run.manifest.scenario.threshold)
      : thresholdForFalsePositiveRate(indexOfSide({ score, label }), atFpr)
  const isFlagged = (account: number) => score[account] >= threshold
  const counted = own.filter((account) => {
    if (figure === "precision") return isFlagged(account)
    return label[account] === (figure === "recall" ? 1 : 0)
  })
  const sums = sumByCluster(clusters, counted, (place) => {
    const account = counted[place]
    return figure === "precision" ? label[account] : isFlagged(account) ? 1 : 0
  })
  const value = sums.sum.reduce((sum, one) => sum + one, 0) / counted.length
  const fixed = clusteredShare(sums)
  const interval =
    atFpr === undefined || Number.isNaN(value)
      ? fixed
      : hull(fixed, redrawnShare(judged, clusters, { figure, atFpr, seed: seedOf(run, at) }))
  return { value, interval, accounts: counted.length, threshold }
}

const hull = (a: Interval, b: Interval): Interval => [Math.min(a[0], b[0]), Math.max(a[1], b[1])]

function outcomeOf(
  { atLeast, atMost }: Expectation,
  value: number,
  [low, high]: Interval,
): ExpectationOutcome {
  if (Number.isNaN(value)) return "inconclusive"
  if (atLeast !== undefined) return low >= atLeast ? "kept" : high < atLeast ? "broken" : "inconclusive"
  return high <= atMost! ? "kept" : low > atMost! ? "broken" : "inconclusive"
}

/**
 * About how many accounts of the same mix would settle it, if the figure is what it seems: n (h / d)^2, with d from the
 * figure to the bound and h from the figure to the end of the interval beyond it. null when no number would.
 */
function settlingAccounts(
  { atLeast, atMost }: Expectation,
  value: number,
  [low, high]: Interval,
  accounts: number,
): number | null {
  const bound = (atLeast ?? atMost)!
  const reach = value >= bound ? value - low : high - value
  const needed = accounts * (reach / (value - bound)) ** 2
  return Number.isFinite(needed) ? Math.max(accounts + 1, Math.ceil(needed)) : null
}
