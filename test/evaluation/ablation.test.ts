import { describe, expect, it } from "vitest"
import { ablate, figuresOf, flaggedWithin, MAX_FPR, rankedOf } from "../../src/core/evaluation/ablation.ts"
import { recall } from "../../src/core/evaluation/confusion.ts"
import {
  averagePrecision,
  bootstrapAuc,
  bootstrapAveragePrecision,
  createScoreIndex,
  rocAuc,
  scoresByOperator,
  thresholdForFalsePositiveRate,
} from "../../src/core/evaluation/index.ts"
import { drawAccounts, operatorsOf, samplingOf } from "../../src/core/evaluation/resample.ts"
import { NONE } from "../../src/core/evidence/evidence.ts"
import { normal } from "../../src/core/random/distributions.ts"
import { stream } from "../../src/core/random/streams.ts"
import { expectClose } from "./expect-close.ts"
import { floats, why } from "./why-reference.ts"

const random = stream("ablation", "test")
const label = Uint8Array.from({ length: 4000 }, (_, account) => (account % 10 === 0 ? 1 : 0))
const noisy = (shift: number) =>
  Float32Array.from(label, (managed) => 1 / (1 + Math.exp(-(normal(random) + shift * managed))))
const alone = new Uint32Array(label.length).fill(NONE)
const sampling = samplingOf(label, alone, { seed: "a" })

describe("figures of a draw", () => {
  it.each(why.weighted)("are scikit-learn's with sample weights: $name", (known) => {
    const ranked = rankedOf(floats(known.score), Uint8Array.from(known.label))
    const found = figuresOf(ranked, Uint16Array.from(known.times))
    expectClose(found.auc, known.auc)
    expectClose(found.averagePrecision, known.averagePrecision)
    expectClose(found.recall, known.recall)
  })
})

const full = noisy(2)

describe("ablation", () => {
  const without = noisy(1.2)
  const [part] = ablate(full, [{ without, alone: noisy(0.5) }], label, sampling).parts
  const all = ablate(full, [], label, sampling).full

  it("has the figures of the exact sweep", () => {
    const index = createScoreIndex(full, label)
    const other = createScoreIndex(without, label)
    const recallOf = (of: typeof index) => recall(of.confusionAt(thresholdForFalsePositiveRate(of, MAX_FPR)))
    expectClose(all.auc.value, rocAuc(index))
    expectClose(all.averagePrecision.value, averagePrecision(index))
    expectClose(all.recall.value, recallOf(index))
    expectClose(part!.added.auc.value, rocAuc(index) - rocAuc(other))
    expectClose(part!.added.averagePrecision.value, averagePrecision(index) - averagePrecision(other))
    expectClose(part!.added.recall.value, recallOf(index) - recallOf(other))
  })

  it("has intervals like drawing groups of scores, where no operator runs more than one account", () => {
    const [low, high] = all.auc.interval
    const [wantedLow, wantedHigh] = bootstrapAuc(createScoreIndex(full, label), { seed: "b", draws: 1000 })
    const width = wantedHigh - wantedLow
    expect(Math.abs(low - wantedLow)).toBeLessThan(0.2 * width)
    expect(Math.abs(high - wantedHigh)).toBeLessThan(0.2 * width)
  })

  it("compares on the same draws: a part that changes nothing adds exactly nothing", () => {
    const [idle] = ablate(full, [{ without: full, alone: full }], label, sampling).parts
    expect(idle!.added.auc).toEqual({ value: 0, interval: [0, 0] })
    expect(idle!.added.recall).toEqual({ value: 0, interval: [0, 0] })
    // And one that changes little has an interval much narrower than that of the area itself.
    const nearly = full.map((risk, account) => (account % 7 === 0 ? risk * 0.9 : risk))
    const [small] = ablate(full, [{ without: nearly, alone: full }], label, sampling).parts
    const width = ([low, high]: readonly [number, number]) => high - low
    expect(width(small!.added.auc.interval)).toBeLessThan(width(all.auc.interval) / 4)
  })

  it("is 0.5, the prevalence and nothing for a risk that is the same for all", () => {
    const same = new Float32Array(label.length).fill(0.1)
    const { auc, averagePrecision: average, recall: caught } = ablate(same, [], label, sampling).full
    expect(auc.value).toBe(0.5)
    expectClose(average.value, 0.1)
    expect(caught.value).toBe(0)
  })

  it("is the same for the same seed and another for another", () => {
    const again = ablate(full, [], label, samplingOf(label, alone, { seed: "a" })).full
    expect(again).toEqual(all)
    expect(ablate(full, [], label, samplingOf(label, alone, { seed: "b" })).full).not.toEqual(all)
  })
})

