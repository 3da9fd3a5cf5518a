/**
 * What chance decides about a case: each opinion, and the seconds that it takes. Drawn from streams named by the account
 * and by the case's number, opinion after opinion, whoever is free and whenever that is. So the same reviewers come to the
 * same verdict on a case with more of them, in another order or at another pace (common random numbers), and two settings
 * differ by what they change alone.
 *
 * Which reviewer gives an opinion is drawn from a team of 29, as many as VK's study had, another one for each opinion on
 * a case. Who sits at a desk changes from shift to shift, so a team does not grow with the desks.
 */
import { below, normal } from "../../random/distributions.ts"
import { type Random, stage, stream } from "../../random/streams.ts"
import type { ServiceTimes } from "../after-flag.ts"
import type { Decision } from "./decision.ts"
import { opinionOf } from "./impressions.ts"
import type { Waiting } from "./queue-contract.ts"
import type { Reviewers } from "./reviewers.ts"

/** Prime, so that steps of any length pass everybody before they come back. */
const TEAM = 29

/**
 * SD of the logarithm of lognormal times: coefficient of variation 0.95. Soft: times of service by people are lognormal
 * (Brown et al. 2005, "Statistical analysis of a telephone call center"), how widely reviewers' spread is unpublished.
 */
export const LOG_SD = 0.8

/** One opinion: what it says and the seconds of work that it takes. */
export interface Opinion {
  readonly decision: Decision
  readonly seconds: number
}

/** Opinions on one case, one after the other. */
export type Opinions = () => Opinion

export interface Chance {
  readonly reviewers: Reviewers
  readonly serviceTimes: ServiceTimes
  /** Mean seconds of an opinion, by kind of case. */
  readonly seconds: Readonly<Record<Waiting["kind"], number>>
}

/** `seed` names the replicate: the same seed has the same team, accounts and cases. */
export function chanceOf(
  { reviewers, serviceTimes, seconds }: Chance,
  seed: string,
): (one: Waiting) => Opinions {
  const random = stream(seed, "review/team")
  const team = Float64Array.from({ length: TEAM }, () => normal(random))
  const streams = {
    flag: { accounts: stage(seed, "review/accounts"), cases: stage(seed, "review/cases") },
    appeal: { accounts: stage(seed, "appeal/accounts"), cases: stage(seed, "appeal/cases") },
  }
  const { weights } = reviewers
  return ({ id, instance, isManaged, kind }) => {
    const impressions = kind === "flag" ? reviewers.flags : reviewers.appeals
    const mean = isManaged ? impressions.managed : impressions.authentic
    const shared = mean + weights.account * normal(streams[kind].accounts.at(instance))
    const draws = streams[kind].cases.at(id)
    let reviewer = below(TEAM, draws)
    const step = 1 + below(TEAM - 1, draws)
    return () => {
      const own = weights.reviewer * team[reviewer] + weights.moment * normal(draws)
      reviewer = (reviewer + step) % TEAM
      return {
        decision: opinionOf(shared + own, impressions),
        seconds: seconds[kind] * serviceTime(serviceTimes, draws),
      }
    }
  }
}

/** In units of the mean, which is exact. Takes equally many draws whatever the distribution. */
function serviceTime(times: ServiceTimes, draws: Random): number {
  const uniform = draws()
  const deviate = normal(draws)
  if (times === "exponential") return -Math.log(1 - uniform)
  return times === "lognormal" ? Math.exp(LOG_SD * deviate - (LOG_SD * LOG_SD) / 2) : 1
}
