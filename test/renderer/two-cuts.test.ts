import { describe, expect, it } from "vitest"
import { nextCell, shadesOf } from "../../src/renderer/views/consequences/surface.ts"

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
    expect(nextCell(values, { row: 0, column: 0 }, "End")).toEqual({ row: 0, column: 1 })
    expect(nextCell(values, { row: 1, column: 1 }, "Home")).toEqual({ row: 1, column: 1 })
  })
})
