/** The funnel as bars: of each class's flags, the share that gets to each step, with the flags themselves beside it. */
import type { Chart, ChartConfiguration } from "chart.js"
import { useEffect, useRef } from "react"
import { type CohortFunnel, STEPS } from "../../../core/policy/follow/index.ts"
import { ChartBox, describe, useChart, useColours, useOverlay } from "../../charts/ChartBox.tsx"
import { axis, baseOptions, font } from "../../charts/setup.ts"
import { estimateCells, intervalColumns } from "../../export/interval.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import type { Colours } from "../../theme.ts"
import { amount } from "./amounts.ts"

const CLASSES = ["authentic", "managed"] as const
/** Of the room of a step; two bars share it. */
const BAR = 0.36

interface FunnelChartProps {
  readonly funnel: CohortFunnel
  readonly title: string
}

export function FunnelChart({ funnel, title }: FunnelChartProps) {
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { overlay, paint } = useOverlay()
  const shareOf = (of: (typeof CLASSES)[number], step: (typeof STEPS)[number]) => {
    const { steps } = funnel[of]
    return steps.flagged.value > 0 ? steps[step].value / steps.flagged.value : 0
  }
  paint((context, chart) => {
    context.save()
    context.font = `${font(11).size}px ${font(11).family}`
    context.textBaseline = "middle"
    for (const [row, step] of STEPS.entries())
      for (const [at, of] of CLASSES.entries()) {
        const top = barTop(chart, row, at)
        const height = barTop(chart, row, at + 1) - top - 1
        const from = chart.scales.x!.getPixelForValue(0)
        const width = chart.scales.x!.getPixelForValue(shareOf(of, step)) - from
        context.fillStyle = colours[of]
        context.fillRect(from, top, Math.max(1, width), height)
        if (of === "managed") stripes(context, from, top, width, height, colours)
        const { value } = funnel[of].steps[step]
        const text = `${amount(format, value)} · ${format.share(shareOf(of, step))}`
        const isInside = from + width + context.measureText(text).width + 8 > chart.chartArea.right
        context.textAlign = isInside ? "right" : "left"
        const x = isInside ? from + width - 6 : from + Math.max(1, width) + 5
        if (isInside) {
          context.fillStyle = colours.surface
          const wide = context.measureText(text).width
          context.fillRect(x - wide - 3, top + 2, wide + 6, height - 4)
        }
        context.fillStyle = colours.text
        context.fillText(text, x, top + height / 2)
      }
    context.restore()
  })
  const names = STEPS.map((step) => t(`funnel.step.${step}`))
  useChart(canvas, () => configure(colours, names, t("funnel.share"), format.tick, overlay.plugin), [
    colours,
    funnel,
    t,
    format,
  ])
  useEffect(() => {
    const told = STEPS.map((step) =>
      t("funnel.aria", {
        step: t(`funnel.step.${step}`),
        authentic: amount(format, funnel.authentic.steps[step].value),
        managed: amount(format, funnel.managed.steps[step].value),
      }),
    )
    describe(canvas, told.join(" "))
  }, [funnel, t, format])
  return (
    <ChartBox
      canvas={canvas}
      label={title}
      testId="funnel-chart"
      legend={CLASSES.map((of) => ({ label: t(`class.${of}`), colour: colours[of], dash: [] }))}
      table={() => ({
        columns: [
          t("funnel.step"),
          ...intervalColumns(t, t("class.authentic")),
          ...intervalColumns(t, t("class.managed")),
        ],
        rows: STEPS.map((step) => [
          t(`funnel.step.${step}`),
          ...estimateCells(funnel.authentic.steps[step]),
          ...estimateCells(funnel.managed.steps[step]),
        ]),
      })}
    />
  )
}

const barTop = (chart: Chart, row: number, at: number) =>
  chart.scales.y!.getPixelForValue(row - BAR + at * BAR)

/** So that classes are told apart without colours too. */
function stripes(
  context: CanvasRenderingContext2D,
  left: number,
  top: number,
  width: number,
  height: number,
  colours: Colours,
): void {
  context.save()
  context.beginPath()
  context.rect(left, top, width, height)
  context.clip()
  context.strokeStyle = colours.surface
  context.globalAlpha = 0.45
  context.lineWidth = 1.5
  for (let x = left - height; x < left + width; x += 8) {
    context.beginPath()
    context.moveTo(x, top + height)
    context.lineTo(x + height, top)
    context.stroke()
  }
  context.restore()
}

function configure(
  colours: Colours,
  names: readonly string[],
  title: string,
  tick: (value: number) => string,
  plugin: NonNullable<ChartConfiguration["plugins"]>[number],
): ChartConfiguration {
  const options = baseOptions(colours)
  const across = axis(colours, { title, min: 0, max: 1, tick })
  const down = axis(colours, {
    title: "",
    min: -0.5,
    max: names.length - 0.5,
    tick: (value) => names[value] ?? "",
  })
  return {
    type: "scatter",
    plugins: [plugin],
    data: { datasets: [] },
    options: {
      ...options,
      events: [],
      scales: {
        x: across,
        y: {
          ...down,
          reverse: true,
          title: { display: false },
          grid: { display: false },
          afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
            scale.ticks = names.map((_, value) => ({ value }))
          },
        },
      },
      plugins: { ...options.plugins, tooltip: { enabled: false } },
    } as NonNullable<ChartConfiguration["options"]>,
  }
}
