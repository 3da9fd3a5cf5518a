/**
 * Caps on the false-positive rate of cohorts: the smallest threshold that keeps all of them, which one binds, and what
 * it costs in recall. The overall rate hides whom a threshold hits; a cap looks at one cohort alone.
 *
 * A cap is kept as observed, or with a guarantee (guarantee.ts). A guarantee holds for all caps at once: of the risk that
 * is allowed each of m caps gets the m-th part (Bonferroni).
 */
import { lastWithin } from "./choice.ts"
import type { CohortKind, Cohorts } from "./cohorts.ts"
import { falsePositiveRate } from "./confusion.ts"
import { guaranteeOf } from "./guarantee.ts"
import {
  ENOUGH_TRIALS,
  type Estimate,
  falsePositiveRateInterval,
  type Interval,
  wilson,
} from "./intervals.ts"
import { createScoreIndex, firstAtOrAbove, type ScoreIndex } from "./score-index.ts"

/** The false-positive rate of one cohort is to be at most `maxFpr`, in (0, 1). */
export interface Cap {
  readonly kind: CohortKind
  /** As in `Cohorts.names`. */
  readonly name: string
  readonly maxFpr: number
}

/** What one cap asks for, whatever the others do. */
export interface CapNeed extends Cap {
  /** Judged authentic accounts of the cohort. */
  readonly authentic: number
  /** The least that a cap can be judged by: 100 as observed, else what the guarantee needs. */
  readonly needed: number
  /** Fewer authentic accounts than needed: nothing is known of this cap, kept or not. */
  readonly tooSmall: boolean
  /** Of the cohort's authentic accounts, how many may be flagged; null when too small. */
  readonly allowed: number | null
  /** The smallest threshold that keeps this cap: 0 when flagging everyone does, Infinity when nobody may be; null likewise. */
  readonly threshold: number | null
}

export interface CapNeeds {
  /** With which all caps hold together; null for caps on observed rates. */
  readonly confidence: number | null
  /** With which each holds on its own, so that all do. */
  readonly confidenceEach: number | null
  /** In the order of the caps. */
  readonly needs: readonly CapNeed[]
  /** The smallest threshold that keeps all caps that can be judged; NaN when none can. */
  readonly threshold: number
  /** The cohorts' own indices, by kind. */
  readonly indices: ReadonlyMap<CohortKind, CohortIndex>
}

export interface CohortIndex {
  readonly index: ScoreIndex
  readonly names: readonly string[]
}

/** A cap at the threshold that was settled on. */
export interface CapOutcome extends CapNeed {
  /** This cap is the strictest, and the threshold is where it is because of it. */
  readonly binding: boolean
  /** Even the lower end of the rate's interval is above the cap: a cohort too small to be kept safe is seen to be hit. */
  readonly broken: boolean
  readonly falsePositives: number
  /** Of the cohort, at the threshold. */
  readonly falsePositiveRate: Estimate
}

export interface CapsOutcome {
  readonly confidence: number | null
  readonly confidenceEach: number | null
  /** What the threshold would be without the caps. */
  readonly uncapped: number
  /** Share of the AI-managed accounts that are missed for the caps' sake; 0 when no cap moves the threshold up. */
  readonly recallCost: Estimate
  readonly caps: readonly CapOutcome[]
}

export const CAP_VERDICTS = ["kept", "undecided", "exceeded"] as const
/** What the interval of a rate says of a cap: all of it within, on both sides, or all of it above. */
export type CapVerdict = (typeof CAP_VERDICTS)[number]

/** `interval` of the cohort's false-positive rate. */
export function capVerdict([low, high]: Interval, maxFpr: number): CapVerdict {
  if (low > maxFpr) return "exceeded"
  return high <= maxFpr ? "kept" : "undecided"
}

/** Indices of every kind that caps name. `score` and `label` as of `createScoreIndex`. */
export function indexCohorts(
  kinds: Iterable<CohortKind>,
  cohortsOfKind: (kind: CohortKind) => Cohorts,
  score: Float32Array,
  label: Uint8Array,
): Map<CohortKind, CohortIndex> {
  const indices = new Map<CohortKind, CohortIndex>()
  for (const kind of kinds) {
    if (indices.has(kind)) continue
    const cohorts = cohortsOfKind(kind)
    indices.set(kind, { index: createScoreIndex(score, label, cohorts), names: cohorts.names })
  }
  return indices
}

/** A cap on every cohort of a kind that has authentic accounts. */
export function capEvery(kind: CohortKind, { index, names }: CohortIndex, maxFpr: number): Cap[] {
  const caps = names.map((name) => ({ kind, name, maxFpr }))
  return caps.filter((_, cohort) => index.cohortCounts(cohort).authentic > 0)
}

