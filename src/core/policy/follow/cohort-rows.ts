/** The rows that the funnel is told in: all accounts, and each cohort of each kind; two classes a row. */
import { COHORT_KINDS, type CohortKind, cohortsOf } from "../../evaluation/cohorts.ts"
import { isTooSmall } from "../../evaluation/intervals.ts"
import type { FollowInput } from "./following.ts"

/** The row of all accounts. */
export const ALL = 0

export interface CohortRows {
  readonly count: number
  /** The rows of a kind: `names` in the order of its cohorts, the first of which is row `first`. */
  readonly kinds: readonly {
    readonly kind: CohortKind
    readonly first: number
    readonly names: readonly string[]
    /** One row an account. */
    readonly of: Uint16Array
  }[]
  /** The same, by kind. */
  readonly of: readonly Uint16Array[]
  /** By row and class (row * 2 + label): accounts of the run. */
  readonly accounts: Uint32Array
}

export function cohortRows({ columns, archetypes }: FollowInput, label: Uint8Array): CohortRows {
  let count = 1
  const kinds = COHORT_KINDS.map((kind) => {
    const { of, names } = cohortsOf(kind, columns, archetypes)
    const first = count
    count += names.length
    return { kind, first, names, of: Uint16Array.from(of, (cohort) => first + cohort) }
  })
  const of = kinds.map((one) => one.of)
  const accounts = new Uint32Array(count * 2)
  for (let account = 0; account < label.length; account++) {
    accounts[ALL * 2 + label[account]]++
    for (const rows of of) accounts[rows[account] * 2 + label[account]]++
  }
  return { count, kinds, of, accounts }
}

export const isRowTooSmall = ({ accounts }: CohortRows, row: number): boolean =>
  isTooSmall(accounts[row * 2] + accounts[row * 2 + 1])
