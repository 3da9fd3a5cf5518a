/** Which accounts a filter keeps: one pass over those with the wanted outcome, every test on typed columns. */
import type { CohortKind, Cohorts } from "../../../core/evaluation/index.ts"
import { GRADES } from "../../../core/policy/definition.ts"
import type { AccountFilter, FlipKind } from "../../state/account-filter.ts"
import { accountsWith } from "./rows.ts"

/** Sides by one setting; one value an account but for the threshold. */
export interface Sides {
  readonly threshold: number
  /** 1 for AI-managed. */
  readonly label: Uint8Array
}

export interface Basis extends Sides {
  readonly risk: Float32Array
  /** Index into GRADES. */
  readonly grade: Uint8Array
  readonly group: Uint32Array
  /** Index into the manifest's archetypes. */
  readonly archetype: Uint8Array
  /** By detector id. */
  readonly scores: Readonly<Record<string, Float32Array>>
  readonly cohorts: (kind: CohortKind) => Cohorts
  /** What flips are counted from. */
  readonly other: Sides
  /** By archetype: whether its name has the searched text in it. */
  readonly namedArchetypes: readonly boolean[]
  /** By account: whether the name it shows has; 0 where that is not known yet. */
  readonly named: Uint8Array | null
}

type Test = (account: number) => boolean

/** Numbers of the accounts that all parts of the filter keep, ascending. */
export function selectAccounts(filter: AccountFilter, basis: Basis): Uint32Array {
  const tests = testsOf(filter, basis)
  const rows = accountsWith(filter.outcome, basis, basis.threshold)
  return tests.length === 0 ? rows : rows.filter((account) => tests.every((test) => test(account)))
}

function testsOf(filter: AccountFilter, basis: Basis): Test[] {
  const { grade, cohort, scores, memberOf, flips, search } = filter
  const tests: Test[] = []
  if (grade !== null) {
    const wanted = GRADES.indexOf(grade)
    tests.push((account) => basis.grade[account] === wanted)
  }
  if (cohort !== null) {
    const { of, names } = basis.cohorts(cohort.kind)
    const wanted = names.indexOf(cohort.name)
    tests.push((account) => of[account] === wanted)
  }
  for (const range of scores) {
    const column = range.of === "risk" ? basis.risk : basis.scores[range.of]
    // A score that is missing is in no range, nor is one that the run does not have.
    tests.push((account) => {
      const score = column?.[account] ?? Number.NaN
      return score >= range.from && score <= range.to
    })
  }
  if (memberOf !== null) tests.push((account) => basis.group[account] === memberOf)
  if (flips !== null) tests.push(flipTest(flips, basis))
  if (search.trim() !== "") tests.push(searchTest(search, basis))
  return tests
}

function flipTest(kind: FlipKind, { risk, label, threshold, other }: Basis): Test {
  // At or above counts as flagged.
  const flagged = (account: number) => risk[account]! >= threshold
  const wasFlagged = (account: number) => risk[account]! >= other.threshold
  switch (kind) {
    case "newly-flagged":
      return (account) => flagged(account) && !wasFlagged(account)
    case "no-longer-flagged":
      return (account) => !flagged(account) && wasFlagged(account)
    case "newly-managed":
      return (account) => label[account]! > other.label[account]!
    case "no-longer-managed":
      return (account) => label[account]! < other.label[account]!
    case "any":
      return (account) => flagged(account) !== wasFlagged(account) || label[account] !== other.label[account]
  }
}

/** By number from its first digit on, by archetype, or by the name that the account shows. */
function searchTest(search: string, { archetype, namedArchetypes, named }: Basis): Test {
  const begins = beginsWith(search)
  return (account) =>
    begins(account) || namedArchetypes[archetype[account]!] === true || named?.[account] === 1
}

/** Whether a number's digits begin with those that are searched, told without making any text. */
export function beginsWith(search: string): Test {
  const digits = search.trim()
  // No number but 0 itself begins with 0.
  if (!/^(0|[1-9]\d{0,9})$/.test(digits)) return () => false
  const lengths = digits === "0" ? 1 : 11 - digits.length
  const ranges = Array.from({ length: lengths }, (_, more) => {
    const unit = 10 ** more
    return [Number(digits) * unit, (Number(digits) + 1) * unit] as const
  })
  return (account) => ranges.some(([low, high]) => account >= low && account < high)
}
