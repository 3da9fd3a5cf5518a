/**
 * Pictures that an image model made. A model learns the fall of natural power well and its last octaves badly: what
 * decodes a small latent into a large picture upsamples step by step, and every step leaves a comb at the multiples of
 * its own sampling (Frank et al. 2020; Corvi et al. 2023) and a wrong share of high frequencies - too much after
 * transposed convolutions (Durall et al. 2020), too little in many diffusion models (Dzanic et al. 2020; Ricker et
 * al. 2024). Families differ in both; an operator uses one family for all accounts.
 */
import { SPECTRUM_BANDS } from "../../evidence/evidence.ts"
import type { Random } from "../../random/streams.ts"
import { aboutMedian } from "./bell.ts"
import { drawScene, scatterScene } from "./scene.ts"
import { FREQUENCIES, HIGHEST, type Spectrum } from "./spectrum.ts"

interface Family {
  /** Pixels that one cell of the latent becomes: the comb's teeth lie at the multiples of its inverse. */
  readonly cell: number
  /** Natural logarithm of the excess of power on a tooth. */
  readonly comb: number
  /** The same at the highest frequency; negative where the model falls short. Begins at an eighth of a cycle. */
  readonly tail: number
  /** Pixels of the longer side that it makes. */
  readonly pixels: number
}

/** Kinds of image models on the market, not products. */
const FAMILIES: readonly Family[] = [
  // Latent diffusion with a small autoencoder, with a large one, and one that ends in an upscaler.
  { cell: 8, comb: 0.55, tail: 0.35, pixels: 1344 },
  { cell: 8, comb: 0.3, tail: 0.25, pixels: 1536 },
  { cell: 4, comb: 0.3, tail: 0.5, pixels: 2048 },
  // Adversarial networks.
  { cell: 4, comb: 0.6, tail: 0.6, pixels: 1024 },
  // Tokens one after another, decoded from a coarse grid.
  { cell: 16, comb: 0.5, tail: 0.4, pixels: 1536 },
  // Diffusion of the pixels themselves: hardly a comb, too few high frequencies.
  { cell: 2, comb: 0.35, tail: -0.6, pixels: 1024 },
]

export const FAMILY_COUNT = FAMILIES.length

export const pixelsOf = (family: number): number => FAMILIES[family].pixels

/** A band this close to a tooth or its diagonal neighbour holds part of it, cycles a pixel. */
const TOOTH_WIDTH = FREQUENCIES[0]

/** Natural logarithm of the excess of power of a family at its usual strength, a band. */
const RESIDUES = FAMILIES.map(({ cell, comb, tail }) =>
  FREQUENCIES.map((frequency) => {
    const begins = HIGHEST / 4
    const above = Math.max(0, (frequency - begins) / (HIGHEST - begins))
    return comb * toothAt(frequency, cell) + tail * above * above
  }),
)

/** Share of a ring's power that the comb lifts: all on a tooth, half on its diagonals, none between. */
function toothAt(frequency: number, cell: number): number {
  let share = 0
  for (let order = 1; order / cell <= HIGHEST; order++) {
    const tooth = order / cell
    share = Math.max(share, near(frequency, tooth), near(frequency, tooth * Math.SQRT2) / 2)
  }
  return share
}

function near(frequency: number, tooth: number): number {
  return Math.max(0, 1 - Math.abs(frequency - tooth) / TOOTH_WIDTH)
}

/** Multiplies a spectrum by what a family's upsampling leaves, at a strength of 1 as usual. */
export function addResidue(spectrum: Spectrum, family: number, strength: number): void {
  const residue = RESIDUES[family]
  for (let band = 0; band < SPECTRUM_BANDS; band++) spectrum[band] *= Math.exp(strength * residue[band])
}

/** Fills `out` with the spectrum of a picture that a family made. */
export function generate(family: number, random: Random, out: Spectrum): void {
  scatterScene(drawScene(random), random, out)
  addResidue(out, family, aboutMedian(1, 0.5, random))
}
