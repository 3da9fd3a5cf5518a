/** One detector's own score: how it ranks, how it is spread, and what it says. */
import {
  createScoreIndex,
  falsePositiveRate,
  labelBins,
  type ReliabilityBin,
  recall,
  riskBins,
  rocAuc,
  type ScoreIndex,
  scoreDistribution,
  thin,
} from "../../../core/evaluation/index.ts"
import { cornersOf } from "../../charts/corners.ts"
import { POINTS, type Point, pair } from "../../charts/setup.ts"
import type { LoadedRun } from "../../state/run.ts"

export interface OneDetector {
  /** Over the accounts that the detector judged. */
  readonly own: ScoreIndex
  /** Of the fused risk, over the same accounts. */
  readonly fused: ScoreIndex
  readonly auc: number
  readonly fusedAuc: number
  readonly bins: readonly ReliabilityBin[]
}

/** `label`: 1 for AI-managed, one an account. */
export function oneDetector({ columns }: LoadedRun, detector: string, label: Uint8Array): OneDetector {
  const score = columns.scores[detector] ?? new Float32Array(label.length).fill(Number.NaN)
  const own = createScoreIndex(score, label)
  const fused = createScoreIndex(
    columns.risk.map((risk, account) => (Number.isNaN(score[account]) ? Number.NaN : risk)),
    label,
  )
  const ascending = score.filter((value) => !Number.isNaN(value)).sort()
  return {
    own,
    fused,
    auc: rocAuc(own),
    fusedAuc: rocAuc(fused),
    bins: labelBins(riskBins(ascending), own),
  }
}

/** From flagging nobody to flagging everyone, thinned to what can be seen. */
export function rocPoints(index: ScoreIndex): Point[] {
  const flagged = [index.confusionAt(Number.POSITIVE_INFINITY), ...cornersOf(index).flagged]
  const rate = Float64Array.from(flagged, falsePositiveRate)
  const roc = { rate, position: rate, recall: Float64Array.from(flagged, recall) }
  const thinned = thin(roc, "position", "recall", POINTS)
  return pair(thinned.rate, thinned.recall)
}

/** Below one account, where a logarithmic axis keeps its empty bins. */
export const EMPTY = 0.5

/** Accounts by score, of each class. */
export function spreadPoints(index: ScoreIndex): { readonly managed: Point[]; readonly authentic: Point[] } {
  const { edge, managed, authentic } = scoreDistribution(index, 40)
  const points = (counts: Uint32Array) =>
    Array.from(edge, (x, bin) => ({ x, y: Math.max(counts[Math.min(bin, counts.length - 1)]!, EMPTY) }))
  return { managed: points(managed), authentic: points(authentic) }
}

/** Of ascending scores; NaN of none. */
export const medianOf = (scores: Float32Array) => scores[scores.length >> 1] ?? Number.NaN
