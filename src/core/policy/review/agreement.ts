/**
 * How far reviewers agree. Two reviewers' impressions of one account are correlated, because some accounts fool
 * everybody; the correlation is what is shared of an impression's variance. It is found from Cohen's kappa (1960, "A
 * coefficient of agreement for nominal scales"), of accounts half of which are AI-managed and of which both reviewers came
 * to a decision.
 *
 * Two reviewers with no more in common than an account's class agree to some degree already: by their rates alone, kappa
 * of 0.67 and 0.37 is 0.09. VK's 0.34 to 0.39 are far above that.
 */
import { excessBelow, normalBelow } from "./bivariate-normal.ts"
import { type Impressions, type Rates, rootOf } from "./impressions.ts"

/** Correlations are sought below this: further up the variance of what is shared has no end. */
const CLOSEST = 1 - 1e-9

/**
 * Cohen's kappa of two reviewers; `shared` is the correlation of their impressions within a class, in [0, 1). NaN where
 * one of the two decisions has no chance that a number can hold.
 *
 * Kappa of a table with the chances a of both finding an account AI-managed, d of both finding it authentic, and b of
 * either way to differ is (ad - b²) / ((a + b)(b + d)). What cancels in ad - b² is taken out by Lagrange's identity, so
 * that rates near 0 or 1 leave no noise: with chances u and d of each decision in a class and without correlation,
 * ad - b² is the square of u₁d₂ - u₂d₁.
 */
export function agreementOf(impressions: Impressions, shared: number): number {
  const { doubt } = impressions
  const classes = [impressions.managed, impressions.authentic].map((mean) => {
    const [up, down] = [mean - doubt, -mean - doubt]
    const [managed, authentic] = [normalBelow(up), normalBelow(down)]
    return {
      managed,
      authentic,
      // What correlation adds to two equal decisions, and takes from two that differ.
      moreManaged: excessBelow(up, up, shared),
      moreAuthentic: excessBelow(down, down, shared),
      lessApart: -excessBelow(up, down, -shared),
    }
  })
  const total = (of: (one: (typeof classes)[number]) => number) => of(classes[0]) + of(classes[1])
  const managed = total((one) => one.managed * one.managed)
  const authentic = total((one) => one.authentic * one.authentic)
  const apart = total((one) => one.managed * one.authentic)
  const moreManaged = total((one) => one.moreManaged)
  const moreAuthentic = total((one) => one.moreAuthentic)
  const lessApart = total((one) => one.lessApart)
  const between = classes[0].managed * classes[1].authentic - classes[1].managed * classes[0].authentic
  const together =
    between * between +
    managed * moreAuthentic +
    moreManaged * authentic +
    moreManaged * moreAuthentic +
    lessApart * (2 * apart - lessApart)
  const either = apart - lessApart
  return together / ((managed + moreManaged + either) * (authentic + moreAuthentic + either))
}

/**
 * Kappa of two reviewers who have no more in common than an account's class: `agreementOf` at 0, from the rates instead of
 * the impressions that were solved for them, so that equal rates make it 0 and the rates next to them next to nothing.
 * With p and q the rates and t the ratio of the classes' shares that are decided, (p - q)² over
 * (tp + q/t)(t(1 - p) + (1 - q)/t).
 */
export function leastAgreement(rates: Rates, impressions: Impressions): number {
  const { truePositiveRate: p, falsePositiveRate: q } = rates
  const { managed, authentic, doubt } = impressions
  const t = decidedShare(managed, doubt) / decidedShare(authentic, doubt)
  const apart = p - q
  // Divided one after the other, since the square of a rate may be less than a number can hold.
  const least = ((apart / (t * p + q / t)) * apart) / (t * (1 - p) + (1 - q) / t)
  // Rates between 0 and 1 leave it below 1, which rounding may not see.
  return Math.min(least, 1 - Number.EPSILON / 2)
}

const decidedShare = (mean: number, doubt: number) => normalBelow(mean - doubt) + normalBelow(-mean - doubt)

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
  const least = leastAgreement(rates, impressions)
  if (agreement >= least) return null
  const { truePositiveRate, falsePositiveRate } = rates
  return `review.agreement must be at least ${ceiled(least)}, since with a truePositiveRate of ${truePositiveRate} and a falsePositiveRate of ${falsePositiveRate} two reviewers agree as far by what they know alone, got ${agreement}`
}

/** To three digits, upwards, so that the figure itself is allowed; more where those would say 1, which is not. */
function ceiled(value: number): number {
  const short = Math.ceil(value * 1000) / 1000
  return short < 1 ? short : value
}
