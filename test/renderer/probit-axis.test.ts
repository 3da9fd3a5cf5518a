import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { createScoreIndex, detCurve } from "../../src/core/evaluation/index.ts"
import { PROBIT_ENDS, probitPlace, shareNamedAt } from "../../src/renderer/charts/probit-axis.ts"

interface DetReference {
  readonly label: readonly number[]
  readonly score: readonly number[]
  readonly falsePositiveRate: readonly number[]
  readonly falseNegativeRate: readonly number[]
  /** null for an infinite place. */
  readonly x: readonly (number | null)[]
  readonly y: readonly (number | null)[]
  readonly ticks: readonly (readonly [string, number])[]
}

const { det } = JSON.parse(readFileSync(new URL("../reference/charts.json", import.meta.url), "utf8")) as {
  det: DetReference
}

describe("the probit axes of the DET chart", () => {
  it("put every point where scikit-learn's DetCurveDisplay does", () => {
    const curve = detCurve(createScoreIndex(Float32Array.from(det.score), Uint8Array.from(det.label)))
    // scikit-learn's curve runs the other way.
    expect([...curve.falsePositiveRate].reverse()).toEqual(det.falsePositiveRate)
    for (const [rates, places] of [
      [det.falsePositiveRate, det.x],
      [det.falseNegativeRate, det.y],
    ] as const)
      rates.forEach((rate, i) => {
        const place = places[i]
        if (place !== null && rate > 0.0001 && rate < 0.999) expect(probitPlace(rate)).toBeCloseTo(place!, 10)
      })
  })

  it("have scikit-learn's ticks where scikit-learn has them", () => {
    for (const [name, place] of det.ticks)
      expect(100 * shareNamedAt(place)!, name).toBeCloseTo(Number.parseFloat(name), 10)
    expect(shareNamedAt(0.1)).toBeNull()
  })

  it("keep shares of nothing and of all on the chart", () => {
    expect(probitPlace(0)).toBe(PROBIT_ENDS.min)
    expect(probitPlace(1)).toBe(PROBIT_ENDS.max)
  })
})
