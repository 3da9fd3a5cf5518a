/**
 * Traces of generators in power spectra. Up-convolution leaves power at frequencies where natural pictures have none
 * or too little (Durall, Keuper and Keuper 2020, CVPR; Corvi et al. 2023, CVPRW: peaks at middle and high frequencies).
 *
 * A natural picture's log power falls on a line over log frequency. Its *bend* at a band is the log power less the mean
 * of the two neighbours', less what the fitted line's own curvature gives: 0 for a power law, whatever its slope, and
 * hardly moved by the smooth loss of resizing. What cameras and the platform's recompression leave is common to most
 * accounts, so an account's mean bends are held against the platform's median ones, in units of how accounts differ
 * (median absolute deviation) and of how the account's own pictures do.
 */
import { SPECTRUM_BANDS } from "../../evidence/evidence.ts"

/** Bands that have two neighbours. */
export const BENDS = SPECTRUM_BANDS - 2
/** Fewer pictures do not show what they have in common. */
export const LEAST_PICTURES = 4
/** Fewer accounts do not show what is usual. */
const LEAST_ACCOUNTS = 20

/** Lower bands, up to a quarter of a cycle a pixel, which an upload damages least: the line is fitted to them. */
const FITTED = 8
const logFrequency = Float64Array.from({ length: SPECTRUM_BANDS }, (_, band) => Math.log10((band + 1) / 32))
const meanLog = logFrequency.subarray(0, FITTED).reduce((sum, value) => sum + value, 0) / FITTED
const spread = logFrequency.subarray(0, FITTED).reduce((sum, value) => sum + (value - meanLog) ** 2, 0)

/** Slope of log power over log frequency, by least squares over the lower bands; natural pictures have about -2. */
export function slopeOf(spectrum: ArrayLike<number>, from: number): number {
  let sum = 0
  for (let band = 0; band < FITTED; band++) sum += (logFrequency[band] - meanLog) * spectrum[from + band]
  return sum / spread
}

/** Log power of all bands less the line fitted to the lower ones: level where a picture is natural and undamaged. */
export function flattened(spectrum: ArrayLike<number>, from: number): number[] {
  const slope = slopeOf(spectrum, from)
  let level = 0
  for (let band = 0; band < FITTED; band++) level += spectrum[from + band] / FITTED
  return Array.from(
    logFrequency,
    (frequency, band) => spectrum[from + band] - level - slope * (frequency - meanLog),
  )
}

/** Curvature of a line of slope 1 at each bend: it is one over log frequency, not over the band's number. */
const curvature = Float64Array.from(
  { length: BENDS },
  (_, bend) => logFrequency[bend + 1] - (logFrequency[bend] + logFrequency[bend + 2]) / 2,
)

/** The bend between bands `bend` and `bend` + 2. */
export function bendOf(spectrum: ArrayLike<number>, from: number, bend: number, slope: number): number {
  const at = from + bend
  return spectrum[at + 1] - (spectrum[at] + spectrum[at + 2]) / 2 - slope * curvature[bend]
}

/** What pictures of the platform have in common, one value a bend. */
export interface Usual {
  readonly median: Float64Array
  /** Between accounts. */
  readonly variance: Float64Array
  /** Between the pictures of one account. */
  readonly within: Float64Array
}

/**
 * `means` and `variances` hold BENDS values an account: of its pictures' bends; `pictures` how many there are. Null when
 * too few accounts have enough pictures to tell.
 */
export function usualBends(
  means: Float32Array,
  variances: Float32Array,
  pictures: Uint32Array,
): Usual | null {
  const accounts = pictures.reduce<number[]>((all, count, account) => {
    if (count >= LEAST_PICTURES) all.push(account)
    return all
  }, [])
  if (accounts.length < LEAST_ACCOUNTS) return null
  const perPicture = medianOf(accounts.map((account) => 1 / pictures[account]))
  const median = new Float64Array(BENDS)
  const variance = new Float64Array(BENDS)
  const within = new Float64Array(BENDS)
  for (let bend = 0; bend < BENDS; bend++) {
    const own = accounts.map((account) => means[account * BENDS + bend])
    const middle = medianOf(own)
    // 1.4826 makes it the standard deviation of a normal distribution.
    const deviation = 1.4826 * medianOf(own.map((value) => Math.abs(value - middle)))
    within[bend] = medianOf(accounts.map((account) => variances[account * BENDS + bend]))
    median[bend] = middle
    variance[bend] = Math.max(0, deviation * deviation - within[bend] * perPicture)
  }
  return { median, variance, within }
}

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2
}

/** The bend at which an account is farthest from the usual, and how far, in standard deviations with their sign. */
export function strangestBend(
  usual: Usual,
  means: Float32Array,
  variances: Float32Array,
  pictures: number,
  account: number,
): { readonly bend: number; readonly deviations: number } {
  let strangest = { bend: 0, deviations: 0 }
  for (let bend = 0; bend < BENDS; bend++) {
    const at = account * BENDS + bend
    // A few pictures can be alike by chance: no account's own count as more alike than usual.
    const variance = usual.variance[bend] + Math.max(usual.within[bend], variances[at]) / pictures
    const deviations = variance > 0 ? (means[at] - usual.median[bend]) / Math.sqrt(variance) : 0
    if (Math.abs(deviations) > Math.abs(strangest.deviations)) strangest = { bend, deviations }
  }
  return strangest
}
