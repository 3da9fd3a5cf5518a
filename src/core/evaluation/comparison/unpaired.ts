/**
 * Two runs of different populations: other people, so nobody flips, and what differs may be the people as much as the
 * policy. Their figures can be held against each other all the same, less surely than on the same accounts: each
 * side's accounts are drawn on their own, and the interval is that of the difference of independent draws.
 *
 * As with paired draws, few errors make the draws look surer than they are: the intervals of recall and the false-positive rate
 * are never narrower than Newcombe's hybrid score interval (1998, "Interval estimation for the difference between
 * independent proportions: comparison of eleven methods", Statistics in Medicine 17, method 10).
 */
import { type Interval, wilson } from "../intervals.ts"
import { type FigureComparison, holding, judged } from "./figures.ts"
import {
  type DrawnFigures,
  drawFigures,
  type PairedBootstrapOptions,
  type PairedDifference,
  percentiles,
} from "./paired-bootstrap.ts"
import { classCounts, type Side } from "./side.ts"
import { COMPARED_FIGURES, type ComparedFigure, type Matters } from "./verdict.ts"

export interface UnpairedSide {
  readonly side: Side
  /** As PairedBootstrapOptions. */
  readonly group: Uint32Array
}

export type UnpairedOptions = Omit<PairedBootstrapOptions, "group">

/** One row a figure, in the order of COMPARED_FIGURES. */
export function compareUnpaired(
  a: UnpairedSide,
  b: UnpairedSide,
  matters: Matters,
  { seed, ...options }: UnpairedOptions,
): FigureComparison[] {
  const { maxFpr, confidence = 0.95 } = options
  // Streams of their own: draws of one side must not follow the other's.
  const drawnA = drawFigures(a.side, { ...options, seed: `${seed}/a`, group: a.group })
  const drawnB = drawFigures(b.side, { ...options, seed: `${seed}/b`, group: b.group })
  return COMPARED_FIGURES.map((figure) => {
    const row = differenceOf(figure, drawnA, drawnB, confidence)
    const trials = trialsOf(figure, maxFpr !== undefined)
    const known =
      trials === null
        ? row
        : holding(row, newcombe([row.a, classCounts(a.side)[trials]], [row.b, classCounts(b.side)[trials]]))
    return judged(figure, known, matters, Number.NaN)
  })
}

/** What a figure is a share of; a false-positive rate that thresholds were chosen to meet is left as it is. */
function trialsOf(figure: ComparedFigure, isChosen: boolean): "managed" | "authentic" | null {
  if (figure === "recall") return "managed"
  return figure === "fpr" && !isChosen ? "authentic" : null
}

function differenceOf(
  figure: ComparedFigure,
  a: DrawnFigures,
  b: DrawnFigures,
  confidence: number,
): PairedDifference {
  const difference = b.exact[figure] - a.exact[figure]
  const drawn = b.drawn[figure].map((value, draw) => value - a.drawn[figure][draw])
  const interval: Interval = Number.isNaN(difference) ? [-1, 1] : percentiles(drawn, confidence)
  return { a: a.exact[figure], b: b.exact[figure], difference, interval }
}

type Share = readonly [share: number, trials: number]

/** Of the second share less the first, 95 %; all of [-1, 1] where either has no trials. */
export function newcombe([a, trialsA]: Share, [b, trialsB]: Share): Interval {
  if (!(trialsA > 0 && trialsB > 0)) return [-1, 1]
  const [lowA, highA] = wilson(a * trialsA, trialsA)
  const [lowB, highB] = wilson(b * trialsB, trialsB)
  const reach = (up: number, down: number) => Math.sqrt(up * up + down * down)
  return [b - a - reach(b - lowB, highA - a), b - a + reach(highB - b, a - lowA)]
}
