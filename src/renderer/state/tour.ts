/** The tour of the first screen: whether it is under way, and whether this browser has seen it. */
import { createStore } from "./store.ts"

export interface TourState {
  readonly open: boolean
  /** From 0; of the steps that the screen has. */
  readonly step: number
}

const SEEN = "assay.tour"

export const tour = createStore<TourState>({ open: false, step: 0 })

export const isTourSeen = (): boolean => window.localStorage.getItem(SEEN) === "seen"

/** A tour that has begun counts as seen: it does not come back by itself. */
export function startTour(): void {
  window.localStorage.setItem(SEEN, "seen")
  tour.set({ open: true, step: 0 })
}

export function goToStep(step: number): void {
  tour.set({ open: true, step })
}

export function leaveTour(): void {
  tour.set({ open: false, step: 0 })
}
