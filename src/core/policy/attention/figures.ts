/** Figures of a setting, from the sums of its draws. */
import type { Estimate } from "../../evaluation/intervals.ts"
import { intervalOf } from "../../evaluation/resample.ts"
import { SUMS, type Sum, type Sums } from "./draws.ts"
import type { AttentionFigures } from "./report.ts"

/** Sums of many draws and settings, as drawFeeds writes them. */
export interface DrawnSums {
  readonly values: Float64Array
  readonly draws: number
  readonly settings: number
}

const total = (sums: Sums) => sums.managed + sums.wronged + sums.untouched
const totalBefore = (sums: Sums) => sums.managedBefore + sums.wrongedBefore + sums.untouchedBefore

/** A difference of shares, so that where nothing can be shown any more, nothing is told. */
const lossOf = (before: number, after: number, sums: Sums) => before / totalBefore(sums) - after / total(sums)

type Of = (sums: Sums, baseline: Sums) => number
const FIGURES: Readonly<Record<keyof AttentionFigures, Of>> = {
  managedShare: (sums) => sums.managed / total(sums),
  returned: (sums) => lossOf(sums.managedBefore, sums.managed, sums),
  lostWrongly: (sums) => lossOf(sums.wrongedBefore, sums.wronged, sums),
  lostPerCreator: (sums) => 1 - sums.wronged / sums.wrongedBefore,
  wrongPer1000: (sums) => (1000 * sums.wrongedCreators) / sums.creators,
  paidUndisclosed: (sums) => sums.paidUndisclosed / sums.paid,
  ndcg: (sums) => sums.ndcg / sums.ndcgOf,
  ndcgAuthentic: (sums) => sums.ndcgAuthentic / sums.ndcgAuthenticOf,
  ndcgChange: (sums, baseline) => sums.ndcg / sums.ndcgOf - baseline.ndcg / baseline.ndcgOf,
  ndcgAuthenticChange: (sums, baseline) =>
    sums.ndcgAuthentic / sums.ndcgAuthenticOf - baseline.ndcgAuthentic / baseline.ndcgAuthenticOf,
}

/** Draw 0 tells the values, the others the intervals; setting 0 is what changes are against. */
export function figuresOf(drawn: DrawnSums, setting: number): AttentionFigures {
  const names = Object.keys(FIGURES) as (keyof AttentionFigures)[]
  const values = Object.fromEntries(names.map((name) => [name, [] as number[]]))
  for (let draw = 0; draw < drawn.draws; draw++) {
    const [sums, baseline] = [sumsAt(drawn, draw, setting), sumsAt(drawn, draw, 0)]
    for (const name of names) values[name].push(FIGURES[name](sums, baseline))
  }
  const estimate = (name: keyof AttentionFigures): Estimate => ({
    value: values[name][0],
    interval: intervalOf(values[name].slice(1)),
  })
  return Object.fromEntries(names.map((name) => [name, estimate(name)])) as unknown as AttentionFigures
}

function sumsAt({ values, settings }: DrawnSums, draw: number, setting: number): Sums {
  const first = (draw * settings + setting) * SUMS.length
  return Object.fromEntries(SUMS.map((name, at) => [name, values[first + at]])) as Record<Sum, number>
}
