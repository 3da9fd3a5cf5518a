/** Whom one layer alone catches: AI-managed accounts that some of its detectors flag and none of another layer's. */
import type { Catches } from "../../../core/evaluation/index.ts"

/** Accounts by archetype, the most first, as `Catches.aloneByArchetype`. */
export interface SoleCatches {
  readonly accounts: number
  readonly byArchetype: Catches["aloneByArchetype"]
}

export interface SoleCatchesInput {
  /** Each detector's layer and own threshold; Infinity, or NaN in its place, flags nobody. */
  readonly detectors: readonly { readonly id: string; readonly layer: string; readonly threshold: number }[]
  /** By detector id, NaN where missing. */
  readonly scores: Readonly<Record<string, Float32Array>>
  /** 1 for AI-managed, one an account. */
  readonly label: Uint8Array
  /** Index into `archetypes`, one an account. */
  readonly archetype: Uint8Array
  readonly archetypes: readonly string[]
}

export function soleCatchesOfLayers(input: SoleCatchesInput): ReadonlyMap<string, SoleCatches> {
  const { detectors, scores, label, archetype, archetypes } = input
  const layers = [...new Set(detectors.map(({ layer }) => layer))]
  const flagging = detectors.map(({ id, layer, threshold }) => ({
    column: scores[id]!,
    layer: layers.indexOf(layer),
    threshold,
  }))
  const counts = layers.map(() => new Uint32Array(archetypes.length))
  for (let account = 0; account < label.length; account++) {
    if (label[account] !== 1) continue
    let only = -1
    for (const { column, layer, threshold } of flagging) {
      if (!(column[account]! >= threshold) || layer === only) continue
      if (only >= 0) {
        only = -1
        break
      }
      only = layer
    }
    if (only >= 0) counts[only]![archetype[account]!]!++
  }
  return new Map(layers.map((layer, at) => [layer, told(counts[at]!, archetypes)]))
}

function told(counts: Uint32Array, archetypes: readonly string[]): SoleCatches {
  const byArchetype = archetypes
    .map((archetype, at) => ({ archetype, accounts: counts[at]! }))
    .filter(({ accounts }) => accounts > 0)
    .sort((p, q) => q.accounts - p.accounts)
  return { accounts: counts.reduce((sum, count) => sum + count, 0), byArchetype }
}
