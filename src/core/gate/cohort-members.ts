/** Cohorts as an expectation names them: an archetype, or kind and name as in `language:en`. */
import { COHORT_KINDS, type CohortKind, cohortsOf } from "../evaluation/cohorts.ts"
import type { RunColumns, RunManifest } from "../run.ts"

/** What of a run its cohorts follow from. */
export interface CohortRun {
  readonly manifest: Pick<RunManifest, "archetypes">
  readonly columns: Pick<RunColumns, "archetype" | "language" | "followers" | "ageDays">
}

export interface Members {
  has(account: number): boolean
}

/** Of a cohort that is none of the run's: what was not known, and what is. */
export interface UnknownCohort {
  readonly name: string
  readonly known: readonly string[]
}

export function membersOf(cohort: string, { columns, manifest }: CohortRun): Members | UnknownCohort {
  const { kind, name } = cohortNamed(cohort)
  if (!isKind(kind)) return { name: kind, known: COHORT_KINDS }
  const { of, names } = cohortsOf(kind, columns, manifest.archetypes)
  const wanted = names.indexOf(name)
  return wanted < 0 ? { name, known: names } : { has: (account) => of[account] === wanted }
}

/** Without a kind it is an archetype. */
export function cohortNamed(cohort: string): { readonly kind: string; readonly name: string } {
  const colon = cohort.indexOf(":")
  if (colon < 0) return { kind: "archetype", name: cohort }
  return { kind: cohort.slice(0, colon), name: cohort.slice(colon + 1) }
}

export const isKind = (kind: string): kind is CohortKind => (COHORT_KINDS as readonly string[]).includes(kind)
