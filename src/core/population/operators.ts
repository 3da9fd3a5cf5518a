/**
 * What operators spend on the accounts that they run, in CNY a month. An operator is a group of accounts of a
 * managed archetype: its accounts share their evasion efforts, and each costs what its archetype says.
 */
import { NONE } from "../evidence/evidence.ts"
import { operatorCost } from "./archetypes/archetype.ts"
import { meanOver } from "./efforts.ts"
import { drawGroupTraits, type TraitStages, traitStages } from "./traits.ts"
import type { World } from "./world.ts"

/** The operators of one managed archetype together. */
export interface OperatorSummary {
  readonly archetype: string
  readonly operators: number
  readonly accounts: number
  /** Mean effort over the accounts and the layers, in [0, 1]. */
  readonly evasion: number
  /** CNY a month for all of the accounts. */
  readonly cost: number
}

type Cast = Pick<World, "scenario" | "archetypes" | "groups" | "adaptation">

/** One row for each managed archetype of the population, in its order. */
export function operatorsOf(world: Cast): OperatorSummary[] {
  const stages = traitStages(world.scenario.seed)
  const totals = world.archetypes.map(() => ({ operators: 0, accounts: 0, effort: 0, cost: 0 }))
  const { offset, archetype } = world.groups
  for (let group = 0; group < archetype.length; group++) {
    if (world.archetypes[archetype[group]].side !== "managed") continue
    const { efforts } = drawGroupTraits(world, group, stages)
    const accounts = offset[group + 1] - offset[group]
    const total = totals[archetype[group]]
    total.operators++
    total.accounts += accounts
    total.effort += accounts * meanOver(efforts)
    total.cost += accounts * operatorCost(world.archetypes[archetype[group]], efforts)
  }
  return world.archetypes.flatMap(({ id, side }, kind) => {
    const { effort, ...total } = totals[kind]
    if (side !== "managed" || total.accounts === 0) return []
    return [{ archetype: id, ...total, evasion: effort / total.accounts }]
  })
}

/** What one account's operator spends on it: effort in [0, 1] and CNY a month; null for an account without one. */
export function operatorOf(
  world: Cast & Pick<World, "columns">,
  account: number,
  stages: TraitStages = traitStages(world.scenario.seed),
): { readonly evasion: number; readonly cost: number } | null {
  const archetype = world.archetypes[world.columns.archetype[account]]
  const group = world.columns.group[account]
  if (archetype.side !== "managed" || group === NONE) return null
  const { efforts } = drawGroupTraits(world, group, stages)
  return { evasion: meanOver(efforts), cost: operatorCost(archetype, efforts) }
}
