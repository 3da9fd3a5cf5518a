/**
 * McNemar's test within cohorts: whom did a change newly catch or newly hit, beyond chance? Every cohort and class with
 * accounts is one test, and all of them are one family for Holm and for Benjamini and Hochberg.
 */
import type { Interval } from "../intervals.ts"
import { benjaminiHochberg, holm } from "../multiplicity.ts"
import type { CohortColumn } from "../score-index.ts"
import { type Flips, flipsByCohort } from "./flips.ts"
import { type McNemar, mcnemar } from "./mcnemar.ts"
import { pairedDifferenceInterval } from "./paired-difference.ts"
import type { Side } from "./side.ts"
import { type Matters, type Verdict, verdictOf } from "./verdict.ts"

export const CLASSES = ["AI-managed", "authentic"] as const
export type ClassName = (typeof CLASSES)[number]

/** One class of all accounts. */
export interface ClassTest extends McNemar {
  readonly class: ClassName
  /** Accounts of the class, by the first side's labels. */
  readonly accounts: number
  /** Change of the share that is flagged: of recall, or of the false-positive rate. */
  readonly difference: number
  /** Bonett and Price's, 95 %. */
  readonly interval: Interval
}

export interface CohortTest extends ClassTest {
  readonly cohort: string
  /** The exact p-value adjusted by Holm, and by Benjamini and Hochberg. */
  readonly holm: number
  readonly benjaminiHochberg: number
  /** As of a figure, but real only when Holm's p-value is 0.05 or less. */
  readonly verdict: Verdict
}

export function classTest(
  flips: { readonly gained: number; readonly lost: number },
  name: ClassName,
  accounts: number,
): ClassTest {
  const { gained, lost } = flips
  return {
    class: name,
    accounts,
    ...mcnemar(gained, lost),
    difference: (gained - lost) / accounts,
    interval: pairedDifferenceInterval(gained, lost, accounts),
  }
}

/** Gained and lost of one class. */
export const flipsOfClass = (counts: Flips["counts"], name: ClassName) =>
  name === "AI-managed"
    ? { gained: counts.newlyCaught, lost: counts.newlyMissed }
    : { gained: counts.newlyHit, lost: counts.newlyCleared }

/** Both classes of each cohort that has accounts of them, cohort by cohort; `names` by cohort number. */
export function cohortTests(
  a: Side,
  flips: Flips,
  cohorts: CohortColumn & { readonly names: readonly string[] },
  matters: Pick<Matters, "recall" | "fpr">,
): CohortTest[] {
  const byCohort = flipsByCohort(flips, cohorts.of, cohorts.count)
  const sizes = Array.from({ length: cohorts.count }, () => ({ "AI-managed": 0, authentic: 0 }))
  for (let account = 0; account < a.label.length; account++)
    sizes[cohorts.of[account]][CLASSES[a.label[account] ? 0 : 1]]++
  const tests = cohorts.names.flatMap((cohort, at) =>
    CLASSES.filter((name) => sizes[at][name] > 0).map((name) => ({
      cohort,
      ...classTest(flipsOfClass(byCohort[at], name), name, sizes[at][name]),
    })),
  )
  const exact = tests.map((test) => test.exact)
  const [byHolm, byBenjaminiHochberg] = [holm(exact), benjaminiHochberg(exact)]
  return tests.map((test, at) => ({
    ...test,
    holm: byHolm[at],
    benjaminiHochberg: byBenjaminiHochberg[at],
    verdict: cohortVerdict(test, byHolm[at], matters),
  }))
}

const LEVEL = 0.05

function cohortVerdict(test: ClassTest, adjusted: number, matters: Pick<Matters, "recall" | "fpr">): Verdict {
  const isManaged = test.class === "AI-managed"
  const least = isManaged ? matters.recall : matters.fpr
  const verdict = verdictOf(test.difference, test.interval, least, isManaged ? 1 : -1)
  if (verdict === "no change") return verdict
  if (adjusted > LEVEL || Math.abs(test.difference) < least) return "inconclusive"
  return test.difference > 0 === isManaged ? "better" : "worse"
}
