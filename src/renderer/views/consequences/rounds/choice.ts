/** What rounds are to be played: as it is chosen in the panel, and as the question that it makes. */
import type { RoundsQuestion, StrategyName } from "../../../../api/contract.ts"
import { createStore } from "../../../state/store.ts"

export interface Choice {
  readonly strategy: StrategyName
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
export const RETRAIN_EVERY = [1, 2, 3, 4] as const
export const ROUND_COUNTS = [3, 4, 6, 8, 12] as const
export const SEED_COUNTS = [2, 3, 5, 8] as const
export const BUDGETS = [1, 1.5, 2, 3, 5] as const

const FIRST_CHOICE: Choice = {
  strategy: "bandit",
  population: "own",
  retrainEvery: null,
  rounds: 6,
  seeds: 3,
  budget: 2,
}

/** Stays while other views are looked at. */
export const chosen = createStore<Choice>(FIRST_CHOICE)

export const questionOf = ({ population, ...settings }: Choice, run: string): RoundsQuestion => ({
  run: population === "run" ? run : null,
  ...settings,
})
