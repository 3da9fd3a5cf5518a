import { describe, expect, it } from "vitest"
import { calibrationReport, labelBins, riskBins } from "../../src/core/evaluation/calibration-report.ts"
import { wilson } from "../../src/core/evaluation/intervals.ts"
import { samplingOf } from "../../src/core/evaluation/resample.ts"
import { createScoreIndex, orderScores } from "../../src/core/evaluation/score-index.ts"
import { NONE } from "../../src/core/evidence/evidence.ts"
import { stream } from "../../src/core/random/streams.ts"
import { expectClose, expectColumn } from "./expect-close.ts"
import { floats, why } from "./why-reference.ts"

const alone = (accounts: number) => new Uint32Array(accounts).fill(NONE)
const reportOf = (risk: Float32Array, label: Uint8Array, bins?: number) =>
  calibrationReport(risk, label, samplingOf(label, alone(label.length), { seed: "a" }), bins)

describe("calibration", () => {
  it.each(why.calibration)("has the same bins when labels come later: $name", (known) => {
    const risk = floats(known.score)
    const label = Uint8Array.from(known.label)
    const bins = labelBins(riskBins(orderScores(risk).score, known.bins), createScoreIndex(risk, label))
    const { bins: wanted } = reportOf(risk, label, known.bins)
    expect(bins.map(({ meanRisk, ...bin }) => bin)).toEqual(wanted.map(({ meanRisk, ...bin }) => bin))
    expectColumn(
      bins.map(({ meanRisk }) => meanRisk),
      wanted.map(({ meanRisk }) => meanRisk),
    )
  })

  it.each(why.calibration)("has scikit-learn's curve and Brier score: $name", (known) => {
    const report = reportOf(floats(known.score), Uint8Array.from(known.label), known.bins)
    expectColumn(
      report.bins.map(({ share }) => share),
      known.share,
    )
    expectColumn(
      report.bins.map(({ meanRisk }) => meanRisk),
      known.meanRisk,
    )
    expect(report.bins.map(({ accounts }) => accounts)).toEqual(known.accounts)
    expectClose(report.brier.value, known.brier)
    expectClose(report.calibrationError.value, known.calibrationError)
    for (const part of ["reliability", "resolution", "uncertainty"] as const)
      expectClose(report[part], known[part])
  })

  it("splits the Brier score into parts that add up, none left within bins of one risk each", () => {
    const known = why.calibration[0]!
    const { brier, reliability, resolution, uncertainty, withinBins } = reportOf(
      floats(known.score),
      Uint8Array.from(known.label),
    )
    expectClose(reliability - resolution + uncertainty + withinBins, brier.value)
    expect(Math.abs(withinBins)).toBeGreaterThan(1e-5)
    const two = reportOf(Float32Array.of(0.25, 0.25, 0.75, 0.75), Uint8Array.of(0, 1, 1, 1), 2)
    expectClose(two.withinBins, 0)
  })

  it("leaves out a missing risk, and is undefined when nobody has one", () => {
    const some = reportOf(Float32Array.of(0.1, Number.NaN, 0.9), Uint8Array.of(0, 1, 1), 2)
    expect(some.judged).toBe(2)
    expectClose(some.brier.value, 0.01, 1e-7)
    const none = reportOf(Float32Array.of(Number.NaN), Uint8Array.of(1))
    expect(none.bins).toEqual([])
    expect(none.brier.value).toBeNaN()
    expect(none.calibrationError.value).toBeNaN()
  })

  it("holds the true share in nearly every bin, and the true Brier score, of risks that are true", () => {
    const random = stream("calibration", "test")
    const risk = Float32Array.from({ length: 20_000 }, () => random() ** 2)
    const label = Uint8Array.from(risk, (p) => (random() < p ? 1 : 0))
    const report = reportOf(risk, label, 20)
    const outside = report.bins.filter(
      ({ meanRisk, shareInterval: [low, high] }) => meanRisk < low || meanRisk > high,
    )
    // 5 % of 20 bins are 1; more than 4 are as good as impossible (0.3 %).
    expect(outside.length).toBeLessThanOrEqual(4)
    // The mean of p (1 - p) with p the square of a uniform variable.
    const [low, high] = report.brier.interval
    expect(low).toBeLessThan(1 / 3 - 1 / 5)
    expect(high).toBeGreaterThan(1 / 3 - 1 / 5)
    expect(report.calibrationError.value).toBeLessThan(0.02)
    const [first] = report.bins
    expect(first!.shareInterval).toEqual(wilson(first!.aiManaged, first!.accounts))
  })
})
