/**
 * Report reliability: reports count for as much as their reporters have been right.
 *
 * A reporter's weight is the posterior mean of his upheld share: (upheld + s m) / (decided + s), with m = 0.16,
 * the published share of reports that lead to action, and a prior worth s = 4 decisions.
 * Reports within six hours of the first may be one campaign: together they count as one, by the mean of their reporters'
 * weights, so that numbers gain nothing and a record of reports that came to nothing tells. Score: 1 - exp(-sum).
 */
import type { Reports } from "../../evidence/evidence.ts"
import type { Detector } from "../detector.ts"
import { oneIn, reason, rounded, strongest } from "../reason.ts"

const PRIOR_UPHELD = 0.16
const PRIOR_DECISIONS = 4
const BURST_SECONDS = 6 * 3600

const FEATURES = [
  { id: "reports", title: "Reports received", unit: "count" },
  { id: "weight", title: "Reports, weighted by reporter and burst", unit: "reports" },
  { id: "earlierDecided", title: "Earlier reports of the reporters that were decided", unit: "count" },
  { id: "earlierUpheld", title: "Of those, upheld", unit: "count" },
  { id: "largestBurst", title: "Most reports within six hours", unit: "count" },
] as const

export const reportReliability: Detector = {
  id: "report-reliability",
  layer: "reports",
  title: "Reports, weighted by reliability",
  version: 2,
  reads: ["reports"],
  features: FEATURES,

  observe(tile, columns) {
    for (let account = 0; account < tile.accountCount; account++) {
      const row = weigh(tile.reports!, account)
      for (const { id } of FEATURES) columns[id][account] = row[id]
    }
  },

  // No report is evidence too: nobody complained. So it is 0, not missing.
  score: (row) => (Number.isNaN(row[1]) ? Number.NaN : 1 - Math.exp(-row[1])),

  reasons(row, population) {
    const [reports, weight, decided, upheld, largestBurst] = Array.from(row)
    if (!(reports > 0)) return []
    return strongest([
      reason(
        "report-reliability.reported",
        1 - Math.exp(-weight),
        "reports received: {reports}; of {decided} earlier reports by the same people that were decided, {upheld} were upheld; they count as {weight}, as much as in 1 in {oneIn} accounts",
        {
          reports,
          decided,
          upheld,
          weight: rounded(weight),
          oneIn: oneIn(population.shareAtOrAbove("weight", weight)),
        },
      ),
      largestBurst >= 6
        ? reason(
            "report-reliability.burst",
            0.06,
            "{burst} of the reports came within six hours and count as one: it may be a brigade",
            { burst: largestBurst },
          )
        : null,
    ])
  },
}

/** What one reporter's word is worth: his upheld share, shrunk. */
export const reliabilityOf = (upheld: number, decided: number) =>
  (upheld + PRIOR_DECISIONS * PRIOR_UPHELD) / (decided + PRIOR_DECISIONS)

/** One past the last report that came within six hours of `first`; `to` is one past the account's last. */
export function burstEnd({ time }: Reports, first: number, to: number): number {
  let next = first
  while (next < to && time[next] - time[first] <= BURST_SECONDS) next++
  return next
}

type Row = Record<(typeof FEATURES)[number]["id"], number>

function weigh(reports: Reports, account: number): Row {
  const from = reports.offset[account]
  const to = reports.offset[account + 1]
  let weight = 0
  let largestBurst = 0
  for (let first = from; first < to; ) {
    const next = burstEnd(reports, first, to)
    let reliability = 0
    for (let report = first; report < next; report++)
      reliability += reliabilityOf(reports.reporterUpheld[report], reports.reporterDecided[report])
    weight += reliability / (next - first)
    largestBurst = Math.max(largestBurst, next - first)
    first = next
  }
  return { reports: to - from, weight, ...recordOf(reports, from, to), largestBurst }
}

/** The earlier reports of those who reported, each person counted once. */
function recordOf(reports: Reports, from: number, to: number) {
  const seen = new Set<number>()
  let earlierDecided = 0
  let earlierUpheld = 0
  for (let report = from; report < to; report++) {
    if (seen.has(reports.reporter[report])) continue
    seen.add(reports.reporter[report])
    earlierDecided += reports.reporterDecided[report]
    earlierUpheld += reports.reporterUpheld[report]
  }
  return { earlierDecided, earlierUpheld }
}
