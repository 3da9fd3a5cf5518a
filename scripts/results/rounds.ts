/** What rounds against each strategy come to, for docs/results.md: fusion learned once, and again each round. */
import { join } from "node:path"
import { type RoundsReport, STRATEGY_NAMES, type StrategyName } from "../../src/core/rounds/index.ts"
import type { Band, HalfLife } from "../../src/core/rounds/report.ts"
import type { Scenario } from "../../src/core/scenario/schema.ts"
import { decimal, percentage } from "../../src/report/plain-numbers.ts"
import { bundledScenario, markdownTable } from "./document.ts"

/** The scenario of a strategy, learned again every so many rounds; never with null. */
export function playedScenario(root: string, strategy: StrategyName, retrainEvery: number | null): Scenario {
  const scenario = bundledScenario(root, join("rounds", strategy))
  return { ...scenario, rounds: { ...scenario.rounds, retrainEvery } }
}

/** In the order of the table's rows. */
export const PLAYED: readonly (readonly [StrategyName, number | null])[] = STRATEGY_NAMES.flatMap(
  (strategy) =>
    [
      [strategy, null],
      [strategy, 1],
    ] as const,
)

export function roundsTable(reports: readonly RoundsReport[]): string {
  const [{ rounds }] = reports as [RoundsReport]
  const last = rounds.length - 1
  return markdownTable(
    [
      "operators",
      "fusion is learned",
      "recall, round 0",
      `round ${last}`,
      `FPR, round ${last}`,
      "CNY a month an account, round 0",
      `round ${last}`,
      "half-life, rounds",
    ],
    reports.map(({ strategy, settings, rounds, halfLife }) => [
      `\`${strategy}\``,
      settings.retrainEvery === null ? "once" : "each round",
      ...[rounds[0]!.recall, rounds[last]!.recall, rounds[last]!.fpr].map(inBand(percentage)),
      ...[rounds[0]!.costPerAccount, rounds[last]!.costPerAccount].map(inBand((value) => decimal(value, 1))),
      halfLifeOf(halfLife),
    ]),
  )
}

const inBand =
  (show: (value: number) => string) =>
  ({ mean, low, high }: Band): string =>
    mean === null
      ? "–"
      : low === null || high === null
        ? show(mean)
        : `${show(mean)} [${show(low)}, ${show(high)}]`

function halfLifeOf({ ofMean, interval, within }: HalfLife): string {
  const rounds = (value: number | null) => (value === null ? `over ${within}` : decimal(value, 1))
  return interval === null
    ? rounds(ofMean)
    : `${rounds(ofMean)} [${rounds(interval.low)}, ${rounds(interval.high)}]`
}
