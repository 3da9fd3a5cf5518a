/** Statistics of one picture's log power spectrum, as the papers take them. */
import { SPECTRUM_BANDS } from "../evidence/evidence.ts"

/** Log10 of each band's frequency: 1/32 to 1/2 cycle a pixel. */
const LOG_FREQUENCY = Float64Array.from({ length: SPECTRUM_BANDS }, (_, band) =>
  Math.log10((band + 1) / (2 * SPECTRUM_BANDS)),
)

/** Bands below an eighth of a cycle a pixel: the low frequencies. */
const LOW_BANDS = 3

/** Bands at an eighth, a quarter and three eighths of a cycle a pixel: the teeth of usual upsampling. */
const TEETH = [3, 7, 11]

/** Least-squares line through a log-log spectrum that starts at `at`. */
function lineThrough(spectrum: ArrayLike<number>, at: number): { slope: number; level: number } {
  let meanX = 0
  let meanY = 0
  for (let band = 0; band < SPECTRUM_BANDS; band++) {
    meanX += LOG_FREQUENCY[band] / SPECTRUM_BANDS
    meanY += spectrum[at + band] / SPECTRUM_BANDS
  }
  let covariance = 0
  let variance = 0
  for (let band = 0; band < SPECTRUM_BANDS; band++) {
    const x = LOG_FREQUENCY[band] - meanX
    covariance += x * (spectrum[at + band] - meanY)
    variance += x * x
  }
  const slope = covariance / variance
  return { slope, level: meanY - slope * meanX }
}

/** Slope of the power over all bands in log-log coordinates: about -2 for natural pictures. */
export function slopeOf(spectrum: ArrayLike<number>, at: number): number {
  return lineThrough(spectrum, at).slope
}

/**
 * Mean distance of the log10 power at middle and high frequencies from the power law fitted to all: some models make too
 * much of them, some too little, and combs stand out of the law.
 */
export function departureOf(spectrum: ArrayLike<number>, at: number): number {
  const { slope, level } = lineThrough(spectrum, at)
  let sum = 0
  for (let band = LOW_BANDS; band < SPECTRUM_BANDS; band++)
    sum += Math.abs(spectrum[at + band] - (level + slope * LOG_FREQUENCY[band]))
  return sum / (SPECTRUM_BANDS - LOW_BANDS)
}

/** Mean log10 power on the teeth beyond their neighbours: what makes an autocorrelation periodic. */
export function combOf(spectrum: ArrayLike<number>, at: number): number {
  let sum = 0
  for (const tooth of TEETH)
    sum += spectrum[at + tooth] - (spectrum[at + tooth - 1] + spectrum[at + tooth + 1]) / 2
  return sum / TEETH.length
}
