/**
 * Engagement: who reacted to whose posts and when, of a whole population, without its texts and media. A run keeps none of
 * it: the world is built again from the scenario and its reactions tile by tile, the same whoever asks.
 */
import { act } from "./population/acting.ts"
import { drawQuality } from "./population/feed.ts"
import { buildWorld, tilesOf } from "./population/populate.ts"
import { livesOf } from "./population/tile.ts"
import type { World } from "./population/world.ts"
import type { Scenario } from "./scenario/schema.ts"
import { shared } from "./shared-columns.ts"
import type { Executor, Task } from "./tasks.ts"

/** All in shared memory; 13 bytes an action and 12 a post. */
export interface Engagement {
  readonly accounts: number
  readonly days: number
  /** Index into LANGUAGES, one an account; likewise the topic and the followers. */
  readonly language: Uint8Array
  readonly topic: Uint8Array
  readonly followers: Uint32Array
  /** Account i published posts postOffset[i] up to, not including, postOffset[i + 1]. */
  readonly postOffset: Uint32Array
  /** Seconds of the period. */
  readonly postTime: Uint32Array
  /** Above 0, about 1; see drawQuality. */
  readonly quality: Float64Array
  /** Account i acted from actionOffset[i] up to, not including, actionOffset[i + 1]. */
  readonly actionOffset: Uint32Array
  /** Seconds of the period, ascending within an account. */
  readonly time: Uint32Array
  /** Index into INTERACTION_KINDS. */
  readonly kind: Uint8Array
  /** The post that was reacted to; NONE for a follow. */
  readonly post: Uint32Array
}

/** Columns for a world's engagement, those that are not the world's own still empty. */
export function allocateEngagement({ accounts, columns, postTime, scenario }: World): Engagement {
  const actions = columns.interactionOffset[accounts]
  return {
    accounts,
    days: scenario.days,
    language: columns.language,
    topic: columns.topic,
    followers: columns.followers,
    postOffset: columns.postOffset,
    postTime,
    quality: shared.f64(postTime.length),
    actionOffset: columns.interactionOffset,
    time: shared.u32(actions),
    kind: shared.u8(actions),
    post: shared.u32(actions),
  }
}

/** Fills in the engagement of accounts from `first` up to, not including, `end`. */
export function drawEngagement(world: World, first: number, end: number, into: Engagement): void {
  const { time, kind, object, firstInteraction } = act(world, first, end, livesOf(world, first, end))
  into.time.set(time, firstInteraction)
  into.kind.set(kind, firstInteraction)
  into.post.set(object, firstInteraction)
  drawQuality(world, first, end, into.quality)
}

/** Builds the scenario's world and all of its engagement; `onDone` is told the share that is done, in [0, 1]. */
export async function collectEngagement(
  scenario: Scenario,
  executor: Executor,
  onDone: (fraction: number) => void,
): Promise<Engagement> {
  const world = await buildWorld(scenario, executor, (done) => onDone(BUILDING * done))
  const engagement = allocateEngagement(world)
  const tiles = tilesOf(world.accounts)
  await executor.run(
    tiles.map((range): Task => ({ kind: "engagement", world, engagement, ...range })),
    (done) => onDone(BUILDING + ((1 - BUILDING) * done) / tiles.length),
  )
  return engagement
}

/** Share of the time that building the world takes. */
const BUILDING = 0.3
