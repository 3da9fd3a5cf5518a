import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type Cap,
  type CohortIndex,
  capEvery,
  capNeeds,
  capsOutcome,
  capVerdict,
} from "../../src/core/evaluation/caps.ts"
import { limitOf } from "../../src/core/evaluation/caps-limit.ts"
import { chosenPoint } from "../../src/core/evaluation/chosen-point.ts"
import { guaranteeOf, neededFor } from "../../src/core/evaluation/guarantee.ts"
import { type CohortKind, createScoreIndex, wilson } from "../../src/core/evaluation/index.ts"
import { stream } from "../../src/core/random/streams.ts"

interface Account {
  readonly score: number
  readonly label: 0 | 1
  readonly cohort: number
}

const NAMES = ["casual", "merchant", "newcomer"]

function indicesOf(accounts: readonly Account[]) {
  const score = Float32Array.from(accounts, (account) => account.score)
  const label = Uint8Array.from(accounts, (account) => account.label)
  const cohorts = { of: Uint8Array.from(accounts, ({ cohort }) => cohort), count: NAMES.length, names: NAMES }
  const of: CohortIndex = { index: createScoreIndex(score, label, cohorts), names: NAMES }
  return { index: of.index, of, indices: new Map<CohortKind, CohortIndex>([["archetype", of]]) }
}

const cap = (name: string, maxFpr: number): Cap => ({ kind: "archetype", name, maxFpr })

/** 200 casual accounts and 200 merchants, whose scores are twice as high; 100 AI-managed ones; 5 newcomers. */
function population() {
  const random = stream("caps", "test")
  const drawn = (count: number, label: 0 | 1, cohort: number, score: () => number): Account[] =>
    Array.from({ length: count }, () => ({ label, cohort, score: score() }))
  return [
    ...drawn(200, 0, 0, () => random() / 2),
    ...drawn(200, 0, 1, random),
    ...drawn(5, 0, 2, () => 1),
    ...drawn(100, 1, 0, () => Math.sqrt(random())),
  ]
}

const accounts = population()
const { index, of, indices } = indicesOf(accounts)

/** Authentic accounts of a cohort at or above a threshold, counted one by one. */
const flagged = (cohort: number, threshold: number) =>
  accounts.filter((one) => one.cohort === cohort && one.label === 0 && Math.fround(one.score) >= threshold)
    .length

