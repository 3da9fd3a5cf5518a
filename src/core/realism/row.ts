/**
 * Realism: whether a generated population shows the statistics that are published about real ones.
 * A row states one published statistic, where it is from, and how to take it of a population.
 */
import type { Population } from "./population.ts"

export const REALISM_GROUPS = ["behaviour", "text", "media", "network", "reports"] as const
export type RealismGroup = (typeof REALISM_GROUPS)[number]

/** How well a published value is known: computed from raw data, stated by a paper, or second-hand. */
export type Certainty = "measured" | "paper" | "soft"

export interface Target {
  /** Lower-case words joined by hyphens; never changes. */
  readonly id: string
  /** What is measured, of whom, in English. */
  readonly title: string
  readonly side: "authentic" | "managed" | "all"
  /** "share", "seconds", "hours", "bits", "count", "" for a pure number. */
  readonly unit: string
  /** Least and greatest value that agrees with what is published, both included. */
  readonly published: readonly [number, number]
  readonly certainty: Certainty
  readonly source: string
  /**
   * A sanity check rather than a published statistic: it states a direction, a limit of ours or a parameter of the
   * scenario, so that meeting it says that nothing is broken and not that anything is real. Counted apart.
   */
  readonly check?: boolean
}

/** A statistic of the generated population with its 95 % interval. */
export interface Estimate {
  readonly value: number
  readonly interval: readonly [number, number]
  /** What it was taken of: accounts, notes, pairs. */
  readonly count: number
}

/** Why a row does not apply to a population. */
export interface NotApplicable {
  readonly why: string
}

/** One row: the target, and how to take it of what the domain collected. */
export interface RowOf<Sample> extends Target {
  readonly estimate: (sample: Sample) => Estimate | NotApplicable
}

/** The rows of one part of the generator, measured on one pass over the population. */
export interface Domain<Sample> {
  readonly group: RealismGroup
  readonly collect: (population: Population) => Sample
  readonly rows: readonly RowOf<Sample>[]
}

export const defineDomain = <Sample>(domain: Domain<Sample>): Domain<Sample> => domain

/**
 * A published value without a range of its own: met within a tenth of it, and within `least` either way where the
 * scale makes a tenth of a value near zero meaningless (a coefficient in [-1, 1]).
 */
export const about = (value: number, least = 0): readonly [number, number] => {
  const slack = Math.max(least, Math.abs(value) * 0.1)
  return [value - slack, value + slack]
}

/** A row of the report. */
export interface RealismRow extends Target {
  readonly group: RealismGroup
  readonly check: boolean
  /** Null where the row does not apply. */
  readonly generated: number | null
  readonly interval: readonly [number, number] | null
  readonly count: number
  /** Whether the interval meets the published range; null where the row does not apply. */
  readonly met: boolean | null
  /** Why it does not apply. */
  readonly why: string | null
}

/** Takes all rows of a domain. */
export function measure<Sample>(
  { group, collect, rows }: Domain<Sample>,
  population: Population,
): RealismRow[] {
  const sample = collect(population)
  return rows.map(({ estimate, check = false, ...target }) => {
    const found = estimate(sample)
    if ("why" in found)
      return { ...target, group, check, generated: null, interval: null, count: 0, met: null, why: found.why }
    requireNumbers(target.id, found)
    return {
      ...target,
      group,
      check,
      generated: found.value,
      interval: found.interval,
      count: found.count,
      met: found.interval[1] >= target.published[0] && found.interval[0] <= target.published[1],
      why: null,
    }
  })
}

/** A row that cannot be taken says why; one that comes to no number without a reason is a defect of the row. */
function requireNumbers(id: string, { value, interval }: Estimate): void {
  if ([value, ...interval].every(Number.isFinite)) return
  throw new Error(
    `realism row ${id} comes to ${value} [${interval.join(", ")}] and gives no reason why it does not apply`,
  )
}
