/** Turns the dial's threshold by dragging anywhere in a chart whose x axis is the threshold. */
import type { Chart } from "chart.js"
import { type RefObject, useEffect } from "react"
import { snapThreshold } from "../../core/evaluation/index.ts"
import type { Dial } from "../state/dial.ts"
import type { ThresholdAxis } from "./threshold-axis.ts"

export function useThresholdDrag(
  canvas: RefObject<HTMLCanvasElement | null>,
  chart: RefObject<Chart | null>,
  dial: Dial,
  axis: ThresholdAxis,
): void {
  useEffect(() => {
    const target = canvas.current
    if (!target) return

    function follow(event: PointerEvent): void {
      const scale = chart.current?.scales.x
      if (!scale || !target) return
      const place = scale.getValueForPixel(event.clientX - target.getBoundingClientRect().left) ?? 0
      dial.turn({ threshold: snapThreshold(axis.threshold(place)) })
    }
    function grab(event: PointerEvent): void {
      if (event.button !== 0 || event.ctrlKey) return
      target?.setPointerCapture(event.pointerId)
      follow(event)
    }
    function move(event: PointerEvent): void {
      if (target?.hasPointerCapture(event.pointerId)) follow(event)
    }
    function release(): void {
      dial.rest()
    }

    target.addEventListener("pointerdown", grab)
    target.addEventListener("pointermove", move)
    target.addEventListener("pointerup", release)
    target.addEventListener("pointercancel", release)
    return () => {
      target.removeEventListener("pointerdown", grab)
      target.removeEventListener("pointermove", move)
      target.removeEventListener("pointerup", release)
      target.removeEventListener("pointercancel", release)
    }
  }, [canvas, chart, dial, axis])
}
