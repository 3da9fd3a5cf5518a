/** How the risks of every archetype are spread, row by row, with the threshold and what it flags of each. */
import type { Chart, ChartConfiguration } from "chart.js"
import { useMemo, useRef } from "react"
import type { ScoreIndex } from "../../core/evaluation/index.ts"
import type { Table } from "../export/table.ts"
import { type Format, useFormat } from "../format.ts"
import { type Translate, useT } from "../i18n/index.ts"
import { useDial } from "../state/dial.ts"
import type { Colours } from "../theme.ts"
import { ChartBox, describe, useChart, useColours, useOverlay } from "./ChartBox.tsx"
import { HANDLE_ROOM, paintThreshold } from "./marks.ts"
import type { Overlay } from "./overlay.ts"
import { accountsByBin, inRow, ridgeOf } from "./ridges.ts"
import { useSeenFrame } from "./seen.ts"
import { axis, baseOptions, font, thresholdScale } from "./setup.ts"
import { EVEN, type ThresholdAxis } from "./threshold-axis.ts"
import { useThresholdDrag } from "./threshold-drag.ts"

/** An archetype as the chart shows it. */
export interface ShownArchetype {
  /** Its number among the run's archetypes. */
  readonly place: number
  readonly name: string
  readonly managed: boolean
}

/** Pixels. */
const ROW_HEIGHT = 25
const AXIS_HEIGHT = 50
/** For what is flagged of a row, at its end. */
const SHARE_ROOM = 62

export interface ArchetypeChartProps {
  readonly archetypes: readonly ShownArchetype[]
  readonly along: ThresholdAxis
  readonly logCount: boolean
}

function configure(
  colours: Colours,
  t: Translate,
  format: Format,
  index: ScoreIndex,
  { archetypes, along, logCount }: ArchetypeChartProps,
  overlay: Overlay,
): ChartConfiguration {
  const options = baseOptions(colours)
  const datasets = archetypes.map(({ place, managed }, row) => ({
    data: inRow(ridgeOf(index, place, along, logCount), row),
    stepped: "before" as const,
    borderWidth: 1.25,
    borderColor: managed ? colours.managed : colours.authentic,
    backgroundColor: managed ? `${colours.managed}40` : `${colours.authentic}33`,
    borderDash: managed ? [5, 2] : [],
    pointRadius: 0,
    pointHitRadius: 0,
    fill: { value: row },
  }))
  return {
    type: "line",
    plugins: [overlay.plugin],
    data: { datasets },
    options: {
      ...options,
      events: [],
      layout: { padding: { top: HANDLE_ROOM, right: SHARE_ROOM } },
      scales: {
        x: thresholdScale(colours, format, t(along === EVEN ? "axis.risk" : "axis.riskLogOdds"), along),
        y: {
          ...axis(colours, { title: "", min: -1, max: Math.max(1, archetypes.length - 1), tick: () => "" }),
          title: { display: false },
          reverse: true,
          afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
            scale.ticks = archetypes.map((_, value) => ({ value }))
          },
          ticks: {
            autoSkip: false,
            color: colours.text,
            padding: 6,
            font: font(12),
            callback: (value: number | string) => archetypes[Number(value)]?.name ?? "",
          },
        },
      },
      plugins: { ...options.plugins, tooltip: { enabled: false } },
    } as NonNullable<ChartConfiguration["options"]>,
  }
}

/** At the end of each row, the share of its accounts that is flagged. */
function paintShares(
  context: CanvasRenderingContext2D,
  chart: Chart,
  colours: Colours,
  told: readonly string[],
): void {
  context.save()
  context.font = "600 11.5px system-ui, sans-serif"
  context.textAlign = "right"
  context.textBaseline = "alphabetic"
  context.fillStyle = colours.text
  told.forEach((text, row) => {
    context.fillText(text, chart.width - 4, chart.scales.y!.getPixelForValue(row) - 2)
  })
  context.restore()
}

/** Accounts of each archetype in each bin. */
function tableOf(t: Translate, index: ScoreIndex, { archetypes, along }: ArchetypeChartProps): Table {
  const risk = { axis: t("axis.risk") }
  return {
    columns: [t("column.archetype"), t("save.from", risk), t("save.to", risk), t("axis.accounts")],
    rows: archetypes.flatMap(({ place, name }) => {
      const { edge, accounts } = accountsByBin(index, place, along)
      return Array.from(accounts, (count, bin) => [name, edge[bin]!, edge[bin + 1]!, count])
    }),
  }
}

export function ArchetypeChart(props: ArchetypeChartProps) {
  const { archetypes, along, logCount } = props
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { overlay, paint } = useOverlay()
  // Where an archetype's risks lie does not depend on who counts as AI-managed.
  const index = useMemo(
    () => dial.run.labelledBy(dial.run.manifest.scenario.definition).cohortIndex("archetype").index,
    [dial],
  )
  const chart = useChart(canvas, () => configure(colours, t, format, index, props, overlay), [
    archetypes,
    index,
    along,
    colours,
    t,
    format,
    logCount,
  ])
  useThresholdDrag(canvas, chart, dial, along)

  useSeenFrame(canvas, ({ setting: { threshold } }) => {
    const drawn = chart.current
    if (!drawn) return
    const told = archetypes.map(({ place }) => {
      const { managed, authentic } = index.cohortCounts(place)
      const { truePositives, falsePositives } = index.cohortConfusionAt(place, threshold)
      return format.share((truePositives + falsePositives) / (managed + authentic))
    })
    const label = format.threshold(threshold)
    paint((context, painted) => {
      paintThreshold(context, painted, colours, { x: along.place(threshold), label, note: "" })
      paintShares(context, painted, colours, told)
    })
    overlay.repaint(drawn)
    describe(
      canvas,
      t("chart.archetypes.aria", {
        threshold: label,
        archetypes: archetypes.map(({ name }, row) => `${name}: ${told[row]}`).join("; "),
      }),
    )
  })

  return (
    <ChartBox
      canvas={canvas}
      label={t("chart.archetypes.title")}
      className="chart-draggable"
      height={AXIS_HEIGHT + HANDLE_ROOM + ROW_HEIGHT * archetypes.length}
      testId="archetype-chart"
      table={() => tableOf(t, index, props)}
    />
  )
}