describe("caps on observed rates", () => {
  it("are kept by the smallest threshold that keeps all, and the strictest is named", () => {
    const needs = capNeeds([cap("casual", 0.02), cap("merchant", 0.05)], indices)
    const { threshold } = needs
    expect(flagged(0, threshold)).toBeLessThanOrEqual(4)
    expect(flagged(1, threshold)).toBe(10)
    const below = index.thresholds.score.find((score) => score < threshold)!
    expect(flagged(1, below)).toBe(11)
    const { caps } = capsOutcome(index, needs, threshold, 0.4)
    expect(caps.map(({ binding }) => binding)).toEqual([false, true])
    expect(caps[1]).toMatchObject({
      allowed: 10,
      falsePositives: 10,
      falsePositiveRate: { value: 0.05, interval: wilson(10, 200) },
    })
  })

  it("say what they cost in recall against the threshold without them", () => {
    const needs = capNeeds([cap("merchant", 0.05)], indices)
    const { recallCost } = capsOutcome(index, needs, needs.threshold, 0.4)
    const lost = accounts.filter(
      ({ label, score }) => label === 1 && Math.fround(score) >= 0.4 && Math.fround(score) < needs.threshold,
    ).length
    expect(lost).toBeGreaterThan(20)
    expect(recallCost).toEqual({ value: lost / 100, interval: wilson(lost, 100) })
  })

  it("cost nothing and bind nowhere when the threshold is higher anyway", () => {
    const needs = capNeeds([cap("casual", 0.5)], indices)
    const { recallCost, caps } = capsOutcome(index, needs, 0.9, 0.9)
    expect(recallCost).toEqual({ value: 0, interval: [0, 0] })
    expect(caps[0]!.binding).toBe(false)
  })

  it("name a cohort that is too small, and do not take it for kept", () => {
    const needs = capNeeds([cap("casual", 0.1), cap("newcomer", 0.1)], indices)
    expect(needs.needs[1]).toMatchObject({
      authentic: 5,
      needed: 100,
      tooSmall: true,
      allowed: null,
      threshold: null,
    })
    // All five newcomers are flagged there, which is more than chance.
    const outcome = capsOutcome(index, needs, needs.threshold, 0).caps
    expect(outcome.map(({ falsePositives, broken }) => ({ falsePositives, broken }))).toEqual([
      { falsePositives: 20, broken: false },
      { falsePositives: 5, broken: true },
    ])
    expect(capNeeds([cap("newcomer", 0.1)], indices).threshold).toBeNaN()
  })

  it("of every cohort are of those with authentic accounts", () => {
    const without = indicesOf([
      { score: 0.5, label: 1, cohort: 1 },
      { score: 0.5, label: 0, cohort: 2 },
    ])
    expect(capEvery("archetype", without.of, 0.1)).toEqual([cap("newcomer", 0.1)])
    expect(capEvery("archetype", of, 0.1).map(({ name }) => name)).toEqual(NAMES)
  })

  it("allow a share of the accounts to the account, whatever it is rounded to", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 3000 }), fc.nat(3000), (authentic, allowed) => {
        fc.pre(allowed > 0 && allowed < authentic)
        const one = indicesOf(Array.from({ length: authentic }, () => ({ score: 0.5, label: 0, cohort: 0 })))
        const [need] = capNeeds([cap("casual", allowed / authentic)], one.indices).needs
        expect(need!.allowed).toBe(allowed)
      }),
      { numRuns: 50 },
    )
  })

  it("keep to what is asked, whatever the population", () => {
    const account = fc.record({
      score: fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8),
      label: fc.constantFrom<0 | 1>(0, 1),
      cohort: fc.integer({ min: 0, max: 1 }),
    })
    fc.assert(
      fc.property(
        fc.array(account, { minLength: 250, maxLength: 500 }),
        fc.double({ min: 0.01, max: 0.9, noNaN: true }),
        (some, maxFpr) => {
          const { index: all, indices: kinds } = indicesOf(some)
          const needs = capNeeds([cap("casual", maxFpr), cap("merchant", maxFpr)], kinds)
          fc.pre(Number.isFinite(needs.threshold))
          const rates = (threshold: number) =>
            needs.needs.flatMap(({ name, tooSmall }) => {
              const c = all.cohortConfusionAt(NAMES.indexOf(name), threshold)
              return tooSmall ? [] : [c.falsePositives / (c.falsePositives + c.trueNegatives)]
            })
          for (const rate of rates(needs.threshold)) expect(rate).toBeLessThanOrEqual(maxFpr)
          const below = all.thresholds.score.find((score) => score < needs.threshold)
          if (below !== undefined) expect(Math.max(...rates(below))).toBeGreaterThan(maxFpr)
        },
      ),
      { numRuns: 60 },
    )
  })

  it("refuse a cohort that there is not, and a rate that is none", () => {
    expect(() => capNeeds([cap("merchnat", 0.1)], indices)).toThrow(
      "there is no cohort merchnat of kind archetype",
    )
    expect(() => capNeeds([cap("casual", 1)], indices)).toThrow("must be in (0, 1), got 1")
  })
})

describe("caps with a guarantee", () => {
  it("share the risk among them, so that all hold together", () => {
    const needs = capNeeds([cap("casual", 0.05), cap("merchant", 0.05)], indices, 0.9)
    expect(needs.confidenceEach).toBeCloseTo(0.95, 12)
    const alone = guaranteeOf(200, 0.05, needs.confidenceEach!)
    expect(needs.needs[1]).toMatchObject({
      allowed: alone.allowed,
      needed: neededFor(0.05, 0.95),
      tooSmall: false,
    })
    expect(flagged(1, needs.threshold)).toBeLessThanOrEqual(alone.allowed!)
  })

  it("all hold in nine of ten repetitions", () => {
    const random = stream("caps", "simulation")
    const caps = [cap("casual", 0.05), cap("merchant", 0.05)]
    let kept = 0
    const repetitions = 400
    for (let repetition = 0; repetition < repetitions; repetition++) {
      // Equal distributions, so that both caps are near their limit at once.
      const drawn = Array.from(
        { length: 400 },
        (_, k): Account => ({ score: random(), label: 0, cohort: k % 2 }),
      )
      const { threshold } = capNeeds(caps, indicesOf(drawn).indices, 0.9)
      if (1 - threshold <= 0.05) kept++
    }
    expect(kept).toBeGreaterThanOrEqual(0.9 * repetitions - 3 * Math.sqrt(repetitions * 0.09))
  })
})

