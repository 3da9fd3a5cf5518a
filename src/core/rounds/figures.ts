/** The figures of one round on one seed, over the accounts that are there. */
import {
  createScoreIndex,
  falsePositiveRate,
  flaggedTotal,
  precision,
  recall,
  rocAuc,
} from "../evaluation/index.ts"
import { type Efforts, eachEffort } from "../population/efforts.ts"
import type { World } from "../population/world.ts"
import type { Fleets, Operator } from "./fleet.ts"
import { accountCost, monthlyPrice } from "./money.ts"
import type { PlayedRound } from "./report.ts"

export interface RoundOutcome {
  readonly round: number
  readonly retrained: boolean
  readonly world: World
  readonly label: Uint8Array
  readonly risk: Float32Array
  readonly flagged: Uint8Array
  readonly populationDigest: string
  readonly riskDigest: string
}

export function figuresOf(outcome: RoundOutcome, fleets: Fleets): PlayedRound {
  const { world, label, risk } = outcome
  const isThere = (_: number, account: number) => fleets.absent[account] === 0
  const index = createScoreIndex(risk.filter(isThere), label.filter(isThere))
  const confusion = index.confusionAt(world.scenario.threshold)
  const money = spendingOf(fleets, world)
  return {
    round: outcome.round,
    retrained: outcome.retrained,
    recall: known(recall(confusion)),
    fpr: known(falsePositiveRate(confusion)),
    precision: known(precision(confusion)),
    auc: known(rocAuc(index)),
    flagged: flaggedTotal(confusion),
    ...lossesOf(fleets, outcome.flagged),
    ...money,
    effort: meanEfforts(fleets),
    recallByArchetype: recallByArchetype(outcome, fleets),
    populationDigest: outcome.populationDigest,
    riskDigest: outcome.riskDigest,
  }
}

/** Null for NaN, which JSON cannot say. */
const known = (value: number): number | null => (Number.isNaN(value) ? null : value)

/** Members of an operator that are there. */
const presentOf = ({ members }: Operator, { absent }: Fleets): Uint32Array =>
  members.filter((account) => absent[account] === 0)

const sumOver = ({ operators }: Fleets, of: (operator: Operator) => number): number =>
  operators.reduce((sum, operator) => sum + of(operator), 0)

function lossesOf(fleets: Fleets, flagged: Uint8Array) {
  const present = sumOver(fleets, (operator) => presentOf(operator, fleets).length)
  const caught = sumOver(
    fleets,
    (operator) => presentOf(operator, fleets).filter((account) => flagged[account] === 1).length,
  )
  return { present, caught, replaced: fleets.isNew.reduce((sum, one) => sum + one, 0) }
}

/** CNY a month. */
export function spendingOf(fleets: Fleets, { scenario }: Pick<World, "scenario">) {
  const price = monthlyPrice(scenario.rounds, scenario.days)
  const cost = sumOver(fleets, (operator) => operatorSpending(operator, fleets, price))
  const present = sumOver(fleets, (operator) => presentOf(operator, fleets).length)
  return { cost, costPerAccount: known(cost / present) }
}

/** Of one operator: running and evading on all accounts that are there, and what the new ones of them cost. */
export function operatorSpending(operator: Operator, fleets: Fleets, price: number): number {
  const there = presentOf(operator, fleets)
  const replaced = there.filter((account) => fleets.isNew[account] === 1).length
  return there.length * accountCost(operator, operator.efforts) + price * replaced
}

function meanEfforts(fleets: Fleets): Readonly<Record<keyof Efforts, number | null>> {
  const present = sumOver(fleets, (operator) => presentOf(operator, fleets).length)
  const mean = eachEffort(
    (layer) =>
      sumOver(fleets, (operator) => presentOf(operator, fleets).length * operator.efforts[layer]) / present,
  )
  return { behaviour: known(mean.behaviour), content: known(mean.content), network: known(mean.network) }
}

function recallByArchetype({ world, label, flagged }: RoundOutcome, { absent }: Fleets) {
  const counts = world.archetypes.map(() => ({ labelled: 0, caught: 0 }))
  for (const [account, kind] of world.columns.archetype.entries()) {
    if (label[account] === 0 || absent[account] === 1) continue
    counts[kind]!.labelled++
    counts[kind]!.caught += flagged[account]!
  }
  return Object.fromEntries(
    world.archetypes.flatMap(({ id, side }, kind) => {
      const { labelled, caught } = counts[kind]!
      return side === "managed" ? [[id, known(caught / labelled)] as const] : []
    }),
  )
}
