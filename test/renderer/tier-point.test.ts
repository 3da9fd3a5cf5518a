import { describe, expect, it } from "vitest"
import { createScoreIndex } from "../../src/core/evaluation/index.ts"
import { TIERS } from "../../src/core/policy/tiers.ts"
import type { Scenario } from "../../src/core/scenario/schema.ts"
import { queryOf } from "../../src/renderer/export/report-query.ts"
import type { LabelledRun } from "../../src/renderer/state/run.ts"
import { changed, ownSetting, takesFrom } from "../../src/renderer/state/setting.ts"
import { tierPoint } from "../../src/renderer/views/tradeoffs/tiers/tier-point.ts"

const own = ownSetting({
  threshold: 0.2,
  days: 28,
  definition: { automation: 0.5, oversight: 0.25, days: 5 },
} as Scenario)
const tiers = { ...own.tiers, suspend: 1 }
const unsuspended = changed(own, { tiers, tiersOff: ["suspend"] })

describe("a tier that is off", () => {
  it("takes nobody, not even an account of risk 1, who stays in the tier below", () => {
    const labelled = {
      index: createScoreIndex(new Float32Array([1, 0.9, 0.1]), new Uint8Array([1, 0, 0])),
    } as LabelledRun
    const hit = (setting: typeof own, tier: "review" | "suspend") => {
      const { point, inBand } = tierPoint({ setting, labelled }, tier, 28)
      const { truePositives, falsePositives } = point.confusion
      return { inBand, hit: truePositives + falsePositives }
    }
    expect(hit(unsuspended, "suspend")).toEqual({ inBand: 0, hit: 0 })
    expect(hit(unsuspended, "review")).toEqual({ inBand: 2, hit: 2 })
    // On, the same threshold does take it.
    expect(hit(changed(own, { tiers, tiersOff: [] }), "suspend")).toEqual({ inBand: 1, hit: 1 })
  })

  it("takes whom the next harsher one that is on takes", () => {
    const some = changed(own, { tiers: own.tiers, tiersOff: ["label", "suspend"] })
    expect(takesFrom(some, "label")).toBe(own.tiers.limit)
    const none = changed(own, { tiers: own.tiers, tiersOff: TIERS })
    expect(TIERS.map((tier) => takesFrom(none, tier))).toEqual(TIERS.map(() => Number.POSITIVE_INFINITY))
  })

  it("is told to the report as off, which then tells of one that is on", () => {
    const asked = new URLSearchParams(queryOf(changed(unsuspended, { tier: "suspend" }), [], "en"))
    expect(asked.get("tiers")).toBe("0.05,0.1,0.15,0.2,off")
    expect(asked.get("tier")).toBe("review")
    expect(asked.get("threshold")).toBe("0.2")
  })
})
