/**
 * The null model of co-action: how often would two accounts coincide on the objects they share, had each acted
 * some minutes earlier or later? See co-action.ts for the formula.
 */
import { NONE } from "../../evidence/evidence.ts"
import type { LinkInput } from "../detector.ts"

/** Windows by which the null jitters actions: wide against the window, narrow against an object's rise and fall. */
export const JITTER = 30
/** Weight of the platform's mean, in pairs. */
const SHRINKAGE = 5

export class CoincidenceRates {
  /** Distinct objects by account: account i's are #objects[#offset[i]] to #objects[#offset[i + 1] - 1], ascending. */
  readonly #offset: Uint32Array
  readonly #objects: Uint32Array
  /** Accounts that acted on an object, and pairs of actions on it that lie within the jitter; by object number. */
  readonly #actors: Uint32Array
  readonly #near: Float64Array
  readonly #mean: number

  /** `nearPairs[i]` pairs of actions on `nearObjects[i]` lie within the jitter; other objects have none. */
  constructor(input: LinkInput, nearObjects: Float64Array, nearPairs: Float64Array) {
    const { offset, objects } = distinctObjects(input)
    this.#offset = offset
    this.#objects = objects
    const objectCount = objects.reduce((most, object) => Math.max(most, object + 1), 0)
    this.#actors = new Uint32Array(objectCount)
    this.#near = new Float64Array(objectCount)
    for (const object of objects) this.#actors[object]++
    let near = 0
    for (let i = 0; i < nearObjects.length; i++) {
      this.#near[nearObjects[i]] = nearPairs[i]
      near += nearPairs[i]
    }
    let pairs = 0
    for (const actors of this.#actors) pairs += (actors * (actors - 1)) / 2
    this.#mean = pairs > 0 ? Math.min(1, near / pairs) : 0
  }

  /** Number of distinct objects an account acted on. */
  objectsOf(account: number): number {
    return this.#offset[account + 1] - this.#offset[account]
  }

  /** Coincidences of two accounts expected by chance, over all objects both acted on. */
  expected(a: number, b: number): number {
    let expected = 0
    let i = this.#offset[a]
    let j = this.#offset[b]
    while (i < this.#offset[a + 1] && j < this.#offset[b + 1]) {
      const object = this.#objects[i]
      const other = this.#objects[j]
      if (object === other) expected += this.#rateOf(object)
      if (object <= other) i++
      if (other <= object) j++
    }
    return expected
  }

  /** Sum over objects of what `count` makes of the coincidences expected by chance among these accounts' pairs. */
  expectedAmong(accounts: Iterable<number>, count: (pairs: number) => number): number {
    const actors = new Map<number, number>()
    for (const account of accounts) {
      for (let i = this.#offset[account]; i < this.#offset[account + 1]; i++)
        actors.set(this.#objects[i], (actors.get(this.#objects[i]) ?? 0) + 1)
    }
    let expected = 0
    for (const [object, acting] of actors)
      if (acting > 1) expected += count(((acting * (acting - 1)) / 2) * this.#rateOf(object))
    return expected
  }

  /** Number of accounts that acted on an object. */
  actorsOn(object: number): number {
    return this.#actors[object]
  }

  /** Accounts with which this one could have coincided, counted once an object. */
  chances(account: number): number {
    let chances = 0
    for (let i = this.#offset[account]; i < this.#offset[account + 1]; i++)
      chances += this.#actors[this.#objects[i]] - 1
    return chances
  }

  #rateOf(object: number): number {
    const actors = this.#actors[object]
    const otherPairs = (actors * (actors - 1)) / 2 - 1
    const otherNear = Math.max(0, Math.min(otherPairs, this.#near[object] - 1))
    return (otherNear + SHRINKAGE * this.#mean) / (otherPairs + SHRINKAGE) / JITTER
  }
}

/** The objects each account acted on, each once, ascending. */
function distinctObjects({ columns, interactionOffset, size }: LinkInput): {
  offset: Uint32Array
  objects: Uint32Array
} {
  const offset = new Uint32Array(size.accounts + 1)
  const objects = new Uint32Array(columns.object.length)
  let kept = 0
  for (let account = 0; account < size.accounts; account++) {
    const own = columns.object.slice(interactionOffset[account], interactionOffset[account + 1]).sort()
    const start = kept
    for (const object of own)
      if (object !== NONE && (kept === start || object !== objects[kept - 1])) objects[kept++] = object
    offset[account + 1] = kept
  }
  return { offset, objects: objects.subarray(0, kept) }
}
