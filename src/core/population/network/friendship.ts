/**
 * Friends: accounts of one community that follow each other. Both ends find their friendship by themselves, without
 * a list of edges: whether two accounts are friends is a hash of the pair, and which pairs are asked about is
 * symmetric.
 *
 * Half of the friends come from the account's circle, the dozen next to it by popularity, who are friends of one
 * another too. The other half come in rounds: round k pairs place a with (shift_k - a) mod n, which is its own
 * inverse. A pair of accounts that want x and y friends is drawn with a probability in proportion to x y
 * (Chung and Lu 2002).
 */
import { mix32, stream } from "../../random/streams.ts"
import type { World } from "../world.ts"
import { neighboursOf } from "./neighbourhood.ts"

const CIRCLE = 12
const ROUNDS = 48
/** Friends that the average account of a community wants, in the sample. */
const TYPICAL = 3
/** A prime: its multiples by different rounds differ modulo any smaller number. */
const STRIDE = 2_654_435_761

/** Sets one population's pairs apart from another's. */
export function friendshipSalt(seed: string): number {
  return stream(seed, "friends").int32() >>> 0
}

/** Calls `befriend` with every friend of the account, each once. */
export function eachFriend(
  world: World,
  account: number,
  salt: number,
  befriend: (friend: number) => void,
): void {
  const { friends, communityPlace, community } = world.columns
  const wanted = friends[account]
  if (wanted === 0) return
  const members = neighboursOf(world, account)
  const place = communityPlace[account]
  const circle = place - (place % CIRCLE)
  const ask = (other: number, chance: number) => {
    const friend = members[other]
    if (isDrawn(salt, account, friend, wanted * friends[friend] * chance)) befriend(friend)
  }
  const circleEnd = Math.min(members.length, circle + CIRCLE)
  for (let other = circle; other < circleEnd; other++)
    if (other !== place) ask(other, 0.5 / (TYPICAL * (CIRCLE - 1)))
  const start = mix32(salt ^ mix32(community[account] + 1))
  const rounds = Math.min(ROUNDS, members.length)
  for (let round = 0; round < rounds; round++) {
    const shift = (start + round * STRIDE) % members.length
    const other = shift >= place ? shift - place : shift - place + members.length
    if (other < circle || other >= circleEnd) ask(other, 0.5 / (TYPICAL * ROUNDS))
  }
}

/** The same for both ends of a pair. */
function isDrawn(salt: number, a: number, b: number, probability: number): boolean {
  const pair = a < b ? mix32(mix32(salt ^ a) + b) : mix32(mix32(salt ^ b) + a)
  return pair < probability * 2 ** 32
}
