/**
 * Where the page is. It lives in the address's fragment, so the session's token in the query never mixes
 * with it, and reload or sharing brings the same picture back.
 */
import { useSyncExternalStore } from "react"
import { formatPlace, type Place, parsePlace } from "./place.ts"

let current = parsePlace(window.location.hash)
const listeners = new Set<() => void>()

function accept(place: Place): void {
  current = place
  for (const listener of listeners) listener()
}

window.addEventListener("hashchange", () => accept(parsePlace(window.location.hash)))
window.addEventListener("popstate", () => accept(parsePlace(window.location.hash)))

export function currentPlace(): Place {
  return current
}

/** What is gone to, and back from; all else is a control that is moved. */
const STEPS = ["view", "part", "charts", "run", "account", "scenario", "group", "check", "checked"] as const

/** Going somewhere makes an entry in the history; moving a control does not. */
export function goTo(change: Partial<Place>): void {
  const next = { ...current, ...change }
  const isStep = STEPS.some((name) => next[name] !== current[name])
  if (!isStep) {
    replacePlace(change)
    return
  }
  window.history.pushState(null, "", window.location.pathname + window.location.search + formatPlace(next))
  accept(next)
}

/** As goTo, without an entry in the history: for what the address left unsaid. */
export function replacePlace(change: Partial<Place>): void {
  const next = { ...current, ...change }
  window.history.replaceState(null, "", window.location.pathname + window.location.search + formatPlace(next))
  accept(next)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function usePlace(): Place {
  return useSyncExternalStore(subscribe, currentPlace)
}
