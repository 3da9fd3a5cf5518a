/** The realism report: every published statistic that applies, and the generated one beside it. Types only. */
import type { RealismRow } from "./row.ts"

export interface RealismReport {
  readonly scenario: string
  /** Accounts that were measured; a larger scenario is measured on fewer of its kind. */
  readonly accounts: number
  readonly rows: readonly RealismRow[]
  /** Published statistics that are met, of those that apply; sanity checks are not among them. */
  readonly met: number
  /** Of those met, the rows whose value itself lies in the published range, not only its interval's end. */
  readonly within: number
  readonly applicable: number
  /** Rows that are sanity checks and apply, and those of them that are met. */
  readonly checks: number
  readonly checksMet: number
}
