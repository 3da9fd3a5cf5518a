/**
 * Many tests at once: p-values adjusted so that a hundred cohorts do not yield five discoveries by chance.
 *
 * Holm (1979, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6) bounds
 * the chance of a single wrong discovery, whatever the tests have to do with each other. Benjamini and Hochberg (1995,
 * "Controlling the false discovery rate", JRSS B 57) bounds the expected share of wrong ones among the discoveries, for
 * tests that are independent or positively dependent. statsmodels: `multipletests(p, method="holm" | "fdr_bh")`.
 *
 * Both take p-values in [0, 1] and return as many, in their order, each to be compared with the level itself.
 * A NaN is a test that was not made: it stays NaN and does not count as one.
 */

export function holm(pValues: readonly number[]): number[] {
  const order = ascending(pValues)
  const adjusted = [...pValues]
  let atLeast = 0
  for (const [rank, at] of order.entries()) {
    atLeast = Math.max(atLeast, Math.min(1, (order.length - rank) * pValues[at]))
    adjusted[at] = atLeast
  }
  return adjusted
}

export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = ascending(pValues)
  const adjusted = [...pValues]
  let atMost = 1
  for (let rank = order.length - 1; rank >= 0; rank--) {
    atMost = Math.min(atMost, (order.length * pValues[order[rank]]) / (rank + 1))
    adjusted[order[rank]] = atMost
  }
  return adjusted
}

/** Where the tests that were made stand, the smallest p-value first. Throws a RangeError outside [0, 1]. */
function ascending(pValues: readonly number[]): number[] {
  const made = [...pValues.keys()].filter((at) => !Number.isNaN(pValues[at]))
  const wrong = made.find((at) => pValues[at] < 0 || pValues[at] > 1)
  if (wrong !== undefined) throw new RangeError(`a p-value must be in [0, 1], got ${pValues[wrong]}`)
  return made.sort((a, b) => pValues[a] - pValues[b] || a - b)
}
