/**
 * What moves is painted over a picture of what does not: a frame of dragging costs one copy of pixels
 * instead of a chart drawn anew.
 */
import type { Chart, Plugin } from "chart.js"

export type Paint = (context: CanvasRenderingContext2D, chart: Chart) => void

export class Overlay {
  private readonly still = document.createElement("canvas")
  /** Whether the picture is of the chart as it was last drawn. */
  private fresh = false
  private keeping = false

  /** Goes into the chart's plugins. */
  readonly plugin: Plugin = {
    id: "overlay",
    afterDraw: (chart) => {
      // While curves move the chart is drawn in every frame, and no picture of it is of use.
      this.fresh = false
      if (this.keeping) this.keep(chart)
      this.paint(chart.ctx, chart)
    },
  }

  constructor(private readonly paint: Paint) {}

  /** Shows the chart as it was last drawn, with what moves in its new place. */
  repaint(chart: Chart): void {
    if (!this.fresh || this.still.width !== chart.canvas.width) {
      this.keeping = true
      chart.draw()
      this.keeping = false
      return
    }
    const { ctx } = chart
    ctx.save()
    ctx.setTransform(1, 0, 0, 1, 0, 0)
    ctx.clearRect(0, 0, this.still.width, this.still.height)
    ctx.drawImage(this.still, 0, 0)
    ctx.restore()
    this.paint(ctx, chart)
  }

  private keep({ canvas }: Chart): void {
    // A chart that is drawn again to be saved, perhaps as an SVG, is not the one on the screen.
    if (!canvas.isConnected) return
    const { width, height } = canvas
    if (width === 0 || height === 0) return
    if (this.still.width !== width) this.still.width = width
    if (this.still.height !== height) this.still.height = height
    const context = this.still.getContext("2d")
    context?.clearRect(0, 0, width, height)
    context?.drawImage(canvas, 0, 0)
    this.fresh = true
  }
}
