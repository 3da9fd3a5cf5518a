/** Thresholds worth looking at: few, where they matter, and short to write. */
import type { ScoreIndex } from "../score-index.ts"

/**
 * At most `most` (2 or more) thresholds, ascending: of the authentic accounts, the shares at or above them fall
 * geometrically from all to one and none, so that false-positive rates near 0.1 % get as many as those near 10 %. Each
 * is the shortest decimal that flags the same accounts as the score that it stands for.
 */
export function tellingThresholds(index: ScoreIndex, most: number): number[] {
  const { score, flaggedAuthentic } = index.thresholds
  if (score.length === 0) return []
  const chosen = new Set<number>([score.length - 1])
  for (let k = 0; k < most - 1; k++) {
    const allowed = Math.exp((Math.log(Math.max(1, index.authentic)) * k) / (most - 1))
    chosen.add(lastWithin(flaggedAuthentic, k === 0 ? 0 : allowed))
  }
  return [...chosen]
    .filter((step) => step >= 0)
    .sort((a, b) => b - a)
    .map((step) =>
      shortest(step + 1 < score.length ? score[step + 1] : Number.NEGATIVE_INFINITY, score[step]),
    )
}

/** The last step that flags at most `allowed` authentic accounts; -1 when the first flags more. */
function lastWithin(flaggedAuthentic: Uint32Array, allowed: number): number {
  let low = 0
  let high = flaggedAuthentic.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (flaggedAuthentic[middle] <= allowed) low = middle + 1
    else high = middle
  }
  return low - 1
}

const MOST_DECIMALS = 17

/** The number with the fewest decimals above `below` and at most `above`, which is in [0, 1]. */
function shortest(below: number, above: number): number {
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals++) {
    const unit = Number(`1e${decimals}`)
    const candidate = Number((Math.floor(above * unit) / unit).toFixed(decimals))
    if (candidate > below && candidate <= above) return candidate
  }
  return above
}
