/**
 * Whether precision changed, on the same accounts.
 *
 * With P and F the share of AI-managed accounts among all flags of both sides and the harmonic mean of the sides' flags,
 * the difference of the precisions is exactly the sum over flips of +-(label - P) / F: it is a sum over clusters. As
 * Bonett and Price have it for shares, one more flip in either direction, of each class, is added to the variance.
 */
import { type Clusters, sumByCluster } from "./clusters.ts"
import { differenceTest, type Tested } from "./difference-test.ts"
import { jackknife, NO_VARIANCE } from "./jackknife.ts"

/** One an account: 1 when flagged, on either side; `label`: 1 for AI-managed. */
export interface FlaggedSides {
  readonly before: Uint8Array
  readonly after: Uint8Array
  readonly label: Uint8Array
}

/** null when a side flags nobody. */
export function precisionTest({ before, after, label }: FlaggedSides, clusters: Clusters): Tested | null {
  const [first, second] = [flagsOf(before, label), flagsOf(after, label)]
  if (first.flagged === 0 || second.flagged === 0) return null
  const pooled = (first.caught + second.caught) / (first.flagged + second.flagged)
  const mean = (2 * first.flagged * second.flagged) / (first.flagged + second.flagged)
  const [was, is] = [first.caught / first.flagged, second.caught / second.flagged]
  const flagged = [...label.keys()].filter((account) => before[account] || after[account])
  const parts = sumByCluster(clusters, flagged, (at) => {
    const account = flagged[at]
    return ((after[account] - before[account]) * (label[account] - pooled)) / mean
  })
  const [from, to] = [before, after].map((flag) => ({
    flagged: sumByCluster(clusters, flagged, (at) => flag[flagged[at]]).sum,
    caught: sumByCluster(clusters, flagged, (at) => flag[flagged[at]] & label[flagged[at]]).sum,
  }))
  const without = parts.sum.map((_, cluster) => {
    const left = (side: typeof first, own: typeof from) =>
      (side.caught - own.caught[cluster]) / (side.flagged - own.flagged[cluster])
    return left(second, to) - left(first, from) - (is - was)
  })
  const { variance, degrees } = jackknife(without)
  const unseen = (2 * (1 - pooled) ** 2 + 2 * pooled ** 2) / mean ** 2
  return differenceTest({
    difference: is - was,
    parts: parts.sum,
    own: { variance: variance + unseen, degrees },
    apart: NO_VARIANCE,
  })
}

function flagsOf(flag: Uint8Array, label: Uint8Array) {
  let flagged = 0
  let caught = 0
  for (let account = 0; account < flag.length; account++) {
    flagged += flag[account]
    caught += flag[account] & label[account]
  }
  return { flagged, caught }
}
