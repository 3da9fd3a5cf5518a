import type { Chart } from "chart.js"
import { describe, expect, it } from "vitest"
import { fileName } from "../../../src/renderer/export/download.ts"
import { wrap } from "../../../src/renderer/export/picture.ts"
import { tableOfChart } from "../../../src/renderer/export/table.ts"

const titled = (text: string) => ({ title: { text } })

function chart(datasets: object[]): Chart {
  const scales = { x: titled("Threshold"), y: titled("Share"), rate: titled("Rate (log)") }
  return { config: { data: { datasets }, options: { scales } } } as unknown as Chart
}

describe("the numbers of a chart that tells no others", () => {
  it("are a row a point and series, with the axes' titles above", () => {
    const recall = {
      label: "Recall",
      data: [
        { x: 0, y: 1 },
        { x: 0.5, y: 0.25 },
      ],
    }
    const rate = { label: "Rate", yAxisID: "rate", data: [{ x: 0.5, y: 0.01 }] }
    expect(tableOfChart(chart([recall, rate]), { series: "Series" })).toEqual({
      columns: ["Series", "Threshold", "Share", "Rate (log)"],
      rows: [
        ["Recall", 0, 1, null],
        ["Recall", 0.5, 0.25, null],
        ["Rate", 0.5, null, 0.01],
      ],
    })
  })

  it("leave out the gaps of a line, and take an axis' title for a series without a name", () => {
    const gaps = {
      data: [
        { x: 0, y: Number.NaN },
        { x: 1, y: 2 },
      ],
    }
    expect(tableOfChart(chart([gaps]), { series: "Series" }).rows).toEqual([["Share", 1, 2]])
  })
})

describe("the name of a file", () => {
  it("is made of the run and what it shows", () => {
    expect(fileName(["tiny-7307fca01d9c", "roc"], "png")).toBe("tiny-7307fca01d9c-roc.png")
  })

  it("keeps letters of any language and leaves out what a file system or a shell would trip over", () => {
    expect(fileName(["场景 一", "../a:b?*\\c"], "csv")).toBe("场景-一-a-b-c.csv")
  })
})

describe("a caption", () => {
  /** Ten pixels a character. */
  const context = { font: "", measureText: (text: string) => ({ width: text.length * 10 }) as TextMetrics }

  it("is broken between words", () => {
    expect(wrap(context, "one two three four", 90)).toEqual(["one two", "three", "four"])
  })

  it("is broken anywhere in Chinese, but not before a full stop", () => {
    expect(wrap(context, "阈值为零点二。占比", 60)).toEqual(["阈值为零点", "二。占比"])
  })
})
