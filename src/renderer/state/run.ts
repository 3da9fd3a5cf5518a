/** A run as the page holds it: the manifest, the columns, and its accounts labelled by any definition. */
import {
  type CohortKind,
  type Cohorts,
  cohortsOf,
  indexOrdered,
  orderByCohort,
  orderScores,
  type ScoreIndex,
  type ScoreOrder,
} from "../../core/evaluation/index.ts"
import { type Definition, GRADES, gradeAccounts, labelGrades } from "../../core/policy/definition.ts"
import type { RunColumns, RunManifest } from "../../core/run.ts"
import { api } from "../api/client.ts"
import { readColumns, readRisk } from "../api/columns.ts"

export interface CohortIndex {
  readonly cohorts: Cohorts
  readonly index: ScoreIndex
}

/** The accounts as a definition has it. */
export interface LabelledRun {
  readonly definition: Definition
  /** Index into GRADES, one an account. */
  readonly grade: Uint8Array
  /** 1 for AI-managed, one an account. */
  readonly label: Uint8Array
  /** Accounts of each grade, with a risk score or without; as GRADES. */
  readonly gradeCounts: readonly number[]
  /** Over the risk score. */
  readonly index: ScoreIndex
  /** The share of AI-managed accounts among those judged. */
  readonly prevalence: number
  /** Built on first use, then kept. */
  cohortIndex(kind: CohortKind): CohortIndex
}

export interface LoadedRun {
  readonly manifest: RunManifest
  /** Its risks are those of a fusion without the detectors that are off. */
  readonly columns: RunColumns
  /** Accounts with a risk, from the lowest on: the same whatever the definition. */
  readonly order: ScoreOrder
  /** Ids of the detectors that are switched off. */
  readonly off: readonly string[]
  /** The run with all its detectors: itself, when none is off. */
  readonly whole: LoadedRun
  /** The same object for equal definitions, as long as they follow each other or are the scenario's own. */
  labelledBy(definition: Definition): LabelledRun
}

export const sameDefinition = (a: Definition, b: Definition): boolean =>
  a.automation === b.automation && a.oversight === b.oversight && a.days === b.days

export function holdRun(
  manifest: RunManifest,
  columns: RunColumns,
  without?: { readonly off: readonly string[]; readonly whole: LoadedRun },
): LoadedRun {
  // Scores do not move with the definition, nor do cohorts: sorted and dealt out once.
  const order = orderScores(columns.risk)
  const dealtByKind = new Map<CohortKind, { cohorts: Cohorts; orders: readonly ScoreOrder[] }>()
  function dealt(kind: CohortKind) {
    let found = dealtByKind.get(kind)
    if (!found) {
      const cohorts = cohortsOf(kind, columns, manifest.archetypes)
      found = { cohorts, orders: orderByCohort(order, cohorts) }
      dealtByKind.set(kind, found)
    }
    return found
  }
  function labelAnew(definition: Definition): LabelledRun {
    const grade = gradeAccounts(columns.truth, definition)
    const label = labelGrades(grade)
    const index = indexOrdered(order, label)
    const byKind = new Map<CohortKind, CohortIndex>()
    return {
      definition,
      grade,
      label,
      gradeCounts: countGrades(grade),
      index,
      prevalence: index.managed / index.judged,
      cohortIndex(kind) {
        let found = byKind.get(kind)
        if (!found) {
          const { cohorts, orders } = dealt(kind)
          found = { cohorts, index: indexOrdered(order, label, orders) }
          byKind.set(kind, found)
        }
        return found
      },
    }
  }

  let own: LabelledRun | null = null
  let last: LabelledRun | null = null
  const held: LoadedRun = {
    manifest,
    columns,
    order,
    off: without?.off ?? [],
    get whole() {
      return without?.whole ?? held
    },
    labelledBy(definition) {
      if (sameDefinition(definition, manifest.scenario.definition)) {
        own ??= labelAnew(definition)
        return own
      }
      if (last === null || !sameDefinition(definition, last.definition)) last = labelAnew(definition)
      return last
    },
  }
  return held
}

function countGrades(grade: Uint8Array): readonly number[] {
  const count = new Uint32Array(GRADES.length)
  for (let account = 0; account < grade.length; account++) count[grade[account]!]!++
  return [...count]
}

export async function loadRun(id: string): Promise<LoadedRun> {
  const [manifest, bytes] = await Promise.all([api.manifest(id), api.columns(id)])
  return holdRun(manifest, readColumns(bytes, manifest.accounts))
}

/** The run with some of its detectors switched off: other risks for the same accounts. */
export async function switchOff(whole: LoadedRun, off: readonly string[]): Promise<LoadedRun> {
  const { manifest, columns } = whole
  const risk = readRisk(await api.risk(manifest.id, off), manifest.accounts)
  return holdRun(manifest, { ...columns, risk }, { off, whole })
}
