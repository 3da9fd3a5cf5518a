/** A generated population beside a real log, as text. */

import type {
  AgainstReport,
  AgainstRow,
  AgainstStatistic,
  Quantiles,
} from "../core/realism/against-report.ts"
import { count, counted, decimal } from "../report/plain-numbers.ts"
import { number, rangeText } from "./realism-text.ts"
import { table } from "./table.ts"

export function againstText(report: AgainstReport): string {
  const { scenario, side, accounts, days, log, statistics, rows } = report
  const who = side === "all" ? counted(accounts, "account") : `${counted(accounts, `${SIDES[side]} account`)}`
  const heads = [
    `Here: ${scenario}, ${who} over ${number(days)} days`,
    `Log: ${log.file}, ${counted(log.accounts, "account")} over ${number(log.days)} days, ` +
      `${counted(log.posts, "post")}, ${counted(log.interactions, "action")}`,
    "KS is the Kolmogorov-Smirnov distance of the two distributions: 0 when they are equal, 1 when they do not overlap.",
  ]
  return [heads.join("\n"), statisticTable(statistics), ...rowBlocks(rows)].join("\n\n")
}

const SIDES = { authentic: "authentic", managed: "AI-managed" }

function statisticTable(statistics: readonly AgainstStatistic[]): string {
  return table(
    ["KS", "log p10", "p50", "p90", "here p10", "p50", "p90", "statistic"],
    statistics.map(({ title, unit, distance, log, generated }) => [
      distance === null ? "–" : decimal(distance),
      ...quantileCells(log),
      ...quantileCells(generated),
      unit === "" ? title : `${title} (${unit})`,
    ]),
  )
}

const quantileCells = (quantiles: Quantiles | null): string[] =>
  quantiles === null ? ["–", "–", "–"] : [quantiles.p10, quantiles.p50, quantiles.p90].map(number)

function rowBlocks(rows: readonly AgainstRow[]): string[] {
  if (rows.length === 0) return []
  const cells = rows.map((row) => [
    rangeText(row.published),
    row.log === null ? "–" : number(row.log),
    verdict(row.logMet),
    row.generated === null ? "–" : number(row.generated),
    verdict(row.met),
    row.unit === "" ? row.title : `${row.title} (${row.unit})`,
  ])
  return [
    `${count(rows.length)} published rows that the log covers. It does not say who is who: each row is taken of all its ` +
      "accounts, whomever the row speaks of.",
    table(["published", "log", "", "here", "", "statistic"], cells),
  ]
}

const verdict = (met: boolean | null) => (met === null ? "–" : met ? "met" : "not met")
