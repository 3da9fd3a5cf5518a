/**
 * A short tour of the first screen. It starts by itself at the first visit and from the header's button, and is left by
 * Escape, by its button, or by doing anything elsewhere: it neither traps the focus nor covers what it tells of.
 */
import { Button, Paper } from "@mantine/core"
import { useEffect, useId, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react"
import { useT } from "../i18n/index.ts"
import { usePlace } from "../state/location.ts"
import { useStore } from "../state/store.ts"
import { goToStep, isTourSeen, leaveTour, startTour, tour } from "../state/tour.ts"
import { type Box, placeBeside } from "./placing.ts"
import { stepsOnScreen, stepToShow, type TourStep, targetOf } from "./steps.ts"
import "./tour.css"

export function Tour() {
  const { open } = useStore(tour)
  const { view } = usePlace()
  useFirstVisit()
  // Its steps are of this screen only.
  useEffect(() => {
    if (view !== "trade-offs") leaveTour()
  }, [view])
  return open ? <CurrentStep /> : null
}

function CurrentStep() {
  const { step: gone } = useStore(tour)
  useSyncExternalStore(watchScreen, stepIds)
  const steps = stepsOnScreen()
  const step = stepToShow(steps, gone)
  return step ? <Step key={step.id} step={step} steps={steps} /> : null
}

/** What the screen has may still be loading, so a step is decided upon only when it is reached. */
function watchScreen(changed: () => void): () => void {
  const watcher = new MutationObserver(changed)
  watcher.observe(document.body, { childList: true, subtree: true })
  return () => watcher.disconnect()
}

const stepIds = (): string =>
  stepsOnScreen()
    .map(({ id }) => id)
    .join()

/** Starts once there is something to tell of: the run is on the screen, and there is a list to choose another from. */
function useFirstVisit(): void {
  useEffect(() => {
    if (isTourSeen()) return
    const start = () => {
      const ids = stepsOnScreen().map(({ id }) => id)
      if (!ids.includes("run") || !ids.includes("figures")) return
      stop()
      if (!isTourSeen()) startTour()
    }
    const stop = watchScreen(start)
    start()
    return stop
  }, [])
}

interface StepProps {
  readonly step: TourStep
  /** Those on the screen, this one among them. */
  readonly steps: readonly TourStep[]
}

function Step({ step, steps }: StepProps) {
  const t = useT()
  const at = steps.indexOf(step)
  const [previous, next] = [steps[at - 1], steps[at + 1]]
  const [title, text] = [useId(), useId()]
  const box = useRef<HTMLDivElement>(null)
  const target = useTargetBox(step)
  const [place, setPlace] = useState({ left: 0, top: 0 })

  useLayoutEffect(() => {
    if (!box.current || !target) return
    const { width, height } = box.current.getBoundingClientRect()
    setPlace(placeBeside(target, { width, height }, { width: window.innerWidth, height: window.innerHeight }))
  }, [target])
  useFocusWithin(box)
  useLeaving(box)

  return (
    <>
      {target ? <div className="tour-light" style={target} aria-hidden="true" /> : null}
      <Paper
        ref={box}
        withBorder
        shadow="lg"
        role="dialog"
        aria-modal="false"
        aria-labelledby={title}
        aria-describedby={text}
        tabIndex={-1}
        className="tour"
        style={place}
        data-testid="tour"
        data-step={step.id}
      >
        <h2 id={title}>{t(`tour.${step.id}.title`)}</h2>
        <p id={text}>{t(`tour.${step.id}`)}</p>
        <div className="tour-foot">
          <span className="facts">{t("tour.at", { at: at + 1, of: steps.length })}</span>
          <Button size="xs" variant="subtle" color="gray" onClick={leave}>
            {t("tour.leave")}
          </Button>
          {previous ? (
            <Button size="xs" variant="default" onClick={() => goToStep(previous.id)}>
              {t("tour.back")}
            </Button>
          ) : null}
          <Button size="xs" onClick={() => (next ? goToStep(next.id) : leave())}>
            {t(next ? "tour.next" : "tour.done")}
          </Button>
        </div>
      </Paper>
    </>
  )
}

/** The button that starts the tour has the focus afterwards: so that one knows where it can be had again. */
function leave(): void {
  leaveTour()
  document.querySelector<HTMLElement>("[data-testid=tour-start]")?.focus()
}

/** Where the target is; it may move as the page settles, is scrolled or resized. */
function useTargetBox(step: TourStep): Box | null {
  const [box, setBox] = useState<Box | null>(null)
  useLayoutEffect(() => {
    bringIntoView(targetOf(step))
    let frame = 0
    const look = () => {
      const found = targetOf(step)?.getBoundingClientRect()
      setBox((known) => (found && !(known && sameBox(known, found)) ? boxOf(found) : known))
      frame = window.requestAnimationFrame(look)
    }
    look()
    return () => window.cancelAnimationFrame(frame)
  }, [step])
  return box
}

/** Scrolls the view only; scrollIntoView would also scroll what is not meant to move, the page around it. */
function bringIntoView(target: HTMLElement | null): void {
  const view = target?.closest("main")
  if (!target || !view) return
  const { top, height } = target.getBoundingClientRect()
  const { top: viewTop, height: viewHeight } = view.getBoundingClientRect()
  view.scrollTop += top - viewTop - Math.max(0, (viewHeight - height) / 2)
}

const boxOf = ({ left, top, width, height }: Box): Box => ({ left, top, width, height })

const sameBox = (a: Box, b: Box) =>
  a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height

/** A new step is read out: the focus goes to it. */
function useFocusWithin(box: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
  }, [box])
}

/** Escape, and whatever is done elsewhere with the pointer, leaves the tour. */
function useLeaving(box: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") leave()
    }
    const onPointer = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) leaveTour()
    }
    // Before others see it: a hint that is shown would take Escape for itself.
    document.addEventListener("keydown", onKey, true)
    document.addEventListener("pointerdown", onPointer, true)
    return () => {
      document.removeEventListener("keydown", onKey, true)
      document.removeEventListener("pointerdown", onPointer, true)
    }
  }, [box])
}
