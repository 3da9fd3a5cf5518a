/**
 * Pairs of accounts that act on one object at most ten seconds apart, and whether they do so on two objects or more.
 * Counted here from the events alone, apart from the detector of co-action, as CooRTweet counts shares of a link.
 */
import { sortedOrder } from "../detection/linkage/order.ts"
import { pairKey, pairOf } from "../detection/linkage/pairs.ts"
import { type Evidence, NONE } from "../evidence/evidence.ts"

/** Seconds at most between two actions that count as together. */
export const TOGETHER = 10

export interface Pair {
  readonly a: number
  readonly b: number
  /** Distinct objects on which the two acted together. */
  readonly objects: number
}

/** Evidence of all accounts, whether generated or from a log. */
interface Acting {
  readonly world: { readonly accounts: number }
  readonly tiles: readonly { readonly evidence: Evidence }[]
}

interface Actions {
  readonly owner: Uint32Array
  readonly object: Uint32Array
  readonly time: Uint32Array
}

/** All pairs that acted together at least once, each from a second on that is `from` its own; sorted by accounts. */
export function pairsTogether(population: Acting, from: (account: number) => number = () => 0): Pair[] {
  const { owner, object, time } = actionsOn(population, from)
  const { accounts } = population.world
  const byTime = sortedOrder(time)
  const order = sortedOrder(object.map((_, k) => object[byTime[k]])).map((k) => byTime[k])
  const found = new Map<number, { objects: number; last: number }>()
  for (let i = 0; i < order.length; i++) {
    const first = order[i]
    for (let j = i + 1; j < order.length; j++) {
      const second = order[j]
      if (object[second] !== object[first] || time[second] - time[first] > TOGETHER) break
      if (owner[second] !== owner[first])
        note(found, pairKey(owner[first], owner[second], accounts), object[first])
    }
  }
  return Array.from(found.keys())
    .sort((p, q) => p - q)
    .map((key) => {
      const [a, b] = pairOf(key, accounts)
      return { a, b, objects: found.get(key)!.objects }
    })
}

/** Objects come in order, so the same one is noted twice in a row or never again. */
function note(found: Map<number, { objects: number; last: number }>, key: number, object: number): void {
  const pair = found.get(key)
  if (!pair) found.set(key, { objects: 1, last: object })
  else if (pair.last !== object) {
    pair.objects++
    pair.last = object
  }
}

/** Every action that has an object, of all accounts. */
function actionsOn({ tiles }: Acting, from: (account: number) => number): Actions {
  const total = tiles.reduce((sum, { evidence }) => sum + evidence.interactions!.object.length, 0)
  const owner = new Uint32Array(total)
  const object = new Uint32Array(total)
  const time = new Uint32Array(total)
  let at = 0
  for (const { evidence } of tiles) {
    const actions = evidence.interactions!
    for (let k = 0; k < evidence.accountCount; k++) {
      const start = from(evidence.firstAccount + k)
      for (let action = actions.offset[k]; action < actions.offset[k + 1]; action++) {
        if (actions.object[action] === NONE || actions.time[action] < start) continue
        owner[at] = evidence.firstAccount + k
        object[at] = actions.object[action]
        time[at++] = actions.time[action]
      }
    }
  }
  return { owner: owner.subarray(0, at), object: object.subarray(0, at), time: time.subarray(0, at) }
}
