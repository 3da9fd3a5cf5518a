/**
 * The exact sweep: sort once, then any threshold is a look-up, exact to the account.
 */
import type { Confusion } from "./confusion.ts"
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
  /** Scores of the AI-managed accounts, ascending. */
  readonly managedScores: Float32Array
  /** Scores of the authentic accounts, ascending. */
  readonly authenticScores: Float32Array
  /** 0 when the index was made without cohorts. */
  readonly cohortCount: number
  /** Made on first use, then kept. */
  readonly thresholds: Thresholds
  /** An account at or above `threshold` is flagged; 0 flags all judged, Infinity nobody. */
  confusionAt(threshold: number): Confusion
  /** The same within one cohort. */
  cohortConfusionAt(cohort: number, threshold: number): Confusion
  cohortCounts(cohort: number): ClassCounts
}

/**
 * `score`: one an account, in [0, 1]; NaN is missing. `label`: 1 for AI-managed, 0 for authentic.
 *
 * Thresholds are compared as 64-bit numbers: a score of 0.7 kept in 32 bits is 0.69999999 and lies below 0.7.
 * Throws a RangeError when lengths differ or an account's cohort is not below `cohort.count`.
 */
export function createScoreIndex(score: Float32Array, label: Uint8Array, cohort?: CohortColumn): ScoreIndex {
  requireSameLength(score, label, cohort)
  const groupCount = 2 * (cohort?.count ?? 0)
  const { sorted, missingOf, missing } = sortJudged(score, label, cohort)
  const [authenticScores, managedScores] = split(sorted.score, sorted.group, 2, (group) => group & 1)
  // Group 2c holds the authentic accounts of cohort c, group 2c + 1 its AI-managed ones.
  const groupScores = cohort ? split(sorted.score, sorted.group, groupCount, (group) => group) : []
  let thresholds: Thresholds | undefined
  return {
    judged: sorted.score.length,
    managed: managedScores.length,
    authentic: authenticScores.length,
    missing,
    managedScores,
    authenticScores,
    cohortCount: cohort?.count ?? 0,
    get thresholds() {
      thresholds ??= mergeThresholds(managedScores, authenticScores)
      return thresholds
    },
    confusionAt: (threshold) => confusionOf(managedScores, authenticScores, threshold),
    cohortConfusionAt(at, threshold) {
      requireCohort(at, groupCount)
      return confusionOf(groupScores[2 * at + 1], groupScores[2 * at], threshold)
    },
    cohortCounts(at) {
      requireCohort(at, groupCount)
      return {
        managed: groupScores[2 * at + 1].length,
        authentic: groupScores[2 * at].length,
        missing: missingOf[at],
      }
    },
  }
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
export function requireSameLength(score: Float32Array, label: Uint8Array, cohort?: CohortColumn): void {
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

function requireCohort(cohort: number, groupCount: number): void {
  if (cohort >= 0 && 2 * cohort < groupCount) return
  throw new RangeError(`cohort must be in [0, ${groupCount / 2}), got ${cohort}`)
}

/** The accounts with a score, ascending, each with its group: 2 x cohort + label. */
function sortJudged(score: Float32Array, label: Uint8Array, cohort?: CohortColumn) {
  const missingOf = new Uint32Array(cohort?.count ?? 0)
  const judgedScore = new Float32Array(score.length)
  const group = new Uint32Array(score.length)
  let judged = 0
  for (let account = 0; account < score.length; account++) {
    const cohortNumber = cohort ? cohort.of[account] : 0
    if (Number.isNaN(score[account])) {
      if (cohort) missingOf[cohortNumber]++
      continue
    }
    judgedScore[judged] = score[account]
    group[judged++] = 2 * cohortNumber + (label[account] ? 1 : 0)
  }
  const sorted = sortScores(judgedScore.subarray(0, judged), group.subarray(0, judged))
  return { sorted, missingOf, missing: score.length - judged }
}

/** Deals the scores out to `parts` arrays, their order kept. */
function split(
  score: Float32Array,
  group: Uint32Array,
  parts: number,
  partOf: (group: number) => number,
): Float32Array[] {
  const size = new Uint32Array(parts)
  for (let i = 0; i < group.length; i++) size[partOf(group[i])]++
  const part = Array.from(size, (length) => new Float32Array(length))
  const filled = new Uint32Array(parts)
  for (let i = 0; i < group.length; i++) {
    const to = partOf(group[i])
    part[to][filled[to]++] = score[i]
  }
  return part
}

function confusionOf(managed: Float32Array, authentic: Float32Array, threshold: number): Confusion {
  const falseNegatives = firstAtOrAbove(managed, threshold)
  const trueNegatives = firstAtOrAbove(authentic, threshold)
  return {
    truePositives: managed.length - falseNegatives,
    falsePositives: authentic.length - trueNegatives,
    trueNegatives,
    falseNegatives,
  }
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
