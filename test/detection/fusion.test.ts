import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calibrate, logOdds } from "../../src/core/detection/fusion/calibration.ts"
import { contributions, fuse, type LearningSet, learnFusion } from "../../src/core/detection/fusion/fusion.ts"
import { normal } from "../../src/core/random/distributions.ts"
import { stream } from "../../src/core/random/streams.ts"
import { expectClose } from "../evaluation/expect-close.ts"

const PREVALENCE = 0.05
const LOGISTIC = { method: "logistic", calibration: "isotonic", l2: 1, k: 2, weights: {} } as const

/** `strong` tells the classes apart well, `weak` a little, `noise` not at all; a third of `weak` is missing. */
function siblings(accounts: number, share: number, seed = "sibling"): LearningSet {
  const random = stream(seed, "fusion-test")
  const label = Uint8Array.from({ length: accounts }, () => (random() < share ? 1 : 0))
  const squash = (value: number) => 1 / (1 + Math.exp(-value))
  const column = (shift: number) =>
    Float32Array.from(label, (managed) => squash(normal(random) + shift * (managed - 0.5)))
  const [strong, weak, noise] = [column(3), column(1), column(0)]
  return {
    seed,
    label,
    scores: { strong, weak: weak.map((score) => (random() < 1 / 3 ? Number.NaN : score)), noise },
  }
}

const set = siblings(6000, 0.1)
const model = learnFusion(set, LOGISTIC, PREVALENCE)

/** Risk of one account by its scores. */
const riskOf = (scores: Record<string, number>, by = model) =>
  fuse(by, Object.fromEntries(Object.entries(scores).map(([id, score]) => [id, Float32Array.of(score)])))[0]!

describe("fusion", () => {
  it("weighs detectors by what they tell, and says from whom it learned", () => {
    const { strong, weak, noise } = model.weights as Record<string, number>
    expect(strong!).toBeGreaterThan(0.5)
    expect(weak!).toBeGreaterThan(0.2)
    expect(Math.abs(noise!)).toBeLessThan(weak!)
    const aiManaged = set.label.reduce((sum, label) => sum + label, 0)
    expect(model.learnedFrom).toEqual({ seed: "sibling", accounts: 6000, aiManaged })
    expect(model.baseRate).toBe(aiManaged / 6000)
  })

  it("yields risks that are right on average in a population it has not seen", () => {
    const other = siblings(20_000, PREVALENCE, "evaluated")
    const risk = fuse(model, other.scores)
    const mean = (values: ArrayLike<number>) =>
      Array.from(values).reduce((sum, value) => sum + value, 0) / values.length
    expect(Math.abs(mean(risk) - mean(other.label))).toBeLessThan(0.012)
    const managed = risk.filter((_, account) => other.label[account] === 1)
    expect(mean(managed)).toBeGreaterThan(5 * mean(risk.filter((_, account) => other.label[account] === 0)))
  })

  it("learns curves from one half and weights from the other", () => {
    // Scores of the even half decide the curves, those of the odd half do not.
    const odd = new Set(Array.from({ length: 3000 }, (_, i) => 2 * i + 1))
    const strong = set.scores.strong!.map((score, account) => (odd.has(account) ? 1 - score : score))
    const changed = learnFusion({ ...set, scores: { ...set.scores, strong } }, LOGISTIC, PREVALENCE)
    expect(changed.calibration).toEqual(model.calibration)
    expect(changed.weights.strong!).toBeLessThan(0)
  })

  it("adds for a missing score its own weight alone", () => {
    const scores = { strong: 0.7, weak: Number.NaN, noise: 0.4 }
    const evidence = (id: "strong" | "noise") =>
      model.weights[id]! * (logOdds(calibrate(model.calibration[id]!, scores[id])) - logOdds(model.baseRate))
    expectClose(
      logOdds(riskOf(scores)),
      model.intercept + evidence("strong") + evidence("noise") + model.missing.weak!,
      1e-5,
    )
    expect(contributions(model, scores).weak).toBe(model.missing.weak)
    // Detectors that judged everybody teach nothing about a missing score.
    expect(model.missing.strong).toBe(0)
    expect(model.missing.noise).toBe(0)
  })

  it("notices when it is the missing that tells", () => {
    const weak = set.scores.weak!.map((score, account) => (set.label[account] === 1 ? Number.NaN : score))
    const telling = learnFusion({ ...set, scores: { ...set.scores, weak } }, LOGISTIC, PREVALENCE)
    const others = { strong: 0.5, noise: 0.5 }
    const missing = riskOf({ ...others, weak: Number.NaN }, telling)
    expect(missing).toBeGreaterThan(20 * riskOf({ ...others, weak: 0.5 }, telling))
  })

  it("moves the intercept with the prevalence, and nothing else", () => {
    const rare = learnFusion(set, LOGISTIC, 0.001)
    expectClose(model.intercept - rare.intercept, logOdds(PREVALENCE) - logOdds(0.001), 1e-9)
    expect({ ...rare, intercept: 0 }).toEqual({ ...model, intercept: 0 })
    const scores = { strong: 0.9, weak: 0.5, noise: 0.5 }
    expect(riskOf(scores, rare)).toBeLessThan(riskOf(scores))
    for (const end of [0, 1]) expect(Number.isFinite(learnFusion(set, LOGISTIC, end).intercept)).toBe(true)
  })

  it("rises with each score whose weight is positive, and stays between 0 and 1", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const ids = ["strong", "weak"] as const
    fc.assert(
      fc.property(share, share, share, share, fc.constantFrom(...ids), (strong, weak, noise, higher, id) => {
        const scores = { strong, weak, noise }
        const risk = riskOf(scores)
        const raised = riskOf({ ...scores, [id]: Math.max(scores[id], higher) })
        expect(raised).toBeGreaterThanOrEqual(risk)
        expect(risk).toBeGreaterThan(0)
        expect(raised).toBeLessThan(1)
      }),
    )
  })

  it("shrinks weights as the penalty grows", () => {
    const length = (l2: number) =>
      Math.hypot(...Object.values(learnFusion(set, { ...LOGISTIC, l2 }, PREVALENCE).weights))
    expect(length(10)).toBeLessThan(length(0.1))
    expect(length(1000)).toBeLessThan(length(10))
  })

  it.each([
    ["only authentic accounts", 0],
    ["only AI-managed accounts", 1],
  ])("does not fail on a sibling with %s", (_, only) => {
    const oneClass = { ...set, label: new Uint8Array(6000).fill(only) }
    const fitted = learnFusion(oneClass, LOGISTIC, PREVALENCE)
    const risk = fuse(fitted, set.scores)
    expect(risk.some((value) => !(value >= 0 && value <= 1))).toBe(false)
    expect(Object.values(fitted.weights).every(Number.isFinite)).toBe(true)
  })

  it("does not fail when a detector has judged nobody", () => {
    const silent = { ...set, scores: { ...set.scores, weak: new Float32Array(6000).fill(Number.NaN) } }
    const fitted = learnFusion(silent, LOGISTIC, PREVALENCE)
    expect(fitted.calibration.weak).toEqual({ score: [], probability: [] })
    expect(riskOf({ strong: 0.5, weak: Number.NaN, noise: 0.5 }, fitted)).not.toBeNaN()
    // A score it has no curve for says nothing.
    expect(contributions(fitted, { strong: 0.5, weak: 0.5, noise: 0.5 }).weak).toBe(0)
  })
})
