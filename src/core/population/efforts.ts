/**
 * What an operator does to look authentic, apart for each layer that detectors belong to. A plain run's operators spend
 * the same effort on each; those that adapt, in rounds, learn where it pays.
 */
export const EFFORT_LAYERS = ["behaviour", "content", "network"] as const
export type EffortLayer = (typeof EFFORT_LAYERS)[number]

/** Each in [0, 1]: 0 none, 1 all that an operator can. */
export type Efforts = Readonly<Record<EffortLayer, number>>

export const evenly = (effort: number): Efforts => ({ behaviour: effort, content: effort, network: effort })

export const NO_EFFORT = evenly(0)

/** Mean over the layers; of equal efforts to the last bit what one of them yields. */
export function meanOver(
  { behaviour, content, network }: Efforts,
  of: (effort: number) => number = (effort) => effort,
): number {
  const first = of(behaviour)
  return first + (of(content) - first + (of(network) - first)) / 3
}

/** The same done to the effort on each layer. */
export const eachEffort = (of: (layer: EffortLayer) => number): Efforts => ({
  behaviour: of("behaviour"),
  content: of("content"),
  network: of("network"),
})
