/** The figures that the gate compares, of one side. */
import { type Confusion, falsePositiveRate, judgedTotal, precision, recall } from "../evaluation/confusion.ts"
import { aucOfRanks, type Rank, recallOfRanks } from "./ranks.ts"
import type { GateFigure } from "./settings.ts"

/** JSON and YAML know no NaN. */
export const orNull = (value: number) => (Number.isFinite(value) ? value : null)

/** `ranks`: of the AI-managed accounts that `counted` counts. */
export function confusionFigures(
  counted: Confusion,
  ranks: readonly Rank[],
): Record<GateFigure, number | null> {
  const authentic = judgedTotal(counted) - ranks.length
  return {
    recall: orNull(recall(counted)),
    fpr: orNull(falsePositiveRate(counted)),
    precision: orNull(precision(counted)),
    auc: orNull(aucOfRanks(ranks, authentic)),
    recallAtFpr1: orNull(recallOfRanks(ranks, authentic)),
  }
}
