import { readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  accountsToSettle,
  averagePrecision,
  benjaminiHochberg,
  COMPARED_FIGURES,
  cohortTests,
  compareFigures,
  createScoreIndex,
  DEFAULT_MATTERS,
  flipsBetween,
  flipsByCohort,
  holm,
  mcnemar,
  pairedBootstrap,
  pairedDifferenceInterval,
  rocAuc,
  type Side,
  verdictOf,
} from "../../src/core/evaluation/index.ts"
import { NONE } from "../../src/core/evidence/evidence.ts"
import { stream } from "../../src/core/random/streams.ts"
import { population, threshold } from "./arbitraries.ts"
import { expectClose, expectColumn } from "./expect-close.ts"

/** What scipy, statsmodels and scikit-learn say; written by scripts/reference/comparison.py. */
const reference = JSON.parse(
  readFileSync(new URL("../reference/comparison.json", import.meta.url), "utf8"),
) as {
  mcnemar: [gained: number, lost: number, scipy: number, statsmodels: number, midP: number][]
  adjusted: { p: number[]; holm: number[]; benjaminiHochberg: number[] }[]
  bonettPrice: [
    gained: number,
    lost: number,
    accounts: number,
    confidence: number,
    low: number,
    high: number,
  ][]
  bootstrap: {
    authentic: number
    managed: number
    scoresTimes8192: [number[], number[]]
    threshold: number
    maxFpr: number
    chosen: [number, number]
    fixed: { difference: number[]; interval: [number, number][] }
    chosenAgain: { difference: number[]; interval: [number, number][] }
  }
}

describe("McNemar's exact test", () => {
  it.each(reference.mcnemar)("of %i gained and %i lost is scipy's and statsmodels'", (...row) => {
    const [gained, lost, scipy, statsmodels, midP] = row
    const found = mcnemar(gained, lost)
    expectClose(Math.log(found.exact), Math.log(scipy), 1e-9)
    expectClose(Math.log(found.exact), Math.log(statsmodels), 1e-9)
    expectClose(Math.log(found.midP), Math.log(midP), 1e-9)
  })

  it("does not care which side is which, and is never surer than one flip allows", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (gained, lost) => {
        const there = mcnemar(gained, lost)
        const back = mcnemar(lost, gained)
        expect(there.exact).toBe(back.exact)
        expect(there.midP).toBeLessThanOrEqual(there.exact)
        expect(there.exact).toBeGreaterThanOrEqual(
          2 * Math.exp(-(gained + lost) * Math.LN2) * (1 - 1e-12) * (gained + lost > 0 ? 1 : 0.5),
        )
      }),
    )
  })
})

describe("adjusted p-values", () => {
  it.each(reference.adjusted)("are statsmodels': $p", ({ p, holm: byHolm, benjaminiHochberg: byRate }) => {
    expectColumn(holm(p), byHolm)
    expectColumn(benjaminiHochberg(p), byRate)
  })

  it("leave out what was not tested", () => {
    expect(holm([0.01, Number.NaN, 0.04])).toEqual([0.02, Number.NaN, 0.04])
    expect(benjaminiHochberg([Number.NaN, 0.01, 0.04])).toEqual([Number.NaN, 0.02, 0.04])
    expect(holm([])).toEqual([])
  })

  it("refuse what is no p-value", () => {
    expect(() => holm([0.2, 1.5])).toThrow("a p-value must be in [0, 1], got 1.5")
  })
})

describe("the interval of a paired difference", () => {
  it.each(reference.bonettPrice)("of %i gained, %i lost, %i accounts at %f is the paper's", (...row) => {
    const [gained, lost, accounts, confidence, low, high] = row
    expectColumn(pairedDifferenceInterval(gained, lost, accounts, confidence), [low, high])
  })

  it("is everything without accounts", () => {
    expect(pairedDifferenceInterval(0, 0, 0)).toEqual([-1, 1])
  })
})

