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

export const meanEffort = ({ behaviour, content, network }: Efforts): number =>
  mean(behaviour, content, network)

/** What evading costs is in proportion to this. */
export const meanSquare = ({ behaviour, content, network }: Efforts): number =>
  mean(behaviour * behaviour, content * content, network * network)

/** Of equal values that very value, to the last bit, so that equal efforts cost what one effort did. */
const mean = (a: number, b: number, c: number) => a + (b - a + (c - a)) / 3
