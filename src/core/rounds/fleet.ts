/** The operators of a population and their accounts from round to round, and the populations that they make. */

import { siblingOf } from "../pipeline.ts"
import type { Adaptation } from "../population/adaptation.ts"
import { noAdaptation } from "../population/adaptation.ts"
import { EFFORT_LAYERS, type Efforts } from "../population/efforts.ts"
import { assignRoster } from "../population/roster.ts"
import { drawGroupTraits, traitStages } from "../population/traits.ts"
import type { Scenario } from "../scenario/schema.ts"
import { byArchetype } from "./by-archetype.ts"
import type { OwnRound } from "./strategy.ts"

/** CNY a month that an account costs: running alone, and evading with all efforts at 1. */
export interface Tariff {
  readonly running: number
  readonly evading: number
}

export interface Operator {
  /** Number of its group. */
  readonly group: number
  /** Archetype's id. */
  readonly archetype: string
  readonly members: Uint32Array
  readonly tariff: Tariff
  /** As it was drawn. */
  readonly first: Efforts
  readonly efforts: Efforts
  readonly past: readonly OwnRound[]
}

export interface Fleets {
  readonly operators: readonly Operator[]
  /** One value an account: the n-th in its place, from 0. */
  readonly life: Uint16Array
  /** 1 where there is nobody. */
  readonly absent: Uint8Array
  /** 1 where the account is new in this round. */
  readonly isNew: Uint8Array
  readonly groups: number
}

/** As the population is drawn. */
export function firstFleets(scenario: Scenario): Fleets {
  const world = assignRoster(scenario)
  const { offset, members, archetype } = world.groups
  const stages = traitStages(scenario.seed)
  const operators = [...archetype.keys()].flatMap((group): Operator[] => {
    const { id, side, cost } = world.archetypes[archetype[group]!]!
    if (side !== "managed") return []
    const { efforts } = drawGroupTraits(world, group, stages)
    return [
      {
        group,
        archetype: id,
        members: members.slice(offset[group], offset[group + 1]),
        tariff: cost ?? { running: 0, evading: 0 },
        first: efforts,
        efforts,
        past: [],
      },
    ]
  })
  return {
    operators,
    life: new Uint16Array(scenario.accounts),
    absent: new Uint8Array(scenario.accounts),
    isNew: new Uint8Array(scenario.accounts),
    groups: archetype.length,
  }
}

/** The evaluated population of a round. */
export function adaptationOf(
  { operators, life, absent, groups }: Fleets,
  scenario: Scenario,
  period: number,
): Adaptation {
  const { delayDays } = scenario.rounds.replacement
  const adaptation = noAdaptation(scenario.accounts, groups, delayDays, period)
  for (const { group, efforts } of operators) setEfforts(adaptation, group, efforts)
  adaptation.life.set(life)
  adaptation.absent.set(absent)
  return adaptation
}

/**
 * The sibling's operators, adapted likewise: the j-th of an archetype does as the j-th of the evaluated population, from
 * the first again where there are more, with as many new accounts among its own. Those whose model has not moved stay as drawn.
 * Accounts that are gone are there in the sibling, since a platform learns from accounts that it saw.
 */
export function siblingAdaptationOf(
  { operators, life }: Fleets,
  scenario: Scenario,
  period: number,
): Adaptation {
  const { accounts, archetypes, groups } = assignRoster(siblingOf(scenario))
  const { delayDays } = scenario.rounds.replacement
  const adaptation = noAdaptation(accounts, groups.archetype.length, delayDays, period)
  const models = byArchetype(operators)
  const count = new Map<string, number>()
  for (const [group, kind] of groups.archetype.entries()) {
    const { id } = archetypes[kind]!
    const own = models.get(id)
    if (!own) continue
    const j = count.get(id) ?? 0
    count.set(id, j + 1)
    const model = own[j % own.length]!
    if (hasMoved(model)) setEfforts(adaptation, group, model.efforts)
    const members = groups.members.subarray(groups.offset[group], groups.offset[group + 1])
    for (const [i, account] of members.entries())
      adaptation.life[account] = life[model.members[i % model.members.length]!]!
  }
  return adaptation
}

const hasMoved = ({ first, efforts }: Operator) =>
  EFFORT_LAYERS.some((layer) => efforts[layer] !== first[layer])

function setEfforts({ effort }: Adaptation, group: number, efforts: Efforts): void {
  for (const layer of EFFORT_LAYERS) effort[layer][group] = efforts[layer]
}
