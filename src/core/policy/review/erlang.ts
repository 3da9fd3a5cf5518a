/**
 * What queueing theory says of a queue around the clock with Poisson arrivals, exponential times, any number of reviewers
 * and no end (M/M/c): Erlang's C formula (1917; Kleinrock 1975, "Queueing Systems" I, section 3.5). Where it applies the
 * simulated queue keeps to it; with shifts and bursts it is where a search begins, and what the answer is held against.
 */

export interface Traffic {
  /** Poisson, 0 or more. */
  readonly arrivalsPerDay: number
  /** Mean of a case, 0 or more. */
  readonly secondsPerReview: number
  /** 1 or more. */
  readonly reviewers: number
}

const SECONDS_PER_DAY = 86_400

/** Reviewers' worth of work that arrives (Erlang): each of them is busy for this over their number of the time. */
export const loadOf = ({ arrivalsPerDay, secondsPerReview }: Omit<Traffic, "reviewers">): number =>
  (arrivalsPerDay * secondsPerReview) / SECONDS_PER_DAY

/** M/M/c: days within which a share `probability`, in [0, 1), of the cases is begun. */
export function waitQuantile(traffic: Traffic, probability: number): number {
  const surplus = Math.log(shareThatWaits(traffic)) - Math.log1p(-probability)
  return surplus > 0 ? surplus * meanOfThoseWhoWait(traffic) : 0
}

/**
 * Share in [0, 1] of cases that find nobody free; 1 for reviewers with as much work as time or more. By Erlang's B formula,
 * whose recursion loses no digits, for the share that a queue without room would turn away.
 */
export function shareThatWaits(traffic: Traffic): number {
  const load = loadOf(traffic)
  if (load >= traffic.reviewers) return 1
  let lost = 1
  for (let reviewers = 1; reviewers <= traffic.reviewers; reviewers++)
    lost = (load * lost) / (reviewers + load * lost)
  return lost / (1 - (load / traffic.reviewers) * (1 - lost))
}

/** Days; the wait of those who wait is exponential. Infinity for reviewers with as much work as time or more. */
export function meanOfThoseWhoWait(traffic: Traffic): number {
  const free = traffic.reviewers - loadOf(traffic)
  return free > 0 ? traffic.secondsPerReview / SECONDS_PER_DAY / free : Number.POSITIVE_INFINITY
}
