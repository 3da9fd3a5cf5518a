/**
 * What people and operators do to a picture before they post it: filters, captions, grain - and, where somebody wants
 * a generated picture to pass for a photograph, laundering: another size, added noise, a compression in between.
 */
import type { Random } from "../../random/streams.ts"
import { aboutMedian } from "./bell.ts"
import { compress, shrink } from "./damage.ts"
import { addInk, addNoise, blur, sharpen } from "./optics.ts"
import type { Spectrum } from "./spectrum.ts"

/** One of an editor's usual filters. */
export function applyFilter(spectrum: Spectrum, random: Random): void {
  const which = random()
  if (which < 0.35) blur(spectrum, aboutMedian(0.55, 0.3, random))
  else if (which < 0.65) sharpen(spectrum, aboutMedian(0.35, 0.5, random))
  else if (which < 0.85) addInk(spectrum, aboutMedian(0.15, 0.8, random))
  else addNoise(spectrum, aboutMedian(3, 0.4, random))
}

/**
 * Takes a generator's traces away as far as resampling, grain and recompression can; returns how large the picture is
 * now, of what it was.
 */
export function launder(spectrum: Spectrum, random: Random): number {
  const scale = 0.5 + 0.4 * random()
  shrink(spectrum, scale, 0.1)
  blur(spectrum, aboutMedian(0.8, 0.2, random))
  addNoise(spectrum, aboutMedian(1.8, 0.4, random))
  compress(spectrum, 70 + 22 * random())
  return scale
}
