/** Zooming by drawing a box; a double click shows all again. */
import type { Chart } from "chart.js"
import type { ZoomPluginOptions } from "chartjs-plugin-zoom/types/options"
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

export function showAll(chart: Chart | null): void {
  chart?.resetZoom("none")
}
