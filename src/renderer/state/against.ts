/** Side A of a comparison as a setting, and addresses that compare. */
import type { Definition } from "../../core/policy/definition.ts"
import type { Scenario } from "../../core/scenario/schema.ts"
import { type Against, START_COMPARED } from "./compared-place.ts"
import { formatPlace, type Place } from "./place.ts"
import type { Setting } from "./setting.ts"
import { placeOfSetting } from "./setting-place.ts"

/** A run judged by a threshold and a definition. */
export interface ComparedSetting {
  readonly threshold: number
  readonly definition: Definition
}

/** What an address must say of side A; what is its scenario's own is left out. */
export function againstOf(run: string | null, setting: ComparedSetting, scenario: Scenario): Against {
  const unlessOwn = (value: number, own: number) => (value === own ? null : value)
  const { definition } = scenario
  return {
    run,
    threshold: unlessOwn(setting.threshold, scenario.threshold),
    oversight: unlessOwn(setting.definition.oversight, definition.oversight),
    automation: unlessOwn(setting.definition.automation, definition.automation),
    days: unlessOwn(setting.definition.days, definition.days),
  }
}

/** How side A is judged; `scenario` is that of its run. */
export function settingAgainst(against: Against, { threshold, definition }: Scenario): ComparedSetting {
  return {
    threshold: against.threshold ?? threshold,
    definition: {
      oversight: against.oversight ?? definition.oversight,
      automation: against.automation ?? definition.automation,
      days: against.days ?? definition.days,
    },
  }
}

/** The address that compares two settings of the run at `place`: the old one, A, with the new one, B. */
export function compareAddress(place: Place, old: ComparedSetting, now: Setting, scenario: Scenario): string {
  return formatPlace({
    ...place,
    ...placeOfSetting(now, scenario),
    ...START_COMPARED,
    against: againstOf(null, old, scenario),
    view: "compare",
    account: null,
  })
}
