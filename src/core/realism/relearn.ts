/** Fusion learned from a part of the sibling population: what it would know had it never met the rest. */
import { type FusionSettings, fuse, type LearningSet, learnFusion } from "../detection/fusion/fusion.ts"

export interface RelearnInput {
  readonly learning: LearningSet
  /** 1 for the accounts of the sibling that fusion may learn from. */
  readonly keep: Uint8Array
  readonly settings: FusionSettings
  readonly labelShare: number
  /** Of the population that is judged, by detector id. */
  readonly scores: Readonly<Record<string, Float32Array>>
}

/** Risk of the population that is judged, one value an account. */
export function relearn({ learning, keep, settings, labelShare, scores }: RelearnInput): Float32Array {
  const kept = (_: number, account: number) => keep[account] === 1
  const part: LearningSet = {
    seed: learning.seed,
    label: learning.label.filter(kept),
    scores: Object.fromEntries(
      Object.entries(learning.scores).map(([id, score]) => [id, score.filter(kept)]),
    ),
  }
  return fuse(learnFusion(part, settings, labelShare), scores)
}
