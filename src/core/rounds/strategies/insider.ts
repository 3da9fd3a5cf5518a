/**
 * Knows the fusion: evades on each layer in proportion to what that layer would add to its caught accounts' risk if it
 * did not evade there. For so much money, which goes with the sum of squares, nothing lowers the sum of log-odds more,
 * as long as they fall with the trace that remains. Whoever lost nothing leaves well alone.
 */
import { EFFORT_LAYERS, type Efforts, eachEffort } from "../../population/efforts.ts"
import { remains } from "../../population/traits.ts"
import type { Strategy } from "../strategy.ts"

export const insider: Strategy = {
  name: "insider",
  replaces: true,
  sees: "fusion",
  answer({ efforts, affordable }, pull) {
    const worth = eachEffort((layer) => Math.max(0, pull[layer]) / remains(efforts[layer]))
    return inProportion(worth, affordable) ?? efforts
  },
}

/** Efforts of at most 1 in proportion to `worth` whose squares sum to `affordable`, where 1 allows; null of no worth. */
function inProportion(worth: Efforts, affordable: number): Efforts | null {
  const full = new Set<keyof Efforts>()
  // Each time around at least one more layer is full, so three times suffice.
  for (;;) {
    const rest = EFFORT_LAYERS.filter((layer) => worth[layer] > 0 && !full.has(layer))
    if (rest.length === 0 && full.size === 0) return null
    const squares = rest.reduce((sum, layer) => sum + worth[layer] ** 2, 0)
    const scale = squares > 0 ? Math.sqrt(Math.max(0, affordable - full.size) / squares) : 0
    const over = rest.filter((layer) => scale * worth[layer] > 1)
    if (over.length === 0) return eachEffort((layer) => (full.has(layer) ? 1 : scale * worth[layer]))
    for (const layer of over) full.add(layer)
  }
}
