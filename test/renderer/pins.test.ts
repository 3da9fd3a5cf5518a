import { describe, expect, it } from "vitest"
import { formatPolicy } from "../../src/core/policy/format-policy.ts"
import { parsePolicy } from "../../src/core/policy/parse-policy.ts"
import { EMPTY_POLICY } from "../../src/core/policy/policy.ts"
import type { Scenario } from "../../src/core/scenario/schema.ts"
import { parsePins, pinOf, settingOfPin, tellPins } from "../../src/renderer/state/pins.ts"
import { changeBy, policyOf } from "../../src/renderer/state/policy.ts"
import { changed, ownSetting, type Setting, sameSetting } from "../../src/renderer/state/setting.ts"

const scenario = {
  threshold: 0.2,
  days: 28,
  definition: { automation: 0.5, oversight: 0.25, days: 5 },
} as Scenario
const own = ownSetting(scenario)
const moved: readonly Setting[] = [
  own,
  changed(own, { tier: "suspend", threshold: 0.91234 }),
  changed(changed(own, { tier: "limit", threshold: 0.5 }), { tier: "review", threshold: 0.3 }),
  changed(own, { prevalence: 0.01, accountsPerDay: 50_000, secondsPerReview: 120 }),
  changed(own, { definition: { automation: 0.5, oversight: 0.5, days: 7 } }),
  changed(own, { costs: { falsePositive: 1, falseNegative: 0, review: 0 } }),
  changed(own, { caps: [{ kind: "age", name: "<30", maxFpr: 0.01 }] }),
]

describe("a pin", () => {
  it.each(moved)("keeps a whole setting, in an address as well", (setting) => {
    const said = new URLSearchParams()
    tellPins([pinOf("Before * _ 政策", setting, scenario)], said)
    const [pin] = parsePins(new URLSearchParams(said.toString()))
    expect(pin!.name).toBe("Before * _ 政策")
    expect(sameSetting(settingOfPin(pin!, scenario), setting)).toBe(true)
  })

  it("means the same thresholds and definition on a run of another scenario", () => {
    const other = { ...scenario, threshold: 0.6, definition: { automation: 0.9, oversight: 0.9, days: 2 } }
    const { tiers, definition } = settingOfPin(pinOf("now", own, scenario), other)
    expect({ tiers, definition }).toEqual({ tiers: own.tiers, definition: own.definition })
  })

  it("takes little of an address", () => {
    const said = new URLSearchParams()
    tellPins([pinOf("Human review at 0.200", own, scenario)], said)
    expect(said.toString().length).toBeLessThan(170)
  })
})

describe("a saved policy", () => {
  it.each(moved)("opens as the setting that it was saved from, but for the selected tier", (setting) => {
    const policy = parsePolicy(formatPolicy(policyOf(setting, "May")), "may.yaml")
    const opened = changed({ ...own, tier: setting.tier }, changeBy(policy, scenario))
    expect(sameSetting(opened, setting)).toBe(true)
  })

  it("that leaves tiers out has nobody in them", () => {
    const policy = { ...EMPTY_POLICY, tiers: { ...EMPTY_POLICY.tiers, label: 0.3, review: 0.5 } }
    expect(changeBy(policy, scenario).tiers).toEqual({
      watch: 0.3,
      label: 0.3,
      limit: 0.5,
      review: 0.5,
      suspend: 1,
    })
  })
})
