/** Numbers, shares, times and durations in the reader's language. */
import { createContext, useContext } from "react"

export type LanguageTag = "en" | "zh-CN"

/** Shown where there is nothing to say. */
export const NOTHING = "–"

export interface Format {
  readonly language: LanguageTag
  count(value: number): string
  /** A number in [0, 1] or so, with `digits` decimals. */
  decimal(value: number, digits?: number): string
  /** A threshold: three decimals, five where it has them. */
  threshold(value: number): string
  /** A number with as many decimals as it has, up to six. */
  plain(value: number): string
  /** A share as a percentage; small ones keep two significant digits. */
  share(value: number): string
  shareInterval(interval: readonly [number, number]): string
  decimalInterval(interval: readonly [number, number], digits?: number): string
  /** A share on an axis. */
  tick(value: number): string
  /** Disk use, in the largest unit that fits. */
  bytes(value: number): string
  /** `seconds` in the largest unit that fits. */
  duration(seconds: number): string
  /** ISO 8601 in, local date and time out. */
  moment(iso: string): string
  /** The same without the year. */
  shortMoment(iso: string): string
  /** Unix seconds in, date and time at `timeZone` hours east of UTC out. */
  timeAt(seconds: number, timeZone: number): string
  dateAt(seconds: number, timeZone: number): string
  /** 0 is Monday. */
  weekday(day: number): string
  /** "a, b and c". */
  list(items: readonly string[]): string
  /** Rounded to a few significant digits, for features of any size. */
  number(value: number): string
  /** The same with its zeros kept, so that figures below one another are of one precision: 9.00 below 12.2. */
  rate(value: number): string
}

function shareDigits(value: number): number {
  const size = Math.abs(value)
  // What rounds up to 10% or 1% is written as they are.
  if (size === 0 || size >= 0.09995) return 1
  if (size >= 0.009995) return 2
  // Two significant digits of the percentage, however small.
  return Math.min(8, Math.max(2, 1 - Math.floor(Math.log10(size * 100))))
}

/** Whole from a thousand on; three digits below, and powers of ten where nobody could count the zeros. */
function asNumber(size: number): Intl.NumberFormatOptions {
  if (size >= 1000 || size < LEAST_NUMBER) return { maximumFractionDigits: 0 }
  return { maximumSignificantDigits: 3, ...(size < 1e-4 ? { notation: "scientific" } : {}) }
}

function asRate(size: number): Intl.NumberFormatOptions {
  const options = asNumber(size)
  return options.maximumSignificantDigits ? { ...options, minimumSignificantDigits: 3 } : options
}

/** What is left of a sum that is 0 but for rounding is less. */
const LEAST_NUMBER = 1e-12

