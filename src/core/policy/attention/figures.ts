/** Figures of a setting, from the sums of its draws. */
import type { Estimate } from "../../evaluation/intervals.ts"
import { intervalOf } from "../../evaluation/resample.ts"
import { SUMS, type Sum, type Sums } from "./draws.ts"
import { type LeftOut, leftOutInterval, QUALITY_SUMS, type QualitySums } from "./left-out.ts"
import type { AttentionFigures } from "./report.ts"

/** Sums of many draws and settings, as drawFeeds writes them. */
export interface DrawnSums {
  readonly values: Float64Array
  readonly draws: number
  readonly settings: number
  /** By setting; null where nobody was left out. */
  readonly without: readonly (LeftOut | null)[]
}

const total = (sums: Sums) => sums.managed + sums.wronged + sums.untouched
const totalBefore = (sums: Sums) => sums.managedBefore + sums.wrongedBefore + sums.untouchedBefore

/** A difference of shares, so that where nothing can be shown any more, nothing is told. */
const lossOf = (before: number, after: number, sums: Sums) => before / totalBefore(sums) - after / total(sums)

type Of<From> = (sums: From, baseline: From) => number

const ndcg = (sums: QualitySums) => sums.ndcg / sums.ndcgOf
const ndcgAuthentic = (sums: QualitySums) => sums.ndcgAuthentic / sums.ndcgAuthenticOf
const QUALITY: Readonly<Record<QualityFigure, Of<QualitySums>>> = {
  ndcg,
  ndcgAuthentic,
  ndcgChange: (sums, baseline) => ndcg(sums) - ndcg(baseline),
  ndcgAuthenticChange: (sums, baseline) => ndcgAuthentic(sums) - ndcgAuthentic(baseline),
}
type QualityFigure = "ndcg" | "ndcgAuthentic" | "ndcgChange" | "ndcgAuthenticChange"

const SHARES: Readonly<Record<Exclude<keyof AttentionFigures, QualityFigure>, Of<Sums>>> = {
  managedShare: (sums) => sums.managed / total(sums),
  returned: (sums) => lossOf(sums.managedBefore, sums.managed, sums),
  lostWrongly: (sums) => lossOf(sums.wrongedBefore, sums.wronged, sums),
  lostPerCreator: (sums) => 1 - sums.wronged / sums.wrongedBefore,
  wrongPer1000: (sums) => (1000 * sums.wrongedCreators) / sums.creators,
  paidUndisclosed: (sums) => sums.paidUndisclosed / sums.paid,
}

/** Draw 0 tells the values, the others and what is without each part the intervals; setting 0 is what changes are against. */
export function figuresOf(drawn: DrawnSums, setting: number): AttentionFigures {
  const draws = Array.from({ length: drawn.draws }, (_, draw) => [
    sumsAt(drawn, draw, setting),
    sumsAt(drawn, draw, 0),
  ])
  const shareOf = (figure: keyof typeof SHARES): Estimate => {
    const [value, ...others] = draws.map(([sums, baseline]) => SHARES[figure](sums, baseline))
    return { value, interval: intervalOf(others) }
  }
  const qualityOf = (figure: QualityFigure): Estimate => {
    const value = QUALITY[figure](draws[0][0], draws[0][1])
    const without = (what: keyof LeftOut) =>
      sumsWithout(drawn, setting, what).map(([sums, baseline]) => QUALITY[figure](sums, baseline))
    const [low, high] = leftOutInterval(value, {
      accounts: without("accounts"),
      reactions: without("reactions"),
    })
    const least = figure.endsWith("Change") ? -1 : 0
    return { value, interval: [Math.max(least, low), Math.min(1, high)] }
  }
  return { ...eachOf(SHARES, shareOf), ...eachOf(QUALITY, qualityOf) }
}

const NO_ESTIMATE: Estimate = { value: Number.NaN, interval: [Number.NaN, Number.NaN] }

/** No figure at all: of a setting that takes AI-managed accounts to be one. */
export const NOTHING_TOLD: AttentionFigures = eachOf({ ...SHARES, ...QUALITY }, () => NO_ESTIMATE)

/** What can be told of a run without AI-managed accounts: no share of theirs, which would be 0 of any policy. */
export const withoutManaged = (drawn: DrawnSums, setting: number): AttentionFigures => ({
  ...figuresOf(drawn, setting),
  managedShare: NO_ESTIMATE,
  returned: NO_ESTIMATE,
  paidUndisclosed: NO_ESTIMATE,
})

function eachOf<Figure extends string>(
  figures: Readonly<Record<Figure, unknown>>,
  of: (figure: Figure) => Estimate,
): Record<Figure, Estimate> {
  const names = Object.keys(figures) as Figure[]
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Figure, Estimate>
}

/** Sums of the setting and of the first with each part left out; none where nobody was. */
function sumsWithout(
  { without }: DrawnSums,
  setting: number,
  what: keyof LeftOut,
): (readonly [QualitySums, QualitySums])[] {
  const [own, baseline] = [without[setting]?.[what], without[0]?.[what]]
  if (!own || !baseline) return []
  const sumsOf = (sums: Float64Array, part: number) =>
    Object.fromEntries(
      QUALITY_SUMS.map((name, at) => [name, sums[part * QUALITY_SUMS.length + at]]),
    ) as QualitySums
  return Array.from({ length: own.length / QUALITY_SUMS.length }, (_, part) => [
    sumsOf(own, part),
    sumsOf(baseline, part),
  ])
}

function sumsAt({ values, settings }: DrawnSums, draw: number, setting: number): Sums {
  const first = (draw * settings + setting) * SUMS.length
  return Object.fromEntries(SUMS.map((name, at) => [name, values[first + at]])) as Record<Sum, number>
}
