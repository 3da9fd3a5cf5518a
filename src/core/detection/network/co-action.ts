/**
 * Co-action: accounts that act on the same objects within seconds of each other, again and again.
 *
 * After Giglietto et al. 2020 and CooRTweet (Righetti and Balluff 2025): a pair is two distinct accounts that act
 * on one object within the window; it is repeated when it happens on two or more distinct objects. Repetition
 * tells coordination from chance; synchrony alone does not.
 *
 * Null model for popularity: on an object that draws a crowd, strangers coincide. The null keeps each object's
 * crowd, its rise and its fall, and jitters every action by up to thirty windows (the jitter method of
 * Amarasingham et al. 2012, J. Neurophysiol. 107). Two accounts that both act on object o then coincide with
 * probability q = w / J * (c + s q0) / (m + s): c of its m other pairs of actions lie within J = 30 w, shrunk to the
 * platform's share q0. Over the objects that a pair shares, coincidences are Poisson with the sum of q, and the
 * pair's surprise is -ln P(X >= observed). An account's is that of its strongest repeated partner, less
 * ln(chances) for having had many partners to coincide with.
 */
import { type Evidence, NONE } from "../../evidence/evidence.ts"
import type { Detector, JoinPart, LinkInput, LinkResult } from "../detector.ts"
import { Growing } from "../linkage/growing.ts"
import { ownersOf, sortedOrder } from "../linkage/order.ts"
import { concat, eachRun, MOST_PAIRS, pairKey, pairOf, WeightedPairs } from "../linkage/pairs.ts"
import { oneIn, reason, strongest } from "../reason.ts"
import { poissonSurprise, scoreOfSurprise } from "../tails.ts"
import { CoincidenceRates, JITTER } from "./coincidence.ts"

const PARTITIONS = 8
/** Events after an event, within the window, that it is paired with; a flash crowd has no use for more. */
const MOST_NEIGHBOURS = 200
const HALF_NATS = 10

const FEATURES = [
  { id: "objects", title: "Objects acted on", unit: "count" },
  { id: "partners", title: "Accounts that acted on one of them within the window", unit: "count" },
  { id: "repeatedPartners", title: "Of those, accounts that did so on two or more objects", unit: "count" },
  { id: "mostShared", title: "Objects acted on together with the strongest partner", unit: "count" },
  { id: "expected", title: "Coincidences with that partner expected by chance", unit: "count" },
  { id: "surprise", title: "Surprise at the strongest partner, corrected for chances", unit: "nats" },
] as const

export const coAction: Detector = {
  id: "co-action",
  layer: "network",
  title: "Repeated co-action",
  version: 1,
  reads: ["interactions.time", "interactions.object"],
  features: FEATURES,

  linkage: {
    columns: (size) => ({ object: size.interactions, time: size.interactions }),
    partitions: PARTITIONS,
    observe(tile: Evidence, columns) {
      const { firstInteraction, object, time } = tile.interactions!
      columns.object.set(object, firstInteraction)
      columns.time.set(time, firstInteraction)
    },
    join: joinObjects,
    merge,
  },

  // One object cannot repeat, so an account that acted on fewer than two has given no evidence.
  score: (row) => (row[0] >= 2 ? scoreOfSurprise(row[5], HALF_NATS) : Number.NaN),

  reasons(row, population) {
    const [objects, , repeatedPartners, mostShared, expected, surprise] = Array.from(row)
    if (!(repeatedPartners > 0)) return []
    return strongest([
      reason(
        "co-action.repeated",
        scoreOfSurprise(surprise, HALF_NATS),
        "acted on {mostShared} of {objects} objects within the window of one and the same account, where chance gives {expected}; accounts that did so repeatedly: {partners}, as many as for 1 in {oneIn} accounts",
        {
          mostShared,
          objects,
          expected: Number(expected.toPrecision(2)),
          partners: repeatedPartners,
          oneIn: oneIn(population.shareAtOrAbove("repeatedPartners", repeatedPartners)),
        },
      ),
    ])
  },
}

/**
 * Pairs of accounts that coincide, object by object, for the objects of one partition: `keys`, of which `pairsNoted`
 * belong to each of `nearObjects`, and how many pairs of actions on it lie within the jitter, `nearPairs`.
 */
function joinObjects(partition: number, input: LinkInput): JoinPart {
  const { columns, size, interactionOffset, settings } = input
  const owner = ownersOf(interactionOffset)
  const keys = new Growing()
  const nearObjects = new Growing()
  const nearPairs = new Growing()
  const pairsNoted = new Growing()
  const lastObject = new Uint32Array(size.accounts).fill(NONE)
  let capped = 0
  const order = eventsOf(partition, columns)
  for (let from = 0; from < order.length; ) {
    const object = columns.object[order[from]]
    let to = from + 1
    while (to < order.length && columns.object[order[to]] === object) to++
    if (to - from > 1) {
      const events = order.subarray(from, to)
      const before = keys.length
      capped += pairUp(events, owner, columns.time, settings.coActionWindow, size.accounts, keys)
      if (someoneRepeats(events, owner, lastObject, object)) keys.distinctFrom(before)
      nearObjects.push(object)
      nearPairs.push(countNear(events, columns.time, settings.coActionWindow * JITTER))
      pairsNoted.push(keys.length - before)
    }
    from = to
  }
  return {
    keys: keys.values(),
    nearObjects: nearObjects.values(),
    nearPairs: nearPairs.values(),
    pairsNoted: pairsNoted.values(),
    capped,
  }
}

