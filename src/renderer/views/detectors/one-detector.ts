/** One detector's own score: how it ranks, how it is spread, and what it says. */
import {
  createScoreIndex,
  labelBins,
  type ReliabilityBin,
  riskBins,
  rocAuc,
  type ScoreIndex,
} from "../../../core/evaluation/index.ts"
import { spreadOf, steps } from "../../charts/DistributionChart.tsx"
import type { Point } from "../../charts/setup.ts"
import { EVEN } from "../../charts/threshold-axis.ts"
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

/** Accounts by score, of each class, on a logarithmic scale. */
export function spreadPoints(index: ScoreIndex): { readonly managed: Point[]; readonly authentic: Point[] } {
  const { edge, managed, authentic } = spreadOf(index, EVEN)
  return { managed: steps(edge, managed, EVEN, true), authentic: steps(edge, authentic, EVEN, true) }
}

/** Of ascending scores; NaN of none. */
export const medianOf = (scores: Float32Array) => scores[scores.length >> 1] ?? Number.NaN
