import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calibrate, logOdds, sigmoid } from "../../src/core/detection/fusion/calibration.ts"
import {
  contributions,
  type FusionSettings,
  fuse,
  type LearningSet,
  learnFusion,
  moveIntercept,
} from "../../src/core/detection/fusion/fusion.ts"
import { CALIBRATIONS, FUSION_METHODS, fusionSchema } from "../../src/core/detection/fusion/model.ts"
import { normal } from "../../src/core/random/distributions.ts"
import { stream } from "../../src/core/random/streams.ts"
import { expectClose } from "../evaluation/expect-close.ts"

const PREVALENCE = 0.03
const IDS = ["strong", "weak", "noise"] as const

/** `strong` tells the classes apart well, `weak` a little, `noise` not at all; a third of `weak` is missing. */
function siblings(accounts: number, seed: string): LearningSet {
  const random = stream(seed, "fusion-methods-test")
  const label = Uint8Array.from({ length: accounts }, () => (random() < 0.1 ? 1 : 0))
  const column = (shift: number) =>
    Float32Array.from(label, (managed) => sigmoid(normal(random) + shift * (managed - 0.5)))
  const [strong, weak, noise] = [column(3), column(1), column(0)]
  return {
    seed,
    label,
    scores: { strong, weak: weak.map((score) => (random() < 1 / 3 ? Number.NaN : score)), noise },
  }
}

const set = siblings(6000, "sibling")
const settings = (changes: Partial<FusionSettings>): FusionSettings => ({
  method: "logistic",
  calibration: "isotonic",
  l2: 1,
  k: 2,
  weights: {},
  ...changes,
})
const learn = (changes: Partial<FusionSettings>) => learnFusion(set, settings(changes), PREVALENCE)
const MODELS = FUSION_METHODS.flatMap((method) =>
  CALIBRATIONS.map((calibration) => [`${method}, ${calibration}`, learn({ method, calibration })] as const),
)

type Scores = Readonly<Record<(typeof IDS)[number], number>>
const riskOf = (model: (typeof MODELS)[number][1], scores: Scores) =>
  fuse(model, Object.fromEntries(IDS.map((id) => [id, Float32Array.of(scores[id])])))[0]!

/** A detector's probability where the model is used. */
const probability = (model: (typeof MODELS)[number][1], id: (typeof IDS)[number], score: number) =>
  sigmoid(logOdds(calibrate(model.calibration[id]!, score)) - logOdds(model.baseRate) + logOdds(PREVALENCE))

const share = fc.double({ min: 0, max: 1, noNaN: true })
const maybe = fc.oneof({ weight: 4, arbitrary: share }, fc.constant(Number.NaN))
const scoresArbitrary: fc.Arbitrary<Scores> = fc.record({ strong: maybe, weak: maybe, noise: maybe })

describe.each(MODELS)("fusion by %s", (_, model) => {
  it("yields risks in [0, 1] that what is added to its start explains", () => {
    fc.assert(
      fc.property(scoresArbitrary, (scores) => {
        const risk = riskOf(model, scores)
        expect(risk).toBeGreaterThanOrEqual(0)
        expect(risk).toBeLessThanOrEqual(1)
        const added = Object.values(contributions(model, scores))
        expect(added.length).toBe(3)
        const told = sigmoid(added.reduce((sum, part) => sum + part, model.intercept))
        // Risk is kept in 32 bits.
        expectClose(told, risk, 1e-5)
      }),
    )
  })

  it("never falls as a score rises, whose weight is not negative", () => {
    const ids = model.method === "logistic" ? (["strong", "weak"] as const) : IDS
    fc.assert(
      fc.property(scoresArbitrary, share, fc.constantFrom(...ids), (scores, higher, id) => {
        if (Number.isNaN(scores[id])) return
        const raised = riskOf(model, { ...scores, [id]: Math.max(scores[id], higher) })
        expect(raised).toBeGreaterThanOrEqual(riskOf(model, scores) - 1e-7)
      }),
    )
  })

  it("tells the classes apart in a population that it has not seen", () => {
    const other = siblings(4000, "evaluated")
    const risk = fuse(model, other.scores)
    const mean = (wanted: number) => {
      const own = risk.filter((_, account) => other.label[account] === wanted)
      return own.reduce((sum, value) => sum + value, 0) / own.length
    }
    expect(mean(1)).toBeGreaterThan(1.5 * mean(0))
  })

  it("survives a file, and is moved to another share without moving ranks", () => {
    expect(fusionSchema.parse(JSON.parse(JSON.stringify(model)))).toEqual(model)
    expect(moveIntercept(model, PREVALENCE, PREVALENCE)).toEqual(model)
    const rare = moveIntercept(model, PREVALENCE, 0.001)
    const scores = { strong: 0.9, weak: 0.6, noise: 0.5 }
    expect(riskOf(rare, scores)).toBeLessThan(riskOf(model, scores))
  })
})

