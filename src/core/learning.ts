/**
 * Learning from a sibling population: who of it counts as AI-managed, what share of accounts that makes elsewhere, and
 * learning again, from what a run keeps of it, under another definition or without some of the detectors.
 */
import { type FusionSettings, fuse, learnFusion } from "./detection/fusion/fusion.ts"
import type { FusionModel } from "./detection/fusion/model.ts"
import { ScenarioError } from "./errors.ts"
import { type Definition, labelAccounts } from "./policy/definition.ts"
import type { RunLearning, RunManifest } from "./run.ts"

type Sides = readonly { readonly side: "authentic" | "managed" }[]

/** Of the accounts drawn from either side, the share that a definition labels AI-managed; 0 of a side without any. */
export interface LabelledShares {
  readonly managed: number
  readonly authentic: number
}

/** `archetypes`: what the learning set's archetype column counts. */
export function labelledShares(
  { truth, archetype }: Pick<RunLearning, "truth" | "archetype">,
  archetypes: Sides,
  definition: Definition,
): LabelledShares {
  const label = labelAccounts(truth, definition)
  const managed = { accounts: 0, labelled: 0 }
  const authentic = { accounts: 0, labelled: 0 }
  for (let account = 0; account < label.length; account++) {
    const side = archetypes[archetype[account]].side === "managed" ? managed : authentic
    side.accounts++
    side.labelled += label[account]
  }
  const shareOf = ({ accounts, labelled }: typeof managed) => (accounts > 0 ? labelled / accounts : 0)
  return { managed: shareOf(managed), authentic: shareOf(authentic) }
}

/**
 * Share of AI-managed accounts to expect at a prevalence. They are not the same: the prevalence says which archetypes
 * accounts are drawn from, the definition labels each by its truth. The sibling tells how often on either side.
 */
export function expectedLabelShare({ managed, authentic }: LabelledShares, prevalence: number): number {
  return prevalence * managed + (1 - prevalence) * authentic
}

/** Fewer accounts of a class than this are nothing to learn from. */
const LEAST_OF_CLASS = 20

/** Throws a ScenarioError when either class of the learning set is too small. */
export function requireBothClasses(label: Uint8Array): void {
  const managed = label.reduce((sum, value) => sum + value, 0)
  if (Math.min(managed, label.length - managed) >= LEAST_OF_CLASS) return
  throw new ScenarioError([
    `fusion.learning must yield at least ${LEAST_OF_CLASS} AI-managed and ${LEAST_OF_CLASS} authentic accounts to learn ` +
      `from, got ${managed} AI-managed of ${label.length}; raise its accounts or prevalence, or move the definition`,
  ])
}

/** Learns again from what a run keeps, by a definition. */
export interface Relearning {
  /** Ids of the detectors that there are scores of. */
  readonly detectors: readonly string[]
  /** The fusion of some of the detectors, at least one. */
  learn(detectors: readonly string[]): FusionModel
  /** Risk of the run's accounts by the fusion of some of the detectors; of none, the same for all. */
  risk(detectors: readonly string[], scores: Readonly<Record<string, Float32Array>>): Float32Array
}

/** Throws a ScenarioError when the definition leaves too few of a class to learn from. */
export function relearning(manifest: RunManifest, learning: RunLearning, definition: Definition): Relearning {
  const { scenario, fusion } = manifest
  const label = labelAccounts(learning.truth, definition)
  requireBothClasses(label)
  const labelled = labelledShares(learning, manifest.archetypes, definition)
  const labelShare = expectedLabelShare(labelled, scenario.prevalence)
  const settings: FusionSettings = scenario.fusion
  const learn = (detectors: readonly string[]) => {
    const scores = Object.fromEntries(detectors.map((id) => [id, learning.scores[id]]))
    return learnFusion({ seed: fusion.learnedFrom.seed, scores, label }, settings, labelShare)
  }
  return {
    detectors: Object.keys(learning.scores),
    learn,
    risk(detectors, scores) {
      if (detectors.length > 0) return fuse(learn(detectors), scores)
      const [any] = Object.values(scores)
      return new Float32Array(any.length).fill(labelShare)
    },
  }
}
