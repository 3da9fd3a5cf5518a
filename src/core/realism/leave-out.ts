/**
 * Intervals by leaving out: for statistics that drawing the same author twice would falsify, as it would a corpus, which
 * is compressed the further for holding a text twice. Delete-a-group jackknife (Kott 2001): clusters are dealt to groups,
 * and the statistic is taken without each group in turn.
 */
import { type Clustered, numbered } from "./cluster.ts"
import type { Estimate } from "./row.ts"

/** Groups, and the deviate of a 95 % interval of Student's t with one degree of freedom fewer. */
const GROUPS = 20
const T = 2.093

export function leavingOut<Item extends Clustered>(
  items: readonly Item[],
  statistic: (items: readonly Item[]) => number,
): Pick<Estimate, "value" | "interval"> {
  const { place, count } = numbered(items)
  const groups = Math.min(GROUPS, count)
  const value = statistic(items)
  const without = Array.from({ length: groups }, (_, group) =>
    statistic(items.filter((_, k) => place[k] % groups !== group)),
  ).filter(Number.isFinite)
  const squares = without.reduce((sum, one) => sum + (one - value) * (one - value), 0)
  const slack = T * Math.sqrt(((groups - 1) / groups) * squares)
  return { value, interval: [value - slack, value + slack] }
}
