/** Cohorts: the ways to slice accounts, and what a threshold does to each slice. */
import { LANGUAGES } from "../evidence/evidence.ts"
import type { RunColumns, RunManifest } from "../run.ts"
import { falsePositiveRate, recall } from "./confusion.ts"
import { falsePositiveRateInterval, type Interval, isTooSmall, recallInterval } from "./intervals.ts"
import type { CohortColumn, ScoreIndex } from "./score-index.ts"

export interface Cohorts extends CohortColumn {
  /** By cohort number: an archetype's id, a language's code, or a band such as "100-999", "<30" or "730+". */
  readonly names: readonly string[]
}

export const COHORT_KINDS = ["archetype", "language", "followers", "age"] as const
export type CohortKind = (typeof COHORT_KINDS)[number]

/** Where bands of followers begin; the first band lies below. */
const FOLLOWER_BANDS = [100, 1_000, 10_000, 100_000]
/** Days: a month, half a year, two years. */
const AGE_BANDS = [30, 180, 730]

/** One line of the table. */
export interface CohortRow {
  readonly name: string
  /** Judged accounts of each class. */
  readonly authentic: number
  readonly managed: number
  /** Accounts without a score. */
  readonly missing: number
  readonly truePositives: number
  readonly falsePositives: number
  /** NaN without authentic accounts, its interval then [0, 1]. */
  readonly falsePositiveRate: number
  readonly falsePositiveRateInterval: Interval
  /** NaN without AI-managed accounts, its interval then [0, 1]. */
  readonly recall: number
  readonly recallInterval: Interval
  /** Too few authentic accounts to judge the false-positive rate by. */
  readonly authenticTooSmall: boolean
  /** Too few AI-managed accounts to judge recall by. */
  readonly managedTooSmall: boolean
}

/** Cohorts of one kind over the accounts of a run. */
export function cohortsOf(
  kind: CohortKind,
  columns: Pick<RunColumns, "archetype" | "language" | "followers" | "ageDays">,
  archetypes: RunManifest["archetypes"],
): Cohorts {
  switch (kind) {
    case "archetype":
      return byArchetype(columns, archetypes)
    case "language":
      return byLanguage(columns)
    case "followers":
      return byFollowers(columns)
    case "age":
      return byAge(columns)
  }
}

export function byArchetype(
  columns: Pick<RunColumns, "archetype">,
  archetypes: RunManifest["archetypes"],
): Cohorts {
  return { of: columns.archetype, count: archetypes.length, names: archetypes.map(({ id }) => id) }
}

export function byLanguage(columns: Pick<RunColumns, "language">): Cohorts {
  return { of: columns.language, count: LANGUAGES.length, names: LANGUAGES }
}

/** Below 100 followers, then a band for each power of ten up to 100,000 and more. */
export function byFollowers(columns: Pick<RunColumns, "followers">): Cohorts {
  return inBands(columns.followers, FOLLOWER_BANDS)
}

/**
 * Days since registration at the start of the period: below 30 (accounts that registered later among them), below
 * half a year, below two years, older. Accounts of unknown age (NaN), if any, are a cohort "unknown".
 */
export function byAge(columns: Pick<RunColumns, "ageDays">): Cohorts {
  return inBands(columns.ageDays, AGE_BANDS)
}

/** One row a cohort, in the cohorts' order. `index` must have been made with the cohorts of these names. */
export function cohortTable(
  index: ScoreIndex,
  names: readonly string[],
  threshold: number,
  confidence = 0.95,
): CohortRow[] {
  if (names.length !== index.cohortCount) {
    throw new RangeError(
      `names must have one value for each of ${index.cohortCount} cohorts, got ${names.length}`,
    )
  }
  return names.map((name, cohort) => cohortRow(index, cohort, name, threshold, confidence))
}

function cohortRow(
  index: ScoreIndex,
  cohort: number,
  name: string,
  threshold: number,
  confidence: number,
): CohortRow {
  const confusion = index.cohortConfusionAt(cohort, threshold)
  const counts = index.cohortCounts(cohort)
  return {
    name,
    authentic: counts.authentic,
    managed: counts.managed,
    missing: counts.missing,
    truePositives: confusion.truePositives,
    falsePositives: confusion.falsePositives,
    falsePositiveRate: falsePositiveRate(confusion),
    falsePositiveRateInterval: falsePositiveRateInterval(confusion, confidence),
    recall: recall(confusion),
    recallInterval: recallInterval(confusion, confidence),
    authenticTooSmall: isTooSmall(counts.authentic),
    managedTooSmall: isTooSmall(counts.managed),
  }
}

function inBands(values: Float32Array | Uint32Array, starts: readonly number[]): Cohorts {
  const unknown = starts.length + 1
  let anyUnknown = false
  const of = new Uint8Array(values.length)
  for (let account = 0; account < values.length; account++) {
    const value = values[account]
    let band = 0
    if (Number.isNaN(value)) {
      band = unknown
      anyUnknown = true
    } else while (band < starts.length && value >= starts[band]) band++
    of[account] = band
  }
  const names = [...bandNames(starts), ...(anyUnknown ? ["unknown"] : [])]
  return { of, count: names.length, names }
}

/** "<100", "100-999", "1000+": whole numbers, both ends included. */
function bandNames(starts: readonly number[]): string[] {
  const between = starts.slice(1).map((next, at) => `${starts[at]}-${next - 1}`)
  return [`<${starts[0]}`, ...between, `${starts[starts.length - 1]}+`]
}
