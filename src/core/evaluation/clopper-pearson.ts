/**
 * Clopper and Pearson's exact interval of a share (1934, "The use of confidence or fiducial limits illustrated in the
 * case of the binomial"): it holds the true share with at least the stated confidence, at any number of trials.
 *
 * It is also the interval that holds for a rate at an order statistic: the true share above the (a + 1)-th highest of
 * n scores is distributed as Beta(a + 1, n - a), and that above the a-th highest as Beta(a, n - a + 1).
 */
import { binomialSurprise } from "../detection/tails.ts"
import type { Interval } from "./intervals.ts"

/** scipy: `binomtest(successes, trials).proportion_ci(confidence, "exact")`; [0, 1] without trials. */
export function clopperPearson(successes: number, trials: number, confidence = 0.95): Interval {
  if (!(trials > 0)) return [0, 1]
  const nats = -Math.log((1 - confidence) / 2)
  const failures = trials - successes
  return [shareAtSurprise(successes, trials, nats), 1 - shareAtSurprise(failures, trials, nats)]
}

/** The share at which so many successes or more surprise by `nats`; 0 when there are none. */
function shareAtSurprise(successes: number, trials: number, nats: number): number {
  if (successes === 0) return 0
  let low = 0
  let high = 1
  // Surprise falls as the share grows. Halving ends where neighbours are equal.
  for (let middle = 0.5; middle > low && middle < high; middle = (low + high) / 2) {
    if (binomialSurprise(successes, trials, middle) > nats) low = middle
    else high = middle
  }
  return low
}
