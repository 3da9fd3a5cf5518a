/** Follows among accounts, generated again from the seed: a run keeps none. */
import { drawFollows } from "../population/network/follows.ts"
import { livesOf } from "../population/tile.ts"
import type { World } from "../population/world.ts"

/** Who follows whom, in columns of account numbers. */
export interface FollowEdges {
  readonly from: Uint32Array
  readonly to: Uint32Array
}

/** Of the follows of accounts from `first` up to, not including, `end`: those of or by an account with a mark. */
export function followsTouching(world: World, first: number, end: number, marked: Uint8Array): FollowEdges {
  const { offset, target } = drawFollows(world, first, end, livesOf(world, first, end))
  const from: number[] = []
  const to: number[] = []
  for (let account = first; account < end; account++) {
    for (let at = offset[account - first]; at < offset[account - first + 1]; at++) {
      if (marked[account] === 0 && marked[target[at]] === 0) continue
      from.push(account)
      to.push(target[at])
    }
  }
  return { from: Uint32Array.from(from), to: Uint32Array.from(to) }
}

/** The follows of some accounts by one another. */
export function followsAmong(world: World, accounts: readonly number[]): FollowEdges {
  const marked = new Set(accounts)
  const from: number[] = []
  const to: number[] = []
  for (const account of accounts) {
    for (const followed of drawFollows(world, account, account + 1, livesOf(world, account, account + 1))
      .target) {
      if (!marked.has(followed)) continue
      from.push(account)
      to.push(followed)
    }
  }
  return { from: Uint32Array.from(from), to: Uint32Array.from(to) }
}

/** The edges of one part after another. */
export function joinFollows(parts: readonly FollowEdges[]): FollowEdges {
  const joined = (end: keyof FollowEdges) => {
    const all = new Uint32Array(parts.reduce((length, part) => length + part[end].length, 0))
    let at = 0
    for (const part of parts) {
      all.set(part[end], at)
      at += part[end].length
    }
    return all
  }
  return { from: joined("from"), to: joined("to") }
}
