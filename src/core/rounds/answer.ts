/** How operators answer a round: what was caught is replaced as far as the money goes, then efforts move. */

import type { Efforts } from "../population/efforts.ts"
import { NO_EFFORT } from "../population/efforts.ts"
import type { Random } from "../random/streams.ts"
import { stage } from "../random/streams.ts"
import type { Scenario } from "../scenario/schema.ts"
import { byArchetype } from "./by-archetype.ts"
import type { Fleets, Operator } from "./fleet.ts"
import { affordableEffort, affordableReplacements, boundedEfforts, budgetOf, monthlyPrice } from "./money.ts"
import { STRATEGIES } from "./strategies/index.ts"
import type { OperatorView, OwnRound, Strategy } from "./strategy.ts"

/** What a round showed. */
export interface Shown {
  readonly round: number
  /** One value an account: 1 where it was flagged. */
  readonly flagged: Uint8Array
  /** What each layer adds to the log-odds of these accounts' risk in the mean; asked by strategies that know the fusion. */
  pullOn(accounts: Uint32Array): Efforts
}

/** The fleets of the next round. */
export function answer(fleets: Fleets, shown: Shown, scenario: Scenario): Fleets {
  const strategy = STRATEGIES[scenario.rounds.strategy]
  if (!strategy.replaces) return fleets
  const ended = fleets.operators.map((operator) => endRound(operator, fleets.absent, shown.flagged))
  const peers = byArchetype(ended)
  const life = fleets.life.slice()
  const absent = fleets.absent.slice()
  const isNew = new Uint8Array(fleets.isNew.length)
  const random = stage(scenario.seed, `rounds/${strategy.name}/${shown.round}`)
  const operators = ended.map((operator) => {
    const money = replaceLost(operator, fleets.absent, shown.flagged, scenario, { life, absent, isNew })
    const own: OperatorView = {
      archetype: operator.archetype,
      accounts: money.accounts,
      efforts: operator.efforts,
      past: operator.past,
      affordable: money.affordable,
      step: scenario.rounds.step,
    }
    const others = peers.get(operator.archetype)!.filter((peer) => peer !== operator)
    const wanted = ask(strategy, own, others, operator, shown, random.at(operator.group))
    const efforts = boundedEfforts(wanted, operator.efforts, own.step, own.affordable)
    return { ...operator, efforts }
  })
  return { ...fleets, operators, life, absent, isNew }
}

/** Adds the round that is over to what the operator remembers. */
function endRound(operator: Operator, absent: Uint8Array, flagged: Uint8Array): Operator {
  const there = operator.members.filter((account) => absent[account] === 0)
  const caught = there.filter((account) => flagged[account] === 1).length
  const ended: OwnRound = { efforts: operator.efforts, accounts: there.length, caught }
  return { ...operator, past: [...operator.past, ended] }
}

/** Marks which lost accounts, of this round or earlier ones, are replaced and which are not; what money is left. */
function replaceLost(
  operator: Operator,
  wasAbsent: Uint8Array,
  flagged: Uint8Array,
  { rounds, days }: Scenario,
  { life, absent, isNew }: Pick<Fleets, "life" | "absent" | "isNew">,
): { readonly accounts: number; readonly affordable: number } {
  const price = monthlyPrice(rounds, days)
  const budget = budgetOf(operator, rounds)
  const lost = operator.members.filter((account) => wasAbsent[account] === 1 || flagged[account] === 1)
  const left = operator.members.length - lost.length
  const replaced = affordableReplacements(operator, left, lost.length, price, budget)
  for (const [at, account] of lost.entries()) {
    absent[account] = at < replaced ? 0 : 1
    if (at >= replaced) continue
    life[account]!++
    isNew[account] = 1
  }
  const accounts = left + replaced
  return { accounts, affordable: affordableEffort(operator, accounts, replaced, price, budget) }
}

/** Shows a strategy what it is entitled to, and no more. */
function ask(
  strategy: Strategy,
  own: OperatorView,
  peers: readonly Operator[],
  operator: Operator,
  shown: Shown,
  random: Random,
): Efforts {
  if (own.accounts === 0) return NO_EFFORT
  switch (strategy.sees) {
    case "own":
      return strategy.answer(own, random)
    case "kind":
      return strategy.answer(
        own,
        peers.map(({ past }) => past.at(-1)!),
        random,
      )
    case "fusion":
      return strategy.answer(
        own,
        shown.pullOn(operator.members.filter((account) => shown.flagged[account] === 1)),
        random,
      )
  }
}
