/**
 * What lenses, sensors and the filters of an editor do to a spectrum. Each is a transfer function: power is multiplied
 * by the square of what the amplitude is, and noise adds power of its own.
 */
import { SPECTRUM_BANDS } from "../../evidence/evidence.ts"
import { FREQUENCIES, HIGHEST, type Spectrum } from "./spectrum.ts"

/** A blur whose power falls to 1/e at `cutoff` cycles a pixel: optics, a shaky hand, smoothed skin. */
export function blur(spectrum: Spectrum, cutoff: number): void {
  for (let band = 0; band < SPECTRUM_BANDS; band++) {
    const reach = FREQUENCIES[band] / cutoff
    spectrum[band] *= Math.exp(-reach * reach)
  }
}

/** Unsharp masking: the amplitude of the highest frequency grows by `strength`, that of lower ones by less. */
export function sharpen(spectrum: Spectrum, strength: number): void {
  for (let band = 0; band < SPECTRUM_BANDS; band++) {
    const share = FREQUENCIES[band] / HIGHEST
    const gain = 1 + strength * share * share
    spectrum[band] *= gain * gain
  }
}

/** White noise of `sigma` gray levels: its density is the same at all frequencies. */
export function addNoise(spectrum: Spectrum, sigma: number): void {
  for (let band = 0; band < SPECTRUM_BANDS; band++) {
    spectrum[band] += sigma * sigma * FREQUENCIES[band] * FREQUENCIES[band]
  }
}

/**
 * Letters and the edges of frames: ink whose strokes cover `strength` of the power that the middle band has.
 * Thin strokes hold more of the high frequencies than scenes do (their power falls with the frequency, not its square).
 */
export function addInk(spectrum: Spectrum, strength: number): void {
  const middle = spectrum[SPECTRUM_BANDS / 2 - 1]
  for (let band = 0; band < SPECTRUM_BANDS; band++) {
    spectrum[band] += (strength * middle * FREQUENCIES[band]) / HIGHEST
  }
}
