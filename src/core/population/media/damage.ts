/**
 * What an upload does to a picture: it is made smaller, and compressed as JPEG. Both lose what they lose for good.
 *
 * Compression quantizes 8 by 8 cosine coefficients with steps that grow with frequency (ITU-T T.81, Annex K). The
 * coefficients of pictures are distributed after Laplace (Reininger and Gibson 1983; Lam and Goodman 2000), which says
 * how much power stays: those below half a step become 0, the rest carry the noise of rounding. What is lost shows at
 * the blocks' edges, at multiples of an eighth of a cycle a pixel; detectors of generated pictures have taken this for
 * the trace of a generator, and the other way round (Grommelt et al. 2024, "Fake or JPEG?").
 */
import { SPECTRUM_BANDS } from "../../evidence/evidence.ts"
import { emptySpectrum, FREQUENCIES, HIGHEST, type Spectrum } from "./spectrum.ts"

/** Quantization step a band at quality 50, gray levels: Annex K's luminance table, averaged over rings. */
const STEPS = [12, 12, 12, 13, 17, 22, 28, 35, 46, 57, 66, 75, 80, 85, 88, 90]

/** Share of what compression loses that comes back as edges of blocks. */
const BLOCKING = 0.25
const BLOCK = 8

/** Bands at the multiples of an eighth of a cycle a pixel. */
const AT_BLOCKS = FREQUENCIES.map((frequency) => (Number.isInteger(frequency * BLOCK) ? 1 : 0))
const BLOCK_BANDS = AT_BLOCKS.reduce((sum, there) => sum + there, 0)

/** Variance of rounding to whole gray levels. */
const ROUNDING = 1 / 12

const before = emptySpectrum()

/**
 * Makes the picture `scale` times as large, in (0, 1]; nothing makes it larger. What lay at `scale` times a frequency
 * comes to lie there. `leak` is the share of the power beyond the new highest frequency that folds back.
 */
export function shrink(spectrum: Spectrum, scale: number, leak: number): void {
  if (scale >= 1) return
  before.set(spectrum)
  const lowest = Math.log(before[1] / before[0]) / Math.LN2
  for (let band = 0; band < SPECTRUM_BANDS; band++) {
    const frequency = FREQUENCIES[band]
    // A soft low-pass before sampling anew, and what it lets through of the frequencies above.
    const reach = frequency / (1.15 * HIGHEST)
    const passed = Math.exp(-reach * reach * reach * reach)
    spectrum[band] = passed * at(scale * frequency, lowest) + leak * folded(frequency, scale, lowest)
  }
}

/** Whitened power that folds back to a frequency from as far above the highest one; 0 where there was nothing. */
function folded(frequency: number, scale: number, lowest: number): number {
  const beyond = 2 * HIGHEST - frequency
  if (scale * beyond > HIGHEST) return 0
  const whiter = frequency / beyond
  return at(scale * beyond, lowest) * whiter * whiter
}

/** Whitened power of `before` between its bands; below the first one its fall is continued. */
function at(frequency: number, lowest: number): number {
  const position = frequency / FREQUENCIES[0] - 1
  if (position <= 0) return before[0] * Math.exp(lowest * Math.log(position + 1))
  const band = Math.min(SPECTRUM_BANDS - 2, Math.floor(position))
  return before[band] + (position - band) * (before[band + 1] - before[band])
}

/** Compresses the picture at a JPEG quality in [1, 100]; 100 or more is no compression. */
export function compress(spectrum: Spectrum, quality: number): void {
  if (quality >= 100) return
  const coarseness = quality < 50 ? 50 / quality : 2 - quality / 50
  let lost = 0
  for (let band = 0; band < SPECTRUM_BANDS; band++) {
    const squared = FREQUENCIES[band] * FREQUENCIES[band]
    const power = spectrum[band] / squared
    const step = Math.max(1, coarseness * STEPS[band])
    // Half a step, in mean absolute deviations of a Laplace distribution of this power.
    const depth = step / Math.sqrt(2 * power)
    const survivors = Math.exp(-depth)
    const kept = survivors * (1 + depth + (depth * depth) / 2)
    const noise = (survivors * step * step) / 12
    lost += (1 - kept) * power + noise
    spectrum[band] = (kept * power + noise + ROUNDING) * squared
  }
  const edges = (BLOCKING * lost) / SPECTRUM_BANDS / BLOCK_BANDS
  for (let band = 0; band < SPECTRUM_BANDS; band++) {
    spectrum[band] += AT_BLOCKS[band] * edges * FREQUENCIES[band] * FREQUENCIES[band]
  }
}
