/** Differences in words: shares in percentage points, areas as they are. */
import type { FigureComparison } from "../../../core/evaluation/index.ts"
import { type Format, NOTHING } from "../../format.ts"
import type { Translate } from "../../i18n/index.ts"
import { signed, signedInterval } from "../detectors/difference.ts"
import { isShare } from "./verdicts.ts"

/** Small false-positive rates differ by hundredths of a point. */
export const POINT_DIGITS = 2
const AREA_DIGITS = 4

type Row = Pick<FigureComparison, "figure" | "difference" | "interval">

export function differenceText(t: Translate, format: Format, { figure, difference }: Row): string {
  if (!Number.isFinite(difference)) return NOTHING
  if (!isShare(figure)) return signed(format, difference, AREA_DIGITS)
  return t("compare.points", { value: signed(format, difference * 100, POINT_DIGITS) })
}

export function intervalText(format: Format, { figure, interval }: Row): string {
  const [low, high] = interval
  const isPoints = isShare(figure)
  const told = isPoints
    ? signedInterval(format, [low * 100, high * 100], POINT_DIGITS)
    : signedInterval(format, [low, high], AREA_DIGITS)
  return told === "" ? NOTHING : told
}
