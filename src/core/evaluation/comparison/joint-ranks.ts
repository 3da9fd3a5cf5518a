/**
 * Where accounts rank on both sides at once, in groups of neighbours, to draw bootstrap samples from.
 *
 * A group is closed as soon as either class has 1 / 1,024 of what ranks above in it, so the top, where thresholds are, is
 * told apart account by account, and even a million accounts make some ten thousand groups. Tied scores are never
 * parted, and the threshold always is the edge of a group.
 */
import { operatorsOf } from "../resample.ts"
import { indexOrdered, orderScores, type ScoreIndex, type ScoreOrder } from "../score-index.ts"
import { rankable, type Side } from "./side.ts"

const GROUPS_TO_DOUBLE = 1024

/** How accounts rank on one side. */
export interface Ranks {
  /** Number of the account's group, from 0 for the highest scores; length accounts. */
  readonly of: Uint16Array
  readonly count: number
  /** Groups at or above the side's threshold: the first ones. */
  readonly flagged: number
  readonly index: ScoreIndex
}

export function ranksOf(side: Side): Ranks {
  const order = orderScores(rankable(side.score))
  return { ...groupNeighbours(order, side), index: indexOrdered(order, side.label) }
}

function groupNeighbours({ score, account }: ScoreOrder, { label, threshold }: Side) {
  const of = new Uint16Array(account.length)
  const before = [0, 0]
  const here = [0, 0]
  let group = 0
  let flagged = 0
  const isFull = (side: 0 | 1) => here[side] > 0 && here[side] * GROUPS_TO_DOUBLE >= before[side]
  for (let i = account.length - 1; i >= 0; i--) {
    of[account[i]] = group
    here[label[account[i]]]++
    const isAbove = score[i] >= threshold
    if (isAbove) flagged = group + 1
    if (i === 0 || score[i - 1] === score[i]) continue
    const crossesThreshold = isAbove && !(score[i - 1] >= threshold)
    if (!crossesThreshold && !isFull(0) && !isFull(1)) continue
    for (const side of [0, 1] as const) {
      before[side] += here[side]
      here[side] = 0
    }
    group++
  }
  return { of, count: account.length === 0 ? 0 : group + 1, flagged }
}

/** Accounts that are labelled alike on both sides, to be drawn from each other's places. */
export interface Stratum {
  /** 1 for AI-managed, 0 for authentic, on either side. */
  readonly labelA: number
  readonly labelB: number
  /** One an account: its group on side A times 65,536, plus that on side B. */
  readonly places: Uint32Array
  /** Accounts that are drawn together: where each lot of them begins in `places`, and the end; null when one by one. */
  readonly lots: Uint32Array | null
  /** The distinct places, and how many accounts each holds. */
  readonly cells: { readonly place: Uint32Array; readonly accounts: Uint32Array }
}

/**
 * The strata that have accounts: two, or up to four when two definitions label accounts otherwise. With `group` (one
 * an account, NONE for one on its own) accounts that are AI-managed on either side are drawn by operator.
 */
export function strataOf(
  a: Ranks,
  b: Ranks,
  labelA: Uint8Array,
  labelB: Uint8Array,
  group: Uint32Array | undefined,
): Stratum[] {
  const placeOf = (account: number) => (a.of[account] << 16) | b.of[account]
  return accountsByLabels(labelA, labelB).flatMap((own, stratum) => {
    if (own.length === 0) return []
    const isOneByOne = group === undefined || stratum === 0
    const operators = isOneByOne ? null : operatorsAmong(own, group)
    const places = operators === null ? own.map(placeOf) : Uint32Array.from(operators.flat(), placeOf)
    const cells = cellsOf(places.slice().sort())
    const labels = { labelA: stratum >> 1, labelB: stratum & 1 }
    return [{ ...labels, places, lots: operators && startsOf(operators), cells }]
  })
}

/** Accounts by two times their label on side A plus that on side B. */
function accountsByLabels(labelA: Uint8Array, labelB: Uint8Array): Uint32Array[] {
  const sizes = [0, 0, 0, 0]
  for (let account = 0; account < labelA.length; account++) sizes[2 * labelA[account] + labelB[account]]++
  const accounts = sizes.map((size) => new Uint32Array(size))
  const filled = [0, 0, 0, 0]
  for (let account = 0; account < labelA.length; account++) {
    const stratum = 2 * labelA[account] + labelB[account]
    accounts[stratum][filled[stratum]++] = account
  }
  return accounts
}

/** The accounts of each operator; one on its own is its own. */
function operatorsAmong(accounts: Uint32Array, group: Uint32Array): number[][] {
  const isAmong = new Uint8Array(group.length)
  for (const account of accounts) isAmong[account] = 1
  return operatorsOf(isAmong, group).map((own) => [...own])
}

function startsOf(lots: readonly (readonly number[])[]): Uint32Array {
  const starts = new Uint32Array(lots.length + 1)
  for (const [at, { length }] of lots.entries()) starts[at + 1] = starts[at] + length
  return starts
}

/** `places` ascending. */
function cellsOf(places: Uint32Array): Stratum["cells"] {
  const place = new Uint32Array(places.length)
  const accounts = new Uint32Array(places.length)
  let cells = 0
  for (let i = 0; i < places.length; i++) {
    if (i > 0 && places[i] !== places[i - 1]) cells++
    place[cells] = places[i]
    accounts[cells]++
  }
  return { place: place.slice(0, cells + 1), accounts: accounts.slice(0, cells + 1) }
}
