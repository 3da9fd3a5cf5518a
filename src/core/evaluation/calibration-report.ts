/**
 * Calibration: of accounts with a risk of 0.3, are 30 % AI-managed? The reliability curve shows it bin by bin; the
 * Brier score (Brier 1950) and the expected calibration error (Naeini, Cooper and Hauskrecht 2015) sum it up.
 *
 * Bins are scikit-learn's `calibration_curve(strategy="quantile")`: edges at even quantiles of the risk, so that
 * each holds as many accounts as ties allow; an account on an edge belongs below it; empty bins are left out.
 *
 * Murphy's decomposition (1973) holds for risks that are equal within a bin. What the spread within bins leaves over
 * (Stephenson, Coelho and Jolliffe 2008) is told as such, so that
 *   brier = reliability - resolution + uncertainty + withinBins.
 */

import { type Estimate, type Interval, wilson } from "./intervals.ts"
import { drawAccounts, intervalOf, type Sampling } from "./resample.ts"
import type { ScoreIndex } from "./score-index.ts"

export interface ReliabilityBin {
  readonly accounts: number
  readonly aiManaged: number
  /** The least and the greatest risk in the bin. */
  readonly from: number
  readonly to: number
  /** Mean risk: what is foretold. */
  readonly meanRisk: number
  /** Share that is AI-managed: what is so, with Wilson's 95 % interval. */
  readonly share: number
  readonly shareInterval: Interval
}

export interface CalibrationReport {
  /** Accounts with a risk. */
  readonly judged: number
  /** From the lowest risk on. */
  readonly bins: readonly ReliabilityBin[]
  /** Mean squared distance of risk and label, in [0, 1]; 0 is perfect. */
  readonly brier: Estimate
  /** Mean squared distance of a bin's mean risk and share; 0 is perfect. */
  readonly reliability: number
  /** How far the shares of the bins lie apart, the more the better. */
  readonly resolution: number
  /** Brier score of telling everybody the share of AI-managed accounts. */
  readonly uncertainty: number
  readonly withinBins: number
  /** Mean distance of a bin's mean risk and share, in [0, 1], weighed by accounts. Noise alone makes it more than 0. */
  readonly calibrationError: Estimate
}

/**
 * `risk`: one an account, in [0, 1]; NaN is left out. `label`: 1 for AI-managed. All figures are NaN when nobody is
 * judged. Intervals are 95 % percentile bootstrap over `sampling`, within the same bins. That of the calibration error
 * lies high, as redrawing adds noise to noise.
 */
export function calibrationReport(
  risk: Float32Array,
  label: Uint8Array,
  sampling: Sampling,
  bins = 10,
): CalibrationReport {
  const judged = Uint32Array.from(risk.keys()).filter((account) => !Number.isNaN(risk[account]))
  const binOf = equalCountBins(risk, judged, bins)
  const once = new Uint16Array(risk.length).fill(1)
  const found = tally(risk, label, judged, binOf, bins, once)
  const [briers, errors] = [[] as number[], [] as number[]]
  drawAccounts(sampling, (times) => {
    const drawn = tally(risk, label, judged, binOf, bins, times)
    briers.push(drawn.squares / drawn.total)
    errors.push(calibrationErrorOf(drawn))
  })
  const brier = found.squares / found.total
  const parts = decompose(found)
  return {
    judged: judged.length,
    bins: binsOf(risk, judged, binOf, found),
    brier: { value: brier, interval: intervalOf(briers) },
    ...parts,
    withinBins: brier - (parts.reliability - parts.resolution + parts.uncertainty),
    calibrationError: { value: calibrationErrorOf(found), interval: intervalOf(errors) },
  }
}

/** Number of the bin of each judged account, in the order of `judged`. */
function equalCountBins(risk: Float32Array, judged: Uint32Array, bins: number): Uint16Array {
  const sorted = Float32Array.from(judged, (account) => risk[account]).sort()
  const edges = Array.from({ length: bins - 1 }, (_, k) => quantile(sorted, (k + 1) / bins))
  return Uint16Array.from(judged, (account) => {
    let bin = 0
    while (bin < edges.length && edges[bin] < risk[account]) bin++
    return bin
  })
}

/** R-7, as numpy: linear between neighbouring order statistics. */
function quantile(sorted: Float32Array, share: number): number {
  const at = share * (sorted.length - 1)
  const below = Math.floor(at)
  const above = Math.min(sorted.length - 1, below + 1)
  const difference = sorted[above] - sorted[below]
  const along = at - below
  // numpy's own two-sided form, so that edges between ties are the tied score itself.
  return along >= 0.5 ? sorted[above] - difference * (1 - along) : sorted[below] + difference * along
}

