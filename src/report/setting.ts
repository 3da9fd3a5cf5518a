/** What a report looks at a run by: a definition, a prevalence, and the thresholds whose figures it tells. */
import type { Cap } from "../core/evaluation/index.ts"
import type { Definition } from "../core/policy/definition.ts"
import { FLAGGED_TIER, type Tier } from "../core/policy/tiers.ts"
import type { RunManifest } from "../core/run.ts"

export interface ReportSetting {
  /** The policy that the rest is of, if any, and the file that it was read from. */
  readonly policy: { readonly name: string; readonly file: string } | null
  readonly definition: Definition
  /** In (0, 1); undefined for the run's own. */
  readonly prevalence: number | undefined
  /** In [0, 1]: what the figures are told at. */
  readonly threshold: number
  /** The tier that this is the threshold of, if any. */
  readonly tier: Tier | null
  /** The tiers that are on, the mildest first; empty where there is one threshold only. */
  readonly tiers: readonly { readonly tier: Tier; readonly threshold: number }[]
  readonly caps: readonly Cap[]
  /** Ids of detectors that the risk was made without, fusion learned again; the run says nothing of it. */
  readonly off: readonly string[]
}

/** As the scenario has it. */
export function ownSetting({ scenario }: RunManifest): ReportSetting {
  const { definition, threshold } = scenario
  return {
    policy: null,
    definition,
    prevalence: undefined,
    threshold,
    tier: null,
    tiers: [],
    caps: [],
    off: [],
  }
}

/** Of several tiers that are on, the one whose figures are told: the one that a scenario's threshold is, or the harshest. */
export function reportedTier(tiers: ReportSetting["tiers"]): ReportSetting["tiers"][number] | undefined {
  return tiers.find(({ tier }) => tier === FLAGGED_TIER) ?? tiers.at(-1)
}
