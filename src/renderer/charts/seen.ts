/**
 * Draws only what is on the screen: a chart that is scrolled away catches up when it is seen again, or at rest. There,
 * curves that were drawn coarsely while they moved are drawn in full.
 */
import { type RefObject, useEffect, useRef } from "react"
import { type Picture, useDial, useFrame } from "../state/dial.ts"

/** As useFrame, for a chart on a canvas. */
export function useSeenFrame(
  canvas: RefObject<HTMLCanvasElement | null>,
  draw: (picture: Picture) => void,
): void {
  const dial = useDial()
  const seen = useRef(true)
  const missed = useRef(false)
  const coarse = useRef(false)
  const latest = useRef(draw)
  latest.current = draw

  useFrame((picture) => {
    coarse.current ||= picture.moving && picture.curvesMoved
    // All that moved in frames that were missed has to be drawn, so the picture is asked for anew.
    if (!seen.current) missed.current = true
    else if (missed.current) catchUp()
    else latest.current(picture)
  })

  function catchUp(): void {
    missed.current = false
    coarse.current = false
    latest.current(dial.picture())
  }
  const latestCatchUp = useRef(catchUp)
  latestCatchUp.current = catchUp

  useEffect(() => {
    const target = canvas.current
    if (!target) return
    const observer = new IntersectionObserver((entries) => {
      seen.current = entries.at(-1)?.isIntersecting ?? true
      if (seen.current && missed.current) latestCatchUp.current()
    })
    observer.observe(target)
    // What is read out of a chart is right at rest, on the screen or not.
    const ignore = dial.onRest(() => (missed.current || coarse.current) && latestCatchUp.current())
    return () => {
      observer.disconnect()
      ignore()
    }
  }, [canvas, dial])
}
