/**
 * The reliability curve: of accounts with a risk, the share that is AI-managed, bin by bin with intervals. As a report
 * tells it, or following the definition on the dial.
 */
import type { Chart, ChartConfiguration } from "chart.js"
import { useEffect, useRef } from "react"
import { labelBins, type ReliabilityBin, type RiskBin } from "../../core/evaluation/index.ts"
import { useOwnCaption } from "../export/caption.ts"
import type { Table } from "../export/table.ts"
import { type Format, useFormat } from "../format.ts"
import { type Translate, useT } from "../i18n/index.ts"
import { useDial } from "../state/dial.ts"
import type { Colours } from "../theme.ts"
import { ChartBox, describe, useChart, useColours, useOverlay } from "./ChartBox.tsx"
import { paintDot, paintLine, withinPlot } from "./marks.ts"
import type { Overlay } from "./overlay.ts"
import { lowestOf } from "./reliability-axis.ts"
import { useSeenFrame } from "./seen.ts"
import { axis, baseOptions } from "./setup.ts"

interface Drawn {
  readonly bins: readonly ReliabilityBin[]
  /** Where a logarithmic axis begins; null for an even one. */
  readonly lowest: number | null
}

/** What is below the beginning of the axis is drawn on it. */
const pointsOf = ({ bins, lowest }: Drawn) =>
  bins.map(({ meanRisk, share }) => ({
    x: Math.max(meanRisk, lowest ?? 0),
    y: Math.max(share, lowest ?? 0),
  }))

function configure(
  colours: Colours,
  t: Translate,
  format: Format,
  lowest: number | null,
  binAt: (place: number) => ReliabilityBin | undefined,
  overlay: Overlay,
): ChartConfiguration {
  const options = baseOptions(colours)
  const log = lowest !== null
  const min = lowest ?? 0
  const along = (title: string) => axis(colours, { title, min, max: 1, logarithmic: log, tick: format.tick })
  return {
    type: "scatter",
    plugins: [overlay.plugin],
    data: {
      datasets: [
        {
          label: t("save.series.bin"),
          data: [],
          borderColor: colours.managed,
          borderWidth: 1.5,
          pointRadius: 0,
          showLine: true,
        },
        {
          label: t("save.series.believed"),
          data: [
            { x: min, y: min },
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
          callbacks: {
            label: ({ dataIndex }) => {
              const bin = binAt(dataIndex)
              return bin ? told(t, format, bin) : ""
            },
          },
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

function paintBins(
  context: CanvasRenderingContext2D,
  chart: Chart,
  colours: Colours,
  { bins, lowest }: Drawn,
) {
  const least = lowest ?? 0
  const up = (share: number) => chart.scales.y!.getPixelForValue(Math.max(share, least))
  withinPlot(context, chart, () => {
    for (const { meanRisk, share, shareInterval } of bins) {
      const x = chart.scales.x!.getPixelForValue(Math.max(meanRisk, least))
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

interface ReliabilityChartProps {
  readonly bins: readonly ReliabilityBin[]
  readonly log: boolean
}

export function ReliabilityChart({ bins, log }: ReliabilityChartProps) {
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { overlay, paint } = useOverlay()
  const drawn = { bins, lowest: log ? lowestOf(bins) : null }
  paint((context, chart) => paintBins(context, chart, colours, drawn))
  useChart(canvas, () => {
    const made = configure(colours, t, format, drawn.lowest, (place) => bins[place], overlay)
    made.data.datasets[0]!.data = pointsOf(drawn)
    return made
  }, [bins, log, colours, t, format])
  useEffect(() => describe(canvas, describeBins(t, format, bins)), [bins, t, format])
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

const describeBins = (t: Translate, format: Format, bins: readonly ReliabilityBin[]) =>
  t("why.calibration.aria", { bins: bins.map((bin) => told(t, format, bin)).join("; ") })

interface MovingReliabilityChartProps {
  /** Of the run's risks. */
  readonly risks: readonly RiskBin[]
  readonly log: boolean
}

/** The curve by the definition on the dial. */
export function MovingReliabilityChart({ risks, log }: MovingReliabilityChartProps) {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const bins = useRef<readonly ReliabilityBin[]>([])
  const { overlay, paint } = useOverlay()
  // By the risks alone, so that the axis stands still while the definition moves.
  const lowest = log ? lowestOf(risks.map((bin) => ({ ...bin, share: bin.meanRisk }))) : null
  const chart = useChart(
    canvas,
    () => configure(colours, t, format, lowest, (place) => bins.current[place], overlay),
    [risks, log, colours, t, format],
  )

  useSeenFrame(canvas, ({ labelled: { index }, labelsMoved }) => {
    if (!chart.current || !labelsMoved) return
    const drawn = { bins: labelBins(risks, index), lowest }
    bins.current = drawn.bins
    paint((context, painted) => paintBins(context, painted, colours, drawn))
    chart.current.data.datasets[0]!.data = pointsOf(drawn)
    chart.current.update("none")
    describe(canvas, describeBins(t, format, drawn.bins))
  })

  return (
    <ChartBox
      canvas={canvas}
      label={t("why.calibration.title")}
      testId="reliability-chart"
      table={() => tableOf(t, labelBins(risks, dial.picture().labelled.index))}
    />
  )
}
