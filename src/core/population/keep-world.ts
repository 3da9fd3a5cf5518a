/** A world as it is kept: its columns. What follows from the scenario is made anew. */
import type { Scenario } from "../scenario/schema.ts"
import { inSharedMemory } from "../shared-columns.ts"
import { foundationOf, type World } from "./world.ts"

export type KeptWorld = Pick<World, "groups" | "customers" | "brigades" | "columns" | "postTime" | "feed">

export const keepWorld = ({ groups, customers, brigades, columns, postTime, feed }: World): KeptWorld => ({
  groups,
  customers,
  brigades,
  columns,
  postTime,
  feed,
})

/** The world of a scenario from what was kept of it, in memory that threads can share. */
export const restoreWorld = (scenario: Scenario, kept: KeptWorld): World => ({
  ...foundationOf(scenario),
  ...inSharedMemory(kept),
})
