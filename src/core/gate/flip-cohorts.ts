/**
 * Whom a change of sides is about: the cohort that holds most more of the accounts that flipped than of those that could
 * have. Archetype, language, followers and age are all looked at, so that a change that hit all who write English is told as
 * that, and not as a little of every archetype.
 */
import { COHORT_KINDS, cohortsOf } from "../evaluation/cohorts.ts"
import type { Run } from "../run.ts"
import { type FlipCohort, GATE_FLIPS, type GateFlip } from "./report.ts"
import type { PairedSides } from "./sides.ts"

/** Fewer accounts of a cohort are no pattern. */
const FEWEST = 5
/**
 * Standard deviations of a draw by chance, one account at a time; three are reached by chance among dozens of cohorts. It
 * picks out what to name, and decides nothing.
 */
const STANDS_OUT = 4

/** At most one of each flip, harm first; none where no cohort stands out. */
export function flipCohorts(run: Run, sides: PairedSides): FlipCohort[] {
  return GATE_FLIPS.flatMap((flip) => {
    const couldHave = accountsBefore(flip, sides)
    const flipped = couldHave.filter((account) => sides.before[account] !== sides.after[account])
    return standingOut(flip, couldHave, flipped, run)
  })
}

/** Accounts of the class and of the side from which such a flip starts. */
function accountsBefore(flip: GateFlip, { managed, authentic, before }: PairedSides): Uint32Array {
  const accounts = flip === "newlyHit" || flip === "newlyCleared" ? authentic : managed
  const side = flip === "newlyHit" || flip === "newlyCaught" ? 0 : 1
  return accounts.filter((account) => before[account] === side)
}

function standingOut(
  flip: GateFlip,
  couldHave: Uint32Array,
  flipped: Uint32Array,
  { columns, manifest }: Run,
): FlipCohort[] {
  const found = COHORT_KINDS.flatMap((kind) => {
    const { of, names, count } = cohortsOf(kind, columns, manifest.archetypes)
    const [all, own] = [countBy(of, count, couldHave), countBy(of, count, flipped)]
    return names.map((name, at) => {
      const share = all[at] / couldHave.length
      const told = { flip, cohort: { kind, name }, accounts: own[at], flipped: flipped.length, share }
      return { told, deviations: deviationsOf(own[at], flipped.length, share) }
    })
  })
  const [most] = found
    .filter(({ told, deviations }) => told.accounts >= FEWEST && deviations >= STANDS_OUT)
    .sort((a, b) => b.deviations - a.deviations)
  return most === undefined ? [] : [most.told]
}

function countBy(of: ArrayLike<number>, count: number, accounts: Uint32Array): Float64Array {
  const counts = new Float64Array(count)
  for (const account of accounts) counts[of[account]]++
  return counts
}

/** Of a binomial draw; 0 where the cohort holds none or all. */
function deviationsOf(counted: number, drawn: number, share: number): number {
  const variance = drawn * share * (1 - share)
  return variance > 0 ? (counted - drawn * share) / Math.sqrt(variance) : 0
}
