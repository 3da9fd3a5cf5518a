/** A chart on the screen as something that can be saved: the pictures of it, and its numbers. */
import { Chart } from "chart.js"
import { type RefObject, useContext } from "react"
import { useT } from "../i18n/index.ts"
import type { Colours } from "../theme.ts"
import { BasisContext, withBasis } from "./basis.ts"
import { useDialCaption } from "./caption.ts"
import { type LegendEntry, pngOf, svgOf } from "./picture.ts"
import { csvFile, type Savable, useSavable } from "./savables.ts"
import { type Table, tableOfChart } from "./table.ts"

/** What ChartBox is told of how its chart is saved; all of it may be left unsaid. */
export interface SavedAs {
  /** The numbers behind the chart, when its datasets are not all of them. */
  readonly table?: (() => Table) | undefined
  /** What stands above a saved picture, when the datasets' labels do not say it. */
  readonly legend?: readonly LegendEntry[] | undefined
  /** What stands below it, when that is not the run and the dial's setting. */
  readonly caption?: (() => readonly string[]) | undefined
}

interface ChartOnScreen extends SavedAs {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  readonly label: string
  readonly stem: string
  readonly colours: Colours
}

/** Returns what is to be offered, when no panel around does. */
export function useSavableChart(of: ChartOnScreen): Savable | null {
  const { canvas, label, stem, colours, table, legend } = of
  const t = useT()
  const dialCaption = useDialCaption()
  const caption = of.caption ?? dialCaption
  const basis = useContext(BasisContext)
  function shown(): Chart {
    const chart = canvas.current && Chart.getChart(canvas.current)
    if (!chart) throw new Error(`${label}: nothing is drawn`)
    return chart
  }
  const words = () => ({
    title: label,
    legend: legend ?? legendOf(shown()),
    caption: [...caption(), ...basis.lines],
  })
  return useSavable({
    name: label,
    stem,
    make: {
      png: async () => pngOf(shown(), words(), colours),
      svg: async () => new Blob([await svgOf(shown(), words(), colours)], { type: "image/svg+xml" }),
      csv: async () =>
        csvFile(withBasis(table?.() ?? tableOfChart(shown(), { series: t("save.series") }), basis)),
    },
  })
}

/** The lines of a chart, as far as they have a name. */
function legendOf({ data }: Chart): readonly LegendEntry[] {
  return data.datasets.flatMap((dataset) => {
    const { label, borderColor, borderDash } = dataset as {
      label?: string
      borderColor?: unknown
      borderDash?: readonly number[]
    }
    return label ? [{ label, colour: String(borderColor), dash: borderDash ?? [] }] : []
  })
}
