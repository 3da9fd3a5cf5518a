/** Numbers and shares as English and Chinese both write them. Without Intl: the same report is the same bytes anywhere. */

/** Where there is nothing to tell. */
export const NOTHING = "–"

type Interval = readonly [number, number]

const MINUS = "−"

/** A whole number, its thousands set apart. */
export function count(value: number): string {
  if (!Number.isFinite(value)) return NOTHING
  return fixed(value, 0)
}

export function decimal(value: number | null, digits = 3): string {
  if (value === null || !Number.isFinite(value)) return NOTHING
  // A figure short of 1 must not read as 1.
  const isShort = value < 1 && value > 1 - 0.5 * 10 ** -digits
  return isShort ? fixed(Math.min(value, 1 - 10 ** -(digits + 2)), digits + 2) : fixed(value, digits)
}

/** With a sign, for differences. */
export function signed(value: number, show: (value: number) => string): string {
  return value > 0 ? `+${show(value)}` : show(value)
}

/** A percentage; small ones keep two significant digits, and a share short of all does not read as all. */
export function share(value: number): string {
  if (!Number.isFinite(value)) return NOTHING
  if (value === 0 || value === 1) return `${100 * value}%`
  const digits = shareDigits(Math.abs(value))
  const least = 10 ** -(digits + 2)
  const told = value < 1 && value > 1 - 0.5 * least ? 1 - least : value
  return `${dressed(told, rounded(told, digits, 2))}%`
}

function shareDigits(size: number): number {
  if (size >= 0.09995) return 1
  if (size >= 0.009995) return 2
  return Math.min(8, Math.max(2, 1 - Math.floor(Math.log10(size * 100))))
}

/** A share as it was set: 25%, 2.5%. */
export const setShare = (value: number) => `${Number((100 * value).toPrecision(6))}%`

/** Three decimals, five where it has them. */
export function threshold(value: number): string {
  if (!Number.isFinite(value)) return NOTHING
  const text = rounded(value < 1 ? Math.min(value, 0.99999) : value, 5)
  return text.replace(/0{1,2}$/, "")
}

export const shares = (interval: Interval) => between(interval, share)
export const decimals = (interval: Interval, digits = 3) =>
  between(interval, (value) => decimal(value, digits))

export function between([low, high]: Interval, show: (value: number) => string): string {
  return Number.isFinite(low) && Number.isFinite(high) ? `${show(low)} – ${show(high)}` : NOTHING
}

/** The moment of an ISO 8601 text in UTC, to the minute. */
export function moment(iso: string): string {
  const [date = "", time = ""] = new Date(iso).toISOString().split("T")
  return `${date} ${time.slice(0, 5)} UTC`
}

const fixed = (value: number, digits: number) => dressed(value, rounded(value, digits))

/**
 * The size of a number with so many decimals, times a power of ten. Halves, as the number is written, are rounded up: so
 * does Intl, by which the page writes its figures. (toFixed goes by the binary value, which may lie below the half.)
 */
function rounded(value: number, digits: number, power = 0): string {
  const [mantissa = "", exponent = "0"] = String(Math.abs(value)).split("e")
  const [whole = "", rest = ""] = mantissa.split(".")
  const end = whole.length + Number(exponent) + power + digits
  const written = (whole + rest).padStart(whole.length + rest.length - Math.min(0, end), "0")
  const kept = Math.max(0, end)
  const text = written.slice(0, kept).padEnd(kept, "0") || "0"
  const up = Number(written[kept] ?? "0") >= 5 ? 1n : 0n
  const number = String(BigInt(text) + up).padStart(digits + 1, "0")
  return digits === 0 ? number : `${number.slice(0, -digits)}.${number.slice(-digits)}`
}

/** With thousands set apart, and a sign unless it rounds to zero. */
function dressed(value: number, digits: string): string {
  const [whole = "", rest] = digits.split(".")
  const text = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",") + (rest === undefined ? "" : `.${rest}`)
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text
}
