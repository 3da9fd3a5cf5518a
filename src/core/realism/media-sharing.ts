/**
 * How much a detector of generated pictures loses when they are shared. A plain one, as good as any on clean files:
 * logistic regression on the shape of the spectrum, learned from the pictures of half the accounts as their makers left
 * them, and tried on the pictures of the other half, as left and as published.
 */
import { fitLogistic } from "../detection/fusion/logistic.ts"
import { SPECTRUM_BANDS } from "../evidence/evidence.ts"
import type { Clustered } from "./cluster.ts"
import type { Gallery, Shared } from "./media-sample.ts"

/** One account's pictures as the detector saw them: how many of each kind, and how many it took for generated. */
export interface Verdicts extends Clustered {
  readonly captured: number
  readonly generated: number
  readonly flagged: { readonly before: Flagged; readonly after: Flagged }
}

interface Flagged {
  readonly captured: number
  readonly generated: number
}

/** Pictures of a kind to learn from: fewer teach nothing, more teach no better. */
const LEAST_LEARNED = 100
const MOST_LEARNED = 4000
const L2 = 1

/** The verdicts on the accounts of odd numbers, or null where there are too few pictures to learn from. */
export function judgeShared(galleries: readonly Gallery[]): Verdicts[] | null {
  const isTaught = ({ account }: Gallery) => account % 2 === 0
  const taught = galleries.filter(isTaught)
  const learned = (of: (gallery: Gallery) => readonly Shared[]) =>
    taught.flatMap((gallery) => of(gallery).map(({ before }) => shapeOf(before))).slice(0, MOST_LEARNED)
  const generated = learned((gallery) => gallery.generated)
  const captured = learned((gallery) => gallery.captured).slice(0, Math.max(LEAST_LEARNED, generated.length))
  if (Math.min(generated.length, captured.length) < LEAST_LEARNED) return null
  const flags = learnToFlag(generated, captured)
  const flagged = (of: keyof Shared, { captured, generated }: Gallery): Flagged => ({
    captured: captured.filter((picture) => flags(shapeOf(picture[of]))).length,
    generated: generated.filter((picture) => flags(shapeOf(picture[of]))).length,
  })
  return galleries
    .filter((gallery) => !isTaught(gallery) && gallery.captured.length + gallery.generated.length > 0)
    .map((gallery) => ({
      cluster: gallery.cluster,
      captured: gallery.captured.length,
      generated: gallery.generated.length,
      flagged: { before: flagged("before", gallery), after: flagged("after", gallery) },
    }))
}

/** The spectrum about its own mean, so that a bright or contrasty picture is no sign. */
function shapeOf(spectrum: Float32Array): Float64Array {
  let mean = 0
  for (let band = 0; band < SPECTRUM_BANDS; band++) mean += spectrum[band] / SPECTRUM_BANDS
  return Float64Array.from(spectrum, (power) => power - mean)
}

function learnToFlag(generated: readonly Float64Array[], captured: readonly Float64Array[]) {
  const rows = new Float64Array((generated.length + captured.length) * SPECTRUM_BANDS)
  for (const [k, shape] of [...generated, ...captured].entries()) rows.set(shape, k * SPECTRUM_BANDS)
  const label = Uint8Array.from({ length: generated.length + captured.length }, (_, k) =>
    k < generated.length ? 1 : 0,
  )
  const { weights, intercept } = fitLogistic(rows, SPECTRUM_BANDS, label, L2)
  return (shape: Float64Array) =>
    shape.reduce((sum, power, band) => sum + weights[band] * power, intercept) > 0
}

/**
 * Share of the balanced accuracy above chance that is lost on the way to the platform. TrueFake's losses, of up to 57 %,
 * cannot be shares of the accuracy itself, half of which is chance.
 */
export function accuracyLost(verdicts: readonly Verdicts[]): number {
  return 1 - aboveChance(verdicts, "after") / aboveChance(verdicts, "before")
}

/** Twice the balanced accuracy minus 1 (Youden's J). */
export function aboveChance(verdicts: readonly Verdicts[], when: "before" | "after"): number {
  let [captured, generated, wrong, right] = [0, 0, 0, 0]
  for (const verdict of verdicts) {
    captured += verdict.captured
    generated += verdict.generated
    wrong += verdict.flagged[when].captured
    right += verdict.flagged[when].generated
  }
  return right / generated - wrong / captured
}
