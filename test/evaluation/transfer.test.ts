import { describe, expect, it } from "vitest"
import {
  createScoreIndex,
  recall,
  rocAuc,
  thresholdForFalsePositiveRate,
  transferReport,
} from "../../src/core/evaluation/index.ts"
import { NONE } from "../../src/core/evidence/evidence.ts"
import { normal } from "../../src/core/random/distributions.ts"
import { stream } from "../../src/core/random/streams.ts"
import { expectClose } from "./expect-close.ts"

const ARCHETYPES = [
  { id: "casual", isSeen: true },
  { id: "farm", isSeen: true },
  { id: "ring", isSeen: false },
]
const POINTS = [{ threshold: 0.6 }, { maxFpr: 0.01 }, { maxFpr: 0.001 }] as const

/** `gap`: how much less held-out accounts stand out. */
function population(accounts: number, gap: number, seed: string) {
  const random = stream(seed, "transfer-test")
  const archetype = Uint8Array.from({ length: accounts }, (_, account) =>
    account % 20 < 2 ? 1 + (account % 2) : 0,
  )
  const label = archetype.map((kind) => (kind > 0 ? 1 : 0))
  const risk = Float32Array.from(archetype, (kind) => {
    const shift = kind === 0 ? 0 : kind === 1 ? 2 : 2 - gap
    return 1 / (1 + Math.exp(-(normal(random) + shift)))
  })
  const group = new Uint32Array(accounts).fill(NONE)
  return { risk, label, archetype, archetypes: ARCHETYPES, group }
}

describe("transfer", () => {
  const input = population(6000, 1, "a")
  const report = transferReport(input, { seed: "a", points: POINTS })

  it("is each side's area and recall, against all authentic accounts, at the same thresholds", () => {
    const { risk, label, archetype } = input
    const without = (kind: number) =>
      createScoreIndex(
        risk.map((score, account) => (archetype[account] === kind ? Number.NaN : score)),
        label,
      )
    const [seen, heldOut] = [without(2), without(1)]
    expect(report.seen).toMatchObject({ archetypes: ["farm"], aiManaged: 300, operators: 300 })
    expect(report.heldOut).toMatchObject({ archetypes: ["ring"], aiManaged: 300, operators: 300 })
    expectClose(report.seen.auc.value, rocAuc(seen))
    expectClose(report.heldOut.auc.value, rocAuc(heldOut))
    expectClose(report.aucDifference.value, rocAuc(seen) - rocAuc(heldOut))
    const all = createScoreIndex(risk, label)
    for (const [k, threshold] of [
      0.6,
      thresholdForFalsePositiveRate(all, 0.01),
      thresholdForFalsePositiveRate(all, 0.001),
    ].entries()) {
      const row = report.recalls[k]!
      expect(row.threshold).toBe(threshold)
      expectClose(row.seen.value, recall(seen.confusionAt(threshold)))
      expectClose(row.heldOut.value, recall(heldOut.confusionAt(threshold)))
    }
    expect(report.recalls.map(({ name }) => name)).toEqual(["threshold 0.6", "FPR <= 1 %", "FPR <= 0.1 %"])
  })

  it("holds every figure in its interval", () => {
    const estimates = [
      report.seen.auc,
      report.heldOut.auc,
      report.aucDifference,
      ...report.recalls.flatMap(({ seen, heldOut, difference }) => [seen, heldOut, difference]),
    ]
    for (const { value, interval } of estimates) {
      expect(interval[0]).toBeLessThan(value)
      expect(interval[1]).toBeGreaterThan(value)
    }
  })

  it("is sure of a gap that is there, and holds 0 in most populations without one", () => {
    expect(report.aucDifference.interval[0]).toBeGreaterThan(0)
    const rounds = 100
    let held = 0
    for (let round = 0; round < rounds; round++) {
      const none = transferReport(population(1000, 0, `round ${round}`), {
        seed: "a",
        points: [],
        draws: 100,
      })
      const [low, high] = none.aucDifference.interval
      if (low <= 0 && 0 <= high) held++
    }
    // Percentile intervals of 100 draws are a little narrow.
    expect(held / rounds).toBeGreaterThan(0.86)
  })

  it("is the less sure, the fewer operators run the accounts", () => {
    const fleets = input.archetype.map((kind, account) => (kind === 2 ? account % 200 : 0))
    const group = Uint32Array.from(input.archetype, (kind, account) => (kind === 2 ? fleets[account]! : NONE))
    const risk = input.risk.map((score, account) =>
      input.archetype[account] === 2 ? (fleets[account]! < 100 ? 0.9 : 0.3) : score,
    )
    const width = (groups: Uint32Array) => {
      const { heldOut } = transferReport({ ...input, risk, group: groups }, { seed: "a", points: [] })
      return heldOut.auc.interval[1] - heldOut.auc.interval[0]
    }
    expect(width(group)).toBeGreaterThan(3 * width(input.group))
  })

  it("has nothing to say of a side without accounts", () => {
    const allSeen = { ...input, archetypes: ARCHETYPES.map(({ id }) => ({ id, isSeen: true })) }
    const { seen, heldOut, aucDifference } = transferReport(allSeen, { seed: "a", points: POINTS })
    expect(seen.aiManaged).toBe(600)
    expect(heldOut).toMatchObject({ archetypes: [], aiManaged: 0, operators: 0 })
    expect(heldOut.auc.value).toBeNaN()
    expect(aucDifference.interval).toEqual([Number.NaN, Number.NaN])
  })
})
