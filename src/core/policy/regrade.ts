/**
 * Grades by a definition that has moved a little: where only its oversight moved, none but the accounts between the old
 * and the new value are looked at.
 */
import type { Truth } from "../population/truth.ts"
import { type Definition, gradeAccounts, gradeOf } from "./definition.ts"

/** Even steps of oversight by which accounts are put together. */
const STEPS = 1000

/** Accounts in ascending steps of their oversight. */
export interface OversightOrder {
  readonly account: Uint32Array
  /** Where each step begins, and at last the number of accounts. */
  readonly start: Uint32Array
}

const stepOf = (oversight: number) => Math.min(STEPS - 1, Math.max(0, Math.floor(oversight * STEPS)))

export function orderByOversight({ oversight }: Pick<Truth, "oversight">): OversightOrder {
  const start = new Uint32Array(STEPS + 1)
  for (let account = 0; account < oversight.length; account++) start[stepOf(oversight[account]) + 1]++
  for (let step = 0; step < STEPS; step++) start[step + 1] += start[step]
  const next = start.slice()
  const order = new Uint32Array(oversight.length)
  for (let account = 0; account < oversight.length; account++)
    order[next[stepOf(oversight[account])]++] = account
  return { account: order, start }
}

export interface Graded {
  readonly definition: Definition
  /** Index into GRADES, one an account. */
  readonly grade: Uint8Array
}

/** The grades by `definition`, and the accounts whose grade is another than `before`. */
export function regrade(
  truth: Truth,
  order: OversightOrder,
  before: Graded,
  definition: Definition,
): { readonly grade: Uint8Array; readonly changed: readonly number[] } {
  const { automation, days, oversight } = before.definition
  if (automation !== definition.automation || days !== definition.days)
    return compared(before.grade, gradeAccounts(truth, definition))
  const grade = before.grade.slice()
  const changed: number[] = []
  const from = order.start[stepOf(Math.min(oversight, definition.oversight))]
  const to = order.start[stepOf(Math.max(oversight, definition.oversight)) + 1]
  for (let at = from; at < to; at++) {
    const account = order.account[at]
    const now = gradeOf(truth, account, definition)
    if (now === grade[account]) continue
    grade[account] = now
    changed.push(account)
  }
  return { grade, changed }
}

function compared(before: Uint8Array, grade: Uint8Array) {
  const changed: number[] = []
  for (let account = 0; account < grade.length; account++)
    if (grade[account] !== before[account]) changed.push(account)
  return { grade, changed }
}
