/**
 * The archetypes of a scenario for programs: a list of all, or one in full. `assay archetypes --json` prints it,
 * and the editor of scenarios offers them.
 */

import type { Scenario } from "../../scenario/schema.ts"
import { evasionOf, shareOf } from "../world.ts"
import type { Archetype, Side } from "./archetype.ts"
import { costsOf, type Parameter, parametersOf } from "./describe.ts"
import { resolveArchetypes } from "./resolve.ts"

export interface ArchetypeEntry {
  readonly id: string
  readonly side: Side
  readonly title: string
  readonly description: string
  /** The archetype that the scenario makes it from; null for a built-in one. */
  readonly from: string | null
  /** Of the accounts of its side in the scenario's mix. */
  readonly share: number
  /** Mean effort in the scenario's mix; null for an authentic archetype, and for one that is not mixed. */
  readonly evasion: number | null
  readonly heldOut: boolean
  /** CNY a month an account, by evasion effort; empty for an authentic archetype. */
  readonly costs: readonly { readonly evasion: number; readonly cost: number }[]
}

export interface ArchetypeSheet extends ArchetypeEntry {
  readonly parameters: readonly Parameter[]
}

/** The built-in ones of each side, then the scenario's own. */
export function archetypeEntries(scenario: Scenario): ArchetypeEntry[] {
  return [...resolveArchetypes(scenario).values()].map((archetype) => entryOf(archetype, scenario))
}

/** One in full; undefined when there is none of this name. */
export function archetypeSheet(id: string, scenario: Scenario): ArchetypeSheet | undefined {
  const archetype = resolveArchetypes(scenario).get(id)
  return archetype && { ...entryOf(archetype, scenario), parameters: parametersOf(archetype) }
}

function entryOf(archetype: Archetype, scenario: Scenario): ArchetypeEntry {
  const { id, side, title, description } = archetype
  const mix = scenario.population[side]
  const total = Object.values(mix).reduce((sum, settings) => sum + (settings?.share ?? 0), 0)
  const isMixed = shareOf(scenario, archetype) > 0
  return {
    id,
    side,
    title,
    description,
    from: scenario.archetypes[id]?.from ?? null,
    share: isMixed ? shareOf(scenario, archetype) / total : 0,
    evasion: side === "managed" && isMixed ? evasionOf(scenario, archetype) : null,
    heldOut: scenario.population.managed[id]?.heldOut ?? false,
    costs: costsOf(archetype),
  }
}
