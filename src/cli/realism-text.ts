/** The realism report as text: what is published, what was generated, and whether they agree. */

import type { RealismReport } from "../core/realism/realism-report.ts"
import { REALISM_GROUPS, type RealismRow } from "../core/realism/row.ts"
import { count, counted, percentage } from "../report/plain-numbers.ts"
import { table } from "./table.ts"

/** Titles are sentences, so they stand last, where their length does no harm. */
export function realismText(report: RealismReport): string {
  const blocks = REALISM_GROUPS.flatMap((group) => {
    const rows = report.rows.filter((row) => row.group === group)
    return rows.length === 0 ? [] : [groupTable(group, rows)]
  })
  return [...blocks, sumText(report)].join("\n\n")
}

function groupTable(group: string, rows: readonly RealismRow[]): string {
  return table(
    [group, "of", "published", "here", "95 % interval", "statistic"],
    rows.map((row) => [
      verdict(row),
      row.side,
      rangeText(row.published),
      row.generated === null ? "–" : number(row.generated),
      row.interval === null ? "–" : `[${number(row.interval[0])}, ${number(row.interval[1])}]`,
      titleOf(row),
    ]),
  )
}

/** A sanity check is no published statistic, so it is not called met. */
function verdict({ met, check }: RealismRow): string {
  if (met === null) return "–"
  if (check) return met ? "check passed" : "CHECK FAILED"
  return met ? "met" : "NOT MET"
}

function sumText(report: RealismReport): string {
  const { scenario, accounts, rows, met, within, applicable, checks, checksMet } = report
  const all = applicable + checks
  const share = percentage(all > 0 ? (met + checksMet) / all : Number.NaN)
  return (
    `${scenario}, ${counted(accounts, "account")}: ${count(met + checksMet)} of ${counted(all, "applicable row")} met (${share}): ` +
    `${count(met)} of ${counted(applicable, "published figure")}, ${count(within)} of them by the value itself, and ` +
    `${count(checksMet)} of ${counted(checks, "check")} that only state a direction or a limit; ` +
    `${counted(rows.length - all, "row")} not applicable. A row is met when its interval meets the published range.`
  )
}

function titleOf({ title, unit, why }: RealismRow): string {
  const measured = unit === "" ? title : `${title} (${unit})`
  return why === null ? measured : `${measured}; does not apply: ${why}`
}

export const rangeText = ([low, high]: readonly [number, number]) =>
  low === high ? number(low) : `${number(low)} to ${number(high)}`

/** Four significant digits at most, without an exponent where it can be had. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? "any" : "–"
  const size = Math.abs(value)
  if (size >= 1000) return value.toLocaleString("en", { maximumFractionDigits: 0 })
  const digits = size >= 100 ? 1 : size >= 10 ? 2 : size >= 0.0995 || size === 0 ? 3 : 4
  return trimmed(value.toFixed(digits))
}

const trimmed = (text: string) =>
  text
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "")
    .replace(/^-0$/, "0")
