import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { Scenario } from "../../src/core/scenario/schema.ts"
import { Dial } from "../../src/renderer/state/dial.ts"
import type { LoadedRun } from "../../src/renderer/state/run.ts"
import { ownSetting } from "../../src/renderer/state/setting.ts"

const scenario = {
  threshold: 0.2,
  days: 28,
  definition: { automation: 0.5, oversight: 0.25, days: 5 },
} as Scenario

describe("a dial turned by keys", () => {
  beforeEach(() => void vi.stubGlobal("window", { requestAnimationFrame: () => 1 }))
  afterEach(() => void vi.unstubAllGlobals())

  const dial = () => new Dial({} as LoadedRun, ownSetting(scenario))
  const press = (of: Dial, tier: "review" | "suspend", threshold: number, time: number) => {
    of.turn({ tier, threshold })
    of.restByKey(time)
  }
  const steps = (of: Dial) => {
    let count = 0
    for (; of.canUndo(); count++) of.undo()
    return count
  }

  it("goes back over quick presses on one tier in a single step, and rests at each", () => {
    const turned = dial()
    for (const at of [1, 2, 3, 4, 5]) {
      press(turned, "review", 0.2 + at / 1000, 200 * at)
      expect(turned.rested().tiers.review).toBe(0.2 + at / 1000)
    }
    expect(steps(turned)).toBe(1)
    expect(turned.rested().tiers.review).toBe(0.2)
  })

  it("makes a step of its own of a press after a pause, on another tier, and after a step back", () => {
    const turned = dial()
    press(turned, "review", 0.21, 0)
    press(turned, "review", 0.22, 5000)
    press(turned, "suspend", 0.81, 5100)
    expect(steps(turned)).toBe(3)
    press(turned, "review", 0.3, 5200)
    press(turned, "review", 0.31, 5300)
    turned.undo()
    press(turned, "review", 0.25, 5400)
    expect(turned.canRedo()).toBe(false)
    expect(steps(turned)).toBe(1)
  })
})
