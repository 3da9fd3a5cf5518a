/** Rounds of several seeds as one report: a band a figure and round. */
import { EFFORT_LAYERS, type EffortLayer } from "../population/efforts.ts"
import type { Scenario } from "../scenario/schema.ts"
import { halfLifeInterval, halfLifeOf, meanHalfLife, meanReach, medianHalfLife } from "./half-life.ts"
import type { Band, PlayedRound, PlayedSeed, RoundRow, RoundsReport, UnknownHalfLife } from "./report.ts"

export function reportOf(
  scenario: Scenario,
  archetypes: readonly string[],
  played: readonly { readonly seed: string; readonly rounds: readonly PlayedRound[] }[],
): RoundsReport {
  const recalls = played.map((one) => one.rounds.map(({ recall }) => recall))
  const bySeed: PlayedSeed[] = played.map((one, at) => ({ ...one, halfLife: halfLifeOf(recalls[at]!) }))
  const rounds = played[0]!.rounds.map((_, round) =>
    rowOf(
      played.map((one) => one.rounds[round]!),
      archetypes,
    ),
  )
  const measured = bySeed.filter((_, at) => (recalls[at]![0] ?? 0) > 0).map(({ halfLife }) => halfLife)
  return {
    format: 1,
    scenario: scenario.name,
    strategy: scenario.rounds.strategy,
    settings: scenario.rounds,
    threshold: scenario.threshold,
    accounts: scenario.accounts,
    days: scenario.days,
    archetypes,
    rounds,
    halfLife: {
      within: rounds.length - 1,
      unknown: unknownHalfLife(recalls),
      measured: measured.length,
      ofMean: meanHalfLife(recalls),
      interval: halfLifeInterval(recalls),
      median: medianHalfLife(measured),
      reached: measured.filter((one) => one !== null).length,
    },
    recallAgainstCost: rounds.map(({ round, costPerAccount, recall }) => ({
      round,
      costPerAccount: costPerAccount.mean,
      recall: recall.mean,
    })),
    bySeed,
  }
}

function unknownHalfLife(recalls: readonly (readonly (number | null)[])[]): UnknownHalfLife | null {
  if (recalls[0]!.length === 1) return "one-round"
  const first = recalls.map(([recall = null]) => recall)
  if (first.every((recall) => recall === null)) return "no-managed"
  return first.some((recall) => recall !== null && recall > 0) ? null : "none-caught"
}

const SHARES = ["recall", "fpr", "precision", "auc"] as const
const AMOUNTS = ["flagged", "present", "caught", "replaced", "cost", "costPerAccount"] as const
type Share = (typeof SHARES)[number]
type Amount = (typeof AMOUNTS)[number]

function rowOf(seeds: readonly PlayedRound[], archetypes: readonly string[]): RoundRow {
  const { round, retrained } = seeds[0]!
  const band = (of: (played: PlayedRound) => number | null) => bandOf(seeds.map(of), 1)
  const shares = Object.fromEntries(
    SHARES.map((figure) => [figure, band((played) => played[figure])]),
  ) as Record<Share, Band>
  const amounts = Object.fromEntries(
    AMOUNTS.map((figure) => [figure, bandOf(seeds.map((played) => played[figure]))]),
  ) as Record<Amount, Band>
  const effort = Object.fromEntries(
    EFFORT_LAYERS.map((layer) => [layer, band((played) => played.effort[layer])]),
  ) as Record<EffortLayer, Band>
  const recallByArchetype = Object.fromEntries(
    archetypes.map((id) => [id, band((played) => played.recallByArchetype[id] ?? null)]),
  )
  return { round, retrained, ...shares, ...amounts, effort, recallByArchetype }
}

/**
 * Mean of what is there, and its 95 % interval by Student's t, cut off at 0 and at `most`; without ends of fewer than
 * two values.
 */
export function bandOf(values: readonly (number | null)[], most = Number.POSITIVE_INFINITY): Band {
  const there = values.filter((value) => value !== null)
  if (there.length === 0) return { mean: null, low: null, high: null }
  const mean = there.reduce((sum, value) => sum + value, 0) / there.length
  if (there.length === 1) return { mean, low: null, high: null }
  const reach = meanReach(there, mean)
  return { mean, low: Math.max(0, mean - reach), high: Math.min(most, mean + reach) }
}
