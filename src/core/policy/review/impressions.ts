/**
 * What reviewers see of an account, as signal detection theory has it (Green and Swets 1966): an impression, normal with
 * SD 1 about a mean of its class. Above a band about 0 they find the account AI-managed, below it authentic, within it
 * they do not know. So whoever leaves one reviewer in doubt tends to leave the next in doubt as well. That doubt goes with
 * the account, instead of striking anywhere, is an assumption: what VK's 29 reviewers of bought accounts tell is its share,
 * 11 to 15 % (MKMETRIC2022).
 */
import { normalTail } from "../../evaluation/normal-tail.ts"
import type { Decision } from "./decision.ts"

/** Means by class and the band's half width, in SD of an impression. */
export interface Impressions {
  readonly managed: number
  readonly authentic: number
  readonly doubt: number
}

export interface Rates {
  /** Shares, in (0, 1), of an account's class that are found AI-managed, of decisions that are decisions. */
  readonly truePositiveRate: number
  readonly falsePositiveRate: number
}

/** Nothing that a rate or a share of doubts in their ranges could ask for lies further out. */
const FURTHEST = 40
const HALVINGS = 60
const MOST_STEPS = 200
const CLOSE = 1e-14

/**
 * The impressions with exactly these rates among decisions, where `dontKnow`, a share in [0, 0.9], of the opinions on
 * accounts half of which are AI-managed is doubt; to about 1e-13 SD.
 */
export function impressionsOf({ truePositiveRate, falsePositiveRate }: Rates, dontKnow: number): Impressions {
  const within = (doubt: number): Impressions => ({
    managed: meanFor(truePositiveRate, doubt),
    authentic: meanFor(falsePositiveRate, doubt),
    doubt,
  })
  if (dontKnow === 0) return within(0)
  return within(
    rootOf(FURTHEST, (doubt) => {
      const { managed, authentic } = within(doubt)
      return (shareInDoubt(managed, doubt) + shareInDoubt(authentic, doubt)) / 2 - dontKnow
    }),
  )
}

/** The opinion that an impression makes. */
export function opinionOf(impression: number, { doubt }: Impressions): Decision {
  if (impression >= doubt) return "managed"
  return impression <= -doubt ? "authentic" : "unknown"
}

/** Chance that an impression about `mean` falls within the band. */
export const shareInDoubt = (mean: number, doubt: number) =>
  1 - normalTail(doubt - mean) - normalTail(doubt + mean)

/**
 * The mean at which the share of decisions that find the account AI-managed is `rate`: by Newton's method on log-odds, which
 * are nearly straight, within bounds that halve where it leaves them.
 */
function meanFor(rate: number, doubt: number): number {
  const logOdds = Math.log(rate) - Math.log1p(-rate)
  let low = -FURTHEST
  let high = FURTHEST
  let mean = 0
  for (let step = 0; step < MOST_STEPS; step++) {
    const managed = normalTail(doubt - mean)
    const authentic = normalTail(doubt + mean)
    const surplus = Math.log(managed) - Math.log(authentic) - logOdds
    if (surplus < 0) low = mean
    else high = mean
    const slope = density(doubt - mean) / managed + density(doubt + mean) / authentic
    let next = mean - surplus / slope
    if (!(next > low && next < high)) next = (low + high) / 2
    if (Math.abs(next - mean) <= CLOSE) return next
    mean = next
  }
  return mean
}

const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)

/** Where a function that rises passes 0, in [0, most]. */
export function rootOf(most: number, rising: (at: number) => number): number {
  let low = 0
  let high = most
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2
    if (rising(middle) < 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
