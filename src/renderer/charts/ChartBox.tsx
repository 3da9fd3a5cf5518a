/** A canvas with a chart on it, told to screen readers in words. */
import { useComputedColorScheme } from "@mantine/core"
import { Chart, type ChartConfiguration } from "chart.js"
import { type RefObject, useEffect, useRef, useState } from "react"
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

interface ChartBoxProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  /** A figure's name; the canvas keeps its current figures in aria-label through `describe`. */
  readonly label: string
  readonly className?: string
  readonly testId: string
  /** Pixels, for a chart with a row for each of so many things; otherwise it fills its place. */
  readonly height?: number
}

export function ChartBox({ canvas, label, className, testId, height }: ChartBoxProps) {
  return (
    <div className={`chart-box ${className ?? ""}`} style={height === undefined ? undefined : { height }}>
      <canvas ref={canvas} role="img" aria-label={label} data-testid={testId} />
    </div>
  )
}

/** Tells the figures of the moment; cheap enough for every frame, since nothing is laid out. */
export function describe(canvas: RefObject<HTMLCanvasElement | null>, text: string): void {
  canvas.current?.setAttribute("aria-label", text)
}
