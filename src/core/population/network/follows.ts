/**
 * The follow graph at the start of the period, an account's out-edges at a time, from its own stream and a few small
 * shared columns: friends of its community, fellow members of its group, the customers to whom its follows are sold,
 * and creators that it likes, of its community or of the whole platform.
 */
import type { Follows } from "../../evidence/evidence.ts"
import { beta, geometric } from "../../random/distributions.ts"
import { type Random, stage } from "../../random/streams.ts"
import { drawFocus } from "../interaction.ts"
import { type Phase, remains, type Traits } from "../traits.ts"
import type { World, WorldColumns } from "../world.ts"
import { customersOfGroup, densityAt } from "./customers.ts"
import { eachFriend, friendshipSalt } from "./friendship.ts"
import { neighboursOf, popularPlace } from "./neighbourhood.ts"
import { followsInSample } from "./standing.ts"

/** Share of the members of a group who follow the creators that the group cares for. */
const FOLLOWS_FOCUS = 0.9
/** More fellow members than this nobody follows, however large the group. */
const MOST_FELLOWS = 60
/** Draws for each account that is still to be followed; some find one that is followed already. */
const TRIES = 5

/** Whom accounts from `first` up to, not including, `end` follow; `lives` holds the phases of each. */
export function drawFollows(
  world: World,
  first: number,
  end: number,
  lives: readonly (readonly Phase[])[],
): Follows {
  const following = stage(world.scenario.seed, "follows")
  const salt = friendshipSalt(world.scenario.seed)
  const foci = new Map<number, Uint32Array>()
  const targets = new Targets(world)
  const offset = new Uint32Array(end - first + 1)
  for (let account = first; account < end; account++) {
    const random = following.at(account)
    // The graph is from before the period: whoever switches within it does not belong to the fleet yet.
    const { traits } = lives[account - first][0]
    targets.open(account)
    eachFriend(world, account, salt, (friend) => targets.add(friend))
    if (traits.group !== null) followGroup(world, account, traits, foci, random, targets)
    followLiked(world, account, traits, random, targets)
    offset[account - first + 1] = targets.close()
  }
  return { offset, target: targets.values() }
}

/** The accounts that one account after another follows. */
class Targets {
  #world: World
  #values = new Uint32Array(1 << 14)
  #start = 0
  #length = 0
  #account = 0
  #most = 0

  constructor(world: World) {
    this.#world = world
  }

  open(account: number): void {
    this.#account = account
    this.#start = this.#length
    this.#most = this.#world.columns.following[account]
  }

  /** How many the account follows so far. */
  get count(): number {
    return this.#length - this.#start
  }

  /** Notes one that is somebody else and not followed yet, up to as many as the profile says. */
  add(target: number): void {
    if (target === this.#account || this.count >= this.#most) return
    for (let at = this.#start; at < this.#length; at++) if (this.#values[at] === target) return
    if (this.#length === this.#values.length) {
      const larger = new Uint32Array(2 * this.#length)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#length++] = target
  }

  /** Sorts what the account follows; returns where the next one's begins. */
  close(): number {
    this.#values.subarray(this.#start, this.#length).sort()
    return this.#length
  }

  values(): Uint32Array {
    return this.#values.slice(0, this.#length)
  }
}

/** What belonging to a group brings: its creators, its other members, its customers. */
function followGroup(
  world: World,
  account: number,
  { archetype, group }: Traits,
  foci: Map<number, Uint32Array>,
  random: Random,
  targets: Targets,
): void {
  const { network: evasion } = group!.efforts
  const number = world.columns.group[account]
  const { offset, members } = world.groups
  if (archetype.group?.focus === "creators") {
    let focus = foci.get(number)
    if (!focus) {
      focus = drawFocus(world, number)
      foci.set(number, focus)
    }
    for (const creator of focus) if (random() < FOLLOWS_FOCUS * remains(evasion)) targets.add(creator)
  }
  const fellows = members.subarray(offset[number], offset[number + 1])
  addSome(
    fellows,
    Math.min(archetype.network.ring * remains(evasion), MOST_FELLOWS / fellows.length),
    random,
    targets,
  )
  addSome(customersOfGroup(world, number), densityAt(evasion), random, targets)
}

/** Each of the accounts with the same probability; the gaps between those taken are geometric. */
function addSome(accounts: Uint32Array, probability: number, random: Random, targets: Targets): void {
  if (probability <= 0) return
  for (
    let at = geometric(probability, random);
    at < accounts.length;
    at += 1 + geometric(probability, random)
  )
    targets.add(accounts[at])
}

/** Fills up with creators whom the account merely likes; they need not know it. */
function followLiked(
  world: World,
  account: number,
  { archetype: { network } }: Traits,
  random: Random,
  targets: Targets,
): void {
  const { columns } = world
  const local = beta(network.local.mean, network.local.concentration, random)
  const wanted = followsInSample(columns.following[account], world.accounts) - targets.count
  const neighbours = neighboursOf(world, account)
  // Nobody follows everybody: of a small community at most a quarter.
  let known = Math.min(wanted * local, neighbours.length / 4)
  for (; known > random(); known--) targets.add(neighbours[popularPlace(neighbours.length, random)])
  const most = followsInSample(columns.following[account], world.accounts)
  for (let tries = TRIES * wanted; tries > 0 && targets.count < most; tries--) {
    const liked = columns.popular[popularPlace(world.accounts, random)]
    if (random() < appealOf(columns, account, liked)) targets.add(liked)
  }
}

/** Probability that somebody follows that it comes across: rather who writes what it can read and cares for. */
function appealOf({ language, topic }: WorldColumns, account: number, liked: number): number {
  return (language[liked] === language[account] ? 1 : 0.1) * (topic[liked] === topic[account] ? 1 : 0.35)
}
