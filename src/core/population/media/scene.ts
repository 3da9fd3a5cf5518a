/**
 * What a picture shows, as far as its spectrum tells: natural scenes differ in contrast and in how fast their power
 * falls, by an exponent of about 2 with an SD of 0.2 to 0.4 between pictures (Burton and Moorhead 1987; Field 1987;
 * Tolhurst et al. 1992; van der Schaaf and van Hateren 1996). Image models have learned just these.
 */
import { SPECTRUM_BANDS } from "../../evidence/evidence.ts"
import type { Random } from "../../random/streams.ts"
import { aboutMedian, bell } from "./bell.ts"
import { LOG_FREQUENCIES, type Spectrum } from "./spectrum.ts"

/** What a scene's spectrum looks like before any lens. */
export interface Scene {
  /** Power density at one cycle a pixel, gray levels squared. */
  readonly contrast: number
  /** Exponent of the fall with frequency: about 2. */
  readonly exponent: number
  /** Bend of the fall in log-log coordinates; a quarter of pictures show one (Tolhurst et al. 1992). */
  readonly bend: number
  /** Log-SD by which single bands differ: what the picture shows has sizes of its own (Langer 2000). */
  readonly texture: number
}

/** Fills `out` with the scene's spectrum; `random` draws the texture, and is not touched where there is none. */
export function scatterScene(
  { contrast, exponent, bend, texture }: Scene,
  random: Random,
  out: Spectrum,
): void {
  const level = Math.log(contrast)
  for (let band = 0; band < SPECTRUM_BANDS; band++) {
    // Contrast is told at the middle of the range, about which a steeper scene turns.
    const above = LOG_FREQUENCIES[band] + MIDDLE
    const height = level + (2 - exponent) * above + bend * above * above
    out[band] = Math.exp(texture > 0 ? height + texture * bell(random) : height)
  }
}

/** Logarithm of HIGHEST over the frequency in the middle of the range, 1/8 cycle a pixel. */
const MIDDLE = Math.log(4)

/** A natural scene as it is before any lens. */
export function drawScene(random: Random): Scene {
  return {
    contrast: aboutMedian(45, 0.75, random),
    exponent: 1.95 + 0.27 * bell(random),
    bend: 0.04 * bell(random),
    texture: 0.08,
  }
}
