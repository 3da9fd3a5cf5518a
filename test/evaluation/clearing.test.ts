import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type FusionSettings,
  fuse,
  type LearningSet,
  learnFusion,
  pullOf,
  riskOf,
} from "../../src/core/detection/fusion/fusion.ts"
import {
  CALIBRATIONS,
  FUSION_METHODS,
  type FusionModel,
  type LogisticFusion,
} from "../../src/core/detection/fusion/model.ts"
import { clearingOf, wayOf } from "../../src/core/evaluation/clearing.ts"
import { normal } from "../../src/core/random/distributions.ts"
import { stream } from "../../src/core/random/streams.ts"

const IDS = ["strong", "weak", "noise", "other"] as const
type Scores = Readonly<Record<(typeof IDS)[number], number>>

function learningSet(): LearningSet {
  const random = stream("clearing", "test")
  const label = Uint8Array.from({ length: 4000 }, () => (random() < 0.1 ? 1 : 0))
  const column = (shift: number, missing: number) =>
    Float32Array.from(label, (managed) =>
      random() < missing ? Number.NaN : 1 / (1 + Math.exp(-normal(random) - shift * (managed - 0.5))),
    )
  const scores = { strong: column(3, 0), weak: column(1, 0.3), noise: column(0, 0), other: column(1.5, 0.1) }
  return { seed: "clearing", label, scores }
}

const set = learningSet()
const settings: FusionSettings = { method: "logistic", calibration: "isotonic", l2: 1, k: 2, weights: {} }
const MODELS: [string, FusionModel][] = FUSION_METHODS.flatMap((method) =>
  CALIBRATIONS.map((calibration): [string, FusionModel] => [
    `${method}, ${calibration}`,
    learnFusion(set, { ...settings, method, calibration }, 0.05),
  ]),
)
const logistic = MODELS[0]![1] as LogisticFusion
MODELS.push([
  "logistic with a weight below 0",
  { ...logistic, weights: { ...logistic.weights, weak: -logistic.weights.strong! } },
])

// As a run keeps them: 32-bit floats.
const share = fc.float({ min: 0, max: 1, noNaN: true })
const maybe = fc.oneof({ weight: 4, arbitrary: share }, fc.constant(Number.NaN))
const scoresArbitrary: fc.Arbitrary<Scores> = fc.record({
  strong: maybe,
  weak: maybe,
  noise: maybe,
  other: maybe,
})
const thresholdArbitrary = fc.double({ min: 0.001, max: 0.9, noNaN: true })

const bits = new Uint32Array(1)
const float = new Float32Array(bits.buffer)
function nextFloat(value: number, step: 1 | -1): number {
  float[0] = value
  bits[0]! += step
  return float[0]!
}

describe.each(MODELS)("clearing under %s", (_name, model) => {
  const flagged = (scores: Scores, threshold: number) => riskOf(model, scores) >= threshold
  const check = (property: (scores: Scores, threshold: number) => void) =>
    fc.assert(fc.property(scoresArbitrary, thresholdArbitrary, property), { numRuns: 120 })

  it("takes the risk that fuse gives", () => {
    check((scores, threshold) => {
      const [fused] = fuse(model, Object.fromEntries(IDS.map((id) => [id, Float32Array.of(scores[id])])))
      const { risk, isFlagged } = clearingOf(model, scores, threshold)
      expect(risk).toBe(fused)
      expect(isFlagged).toBe(fused! >= threshold)
    })
  })

  it("names the very last score that changes the side, and none where no score does", () => {
    check((scores, threshold) => {
      const before = flagged(scores, threshold)
      for (const { detector, needed } of clearingOf(model, scores, threshold).detectors) {
        const at = (score: number) => flagged({ ...scores, [detector]: score }, threshold)
        if (needed === null) {
          for (const score of [0, 0.25, 0.5, 0.75, 1]) expect(at(score)).toBe(before)
          continue
        }
        const { side, score } = needed
        expect(at(score)).toBe(!before)
        expect(at(side === "at-most" ? 0 : 1)).toBe(!before)
        const beyond = side === "at-most" ? nextFloat(score, 1) : nextFloat(score, -1)
        const isEnd = side === "at-most" ? score === 1 : score === 0
        if (!isEnd) expect(at(beyond)).toBe(before)
      }
    })
  })

  it("takes the detector with the least way to go as the smallest change", () => {
    check((scores, threshold) => {
      const { detectors, smallest } = clearingOf(model, scores, threshold)
      const ways = detectors.map(wayOf).filter((way) => !Number.isNaN(way))
      if (smallest === null) expect(ways).toEqual([])
      else expect(wayOf(detectors.find(({ detector }) => detector === smallest)!)).toBe(Math.min(...ways))
    })
  })

  it("leaves out the fewest detectors, as trying all sets finds", () => {
    check((scores, threshold) => {
      const before = flagged(scores, threshold)
      const turns = (left: readonly string[]) =>
        flagged({ ...scores, ...Object.fromEntries(left.map((id) => [id, Number.NaN])) }, threshold) !==
        before
      const subsets = Array.from({ length: 2 ** IDS.length }, (_, mask) =>
        IDS.filter((_, k) => (mask >> k) & 1),
      )
      const sizes = subsets.filter(turns).map((left) => left.length)
      const { without } = clearingOf(model, scores, threshold)
      if (without === null) expect(sizes).toEqual([])
      else {
        expect(turns(without)).toBe(true)
        expect(without.length).toBe(Math.min(...sizes))
      }
    })
  })

  it("says what the risk would be without each detector", () => {
    check((scores, threshold) => {
      for (const { detector, riskWithout, pull } of clearingOf(model, scores, threshold).detectors) {
        expect(riskWithout).toBe(riskOf(model, { ...scores, [detector]: Number.NaN }))
        if (Number.isNaN(scores[detector as (typeof IDS)[number]]))
          expect(pullOf(model, detector, Number.NaN)).toBe(0)
        if (riskWithout < riskOf(model, scores)) expect(pull).toBeGreaterThan(0)
      }
    })
  })
})
