/**
 * Calibration: what share of accounts with a score like this one are AI-managed? By beta calibration (beta.ts) or by
 * centred isotonic regression (Oron and Flournoy 2017): pool adjacent violators (Ayer et al. 1955), then straight
 * lines between the blocks' centres, so that unequal scores keep unequal probabilities. Each block's rate is
 * shrunk by one account at the base rate, so that no probability is 0 or 1; that moves small blocks more than
 * large ones, so neighbours that it would put out of order are pooled as well.
 */
import { betaLogOdds, fitBeta } from "./beta.ts"
import type { CalibrationCurve, CalibrationMethod, IsotonicCurve } from "./model.ts"

/**
 * Learns from the accounts whose score is not NaN; an empty isotonic curve when there are none. `label`: 1 for
 * AI-managed; `baseRate`: in (0, 1).
 */
export function fitCalibration(
  method: CalibrationMethod,
  score: Float32Array,
  label: Uint8Array,
  baseRate: number,
): CalibrationCurve {
  const judged = judgedOf(score)
  if (method === "isotonic" || judged.length === 0) return fitIsotonic(score, label, baseRate)
  return fitBeta(
    Float64Array.from(judged, (account) => score[account]),
    Uint8Array.from(judged, (account) => label[account]),
  )
}

const judgedOf = (score: Float32Array) =>
  Uint32Array.from(score.keys()).filter((account) => !Number.isNaN(score[account]))

export function fitIsotonic(score: Float32Array, label: Uint8Array, baseRate: number): IsotonicCurve {
  const judged = judgedOf(score).sort((a, b) => score[a] - score[b] || a - b)
  const blocks: Block[] = []
  for (const account of judged) {
    const last = blocks[blocks.length - 1]
    if (last && last.highest === score[account]) absorb(last, score[account], label[account])
    else
      blocks.push({ weight: 1, managed: label[account], scoreSum: score[account], highest: score[account] })
  }
  const shrunk = (block: Block) => (block.managed + baseRate) / (block.weight + 1)
  const pooled = pool(pool(blocks, rate), shrunk)
  return {
    score: pooled.map((block) => block.scoreSum / block.weight),
    probability: pooled.map(shrunk),
  }
}

interface Block {
  weight: number
  managed: number
  scoreSum: number
  highest: number
}

function absorb(block: Block, score: number, label: number): void {
  block.weight++
  block.managed += label
  block.scoreSum += score
}

/** Merges neighbours until what `height` says of them rises from block to block. */
function pool(blocks: readonly Block[], height: (block: Block) => number): Block[] {
  const pooled: Block[] = []
  for (const block of blocks) {
    let current = block
    for (let last = pooled.at(-1); last && height(last) >= height(current); last = pooled.at(-1)) {
      pooled.pop()
      current = {
        weight: last.weight + current.weight,
        managed: last.managed + current.managed,
        scoreSum: last.scoreSum + current.scoreSum,
        highest: current.highest,
      }
    }
    pooled.push(current)
  }
  return pooled
}

const rate = (block: Block) => block.managed / block.weight

/** Probability in (0, 1) for a score; NaN for a missing score or an empty curve. */
export function calibrate(curve: CalibrationCurve, value: number): number {
  if (Number.isNaN(value)) return Number.NaN
  return "a" in curve ? inside(sigmoid(betaLogOdds(curve, value))) : interpolate(curve, value)
}

function interpolate({ score, probability }: IsotonicCurve, value: number): number {
  const last = score.length - 1
  if (last < 0) return Number.NaN
  if (value <= score[0]) return probability[0]
  if (value >= score[last]) return probability[last]
  let low = 0
  let high = last
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (score[middle] <= value) low = middle
    else high = middle
  }
  const along = (value - score[low]) / (score[high] - score[low])
  return probability[low] + along * (probability[high] - probability[low])
}

/** Keeps a share off 0 and 1, where log-odds end. */
export const inside = (share: number) => Math.min(1 - 1e-6, Math.max(1e-6, share))

/** ln(p / (1 - p)). */
export const logOdds = (p: number) => Math.log(p / (1 - p))
export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