describe("a limit of caps", () => {
  const DRAWS = 3000

  /** Thresholds that keep the caps when every authentic account is drawn on its own. */
  function drawnOneByOne(caps: readonly Cap[], each: (rate: number, total: number) => number): Float64Array {
    const random = stream("caps", "one-by-one")
    const authentic = accounts.filter(({ label }) => label === 0)
    return Float64Array.from({ length: DRAWS }, () => {
      const drawn = authentic.map(() => authentic[Math.floor(random() * authentic.length)]!)
      const perCap = caps.map(({ name, maxFpr }) => {
        const own = drawn.filter(({ cohort }) => NAMES[cohort] === name).map(({ score }) => score)
        own.sort((a, b) => b - a)
        return own[each(maxFpr, own.length)]!
      })
      return Math.max(...perCap)
    }).sort()
  }

  it("is kept again in every draw, as if every account were drawn on its own", () => {
    const caps = [cap("casual", 0.02), cap("merchant", 0.1)]
    const needs = capNeeds(caps, indices)
    const everyone = ({ flaggedManaged }: { readonly flaggedManaged: ArrayLike<number> }) =>
      flaggedManaged.length - 1
    const { point } = chosenPoint(index, everyone, { seed: "a", draws: DRAWS, limit: limitOf(needs) })
    expect(point.threshold).toBe(needs.threshold)
    // The threshold is the next score above the first account that must be spared.
    const spared = drawnOneByOne(caps, (rate, total) => Math.floor(rate * total * (1 + 1e-12)))
    const [low, high] = point.thresholdInterval
    const width = high - low
    expect(width).toBeGreaterThan(0.05)
    expect(Math.abs(low - spared[Math.floor(0.025 * DRAWS)]!)).toBeLessThan(width / 8)
    expect(Math.abs(high - spared[Math.floor(0.975 * DRAWS)]!)).toBeLessThan(width / 8)
  })

  it("holds for caps of two kinds at once", () => {
    const byLanguage: CohortIndex = {
      index: createScoreIndex(
        Float32Array.from(accounts, ({ score }) => score),
        Uint8Array.from(accounts, ({ label }) => label),
        { of: Uint8Array.from(accounts, (_, account) => account % 2), count: 2 },
      ),
      names: ["zh", "en"],
    }
    const both = new Map<CohortKind, CohortIndex>([...indices, ["language", byLanguage]])
    const loose = capNeeds([cap("merchant", 0.2)], both)
    const strict = capNeeds([cap("merchant", 0.2), { kind: "language", name: "zh", maxFpr: 0.03 }], both)
    expect(strict.threshold).toBeGreaterThan(loose.threshold)
    const widest = (needs: typeof loose) =>
      chosenPoint(index, ({ flaggedManaged }) => flaggedManaged.length - 1, {
        seed: "a",
        limit: limitOf(needs),
      }).point.thresholdInterval
    expect(widest(strict)[0]).toBeGreaterThan(widest(loose)[0])
  })
})

describe("the verdict on a cap", () => {
  it("is kept when the whole interval is within it, its end included", () => {
    expect(capVerdict([0.001, 0.01], 0.02)).toBe("kept")
    expect(capVerdict([0.001, 0.01], 0.01)).toBe("kept")
  })

  it("is exceeded only when the whole interval is above it", () => {
    expect(capVerdict([0.03, 0.05], 0.02)).toBe("exceeded")
    expect(capVerdict([0.02, 0.05], 0.02)).toBe("undecided")
  })

  it("is open when the interval has the cap in it, or nobody is there to judge by", () => {
    expect(capVerdict([0.01, 0.05], 0.02)).toBe("undecided")
    expect(capVerdict([0, 1], 0.02)).toBe("undecided")
    expect(capVerdict([Number.NaN, Number.NaN], 0.02)).toBe("undecided")
  })
})
