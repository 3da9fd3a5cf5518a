/** What ROC curves have in common, wherever they are drawn: their points, axes, and the line of guessing. */
import { falsePositiveRate, recall, type ScoreIndex, thin } from "../../core/evaluation/index.ts"
import type { Format } from "../format.ts"
import type { Translate } from "../i18n/index.ts"
import type { Colours } from "../theme.ts"
import { cornersOf } from "./corners.ts"
import { axis, POINTS, type Point, pair } from "./setup.ts"

/** The least rate on a logarithmic axis. */
export const LOWEST_RATE = 1e-4

/** Thinned in the plane in which it is drawn, so that both axes keep their corners. */
export function rocPoints(index: ScoreIndex, logRate: boolean, coarsely = false): Point[] {
  // The curve begins where nobody is flagged.
  const flagged = [index.confusionAt(Number.POSITIVE_INFINITY), ...cornersOf(index, coarsely).flagged]
  const lowest = logRate ? LOWEST_RATE : 0
  const roc = {
    rate: Float64Array.from(flagged, (at) => Math.max(falsePositiveRate(at), lowest)),
    recall: Float64Array.from(flagged, recall),
  }
  const position = logRate ? roc.rate.map(Math.log10) : roc.rate
  if (coarsely) return pair(roc.rate, roc.recall)
  const thinned = thin({ ...roc, position }, "position", "recall", POINTS)
  return pair(thinned.rate, thinned.recall)
}

/** Where detectors that guess would lie. */
export function chance(logRate: boolean): Point[] {
  if (!logRate)
    return [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ]
  return Array.from({ length: 41 }, (_, i) => {
    const rate = 10 ** (Math.log10(LOWEST_RATE) * (1 - i / 40))
    return { x: rate, y: rate }
  })
}

export function rocScales(colours: Colours, t: Translate, format: Format, logRate: boolean) {
  return {
    x: axis(colours, {
      title: t(logRate ? "axis.rateLog" : "axis.rate"),
      min: logRate ? LOWEST_RATE : 0,
      max: 1,
      logarithmic: logRate,
      tick: format.tick,
    }),
    y: axis(colours, { title: t("axis.recall"), min: 0, max: 1, tick: format.tick }),
  }
}

/** A curve that its chart fills with points later. */
export function curveLine(label: string, colour: string) {
  return { label, data: [] as Point[], borderColor: colour, borderWidth: 2, pointRadius: 0, showLine: true }
}

export function guessingLine(colours: Colours, t: Translate, points: readonly Point[]) {
  return {
    ...curveLine(t("save.series.guessing"), colours.muted),
    data: [...points],
    borderDash: [4, 4],
    borderWidth: 1,
  }
}
