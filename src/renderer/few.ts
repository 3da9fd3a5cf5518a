/**
 * Where too few accounts are flagged to tell precision: at a high threshold a single account makes it 0 % or 100 %.
 * Such places are drawn and told apart from those that rest on many.
 */
import type { Confusion } from "../core/evaluation/index.ts"
import type { Translate } from "./i18n/index.ts"

/** With 20 flagged accounts, all of them rightly, precision may still be as low as 84 % (95 % Wilson interval). */
export const FEW_FLAGGED = 20

/** Whether fewer accounts than that are flagged; `observed` holds counts of this run, not re-weighted. */
export function fewFlagged({ truePositives, falsePositives }: Confusion): boolean {
  return truePositives + falsePositives < FEW_FLAGGED
}

/** Precision in words, marked where few accounts are flagged. */
export function toldPrecision(t: Translate, precision: string, observed: Confusion): string {
  return fewFlagged(observed) ? t("figure.precision.few", { precision }) : precision
}

/**
 * Parts a curve in two of the same length: what rests on enough accounts, and what rests on few.
 * Points of the other part are NaN in y, except that the faint part reaches to where the firm one begins or ends.
 */
export function partFew<At extends { x: number; y: number }>(
  points: readonly At[],
  few: readonly boolean[],
): { firm: At[]; faint: At[] } {
  const blank = (point: At) => ({ ...point, y: Number.NaN })
  return {
    firm: points.map((point, i) => (few[i] ? blank(point) : point)),
    faint: points.map((point, i) => (few[i] || few[i - 1] || few[i + 1] ? point : blank(point))),
  }
}
