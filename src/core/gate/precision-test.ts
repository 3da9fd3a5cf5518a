/**
 * Whether precision changed, on the same accounts.
 *
 * With P and F the share of AI-managed accounts among all flags of both sides and the harmonic mean of the sides' flags,
 * the difference of the precisions is exactly the sum over flips of +-(label - P) / F: it is a sum over clusters. The
 * interval is linearised: an account moves a side's precision by (label - precision) / flags. As Bonett and Price have it
 * for shares, one more flip in either direction, of each class, is added to its variance.
 */
import { type Clusters, sumByCluster } from "./clusters.ts"
import { differenceTest, type Tested } from "./difference-test.ts"

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
  const residuals = sumByCluster(clusters, flagged, (at) => {
    const account = flagged[at]
    const moved = (after[account] * (label[account] - is)) / second.flagged
    return moved - (before[account] * (label[account] - was)) / first.flagged
  })
  return differenceTest({
    difference: is - was,
    parts: parts.sum,
    residuals: residuals.sum,
    apart: { variance: 0, degrees: 0 },
    unseen: (2 * (1 - pooled) ** 2 + 2 * pooled ** 2) / mean ** 2,
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
