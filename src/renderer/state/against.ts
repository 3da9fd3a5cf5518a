/** Side A of a comparison as a setting, and addresses that compare. */
import type { Definition } from "../../core/policy/definition.ts"
import type { Tier, Tiers } from "../../core/policy/tiers.ts"
import type { Scenario } from "../../core/scenario/schema.ts"
import { type Against, START_COMPARED } from "./compared-place.ts"
import { formatPlace, type Place } from "./place.ts"
import { changed, ownSetting, type Setting } from "./setting.ts"
import { OWN_SETTING, placeOfSetting, settingAt } from "./setting-place.ts"

/** A run judged by a tier's threshold and a definition. */
export interface ComparedSetting {
  /** Ascending; the other tiers are compared beside. */
  readonly tiers: Tiers
  /** Of the tier that is selected for both sides. */
  readonly threshold: number
  readonly definition: Definition
}

/** What an address must say of side A; what is its scenario's own is left out. */
export function againstOf(
  run: string | null,
  { tiers, definition }: Omit<ComparedSetting, "threshold">,
  scenario: Scenario,
  tier: Tier,
): Against {
  const setting = changed(ownSetting(scenario), { tier, tiers, definition })
  const { threshold, tiers: told, oversight, automation, days } = placeOfSetting(setting, scenario)
  return { run, threshold, tiers: told, oversight, automation, days }
}

/** How side A is judged; `scenario` is that of its run. */
export function settingAgainst(against: Against, scenario: Scenario, tier: Tier): ComparedSetting {
  const { tiers, threshold, definition } = settingAt({ ...OWN_SETTING, ...against, tier }, scenario)
  return { tiers, threshold, definition }
}

/** The address that compares two settings of the run at `place`: the old one, A, with the new one, B. */
export function compareAddress(
  place: Place,
  old: Omit<ComparedSetting, "threshold">,
  now: Setting,
  scenario: Scenario,
): string {
  return formatPlace({
    ...place,
    ...placeOfSetting(now, scenario),
    ...START_COMPARED,
    against: againstOf(null, old, scenario, now.tier),
    view: "compare",
    account: null,
  })
}
