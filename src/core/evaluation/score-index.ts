/**
 * The exact sweep: sort once, then any threshold is a look-up, exact to the account.
 */
import type { Confusion } from "./confusion.ts"
import { RankedLabels } from "./ranked-labels.ts"
import { sortScores } from "./sort-scores.ts"

/** Which cohort an account belongs to. */
export interface CohortColumn {
  /** Number of the account's cohort, each below `count`; length accounts. */
  readonly of: Uint8Array | Uint16Array
  readonly count: number
}

/** Distinct scores, descending, and what is flagged at each; all of one length. */
export interface Thresholds {
  readonly score: Float32Array
  /** AI-managed accounts at or above the score. */
  readonly flaggedManaged: Uint32Array
  /** Authentic accounts at or above the score. */
  readonly flaggedAuthentic: Uint32Array
}

/** How many accounts there are to judge by. */
export interface ClassCounts {
  readonly managed: number
  readonly authentic: number
  /** Accounts without a score (NaN): left out of every other figure. */
  readonly missing: number
}

export interface ScoreIndex extends ClassCounts {
  /** managed + authentic. */
  readonly judged: number
  /** Scores of the AI-managed accounts, ascending. Made on first use, then kept. */
  readonly managedScores: Float32Array
  /** Scores of the authentic accounts, likewise. */
  readonly authenticScores: Float32Array
  /** 0 when the index was made without cohorts. */
  readonly cohortCount: number
  /** Made on first use, then kept. */
  readonly thresholds: Thresholds
  /** One of those scores by its place, without making them all; `own`: 1 for AI-managed, 0 for authentic. */
  scoreAt(own: 0 | 1, place: number): number
  /** An account at or above `threshold` is flagged; 0 flags all judged, Infinity nobody. */
  confusionAt(threshold: number): Confusion
  /** The same within one cohort. */
  cohortConfusionAt(cohort: number, threshold: number): Confusion
  cohortCounts(cohort: number): ClassCounts
}

/** The accounts with a score, ascending: kept, so that other labels of the same accounts need no other sort. */
export interface ScoreOrder {
  readonly score: Float32Array
  /** Whose score it is; of the same length. */
  readonly account: Uint32Array
  /** Accounts without a score (NaN). */
  readonly missing: Uint32Array
}

/** `score`: one an account, in [0, 1]; NaN is missing. */
export function orderScores(score: Float32Array): ScoreOrder {
  const judgedScore = new Float32Array(score.length)
  const account = new Uint32Array(score.length)
  const missing: number[] = []
  let judged = 0
  for (let at = 0; at < score.length; at++) {
    if (Number.isNaN(score[at])) {
      missing.push(at)
      continue
    }
    judgedScore[judged] = score[at]
    account[judged++] = at
  }
  const sorted = sortScores(judgedScore.subarray(0, judged), account.subarray(0, judged))
  return { score: sorted.score, account: sorted.group, missing: Uint32Array.from(missing) }
}

/** The order parted by cohort: one of its own for each. */
export function orderByCohort({ score, account, missing }: ScoreOrder, cohort: CohortColumn): ScoreOrder[] {
  const start = new Uint32Array(cohort.count + 1)
  for (let i = 0; i < account.length; i++) start[cohort.of[account[i]] + 1]++
  for (let at = 0; at < cohort.count; at++) start[at + 1] += start[at]
  // One array for all cohorts: writing through a table of arrays takes several times as long.
  const next = start.slice()
  const dealtScore = new Float32Array(account.length)
  const dealtAccount = new Uint32Array(account.length)
  for (let i = 0; i < account.length; i++) {
    const to = next[cohort.of[account[i]]]++
    dealtScore[to] = score[i]
    dealtAccount[to] = account[i]
  }
  return Array.from({ length: cohort.count }, (_, at) => ({
    score: dealtScore.subarray(start[at], start[at + 1]),
    account: dealtAccount.subarray(start[at], start[at + 1]),
    missing: missing.filter((one) => cohort.of[one] === at),
  }))
}

/**
 * `score`: one an account, in [0, 1]; NaN is missing. `label`: 1 for AI-managed, 0 for authentic.
 *
 * Thresholds are compared as 64-bit numbers: a score of 0.7 kept in 32 bits is 0.69999999 and lies below 0.7.
 * Throws a RangeError when lengths differ or an account's cohort is not below `cohort.count`.
 */
