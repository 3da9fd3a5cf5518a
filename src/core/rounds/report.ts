/** What rounds come to: plain JSON, for the terminal, the api and the window alike. */
import type { Efforts } from "../population/efforts.ts"
import type { HalfLifeInterval } from "./half-life.ts"
import type { RoundsSettings, StrategyName } from "./settings.ts"

export interface RoundsReport {
  readonly format: 1
  /** The scenario's name. */
  readonly scenario: string
  readonly strategy: StrategyName
  readonly settings: RoundsSettings
  /** Risk at or above it is caught. */
  readonly threshold: number
  /** Of the evaluated population. */
  readonly accounts: number
  /** Days of a round. */
  readonly days: number
  /** Managed archetypes whose accounts operators run, in the population's order. */
  readonly archetypes: readonly string[]
  /** Over the seeds, one a round; round 0 is the plain run. */
  readonly rounds: readonly RoundRow[]
  readonly halfLife: HalfLife
  /** One point a round, in order: means over the seeds. */
  readonly recallAgainstCost: readonly CostPoint[]
  /** Each seed on its own. */
  readonly bySeed: readonly PlayedSeed[]
}

/** Mean over the seeds and its 95 % interval by Student's t, within what the figure can be; null where no seed, or only one, has a value. */
export interface Band {
  readonly mean: number | null
  readonly low: number | null
  readonly high: number | null
}

/** One round; `Value` is a number of one seed, or a band over seeds. */
interface RoundFigures<Value> {
  /** From 0. */
  readonly round: number
  /** Whether fusion was learned again for it; true of round 0. */
  readonly retrained: boolean
  /** Share of the accounts labelled AI-managed that are flagged. */
  readonly recall: Value
  readonly fpr: Value
  readonly precision: Value
  readonly auc: Value
  /** Accounts, rightly or wrongly. */
  readonly flagged: Value
  /** Of operators' accounts those that are there: the others were caught and could not be paid for again. */
  readonly present: Value
  /** Of those, the ones that are flagged. */
  readonly caught: Value
  /** Accounts that are new in this round, in place of caught ones. */
  readonly replaced: Value
  /** CNY a month of all operators together: running, evading and replacing. */
  readonly cost: Value
  /** By the accounts that are there. */
  readonly costPerAccount: Value
  /** Mean over the accounts that are there, by layer, in [0, 1]. */
  readonly effort: Readonly<Record<keyof Efforts, Value>>
  /** Share of the archetype's accounts labelled AI-managed that are flagged. */
  readonly recallByArchetype: Readonly<Record<string, Value>>
}

export type RoundRow = RoundFigures<Band>

/** Null where there is nothing to divide by. */
export type PlayedRound = RoundFigures<number | null> & {
  /** SHA-256, hex: of a plain run's population what its manifest says. */
  readonly populationDigest: string
  /** SHA-256, hex, over the risk of all accounts. */
  readonly riskDigest: string
}

export interface PlayedSeed {
  readonly seed: string
  readonly rounds: readonly PlayedRound[]
  /** Null: not within the rounds that were played, or nobody was caught in round 0. */
  readonly halfLife: number | null
}

/**
 * Why a half-life cannot be measured: one round has nothing after it; no account is labelled AI-managed, so that recall is
 * none; or round 0 caught none of them, so that there is nothing to halve.
 */
export type UnknownHalfLife = "one-round" | "no-managed" | "none-caught"

/** Rounds until recall is half of round 0's, by lines between rounds. */
export interface HalfLife {
  /** Rounds after round 0 that were played: a half-life that is null is longer, unless `unknown` says why there is none. */
  readonly within: number
  /** Of all seeds; null where it can be measured on some. */
  readonly unknown: UnknownHalfLife | null
  /** Seeds that it is measured on: those that caught somebody in round 0. */
  readonly measured: number
  /** Of the mean over the seeds of what is left of each one's recall in round 0. */
  readonly ofMean: number | null
  /** Its 95 % interval over the seeds, an end null where it is longer; null of fewer than two seeds that are measured. */
  readonly interval: HalfLifeInterval | null
  /** Of the own ones of the seeds that are measured; null when as many or more did not reach it. */
  readonly median: number | null
  /** How many of the seeds reached it. */
  readonly reached: number
}

export interface CostPoint {
  readonly round: number
  readonly costPerAccount: number | null
  readonly recall: number | null
}
