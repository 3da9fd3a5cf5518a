/** What follows from one tier's threshold. */
import {
  flaggedTotal,
  type OperatingPoint,
  operatingPoint,
  type PerDay,
  perDayOf,
} from "../../../../core/evaluation/index.ts"
import { TIERS, type Tier } from "../../../../core/policy/tiers.ts"
import type { Picture } from "../../../state/dial.ts"
import { takesFrom, workloadOf } from "../../../state/setting.ts"

export interface TierPoint {
  readonly point: OperatingPoint
  readonly perDay: PerDay
  /** Accounts of this tier and no harsher one, at the setting's prevalence. */
  readonly inBand: number
}

export function tierPoint(
  { setting, labelled }: Pick<Picture, "setting" | "labelled">,
  tier: Tier,
  days: number,
): TierPoint {
  const { prevalence } = setting
  const harsher = TIERS[TIERS.indexOf(tier) + 1]
  const end = harsher === undefined ? Number.POSITIVE_INFINITY : takesFrom(setting, harsher)
  const point = operatingPoint(labelled.index, takesFrom(setting, tier), prevalence)
  const above = operatingPoint(labelled.index, end, prevalence)
  return {
    point,
    perDay: perDayOf(point, workloadOf(setting, labelled, { days })),
    inBand: flaggedTotal(point.confusion) - flaggedTotal(above.confusion),
  }
}
