/**
 * What accounts do to each other's posts. In a sitting somebody scrolls through the feed and reacts to what was
 * published some while before; the age of what people react to has a heavy tail (lognormal, as measured on Weibo).
 * Machines react within seconds or minutes of publication, while they run. Groups answer calls: within a minute or
 * two of each other, whatever else their members do.
 */
import { INTERACTION_KINDS, NONE } from "../evidence/evidence.ts"
import { type Alias, aliasTable, below, drawAlias, logNormal } from "../random/distributions.ts"
import { mix32, type Random, stream } from "../random/streams.ts"
import { authorOf, BIN, postAbout } from "./feed.ts"
import type { Traits } from "./traits.ts"
import type { World } from "./world.ts"

const FOLLOW = INTERACTION_KINDS.indexOf("follow")
/** What a tool can do at a machine's speed, having something to say. */
const IS_SPOKEN = INTERACTION_KINDS.map((kind) => kind === "comment" || kind === "reply")

/** How often an account does what. */
export const kindsOf = ({ mix }: Traits): Alias => aliasTable(mix)

/** What a group acts on: its members' posts, or those of one to three creators with a following. */
export function drawFocus(world: World, group: number): Uint32Array {
  const { groups, archetypes, columns } = world
  const kind = archetypes[groups.archetype[group]]
  if (kind.group?.focus === "members")
    return groups.members.subarray(groups.offset[group], groups.offset[group + 1])
  const random = stream(world.scenario.seed, `focus/${group}`)
  const creators: number[] = []
  for (let tries = 0; tries < 200 && creators.length < 3; tries++) {
    const candidate = below(world.accounts, random)
    const isCreator = archetypes[columns.archetype[candidate]].id === "creator"
    if (isCreator && columns.postOffset[candidate + 1] > columns.postOffset[candidate])
      creators.push(candidate)
  }
  return Uint32Array.from(creators)
}

/** One action; `object` and `target` as in Interactions, time in seconds of the period. */
export interface Action {
  time: number
  kind: number
  object: number
  target: number
}

/** Who acts, and within what: the same for all actions of an account. */
export interface Actor {
  readonly account: number
  readonly traits: Traits
  /** Whose posts the account's group cares for, somebody else among them; null without such a group. */
  readonly focus: Uint32Array | null
  readonly kinds: Alias
  /** Seconds of the period within which the account acts, the second exclusive. */
  readonly earliest: number
  readonly latest: number
  /** Keys of what can be done only once and is done. */
  readonly done: Set<number>
}

/** Draws what the account does at a moment into `action`: a reaction within its time, or else a follow. */
export function drawAction(world: World, actor: Actor, moment: number, random: Random, action: Action): void {
  action.kind = drawAlias(actor.kinds, random)
  for (let tries = 0; tries < MOST_TRIES && action.kind !== FOLLOW; tries++) {
    if (drawReaction(world, actor, moment, random, action) && isNew(actor, action)) return
  }
  action.kind = FOLLOW
  action.object = NONE
  action.time = moment
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    action.target =
      actor.focus && random() < actor.traits.forGroup
        ? actor.focus[below(actor.focus.length, random)]
        : drawAlias(feedOf(world), random)
    if (action.target !== actor.account && isNew(actor, action)) return
  }
  // Who follows everybody that he meets follows somebody out of the blue.
  action.target = (actor.account + 1 + below(world.accounts - 1, random)) % world.accounts
}

/** What is done already, or lies outside the account's time, is not done; something else is drawn in its place. */
const MOST_TRIES = 4

const feedOf = ({ columns }: World): Alias => ({ cut: columns.feedCut, other: columns.feedOther })

/** One likes, saves or follows the same thing once; comments and shares may be repeated. Notes what it lets pass. */
function isNew({ done }: Actor, { kind, object, target }: Action): boolean {
  if (!ONCE_ONLY[kind]) return true
  const key = kind * 2 ** 32 + (object === NONE ? target : object)
  if (done.has(key)) return false
  done.add(key)
  return true
}
const ONCE_ONLY = INTERACTION_KINDS.map((kind) => ["like", "save", "follow"].includes(kind))

/** Chooses a post and the second; false when there is none to react to, or not within the account's time. */
function drawReaction(world: World, actor: Actor, moment: number, random: Random, action: Action): boolean {
  const { account, traits, focus, earliest, latest } = actor
  const forGroup = focus !== null && random() < traits.forGroup
  if (forGroup && random() < traits.onCall) answerCall(world, actor, focus, random, action)
  else react(world, traits, forGroup ? focus : null, moment, random, action)
  if (action.object === NONE) return false
  action.target = authorOf(world, action.object)
  return action.target !== account && action.time >= earliest && action.time < latest
}

/** Calls a group hears in the period: about two in three days. Each is for one post, the same for all members. */
const callsOf = ({ scenario }: World) => Math.ceil((2 / 3) * scenario.days)

/** The call is one moment for all members, some time after publication; the delay is each member's own. */
function answerCall(
  world: World,
  { traits }: Actor,
  focus: Uint32Array,
  random: Random,
  action: Action,
): void {
  const { postOffset } = world.columns
  const { phraseSeed, callDelay } = traits.group!
  const call = mix32(mix32(phraseSeed) + below(callsOf(world), random))
  const member = focus[call % focus.length]
  const posts = postOffset[member + 1] - postOffset[member]
  action.object = posts > 0 ? postOffset[member] + (mix32(call) % posts) : NONE
  if (posts === 0) return
  const called = world.postTime[action.object] + 30 + (mix32(call + 1) % 5400)
  action.time = Math.floor(called + logNormal(callDelay, 0.9, random))
}

/** Log-SD of a tool's reactions about its median. */
const FAST_SIGMA = 1.35

/** Reacts to a post as old as the account's habit has it; to a fresh one as soon as that, rather than on the moment. */
function react(
  world: World,
  traits: Traits,
  focus: Uint32Array | null,
  moment: number,
  random: Random,
  action: Action,
): void {
  const isFast = IS_SPOKEN[action.kind] && random() < traits.fast
  const age = isFast ? logNormal(traits.fastMedian, FAST_SIGMA, random) : drawAge(traits, moment, random)
  const wanted = Math.max(0, moment - age)
  const post = focus
    ? postOf(world, focus[below(focus.length, random)], wanted)
    : postAbout(world, wanted, random())
  action.object = post < 0 ? NONE : post
  if (post < 0) return
  const published = world.postTime[post]
  const isFresh = isFast || age < 2 * BIN || published > moment
  action.time = isFresh ? Math.floor(published + age) : moment
}

/** Seconds, within what there is of the period before the moment: who opens the app reacts to something. */
function drawAge({ latency }: Traits, moment: number, random: Random): number {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const age = logNormal(latency.median, latency.sigma, random)
    if (age <= moment) return age
  }
  return moment * random()
}

/** An author's last post at or before a time, or else the first; -1 when there is none. */
function postOf({ columns, postTime }: World, author: number, time: number): number {
  const first = columns.postOffset[author]
  let low = first
  let high = columns.postOffset[author + 1]
  if (low === high) return -1
  while (low < high) {
    const middle = (low + high) >> 1
    if (postTime[middle] <= time) low = middle + 1
    else high = middle
  }
  return Math.max(first, low - 1)
}
