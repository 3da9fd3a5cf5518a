import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { attentionByPlace, between, discountByPlace } from "../../../src/core/policy/attention/places.ts"
import { discountedGain, type Orders, roomFor, show } from "../../../src/core/policy/attention/show.ts"

/** What scikit-learn says; written by scripts/reference/attention.py. */
const reference = JSON.parse(
  readFileSync(new URL("../../reference/attention.json", import.meta.url), "utf8"),
) as {
  readonly rankings: readonly (Ranking & { readonly dcg: number; readonly ndcg: number })[]
  readonly weighted: {
    readonly gain: readonly number[][]
    readonly score: readonly number[][]
    readonly weight: readonly number[]
    readonly depth: number
    readonly ndcg: number
  }
}
interface Ranking {
  readonly gain: readonly number[]
  readonly score: readonly number[]
  readonly depth: number
}

/** Each post is of an author of its own. */
function ordered(gain: readonly number[], by: readonly number[]): Orders {
  const author = Uint32Array.from(gain.keys()).sort((a, b) => by[b] - by[a])
  return {
    offset: Uint32Array.of(0, gain.length),
    author,
    gain: Float64Array.from(author, (post) => gain[post]),
  }
}

const one = (posts: number) => new Float64Array(posts).fill(1)

function dcg({ gain, score, depth }: Ranking, by = score): number {
  return discountedGain(ordered(gain, by), 0, one(gain.length), discountByPlace(depth))
}

describe("discountedGain", () => {
  it("is scikit-learn's DCG, and over that of the best order its NDCG", () => {
    for (const ranking of reference.rankings) {
      expect(dcg(ranking)).toBeCloseTo(ranking.dcg, 12)
      expect(dcg(ranking) / dcg(ranking, ranking.gain)).toBeCloseTo(ranking.ndcg, 12)
    }
  })

  it("weighs feeds as scikit-learn weighs samples", () => {
    const { gain, score, weight, depth, ndcg } = reference.weighted
    const found = gain.map((_, k) => {
      const ranking = { gain: gain[k], score: score[k], depth }
      return dcg(ranking) / dcg(ranking, gain[k])
    })
    const total = weight.reduce((sum, each) => sum + each, 0)
    expect(found.reduce((sum, each, k) => sum + each * weight[k], 0) / total).toBeCloseTo(ndcg, 12)
  })

  it("counts a post of two like accounts twice, in places of their own", () => {
    const order = ordered([3, 1], [2, 1])
    const discount = discountByPlace(5)
    const twice = discountedGain(order, 0, Float64Array.of(2, 1), discount)
    expect(twice).toBeCloseTo(3 + 3 / Math.log2(3) + 1 / 2, 12)
  })
})

describe("show", () => {
  const order = ordered([5, 4, 3, 2], [4, 3, 2, 1])
  const attention = attentionByPlace(3, 1)
  const discount = discountByPlace(3)
  const shown = (width: readonly number[], label = [0, 0, 0, 0]) => {
    const room = roomFor(order)
    show(order, 0, Float64Array.from(width), Uint8Array.from(label), { attention, discount }, room)
    return room
  }
  const seen = (width: readonly number[]) => {
    const room = shown(width)
    return Object.fromEntries(
      Array.from({ length: room.count }, (_, at) => [room.author[at], room.attention[at]]),
    )
  }

  it("gives the post at place r attention in proportion to r to the minus bias, exactly, down to the depth", () => {
    expect(seen([1, 1, 1, 1])).toEqual({ 0: attention[0], 1: attention[1], 2: attention[2] })
    expect([...attention]).toEqual([1, Math.exp(-Math.log(2)), Math.exp(-Math.log(3))])
  })

  it("leaves a limited post its share, and passes the rest on to those below", () => {
    const found = seen([0.2, 1, 1, 1])
    expect(found[0]).toBe(0.2 * attention[0])
    expect(found[1]).toBeCloseTo(0.8 * attention[0] + 0.2 * attention[1], 12)
    expect(found[2]).toBeCloseTo(0.8 * attention[1] + 0.2 * attention[2], 12)
    expect(found[3]).toBeCloseTo(0.8 * attention[2], 12)
  })

  it("shows nothing of a suspended account, and everybody else one place higher", () => {
    expect(seen([0, 1, 1, 1])).toEqual({ 1: attention[0], 2: attention[1], 3: attention[2] })
  })
  it("gains what all discount, and of authentic authors' posts as if there were no others", () => {
    const width = [1, 1, 0.5, 1]
    const found = shown(width, [1, 0, 0, 0])
    expect(found.gain).toBe(discountedGain(order, 0, Float64Array.from(width), discount))
    expect(found.authenticGain).toBeCloseTo(4 + (0.5 * 3 + 0.5 * 2) / Math.log2(3) + (0.5 * 2) / 2, 12)
  })
})

describe("between", () => {
  it("adds up over any cut to the whole", () => {
    const byPlace = attentionByPlace(6, 0.7)
    const cuts = [0, 0.3, 0.9, 1, 2.5, 2.6, 4.999, 5, 6]
    const parts = cuts.slice(1).map((to, k) => between(byPlace, cuts[k], to))
    const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0)
    expect(sum(parts)).toBeCloseTo(sum(byPlace), 12)
    expect(between(byPlace, 0, 6)).toBeCloseTo(sum(byPlace), 12)
  })
})
