import { describe, expect, it } from "vitest"
import { stillGrows } from "../../../src/core/policy/follow/growth.ts"

const days = (of: (day: number) => number, count = 16) =>
  Float64Array.from({ length: count }, (_, day) => of(day))

describe("growth at the end", () => {
  it("is told of what climbs, and not of what has stopped climbing, falls or stands still", () => {
    const of = (value: (day: number) => number) => stillGrows([days(value), days((day) => value(day) + 1)], 1)
    expect(of((day) => 100 + 5 * day)).toBe(true)
    expect(of((day) => Math.min(8, day))).toBe(false)
    expect(of((day) => 100 - day)).toBe(false)
    expect(of(() => 0)).toBe(false)
  })

  it("is of 2 % or more, and beyond chance", () => {
    const flat = (gain: number) => days((day) => (day >= 12 ? 1000 + gain : 1000))
    expect(stillGrows([flat(19), flat(20)], 1)).toBe(false)
    expect(stillGrows([flat(20), flat(21)], 1)).toBe(true)
    expect(stillGrows([flat(-90), flat(150), flat(60)], 1)).toBe(false)
  })

  it("looks past a wave of accounts judged again, and asks for two replicates and days", () => {
    const wave = days((day) => (day < 7 ? 100 : 200), 14)
    expect(stillGrows([wave, wave], 1)).toBe(false)
    expect(stillGrows([wave, wave], 7)).toBe(true)
    expect(stillGrows([wave], 7)).toBe(false)
    expect(stillGrows([days(() => 3, 1), days(() => 4, 1)], 1)).toBe(false)
  })
})
