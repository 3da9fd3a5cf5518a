/** What the Detectors view makes of a report before it is drawn. */
import { describe, expect, it } from "vitest"
import type { Estimate } from "../../src/core/evaluation/index.ts"
import { restoreNaN } from "../../src/renderer/api/client.ts"
import { lowestOf } from "../../src/renderer/charts/reliability-axis.ts"
import { createFormat } from "../../src/renderer/format.ts"
import { reachOf, signed, signedInterval, verdictOf } from "../../src/renderer/views/detectors/difference.ts"
import { greatest, moved, pairsOf, squareOf } from "../../src/renderer/views/detectors/matrix.ts"
import { partRows } from "../../src/renderer/views/detectors/rows.ts"
import { soleCatchesOfLayers } from "../../src/renderer/views/detectors/sole-catches.ts"

const format = createFormat("en")
const estimate = (value: number, low: number, high: number): Estimate => ({ value, interval: [low, high] })

describe("a difference", () => {
  it("is shown only where its interval is clear of 0, whichever way", () => {
    expect(verdictOf(estimate(0.2, 0.1, 0.3))).toBe("adds")
    expect(verdictOf(estimate(-0.2, -0.3, -0.1))).toBe("takes")
    expect(verdictOf(estimate(0.2, -0.1, 0.5))).toBe("none")
    expect(verdictOf(estimate(0.2, 0, 0.5))).toBe("none")
    expect(verdictOf(estimate(Number.NaN, 0, 1))).toBe("unknown")
    expect(verdictOf(estimate(0.1, Number.NaN, Number.NaN))).toBe("unknown")
  })

  it("carries its sign, none where it rounds to zero, and rounds up to a whole point", () => {
    expect(signed(format, 0.0371, 3)).toBe("+0.037")
    expect(signed(format, -0.2, 1)).toBe("−0.2")
    expect(signed(format, 0.0004, 3)).toBe("0.000")
    expect(signed(format, -0.0004, 3)).toBe("0.000")
    expect(signed(format, 0.988, 1)).toBe("+1.0")
    expect(signedInterval(format, [-0.5, 12.34], 1)).toBe("−0.5 … +12.3")
    expect(signedInterval(format, [Number.NaN, 1], 1)).toBe("")
  })

  it("shares an axis that reaches as far as the farthest interval", () => {
    expect(reachOf([estimate(0.1, -0.4, 0.2), estimate(Number.NaN, Number.NaN, 9)])).toBe(9)
    expect(reachOf([estimate(0.1, -0.4, 0.2)])).toBe(0.4)
    expect(reachOf([])).toBe(0)
  })
})

describe("the matrix of pairs", () => {
  const overlap = {
    maxFpr: 0.01,
    aiManaged: 9,
    caughtByAny: 5,
    falsePositivesOfAny: 1,
    detectors: [],
    pairs: [
      { a: "x", b: "y", both: 1, either: 4, jaccard: estimate(0.25, 0, 0.7) },
      { a: "x", b: "z", both: 0, either: 0, jaccard: estimate(Number.NaN, 0, 1) },
    ],
  }
  const correlation = {
    authentic: [{ a: "x", b: "y", accounts: 50, rho: estimate(-0.6, -0.7, -0.5) }],
    managed: [{ a: "y", b: "z", accounts: 7, rho: estimate(0.3, -0.5, 0.8) }],
  }

  it("holds every pair on both sides of an empty diagonal", () => {
    const square = squareOf(["x", "y", "z"], pairsOf("jaccard", { overlap, correlation }))
    expect(square[0]![1]!.estimate.value).toBe(0.25)
    expect(square[1]![0]).toBe(square[0]![1])
    expect(square[2]![0]!.basis).toEqual({ both: 0, either: 0 })
    expect([square[0]![0], square[1]![2]]).toEqual([null, null])
    expect(pairsOf("authentic", { overlap, correlation })[0]!.basis).toEqual({ accounts: 50 })
    expect(pairsOf("managed", { overlap, correlation })[0]!.estimate.value).toBe(0.3)
  })

  it("is shaded up to its greatest value, whatever its sign, as if what cannot be told were not there", () => {
    expect(greatest(pairsOf("authentic", { overlap, correlation }))).toBe(0.6)
    expect(greatest(pairsOf("jaccard", { overlap, correlation }))).toBe(0.25)
  })

  it("is gone through by arrow keys up to its edges", () => {
    expect(moved({ row: 0, column: 1 }, "ArrowUp", 3)).toEqual({ row: 0, column: 1 })
    expect(moved({ row: 0, column: 1 }, "ArrowDown", 3)).toEqual({ row: 1, column: 1 })
    expect(moved({ row: 2, column: 2 }, "ArrowRight", 3)).toEqual({ row: 2, column: 2 })
    expect(moved({ row: 2, column: 2 }, "Home", 3)).toEqual({ row: 2, column: 0 })
    expect(moved({ row: 2, column: 0 }, "End", 3)).toEqual({ row: 2, column: 2 })
    expect(moved({ row: 2, column: 0 }, "Tab", 3)).toBeNull()
  })
})

