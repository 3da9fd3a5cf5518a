import { describe, expect, it } from "vitest"
import { heard, heldOver } from "../../src/renderer/views/consequences/ask.ts"
import { type Answers, looksFor } from "../../src/renderer/views/consequences/question.ts"
import { nearestCell, nextCell, shadesOf } from "../../src/renderer/views/consequences/surface.ts"

const values = [
  [5, 1000],
  [null, 7],
]

describe("the table over two cuts", () => {
  it("is shaded by rank, so that one huge cell does not make the others pale", () => {
    expect(shadesOf(values)).toEqual([
      [0, 1],
      [0, 0.5],
    ])
    expect(shadesOf([[3, 3]])).toEqual([[0, 0]])
  })

  it("is walked by arrow keys, never to where there is no cell", () => {
    expect(nextCell(values, { row: 0, column: 0 }, "ArrowRight")).toEqual({ row: 0, column: 1 })
    expect(nextCell(values, { row: 0, column: 0 }, "ArrowDown")).toBeNull()
    expect(nextCell(values, { row: 0, column: 0 }, "ArrowUp")).toBeNull()
    expect(nextCell(values, { row: 0, column: 0 }, "Enter")).toBeNull()
  })

  it("finds the cell of a setting", () => {
    const cuts = [0.1, 0.5, 0.9]
    expect(nearestCell(cuts, cuts, { review: 0.2, suspend: 0.8 })).toEqual({ row: 0, column: 2 })
    expect(nearestCell(cuts, cuts, { review: 0.6, suspend: 0.6 })).toEqual({ row: 1, column: 1 })
  })
})

describe("answers to one question after another", () => {
  const found = { consequences: {} } as unknown as Answers
  const first = heard(heldOver({ answers: {}, isStale: false, working: null, failure: null }), {
    kind: "found",
    found,
  })

  it("keep what was found before, until something of the next is known", () => {
    const withCurve = heard(first, { kind: "found", found: { curve: {} } as unknown as Answers })
    expect(Object.keys(withCurve.answers)).toEqual(["consequences", "curve"])
    const next = heldOver(withCurve)
    expect(next.isStale).toBe(true)
    expect(Object.keys(heard(next, { kind: "found", found }).answers)).toEqual(["consequences"])
  })

  it("begin with few replicates where all of them take long, and end with as many as the terminal's", () => {
    expect(looksFor(10_000)).toEqual([40])
    expect(looksFor(1_400_000)).toEqual([4, 40])
    expect(looksFor(3_000_000)).toEqual([4, 10])
  })

  it("give way to those of more replicates", () => {
    const more = { consequences: { replicates: 40 } } as unknown as Answers
    expect(heard(first, { kind: "found", found: more }).answers).toEqual(more)
  })

  it("are at work until the last part is known, and show nothing that failed", () => {
    expect(first.working).not.toBeNull()
    const all = heard(first, { kind: "found", found: { surface: {} } as unknown as Answers })
    expect(all.working).toBeNull()
    expect(heard(all, { kind: "failed", message: "why" })).toEqual({
      answers: {},
      isStale: false,
      working: null,
      failure: "why",
    })
  })
})
