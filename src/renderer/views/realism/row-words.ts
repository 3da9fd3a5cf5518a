/** A row's figures in words: in one unit, which suits their size, and with decimals that do not change within a cell. */
import type { RealismRow } from "../../../api/contract.ts"
import type { Format } from "../../format.ts"
import type { Translate } from "../../i18n/index.ts"
import { unitName } from "../../names.ts"

type Range = readonly [number, number]

export interface RowWords {
  readonly published: string
  readonly generated: string
  readonly interval: string
}

const MINUTE = 60
const HOUR = 3600
/** A unit is used until its numbers have three digits before the point. */
const MANY = 120

/** Seconds are told in minutes or hours where their number says nothing to anybody. */
function scaled(unit: string, greatest: number): { unit: string; per: number } {
  if (unit !== "seconds" || greatest < MANY) return { unit, per: 1 }
  return greatest < MANY * MINUTE ? { unit: "minutes", per: MINUTE } : { unit: "hours", per: HOUR }
}

/** Decimals that give the greatest three significant digits, fewer where fewer say all. */
export function digitsFor(values: readonly number[]): number {
  const greatest = Math.max(...values.map(Math.abs))
  const most = greatest === 0 ? 0 : Math.min(4, Math.max(0, 2 - Math.floor(Math.log10(greatest))))
  for (let digits = 0; digits < most; digits++)
    if (values.every((value) => Math.abs(value - Number(value.toFixed(digits))) < 1e-9)) return digits
  return most
}

export function rowWords(
  t: Translate,
  format: Format,
  row: Pick<RealismRow, "id" | "unit" | "published" | "generated" | "interval">,
): RowWords {
  const found = row.generated === null || row.interval === null ? [] : [row.generated, ...row.interval]
  const { unit, per } = scaled(row.unit, Math.max(...row.published.map(Math.abs), ...found.map(Math.abs)))
  // "rhythm-least-hour" is a time of the day, not a duration.
  const isClock = row.unit === "hours" && row.id.endsWith("-hour")

  function told(value: number, digits: number): string {
    if (isClock) return `${format.count(value)}:00`
    return row.unit === "share" ? format.share(value) : format.decimal(value / per, digits)
  }
  const suffix = isClock || unit === "" || unit === "share" || unit === "count" ? "" : ` ${unitName(t, unit)}`
  function range([low, high]: Range, digits: number): string {
    const last = told(high, digits) + suffix
    return low === high ? last : `${told(low, digits)} – ${last}`
  }
  const digits = digitsFor(found.map((value) => value / per))
  return {
    published: range(row.published, digitsFor(row.published.map((value) => value / per))),
    generated: row.generated === null ? "" : told(row.generated, digits) + suffix,
    interval: row.interval === null ? "" : range(row.interval, digits),
  }
}
