/** Differences between two policies in words and figures. */
import type {
  CohortDifference,
  ComparedConsequence,
  ConsequencesComparison,
  PairedEstimate,
} from "../../../../core/policy/follow/index.ts"
import { type Format, NOTHING } from "../../../format.ts"
import type { Translate } from "../../../i18n/index.ts"
import { amount, amountInterval } from "../amounts.ts"

export const COHORT_FIGURES = ["actedOn", "restrictedDaysPer1000", "caught"] as const
export type CohortFigure = (typeof COHORT_FIGURES)[number] & keyof CohortDifference

type Figure = ComparedConsequence | CohortFigure

const SHARES: ReadonlySet<Figure> = new Set([
  "falsePositiveRate",
  "recall",
  "within24Hours",
  "actedOn",
  "caught",
])

export type Verdict = "less" | "more" | "same" | "unclear" | "few" | "none"

/** `isTooSmall` of a cohort with too few accounts of the run: its difference is of those few, however clear its band. */
export function verdictOf({ difference, significant }: PairedEstimate, isTooSmall = false): Verdict {
  if (Number.isNaN(difference.value)) return "none"
  if (isTooSmall) return "few"
  if (!significant)
    return [difference.value, ...difference.interval].every((end) => end === 0) ? "same" : "unclear"
  return difference.value < 0 ? "less" : "more"
}

export const sideText = (format: Format, figure: Figure, value: number): string =>
  SHARES.has(figure) ? format.share(value) : amount(format, value)

export function sideInterval(format: Format, figure: Figure, interval: readonly [number, number]): string {
  if (!interval.every(Number.isFinite)) return NOTHING
  return SHARES.has(figure) ? format.shareInterval(interval) : amountInterval(format, interval)
}

/** With its sign; of shares in points. */
export function differenceText(t: Translate, format: Format, figure: Figure, value: number): string {
  if (!Number.isFinite(value)) return NOTHING
  return SHARES.has(figure)
    ? t("versus.points", { value: signed(value, format.number(Math.abs(100 * value))) })
    : signed(value, amount(format, Math.abs(value)))
}

export function differenceInterval(
  format: Format,
  figure: Figure,
  [low, high]: readonly [number, number],
): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return NOTHING
  const size = SHARES.has(figure)
    ? (value: number) => format.number(Math.abs(100 * value))
    : (value: number) => amount(format, Math.abs(value))
  return `${signed(low, size(low))} … ${signed(high, size(high))}`
}

const signed = (value: number, size: string) => (value > 0 ? `+${size}` : value < 0 ? `−${size}` : size)

/** What is clearly different, in a sentence. */
export function clearly(
  t: Translate,
  format: Format,
  name: string,
  { differences }: ConsequencesComparison,
): string {
  const changes = differences.flatMap((one) => {
    const verdict = verdictOf(one)
    if (verdict !== "less" && verdict !== "more") return []
    return t(`versus.change.${verdict}`, {
      figure: t(`versus.${one.figure}`),
      size: differenceText(t, format, one.figure, Math.abs(one.difference.value)).replace("+", ""),
      interval: differenceInterval(format, one.figure, one.difference.interval),
    })
  })
  return changes.length === 0
    ? t("versus.nothingClear", { name })
    : t("versus.clearly", { name, changes: format.list(changes) })
}
