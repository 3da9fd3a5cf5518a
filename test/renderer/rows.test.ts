import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { createScoreIndex } from "../../src/core/evaluation/index.ts"
import { accountsWith, sortRows } from "../../src/renderer/views/accounts/rows.ts"

const scores = fc.array(
  fc.oneof(fc.float({ min: 0, max: 1, noNaN: true }), fc.constantFrom(Number.NaN, 0, 0.5, 1)),
  { minLength: 1, maxLength: 200 },
)

describe("accountsWith", () => {
  it("lists as many accounts as the confusion matrix counts, each once", () => {
    fc.assert(
      fc.property(
        scores,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.infiniteStream(fc.nat(1)),
        (values, threshold, labels) => {
          const risk = Float32Array.from(values)
          const label = Uint8Array.from(values, () => labels.next().value)
          const counted = createScoreIndex(risk, label).confusionAt(threshold)
          const lists = (["tp", "fp", "tn", "fn"] as const).map((outcome) =>
            accountsWith(outcome, { risk, label }, threshold),
          )
          expect(lists.map((list) => list.length)).toEqual([
            counted.truePositives,
            counted.falsePositives,
            counted.trueNegatives,
            counted.falseNegatives,
          ])
          const flagged = accountsWith("flagged", { risk, label }, threshold)
          const passed = accountsWith("passed", { risk, label }, threshold)
          expect([...flagged]).toEqual([...lists[0]!, ...lists[1]!].sort((a, b) => a - b))
          expect([...passed]).toEqual([...lists[2]!, ...lists[3]!].sort((a, b) => a - b))
          const all = lists.flatMap((list) => [...list])
          expect(new Set(all).size).toBe(all.length)
          expect(accountsWith("all", { risk, label }, threshold)).toHaveLength(values.length)
        },
      ),
    )
  })
})

describe("sortRows", () => {
  const values = fc.array(
    fc.oneof(fc.float({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(Number.NaN, 0, 7)),
    { minLength: 1, maxLength: 200 },
  )

  it("orders as a stable comparison would, what is missing last either way", () => {
    fc.assert(
      fc.property(values, fc.boolean(), (given, descending) => {
        // -0 orders before 0 by its bits; no column holds it.
        const column = Float32Array.from(given, (value) => value + 0 || (Number.isNaN(value) ? value : 0))
        const rows = Uint32Array.from(column, (_, i) => i)
        const expected = [...rows].sort((a, b) => {
          const [x, y] = [column[a]!, column[b]!]
          if (Number.isNaN(x) || Number.isNaN(y))
            return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b
          return (descending ? y - x : x - y) || a - b
        })
        expect([...sortRows(rows, column, descending)]).toEqual(expected)
      }),
    )
  })

  it("orders only the rows it is given", () => {
    expect([...sortRows(Uint32Array.of(3, 1), [9, 2, 7, 5], false)]).toEqual([1, 3])
  })
})
