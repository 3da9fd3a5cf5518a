/** The two sides of the comparison on the screen. */
import type { Tier } from "../../../core/policy/tiers.ts"
import type { ComparedSetting } from "../../state/against.ts"
import type { LoadedRun } from "../../state/run.ts"

export interface LoadedSide {
  readonly run: LoadedRun
  readonly setting: ComparedSetting
  /** Detectors that are switched off. */
  readonly off: readonly string[]
}

export interface TwoSides {
  readonly a: LoadedSide
  readonly b: LoadedSide
  /** Whose thresholds are compared. */
  readonly tier: Tier
  /** That precision is told at; undefined for the accounts' own. */
  readonly prevalence: number | undefined
  /** The false-positive rate that both thresholds are chosen for; null for thresholds as set. */
  readonly atFpr: number | null
}
