/**
 * Reviewers who differ and err. An impression is the sum of its class's mean and of three normal parts: how misleading the
 * account is, which all reviewers share; how ready this reviewer is to find accounts AI-managed (`leniency`); and the
 * moment, whose SD is the unit, a probit. Sum and means are scaled to SD 1, so that the rates hold exactly over all
 * accounts and reviewers, and the first part's SD is solved so that two reviewers agree as far as the policy says.
 *
 * An appeal has rates of its own and its own misleading part: its rates are measured on accounts that were found
 * AI-managed, so what the first verdict says about the account is in them already.
 */
import { PolicyError } from "../../errors.ts"
import type { Appeals, Review } from "../after-flag.ts"
import { discordOf, sharedFor } from "./agreement.ts"
import { type Impressions, impressionsOf } from "./impressions.ts"

export interface Reviewers {
  readonly flags: Impressions
  readonly appeals: Impressions
  /** SD between accounts of how far they mislead, in probits. */
  readonly difficulty: number
  /** Weights, whose squares sum to 1, of standard normal draws: the account's, the reviewer's, the moment's. */
  readonly weights: { readonly account: number; readonly reviewer: number; readonly moment: number }
}

type Errors = Pick<Review, "truePositiveRate" | "falsePositiveRate" | "dontKnow" | "agreement" | "leniency">
type AppealErrors = Pick<Appeals, "truePositiveRate" | "falsePositiveRate">

/**
 * Throws a PolicyError that names `review.agreement` where the rates alone make reviewers agree further than it says.
 * Takes milliseconds; queues of the same policy share it, see `reviewersFor`.
 */
export function reviewersOf(review: Errors, appeals: AppealErrors): Reviewers {
  const flags = impressionsOf(review, review.dontKnow)
  const discord = discordOf(review, flags)
  if (discord !== null) throw new PolicyError([discord])
  const shared = sharedFor(review.agreement, flags)
  const between = 1 + review.leniency * review.leniency
  const total = between / (1 - shared)
  return {
    flags,
    appeals: impressionsOf(appeals, review.dontKnow),
    difficulty: Math.sqrt(total - between),
    weights: {
      account: Math.sqrt(shared),
      reviewer: review.leniency / Math.sqrt(total),
      moment: 1 / Math.sqrt(total),
    },
  }
}

const known = new Map<string, Reviewers>()
const MOST_KNOWN = 100

/** `reviewersOf`, solved once for each set of errors: a curve makes thousands of queues of one policy. */
export function reviewersFor(review: Errors, appeals: AppealErrors): Reviewers {
  const { truePositiveRate, falsePositiveRate, dontKnow, agreement, leniency } = review
  const key = [
    [truePositiveRate, falsePositiveRate, dontKnow, agreement, leniency],
    [appeals.truePositiveRate, appeals.falsePositiveRate],
  ].join()
  let reviewers = known.get(key)
  if (reviewers === undefined) {
    reviewers = reviewersOf(review, appeals)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(key, reviewers)
  }
  return reviewers
}
