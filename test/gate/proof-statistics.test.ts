/** The tests that the gate decides by, tried on made-up clusters: where nothing changed, p is small as seldom as it says. */
import { describe, expect, it } from "vitest"
import { signFlipTest } from "../../src/core/gate/sign-flip.ts"
import { signFlipSum } from "../../src/core/gate/sign-flip-sum.ts"
import { normal } from "../../src/core/random/distributions.ts"
import { type Random, stage } from "../../src/core/random/streams.ts"

/** Sizes of clusters of which one is much larger than the others, as one operator's fleet is. */
const FLEETS = [40, 12, 7, 5, 3, 2, 2]
const LEVELS = [0.05, 0.01]

/** More successes than that come by chance once in a thousand times. */
const most = (level: number, trials: number) => trials * level + 3.1 * Math.sqrt(trials * level * (1 - level))

const signed = (sizes: readonly number[], random: Random) =>
  sizes.map((size) => (random() < 0.5 ? size : -size))

/** How many of the trials have p at or below each level. */
function significant(name: string, trials: number, p: (random: Random) => number) {
  const draws = stage("proof-statistics", name)
  const found = Array.from({ length: trials }, (_, trial) => p(draws.at(trial)))
  return LEVELS.map((level) => found.filter((own) => own <= level).length)
}

describe("the sign-flip test", () => {
  it.each([
    [30, []],
    [61, [2]],
    [300, [2]],
    [300, FLEETS],
    [0, FLEETS],
  ])("of %i single flips and fleets of %j is seldom significant by chance", (single, fleets) => {
    const sizes = [...Array<number>(single).fill(1), ...fleets]
    const found = significant(
      `${single} and ${fleets}`,
      1000,
      (random) => signFlipTest(signed(sizes, random)).p,
    )
    LEVELS.forEach((level, at) => {
      expect(found[at], `p <= ${level}`).toBeLessThanOrEqual(most(level, 1000))
    })
    // As many flips as that can tell at this level, so a test that never says anything is none.
    if (single >= 30) expect(found[0], "p <= 0.05").toBeGreaterThan(1000 * 0.02)
  })

  it.each([60, 61, 300, 5000])("counts %i single flips and a pair as adding one by one would", (single) => {
    const net = [...Array<number>(single).fill(-1), 2]
    net.fill(1, 0, Math.floor(single / 3))
    const { p, least } = signFlipTest(net)
    const far = Math.abs(net.reduce((sum, own) => sum + own, 0))
    expect(p).toBeCloseTo(tailByAdding(net, far), 12)
    expect(least).toBeLessThanOrEqual(p)
  })
})

/** The chance of a sum at least `far` from 0, over all signs, one cluster added after the other. */
function tailByAdding(net: readonly number[], far: number): number {
  const chance = net.reduce(
    (sums, own) => {
      const next = new Map<number, number>()
      for (const [sum, of] of sums)
        for (const moved of [sum + own, sum - own]) next.set(moved, (next.get(moved) ?? 0) + of / 2)
      return next
    },
    new Map([[0, 1]]),
  )
  return [...chance].reduce((tail, [sum, of]) => (Math.abs(sum) >= far ? tail + of : tail), 0)
}

describe("the sign-flip test of sums with noise", () => {
  const parts = (random: Random) =>
    Float64Array.from({ length: 60 }, () => (random() < 0.5 ? 1 : -1) * 10 ** (-2 * random()))

  it.each([0, 0.5, 5])("is seldom significant by chance, with noise of deviation %d", (deviation) => {
    const found = significant(`noise ${deviation}`, 200, (random) => {
      const own = parts(random)
      // Other accounts move all clusters alike, as a threshold that lies elsewhere does.
      const noise = (deviation * normal(random)) / own.length
      return signFlipSum(
        own.map((part) => part + noise),
        deviation * deviation,
      ).p
    })
    LEVELS.forEach((level, at) => {
      expect(found[at], `p <= ${level}`).toBeLessThanOrEqual(most(level, 200))
    })
    expect(found[0], "p <= 0.05").toBeGreaterThan(200 * 0.02)
  })
})
