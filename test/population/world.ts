/** A small population for tests, built once. */

import { buildWorld } from "../../src/core/population/populate.ts"
import { generateTile } from "../../src/core/population/tile.ts"
import type { World } from "../../src/core/population/world.ts"
import { type Scenario, scenarioSchema } from "../../src/core/scenario/schema.ts"
import { inProcess } from "../../src/core/tasks.ts"

export const scenario: Scenario = scenarioSchema.parse({ name: "test", accounts: 3000, prevalence: 0.2 })

export const buildTestWorld = (of: Scenario = scenario): Promise<World> => buildWorld(of, inProcess, () => {})

export const wholeTile = (world: World) => generateTile(world, 0, world.accounts)
