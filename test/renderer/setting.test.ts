import { describe, expect, it } from "vitest"
import type { Scenario } from "../../src/core/scenario/schema.ts"
import { back, begin, forth, step } from "../../src/renderer/state/history.ts"
import { formatPlace, parsePlace, START } from "../../src/renderer/state/place.ts"
import { changed, ownSetting, sameSetting } from "../../src/renderer/state/setting.ts"
import { OWN_SETTING, ownPlaceOf, placeOfSetting, settingAt } from "../../src/renderer/state/setting-place.ts"

const scenario = {
  threshold: 0.2,
  days: 28,
  definition: { automation: 0.5, oversight: 0.25, days: 5 },
} as Scenario
const own = ownSetting(scenario)

describe("a setting", () => {
  it("is the scenario's own where the address says nothing, and the address then need not say it", () => {
    expect(settingAt(OWN_SETTING, scenario)).toEqual(own)
    expect({ off: [], ...placeOfSetting(own, scenario) }).toEqual(OWN_SETTING)
  })

  it("moves the selected tier's threshold, and selecting another brings up that one's", () => {
    const suspended = changed(own, { tier: "suspend" })
    expect(suspended.threshold).toBe(0.8)
    const moved = changed(suspended, { threshold: 0.1 })
    expect(moved.tiers).toEqual({ watch: 0.05, label: 0.1, limit: 0.1, review: 0.1, suspend: 0.1 })
    expect(changed(moved, { tier: "watch" }).threshold).toBe(0.05)
  })

  it("leaves a tier off, and nobody in it, until that tier is moved", () => {
    const tiers = { watch: 0.1, label: 0.3, limit: 0.3, review: 0.3, suspend: 1 }
    const some = changed(own, { tiers, tiersOff: ["label", "limit", "suspend"] })
    const moved = changed(some, { tier: "review", threshold: 0.6 })
    expect(moved.tiersOff).toEqual(["label", "limit", "suspend"])
    expect(moved.tiers).toEqual({ watch: 0.1, label: 0.6, limit: 0.6, review: 0.6, suspend: 1 })
    const on = changed(changed(moved, { tier: "label" }), { threshold: 0.2 })
    expect(on.tiersOff).toEqual(["limit", "suspend"])
    expect(on.tiers).toEqual({ watch: 0.1, label: 0.2, limit: 0.6, review: 0.6, suspend: 1 })
    // What is gone back to is taken whole, and tiers alone are all on.
    expect(changed(on, some)).toEqual({ ...some, tier: some.tier })
    expect(changed(some, { tiers }).tiersOff).toEqual([])
    expect(sameSetting(some, changed(some, { tiers }))).toBe(false)
  })

  it("comes back from the address that tells it, whatever was moved", () => {
    const moved = [
      changed(own, { threshold: 0.7 }),
      changed(own, { tier: "suspend" }),
      changed(own, { tiers: { ...own.tiers, suspend: 1 }, tiersOff: ["suspend"] }),
      changed(own, { tiers: { ...own.tiers, suspend: 1 } }),
      changed(changed(own, { tier: "limit", threshold: 0.5 }), { tier: "review", threshold: 0.3 }),
      changed(own, { prevalence: 0.01, accountsPerDay: 50_000, secondsPerReview: 120 }),
      changed(own, { definition: { ...own.definition, oversight: 0.5 } }),
      changed(own, { costs: { falsePositive: 1, falseNegative: 0, review: 0 } }),
      changed(own, { caps: [{ kind: "archetype", name: "casual", maxFpr: 0.01 }] }),
    ]
    for (const setting of moved) {
      const again = settingAt(placeOfSetting(setting, scenario), scenario)
      expect(sameSetting(again, setting), JSON.stringify(setting)).toBe(true)
      expect(sameSetting(again, own)).toBe(false)
    }
  })
})

describe("another run", () => {
  it("is opened by its scenario's own setting, with all its detectors and none of its accounts", () => {
    const moved = placeOfSetting(changed(own, { tier: "suspend", prevalence: 0.01 }), scenario)
    const left = { ...START, ...moved, run: "a", off: ["co-action"], account: 3 }
    const opened = parsePlace(formatPlace({ ...left, ...ownPlaceOf("b") }))
    expect(opened).toEqual({ ...START, run: "b" })
  })
})

describe("a history", () => {
  it("goes back and forth, and gives up what was gone back from when a step is taken", () => {
    const third = step(step(begin(1), 2), 3)
    expect(back(back(third)).present).toBe(1)
    expect(forth(back(back(third))).present).toBe(2)
    expect(step(back(third), 4)).toEqual({ past: [1, 2], present: 4, future: [] })
  })

  it("stays where there is nothing to go to", () => {
    const only = begin(1)
    expect(back(only)).toBe(only)
    expect(forth(only)).toBe(only)
  })
})
