/**
 * Whether the ranking changed: AUC, and recall where 1 % of the authentic accounts are flagged.
 *
 * Both are means over AI-managed accounts, whose ranks are known on either side, so these are paired and taken by
 * operator. Authentic accounts matter too (DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44): of AUC by where they
 * rank among the AI-managed ones, which a baseline does not hold for each, so the two sides' variances are added as if
 * they were other accounts, which errs on the careful side. Of recall at a false-positive rate by where they put the
 * threshold, times the slope of the ROC curve there (Pepe 2003, "The statistical evaluation of medical tests", section
 * 5.2.3); whom they flag is in both lists, so this side is paired as well.
 */
import { type Clusters, sumByCluster } from "./clusters.ts"
import { differenceTest, type Tested } from "./difference-test.ts"
import { jackknifeOfMean, type Variance } from "./jackknife.ts"
import { aucOfRanks, type Rank, recallOfRanks, withinRate } from "./ranks.ts"

export interface RankedSides {
  /** Numbers of the AI-managed accounts, and their ranks before and after. */
  readonly managed: Uint32Array
  readonly ranksBefore: readonly Rank[]
  readonly ranksAfter: readonly Rank[]
  /** Numbers of the authentic accounts; of each, how many of them are above it after. */
  readonly authentic: Uint32Array
  readonly aboveAfter: Uint32Array
  /** Numbers of the authentic accounts that are flagged where 1 % of them are. */
  readonly hitBefore: readonly number[]
  readonly hitAfter: readonly number[]
}

/** null when a class is empty. */
export function aucTest(sides: RankedSides, clusters: Clusters): Tested | null {
  const { managed, ranksBefore: before, ranksAfter: after, authentic } = sides
  if (managed.length === 0 || authentic.length === 0) return null
  const middle = ([above, atOrAbove]: Rank) => (above + atOrAbove) / 2
  const moved = sumByCluster(
    clusters,
    managed,
    (at) => (middle(before[at]) - middle(after[at])) / authentic.length,
  )
  return differenceTest({
    difference: aucOfRanks(after, authentic.length) - aucOfRanks(before, authentic.length),
    parts: moved.sum.map((sum) => sum / managed.length),
    own: jackknifeOfMean(moved),
    apart: authenticVariance(sides, clusters),
  })
}

/** Of the mean share of AI-managed accounts above an authentic one, of both sides together. */
function authenticVariance(
  { ranksBefore: before, ranksAfter: after, authentic, aboveAfter }: RankedSides,
  clusters: Clusters,
): Variance {
  const accounts = authentic.length
  const [was, is] = [managedAbove(before, accounts), managedAbove(after, accounts)]
  const byCluster = jackknifeOfMean(sumByCluster(clusters, authentic, (at) => is[aboveAfter[at]]))
  const [apartBefore, apartAfter] = [varianceOfMean(was), varianceOfMean(is)]
  // Who is in which cluster is known, who ranked where before is not: clusters widen both sides alike.
  const widening = apartAfter > 0 ? Math.max(1, byCluster.variance / apartAfter) : 1
  return { variance: widening * (apartBefore + apartAfter), degrees: byCluster.degrees }
}

/** Share of AI-managed accounts above each authentic one, from the highest of these down, ties counted half. */
function managedAbove(ranks: readonly Rank[], authentic: number): Float64Array {
  const share = new Float64Array(authentic + 1)
  for (const [above, atOrAbove] of ranks) {
    share[above] += 0.5
    share[atOrAbove] += 0.5
  }
  for (let at = 1; at < share.length; at++) share[at] += share[at - 1]
  return share.subarray(0, authentic).map((sum) => sum / ranks.length)
}

const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Of accounts drawn one by one. */
function varianceOfMean(values: Float64Array): number {
  const mean = meanOf(values)
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return squares / Math.max(1, values.length - 1) / values.length
}

/** null when a class is empty. */
export function recallAtFpr1Test(sides: RankedSides, clusters: Clusters): Tested | null {
  const { managed, ranksBefore: before, ranksAfter: after, authentic } = sides
  if (managed.length === 0 || authentic.length === 0) return null
  const most = withinRate(authentic.length)
  const isCaught = ([, atOrAbove]: Rank) => (atOrAbove <= most ? 1 : 0)
  const moved = sumByCluster(clusters, managed, (at) => isCaught(after[at]) - isCaught(before[at]))
  const { variance, degrees } = jackknifeOfMean(moved)
  // As Bonett and Price have it for shares: one more flip in either direction.
  const unseen = 2 / managed.length ** 2
  return differenceTest({
    difference: recallOfRanks(after, authentic.length) - recallOfRanks(before, authentic.length),
    parts: moved.sum.map((sum) => sum / managed.length),
    own: { variance: variance + unseen, degrees },
    apart: thresholdVariance(sides, clusters),
  })
}

/** What recall varies by because other authentic accounts would put the threshold elsewhere. */
function thresholdVariance(
  { ranksBefore: before, ranksAfter: after, authentic, hitBefore, hitAfter }: RankedSides,
  clusters: Clusters,
): Variance {
  const accounts = authentic.length
  const [was, is] = [slopeAtFpr1(before, accounts), slopeAtFpr1(after, accounts)]
  const [inBefore, inAfter] = [new Set(hitBefore), new Set(hitAfter)]
  const moved = sumByCluster(clusters, authentic, (at) => {
    const hit = (list: ReadonlySet<number>) => (list.has(authentic[at]) ? 1 : 0)
    return was * hit(inBefore) - is * hit(inAfter)
  })
  return jackknifeOfMean(moved)
}

/** Slope of the ROC curve, from half of the false-positive rate to half as much again. */
function slopeAtFpr1(ranks: readonly Rank[], authentic: number): number {
  const most = withinRate(authentic)
  const low = Math.floor(most / 2)
  const high = Math.max(low + 1, Math.ceil(most * 1.5))
  const between = ranks.filter(([, atOrAbove]) => atOrAbove > low && atOrAbove <= high).length
  return between / ranks.length / ((high - low) / authentic)
}
