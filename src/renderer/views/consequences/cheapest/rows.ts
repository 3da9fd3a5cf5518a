/** What of a search's answer stands in its table: the setting as it is, the cheapest, those next to it, and a near miss. */
import {
  type CheapestReport,
  isSameSetting,
  type SettingConsequences,
} from "../../../../core/policy/follow/index.ts"

export const ROW_KINDS = ["present", "cheapest", "runner-up", "nearest", "unlimited"] as const
export type RowKind = (typeof ROW_KINDS)[number]

export interface Row {
  readonly kind: RowKind
  /** Among the runners-up, from 1 on. */
  readonly place: number
  readonly setting: SettingConsequences
}

const MOST_RUNNERS_UP = 3

export function rowsOf({
  present,
  cheapest,
  nearest,
  unlimited,
  binding,
  followed,
}: CheapestReport): readonly Row[] {
  const runnersUp = followed
    .filter((one) => one.broken.length === 0 && !isSame(one, cheapest) && !isSame(one, present))
    .slice(0, MOST_RUNNERS_UP)
  const row = (kind: RowKind, setting: SettingConsequences | null): readonly Row[] =>
    setting === null ? [] : [{ kind, place: 1, setting }]
  return [
    ...row("present", present),
    ...row("cheapest", cheapest),
    ...runnersUp.map((setting, at): Row => ({ kind: "runner-up", place: at + 1, setting })),
    ...row("nearest", nearest),
    ...row("unlimited", binding.length > 0 && !isSame(unlimited, nearest) ? unlimited : null),
  ]
}

/** Whether two are one setting: the present one may be among those that were tried. */
function isSame(one: SettingConsequences, other: SettingConsequences | null): boolean {
  return other !== null && isSameSetting(one, other)
}
