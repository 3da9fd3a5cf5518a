import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { toCsv } from "../../../src/renderer/export/csv.ts"

/** A reader by RFC 4180, so that what is written is not judged by the code that wrote it. */
function read(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === "\r\n") {
      rows.push(row)
      row = []
    }
  }
  return rows
}

describe("CSV", () => {
  it("has a line for the names and one for each row, each ended by CR LF", () => {
    const text = toCsv({
      columns: ["threshold", "recall"],
      rows: [
        [0.1, 1],
        [0.25, 0.5],
      ],
    })
    expect(text).toBe("threshold,recall\r\n0.1,1\r\n0.25,0.5\r\n")
  })

  it("writes numbers so that reading them gives the same bits", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        const [, [cell]] = read(toCsv({ columns: ["value"], rows: [[value]] })) as [string[], [string]]
        expect(Number(cell)).toBe(value === 0 ? 0 : value)
      }),
    )
  })

  it("leaves empty what there is nothing to tell of", () => {
    expect(toCsv({ columns: ["a", "b", "c"], rows: [[null, Number.NaN, ""]] })).toBe("a,b,c\r\n,,\r\n")
  })

  it("brings back any text, apart from the mark before a formula", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (cell) => {
        const [, [found]] = read(
          toCsv({ columns: ["x", "y"], rows: [[cell, 1]] }).replace(/^\uFEFF/, ""),
        ) as [string[], [string]]
        expect(found === cell || found === `'${cell}`).toBe(true)
      }),
    )
  })

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x.example")'])(
    "does not let %j become a formula, in a cell or above it",
    (text) => {
      const [columns, row] = read(toCsv({ columns: [text], rows: [[text]] }))
      expect([columns![0], row![0]]).toEqual([`'${text}`, `'${text}`])
    },
  )

  it("marks its encoding when there is more than ASCII in it, which Excel needs", () => {
    expect(toCsv({ columns: ["召回率"], rows: [] })).toBe("\uFEFF召回率\r\n")
    expect(toCsv({ columns: ["recall"], rows: [] })).toBe("recall\r\n")
  })
})