describe("draws of accounts", () => {
  const few = Uint8Array.of(1, 0, 1, 1, 0, 1)
  const group = Uint32Array.of(7, 7, NONE, 7, NONE, 9)

  it("keep an operator's AI-managed accounts together, whoever else is in the group", () => {
    expect(operatorsOf(few, group).map((operator) => Array.from(operator))).toEqual([[0, 3], [2], [5]])
    drawAccounts(samplingOf(few, group, { seed: "a" }), (times) => expect(times[0]).toBe(times[3]))
  })

  it("draw as many authentic accounts and operators as there are, each as often as another", () => {
    const sums = new Float64Array(6)
    const draws = 20_000
    drawAccounts(samplingOf(few, group, { seed: "a", draws }), (times) => {
      expect(times[1]! + times[4]!).toBe(2)
      expect(times[0]! + times[2]! + times[5]!).toBe(3)
      for (const account of times.keys()) sums[account]! += times[account]!
    })
    // Each counts once on average; a draw's standard deviation is below 1.
    for (const sum of sums) expect(Math.abs(sum / draws - 1)).toBeLessThan(4 / Math.sqrt(draws))
  })

  it("keep the prevalence, whatever the size of the operators that they hold", () => {
    // One AI-managed account in two is of one of ten fleets, none of which is easier to tell than single accounts.
    const fleets = Uint32Array.from(label, (managed, account) =>
      managed && account < 2000 ? Math.floor(account / 200) : NONE,
    )
    const average = (groups: Uint32Array) =>
      ablate(full, [], label, samplingOf(label, groups, { seed: "a", draws: 1000 })).full.averagePrecision
    const [low, high] = average(fleets).interval
    const operators = scoresByOperator(operatorsOf(label, fleets), full)
    const [wantedLow, wantedHigh] = bootstrapAveragePrecision(createScoreIndex(full, label), {
      seed: "b",
      draws: 1000,
      operators,
    })
    const width = wantedHigh - wantedLow
    expect(Math.abs(low - wantedLow)).toBeLessThan(width / 8)
    expect(Math.abs(high - wantedHigh)).toBeLessThan(width / 8)
    const [aloneLow, aloneHigh] = average(alone).interval
    expect(high - low).toBeLessThan(1.15 * (aloneHigh - aloneLow))
  })

  it("make intervals wider where an operator's accounts are alike", () => {
    const fleets = Uint32Array.from(label, (managed, account) => (managed ? account % 20 : NONE))
    const level = Float64Array.from({ length: 20 }, () => normal(random))
    const risk = Float32Array.from(label, (managed, account) => {
      const logOdds = managed ? level[account % 20]! + 0.1 * normal(random) : normal(random) - 1
      return 1 / (1 + Math.exp(-logOdds))
    })
    const width = (groups: Uint32Array) => {
      const [low, high] = ablate(risk, [], label, samplingOf(label, groups, { seed: "a" })).full.auc.interval
      return high - low
    }
    expect(width(fleets)).toBeGreaterThan(3 * width(alone))
  })
})

describe("accounts flagged within a false-positive rate", () => {
  const random = stream("flagged", "test")
  const label = Uint8Array.from({ length: 3000 }, (_, account) => (account % 10 === 0 ? 1 : 0))
  // Of few values, so that scores tie.
  const score = Float32Array.from(label, (managed) => Math.floor(40 * (0.8 * random() + 0.2 * managed)) / 40)
  const ranked = rankedOf(score, label)
  const once = new Uint16Array(label.length).fill(1)

  it.each([0, 0.01, 0.1, 0.5, 1])("are those at the threshold that the sweep chooses for %d", (maxFpr) => {
    const threshold = thresholdForFalsePositiveRate(createScoreIndex(score, label), maxFpr)
    const flagged = score.filter((value) => value >= threshold).length
    expect(flaggedWithin(ranked, once, maxFpr)).toBe(flagged)
  })

  it("count an account as often as it is drawn", () => {
    const [risk, labels] = [Float32Array.of(0.9, 0.8, 0.7, 0.6), Uint8Array.of(1, 0, 0, 1)]
    const times = Uint16Array.of(1, 1, 3, 1)
    expect(flaggedWithin(rankedOf(risk, labels), times, 0.25)).toBe(2)
    expect(flaggedWithin(rankedOf(risk, labels), times, 0.24)).toBe(1)
  })
})
