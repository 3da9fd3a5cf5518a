/** A generated population beside a real log: distributions compared, and published rows that the log covers. Types only. */
import type { RealismRow } from "./row.ts"

export const AGAINST_SIDES = ["all", "authentic", "managed"] as const
/** Accounts of the generated population that are held against the log. */
export type AgainstSide = (typeof AGAINST_SIDES)[number]

export interface Quantiles {
  readonly p10: number
  readonly p50: number
  readonly p90: number
  /** Values that they are taken of. */
  readonly count: number
}

/** One statistic of both; null where a side has fewer than 20 values. */
export interface AgainstStatistic {
  readonly id: string
  readonly title: string
  readonly unit: string
  /** Kolmogorov-Smirnov distance of the two distributions, in [0, 1]. */
  readonly distance: number | null
  readonly generated: Quantiles | null
  readonly log: Quantiles | null
}

/** A published row that the log covers: its own value beside the published and the generated one. */
export interface AgainstRow
  extends Pick<
    RealismRow,
    "id" | "title" | "side" | "unit" | "published" | "certainty" | "source" | "generated" | "interval" | "met"
  > {
  readonly log: number | null
  readonly logInterval: readonly [number, number] | null
  /** Whether the log's own interval meets the published range. */
  readonly logMet: boolean | null
}

/** What was read of the log. */
export interface AgainstLog {
  readonly file: string
  readonly accounts: number
  readonly posts: number
  readonly interactions: number
  readonly days: number
}

/** `assay realism --against --json` prints it. */
export interface AgainstReport {
  readonly scenario: string
  readonly side: AgainstSide
  /** Accounts of that side. */
  readonly accounts: number
  readonly days: number
  readonly log: AgainstLog
  readonly statistics: readonly AgainstStatistic[]
  readonly rows: readonly AgainstRow[]
}
