/**
 * McNemar's exact test: of the accounts that two sides decide differently, is either side flagging more?
 *
 * Accounts on which both agree say nothing; of the others, either direction is as likely as the other if there is no
 * difference, so their number is binomial with probability 1/2 (McNemar 1947, "Note on the sampling error of the
 * difference between correlated proportions or percentages", Psychometrika 12). The mid-p value counts only half of
 * the chance of what was observed: less cautious than the exact one, and closer to its level on few flips (Fagerland,
 * Lydersen and Laake 2013, BMC Medical Research Methodology 13).
 * statsmodels: `mcnemar(table, exact=True)`; scipy: `binomtest(gained, gained + lost)`.
 */

export interface McNemar {
  /** Accounts that only the second side flags. */
  readonly gained: number
  /** Accounts that only the first side flags. */
  readonly lost: number
  /** Two-sided exact p-value, in (0, 1]; 1 without flips. */
  readonly exact: number
  /** Two-sided mid-p value, in (0, 1]; 1 without flips. */
  readonly midP: number
}

/** `gained` and `lost` are counts, 0 or more. */
export function mcnemar(gained: number, lost: number): McNemar {
  const flips = gained + lost
  const fewer = Math.min(gained, lost)
  const chance = evenChance(fewer, flips)
  const tail = lowerTail(fewer, flips, chance)
  return { gained, lost, exact: Math.min(1, 2 * tail), midP: Math.min(1, 2 * tail - chance) }
}

/** Chance of at most `successes`, at most half of `trials`; summed downwards until it no longer grows. */
function lowerTail(successes: number, trials: number, chance: number): number {
  let sum = 0
  let term = chance
  for (let k = successes; k >= 0 && sum + term > sum; k--) {
    sum += term
    term *= k / (trials - k + 1)
  }
  return sum
}

const EXACT_TRIALS = 60

/**
 * Chance of exactly `k` heads in `n` throws of a fair coin. Few throws: a product of whole numbers. Many: Loader's
 * saddle-point form (2000, "Fast and accurate computation of binomial probabilities"), which loses no digits where
 * logarithms of factorials of a million would.
 */
export function evenChance(k: number, n: number): number {
  if (n <= EXACT_TRIALS || k === 0 || k === n) return chanceByProduct(k, n)
  const rest = n - k
  const lean = (rest - k) / n
  const deviance = (n / 2) * ((1 + lean) * Math.log1p(lean) + (1 - lean) * Math.log1p(-lean))
  const corrections = stirlingRest(n) - stirlingRest(k) - stirlingRest(rest)
  return Math.sqrt(n / (2 * Math.PI * k * rest)) * Math.exp(corrections - deviance)
}

/** Halved again and again, which loses nothing; after some thousand times nothing is left. */
function chanceByProduct(k: number, n: number): number {
  let chance = 1
  for (let i = 1; i <= k; i++) chance = (chance * (n - k + i)) / i
  for (let i = 0; i < n && chance > 0; i++) chance /= 2
  return chance
}

/** What Stirling's formula leaves out of log n!, n at least 1: a table up to 15, then the asymptotic series. */
function stirlingRest(n: number): number {
  if (n < STIRLING_REST.length) return STIRLING_REST[n]
  const square = n * n
  return (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / square) / square) / square) / n
}

/** log n! - (n + 1/2) log n + n - log(2 pi) / 2 for n = 0 (not used) to 15. */
const STIRLING_REST = [
  Number.NaN,
  0.08106146679532726,
  0.0413406959554093,
  0.02767792568499834,
  0.020790672103765093,
  0.016644691189821193,
  0.013876128823070748,
  0.01189670994589177,
  0.010411265261972096,
  0.009255462182712733,
  0.00833056343336287,
  0.007573675487951841,
  0.00694284010720953,
  0.006408994188004207,
  0.0059513701127588475,
  0.005554733551962801,
]
