/**
 * Many tests in one check, of which some cannot come out.
 *
 * Holm's step-down bounds the chance of a single false alarm whatever the tests have to do with each other. A test of
 * few flips cannot fall below a least p-value, however one-sided they are, so it costs nothing while the level is lower
 * than that (Tarone 1990, "A modified Bonferroni method for discrete data", Biometrics 46). Step by step, and so that a
 * higher rate never takes a finding back (Hommel and Krummenauer 1998, "Improvements and modifications of Tarone's
 * multiple test procedure for discrete data", Biometrics 54), a p-value counts times the tests not smaller than it whose
 * least p-value it reaches. Where every least p-value is 0 this is Holm's.
 */

export interface AdjustableTest {
  /** In [0, 1]. */
  readonly p: number
  /** The least that it could have been, given how much flipped; at most p. */
  readonly least: number
}

/** One a test, in their order: significant at a rate of false alarms when at or below it. */
export function holmTarone(tests: readonly AdjustableTest[]): number[] {
  const order = [...tests.keys()].sort((a, b) => tests[a].p - tests[b].p || a - b)
  // Tests not yet passed whose least p-value is at or below the p-value at hand: those above it leave, others join.
  const leasts = Float64Array.from(tests, ({ least }) => least).sort()
  const adjusted = new Array<number>(tests.length)
  let atLeast = 0
  let able = 0
  for (const [rank, at] of order.entries()) {
    const { p } = tests[at]
    while (able < leasts.length && leasts[able] <= p) able++
    // All that were passed were able, as their least is at most their p.
    atLeast = Math.max(atLeast, Math.min(1, p * (able - rank)))
    adjusted[at] = atLeast
  }
  return adjusted
}
