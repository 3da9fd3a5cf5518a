/** The verdicts of all figures as one. */
import type { ComparedFigure, FigureComparison, Verdict } from "../../../core/evaluation/index.ts"

/**
 * `trade`: better in some figures, worse in others. `open`: neither, and in some figures more accounts might tell.
 * `none`: no figure changes by as much as matters.
 */
export type Overall = "better" | "worse" | "trade" | "open" | "none"

export function overallOf(figures: readonly Pick<FigureComparison, "verdict">[]): Overall {
  const has = (verdict: Verdict) => figures.some((figure) => figure.verdict === verdict)
  if (has("better") && has("worse")) return "trade"
  if (has("better")) return "better"
  if (has("worse")) return "worse"
  return has("inconclusive") ? "open" : "none"
}

/** Figures by verdict, in the order in which they are told. */
export function byVerdict(
  figures: readonly FigureComparison[],
): readonly { readonly verdict: Verdict; readonly figures: readonly FigureComparison[] }[] {
  return (["better", "worse", "inconclusive", "no change"] as const)
    .map((verdict) => ({ verdict, figures: figures.filter((figure) => figure.verdict === verdict) }))
    .filter((group) => group.figures.length > 0)
}

/** Told in percentage points; areas are told as they are. */
export const isShare = (figure: ComparedFigure): boolean => figure !== "auc" && figure !== "ap"
