/**
 * How often the gate's tests cry wolf when nothing changed: populations in which both sides see the same accounts through
 * noise of the same size, and fleets share most of it. Bounds are the stated rate and four standard errors of as many
 * populations, which a test that takes a fleet's accounts for independent ones breaks.
 */
import { describe, expect, it } from "vitest"
import { mcnemar } from "../../src/core/evaluation/index.ts"
import { NONE } from "../../src/core/evidence/evidence.ts"
import { clusteredShare } from "../../src/core/gate/clustered-share.ts"
import { clustersOf, sumByCluster } from "../../src/core/gate/clusters.ts"
import { holmTarone } from "../../src/core/gate/multiplicity.ts"
import { precisionTest } from "../../src/core/gate/precision-test.ts"
import { aucTest, recallAtFpr1Test } from "../../src/core/gate/ranking-tests.ts"
import { shareTest } from "../../src/core/gate/share-test.ts"
import { type Random, stream } from "../../src/core/random/streams.ts"
import { accountsOf, flaggedSides, rankedSides, type TwoScores } from "./two-sides.ts"

const POPULATIONS = 400
const RATE = 0.05
const atMost = (rate: number, trials: number) => rate + 4 * Math.sqrt((rate * (1 - rate)) / trials)

/** Fleets of ten and fewer, singles, a few fan clubs, and authentic accounts alone. */
const SIZES = [
  ...Array.from({ length: 12 }, (_, k) => 10 - Math.floor(k / 2)),
  ...Array.from({ length: 20 }, () => 1),
]
const CLUBS = [15, 10, 5, 5]
const AUTHENTIC = 300

const group = Uint32Array.from(
  [...SIZES, ...CLUBS].flatMap((size, own) => Array.from({ length: size }, () => own)),
)
const managed = SIZES.reduce((sum, size) => sum + size, 0)
const accounts = group.length + AUTHENTIC
const groups = new Uint32Array(accounts).fill(NONE)
groups.set(group)
const label = Uint8Array.from({ length: accounts }, (_, account) => (account < managed ? 1 : 0))
const clusters = clustersOf(groups)

const bell = (random: Random) => (random() + random() + random() + random() - 2) * Math.sqrt(3)

function noChange(random: Random): TwoScores {
  const quality = Float64Array.from(label, (own) => 1.5 * own + bell(random))
  const side = () => {
    const shared = Float64Array.from({ length: clusters.count }, () => 0.6 * bell(random))
    return Float32Array.from(quality, (value, account) => {
      return 1 / (1 + Math.exp(-(value + shared[clusters.of[account]] + 0.1 * bell(random))))
    })
  }
  return { label, before: side(), after: side(), threshold: 0.7 }
}

const [ofManaged, ofAuthentic] = [accountsOf(label, 1), accountsOf(label, 0)]

describe("false alarms", () => {
  const random = stream("false-alarms", "test/gate")
  const found = Array.from({ length: POPULATIONS }, () => {
    const scores = noChange(random)
    const [flagged, ranked] = [flaggedSides(scores), rankedSides(scores)]
    const gained = ofManaged.filter((account) => flagged.after[account] > flagged.before[account]).length
    const lost = ofManaged.filter((account) => flagged.after[account] < flagged.before[account]).length
    const tests = {
      recall: shareTest(flagged, clusters, ofManaged),
      fpr: shareTest(flagged, clusters, ofAuthentic),
      precision: precisionTest(flagged, clusters)!,
      auc: aucTest(ranked, clusters)!,
      recallAtFpr1: recallAtFpr1Test(ranked, clusters)!,
    }
    return { tests, unclustered: mcnemar(gained, lost).exact }
  })
  const share = (isSo: (one: (typeof found)[number]) => boolean) => found.filter(isSo).length / POPULATIONS

  it.each(["recall", "fpr", "precision", "auc", "recallAtFpr1"] as const)(
    "come at the stated rate at most: %s",
    (figure) => {
      expect(share(({ tests }) => tests[figure].p <= RATE)).toBeLessThanOrEqual(atMost(RATE, POPULATIONS))
    },
  )

  it.each(["recall", "fpr", "precision", "auc", "recallAtFpr1"] as const)(
    "leave 0 out of the interval as seldom: %s",
    (figure) => {
      const misses = share(
        ({
          tests: {
            [figure]: { interval },
          },
        }) => interval[0] > 0 || interval[1] < 0,
      )
      expect(misses).toBeLessThanOrEqual(atMost(RATE, POPULATIONS))
    },
  )

  it("of a whole family come at the stated rate at most", () => {
    const alarms = share(({ tests }) => Math.min(...holmTarone(Object.values(tests))) <= RATE)
    expect(alarms).toBeLessThanOrEqual(atMost(RATE, POPULATIONS))
  })

  it("come far more often when a fleet's accounts are taken for independent ones", () => {
    expect(share(({ unclustered }) => unclustered <= RATE)).toBeGreaterThan(2 * atMost(RATE, POPULATIONS))
  })
})

describe("the interval of a promised share", () => {
  it("holds the true share as often as stated, when fleets stand and fall together", () => {
    const random = stream("coverage", "test/gate")
    for (const share of [0.5, 0.9]) {
      let held = 0
      for (let population = 0; population < POPULATIONS; population++) {
        // A fleet is caught as one; the sizes of fleets are drawn as well.
        const own = Array.from({ length: 40 }, () => (random() < 0.3 ? 8 : 1))
        const of = Uint32Array.from(own.flatMap((size, fleet) => Array.from({ length: size }, () => fleet)))
        const caught = own.map(() => (random() < share ? 1 : 0))
        const sums = sumByCluster({ of, count: own.length }, [...of.keys()], (at) => caught[of[at]])
        const [low, high] = clusteredShare(sums)
        if (low <= share && share <= high) held++
      }
      expect(1 - held / POPULATIONS, `${share}`).toBeLessThanOrEqual(atMost(RATE, POPULATIONS))
    }
  })
})
