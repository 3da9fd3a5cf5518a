/**
 * A baseline: of a finished run, as much as later runs of the same accounts are compared with. It is committed beside
 * its scenario, so it is small and says what a reviewer wants to see: who is flagged and by whose word. It holds no
 * score; how AI-managed accounts rank among the authentic ones is enough for AUC and for recall at any false-positive
 * rate.
 */

import { indexOfSide } from "../evaluation/comparison/side.ts"
import { type Definition, labelAccounts } from "../policy/definition.ts"
import type { Run } from "../run.ts"
import { confusionFigures } from "./figures.ts"
import { loudestDetectors } from "./loudest.ts"
import { type Rank, ranksAmongAuthentic, withinRate } from "./ranks.ts"
import type { GateFigure } from "./settings.ts"

export const BASELINE_FORMAT = 1

/** By name, in the order of the alphabet wherever a baseline maps names. */
export type ByName<Value> = Readonly<Record<string, Value>>

export interface Baseline {
  readonly format: typeof BASELINE_FORMAT
  /** The scenario's name. */
  readonly scenario: string
  /** Id of the run that it was taken from. */
  readonly run: string
  /** SHA-256, hex: of the accounts, and of all that the run is. */
  readonly populationDigest: string
  readonly digest: string
  readonly versions: Readonly<Record<"assay" | "generator", string>>
  readonly definition: Definition
  readonly threshold: number
  readonly accounts: number
  /** AI-managed accounts, by the definition. */
  readonly managed: number
  /** Accounts at or above the threshold, and the AI-managed ones among them. */
  readonly flagged: number
  readonly caught: number
  /** Authentic accounts flagged where 1 % of them are: how many stand in hitAtFpr1. */
  readonly hits: number
  /** null where a figure is undefined. */
  readonly figures: Readonly<Record<GateFigure, number | null>>
  readonly detectors: ByName<{ readonly version: number; readonly auc: number | null }>
  /** Numbers of the flagged accounts, ascending, by archetype and by the detector that speaks loudest for the flag. */
  readonly flaggedBy: ByName<ByName<readonly number[]>>
  /** Numbers of the authentic accounts, ascending, that are flagged where 1 % of them are. */
  readonly hitAtFpr1: readonly number[]
  /** Of the AI-managed accounts of each archetype, in the order of their numbers. */
  readonly ranks: ByName<readonly Rank[]>
}

export function baselineOf(run: Run): Baseline {
  const { manifest, columns } = run
  const { scenario } = manifest
  const label = labelAccounts(columns.truth, scenario.definition)
  const index = indexOfSide({ score: columns.risk, label })
  const { threshold } = scenario
  const rank = ranksAmongAuthentic(columns.risk, label)
  const counted = index.confusionAt(threshold)
  const hitAtFpr1 = rank.authenticWithin(withinRate(index.authentic))
  return {
    format: BASELINE_FORMAT,
    scenario: scenario.name,
    run: manifest.id,
    populationDigest: manifest.populationDigest,
    digest: manifest.digest,
    versions: { assay: manifest.versions.assay, generator: manifest.versions.generator },
    definition: scenario.definition,
    threshold,
    accounts: manifest.accounts,
    managed: index.managed,
    flagged: counted.truePositives + counted.falsePositives,
    caught: counted.truePositives,
    hits: hitAtFpr1.length,
    figures: confusionFigures(counted, rank.ofManaged),
    detectors: byName(manifest.detectors.map(({ id, version, auc }) => [id, { version, auc }])),
    flaggedBy: flaggedBy(run, threshold),
    hitAtFpr1,
    ranks: ranksByArchetype(run, rank.managed, rank.ofManaged),
  }
}

/** The same entries in the order of the alphabet, whatever the machine's language. */
export function byName<Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}

function flaggedBy(run: Run, threshold: number): Baseline["flaggedBy"] {
  const { columns, manifest } = run
  const flagged = [...columns.risk.keys()].filter((account) => columns.risk[account] >= threshold)
  const loudest = loudestDetectors(run, flagged)
  const found = new Map<string, Map<string, number[]>>()
  for (const [at, account] of flagged.entries()) {
    const archetype = manifest.archetypes[columns.archetype[account]].id
    const detectors = found.get(archetype) ?? new Map<string, number[]>()
    found.set(archetype, detectors)
    const accounts = detectors.get(loudest[at]) ?? []
    detectors.set(loudest[at], accounts)
    accounts.push(account)
  }
  return byName([...found].map(([archetype, detectors]) => [archetype, byName(detectors)]))
}

function ranksByArchetype(
  { columns, manifest }: Run,
  managed: Uint32Array,
  ranks: readonly Rank[],
): Baseline["ranks"] {
  const found = new Map<string, Rank[]>()
  for (const [at, account] of managed.entries()) {
    const archetype = manifest.archetypes[columns.archetype[account]].id
    const own = found.get(archetype) ?? []
    found.set(archetype, own)
    own.push(ranks[at])
  }
  return byName(found)
}
