/**
 * How far reviewers agree. Two reviewers' impressions of one account are correlated, because some accounts fool
 * everybody; the correlation is what is shared of an impression's variance. It is found from Cohen's kappa (1960, "A
 * coefficient of agreement for nominal scales"), of accounts half of which are AI-managed and of which both reviewers came
 * to a decision.
 *
 * Two reviewers with no more in common than an account's class agree to some degree already: by their rates alone, kappa
 * of 0.67 and 0.37 is 0.09. VK's 0.34 to 0.39 are far above that.
 */
import { bothBelow } from "./bivariate-normal.ts"
import { type Impressions, type Rates, rootOf } from "./impressions.ts"

/** Correlations are sought below this: further up the variance of what is shared has no end. */
const CLOSEST = 1 - 1e-9

/** Cohen's kappa of two reviewers; `shared` is the correlation of their impressions within a class, in [0, 1). */
export function agreementOf(impressions: Impressions, shared: number): number {
  const { doubt } = impressions
  let bothManaged = 0
  let bothAuthentic = 0
  let each = 0
  for (const mean of [impressions.managed, impressions.authentic]) {
    const up = mean - doubt
    const down = -mean - doubt
    bothManaged += bothBelow(up, up, shared)
    bothAuthentic += bothBelow(down, down, shared)
    each += bothBelow(up, down, -shared)
  }
  const decided = bothManaged + bothAuthentic + 2 * each
  const managed = (bothManaged + each) / decided
  const byChance = managed * managed + (1 - managed) * (1 - managed)
  return ((bothManaged + bothAuthentic) / decided - byChance) / (1 - byChance)
}

/**
 * The correlation at which two reviewers agree as far as `agreement` says, below 1; 0 where their rates alone make them agree
 * as far or further. By bisection, to about 1e-12.
 */
export const sharedFor = (agreement: number, impressions: Impressions): number =>
  rootOf(CLOSEST, (shared) => agreementOf(impressions, shared) - agreement)

/** What is wrong with an agreement that no correlation reaches; null when nothing is. */
export function discordOf(
  { agreement, ...rates }: Rates & { readonly agreement: number },
  impressions: Impressions,
): string | null {
  const least = agreementOf(impressions, 0)
  // NaN for rates so near 0 or 1 that reviewers never differ.
  if (!(agreement < least - ROUNDING)) return null
  const { truePositiveRate, falsePositiveRate } = rates
  return `review.agreement must be at least ${ceiled(least)}, since with a truePositiveRate of ${truePositiveRate} and a falsePositiveRate of ${falsePositiveRate} two reviewers agree as far by what they know alone, got ${agreement}`
}

const ROUNDING = 1e-12

/** To three digits, upwards, so that the figure itself is allowed; more where those would say 1, which is not. */
function ceiled(value: number): number {
  const short = Math.ceil(value * 1000) / 1000
  return short < 1 ? short : value
}
