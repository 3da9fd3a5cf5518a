/** A run as the page holds it: the manifest, the columns, labels from truth, and indexes for look-ups. */
import {
  type CohortKind,
  type Cohorts,
  cohortsOf,
  createScoreIndex,
  type ScoreIndex,
} from "../../core/evaluation/index.ts"
import { labelAccounts } from "../../core/policy/definition.ts"
import type { RunColumns, RunManifest } from "../../core/run.ts"
import { api } from "../api/client.ts"
import { readColumns } from "../api/columns.ts"

export interface CohortIndex {
  readonly cohorts: Cohorts
  readonly index: ScoreIndex
}

export interface LoadedRun {
  readonly manifest: RunManifest
  readonly columns: RunColumns
  /** 1 for AI-managed, by the scenario's definition. */
  readonly label: Uint8Array
  /** Over the risk score. */
  readonly index: ScoreIndex
  /** The share of AI-managed accounts among those judged. */
  readonly prevalence: number
  /** Built on first use, then kept. */
  cohortIndex(kind: CohortKind): CohortIndex
}

export function holdRun(manifest: RunManifest, columns: RunColumns): LoadedRun {
  const label = labelAccounts(columns.truth, manifest.scenario.definition)
  const index = createScoreIndex(columns.risk, label)
  const byKind = new Map<CohortKind, CohortIndex>()
  return {
    manifest,
    columns,
    label,
    index,
    prevalence: index.managed / index.judged,
    cohortIndex(kind) {
      let found = byKind.get(kind)
      if (!found) {
        const cohorts = cohortsOf(kind, columns, manifest.archetypes)
        found = { cohorts, index: createScoreIndex(columns.risk, label, cohorts) }
        byKind.set(kind, found)
      }
      return found
    },
  }
}

export async function loadRun(id: string): Promise<LoadedRun> {
  const [manifest, bytes] = await Promise.all([api.manifest(id), api.columns(id)])
  return holdRun(manifest, readColumns(bytes, manifest.accounts))
}
