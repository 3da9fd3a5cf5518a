/** Drags caps along the rows of the cohort chart; a double click sets one where there is none. */
import type { Chart } from "chart.js"
import { type RefObject, useEffect, useRef } from "react"

/** Caps that can be told apart on the screen and in the address. */
const LEAST_CAP = 0.0001
const MOST_CAP = 0.9999

/** Pixels around a tick within which it is grabbed. */
const REACH = 12

/** Three significant digits, within what a cap may be. */
export function snapCap(rate: number): number {
  return Math.min(MOST_CAP, Math.max(LEAST_CAP, Number(rate.toPrecision(3))))
}

interface Moves {
  readonly move: (id: string, maxFpr: number) => void
  readonly rest: () => void
}

export function useCapDrag(
  canvas: RefObject<HTMLCanvasElement | null>,
  chart: RefObject<Chart | null>,
  cohorts: readonly { readonly id: string }[],
  caps: Moves | undefined,
  capOf: (id: string) => number | undefined,
): void {
  const latest = useRef({ caps, capOf })
  latest.current = { caps, capOf }
  useEffect(() => {
    const target = canvas.current
    if (!target) return
    let dragged: string | null = null

    function at(event: MouseEvent): { id: string; rate: number; x: number } | null {
      const scales = chart.current?.scales
      if (!target || !scales?.x || !scales.y) return null
      const box = target.getBoundingClientRect()
      const x = event.clientX - box.left
      const cohort = cohorts[Math.round(scales.y.getValueForPixel(event.clientY - box.top) ?? -1)]
      return cohort ? { id: cohort.id, rate: scales.x.getValueForPixel(x) ?? 0, x } : null
    }
    function grabbed(event: MouseEvent): string | null {
      const found = at(event)
      const cap = found && latest.current.capOf(found.id)
      const tick = cap === undefined || cap === null ? null : chart.current?.scales.x?.getPixelForValue(cap)
      return found && tick !== null && tick !== undefined && Math.abs(tick - found.x) <= REACH
        ? found.id
        : null
    }
    function down(event: PointerEvent): void {
      if (event.button !== 0 || event.ctrlKey || !latest.current.caps) return
      dragged = grabbed(event)
      if (dragged !== null) target?.setPointerCapture(event.pointerId)
    }
    function move(event: PointerEvent): void {
      if (!target || !latest.current.caps) return
      if (dragged === null) {
        target.style.cursor = grabbed(event) === null ? "" : "ew-resize"
        return
      }
      const scale = chart.current?.scales.x
      const rate = scale?.getValueForPixel(event.clientX - target.getBoundingClientRect().left)
      if (rate !== undefined) latest.current.caps.move(dragged, snapCap(rate))
    }
    function release(): void {
      if (dragged !== null) latest.current.caps?.rest()
      dragged = null
    }
    function set(event: MouseEvent): void {
      const found = at(event)
      if (!found || !latest.current.caps) return
      latest.current.caps.move(found.id, snapCap(found.rate))
      latest.current.caps.rest()
    }

    target.addEventListener("pointerdown", down)
    target.addEventListener("pointermove", move)
    target.addEventListener("pointerup", release)
    target.addEventListener("pointercancel", release)
    target.addEventListener("dblclick", set)
    return () => {
      target.removeEventListener("pointerdown", down)
      target.removeEventListener("pointermove", move)
      target.removeEventListener("pointerup", release)
      target.removeEventListener("pointercancel", release)
      target.removeEventListener("dblclick", set)
    }
  }, [canvas, chart, cohorts])
}
