import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { editDistance, nearestName, suggestion } from "../../src/core/scenario/suggest.ts"

describe("editDistance", () => {
  it.each([
    ["", "", 0],
    ["", "abc", 3],
    ["kitten", "sitting", 3],
    ["prevalance", "prevalence", 1],
    ["evasoin", "evasion", 1],
    ["ca", "abc", 3],
  ])("from %j to %j is %i", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
  })

  it("is symmetric, 0 for equal words only, and at most the longer word", () => {
    const word = fc.string({ maxLength: 12, unit: fc.constantFrom("a", "b", "c") })
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b)
        expect(distance).toBe(editDistance(b, a))
        expect(distance === 0).toBe(a === b)
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })
})

describe("nearestName", () => {
  const known = ["accounts", "days", "coActionWindow", "content-farm"]

  it.each([
    ["acounts", "accounts"],
    ["Accounts", "accounts"],
    ["dyas", "days"],
    ["coaction-window", "coActionWindow"],
    ["contentfarms", "content-farm"],
    ["content", "content-farm"],
    ["co-action", "coActionWindow"],
  ])("takes %s for %s", (name, meant) => {
    expect(nearestName(name, known)).toBe(meant)
  })

  it("takes no name that is far off", () => {
    expect(nearestName("weather", known)).toBeUndefined()
    expect(nearestName("", known)).toBeUndefined()
    expect(nearestName("co", ["content-farm"])).toBeUndefined()
    expect(nearestName("stealth", ["stealth-agent", "stealth-ring"])).toBeUndefined()
    expect(nearestName("a".repeat(1_000_000), known)).toBeUndefined()
    expect(nearestName("days", [])).toBeUndefined()
  })
})

describe("suggestion", () => {
  it("asks about the nearest name, or lists them all", () => {
    expect(suggestion("dyas", ["days", "name"])).toBe("did you mean days?")
    expect(suggestion("weather", ["days", "name"])).toBe("allowed: days, name")
    expect(suggestion("dyas", ["days", "name"], "always list")).toBe(
      "did you mean days? (allowed: days, name)",
    )
  })
})
