/**
 * A naive classifier of texts: multinomial naive Bayes on characters and pairs of characters, hashed into a table.
 * Its score is the mean log-odds a feature, so that long texts do not score high for being long.
 */
import { mix32 } from "../random/streams.ts"

const CELLS = 1 << 18
/** Added to every count, so that an unseen feature says little. */
const SMOOTHING = 0.5

export type Classifier = (text: string) => number

/** Learns to tell `ours` (scored high) from `theirs`. */
export function trainClassifier(ours: readonly string[], theirs: readonly string[]): Classifier {
  const [here, there] = [countFeatures(ours), countFeatures(theirs)]
  const size = new Set([...ours, ...theirs].flatMap((text) => [...text])).size * 8 + 1
  const logOdds = new Float32Array(CELLS)
  for (let cell = 0; cell < CELLS; cell++) {
    const ourShare = (here.counts[cell] + SMOOTHING) / (here.total + SMOOTHING * size)
    const theirShare = (there.counts[cell] + SMOOTHING) / (there.total + SMOOTHING * size)
    logOdds[cell] = Math.log(ourShare / theirShare)
  }
  return (text) => {
    let sum = 0
    let features = 0
    eachFeature(text, (cell) => {
      sum += logOdds[cell]
      features++
    })
    return features === 0 ? 0 : sum / features
  }
}

function countFeatures(texts: readonly string[]): { counts: Uint32Array; total: number } {
  const counts = new Uint32Array(CELLS)
  let total = 0
  for (const text of texts)
    eachFeature(text, (cell) => {
      counts[cell]++
      total++
    })
  return { counts, total }
}

function eachFeature(text: string, emit: (cell: number) => void): void {
  let before = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    emit(mix32(code) & (CELLS - 1))
    if (before > 0) emit(mix32(Math.imul(before, 0x9e3779b1) ^ code) & (CELLS - 1))
    before = code
  }
}

/** Area under the ROC curve: the share of pairs in which the positive scores higher, ties counting half. */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  const sorted = Float64Array.from(negatives).sort()
  let wins = 0
  for (const score of positives) wins += (rank(sorted, score, false) + rank(sorted, score, true)) / 2
  return wins / (positives.length * negatives.length)
}

/** Share of the positives above the threshold that the given share of the negatives exceeds. */
export function recallAt(share: number, positives: readonly number[], negatives: readonly number[]): number {
  const sorted = Float64Array.from(negatives).sort()
  const threshold = sorted[Math.min(sorted.length - 1, Math.ceil((1 - share) * sorted.length))]
  return positives.filter((score) => score > threshold).length / positives.length
}

/** How many of the ascending values are below `value`, or at most it. */
function rank(sorted: Float64Array, value: number, inclusive: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle] < value || (inclusive && sorted[middle] === value)) low = middle + 1
    else high = middle
  }
  return low
}
