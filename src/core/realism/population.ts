/** A generated population as the realism report sees it: evidence, and what only the generator knows. */
import type { Evidence } from "../evidence/evidence.ts"
import { labelAccounts } from "../policy/definition.ts"
import { buildWorld, tilesOf } from "../population/populate.ts"
import { type Behind, generateTile, lookBehind } from "../population/tile.ts"
import type { World } from "../population/world.ts"
import type { Scenario } from "../scenario/schema.ts"
import { inSharedMemory } from "../shared-columns.ts"
import type { Executor, Task } from "../tasks.ts"

/** Evidence of some accounts, and what is behind each of their posts. */
export interface Witnessed {
  readonly evidence: Evidence
  readonly behind: Behind
}

export interface Population {
  readonly world: World
  /** AI_MANAGED or AUTHENTIC by the scenario's definition, one an account. */
  readonly label: Uint8Array
  /** In the order of accounts; together they cover all of them. */
  readonly tiles: readonly Witnessed[]
}

/** More accounts than this are not needed to measure a population by. */
export const MOST_MEASURED = 50_000

/** The scenario, or one of its kind of MOST_MEASURED accounts when it is larger. */
export function measurable(scenario: Scenario): Scenario {
  return { ...scenario, accounts: Math.min(scenario.accounts, MOST_MEASURED) }
}

/** The scenario's population as far as it is measured, in shared memory. */
export async function witness(
  scenario: Scenario,
  executor: Executor,
  onDone: (fraction: number) => void,
): Promise<Population> {
  const world = await buildWorld(measurable(scenario), executor, (fraction) => onDone(fraction / 3))
  const ranges = tilesOf(world.accounts)
  const tiles = await executor.run(
    ranges.map((range): Task => ({ kind: "witness", world, ...range })),
    (done) => onDone((1 + (2 * done) / ranges.length) / 3),
  )
  const label = inSharedMemory(labelAccounts(world.columns, scenario.definition))
  return { world, label, tiles: tiles as Witnessed[] }
}

/** Accounts from `first` up to, not including, `end`. */
export function witnessTile(world: World, first: number, end: number): Witnessed {
  return inSharedMemory({
    evidence: generateTile(world, first, end),
    behind: lookBehind(world, first, end),
  })
}
