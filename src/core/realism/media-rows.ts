/** Rows on spectra, provenance and hashes of pictures: TARGETS.md, Media. */
import type { Clustered } from "./cluster.ts"
import type { MediaSample } from "./media-sample.ts"
import { aboveChance, accuracyLost, judgeShared } from "./media-sharing.ts"
import { combOf, departureOf, slopeOf } from "./media-spectrum.ts"
import { resampled } from "./resample.ts"
import { about, type RowOf } from "./row.ts"

type Row = RowOf<MediaSample>

const NATURAL =
  "Burton and Moorhead 1987, Field 1987, Tolhurst et al. 1992, van der Schaaf and van Hateren 1996"

/** Count, sum and sum of squares of what an account's pictures showed: all that means and deviations need. */
interface Sums {
  readonly count: number
  readonly sum: number
  readonly squares: number
}

function sumsOf(values: readonly number[]): Sums {
  let [sum, squares] = [0, 0]
  for (const value of values) {
    sum += value
    squares += value * value
  }
  return { count: values.length, sum, squares }
}

function pooled(parts: readonly Sums[]): Sums {
  let [count, sum, squares] = [0, 0, 0]
  for (const part of parts) {
    count += part.count
    sum += part.sum
    squares += part.squares
  }
  return { count, sum, squares }
}

const meanOf = ({ count, sum }: Sums) => sum / count

function spreadOf({ count, sum, squares }: Sums): number {
  const mean = sum / count
  return Math.sqrt(squares / count - mean * mean)
}

const slopes = ({ galleries }: MediaSample) =>
  galleries
    .filter(({ photographs }) => photographs.length > 0)
    .map(({ cluster, photographs }) => ({
      cluster,
      ...sumsOf(photographs.map((spectrum) => slopeOf(spectrum, 0))),
    }))

const slopeMean: Row = {
  id: "photograph-slope-mean",
  title: "Slope of the log power spectrum of photographs as the camera left them, mean",
  side: "all",
  unit: "",
  published: about(-2),
  certainty: "soft",
  source: NATURAL,
  estimate: (sample) => resampled(slopes(sample), (drawn) => meanOf(pooled(drawn)), "media-slope"),
}

const slopeSpread: Row = {
  id: "photograph-slope-sd",
  title: "The same slope, standard deviation between photographs",
  side: "all",
  unit: "",
  published: [0.2, 0.4],
  certainty: "soft",
  source: NATURAL,
  estimate: (sample) => resampled(slopes(sample), (drawn) => spreadOf(pooled(drawn)), "media-slope-sd"),
}

/** Published as being there, without a size, so that it checks a direction only: anything above what a hundredth of log10 power is counts. */
const ABOVE_ZERO = [0.01, 1] as const

/** A statistic of generated pictures as their model left them, minus the same of photographs. */
function beyondPhotographs(
  { galleries }: MediaSample,
  statistic: (spectrum: Float32Array, at: number) => number,
  name: string,
) {
  const sums = (spectra: readonly Float32Array[]) => sumsOf(spectra.map((spectrum) => statistic(spectrum, 0)))
  const items = galleries
    .filter(({ photographs, models }) => photographs.length + models.length > 0)
    .map(({ cluster, photographs, models }) => ({
      cluster,
      photographs: sums(photographs),
      models: sums(models),
    }))
  if (!items.some(({ models }) => models.count > 0)) return { why: "no picture was generated" }
  if (!items.some(({ photographs }) => photographs.count > 0)) return { why: "no picture was photographed" }
  return resampled(
    items,
    (drawn) =>
      meanOf(pooled(drawn.map(({ models }) => models))) -
      meanOf(pooled(drawn.map(({ photographs }) => photographs))),
    name,
  )
}

const departure: Row = {
  id: "generated-departure",
  title:
    "Distance of generated pictures' power from a power law, from 1/8 cycle a pixel on, beyond photographs': above 0",
  side: "all",
  unit: "log10",
  published: ABOVE_ZERO,
  certainty: "paper",
  source: "Durall 2020, Dzanic 2020, Corvi 2023",
  check: true,
  estimate: (sample) => beyondPhotographs(sample, departureOf, "media-departure"),
}

const comb: Row = {
  id: "generated-comb",
  title: "Power of generated pictures at multiples of 1/8 cycle a pixel beyond the bands beside: above 0",
  side: "all",
  unit: "log10",
  published: ABOVE_ZERO,
  certainty: "paper",
  source: "Frank 2020, Corvi 2023 (periodic autocorrelation)",
  check: true,
  estimate: (sample) => beyondPhotographs(sample, combOf, "media-comb"),
}

const sharing: Row = {
  id: "sharing-accuracy-lost",
  title:
    "Balanced accuracy above chance that a spectral detector of generated pictures loses by publication, share",
  side: "all",
  unit: "share",
  published: [0.32, 0.57],
  certainty: "soft",
  source: "TrueFake (Dell'Anna et al. 2025): loss of accuracy after sharing",
  estimate: ({ galleries }) => {
    const verdicts = judgeShared(galleries)
    if (!verdicts) return { why: "too few generated pictures to learn from" }
    // Also where there is nothing of a kind to be tried on.
    if (!(aboveChance(verdicts, "before") > 0)) return { why: "nothing is told apart before publication" }
    return resampled(verdicts, accuracyLost, "media-sharing")
  },
}

const manifests: Row = {
  id: "c2pa-present",
  title: "Pictures that carry a C2PA manifest",
  side: "all",
  unit: "share",
  published: about(0.0022),
  certainty: "paper",
  source: "IPTC Metawatch 2026: 15 of 6,845 crawled pictures",
  estimate: ({ galleries }) =>
    resampled(
      galleries.filter(({ covers }) => covers > 0),
      (drawn) =>
        drawn.reduce((sum, { signed }) => sum + signed, 0) /
        drawn.reduce((sum, { covers }) => sum + covers, 0),
      "media-c2pa",
    ),
}

/** Bits of 64 within which two pictures count as one. */
const MATCH = 10

const matches = (cluster: number, pairs: readonly number[]): Clustered & Sums => ({
  cluster,
  ...sumsOf(pairs.map((bits) => (bits <= MATCH ? 1 : 0))),
})

const reuploads: Row = {
  id: "hash-match-same",
  title: `Pairs of uploads of one picture whose hashes differ in at most ${MATCH} of 64 bits: most`,
  side: "all",
  unit: "share",
  published: [0.5, 1],
  certainty: "paper",
  source: "pHash: matches within 10 to 15 of 64 bits; PDQ: 31 of 256",
  check: true,
  estimate: ({ hashes }) =>
    resampled(
      hashes.same.map(({ cluster, bits }) => matches(cluster, bits)),
      (drawn) => meanOf(pooled(drawn)),
      "media-hash-same",
    ),
}

const strangers: Row = {
  id: "hash-match-unrelated",
  title: `Pairs of unrelated pictures whose hashes differ in at most ${MATCH} of 64 bits: hardly any`,
  side: "all",
  unit: "share",
  published: [0, 0.001],
  certainty: "paper",
  source: "pHash, PDQ: unrelated pictures differ in half the bits",
  check: true,
  estimate: ({ hashes }) =>
    resampled(
      hashes.unrelated.map(({ cluster, value }) => matches(cluster, [value])),
      (drawn) => meanOf(pooled(drawn)),
      "media-hash-unrelated",
    ),
}

export const mediaRows: readonly Row[] = [
  slopeMean,
  slopeSpread,
  departure,
  comb,
  sharing,
  manifests,
  reuploads,
  strangers,
]
