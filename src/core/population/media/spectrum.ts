/**
 * A picture's radial power spectrum, in the form in which lenses, resizing and compression are simple.
 *
 * The power of natural pictures falls with the square of the frequency (Burton and Moorhead 1987, Field 1987). So a
 * spectrum is kept whitened: power density in gray levels squared, times the frequency squared. That is flat for such a
 * picture, and resizing moves it along the axis without changing its height, which is what scale invariance means.
 */
import { SPECTRUM_BANDS } from "../../evidence/evidence.ts"

/** Whitened power, one value a band; see FREQUENCIES. */
export type Spectrum = Float64Array

/** Middle of each band, cycles a pixel: 1/32 to 1/2. */
export const FREQUENCIES = Float64Array.from(
  { length: SPECTRUM_BANDS },
  (_, band) => (band + 1) / (2 * SPECTRUM_BANDS),
)

/** The highest frequency that pixels can carry, cycles a pixel. */
export const HIGHEST = 0.5

/** Natural logarithm of each band's frequency over HIGHEST. */
export const LOG_FREQUENCIES = FREQUENCIES.map((frequency) => Math.log(frequency / HIGHEST))

export const emptySpectrum = (): Spectrum => new Float64Array(SPECTRUM_BANDS)

/** Writes log10 of the power density of all bands to `out` from `at`. */
export function writeLogPower(spectrum: Spectrum, out: Float32Array, at: number): void {
  for (let band = 0; band < SPECTRUM_BANDS; band++) {
    out[at + band] = Math.LOG10E * (Math.log(spectrum[band]) - 2 * (LOG_FREQUENCIES[band] - Math.LN2))
  }
}
