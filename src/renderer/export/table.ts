/** The numbers behind a chart or a table, as they are saved: in full precision and without formatting. */
import type { Chart } from "chart.js"

/** null and NaN are empty cells: there is nothing to tell. */
export type Cell = string | number | null

export interface Table {
  /** Names with their units, in the reader's language. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

interface Words {
  /** Heads the column that names the series. */
  readonly series: string
}

/** What is told of a chart that says no more than its datasets: a row a point, with the axes' titles above. */
export function tableOfChart(chart: Chart, words: Words): Table {
  const { data, options } = chart.config
  const titleOf = (axis: string) => {
    const title = (options?.scales?.[axis] as { title?: { text?: string } } | undefined)?.title?.text
    return title || axis
  }
  const axisOf = (dataset: object) => (dataset as { yAxisID?: string }).yAxisID ?? "y"
  const axes = [...new Set(data.datasets.map(axisOf))]
  return {
    columns: [words.series, titleOf("x"), ...axes.map(titleOf)],
    rows: data.datasets.flatMap((dataset) => {
      const own = axisOf(dataset)
      return pointsOf(dataset.data).map(([x, y]) => [
        dataset.label ?? titleOf(own),
        x,
        ...axes.map((axis) => (axis === own ? y : null)),
      ])
    }),
  }
}

/** Gaps in a line are no points. */
function pointsOf(data: readonly unknown[]): [number, number][] {
  return data
    .map((point, place): [number, number] =>
      typeof point === "object" && point !== null && "x" in point && "y" in point
        ? [Number(point.x), Number(point.y)]
        : [place, Number(point)],
    )
    .filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
}