describe("verdicts", () => {
  it.each([
    [0.03, [0.02, 0.04], 1, "better"],
    [0.03, [0.02, 0.04], -1, "worse"],
    [-0.03, [-0.04, -0.02], -1, "better"],
    // Surely there, surely too small to matter.
    [0.005, [0.003, 0.008], 1, "no change"],
    [0, [-0.01, 0.01], 1, "no change"],
    // Surely there, but whether it matters is open.
    [0.005, [0.001, 0.02], 1, "inconclusive"],
    [0.03, [-0.01, 0.07], 1, "inconclusive"],
    [Number.NaN, [-1, 1], 1, "inconclusive"],
  ] as const)("of %f in %j, better when %i: %s", (difference, interval, betterWhen, verdict) => {
    expect(verdictOf(difference, interval, 0.01, betterWhen)).toBe(verdict)
  })

  it("say how many accounts would settle what is open, by the root of their number", () => {
    // Half a width of 0.04 must come down to 0.02, or to 0.005: 4 and 64 times as many.
    expectClose(accountsToSettle(0.02, [-0.02, 0.06], 0.01, 1000), 4000)
    expectClose(accountsToSettle(0.005, [-0.035, 0.045], 0.01, 1000), 64_000)
    expect(accountsToSettle(0.03, [0.02, 0.04], 0.01, 1000)).toBeNaN()
    expect(accountsToSettle(Number.NaN, [-1, 1], 0.01, 1000)).toBeNaN()
  })
})

/** Two sides over the same accounts; either may miss scores. */
const sides = fc
  .tuple(population, threshold, threshold, fc.integer({ min: 0, max: 59 }))
  .map(([{ score, label, cohort }, thresholdA, thresholdB, shift]) => {
    const other = score.map((_, account) => score[(account + shift) % score.length]!)
    const a: Side = { score, label, threshold: thresholdA }
    const b: Side = { score: other, label, threshold: thresholdB }
    return { a, b, cohort }
  })

describe("flips", () => {
  it("are the accounts that one side flags and the other does not, whatever is missing", () => {
    fc.assert(
      fc.property(sides, ({ a, b, cohort }) => {
        const { accounts, counts, relabelled } = flipsBetween(a, b)
        const flagged = ({ score, threshold: least }: Side, account: number) => score[account]! >= least
        const wanted = { newlyCaught: [], newlyMissed: [], newlyHit: [], newlyCleared: [] } as Record<
          string,
          number[]
        >
        for (const account of a.label.keys()) {
          const [was, is, managed] = [flagged(a, account), flagged(b, account), a.label[account] === 1]
          if (managed && is && !was) wanted.newlyCaught!.push(account)
          if (managed && was && !is) wanted.newlyMissed!.push(account)
          if (!managed && is && !was) wanted.newlyHit!.push(account)
          if (!managed && was && !is) wanted.newlyCleared!.push(account)
        }
        expect(Object.fromEntries(Object.entries(accounts).map(([flip, of]) => [flip, [...of]]))).toEqual(
          wanted,
        )
        expect(relabelled).toEqual({ toManaged: 0, toAuthentic: 0 })
        const byCohort = flipsByCohort({ accounts, counts, relabelled }, cohort.of, cohort.count)
        expect(byCohort.reduce((sum, row) => sum + row.newlyHit, 0)).toBe(counts.newlyHit)
      }),
    )
  })

  it("tell relabelled accounts apart", () => {
    const score = Float32Array.of(0.9, 0.1, 0.9)
    const a = { score, threshold: 0.5, label: Uint8Array.of(1, 0, 0) }
    const b = { score, threshold: 0.95, label: Uint8Array.of(0, 0, 1) }
    const { counts, relabelled } = flipsBetween(a, b)
    expect(counts).toEqual({ newlyCaught: 0, newlyMissed: 1, newlyHit: 0, newlyCleared: 1 })
    expect(relabelled).toEqual({ toManaged: 1, toAuthentic: 1 })
  })

  it("need columns of one length", () => {
    const a = { score: new Float32Array(2), threshold: 0.5, label: new Uint8Array(2) }
    expect(() => flipsBetween(a, { ...a, score: new Float32Array(3) })).toThrow("b.score must have one value")
  })
})

