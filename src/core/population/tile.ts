/**
 * A tile: the evidence of a fixed number of accounts, generated whenever somebody wants to look at it.
 * The same world and the same range yield the same evidence, whoever asks and however often.
 */
import type { Evidence, Interactions, Posts, Profiles, Reports } from "../evidence/evidence.ts"
import { NONE } from "../evidence/evidence.ts"
import { stage } from "../random/streams.ts"
import { type Action, drawAction, drawFocus } from "./interaction.ts"
import { MAX_NOTE_TOKENS } from "./language/index.ts"
import { placeOf } from "./posting.ts"
import { drawReports, type ReceivedReport } from "./reports.ts"
import { type Traits, traitStages, traitsOf } from "./traits.ts"
import { periodStart, type World } from "./world.ts"
import { drawAuthor, Templates, writePost } from "./writing.ts"

/** Generates the evidence of accounts from `first` up to, not including, `end`; `world` must have its posts' times. */
export function generateTile(world: World, first: number, end: number): Evidence {
  const stages = traitStages(world.scenario.seed)
  const traits: Traits[] = []
  for (let account = first; account < end; account++) traits.push(traitsOf(world, account, stages))
  return {
    firstAccount: first,
    accountCount: end - first,
    periodStart: periodStart(world.scenario),
    periodSeconds: world.periodSeconds,
    profiles: sliceProfiles(world, first, end),
    posts: writePosts(world, first, end, traits),
    interactions: act(world, first, end, traits),
    reports: receive(world, first, end),
  }
}

function sliceProfiles({ columns }: World, first: number, end: number): Profiles {
  return {
    ageDays: columns.ageDays.subarray(first, end),
    followers: columns.followers.subarray(first, end),
    following: columns.following.subarray(first, end),
    verified: columns.verified.subarray(first, end),
    language: columns.language.subarray(first, end),
  }
}

/** Offsets of the accounts of a tile, from 0. */
function localOffsets(offset: Uint32Array, first: number, end: number): Uint32Array {
  const local = new Uint32Array(end - first + 1)
  for (let account = first; account <= end; account++)
    local[account - first] = offset[account] - offset[first]
  return local
}

function writePosts(world: World, first: number, end: number, traits: readonly Traits[]): Posts {
  const offset = localOffsets(world.columns.postOffset, first, end)
  const postCount = offset[end - first]
  const writing = stage(world.scenario.seed, "writing")
  const templates = new Templates(world)
  const tokenOffset = new Uint32Array(postCount + 1)
  let tokens = new Uint16Array(Math.max(MAX_NOTE_TOKENS, postCount * 64))
  let at = 0
  for (let account = first; account < end; account++) {
    const own = traits[account - first]
    const random = writing.at(account)
    const author = drawAuthor(world, account, own.group, random)
    for (let post = offset[account - first]; post < offset[account - first + 1]; post++) {
      if (at + MAX_NOTE_TOKENS > tokens.length) tokens = grow(tokens)
      at = writePost(own, author, world.columns.group[account], templates, random, tokens, at)
      tokenOffset[post + 1] = at
    }
  }
  const firstPost = world.columns.postOffset[first]
  return {
    offset,
    firstPost,
    time: world.postTime.subarray(firstPost, firstPost + postCount),
    tokenOffset,
    tokens: tokens.subarray(0, at),
  }
}

function grow(tokens: Uint16Array): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(tokens.length * 2 + MAX_NOTE_TOKENS)
  larger.set(tokens)
  return larger
}

function act(world: World, first: number, end: number, traits: readonly Traits[]): Interactions {
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
  const acting = stage(world.scenario.seed, "interaction")
  const foci = new Map<number, Uint32Array>()
  for (let account = first; account < end; account++) {
    const from = offset[account - first]
    const to = offset[account - first + 1]
    if (from === to) continue
    const focus = focusOf(world, account, foci)
    const random = acting.at(account)
    const actions: Action[] = []
    const { earliest } = placeOf(world, account)
    const actor = { account, traits: traits[account - first], focus, earliest, done: new Set<number>() }
    for (let k = from; k < to; k++) {
      const action = { time: 0, kind: 0, object: NONE, target: NONE }
      drawAction(world, actor, random, action)
      actions.push(action)
    }
    actions.sort((a, b) => a.time - b.time)
    for (const [k, action] of actions.entries()) {
      interactions.time[from + k] = action.time
      interactions.kind[from + k] = action.kind
      interactions.object[from + k] = action.object
      interactions.target[from + k] = action.target
    }
  }
  return interactions
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

function receive(world: World, first: number, end: number): Reports {
  const reporting = stage(world.scenario.seed, "report")
  const offset = new Uint32Array(end - first + 1)
  const all: ReceivedReport[] = []
  for (let account = first; account < end; account++) {
    all.push(...drawReports(world, account, reporting.at(account)))
    offset[account - first + 1] = all.length
  }
  const { reportsDecided, reportsUpheld } = world.columns
  return {
    offset,
    time: Uint32Array.from(all, (report) => report.time),
    reporter: Uint32Array.from(all, (report) => report.reporter),
    reporterDecided: Uint16Array.from(all, (report) => reportsDecided[report.reporter]),
    reporterUpheld: Uint16Array.from(all, (report) => reportsUpheld[report.reporter]),
  }
}