export function createFormat(language: LanguageTag): Format {
  const formats = new Map<string, Intl.NumberFormat>()
  // A number that rounds to zero has no sign. A minus is wider than the hyphen that both languages have for it.
  function inNumbers(options: Intl.NumberFormatOptions) {
    const key = JSON.stringify(options)
    const format =
      formats.get(key) ?? new Intl.NumberFormat(language, { ...options, signDisplay: "negative" })
    formats.set(key, format)
    return { format: (value: number) => format.format(value).replace("-", "−") }
  }
  const inMinutes = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" })
  const inShort = new Intl.DateTimeFormat(language, {
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
  })
  const elsewhere = new Intl.DateTimeFormat(language, {
    dateStyle: "medium",
    timeStyle: "medium",
    timeZone: "UTC",
  })
  const elsewhereDate = new Intl.DateTimeFormat(language, {
    month: "short",
    day: "numeric",
    timeZone: "UTC",
  })
  const lists = new Intl.ListFormat(language, { type: "conjunction" })
  const weekdays = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" })

  const shown = (value: number, text: () => string) => (Number.isFinite(value) ? text() : NOTHING)
  const shift = (seconds: number, timeZone: number) => new Date((seconds + timeZone * 3600) * 1000)

  const format: Format = {
    language,
    count: (value) => shown(value, () => inNumbers({ maximumFractionDigits: 0 }).format(value)),
    decimal: (value, digits = 3) =>
      shown(value, () => {
        // A figure short of 1 must not read as 1.
        const short = value < 1 && value > 1 - 0.5 * 10 ** -digits
        const more = short ? digits + 2 : digits
        const told = short ? Math.min(value, 1 - 10 ** -more) : value
        return inNumbers({ minimumFractionDigits: more, maximumFractionDigits: more }).format(told)
      }),
    threshold: (value) =>
      shown(value, () => {
        // A threshold short of 1 flags somebody, one of 1 perhaps nobody.
        const told = value < 1 ? Math.min(value, 0.99999) : value
        return inNumbers({ minimumFractionDigits: 3, maximumFractionDigits: 5 }).format(told)
      }),
    plain: (value) => shown(value, () => inNumbers({ maximumFractionDigits: 6 }).format(value)),
    share: (value) =>
      shown(value, () => {
        const digits = shareDigits(value)
        // A share short of all must not read as all.
        const below = value < 1 && value > 1 - 0.5 * 10 ** -(digits + 2)
        return inNumbers({
          style: "percent",
          minimumFractionDigits: value === 0 || value === 1 ? 0 : digits,
          maximumFractionDigits: digits,
        }).format(below ? 1 - 10 ** -(digits + 2) : value)
      }),
    shareInterval: ([low, high]) =>
      Number.isFinite(low) && Number.isFinite(high)
        ? `${format.share(low)} – ${format.share(high)}`
        : NOTHING,
    decimalInterval: ([low, high], digits = 3) =>
      Number.isFinite(low) && Number.isFinite(high)
        ? `${format.decimal(low, digits)} – ${format.decimal(high, digits)}`
        : NOTHING,
    tick: (value) => inNumbers({ style: "percent", maximumSignificantDigits: 4 }).format(value),
    bytes(value) {
      const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const
      const power = value < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(value) / 3))
      const scaled = value / 1000 ** power
      const maximumFractionDigits = power > 0 && scaled < 10 ? 1 : 0
      // The short name of a byte has no plural.
      const unitDisplay = power === 0 ? "long" : "short"
      return inNumbers({ style: "unit", unit: units[power]!, unitDisplay, maximumFractionDigits }).format(
        scaled,
      )
    },
    duration(seconds) {
      if (!Number.isFinite(seconds)) return NOTHING
      const unit = (value: number, name: string, digits: number) =>
        inNumbers({ style: "unit", unit: name, unitDisplay: "short", maximumFractionDigits: digits }).format(
          value,
        )
      if (seconds < 60) return unit(seconds, "second", seconds < 10 ? 1 : 0)
      if (seconds < 3600) {
        const rest = Math.round(seconds) % 60
        const minutes = Math.floor(Math.round(seconds) / 60)
        return rest ? `${unit(minutes, "minute", 0)} ${unit(rest, "second", 0)}` : unit(minutes, "minute", 0)
      }
      return seconds < 172_800 ? unit(seconds / 3600, "hour", 1) : unit(seconds / 86_400, "day", 1)
    },
    moment: (iso) => inMinutes.format(new Date(iso)),
    shortMoment: (iso) => inShort.format(new Date(iso)),
    timeAt: (seconds, timeZone) => elsewhere.format(shift(seconds, timeZone)),
    dateAt: (seconds, timeZone) => elsewhereDate.format(shift(seconds, timeZone)),
    // 1970-01-05 was a Monday.
    weekday: (day) => weekdays.format(new Date((4 + day) * 86_400_000)),
    list: (items) => lists.format(items),
    number: (value) => shown(value, () => inNumbers(asNumber(Math.abs(value))).format(value)),
    rate: (value) => shown(value, () => inNumbers(asRate(Math.abs(value))).format(value)),
  }
  return format
}

export const FormatContext = createContext<Format>(createFormat("en"))

export function useFormat(): Format {
  return useContext(FormatContext)
}