describe("the paired bootstrap", () => {
  const { authentic, managed, scoresTimes8192, ...known } = reference.bootstrap
  const label = Uint8Array.from({ length: authentic + managed }, (_, account) =>
    account < authentic ? 0 : 1,
  )
  const [scoreA, scoreB] = scoresTimes8192.map((list) =>
    Float32Array.from(list, (value) => value / 8192),
  ) as [Float32Array, Float32Array]
  const draws = { seed: "test", draws: 4000 }

  it("has scikit-learn's differences and numpy's intervals at fixed thresholds", () => {
    const side = (score: Float32Array): Side => ({ score, label, threshold: known.threshold })
    const found = pairedBootstrap(side(scoreA), side(scoreB), draws)
    for (const [at, figure] of COMPARED_FIGURES.entries()) {
      expectClose(found[figure].difference, known.fixed.difference[at]!)
      expectSameInterval(found[figure].interval, known.fixed.interval[at]!)
    }
  })

  it("has them when thresholds are chosen again in every draw", () => {
    const side = (score: Float32Array, at: 0 | 1): Side => ({ score, label, threshold: known.chosen[at] })
    const found = pairedBootstrap(side(scoreA, 0), side(scoreB, 1), { ...draws, maxFpr: known.maxFpr })
    for (const [at, figure] of COMPARED_FIGURES.entries()) {
      expectClose(found[figure].difference, known.chosenAgain.difference[at]!)
      // Both rates are held at 5 %: what is left are steps of an account or two.
      if (figure !== "fpr") expectSameInterval(found[figure].interval, known.chosenAgain.interval[at]!)
      else expectColumn(found[figure].interval, known.chosenAgain.interval[at]!)
    }
  })

  it("is as before for the same seed, and has no width where sides do not differ", () => {
    const side: Side = { score: scoreA, label, threshold: 0.5 }
    const other: Side = { score: scoreB, label, threshold: 0.5 }
    const once = { seed: "again" }
    expect(pairedBootstrap(side, other, once)).toEqual(pairedBootstrap(side, other, once))
    for (const { difference, interval } of Object.values(pairedBootstrap(side, side, once))) {
      expect(difference).toBe(0)
      expect(interval).toEqual([0, 0])
    }
  })

  it("draws from groups as it does account by account", () => {
    // Ties make few places, from which whole groups are drawn; a little noise makes each account a place of its own.
    const random = stream("test", "comparison/groups")
    const many = 6000
    const manyLabels = Uint8Array.from({ length: many }, (_, account) => (account % 10 === 0 ? 1 : 0))
    const coarse = (lift: number) =>
      Float32Array.from(manyLabels, (own) => Math.floor(8 * Math.min(0.99, random() * (own ? 1 : lift))) / 8)
    const [a, b] = [coarse(0.8), coarse(0.7)]
    const fine = (score: Float32Array) => score.map((value) => value + random() * 1e-4)
    const side = (score: Float32Array): Side => ({ score, label: manyLabels, threshold: 0.5 })
    const grouped = pairedBootstrap(side(a), side(b), draws)
    const single = pairedBootstrap(side(fine(a)), side(fine(b)), draws)
    for (const figure of ["recall", "fpr", "precision"] as const)
      expectSameInterval(grouped[figure].interval, single[figure].interval)
  })

  it("draws an operator's accounts together, so that a fleet which flips as one is one observation", () => {
    // Two AI-managed accounts in five flip: whole fleets of 25, or accounts here and there.
    const own = Uint8Array.from({ length: 1000 }, (_, account) => (account < 500 ? 1 : 0))
    const before = new Float32Array(1000)
    const after = Float32Array.from(own, (managed, account) =>
      managed && Math.floor(account / 25) % 5 < 2 ? 1 : 0,
    )
    const [a, b] = [before, after].map((score): Side => ({ score, label: own, threshold: 0.5 })) as [
      Side,
      Side,
    ]
    const widthBy = (group?: Uint32Array) => {
      const { recall, fpr } = pairedBootstrap(a, b, group ? { ...draws, group } : draws)
      expectClose(recall.difference, 0.4)
      expect(fpr.interval).toEqual([0, 0])
      return recall.interval[1] - recall.interval[0]
    }
    const alone = new Uint32Array(1000).fill(NONE)
    expect(Math.abs(widthBy(alone) / widthBy() - 1)).toBeLessThan(0.1)
    const fleets = Uint32Array.from(own, (_, account) => Math.floor(account / 25))
    // The root of 25 times as wide.
    expect(Math.abs(widthBy(fleets) / widthBy() - 5)).toBeLessThan(0.5)
  })

  it("keeps the prevalence, whatever the size of the operators that a draw holds", () => {
    // All are caught on both sides, so that precision is a matter of wrong flags alone, however large the fleets.
    const own = Uint8Array.from({ length: 2000 }, (_, account) => (account < 200 ? 1 : 0))
    const side = (hit: number): Side => ({
      score: Float32Array.from(own, (managed, account) => (managed || account % 20 < hit ? 1 : 0)),
      label: own,
      threshold: 0.5,
    })
    const fleets = Uint32Array.from(own, (managed, account) => (managed && account < 100 ? 0 : NONE))
    const [single, byOperator] = [draws, { ...draws, group: fleets }].map((options) =>
      pairedBootstrap(side(4), side(1), options),
    )
    for (const figure of ["precision", "ap"] as const)
      expectSameInterval(byOperator![figure].interval, single![figure].interval)
  })

  it("counts an account without a score as not flagged, and ranks it lowest", () => {
    const gapped = scoreB.map((score, account) => (account % 7 === 0 ? Number.NaN : score))
    const lowest = gapped.map((score) => (Number.isNaN(score) ? -1 : score))
    const { recall, auc, ap } = pairedBootstrap(
      { score: scoreA, label, threshold: 0 },
      { score: gapped, label, threshold: 0 },
      { seed: "test" },
    )
    expect(recall.a).toBe(1)
    expect(recall.b).toBeLessThan(1)
    const index = createScoreIndex(lowest, label)
    expectClose(auc.b, rocAuc(index))
    expectClose(ap.b, averagePrecision(index))
  })
})