interface Tally {
  readonly total: number
  /** By bin: accounts, AI-managed ones, sum of risks. */
  readonly accounts: Float64Array
  readonly managed: Float64Array
  readonly risks: Float64Array
  /** Sum of squared distances of risk and label. */
  readonly squares: number
}

/** `times`: how often each account counts. */
function tally(
  risk: Float32Array,
  label: Uint8Array,
  judged: Uint32Array,
  binOf: Uint16Array,
  bins: number,
  times: Uint16Array,
): Tally {
  const [accounts, managed, risks] = [new Float64Array(bins), new Float64Array(bins), new Float64Array(bins)]
  let total = 0
  let squares = 0
  for (let at = 0; at < judged.length; at++) {
    const account = judged[at]
    const count = times[account]
    if (count === 0) continue
    const distance = risk[account] - label[account]
    total += count
    squares += count * distance * distance
    accounts[binOf[at]] += count
    managed[binOf[at]] += count * label[account]
    risks[binOf[at]] += count * risk[account]
  }
  return { total, accounts, managed, risks, squares }
}

/** Sum over the bins that are not empty, weighed by their share of accounts; NaN without accounts. */
function weighed(
  { total, accounts, managed, risks }: Tally,
  of: (share: number, meanRisk: number) => number,
): number {
  if (total === 0) return Number.NaN
  return accounts.reduce((sum, count, bin) => {
    return count === 0 ? sum : sum + (count / total) * of(managed[bin] / count, risks[bin] / count)
  }, 0)
}

const calibrationErrorOf = (counted: Tally) =>
  weighed(counted, (share, meanRisk) => Math.abs(share - meanRisk))

function decompose(counted: Tally) {
  const base = counted.managed.reduce((sum, managed) => sum + managed, 0) / counted.total
  return {
    reliability: weighed(counted, (share, meanRisk) => (share - meanRisk) ** 2),
    resolution: weighed(counted, (share) => (share - base) ** 2),
    uncertainty: base * (1 - base),
  }
}

function binsOf(
  risk: Float32Array,
  judged: Uint32Array,
  binOf: Uint16Array,
  counted: Tally,
): ReliabilityBin[] {
  const ends = Array.from(counted.accounts, () => ({ from: Number.POSITIVE_INFINITY, to: 0 }))
  for (let at = 0; at < judged.length; at++) {
    const bin = ends[binOf[at]]
    bin.from = Math.min(bin.from, risk[judged[at]])
    bin.to = Math.max(bin.to, risk[judged[at]])
  }
  return ends.flatMap(({ from, to }, bin) => {
    const [accounts, aiManaged] = [counted.accounts[bin], counted.managed[bin]]
    if (accounts === 0) return []
    return [
      {
        accounts,
        aiManaged,
        from,
        to,
        meanRisk: counted.risks[bin] / accounts,
        share: aiManaged / accounts,
        shareInterval: wilson(aiManaged, accounts),
      },
    ]
  })
}

/** A bin of the reliability curve before anybody is labelled: neither risks nor bins move with the definition. */
export type RiskBin = Pick<ReliabilityBin, "accounts" | "from" | "to" | "meanRisk">

/** The bins of `calibrationReport`, from the lowest risk on. `ascending`: risks in order, without NaN. */
export function riskBins(ascending: Float32Array, bins = 10): RiskBin[] {
  const found: RiskBin[] = []
  let start = 0
  for (let bin = 0; bin < bins && start < ascending.length; bin++) {
    const edge = bin === bins - 1 ? Number.POSITIVE_INFINITY : quantile(ascending, (bin + 1) / bins)
    let end = start
    let sum = 0
    // An account on an edge belongs below it.
    for (; end < ascending.length && ascending[end] <= edge; end++) sum += ascending[end]
    if (end === start) continue
    const accounts = end - start
    found.push({ accounts, from: ascending[start], to: ascending[end - 1], meanRisk: sum / accounts })
    start = end
  }
  return found
}

/** The same bins with what is AI-managed in each by the labels of `index`, which is over the same risks. */
export function labelBins(
  bins: readonly RiskBin[],
  index: Pick<ScoreIndex, "confusionAt">,
): ReliabilityBin[] {
  const managedFrom = [...bins.map(({ from }) => index.confusionAt(from).truePositives), 0]
  return bins.map((bin, at) => {
    const aiManaged = managedFrom[at] - managedFrom[at + 1]
    return {
      ...bin,
      aiManaged,
      share: aiManaged / bin.accounts,
      shareInterval: wilson(aiManaged, bin.accounts),
    }
  })
}