/**
 * What the caps ask for: as observed, or with a guarantee when `confidence` (in (0, 1)) is given. A RangeError when a
 * cap is beyond (0, 1) or names a cohort that is not in `indices`.
 */
export function capNeeds(
  caps: readonly Cap[],
  indices: ReadonlyMap<CohortKind, CohortIndex>,
  confidence?: number,
): CapNeeds {
  const each = confidence === undefined ? null : 1 - (1 - confidence) / caps.length
  const needs = caps.map((cap) => needOf(cap, indices, each))
  const judged = needs.flatMap(({ threshold }) => (threshold === null ? [] : [threshold]))
  return {
    confidence: confidence ?? null,
    confidenceEach: each,
    needs,
    threshold: judged.length > 0 ? Math.max(...judged) : Number.NaN,
    indices,
  }
}

function needOf(cap: Cap, indices: ReadonlyMap<CohortKind, CohortIndex>, confidence: number | null): CapNeed {
  if (!(cap.maxFpr > 0 && cap.maxFpr < 1)) {
    throw new RangeError(`the cap of ${cap.kind} ${cap.name} must be in (0, 1), got ${cap.maxFpr}`)
  }
  const { index, cohort } = placeOf(cap, indices)
  const { authentic } = index.cohortCounts(cohort)
  const { needed, allowed } = allowanceOf(authentic, cap.maxFpr, confidence)
  const tooSmall = allowed === null
  return {
    ...cap,
    authentic,
    needed,
    tooSmall,
    allowed,
    threshold: tooSmall ? null : thresholdWithin(index, cohort, allowed),
  }
}

/** Where a cap's cohort is. */
export function placeOf(
  { kind, name }: Pick<Cap, "kind" | "name">,
  indices: ReadonlyMap<CohortKind, CohortIndex>,
) {
  const of = indices.get(kind)
  const cohort = of?.names.indexOf(name) ?? -1
  if (of === undefined || cohort < 0) throw new RangeError(`there is no cohort ${name} of kind ${kind}`)
  return { index: of.index, cohort }
}

function allowanceOf(authentic: number, maxFpr: number, confidence: number | null) {
  if (confidence !== null) return guaranteeOf(authentic, maxFpr, confidence)
  // A rate of at most 2 % of 150 accounts is kept by 3, whatever 3 / 150 is rounded to.
  const allowed = lastWithin(authentic + 1, (flagged) => flagged / authentic <= maxFpr)
  return { needed: ENOUGH_TRIALS, allowed: authentic < ENOUGH_TRIALS ? null : allowed }
}

/** The smallest of all accounts' scores that flags at most `allowed` authentic accounts of the cohort. */
function thresholdWithin(index: ScoreIndex, cohort: number, allowed: number): number {
  const { score } = index.thresholds
  const step = lastWithin(
    score.length,
    (at) => index.cohortConfusionAt(cohort, score[at]).falsePositives <= allowed,
  )
  if (step < 0) return Number.POSITIVE_INFINITY
  return step === score.length - 1 ? 0 : score[step]
}

/**
 * The caps at `threshold`, which was settled on because of them, against the threshold `uncapped` that was wanted
 * otherwise. `index` is of all accounts.
 */
export function capsOutcome(
  index: ScoreIndex,
  needs: CapNeeds,
  threshold: number,
  uncapped: number,
): CapsOutcome {
  const missed = firstAtOrAbove(index.managedScores, threshold)
  const missedForCaps = Math.max(0, missed - firstAtOrAbove(index.managedScores, uncapped))
  return {
    confidence: needs.confidence,
    confidenceEach: needs.confidenceEach,
    uncapped,
    recallCost: {
      value: missedForCaps / index.managed,
      interval: threshold <= uncapped ? [0, 0] : wilson(missedForCaps, index.managed),
    },
    caps: needs.needs.map((need) => outcomeOf(need, needs, threshold, uncapped)),
  }
}

function outcomeOf(need: CapNeed, needs: CapNeeds, threshold: number, uncapped: number): CapOutcome {
  const { index, cohort } = placeOf(need, needs.indices)
  const confusion = index.cohortConfusionAt(cohort, threshold)
  const interval = falsePositiveRateInterval(confusion)
  return {
    ...need,
    binding:
      need.threshold === needs.threshold && (needs.threshold === threshold || needs.threshold > uncapped),
    broken: interval[0] > need.maxFpr,
    falsePositives: confusion.falsePositives,
    falsePositiveRate: { value: falsePositiveRate(confusion), interval },
  }
}