/** Ends within a tenth of the interval's width: what some thousand draws on each side leave to chance. */
function expectSameInterval(found: readonly [number, number], wanted: readonly [number, number]) {
  const leeway = 0.1 * (wanted[1] - wanted[0])
  for (const end of [0, 1] as const) expect(Math.abs(found[end] - wanted[end])).toBeLessThan(leeway)
}

describe("compared figures", () => {
  const side = (score: number[], label: number[], least: number): Side => ({
    score: Float32Array.from(score),
    label: Uint8Array.from(label),
    threshold: least,
  })
  const rowsOf = (a: Side, b: Side) => {
    const rows = compareFigures(a, b, flipsBetween(a, b).counts, DEFAULT_MATTERS, { seed: "test" })
    return Object.fromEntries(rows.map((row) => [row.figure, row]))
  }
  const label = Array.from({ length: 40 }, (_, account) => (account < 10 ? 1 : 0))

  it("do not call it no change when few accounts happen not to flip", () => {
    const score = label.map((managed, account) => (managed ? 0.6 : account / 100))
    const { recall, fpr, precision, auc } = rowsOf(side(score, label, 0.5), side(score, label, 0.55))
    for (const row of [recall, fpr, precision]) {
      expect(row).toMatchObject({ difference: 0, significant: false, verdict: "inconclusive" })
      expect(row!.accountsToSettle).toBeGreaterThan(40)
    }
    expect(auc).toMatchObject({ difference: 0, verdict: "no change" })
  })

  it("call it no change when both sides are one", () => {
    const one = side(
      label.map((_, account) => account / 40),
      label,
      0.5,
    )
    for (const row of Object.values(rowsOf(one, one)))
      expect(row).toMatchObject({ difference: 0, interval: [0, 0], verdict: "no change" })
  })

  it("tell better from worse by the figure", () => {
    const many = Array.from({ length: 2000 }, (_, account) => (account < 1000 ? 1 : 0))
    const all = rowsOf(
      side(
        many.map((managed) => managed * 0.5),
        many,
        0.6,
      ),
      side(
        many.map((managed) => 0.4 + managed * 0.5),
        many,
        0.4,
      ),
    )
    expect(all.recall).toMatchObject({ a: 0, b: 1, verdict: "better", significant: true })
    expect(all.fpr).toMatchObject({ a: 0, b: 1, verdict: "worse", significant: true })
    // Nobody was flagged, so there is no precision to compare with.
    expect(all.precision!.difference).toBeNaN()
    expect(all.precision).toMatchObject({ interval: [-1, 1], verdict: "inconclusive" })
  })

  it("hold the true difference about as often as they say", () => {
    let held = 0
    const trials = 200
    for (let trial = 0; trial < trials; trial++) {
      const random = stream("coverage", `comparison/${trial}`)
      const own = Uint8Array.from({ length: 400 }, (_, account) => (account < 200 ? 1 : 0))
      const scores = [0, 1].map((shift) =>
        // Caught with probability 0.5 on the first side and 0.6 on the second.
        Float32Array.from(own, () => (random() < 0.5 + 0.1 * shift ? 1 : 0)),
      )
      const [a, b] = scores.map((score) => ({ score, label: own, threshold: 0.5 })) as [Side, Side]
      const [low, high] = pairedBootstrap(a, b, { seed: `${trial}` }).recall.interval
      if (low <= 0.1 && high >= 0.1) held++
    }
    expect(held / trials).toBeGreaterThan(0.9)
    expect(held / trials).toBeLessThan(0.99)
  })
})