/** Six accounts, the last one authentic; two detectors of behaviour and one of content. */
const population = {
  detectors: [
    { id: "rhythm", layer: "behaviour", threshold: 0.5 },
    { id: "mix", layer: "behaviour", threshold: 0.5 },
    { id: "text", layer: "content", threshold: 0.5 },
  ] as const,
  scores: {
    rhythm: Float32Array.of(0.9, 0.5, 0.1, 0.9, Number.NaN, 0.9),
    mix: Float32Array.of(0.9, 0.1, 0.9, 0.1, 0.1, 0.1),
    text: Float32Array.of(0.1, Number.NaN, 0.9, 0.4, 0.9, 0.1),
  },
  label: Uint8Array.of(1, 1, 1, 1, 1, 0),
  archetype: Uint8Array.of(1, 1, 1, 2, 2, 0),
  archetypes: ["casual", "farm", "pod"],
}

describe("whom a layer alone catches", () => {
  it("counts those that any of its detectors flags and none of another layer's, by archetype", () => {
    const found = soleCatchesOfLayers(population)
    expect(found.get("behaviour")).toEqual({
      accounts: 3,
      byArchetype: [
        { archetype: "farm", accounts: 2 },
        { archetype: "pod", accounts: 1 },
      ],
    })
    expect(found.get("content")).toEqual({ accounts: 1, byArchetype: [{ archetype: "pod", accounts: 1 }] })
  })

  it("is nobody where a threshold flags nobody", () => {
    const idle = population.detectors.map((detector) => ({ ...detector, threshold: Number.NaN }))
    expect(soleCatchesOfLayers({ ...population, detectors: idle }).get("behaviour")!.accounts).toBe(0)
  })
})

describe("the rows of detectors and layers", () => {
  const overlap = {
    maxFpr: 0.01,
    aiManaged: 5,
    caughtByAny: 5,
    falsePositivesOfAny: 1,
    detectors: population.detectors.map(({ id, threshold }) => ({
      id,
      threshold,
      falsePositives: 0,
      caught: 2,
      recall: estimate(0.4, 0.1, 0.8),
      alone: id === "text" ? 1 : 0,
      aloneByArchetype: [],
    })),
    pairs: [],
  }
  const manifest = {
    detectors: population.detectors.map(({ id, layer }, at) => ({
      id,
      layer,
      title: id,
      version: 1,
      auc: at === 1 ? null : 0.75,
      aucInterval: at === 1 ? null : ([0.7, 0.8] as const),
      judged: 5,
      summary: {},
    })),
    archetypes: population.archetypes.map((id) => ({ id, side: "managed" as const })),
  }

  it("put each layer before its detectors; without an ablation they tell the area of the scores", () => {
    const rows = partRows({ ablation: null, overlap }, manifest, population, population.label)
    expect(rows.map(({ layer, detector }) => detector ?? layer)).toEqual([
      "behaviour",
      "rhythm",
      "mix",
      "content",
      "text",
    ])
    expect(rows[1]!.auc).toEqual(estimate(0.75, 0.7, 0.8))
    expect([rows[0]!.auc, rows[2]!.auc, rows[1]!.addedAuc]).toEqual([null, null, null])
    expect(rows.map(({ only }) => only.accounts)).toEqual([3, 0, 0, 1, 1])
  })

  it("tell what an ablation found, of a layer as of a detector", () => {
    const figures = (auc: number) => {
      const one = estimate(auc, auc - 0.1, auc + 0.1)
      return { auc: one, averagePrecision: one, recall: one }
    }
    const ablated = { alone: figures(0.6), added: figures(0.05) }
    const ablation = {
      maxFpr: 0.01,
      full: figures(0.9),
      detectors: [{ id: "text", layer: "content" as const, ...ablated }],
      layers: [{ layer: "behaviour" as const, detectors: ["rhythm", "mix"], ...ablated }],
    }
    const rows = partRows({ ablation, overlap }, manifest, population, population.label)
    expect(rows[0]!.auc!.value).toBe(0.6)
    expect(rows[4]!.addedRecall!.value).toBe(0.05)
    // The area of the score is another thing than that of a fusion of it alone.
    expect(rows[1]!.auc).toBeNull()
  })
})

describe("a report that travelled as JSON", () => {
  it("has NaN again where JSON has null, but for what is null by itself", () => {
    const sent = { ablation: null, unavailable: null, auc: { value: Number.NaN, interval: [Number.NaN, 1] } }
    expect(JSON.parse(JSON.stringify(sent), restoreNaN)).toEqual(sent)
  })
})

describe("the axis of the reliability chart", () => {
  const bin = (meanRisk: number, share: number) => ({
    accounts: 10,
    aiManaged: 1,
    from: 0,
    to: 1,
    meanRisk,
    share,
    shareInterval: [0, 1] as const,
  })
  it("begins at a power of ten below all that is drawn; a share of 0 does not count", () => {
    expect(lowestOf([bin(0.002, 0.3), bin(0.5, 0)])).toBeCloseTo(0.001, 12)
    expect(lowestOf([bin(0.5, 0.4)])).toBe(0.1)
    expect(lowestOf([])).toBe(0.1)
  })
})
