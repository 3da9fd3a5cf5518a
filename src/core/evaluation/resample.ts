/**
 * Bootstrap draws of accounts (Efron 1979) for figures that look at several scores, or at the classes apart, at once:
 * each draw tells how often every account counts, and whatever is compared is compared on the same draw.
 *
 * Stratified by label, as how many accounts of a class there are is the scenario's choice. AI-managed accounts are
 * drawn by operator, all of an operator's together: they share tools and habits, so that a fleet that is caught whole
 * is one observation and not a hundred (cluster bootstrap: Davison and Hinkley 1997, section 3.8). Authentic accounts
 * are drawn one by one.
 */
import { NONE } from "../evidence/evidence.ts"
import { below } from "../random/distributions.ts"
import { type Random, stream } from "../random/streams.ts"
import type { Interval } from "./intervals.ts"

export interface Sampling {
  /** Names the stream of draws: same seed, same draws. */
  readonly seed: string
  readonly draws: number
  /** Accounts of each authentic account (one) and of each AI-managed one's operator. */
  readonly authentic: Uint32Array
  readonly operators: readonly Uint32Array[]
  readonly accounts: number
}

/** 200 draws unless told, as elsewhere. `group`: one an account, NONE for an account on its own. */
export function samplingOf(
  label: Uint8Array,
  group: Uint32Array,
  { seed, draws = 200 }: { readonly seed: string; readonly draws?: number },
): Sampling {
  const authentic = Uint32Array.from(label.keys()).filter((account) => label[account] === 0)
  return { seed, draws, authentic, operators: operatorsOf(label, group), accounts: label.length }
}

/** AI-managed accounts by operator, each on its own where it has none; in the order of their first account. */
export function operatorsOf(label: Uint8Array, group: Uint32Array): Uint32Array[] {
  const byGroup = new Map<number, number[]>()
  const operators: number[][] = []
  for (let account = 0; account < label.length; account++) {
    if (label[account] === 0) continue
    const known = group[account] === NONE ? undefined : byGroup.get(group[account])
    if (known) {
      known.push(account)
      continue
    }
    const members = [account]
    operators.push(members)
    if (group[account] !== NONE) byGroup.set(group[account], members)
  }
  return operators.map((members) => Uint32Array.from(members))
}

/** Calls `see` with how often each account counts, once a draw; the column is written over by the next one. */
export function drawAccounts(sampling: Sampling, see: (times: Uint16Array) => void): void {
  const random = stream(sampling.seed, "evaluation/resample")
  const { authentic, operators } = sampling
  const times = new Uint16Array(sampling.accounts)
  for (let draw = 0; draw < sampling.draws; draw++) {
    times.fill(0)
    for (let k = 0; k < authentic.length; k++) times[authentic[below(authentic.length, random)]]++
    drawOperators(operators, random, (account) => times[account]++)
    see(times)
  }
}

/** Draws as many operators as there are, with replacement, and calls `take` with every account of each, or its place. */
export function drawOperators(
  operators: readonly (Uint32Array | Uint16Array)[],
  random: Random,
  take: (account: number) => void,
): void {
  for (let k = 0; k < operators.length; k++) {
    const accounts = operators[below(operators.length, random)]
    // Most operators are one account, for which an iterator would cost more than the account.
    for (let at = 0; at < accounts.length; at++) take(accounts[at])
  }
}

/** 95 % by the percentile method; draws without a value (NaN) are left out, and [NaN, NaN] is told when none has one. */
export function intervalOf(values: readonly number[]): Interval {
  const sorted = Float64Array.from(values.filter((value) => !Number.isNaN(value))).sort()
  if (sorted.length === 0) return [Number.NaN, Number.NaN]
  const at = (share: number) => {
    const position = share * (sorted.length - 1)
    const low = Math.floor(position)
    const high = Math.min(low + 1, sorted.length - 1)
    return sorted[low] + (sorted[high] - sorted[low]) * (position - low)
  }
  return [at(0.025), at(0.975)]
}