export function createScoreIndex(score: Float32Array, label: Uint8Array, cohort?: CohortColumn): ScoreIndex {
  requireSameLength(score, label, cohort)
  const order = orderScores(score)
  return indexOrdered(order, label, cohort ? orderByCohort(order, cohort) : [])
}

/** As `createScoreIndex`, of scores that are in order already; `cohorts` in order each. */
export function indexOrdered(
  order: ScoreOrder,
  label: Uint8Array,
  cohorts: readonly ScoreOrder[] = [],
): ScoreIndex {
  requireSameLength({ length: order.score.length + order.missing.length }, label)
  return indexRanked(
    RankedLabels.of(order, label),
    cohorts.map((cohort) => RankedLabels.of(cohort, label)),
  )
}

/** The index of labels that are ranked already; `cohorts`: those of each cohort. */
export function indexRanked(all: RankedLabels, cohorts: readonly RankedLabels[] = []): ScoreIndex {
  let thresholds: Thresholds | undefined
  return {
    ...countsOf(all),
    judged: all.judged,
    get managedScores() {
      return all.managedScores
    },
    get authenticScores() {
      return all.authenticScores
    },
    cohortCount: cohorts.length,
    get thresholds() {
      thresholds ??= mergeThresholds(all.managedScores, all.authenticScores)
      return thresholds
    },
    scoreAt: (own, place) => all.scoreAt(own, place),
    confusionAt: (threshold) => all.confusionAt(threshold),
    cohortConfusionAt(at, threshold) {
      requireCohort(at, cohorts.length)
      return cohorts[at].confusionAt(threshold)
    },
    cohortCounts(at) {
      requireCohort(at, cohorts.length)
      return countsOf(cohorts[at])
    },
  }
}

function countsOf({ managed, judged, order }: RankedLabels): ClassCounts {
  return { managed, authentic: judged - managed, missing: order.missing.length }
}

/** Position of the first of the ascending scores that is at or above `threshold`; their number when none is. */
export function firstAtOrAbove(scores: Float32Array, threshold: number): number {
  let low = 0
  let high = scores.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (scores[middle] >= threshold) high = middle
    else low = middle + 1
  }
  return low
}

/** The columns must speak of the same accounts, and every account of a cohort that there is. */
export function requireSameLength(
  score: { readonly length: number },
  label: Uint8Array,
  cohort?: CohortColumn,
): void {
  const accounts = score.length
  if (label.length !== accounts) {
    throw new RangeError(`label must have one value for each of ${accounts} scores, got ${label.length}`)
  }
  if (!cohort) return
  if (cohort.of.length !== accounts) {
    throw new RangeError(
      `cohort.of must have one value for each of ${accounts} scores, got ${cohort.of.length}`,
    )
  }
  for (let account = 0; account < accounts; account++) {
    if (cohort.of[account] >= cohort.count) {
      throw new RangeError(`cohort.of[${account}] must be below ${cohort.count}, got ${cohort.of[account]}`)
    }
  }
}

function requireCohort(cohort: number, count: number): void {
  if (cohort >= 0 && cohort < count) return
  throw new RangeError(`cohort must be in [0, ${count}), got ${cohort}`)
}

/** Walks both classes from the top; tied scores are one step. */
function mergeThresholds(managed: Float32Array, authentic: Float32Array): Thresholds {
  const most = managed.length + authentic.length
  const score = new Float32Array(most)
  const flaggedManaged = new Uint32Array(most)
  const flaggedAuthentic = new Uint32Array(most)
  let atManaged = managed.length - 1
  let atAuthentic = authentic.length - 1
  let steps = 0
  while (atManaged >= 0 || atAuthentic >= 0) {
    const top = Math.max(
      atManaged >= 0 ? managed[atManaged] : Number.NEGATIVE_INFINITY,
      atAuthentic >= 0 ? authentic[atAuthentic] : Number.NEGATIVE_INFINITY,
    )
    while (atManaged >= 0 && managed[atManaged] === top) atManaged--
    while (atAuthentic >= 0 && authentic[atAuthentic] === top) atAuthentic--
    score[steps] = top
    flaggedManaged[steps] = managed.length - 1 - atManaged
    flaggedAuthentic[steps] = authentic.length - 1 - atAuthentic
    steps++
  }
  return {
    score: score.slice(0, steps),
    flaggedManaged: flaggedManaged.slice(0, steps),
    flaggedAuthentic: flaggedAuthentic.slice(0, steps),
  }
}
