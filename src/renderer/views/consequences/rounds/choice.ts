/** What rounds are to be played: as it is chosen in the panel, and as the questions that it makes. */
import type { RoundsQuestion, StrategyName } from "../../../../api/contract.ts"
import { createStore } from "../../../state/store.ts"

export interface Choice {
  /** Each is played on its own; none of them twice. */
  readonly strategies: readonly StrategyName[]
  /** Assay's own population for the strategy, or the scenario of the run on the screen. */
  readonly population: "own" | "run"
  /** null for never. */
  readonly retrainEvery: number | null
  readonly rounds: number
  readonly seeds: number
  /** Of what operators spent at first. */
  readonly budget: number
}

export const STRATEGIES: readonly StrategyName[] = [
  "bandit",
  "imitate",
  "spread",
  "insider",
  "churn",
  "steadfast",
]
export const RETRAIN_EVERY = [1, 2, 3, 4, 6] as const

/** The same ranges as those of a scenario's `rounds`. */
export const RANGES = {
  rounds: { least: 1, most: 100, isWhole: true },
  seeds: { least: 1, most: 100, isWhole: true },
  budget: { least: 1, most: 100, isWhole: false },
} as const

const FIRST_CHOICE: Choice = {
  strategies: ["bandit", "churn"],
  population: "own",
  retrainEvery: null,
  rounds: 6,
  seeds: 3,
  budget: 2,
}

/** Stays while other views are looked at. */
export const chosen = createStore<Choice>(FIRST_CHOICE)

/** One for each strategy, in the order in which they are offered. */
export const questionsOf = (
  { strategies, population, ...settings }: Choice,
  run: string,
): readonly RoundsQuestion[] =>
  STRATEGIES.filter((strategy) => strategies.includes(strategy)).map((strategy) => ({
    run: population === "run" ? run : null,
    strategy,
    ...settings,
  }))