describe("tests within cohorts", () => {
  it("take all cohorts and classes as one family, and tell whom a change newly hit", () => {
    const label = Uint8Array.from({ length: 900 }, (_, account) => (account < 300 ? 1 : 0))
    // Cohort 0: managed; 1: authentic, 40 of 300 newly hit; 2: authentic, nobody flips; 3: empty.
    const of = Uint8Array.from(label, (_, account) => Math.floor(account / 300))
    const before = Float32Array.from(label)
    const after = before.map((score, account) => (account >= 300 && account < 340 ? 1 : score))
    const a: Side = { score: before, label, threshold: 0.5 }
    const b: Side = { score: after, label, threshold: 0.5 }
    const cohorts = { of, count: 4, names: ["managed", "hit", "spared", "empty"] }
    const rows = cohortTests(a, flipsBetween(a, b), cohorts, { recall: 0.05, fpr: 0.01 })
    expect(rows.map(({ cohort, class: name, gained, lost }) => [cohort, name, gained, lost])).toEqual([
      ["managed", "AI-managed", 0, 0],
      ["hit", "authentic", 40, 0],
      ["spared", "authentic", 0, 0],
    ])
    expect(rows.map(({ verdict }) => verdict)).toEqual(["no change", "worse", "no change"])
    const { exact } = mcnemar(40, 0)
    expectColumn(
      rows.map((row) => row.holm),
      [1, 3 * exact, 1],
    )
  })
})
