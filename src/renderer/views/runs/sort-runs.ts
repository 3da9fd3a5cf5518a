/** The order of the list of runs. */
import type { RunEntry } from "../../../api/contract.ts"
import { runName } from "../../names.ts"

export const RUN_COLUMNS = ["name", "accounts", "createdAt", "seconds", "bytes"] as const
export type RunColumn = (typeof RUN_COLUMNS)[number]

export interface RunOrder {
  readonly by: RunColumn
  readonly descending: boolean
}

export const NEWEST_FIRST: RunOrder = { by: "createdAt", descending: true }

/** The other way round, or by another column: names from A, numbers and times from the highest. */
export function turned(order: RunOrder, by: RunColumn): RunOrder {
  return order.by === by ? { by, descending: !order.descending } : { by, descending: by !== "name" }
}

/** Equal ones stay in the order that they came in. */
export function sortRuns(
  runs: readonly RunEntry[],
  { by, descending }: RunOrder,
  collator: Pick<Intl.Collator, "compare">,
): readonly RunEntry[] {
  const sign = descending ? -1 : 1
  return runs.toSorted((x, y) => {
    if (by === "name") return sign * collator.compare(runName(x), runName(y))
    if (x[by] === y[by]) return 0
    return x[by] < y[by] ? -sign : sign
  })
}