describe("fusion by maximum", () => {
  const model = learn({ method: "maximum" })

  it("is the highest of the probabilities, and the expected share where nothing is known", () => {
    const scores = { strong: 0.9, weak: 0.9, noise: 0.9 }
    const most = Math.max(...IDS.map((id) => probability(model, id, 0.9)))
    expectClose(riskOf(model, scores), most, 1e-6)
    const nothing = { strong: Number.NaN, weak: Number.NaN, noise: Number.NaN }
    expectClose(riskOf(model, nothing), PREVALENCE, 1e-6)
  })

  it("is told by that detector alone", () => {
    const { strong, weak, noise } = contributions(model, { strong: 0.95, weak: 0.2, noise: 0.5 })
    expect(strong).toBeGreaterThan(0)
    expect([weak, noise]).toEqual([0, 0])
  })
})

describe("fusion by k of n", () => {
  const scores = { strong: 0.95, weak: 0.9, noise: 0.5 }

  it.each([1, 2, 3])("with k = %i is the probability that so many detectors reach", (k) => {
    const model = learn({ method: "k-of-n", k })
    const sorted = IDS.map((id) => probability(model, id, scores[id])).sort((a, b) => b - a)
    expectClose(riskOf(model, scores), sorted[k - 1]!, 1e-6)
  })

  it("is maximum with k = 1", () => {
    const one = fuse(learn({ method: "k-of-n", k: 1 }), set.scores)
    expect(one).toEqual(fuse(learn({ method: "maximum" }), set.scores))
  })

  it("asks for all detectors where there are fewer than k", () => {
    expect(learn({ method: "k-of-n", k: 9 })).toMatchObject({ k: 3 })
  })

  it("lets a detector without evidence speak neither for nor against", () => {
    const model = learn({ method: "k-of-n", k: 2 })
    const risk = riskOf(model, { ...scores, weak: Number.NaN, noise: Number.NaN })
    expectClose(risk, PREVALENCE, 1e-6)
  })
})

describe("fusion by weighted sum", () => {
  it("is the mean by weights that are given, scaled to sum to 1", () => {
    const model = learn({ method: "weighted-sum", weights: { strong: 0.3, weak: 0.1 } })
    expect(model).toMatchObject({ weights: { noise: 0 } })
    const scores = { strong: 0.8, weak: 0.3, noise: 0.9 }
    const wanted = 0.75 * probability(model, "strong", 0.8) + 0.25 * probability(model, "weak", 0.3)
    expectClose(riskOf(model, scores), wanted, 1e-6)
    const without = 0.75 * probability(model, "strong", 0.8) + 0.25 * PREVALENCE
    expectClose(riskOf(model, { ...scores, weak: Number.NaN }), without, 1e-6)
  })

  it("learns weights that are not negative, sum to 1 and go to those that tell most", () => {
    const model = learn({ method: "weighted-sum" })
    const { strong, weak, noise } = "weights" in model ? model.weights : {}
    expectClose(strong! + weak! + noise!, 1)
    expect(noise!).toBeGreaterThanOrEqual(0)
    expect(strong!).toBeGreaterThan(weak!)
    expect(strong!).toBeGreaterThan(0.5)
  })
})
