/**
 * Scores by a logistic regression that has not seen whom it judges: clusters of accounts are cut into two halves, and
 * each half is judged by what was learned from the other. Features are standardised by the half that is learned from;
 * what an account lacks counts as the mean.
 */
import { fitLogistic } from "../detection/fusion/logistic.ts"
import { deviationOf, meanOf } from "./behaviour-gaps.ts"
import type { Clustered } from "./cluster.ts"

export interface Example extends Clustered {
  readonly isManaged: boolean
  readonly features: readonly number[]
}

/** Penalty on the weights of standardised features; of thousands of accounts it takes next to nothing away. */
const L2 = 1

/** Log-odds of being AI-managed, one an example. */
export function crossFitted(examples: readonly Example[]): Float64Array {
  const halves = halvesOf(examples)
  const scores = new Float64Array(examples.length)
  for (const half of [0, 1]) {
    const judge = learn(examples.filter((_, k) => halves[k] !== half))
    for (const [k, { features }] of examples.entries()) if (halves[k] === half) scores[k] = judge(features)
  }
  return scores
}

/** Clusters of either class are dealt out in turn, so that both halves have as many of both. */
function halvesOf(examples: readonly Example[]): Uint8Array {
  const dealt = { managed: 0, others: 0 }
  const half = new Map<number, number>()
  return Uint8Array.from(examples, ({ cluster, isManaged }) => {
    const known = half.get(cluster) ?? dealt[isManaged ? "managed" : "others"]++ % 2
    half.set(cluster, known)
    return known
  })
}

type Judge = (features: readonly number[]) => number

function learn(examples: readonly Example[]): Judge {
  const standardised = standardiser(examples.map(({ features }) => features))
  const width = examples[0].features.length
  const rows = new Float64Array(examples.length * width)
  for (const [k, { features }] of examples.entries()) rows.set(standardised(features), k * width)
  const label = Uint8Array.from(examples, ({ isManaged }) => (isManaged ? 1 : 0))
  const { weights, intercept } = fitLogistic(rows, width, label, L2)
  return (features) => standardised(features).reduce((sum, value, k) => sum + weights[k] * value, intercept)
}

function standardiser(all: readonly (readonly number[])[]): (features: readonly number[]) => number[] {
  const scales = all[0].map((_, k) => {
    const known = all.map((features) => features[k]).filter(Number.isFinite)
    return known.length === 0
      ? { mean: 0, deviation: 0 }
      : { mean: meanOf(known), deviation: deviationOf(known) }
  })
  return (features) =>
    features.map((value, k) => {
      const { mean, deviation } = scales[k]
      return Number.isFinite(value) && deviation > 0 ? (value - mean) / deviation : 0
    })
}
