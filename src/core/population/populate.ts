/** Builds a world: roster, then the times of all posts and the feed of them. What accounts write and do follows tile by tile. */

import type { Scenario } from "../scenario/schema.ts"
import type { Executor, Task } from "../tasks.ts"
import type { Adaptation } from "./adaptation.ts"
import { buildFeed } from "./feed.ts"
import { assignRoster, closeRoster } from "./roster.ts"
import { TILE_ACCOUNTS, type World } from "./world.ts"

/** Calls onDone with the share of the work that is done. */
export async function buildWorld(
  scenario: Scenario,
  executor: Executor,
  onDone: (fraction: number) => void,
  adaptation?: Adaptation,
): Promise<World> {
  const assigned = assignRoster(scenario, adaptation)
  const tiles = tilesOf(assigned.accounts)
  await executor.run(
    tiles.map((range): Task => ({ kind: "roster", world: assigned, ...range })),
    (done) => onDone((0.5 * done) / tiles.length),
  )
  const world = closeRoster(assigned)
  await executor.run(
    tiles.map((range): Task => ({ kind: "posts", world, ...range })),
    (done) => onDone(0.5 + (0.5 * done) / tiles.length),
  )
  return { ...world, feed: buildFeed(world) }
}

/** Ranges of at most TILE_ACCOUNTS accounts that cover all of them in order. */
export function tilesOf(accounts: number): { first: number; end: number }[] {
  return Array.from({ length: Math.ceil(accounts / TILE_ACCOUNTS) }, (_, tile) => ({
    first: tile * TILE_ACCOUNTS,
    end: Math.min(accounts, (tile + 1) * TILE_ACCOUNTS),
  }))
}
