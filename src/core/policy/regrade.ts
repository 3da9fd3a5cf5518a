/**
 * Grades by a definition that has moved a little: where only one of its parts moved, none but the accounts between the old
 * and the new value are looked at.
 */
import type { Truth } from "../population/truth.ts"
import { type Definition, gradeAccounts, gradeOf } from "./definition.ts"

/** Even steps by which accounts are put together; a power of two, by which numbers are multiplied without rounding. */
const STEPS = 1024

/** Accounts in ascending steps of a value. */
interface StepOrder {
  readonly account: Uint32Array
  /** Where each step begins, and at last the number of accounts. */
  readonly start: Uint32Array
  /** Steps that one of the value's unit has. */
  readonly scale: number
}

const stepOf = (value: number, scale: number) => Math.min(STEPS - 1, Math.max(0, Math.floor(value * scale)))

function inSteps(accounts: number, read: (account: number) => number, scale: number): StepOrder {
  const step = new Uint16Array(accounts)
  const start = new Uint32Array(STEPS + 1)
  for (let account = 0; account < accounts; account++) {
    step[account] = stepOf(read(account), scale)
    start[step[account] + 1]++
  }
  for (let at = 0; at < STEPS; at++) start[at + 1] += start[at]
  const next = start.slice()
  const order = new Uint32Array(accounts)
  for (let account = 0; account < accounts; account++) order[next[step[account]]++] = account
  return { account: order, start, scale }
}

/** The accounts with a value of at least one of the two and below the other, and some more of the steps at both ends. */
function between({ account, start, scale }: StepOrder, one: number, other: number): Uint32Array {
  const from = stepOf(Math.min(one, other), scale)
  const high = Math.ceil(Math.max(one, other) * scale)
  // The last step holds whatever lies beyond it as well.
  return account.subarray(start[from], start[high >= STEPS ? STEPS : Math.max(0, high)])
}

/** Accounts by each value that a part of the definition is held against. */
export type TruthOrders = Readonly<Record<keyof Definition, readonly StepOrder[]>>

export function orderTruth(truth: Truth): TruthOrders {
  const { creation, scheduling, distribution, oversight, fromDay, untilDay } = truth
  const accounts = oversight.length
  const most = (account: number) => Math.max(creation[account], scheduling[account], distribution[account])
  const days = (account: number) => untilDay[account] - fromDay[account]
  return {
    oversight: [inSteps(accounts, (account) => oversight[account], STEPS)],
    automation: [
      inSteps(accounts, most, STEPS),
      inSteps(accounts, (account) => distribution[account], STEPS),
    ],
    days: [inSteps(accounts, days, 1)],
  }
}

export interface Graded {
  readonly definition: Definition
  /** Index into GRADES, one an account. */
  readonly grade: Uint8Array
}

const PARTS = ["automation", "oversight", "days"] as const

/** The grades by `definition`, and the accounts whose grade is another than `before`. */
export function regrade(
  truth: Truth,
  orders: TruthOrders,
  before: Graded,
  definition: Definition,
): { readonly grade: Uint8Array; readonly changed: readonly number[] } {
  const moved = PARTS.filter((part) => definition[part] !== before.definition[part])
  if (moved.length > 1) return compared(before.grade, gradeAccounts(truth, definition))
  const grade = before.grade.slice()
  const changed: number[] = []
  for (const part of moved)
    for (const order of orders[part])
      for (const account of between(order, before.definition[part], definition[part])) {
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
