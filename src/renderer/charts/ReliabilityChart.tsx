/** The reliability curve: of accounts with a risk, the share that is AI-managed, bin by bin with intervals. */
import type { Chart, ChartConfiguration } from "chart.js"
import { useEffect, useRef } from "react"
import type { ReliabilityBin } from "../../core/evaluation/index.ts"
import { useOwnCaption } from "../export/caption.ts"
import type { Table } from "../export/table.ts"
import { type Format, useFormat } from "../format.ts"
import { type Translate, useT } from "../i18n/index.ts"
import type { Colours } from "../theme.ts"
import { ChartBox, describe, useChart, useColours, useOverlay } from "./ChartBox.tsx"
import { paintDot, paintLine, withinPlot } from "./marks.ts"
import type { Overlay } from "./overlay.ts"
import { lowestOf } from "./reliability-axis.ts"
import { axis, baseOptions } from "./setup.ts"

interface Drawn {
  readonly bins: readonly ReliabilityBin[]
  readonly log: boolean
}

function configure(
  colours: Colours,
  t: Translate,
  format: Format,
  { bins, log }: Drawn,
  overlay: Overlay,
): ChartConfiguration {
  const options = baseOptions(colours)
  const lowest = log ? lowestOf(bins) : 0
  const along = (title: string) =>
    axis(colours, { title, min: lowest, max: 1, logarithmic: log, tick: format.tick })
  return {
    type: "scatter",
    plugins: [overlay.plugin],
    data: {
      datasets: [
        {
          label: t("save.series.bin"),
          data: bins.map(({ meanRisk, share }) => ({ x: meanRisk, y: Math.max(share, lowest) })),
          borderColor: colours.managed,
          borderWidth: 1.5,
          pointRadius: 0,
          showLine: true,
        },
        {
          label: t("save.series.believed"),
          data: [
            { x: lowest, y: lowest },
            { x: 1, y: 1 },
          ],
          borderColor: colours.muted,
          borderDash: [4, 4],
          borderWidth: 1,
          pointRadius: 0,
          showLine: true,
        },
      ],
    },
    options: {
      ...options,
      scales: {
        x: along(t(log ? "why.calibration.riskLog" : "why.calibration.risk")),
        y: along(t(log ? "why.calibration.shareLog" : "why.calibration.share")),
      },
      plugins: {
        ...options.plugins,
        tooltip: {
          ...options.plugins?.tooltip,
          filter: (item) => item.datasetIndex === 0,
          callbacks: { label: ({ dataIndex }) => told(t, format, bins[dataIndex]!) },
        },
      },
    },
  }
}

function told(t: Translate, format: Format, { meanRisk, share, shareInterval }: ReliabilityBin): string {
  return t("why.calibration.point", {
    risk: format.share(meanRisk),
    share: format.share(share),
    interval: format.shareInterval(shareInterval),
  })
}

function paintBins(context: CanvasRenderingContext2D, chart: Chart, colours: Colours, { bins, log }: Drawn) {
  const lowest = log ? lowestOf(bins) : 0
  const up = (share: number) => chart.scales.y!.getPixelForValue(Math.max(share, lowest))
  withinPlot(context, chart, () => {
    for (const { meanRisk, share, shareInterval } of bins) {
      const x = chart.scales.x!.getPixelForValue(Math.max(meanRisk, lowest))
      paintLine(context, [x, up(shareInterval[0])], [x, up(shareInterval[1])], colours.managed, 2)
      paintDot(context, x, up(share), 4.5, colours.managed, colours.surface)
    }
  })
}

function tableOf(t: Translate, bins: readonly ReliabilityBin[]): Table {
  const risk = { axis: t("axis.risk") }
  const share = { figure: t("why.calibration.share") }
  return {
    columns: [
      t("save.from", risk),
      t("save.to", risk),
      t("why.calibration.accounts"),
      t("why.calibration.risk"),
      share.figure,
      t("save.low", share),
      t("save.high", share),
    ],
    rows: bins.map(({ from, to, accounts, meanRisk, share, shareInterval }) => [
      from,
      to,
      accounts,
      meanRisk,
      share,
      ...shareInterval,
    ]),
  }
}

export function ReliabilityChart({ bins, log }: Drawn) {
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { overlay, paint } = useOverlay()
  paint((context, chart) => paintBins(context, chart, colours, { bins, log }))
  useChart(canvas, () => configure(colours, t, format, { bins, log }, overlay), [
    bins,
    log,
    colours,
    t,
    format,
  ])
  useEffect(() => {
    describe(canvas, t("why.calibration.aria", { bins: bins.map((bin) => told(t, format, bin)).join("; ") }))
  }, [bins, t, format])
  return (
    <ChartBox
      canvas={canvas}
      label={t("why.calibration.title")}
      testId="reliability-chart"
      table={() => tableOf(t, bins)}
      caption={useOwnCaption()}
    />
  )
}
