/** A canvas with a chart on it, told to screen readers in words, that can be saved as a picture or as numbers. */
import { useComputedColorScheme } from "@mantine/core"
import { Chart, type ChartConfiguration } from "chart.js"
import { type RefObject, useEffect, useRef, useState } from "react"
import { SaveMenu } from "../export/SaveMenu.tsx"
import { type SavedAs, useSavableChart } from "../export/savable-chart.ts"
import { COLOURS, type Colours } from "../theme.ts"
import { Overlay, type Paint } from "./overlay.ts"
import "./setup.ts"

export function useColours(): Colours {
  return COLOURS[useComputedColorScheme("light")]
}

/** The overlay stays with the canvas; what it paints is set frame by frame. */
export function useOverlay(): { overlay: Overlay; paint: (how: Paint) => void } {
  const [kept] = useState(() => {
    let current: Paint = () => undefined
    const overlay = new Overlay((context, chart) => current(context, chart))
    return {
      overlay,
      paint(how: Paint) {
        current = how
      },
    }
  })
  return kept
}

/**
 * A chart that lives as long as `parts` stay the same. Its moving pieces are changed in place,
 * by whoever holds the returned reference.
 */
export function useChart(
  canvas: RefObject<HTMLCanvasElement | null>,
  configure: () => ChartConfiguration,
  parts: readonly unknown[],
): RefObject<Chart | null> {
  const chart = useRef<Chart | null>(null)
  useEffect(() => {
    if (!canvas.current) return
    const made = new Chart(canvas.current, configure())
    chart.current = made
    return () => {
      made.destroy()
      chart.current = null
    }
  }, parts)
  return chart
}

interface ChartBoxProps extends SavedAs {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  /** A figure's name; the canvas keeps its current figures in aria-label through `describe`. */
  readonly label: string
  readonly className?: string
  /** Also names the file that the chart is saved as: "roc-chart" becomes `<run>-roc.png`. */
  readonly testId: string
  /** Pixels, for a chart with a row for each of so many things; otherwise it fills its place. */
  readonly height?: number
}

/**
 * The chart made by `useChart` on `canvas`. Whatever is shown here can be saved as PNG, SVG and CSV without further
 * ado: the chart is drawn again from its own configuration, its overlay's paint included. For that to look right
 *
 * - each dataset that deserves a place in the legend has a `label`, its name in the reader's language;
 * - `paint` draws on the context and by the chart that it is handed, not on those of the screen;
 * - numbers that are not in the datasets as they are (clamped, thinned, painted by the overlay only, or with
 *   intervals) come from `table`, in full precision.
 *
 * Within a Panel the menu is in the panel's head, elsewhere in the chart's corner. What is no chart (a table, bars
 * in HTML) is announced by `useSavableTable`.
 */
export function ChartBox({ canvas, label, className, testId, height, ...savedAs }: ChartBoxProps) {
  const stem = testId.replace(/-chart$/, "")
  const homeless = useSavableChart({ canvas, label, stem, colours: useColours(), ...savedAs })
  return (
    <div className={`chart-box ${className ?? ""}`} style={height === undefined ? undefined : { height }}>
      <canvas ref={canvas} role="img" aria-label={label} data-testid={testId} />
      {homeless ? <SaveMenu name={label} savables={[homeless]} /> : null}
    </div>
  )
}

/** Tells the figures of the moment; cheap enough for every frame, since nothing is laid out. */
export function describe(canvas: RefObject<HTMLCanvasElement | null>, text: string): void {
  canvas.current?.setAttribute("aria-label", text)
}
