/** Random small populations for fast-check: many ties, some missing scores, sometimes one class only. */
import fc from "fast-check"

/** Scores on a coarse grid tie often; the others are any 32-bit number in [0, 1]. */
const score = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8) },
  { weight: 4, arbitrary: fc.float({ min: 0, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
)

export const COHORT_COUNT = 3

export interface Population {
  readonly score: Float32Array
  readonly label: Uint8Array
  /** Cohort 2 is always empty. */
  readonly cohort: { readonly of: Uint8Array; readonly count: number }
}

export const population: fc.Arbitrary<Population> = fc
  .array(fc.tuple(score, fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1 })), { maxLength: 60 })
  .map((accounts) => ({
    score: Float32Array.from(accounts, ([value]) => value),
    label: Uint8Array.from(accounts, ([, label]) => label),
    cohort: { of: Uint8Array.from(accounts, ([, , cohort]) => cohort), count: COHORT_COUNT },
  }))

export const threshold = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8),
)

export const prevalence = fc.double({ min: 0.0001, max: 0.9999, noNaN: true })
