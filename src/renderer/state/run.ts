/** A run as the page holds it: the manifest, the columns, and its accounts labelled by any definition. */
import {
  type CohortKind,
  type Cohorts,
  cohortsOf,
  indexRanked,
  NO_RANK,
  orderByCohort,
  orderScores,
  RankedLabels,
  ranksOf,
  type ScoreIndex,
  type ScoreOrder,
} from "../../core/evaluation/index.ts"
import {
  type Definition,
  GRADES,
  gradeAccounts,
  isManagedGrade,
  labelGrades,
} from "../../core/policy/definition.ts"
import { orderTruth, regrade } from "../../core/policy/regrade.ts"
import type { RunColumns, RunManifest } from "../../core/run.ts"
import { api } from "../api/client.ts"
import { readColumns, readReports, readRisk } from "../api/columns.ts"

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
  /** How many each account got; null where the run does not know. */
  readonly reports: Float32Array | null
  /** Accounts with a risk, from the lowest on: the same whatever the definition. */
  readonly order: ScoreOrder
  /** Ids of the detectors that are switched off. */
  readonly off: readonly string[]
  /** The run with all its detectors: itself, when none is off. */
  readonly whole: LoadedRun
  /** The same object for equal definitions, as long as they follow each other or are the scenario's own. */
  labelledBy(definition: Definition): LabelledRun
}

/** The accounts dealt out by cohort. */
interface Dealt {
  readonly cohorts: Cohorts
  readonly orders: readonly ScoreOrder[]
  /** Each account's rank within its cohort. */
  readonly ranks: Uint32Array
}

interface Labels {
  readonly definition: Definition
  readonly grade: Uint8Array
  /** Accounts of each grade. */
  readonly counts: readonly number[]
  readonly label: Uint8Array
  readonly all: RankedLabels
}

/** Labels as the next ones are made from. */
interface Labelling extends LabelledRun {
  readonly all: RankedLabels
  /** Labels of the cohorts that were asked for. */
  readonly made: ReadonlyMap<CohortKind, readonly RankedLabels[]>
}

/** Ranks of those accounts that have one. */
function* ranked(ranks: Uint32Array, accounts: readonly number[]): Generator<number> {
  for (const account of accounts) if (ranks[account] !== NO_RANK) yield ranks[account]!
}

export const sameDefinition = (a: Definition, b: Definition): boolean =>
  a.automation === b.automation && a.oversight === b.oversight && a.days === b.days

export function holdRun(
  manifest: RunManifest,
  columns: RunColumns,
  reports: Float32Array | null = null,
  without?: { readonly off: readonly string[]; readonly whole: LoadedRun },
): LoadedRun {
  // Scores do not move with the definition, nor do cohorts: sorted and dealt out once.
  const order = orderScores(columns.risk)
  const ranks = ranksOf([order], manifest.accounts)
  const byTruth = orderTruth(columns.truth)
  const dealtByKind = new Map<CohortKind, Dealt>()
  function dealt(kind: CohortKind): Dealt {
    let found = dealtByKind.get(kind)
    if (!found) {
      const cohorts = cohortsOf(kind, columns, manifest.archetypes)
      const orders = orderByCohort(order, cohorts)
      found = { cohorts, orders, ranks: ranksOf(orders, manifest.accounts) }
      dealtByKind.set(kind, found)
    }
    return found
  }
  function labelFirst(definition: Definition): Labelling {
    const grade = gradeAccounts(columns.truth, definition)
    const label = labelGrades(grade)
    const counts = countGrades(grade)
    return labelling({ definition, grade, counts, label, all: RankedLabels.of(order, label) }, new Map())
  }
  /** From labels by another definition: only the accounts whose label changed are visited, wherever that is enough. */
  function labelAnew(before: Labelling, definition: Definition): Labelling {
    const { grade, changed } = regrade(columns.truth, byTruth, before, definition)
    const label = before.label.slice()
    const counts = [...before.gradeCounts]
    const flipped: number[] = []
    for (const account of changed) {
      counts[before.grade[account]!]!--
      counts[grade[account]!]!++
      if (isManagedGrade(grade[account]!) === isManagedGrade(before.grade[account]!)) continue
      label[account]! ^= 1
      flipped.push(account)
    }
    const made = new Map(
      [...before.made].map(([kind, ranked]) => [kind, () => flipCohorts(kind, ranked, flipped)]),
    )
    const all = before.all.flipped(ranked(ranks, flipped))
    return labelling({ definition, grade, counts, label, all }, made)
  }
  function flipCohorts(kind: CohortKind, before: readonly RankedLabels[], flipped: readonly number[]) {
    const { cohorts, ranks } = dealt(kind)
    const byCohort = before.map((): number[] => [])
    for (const account of flipped)
      if (ranks[account] !== NO_RANK) byCohort[cohorts.of[account]!]!.push(ranks[account]!)
    return before.map((labels, at) => (byCohort[at]!.length > 0 ? labels.flipped(byCohort[at]!) : labels))
  }
  /** `derive`: how to come by the labels of cohorts whose former ones are known. */
  function labelling(
    { definition, grade, counts, label, all }: Labels,
    derive: ReadonlyMap<CohortKind, () => readonly RankedLabels[]>,
  ): Labelling {
    const index = indexRanked(all)
    const made = new Map<CohortKind, readonly RankedLabels[]>()
    const byKind = new Map<CohortKind, CohortIndex>()
    return {
      definition,
      grade,
      label,
      all,
      made,
      gradeCounts: counts,
      index,
      prevalence: index.managed / index.judged,
      cohortIndex(kind) {
        let found = byKind.get(kind)
        if (!found) {
          const { cohorts, orders } = dealt(kind)
          const ranked = derive.get(kind)?.() ?? orders.map((cohort) => RankedLabels.of(cohort, label))
          made.set(kind, ranked)
          found = { cohorts, index: indexRanked(all, ranked) }
          byKind.set(kind, found)
        }
        return found
      },
    }
  }

  let own: Labelling | null = null
  let last: Labelling | null = null
  const held: LoadedRun = {
    manifest,
    columns,
    reports,
    order,
    off: without?.off ?? [],
    get whole() {
      return without?.whole ?? held
    },
    labelledBy(definition) {
      if (last !== null && sameDefinition(definition, last.definition)) return last
      if (sameDefinition(definition, manifest.scenario.definition)) {
        own ??= labelFirst(definition)
        return own
      }
      const before = last ?? own
      last = before ? labelAnew(before, definition) : labelFirst(definition)
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
  return holdRun(manifest, readColumns(bytes, manifest.accounts), readReports(bytes, manifest.accounts))
}

/** The run with some of its detectors switched off: other risks for the same accounts. */
export async function switchOff(whole: LoadedRun, off: readonly string[]): Promise<LoadedRun> {
  const { manifest, columns, reports } = whole
  const risk = readRisk(await api.risk(manifest.id, off), manifest.accounts)
  return holdRun(manifest, { ...columns, risk }, reports, { off, whole })
}
