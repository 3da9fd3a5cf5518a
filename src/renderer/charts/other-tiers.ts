/** Where the tiers that are not selected lie on a threshold's axis. */
import { TIERS } from "../../core/policy/tiers.ts"
import type { Setting } from "../state/setting.ts"
import type { ThresholdAxis } from "./threshold-axis.ts"

export function otherTiers({ tiers, tier }: Setting, along: ThresholdAxis): number[] {
  return TIERS.filter((other) => other !== tier).map((other) => along.place(tiers[other]))
}
