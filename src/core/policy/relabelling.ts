/** Relabelling: which single part of the definition would have to move, and how far, for an account's label to change. */
import type { Truth } from "../population/truth.ts"
import { type Definition, GRADES, gradeOf, isManaged } from "./definition.ts"

export interface Relabelling {
  readonly part: keyof Definition
  /** The label changes when the part is at most, at least or above `bound`. */
  readonly side: "at-most" | "at-least" | "above"
  readonly bound: number
}

/** `days`: of the period, more than which a definition cannot ask for. Empty when no single part suffices. */
export function relabellingsOf(
  truth: Truth,
  account: number,
  definition: Definition,
  days: number,
): Relabelling[] {
  const managed = isManaged(GRADES[gradeOf(truth, account, definition)])
  const oversight = truth.oversight[account]
  const automation = Math.max(truth.creation[account], truth.scheduling[account], truth.distribution[account])
  const length = truth.untilDay[account] - truth.fromDay[account]
  const ways: Relabelling[] = managed
    ? [
        { part: "oversight", side: "at-most", bound: oversight },
        { part: "automation", side: "above", bound: automation },
        { part: "days", side: "at-least", bound: Math.floor(length) + 1 },
      ]
    : [
        { part: "oversight", side: "above", bound: oversight },
        { part: "automation", side: "at-most", bound: automation },
        { part: "days", side: "at-most", bound: Math.floor(length) },
      ]
  return ways.filter((way) => {
    const part = partAt(way, days)
    return part !== null && isManaged(GRADES[gradeOf(truth, account, { ...definition, ...part })]) !== managed
  })
}

/** The part moved as far as need be; null when no definition can ask for that. */
function partAt({ part, side, bound }: Relabelling, days: number): Partial<Definition> | null {
  if (part === "days") return bound >= 1 && bound <= days ? { days: bound } : null
  if (side === "above") return bound < 1 ? { [part]: (bound + 1) / 2 } : null
  return bound > 0 ? { [part]: bound } : null
}
