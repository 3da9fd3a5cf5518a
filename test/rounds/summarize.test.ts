import { describe, expect, it } from "vitest"
import { roundsText } from "../../src/cli/rounds-text.ts"
import type { PlayedRound } from "../../src/core/rounds/index.ts"
import { bandOf, reportOf } from "../../src/core/rounds/summarize.ts"
import { smallScenario } from "./scenario.ts"

const round = (at: number, recall: number | null, costPerAccount: number): PlayedRound => ({
  round: at,
  retrained: at === 0,
  recall,
  fpr: 0.01,
  precision: null,
  auc: 0.9,
  flagged: 10,
  present: 20,
  caught: 5,
  replaced: 0,
  cost: 20 * costPerAccount,
  costPerAccount,
  effort: { behaviour: 0.1, content: 0.2, network: 0.3 },
  recallByArchetype: { "content-farm": recall },
  populationDigest: "",
  riskDigest: "",
})

describe("bandOf", () => {
  it("is the mean and Student's 95 % interval", () => {
    // scipy: t.interval(0.95, 4, 0.6, 0.158113883 / 5 ** 0.5)
    const band = bandOf([0.4, 0.5, 0.6, 0.7, 0.8])
    expect(band.mean).toBeCloseTo(0.6)
    expect(band.low).toBeCloseTo(0.403676, 5)
    expect(band.high).toBeCloseTo(0.796324, 5)
  })

  it("ends where the figure does", () => {
    expect(bandOf([0.1, 0.9], 1)).toEqual({ mean: 0.5, low: 0, high: 1 })
    expect(bandOf([1, 9]).high).toBeGreaterThan(9)
  })

  it("has no ends of one value, and nothing of none", () => {
    expect(bandOf([0.5, null])).toEqual({ mean: 0.5, low: null, high: null })
    expect(bandOf([null])).toEqual({ mean: null, low: null, high: null })
  })
})

describe("reportOf", () => {
  const report = reportOf(
    smallScenario(),
    ["content-farm", "cyborg"],
    [
      { seed: "a", rounds: [round(0, 0.8, 10), round(1, 0.4, 20), round(2, 0.3, 30)] },
      { seed: "b", rounds: [round(0, 0.6, 20), round(1, 0.6, 40), round(2, 0.5, 60)] },
    ],
  )

  it("tells how long the threshold holds, on each seed, in the median and of the mean", () => {
    expect(report.bySeed.map(({ halfLife }) => halfLife)).toEqual([1, null])
    // Of two seeds, of which one fell, next to nothing is known: above half is 0 and 1/2 left, 1/4 with a reach of 3.17655.
    const interval = { low: expect.closeTo(0.5 / (0.5 + 3.17655 - 0.25), 4), high: null }
    const measured = { within: 2, unknown: null, measured: 2 }
    expect(report.halfLife).toEqual({ ...measured, ofMean: null, interval, median: null, reached: 1 })
  })

  it("weighs what is left of each seed's recall alike, however high it began", () => {
    const { halfLife } = reportOf(
      smallScenario(),
      ["content-farm"],
      [
        { seed: "a", rounds: [round(0, 0.8, 10), round(1, 0.4, 10), round(2, 0, 10)] },
        { seed: "b", rounds: [round(0, 0.4, 10), round(1, 0.4, 10), round(2, 0.2, 10)] },
      ],
    )
    expect(halfLife.ofMean).toBeCloseTo(1.5, 12)
  })

  const reportWith = (...recalls: readonly (number | null)[][]) =>
    reportOf(
      smallScenario(),
      [],
      recalls.map((recall, seed) => ({
        seed: `${seed}`,
        rounds: recall.map((one, at) => round(at, one, 10)),
      })),
    )
  const played = (...recalls: readonly (number | null)[][]) => reportWith(...recalls).halfLife

  it("says in words what cannot be measured, and never that a threshold held that caught nobody", () => {
    const idle = roundsText(reportWith([0, 0], [0, 0]))
    expect(idle).toContain("Half-life: cannot be measured: nobody AI-managed is caught in round 0")
    expect(idle).not.toMatch(/is left|median/)
    expect(roundsText(reportWith([null, null]))).toContain("no account is AI-managed")
    expect(roundsText(reportWith([0, 0], [0.8, 0.2]))).toContain("Not counted: 1 seed that caught nobody")
  })

  it("counts no seed that caught nobody in round 0 as one that the threshold held on", () => {
    const { unknown, measured, reached, median, ofMean } = played([0, 0], [null, 0.5], [0.8, 0.4])
    expect({ unknown, measured, reached, median, ofMean }).toEqual({
      unknown: null,
      measured: 1,
      reached: 1,
      median: 1,
      ofMean: 1,
    })
  })

  it.each([
    { recalls: [[0.8], [0.6]], unknown: "one-round" },
    {
      recalls: [
        [0, 0.2],
        [null, 0.2],
      ],
      unknown: "none-caught",
    },
    {
      recalls: [
        [null, 0.2],
        [null, null],
      ],
      unknown: "no-managed",
    },
    {
      recalls: [
        [0, 0.2],
        [0.1, 0.1],
      ],
      unknown: null,
    },
  ])("says why there is no half-life: $unknown of $recalls", ({ recalls, unknown }) => {
    expect(played(...recalls)).toMatchObject({ unknown, ...(unknown && { ofMean: null, median: null }) })
  })

  it("sets recall against what an account costs", () => {
    expect(report.recallAgainstCost.map(({ costPerAccount }) => costPerAccount)).toEqual([15, 30, 45])
    expect(report.recallAgainstCost.map(({ recall }) => recall!.toFixed(2))).toEqual(["0.70", "0.50", "0.40"])
  })

  it("leaves a gap where no seed has a figure", () => {
    const [first] = report.rounds
    expect(first!.precision.mean).toBeNull()
    expect(first!.recallByArchetype["content-farm"]!.mean).toBeCloseTo(0.7)
    expect(first!.recallByArchetype.cyborg!.mean).toBeNull()
    expect(first!.effort.network.mean).toBeCloseTo(0.3)
  })
})
