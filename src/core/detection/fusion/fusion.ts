/**
 * Fusion: each detector's score is calibrated to a probability, its log-odds above the base rate are the evidence
 * that it gives, and an L2 logistic regression weighs the evidence of all.
 *
 * Learned from a sibling population, never from the one that is evaluated; calibration from one half of it and
 * weights from the other, so that a curve that fits its own half too well earns no weight for that. Missing
 * evidence adds none, but that it is missing may say something: it has a weight of its own.
 */
import type { FusionModel } from "../../run.ts"
import { type CalibrationCurve, calibrate, fitCalibration, logOdds, sigmoid } from "./calibration.ts"
import { fitLogistic } from "./logistic.ts"

export interface LearningSet {
  readonly seed: string
  /** By detector id. */
  readonly scores: Readonly<Record<string, Float32Array>>
  readonly label: Uint8Array
}

/**
 * `labelShare` is the share of accounts labelled AI-managed that is expected where the model will be used; the
 * intercept is moved to it from the learning set's.
 */
export function learnFusion(set: LearningSet, l2: number, labelShare: number): FusionModel {
  const ids = Object.keys(set.scores)
  const baseRate = baseRateOf(set.label)
  const even = everySecond(set.label, 0)
  const calibration = Object.fromEntries(
    ids.map((id) => [id, fitCalibration(everySecond(set.scores[id], 0), even, baseRate)] as const),
  )
  const odd = everySecond(set.label, 1)
  const width = 2 * ids.length
  const rows = new Float64Array(odd.length * width)
  for (const [k, id] of ids.entries()) {
    const score = everySecond(set.scores[id], 1)
    for (let row = 0; row < odd.length; row++) {
      rows[row * width + k] = evidence(calibration[id], score[row], baseRate)
      rows[row * width + ids.length + k] = Number.isNaN(score[row]) ? 1 : 0
    }
  }
  const fit = fitLogistic(rows, width, odd, l2)
  return {
    method: "logistic",
    baseRate,
    intercept: fit.intercept + logOdds(inside(labelShare)) - logOdds(baseRate),
    weights: Object.fromEntries(ids.map((id, k) => [id, fit.weights[k]])),
    missing: Object.fromEntries(ids.map((id, k) => [id, fit.weights[ids.length + k]])),
    calibration,
    learnedFrom: {
      seed: set.seed,
      accounts: set.label.length,
      aiManaged: set.label.reduce((sum, label) => sum + label, 0),
    },
  }
}

/** What one score adds to an account's log-odds. */
export function contribution(model: FusionModel, detector: string, score: number): number {
  if (Number.isNaN(score)) return model.missing[detector]
  return model.weights[detector] * evidence(model.calibration[detector], score, model.baseRate)
}

/** Risk in (0, 1), one value an account. */
export function fuse(model: FusionModel, scores: Readonly<Record<string, Float32Array>>): Float32Array {
  const ids = Object.keys(model.weights)
  const risk = new Float32Array(scores[ids[0]].length)
  for (let account = 0; account < risk.length; account++) {
    let sum = model.intercept
    for (const id of ids) sum += contribution(model, id, scores[id][account])
    risk[account] = sigmoid(sum)
  }
  return risk
}

/** Log-odds above the base rate; 0 for a missing score. */
function evidence(curve: CalibrationCurve, score: number, baseRate: number): number {
  const probability = calibrate(curve, score)
  return Number.isNaN(probability) ? 0 : logOdds(probability) - logOdds(baseRate)
}

function baseRateOf(label: Uint8Array): number {
  return inside(label.reduce((sum, value) => sum + value, 0) / label.length)
}

/** Keeps a share off 0 and 1, where log-odds end. */
const inside = (share: number) => Math.min(1 - 1e-6, Math.max(1e-6, share))

/** The values at even (0) or odd (1) positions. */
function everySecond<Column extends Float32Array | Uint8Array>(column: Column, from: 0 | 1): Column {
  return column.filter((_, position) => position % 2 === from) as Column
}
