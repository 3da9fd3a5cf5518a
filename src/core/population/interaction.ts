/**
 * What accounts do to each other's posts. Somebody sees a post in the feed, or through the group that he
 * belongs to, and reacts after a latency with a heavy tail (lognormal, as measured on Weibo), at an hour when
 * he is awake. Machines answer within minutes. Groups answer calls: within a minute or two of each other.
 */
import { INTERACTION_KINDS, NONE } from "../evidence/evidence.ts"
import { type Alias, aliasTable, below, drawAlias, exponential, logNormal } from "../random/distributions.ts"
import { mix32, type Random, stream } from "../random/streams.ts"
import { ARCHETYPES } from "./archetypes/index.ts"
import { isAwake, wrap } from "./posting.ts"
import type { Traits } from "./traits.ts"
import { PLATFORM_TIME_ZONE, type World } from "./world.ts"

const FOLLOW = INTERACTION_KINDS.indexOf("follow")

/** One table an archetype: how often it does what. */
const KINDS: ReadonlyMap<string, Alias> = new Map(
  ARCHETYPES.map(({ id, interaction }) => [
    id,
    aliasTable(INTERACTION_KINDS.map((kind) => interaction.mix[kind] ?? 0)),
  ]),
)

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
  /** Second of the period at which the account registered, or 0. */
  readonly earliest: number
  /** Keys of what can be done only once and is done. */
  readonly done: Set<number>
}

/** Draws one action into `action`: a reaction within the period, or else a follow. */
export function drawAction(world: World, actor: Actor, random: Random, action: Action): void {
  action.kind = drawAlias(KINDS.get(actor.traits.archetype.id)!, random)
  for (let tries = 0; tries < MOST_TRIES && action.kind !== FOLLOW; tries++) {
    if (drawReaction(world, actor, random, action) && isNew(actor, action)) return
  }
  action.kind = FOLLOW
  action.object = NONE
  action.time = followTime(world, actor, random)
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    action.target = chooseTarget(world, actor, random() < actor.traits.forGroup, random)
    if (action.target !== actor.account && isNew(actor, action)) return
  }
  // Who follows everybody that he meets follows somebody out of the blue.
  action.target = (actor.account + 1 + below(world.accounts - 1, random)) % world.accounts
}

/** What comes after the end of the period is not seen; something else is drawn in its place. */
const MOST_TRIES = 4

/** One likes, saves or follows the same thing once; comments and shares may be repeated. Notes what it lets pass. */
function isNew({ done }: Actor, { kind, object, target }: Action): boolean {
  if (!ONCE_ONLY[kind]) return true
  const key = kind * 2 ** 32 + (object === NONE ? target : object)
  if (done.has(key)) return false
  done.add(key)
  return true
}
const ONCE_ONLY = INTERACTION_KINDS.map((kind) => ["like", "save", "follow"].includes(kind))

function chooseTarget(world: World, { focus }: Actor, forGroup: boolean, random: Random): number {
  return forGroup && focus ? focus[below(focus.length, random)] : drawAlias(feedOf(world), random)
}

function followTime(world: World, { account, traits, earliest }: Actor, random: Random): number {
  const time = earliest + random() * (world.periodSeconds - earliest)
  const awake = untilAwake(world, account, time, traits, random)
  return Math.floor(awake < world.periodSeconds ? awake : time)
}

/** Chooses a post and a moment; false when there is none to react to, or not within the account's time. */
function drawReaction(world: World, actor: Actor, random: Random, action: Action): boolean {
  const { account, traits, focus, earliest } = actor
  const forGroup = focus !== null && random() < traits.forGroup
  const isOnCall = forGroup && random() < traits.onCall
  const choice = isOnCall ? mix32(mix32(world.columns.group[account] + 1) + below(callsOf(world), random)) : 0
  action.target = isOnCall ? focus[choice % focus.length] : chooseTarget(world, actor, forGroup, random)
  const firstPost = world.columns.postOffset[action.target]
  const posts = world.columns.postOffset[action.target + 1] - firstPost
  if (posts === 0 || action.target === account) return false
  action.object = firstPost + (isOnCall ? mix32(choice) % posts : drawPostOf(action.target, posts, random))
  action.time = isOnCall
    ? answerTime(world, action.object, traits, random)
    : reactionTime(world, account, action.object, traits, random)
  return action.time >= earliest && action.time < world.periodSeconds
}

/** Calls a group hears in the period: about two in three days. Each is for one post, the same for all members. */
function callsOf(world: World): number {
  return Math.ceil((2 / 3) * world.scenario.days)
}

/** The call is one moment for all members, some time after publication; the delay is each member's own. */
function answerTime(world: World, post: number, traits: Traits, random: Random): number {
  const published = world.postTime[post]
  const call = published + 30 + (mix32(post) % 5400)
  return Math.floor(call + logNormal(traits.group!.callDelay, 0.9, random))
}

function feedOf(world: World): Alias {
  return { cut: world.columns.feedCut, other: world.columns.feedOther }
}

/** A few of an author's posts get most of the attention; which ones has nothing to do with their order. */
function drawPostOf(author: number, posts: number, random: Random): number {
  const u = random()
  return (Math.floor(posts * u * u) + (mix32(author) % posts)) % posts
}

function reactionTime(world: World, account: number, post: number, traits: Traits, random: Random): number {
  const published = world.postTime[post]
  if (random() < traits.fast) return Math.floor(published + logNormal(150, 1.1, random))
  const time = published + logNormal(traits.latency.median, traits.latency.sigma, random)
  return Math.floor(untilAwake(world, account, time, traits, random))
}

/** Whoever sleeps reacts in the morning. */
function untilAwake(world: World, account: number, time: number, traits: Traits, random: Random): number {
  const zone = (world.columns.timeZone[account] - PLATFORM_TIME_ZONE) * 3600
  const hour = wrap((time + zone) / 3600, 24)
  if (isAwake(traits, hour) || random() < traits.sleepless) return time
  const sleepLeft = wrap(8 + traits.chronotype - hour, 24) * 3600
  return time + sleepLeft + exponential(5400, random)
}
