import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  createScoreIndex,
  indexOrdered,
  NO_RANK,
  orderScores,
  RankedLabels,
  ranksOf,
} from "../../src/core/evaluation/index.ts"

const accounts = fc
  .array(
    fc.record({
      score: fc.oneof(fc.float({ min: 0, max: 1, noNaN: true }), fc.constant(Number.NaN), fc.constant(0.5)),
      managed: fc.boolean(),
      moves: fc.boolean(),
    }),
    { minLength: 1, maxLength: 300 },
  )
  .map((all) => ({
    score: Float32Array.from(all, ({ score }) => score + 0),
    label: Uint8Array.from(all, ({ managed }) => Number(managed)),
    moves: all.flatMap(({ moves }, account) => (moves ? [account] : [])),
  }))
const threshold = fc.double({ min: 0, max: 1, noNaN: true })

describe("ranked labels", () => {
  it("count as labels made anew do, after any number of flips", () => {
    fc.assert(
      fc.property(accounts, threshold, ({ score, label, moves }, at) => {
        const order = orderScores(score)
        const ranks = ranksOf([order], score.length)
        const ranked = moves.map((account) => ranks[account]!).filter((rank) => rank !== NO_RANK)
        const before = RankedLabels.of(order, label)
        const moved = before.flipped(ranked)
        const flipped = label.map((own, account) => (moves.includes(account) ? 1 - own : own))
        const anew = createScoreIndex(score, flipped)
        expect(moved.confusionAt(at)).toEqual(anew.confusionAt(at))
        expect([...moved.managedScores]).toEqual([...anew.managedScores])
        expect([...moved.authenticScores]).toEqual([...anew.authenticScores])
        // Those before are as they were.
        expect(before.confusionAt(at)).toEqual(createScoreIndex(score, label).confusionAt(at))
        expect(moved.flipped(ranked).confusionAt(at)).toEqual(before.confusionAt(at))
      }),
      { numRuns: 300 },
    )
  })

  it("find a class's scores by their place without making them all", () => {
    fc.assert(
      fc.property(accounts, ({ score, label }) => {
        const index = indexOrdered(orderScores(score), label)
        for (const own of [0, 1] as const) {
          const scores = own === 1 ? index.managedScores : index.authenticScores
          expect(Array.from(scores, (_, place) => index.scoreAt(own, place))).toEqual([...scores])
          expect(index.scoreAt(own, scores.length)).toBeNaN()
          expect(index.scoreAt(own, -1)).toBeNaN()
        }
      }),
    )
  })
})
