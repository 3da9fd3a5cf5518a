/** Lines that mark a value on a chart. */
import type { Chart } from "chart.js"
import type { AnnotationOptions } from "chartjs-plugin-annotation"
import type { Colours } from "../theme.ts"

/** The threshold's vertical line, with the flagged side tinted. Move it with `moveThreshold`. */
export function thresholdMark(colours: Colours, flagged: string): Record<string, AnnotationOptions> {
  return {
    flagged: {
      type: "box",
      xMin: 0,
      backgroundColor: colours.flagged,
      borderWidth: 0,
      drawTime: "beforeDatasetsDraw",
      label: {
        display: true,
        content: flagged,
        color: colours.muted,
        font: { size: 11, weight: "normal" },
        position: { x: "end", y: "start" },
        padding: 4,
      },
    },
    threshold: {
      type: "line",
      scaleID: "x",
      value: 0,
      borderColor: colours.threshold,
      borderWidth: 2,
      label: {
        display: true,
        content: "",
        position: "start",
        backgroundColor: colours.threshold,
        color: colours.surface,
        font: { size: 11, weight: "bold" },
        padding: { x: 6, y: 3 },
      },
    },
  }
}

export function moveThreshold(chart: Chart, threshold: number, label: string): void {
  const marks = chart.options.plugins?.annotation?.annotations as Record<
    string,
    { value?: number; xMin?: number; label?: { content?: string; xAdjust?: number } }
  >
  marks.flagged!.xMin = threshold
  marks.threshold!.value = threshold
  marks.threshold!.label!.content = label
  // Near the ends the label would be cut off, so it moves to the side that has room.
  const { left, right } = chart.chartArea ?? { left: 0, right: 0 }
  const at = chart.scales.x?.getPixelForValue(threshold) ?? 0
  const room = 30
  marks.threshold!.label!.xAdjust = Math.max(0, left + room - at) - Math.max(0, at + room - right)
}
