/**
 * What the accounts of a tile do, in time: sittings at each account's own hours, some of them after it published,
 * and what it does in each sitting.
 */

import { type Interactions, NONE } from "../evidence/evidence.ts"
import { below, logNormal } from "../random/distributions.ts"
import { type Random, stage } from "../random/streams.ts"
import { eventStream } from "./adaptation.ts"
import { type Action, type Actor, drawAction, drawFocus, kindsOf } from "./interaction.ts"
import { drawMoment, drawRhythms, lengthAt, type Rhythm, within } from "./rhythm.ts"
import { drawPause, drawSize } from "./sitting.ts"
import { type Phase, splitOverPhases, traitStages } from "./traits.ts"
import { localOffsets, type World } from "./world.ts"

/** The interactions of accounts from `first` up to, not including, `end`; `lives` are their phases. */
export function act(
  world: World,
  first: number,
  end: number,
  lives: readonly (readonly Phase[])[],
): Interactions {
  const offset = localOffsets(world.columns.interactionOffset, first, end)
  const count = offset[end - first]
  const interactions = {
    offset,
    firstInteraction: world.columns.interactionOffset[first],
    time: new Uint32Array(count),
    kind: new Uint8Array(count),
    object: new Uint32Array(count),
    target: new Uint32Array(count),
  }
  const { rhythm: rhythmStage } = traitStages(world.scenario.seed)
  const acting = stage(world.scenario.seed, "interaction")
  const foci = new Map<number, Uint32Array>()
  for (let account = first; account < end; account++) {
    const from = offset[account - first]
    const to = offset[account - first + 1]
    if (from === to) continue
    const random = eventStream(world, "interaction", account, acting.at(account))
    const phases = lives[account - first]
    const counts = splitOverPhases(phases, to - from, ({ interactionsPerDay }) => interactionsPerDay, random)
    const rhythms = drawRhythms(world, account, phases, rhythmStage)
    const done = new Set<number>()
    let at = from
    for (const [k, rhythm] of rhythms.entries()) {
      const focus = rhythm.traits.group === null ? null : focusOf(world, account, foci)
      const actor: Actor = {
        account,
        traits: rhythm.traits,
        focus,
        kinds: kindsOf(rhythm.traits),
        earliest: rhythm.from,
        latest: rhythm.until,
        done,
      }
      drawSittings(world, actor, rhythm, counts[k], random, interactions, at)
      at += counts[k]
    }
    sortByTime(interactions, from, to)
  }
  return interactions
}

/** Share of the sittings that follow a post of the account's own: one stays to see how it is received. */
const AFTER_POSTING = 0.1

function drawSittings(
  world: World,
  actor: Actor,
  rhythm: Rhythm,
  count: number,
  random: Random,
  into: Interactions,
  at: number,
): void {
  const own = ownPosts(world, actor)
  const action: Action = { time: 0, kind: 0, object: NONE, target: NONE }
  const { actionsPerSession, pace } = actor.traits
  for (let left = count; left > 0; ) {
    let time =
      own.length > 0 && random() < AFTER_POSTING
        ? own[below(own.length, random)] + logNormal(400, 1.3, random)
        : drawMoment(rhythm, random)
    const size = Math.min(left, drawSize(lengthAt(rhythm, within(rhythm, time), actionsPerSession), random))
    for (let k = 0; k < size; k++) {
      drawAction(world, actor, within(rhythm, time), random, action)
      into.time[at] = action.time
      into.kind[at] = action.kind
      into.object[at] = action.object
      into.target[at++] = action.target
      time += drawPause(pace, random)
    }
    left -= size
  }
}

/** Times of the account's own posts while it was as it is now. */
function ownPosts({ columns, postTime }: World, { account, earliest, latest }: Actor): Uint32Array {
  const posts = postTime.subarray(columns.postOffset[account], columns.postOffset[account + 1])
  if (earliest === 0 && (posts.length === 0 || posts[posts.length - 1] < latest)) return posts
  return posts.filter((time) => time >= earliest && time < latest)
}

/** Two things done in one second keep the order in which they were drawn. */
function sortByTime({ time, kind, object, target }: Interactions, from: number, to: number): void {
  const count = to - from
  const keys = new Float64Array(count)
  for (let k = 0; k < count; k++) keys[k] = time[from + k] * count + k
  keys.sort()
  const kinds = kind.slice(from, to)
  const objects = object.slice(from, to)
  const targets = target.slice(from, to)
  for (let k = 0; k < count; k++) {
    const drawn = keys[k] % count
    time[from + k] = Math.floor(keys[k] / count)
    kind[from + k] = kinds[drawn]
    object[from + k] = objects[drawn]
    target[from + k] = targets[drawn]
  }
}

function focusOf(world: World, account: number, foci: Map<number, Uint32Array>): Uint32Array | null {
  const group = world.columns.group[account]
  if (group === NONE) return null
  let focus = foci.get(group)
  if (!focus) {
    focus = drawFocus(world, group)
    foci.set(group, focus)
  }
  const holdsOthers = focus.length > 1 || (focus.length === 1 && focus[0] !== account)
  return holdsOthers ? focus : null
}
