/**
 * Calibration: what share of accounts with a score like this one are AI-managed?
 * Centred isotonic regression (Oron and Flournoy 2017): pool adjacent violators (Ayer et al. 1955), then straight
 * lines between the blocks' centres, so that unequal scores keep unequal probabilities. Each block's rate is
 * shrunk by one account at the base rate, so that no probability is 0 or 1; that moves small blocks more than
 * large ones, so neighbours that it would put out of order are pooled as well.
 */

/** Knots of a curve from score to probability, both ascending; constant beyond its ends. */
export interface CalibrationCurve {
  readonly score: readonly number[]
  readonly probability: readonly number[]
}

/** Learns from the accounts whose score is not NaN; an empty curve when there are none. */
export function fitCalibration(score: Float32Array, label: Uint8Array, baseRate: number): CalibrationCurve {
  const judged = Uint32Array.from(score.keys()).filter((account) => !Number.isNaN(score[account]))
  judged.sort((a, b) => score[a] - score[b] || a - b)
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
export function calibrate({ score, probability }: CalibrationCurve, value: number): number {
  const last = score.length - 1
  if (Number.isNaN(value) || last < 0) return Number.NaN
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

/** ln(p / (1 - p)). */
export const logOdds = (p: number) => Math.log(p / (1 - p))
export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
