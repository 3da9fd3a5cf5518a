/** The tour of the first screen: whether it is under way, and whether this browser has seen it. */
import type { TourStep } from "../tour/steps.ts"
import { createStore } from "./store.ts"

export interface TourState {
  readonly open: boolean
  /** The step that was gone to; null for the first, whichever that is on the screen. */
  readonly step: TourStep["id"] | null
}

const SEEN = "assay.tour"

export const tour = createStore<TourState>({ open: false, step: null })

export const isTourSeen = (): boolean => window.localStorage.getItem(SEEN) === "seen"

/** A tour that has begun counts as seen: it does not come back by itself. */
export function startTour(): void {
  window.localStorage.setItem(SEEN, "seen")
  tour.set({ open: true, step: null })
}

export function goToStep(step: TourStep["id"]): void {
  tour.set({ open: true, step })
}

export function leaveTour(): void {
  tour.set({ open: false, step: null })
}
