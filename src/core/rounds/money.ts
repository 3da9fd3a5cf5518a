/** What operators can pay for, in CNY a month. Accounts are run first, then replaced, and efforts get what is left. */
import { EFFORT_LAYERS, type Efforts, eachEffort, meanOver } from "../population/efforts.ts"
import type { Operator } from "./fleet.ts"
import type { RoundsSettings } from "./settings.ts"

/** Costs and budgets are a month's, whatever a round's length. */
const MONTH = 30

/** Running and evading of one account. */
export const accountCost = ({ tariff }: Pick<Operator, "tariff">, efforts: Efforts): number =>
  tariff.running + meanOver(efforts, (effort) => tariff.evading * effort * effort)

/** A new account, spread over its round. */
export const monthlyPrice = ({ replacement }: RoundsSettings, days: number): number =>
  (replacement.price * MONTH) / days

/** Of one operator. */
export const budgetOf = (operator: Operator, { budget }: RoundsSettings): number =>
  budget * operator.members.length * accountCost(operator, operator.first)

/** Of `wanted` accounts the most that can be bought and run beside those that are left. */
export function affordableReplacements(
  { tariff }: Operator,
  left: number,
  wanted: number,
  price: number,
  budget: number,
): number {
  const each = tariff.running + price
  if (each === 0) return wanted
  return Math.max(0, Math.min(wanted, Math.floor((budget - tariff.running * left) / each)))
}

/** The sum of squares of three efforts, at most 3, that an operator can pay for on all accounts that it runs. */
export function affordableEffort(
  { tariff }: Operator,
  accounts: number,
  replaced: number,
  price: number,
  budget: number,
): number {
  const left = Math.max(0, budget - tariff.running * accounts - price * replaced)
  const all = (accounts * tariff.evading) / 3
  return all === 0 ? 3 : Math.min(3, left / all)
}

/** What an operator gets of the efforts that it wants: within [0, 1], a step above the present ones, and its money. */
export function boundedEfforts(wanted: Efforts, present: Efforts, step: number, affordable: number): Efforts {
  const bounded = eachEffort((layer) => Math.max(0, Math.min(1, present[layer] + step, wanted[layer])))
  const squares = EFFORT_LAYERS.reduce((sum, layer) => sum + bounded[layer] ** 2, 0)
  if (squares <= affordable) return bounded
  // A hair less than the root, which may be rounded up.
  const scale = Math.sqrt(affordable / squares) * (1 - 1e-12)
  return eachEffort((layer) => scale * bounded[layer])
}
