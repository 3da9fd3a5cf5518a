/** A chart of both sides that stands still: made anew when a side moves, with what the overlay paints on it. */
import type { ChartConfiguration } from "chart.js"
import { useEffect, useRef } from "react"
import { ChartBox, describe, useChart, useOverlay } from "../../charts/ChartBox.tsx"
import type { Overlay, Paint } from "../../charts/overlay.ts"
import { useShowAll } from "../../charts/zoom.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import type { DrawnSide } from "./SideCharts.tsx"

interface TwoSideChartProps {
  readonly title: string
  readonly drawn: readonly DrawnSide[]
  /** The chart's figures in words. */
  readonly told: string
  readonly testId: string
  readonly configure: (overlay: Overlay) => ChartConfiguration
  readonly paint: Paint
  /** What the chart is made from. */
  readonly parts: readonly unknown[]
}

export function TwoSideChart({ title, drawn, told, testId, configure, paint, parts }: TwoSideChartProps) {
  const t = useT()
  const format = useFormat()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { overlay, paint: setPaint } = useOverlay()
  setPaint(paint)
  const chart = useChart(canvas, () => configure(overlay), parts)
  useShowAll(canvas, chart)
  useEffect(() => describe(canvas, told))
  const caption = () =>
    drawn.map(({ letter, run, threshold }) =>
      t("save.caption.side", { side: letter, run, threshold: format.threshold(threshold) }),
    )
  return <ChartBox canvas={canvas} label={title} testId={testId} caption={caption} />
}
