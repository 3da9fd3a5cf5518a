/** AUC of "the lower the value, the likelier positive": the chance that a positive lies below a negative, ties half. `negatives` ascending. */
export function auc(negatives: Float64Array, positives: Float64Array): number {
  let wins = 0
  for (const value of positives) {
    wins += negatives.length - (rankOf(negatives, value, true) + rankOf(negatives, value, false)) / 2
  }
  return wins / (negatives.length * positives.length)
}

/** How many of the ascending values lie below, or not above when `orAt`. */
function rankOf(sorted: Float64Array, value: number, orAt: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] < value || (orAt && sorted[middle] === value)) low = middle + 1
    else high = middle
  }
  return low
}
