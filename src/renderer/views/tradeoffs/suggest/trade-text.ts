/** How changes are told: with a sign, and an interval. */
import type { Estimate } from "../../../../core/evaluation/index.ts"
import { type Format, NOTHING } from "../../../format.ts"
import type { Translate } from "../../../i18n/index.ts"

/** "+1.2 points" of a share, without a sign where it rounds to zero. */
export function points(t: Translate, format: Format, { value }: Pick<Estimate, "value">): string {
  return Number.isFinite(value) ? t("why.points", { value: signedPoints(format, value) }) : NOTHING
}

function signedPoints(format: Format, share: number): string {
  const size = Math.abs(share * 100)
  // Rates that are guarded are small: a tenth of a point is a lot of them.
  return signed(share, size < 1 ? format.number(size) : format.decimal(size, 1))
}

export function pointsInterval(format: Format, { interval: [low, high] }: Estimate): string {
  return Number.isFinite(low) && Number.isFinite(high)
    ? `${signedPoints(format, low)} … ${signedPoints(format, high)}`
    : NOTHING
}

export function more(format: Format, value: number): string {
  return Number.isFinite(value) ? signed(value, format.number(Math.abs(value))) : NOTHING
}

export function moreInterval(format: Format, { interval: [low, high] }: Estimate): string {
  return Number.isFinite(low) && Number.isFinite(high)
    ? `${more(format, low)} … ${more(format, high)}`
    : NOTHING
}

/** Time of reviewers: seconds and minutes where it is short, hours where it is more than two days of clock time. */
export function reviewing(t: Translate, format: Format, hours: number): string {
  const size = Math.abs(hours)
  return size < 48 ? format.duration(size * 3600) : t("suggest.hours", { hours: format.number(size) })
}

export function moreReviewing(t: Translate, format: Format, hours: number): string {
  return Number.isFinite(hours) ? signed(hours, reviewing(t, format, hours)) : NOTHING
}

const signed = (value: number, size: string) => (value > 0 ? `+${size}` : value < 0 ? `−${size}` : size)
