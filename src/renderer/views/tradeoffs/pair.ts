/** Which two detectors are looked at together, and how: as the address says it. */
import { PAIR_HOWS, type PairHow } from "../../../core/evaluation/index.ts"
import type { DetectorSummary } from "../../../core/run.ts"
import { numberWithin } from "../../state/setting-place.ts"

export interface Pair {
  /** Ids of detectors. */
  readonly x: string
  readonly y: string
  readonly how: PairHow
  /** The chosen thresholds, of x and of y, in [0, 1]; null for those that the page begins with. */
  readonly at: readonly [number, number] | null
}

/** E.g. "co-action or writing-style", or with thresholds "co-action or writing-style 0.2 0.35". */
export const formatPair = ({ x, y, how, at }: Pair) => [x, how, y, ...(at ?? [])].join(" ")

/**
 * What the address says; where that makes no sense in this run, the strongest detector with the strongest of another
 * layer. Null in a run of fewer than two detectors.
 */
export function parsePair(said: string | null, detectors: readonly DetectorSummary[]): Pair | null {
  const [x = "", how, y = "", ...thresholds] = (said ?? "").split(" ")
  const known = (id: string) => detectors.some((detector) => detector.id === id)
  const read = PAIR_HOWS.find((value) => value === how)
  if (read && known(x) && known(y) && x !== y) return { x, y, how: read, at: parseThresholds(thresholds) }
  const strongest = detectors.toSorted((a, b) => (b.auc ?? 0) - (a.auc ?? 0))
  const [first] = strongest
  const second = strongest.find(({ layer }) => layer !== first?.layer) ?? strongest[1]
  return first && second ? { x: first.id, y: second.id, how: "or", at: null } : null
}

function parseThresholds(said: readonly string[]): readonly [number, number] | null {
  const [x, y] = said.map((one) => numberWithin(one, 0, 1))
  return typeof x === "number" && typeof y === "number" ? [x, y] : null
}
