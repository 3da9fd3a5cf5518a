/** What the two-detector heat map shows: figures of a rule over two scores at every pair of thresholds. */
import {
  type Confusion,
  falsePositiveRate,
  type GridCells,
  gridCells,
  indexOrdered,
  keysOf,
  orderScores,
  type PairHow,
  precision,
  recall,
  reweigh,
  type ThresholdGrid,
  tellingThresholds,
} from "../../core/evaluation/index.ts"

/** Thresholds on each axis: cells large enough to point at. */
export const STEPS = 24

export const PAIR_FIGURES = ["recall", "falsePositiveRate", "precision"] as const
export type PairFigure = (typeof PAIR_FIGURES)[number]

/** Two scores, the thresholds that are looked at, and where the accounts lie among them. */
export interface PairAxes {
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly cells: GridCells
}

/** `label` chooses the thresholds only, so that axes stand still while the definition moves. */
export function pairAxes(x: Float32Array, y: Float32Array, label: Uint8Array): PairAxes {
  const axisOf = (score: Float32Array) => ({
    keys: keysOf(score),
    thresholds: tellingThresholds(indexOrdered(orderScores(score), label), STEPS),
  })
  const [first, second] = [axisOf(x), axisOf(y)]
  return { x: first.thresholds, y: second.thresholds, cells: gridCells(first, second) }
}

/** The place on an axis whose threshold is nearest. */
export function nearestPlace(thresholds: readonly number[], wanted: number): number {
  const away = thresholds.map((threshold) => Math.abs(threshold - wanted))
  return Math.max(0, away.indexOf(Math.min(...away)))
}

/** A figure at a point; precision at the prevalence, if one is given. */
export function pairFigure(figure: PairFigure, observed: Confusion, prevalence: number | undefined): number {
  if (figure === "recall") return recall(observed)
  if (figure === "falsePositiveRate") return falsePositiveRate(observed)
  return precision(prevalence === undefined ? observed : reweigh(observed, prevalence))
}

/** Rates below this have the palest colour. */
export const LEAST_RATE = 1e-4

/** How deep a cell's colour is, in [0, 1]: false-positive rates by their logarithm. NaN where there is nothing to say. */
export function depthOf(figure: PairFigure, value: number): number {
  if (figure !== "falsePositiveRate") return value
  return Math.max(0, 1 - Math.log(Math.max(value, LEAST_RATE)) / Math.log(LEAST_RATE))
}

/** All cells' depths, x by x. */
export function depthsOf(
  grid: ThresholdGrid,
  { x, y }: Pick<PairAxes, "x" | "y">,
  how: PairHow,
  figure: PairFigure,
  prevalence: number | undefined,
): Float64Array {
  const depth = new Float64Array(x.length * y.length)
  for (let atX = 0; atX < x.length; atX++)
    for (let atY = 0; atY < y.length; atY++)
      depth[atX * y.length + atY] = depthOf(
        figure,
        pairFigure(figure, grid.confusionAt(atX, atY, how), prevalence),
      )
  return depth
}
