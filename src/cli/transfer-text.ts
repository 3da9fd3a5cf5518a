/** What is lost on archetypes that fusion has not seen, as a table. */

import type { Estimate, TransferReport } from "../core/evaluation/index.ts"
import { count, decimal, interval, percentage } from "../report/plain-numbers.ts"
import { table } from "./table.ts"

export function transferTable({ seen, heldOut, aucDifference, recalls }: TransferReport): string {
  const area = estimateOf(decimal)
  const share = estimateOf(percentage)
  return table(
    ["", "seen", "held out", "lost"],
    [
      ["AI-managed", count(seen.aiManaged), count(heldOut.aiManaged), ""],
      ["operators", count(seen.operators), count(heldOut.operators), ""],
      ["AUC", area(seen.auc), area(heldOut.auc), area(aucDifference)],
      ...recalls.map((recall) => [
        `recall at ${recall.name}`,
        share(recall.seen),
        share(recall.heldOut),
        share(recall.difference),
      ]),
    ],
  )
}

/** A figure and its interval in one cell; "–" when undefined. */
export const estimateOf =
  (show: (value: number) => string) =>
  ({ value, interval: around }: Estimate): string =>
    Number.isFinite(value) ? `${show(value)} ${interval(around, show)}` : "–"
