import { describe, expect, it } from "vitest"
import { directionOf } from "../../src/renderer/views/consequences/attention/direction.ts"

describe("directionOf", () => {
  it.each([
    { value: 0.01, interval: [0.005, 0.015], direction: "better" },
    { value: -0.01, interval: [-0.015, -0.005], direction: "worse" },
    { value: 0.01, interval: [-0.001, 0.02], direction: "unclear" },
    { value: 0.01, interval: [0, 0.02], direction: "unclear" },
    { value: -0.01, interval: [-0.02, 0], direction: "unclear" },
    { value: 0, interval: [0, 0], direction: "unclear" },
    { value: 0.01, interval: [Number.NaN, Number.NaN], direction: "unclear" },
  ] as const)("of $value in $interval is $direction", ({ value, interval, direction }) => {
    expect(directionOf({ value, interval })).toBe(direction)
  })
})