/** Whether an account acted on the object more than once, so that a pair may have been noted twice. */
function someoneRepeats(
  events: Uint32Array,
  owner: Uint32Array,
  lastObject: Uint32Array,
  object: number,
): boolean {
  let repeats = false
  for (const event of events) {
    repeats ||= lastObject[owner[event]] === object
    lastObject[owner[event]] = object
  }
  return repeats
}

/** Positions of a partition's events, by object and then by time. */
function eventsOf(partition: number, columns: LinkInput["columns"]): Uint32Array {
  const chosen = new Growing()
  for (let at = 0; at < columns.object.length; at++) {
    if (columns.object[at] !== NONE && columns.object[at] % PARTITIONS === partition) chosen.push(at)
  }
  const positions = Uint32Array.from(chosen.values())
  const byTime = sortedOrder(positions.map((at) => columns.time[at])).map((k) => positions[k])
  return sortedOrder(byTime.map((at) => columns.object[at])).map((k) => byTime[k])
}

/** Notes each pair of distinct accounts within the window; returns for how many events the neighbours were capped. */
function pairUp(
  events: Uint32Array,
  owner: Uint32Array,
  time: Uint32Array,
  window: number,
  accounts: number,
  keys: Growing,
): number {
  let capped = 0
  for (let i = 0; i < events.length; i++) {
    const latest = time[events[i]] + window
    let j = i + 1
    for (; j < events.length && time[events[j]] <= latest; j++) {
      if (j - i > MOST_NEIGHBOURS) {
        capped++
        break
      }
      const a = owner[events[i]]
      const b = owner[events[j]]
      if (a !== b) keys.push(pairKey(a, b, accounts))
    }
  }
  return capped
}

/** Pairs of events at most `span` seconds apart. */
function countNear(events: Uint32Array, time: Uint32Array, span: number): number {
  let pairs = 0
  let first = 0
  for (let i = 0; i < events.length; i++) {
    while (time[events[i]] - time[events[first]] > span) first++
    pairs += i - first
  }
  return pairs
}

function merge(parts: readonly JoinPart[], input: LinkInput): LinkResult {
  const { accounts } = input.size
  const keys = concat(parts, "keys")
  const rates = new CoincidenceRates(input, concat(parts, "nearObjects"), concat(parts, "nearPairs"))
  const features = emptyFeatures(accounts)
  for (let account = 0; account < accounts; account++) features.objects[account] = rates.objectsOf(account)
  const pairs = new WeightedPairs()
  let repeatedPairs = 0
  eachRun(keys.slice().sort(), (key, count) => {
    const [a, b] = pairOf(key, accounts)
    pairs.add(a, b, count)
    features.partners[a]++
    features.partners[b]++
    if (count < 2) return
    repeatedPairs++
    const expected = rates.expected(a, b)
    addRepeatedPartner(features, a, count, expected)
    addRepeatedPartner(features, b, count, expected)
  })
  for (let account = 0; account < accounts; account++) {
    if (features.surprise[account] > 0)
      features.surprise[account] = corrected(features.surprise[account], rates.chances(account))
  }
  return {
    features,
    pairs: pairs.strongest(MOST_PAIRS),
    summary: {
      pairs: pairs.length,
      repeatedPairs,
      cappedEvents: parts.reduce((sum, part) => sum + (part.capped as number), 0),
    },
  }
}

const emptyFeatures = (accounts: number) => ({
  objects: new Float32Array(accounts),
  partners: new Float32Array(accounts),
  repeatedPartners: new Float32Array(accounts),
  mostShared: new Float32Array(accounts),
  expected: new Float32Array(accounts),
  surprise: new Float32Array(accounts),
})

function addRepeatedPartner(
  features: ReturnType<typeof emptyFeatures>,
  account: number,
  count: number,
  expected: number,
): void {
  features.repeatedPartners[account]++
  const surprise = poissonSurprise(count, expected)
  if (surprise > features.surprise[account]) {
    features.surprise[account] = surprise
    features.mostShared[account] = count
    features.expected[account] = expected
  }
}

/** Bonferroni's correction in nats, softened at 0 so that a repeater never falls level with those who are none. */
function corrected(surprise: number, chances: number): number {
  const excess = surprise - Math.log(Math.max(1, chances))
  return excess > 30 ? excess : Math.log1p(Math.exp(excess))
}
