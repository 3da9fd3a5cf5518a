/**
 * Tail probabilities as surprise: -ln of the probability, in nats, so that tiny ones neither vanish
 * nor lose digits. 3 nats is 1 in 20, 7 nats about 1 in 1,000.
 */

/** ln of the gamma function for x > 0, by Lanczos's series (g = 7, n = 9); relative error below 1e-13. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const z = x - 1
  let sum = LANCZOS[0]
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i] / (z + i)
  const t = z + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** ln of the number of ways to choose `chosen` of `all`. */
export function logChoose(all: number, chosen: number): number {
  return logGamma(all + 1) - logGamma(chosen + 1) - logGamma(all - chosen + 1)
}

/** -ln P(X >= count) for X ~ Poisson(mean). */
export function poissonSurprise(count: number, mean: number): number {
  if (count <= 0) return 0
  if (!(mean > 0)) return Number.POSITIVE_INFINITY
  const logFirst = count * Math.log(mean) - mean - logGamma(count + 1)
  return tail(
    logFirst,
    count > mean,
    (j) => mean / (count + j),
    (j) => (count - j + 1) / mean,
    count,
  )
}

/** -ln P(X >= count) for X ~ Binomial(trials, p). */
export function binomialSurprise(count: number, trials: number, p: number): number {
  if (count <= 0) return 0
  if (count > trials) return Number.POSITIVE_INFINITY
  const odds = p / (1 - p)
  const logFirst =
    logGamma(trials + 1) -
    logGamma(count + 1) -
    logGamma(trials - count + 1) +
    count * Math.log(p) +
    (trials - count) * Math.log(1 - p)
  const up = (j: number) => (odds * (trials - count - j + 1)) / (count + j)
  const down = (j: number) => (count - j + 1) / (odds * (trials - count + j))
  return tail(logFirst, count > trials * p, up, down, count)
}

/**
 * -ln P(X >= count) where each of `trials` succeeds with a probability that varies between people as a beta
 * distribution of this mean and concentration (a + b). Tells an unusual person from an unusual kind of account.
 */
export function betaBinomialSurprise(
  count: number,
  trials: number,
  mean: number,
  concentration: number,
): number {
  if (count <= 0) return 0
  if (count > trials) return Number.POSITIVE_INFINITY
  const a = mean * concentration
  const b = concentration - a
  const logFirst =
    logGamma(trials + 1) -
    logGamma(count + 1) -
    logGamma(trials - count + 1) +
    logBeta(count + a, trials - count + b) -
    logBeta(a, b)
  const up = (j: number) =>
    ((trials - count - j + 1) * (count + j - 1 + a)) / ((count + j) * (trials - count - j + b))
  const down = (j: number) =>
    ((count - j + 1) * (trials - count + j - 1 + b)) / ((trials - count + j) * (count - j + a))
  return tail(logFirst, count > trials * mean, up, down, count)
}

const logBeta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b)

/**
 * Sums probabilities from the count's own (its logarithm given): upwards directly, or, where the tail is most
 * of the whole, downwards and takes the complement. `up(j)` is P(count + j) / P(count + j - 1), `down(j)` is
 * P(count - j) / P(count - j + 1).
 */
function tail(
  logFirst: number,
  isUpper: boolean,
  up: (j: number) => number,
  down: (j: number) => number,
  count: number,
): number {
  let sum = isUpper ? 1 : 0
  let term = 1
  for (let j = 1; isUpper || j <= count; j++) {
    term *= isUpper ? up(j) : down(j)
    sum += term
    if (!(term > sum * 1e-16)) break
  }
  if (isUpper) return -(logFirst + Math.log(sum))
  return -Math.log1p(-Math.exp(logFirst) * sum)
}

/** -ln P(Z <= z) for a standard normal Z. Chebyshev fit of erfc in Numerical Recipes, relative error below 1.2e-7. */
export function normalSurprise(z: number): number {
  if (z > 0) return -Math.log1p(-Math.exp(-normalSurprise(-z)))
  const x = -z / Math.SQRT2
  const t = 1 / (1 + 0.5 * x)
  let poly = 0
  for (let i = ERFC.length - 1; i >= 0; i--) poly = poly * t + ERFC[i]
  return x * x - poly - Math.log(t) + Math.LN2
}
const ERFC = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
]

/**
 * -ln P(X >= x) for X ~ chi-squared with `degrees` of freedom: the upper incomplete gamma function, by its continued
 * fraction (Lentz's way) where x is large, by the lower one's series where it is small.
 */
export function chiSquaredSurprise(x: number, degrees: number): number {
  if (!(x > 0)) return 0
  const a = degrees / 2
  const z = x / 2
  const logFront = a * Math.log(z) - z - logGamma(a)
  if (z < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; term > sum * 1e-16; n++) {
      term *= z / (a + n)
      sum += term
    }
    return -Math.log1p(-Math.exp(logFront) * sum)
  }
  let b = z + 1 - a
  let c = 1e300
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < 1000; n++) {
    const an = -n * (n - a)
    b += 2
    d = 1 / (an * d + b)
    c = b + an / c
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return -(logFront + Math.log(fraction))
}

/**
 * Fisher's method: surprise of several independent surprises together, -ln P(chi-squared with 2 k degrees >= 2 sum).
 * Dependence makes it too large; the scores built on it are calibrated afterwards.
 */
export function combinedSurprise(surprises: readonly number[]): number {
  const sum = surprises.reduce((total, surprise) => total + surprise, 0)
  let term = 1
  let series = 1
  for (let i = 1; i < surprises.length; i++) {
    term *= sum / i
    series += term
  }
  return Math.max(0, sum - Math.log(series))
}

/** Maps a surprise of 0 and more to a score in [0, 1): one half at `half` nats. */
export function scoreOfSurprise(nats: number, half: number): number {
  return nats === Number.POSITIVE_INFINITY ? 1 : nats / (nats + half)
}
