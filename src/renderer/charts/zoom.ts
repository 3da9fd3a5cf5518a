/** Zooming by drawing a box; a double click shows all again. */
import type { Chart } from "chart.js"
import type { ZoomPluginOptions } from "chartjs-plugin-zoom/types/options"
import { type RefObject, useEffect } from "react"
import type { Colours } from "../theme.ts"

export function zoomByDrag(colours: Colours): ZoomPluginOptions {
  return {
    zoom: {
      mode: "xy",
      drag: {
        enabled: true,
        threshold: 8,
        backgroundColor: colours.flagged,
        borderColor: colours.muted,
        borderWidth: 1,
      },
    },
    limits: { x: { min: "original", max: "original" }, y: { min: "original", max: "original" } },
  }
}

export function useShowAll(
  canvas: RefObject<HTMLCanvasElement | null>,
  chart: RefObject<Chart | null>,
): void {
  useEffect(() => {
    const target = canvas.current
    const showAll = () => chart.current?.resetZoom("none")
    target?.addEventListener("dblclick", showAll)
    return () => target?.removeEventListener("dblclick", showAll)
  }, [canvas, chart])
}
