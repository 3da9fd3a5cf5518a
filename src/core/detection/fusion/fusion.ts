/**
 * Fusion: each detector's score is calibrated to a probability, and the probabilities of all become one risk, by one
 * of the methods of model.ts. The usual one is logistic: log-odds above the base rate are the evidence that a score
 * gives, and an L2 logistic regression weighs the evidence of all.
 *
 * Learned from a sibling population, never from the one that is evaluated; calibration from one half of it and
 * weights from the other, so that a curve that fits its own half too well earns no weight for that. Missing
 * evidence adds none; but that it is missing may say something, so in the logistic method it has a weight of its own.
 */
import { calibrate, fitCalibration, inside, logOdds, sigmoid } from "./calibration.ts"
import { fitLogistic } from "./logistic.ts"
import type { CalibrationMethod, FusionMethod, FusionModel, LogisticFusion } from "./model.ts"
import { fitSimplex } from "./simplex.ts"

export interface LearningSet {
  readonly seed: string
  /** By detector id. */
  readonly scores: Readonly<Record<string, Float32Array>>
  /** 1 for AI-managed, 0 for authentic. */
  readonly label: Uint8Array
}

/** How to learn; a scenario's `fusion` is one. */
export interface FusionSettings {
  readonly method: FusionMethod
  readonly calibration: CalibrationMethod
  /** Penalty of the logistic method, above 0. */
  readonly l2: number
  /** Of k-of-n; with fewer detectors than that, all of them. */
  readonly k: number
  /** Of weighted-sum, by detector id, 0 or more; learned where there are none. */
  readonly weights: Readonly<Record<string, number>>
}

/**
 * `labelShare` is the share of accounts labelled AI-managed that is expected where the model will be used; the
 * intercept is moved to it from the learning set's.
 */
export function learnFusion(
  set: LearningSet,
  settings: FusionSettings & { readonly method: "logistic" },
  labelShare: number,
): LogisticFusion
export function learnFusion(set: LearningSet, settings: FusionSettings, labelShare: number): FusionModel
export function learnFusion(set: LearningSet, settings: FusionSettings, labelShare: number): FusionModel {
  const ids = Object.keys(set.scores)
  const baseRate = baseRateOf(set.label)
  const even = everySecond(set.label, 0)
  const calibration = Object.fromEntries(
    ids.map((id) => {
      const score = everySecond(set.scores[id], 0)
      return [id, fitCalibration(settings.calibration, score, even, baseRate)] as const
    }),
  )
  const aiManaged = set.label.reduce((sum, label) => sum + label, 0)
  const common = {
    baseRate,
    intercept: logOdds(inside(labelShare)),
    calibration,
    learnedFrom: { seed: set.seed, accounts: set.label.length, aiManaged },
  }
  switch (settings.method) {
    case "logistic":
      return { method: "logistic", ...common, ...learnLogistic(set, common, settings.l2) }
    case "weighted-sum":
      return { method: "weighted-sum", ...common, weights: weightsOf(set, common, settings.weights) }
    case "maximum":
      return { method: "maximum", ...common }
    case "k-of-n":
      return { method: "k-of-n", ...common, k: Math.min(settings.k, ids.length) }
  }
}

/** What all methods learn. */
type Calibrated = Pick<FusionModel, "baseRate" | "intercept" | "calibration">

function learnLogistic(set: LearningSet, { baseRate, intercept, calibration }: Calibrated, l2: number) {
  const ids = Object.keys(set.scores)
  const odd = everySecond(set.label, 1)
  const width = 2 * ids.length
  const rows = new Float64Array(odd.length * width)
  for (const [k, id] of ids.entries()) {
    const score = everySecond(set.scores[id], 1)
    for (let row = 0; row < odd.length; row++) {
      rows[row * width + k] = evidence(calibrate(calibration[id], score[row]), baseRate)
      rows[row * width + ids.length + k] = Number.isNaN(score[row]) ? 1 : 0
    }
  }
  const fit = fitLogistic(rows, width, odd, l2)
  return {
    intercept: fit.intercept + intercept - logOdds(baseRate),
    weights: Object.fromEntries(ids.map((id, k) => [id, fit.weights[k]])),
    missing: Object.fromEntries(ids.map((id, k) => [id, fit.weights[ids.length + k]])),
  }
}

/** Those given, scaled to sum to 1; else those whose weighted mean of probabilities has the least Brier score. */
function weightsOf(
  set: LearningSet,
  { baseRate, calibration }: Calibrated,
  given: FusionSettings["weights"],
): Record<string, number> {
  const ids = Object.keys(set.scores)
  const asked = ids.map((id) => given[id] ?? 0)
  const total = asked.reduce((sum, weight) => sum + weight, 0)
  // Where ablation takes away all that have a weight, the rest are learned.
  if (total > 0) return Object.fromEntries(ids.map((id, k) => [id, asked[k] / total]))
  const odd = everySecond(set.label, 1)
  const rows = new Float64Array(odd.length * ids.length)
  for (const [k, id] of ids.entries()) {
    const score = everySecond(set.scores[id], 1)
    for (let row = 0; row < odd.length; row++) {
      const probability = calibrate(calibration[id], score[row])
      rows[row * ids.length + k] = Number.isNaN(probability) ? baseRate : probability
    }
  }
  const fit = fitSimplex(rows, ids.length, odd)
  return Object.fromEntries(ids.map((id, k) => [id, fit[k]]))
}

/** Risk in [0, 1], one value an account. */
export function fuse(model: FusionModel, scores: Readonly<Record<string, Float32Array>>): Float32Array {
  const ids = detectorsOf(model)
  const risk = new Float32Array(scores[ids[0]].length)
  const own = new Float64Array(ids.length)
  for (let account = 0; account < risk.length; account++) {
    for (let k = 0; k < ids.length; k++) own[k] = scores[ids[k]][account]
    risk[account] = riskFrom(model, ids, own)
  }
  return risk
}

/** Risk of one account with these scores, by detector id: to the bit what `fuse` gives it. */
export function riskOf(model: FusionModel, scores: Readonly<Record<string, number>>): number {
  const ids = detectorsOf(model)
  return Math.fround(
    riskFrom(
      model,
      ids,
      Float64Array.from(ids, (id) => scores[id] ?? Number.NaN),
    ),
  )
}

/** `own` is working space afterwards. */
function riskFrom(model: FusionModel, ids: readonly string[], own: Float64Array): number {
  return model.method === "logistic" ? sigmoid(sumOf(model, ids, own)) : combine(model, ids, own)
}

/**
 * How far a score moves the risk from where it would be had the detector had no evidence: above 0 towards AI-managed.
 * In log-odds by the logistic method, in probability by the others; comparable among the detectors of one model.
 */
export function pullOf(model: FusionModel, id: string, score: number): number {
  if (model.method === "logistic") return logisticPart(model, id, score) - logisticPart(model, id, Number.NaN)
  const prior = sigmoid(model.intercept)
  const above = probabilityOf(model, id, score, prior) - prior
  return model.method === "weighted-sum" ? model.weights[id] * above : above
}

/** Ids of the detectors that the model combines. */
export function detectorsOf(model: FusionModel): readonly string[] {
  return Object.keys("weights" in model ? model.weights : model.calibration)
}

/** The same model for a population with another share of accounts labelled AI-managed. */
export function moveIntercept<Model extends FusionModel>(model: Model, from: number, to: number): Model {
  const moved = logOdds(inside(to)) - logOdds(inside(from))
  return { ...model, intercept: model.intercept + moved }
}

/**
 * What each detector adds to an account's log-odds, by detector id: together with the model's intercept they are the
 * log-odds of its risk, whatever the method. `scores`: by detector id, NaN where it is missing; of a plug-in that failed
 * under a saved model, none at all.
 *
 * In a weighted sum the distance is shared out in proportion to what each adds to the mean; in the others among those
 * that decide it: the detector with the highest probability, or the k highest in equal parts.
 */
export function contributions(
  model: FusionModel,
  scores: Readonly<Record<string, number>>,
): Record<string, number> {
  const ids = detectorsOf(model)
  const added = addedOf(
    model,
    ids,
    ids.map((id) => scores[id] ?? Number.NaN),
  )
  return Object.fromEntries(ids.map((id, k) => [id, added[k]]))
}

function addedOf(model: FusionModel, ids: readonly string[], own: readonly number[]): readonly number[] {
  if (model.method === "logistic") return ids.map((id, k) => logisticPart(model, id, own[k]))
  const prior = sigmoid(model.intercept)
  const distance = logOdds(inside(combine(model, ids, Float64Array.from(own)))) - model.intercept
  const parts = partsOf(model, ids, own, prior)
  const total = parts.reduce((sum, part) => sum + part, 0)
  // Parts that cancel out have no proportion to a distance of 0; its limit is the slope of the log-odds.
  const scale = Math.abs(total) > 1e-9 ? distance / total : 1 / (prior * (1 - prior))
  return parts.map((part) => scale * part)
}

/** In what proportion the detectors bring about the risk. */
function partsOf(
  model: Exclude<FusionModel, LogisticFusion>,
  ids: readonly string[],
  own: readonly number[],
  prior: number,
): number[] {
  const above = ids.map((id, k) => probabilityOf(model, id, own[k], prior) - prior)
  if (model.method === "weighted-sum") return above.map((value, k) => value * model.weights[ids[k]])
  const deciding = ids.map((_, k) => k).sort((a, b) => above[b] - above[a] || a - b)
  const isDeciding = new Set(deciding.slice(0, model.method === "maximum" ? 1 : model.k))
  return ids.map((_, k) => (isDeciding.has(k) ? 1 : 0))
}

/** Log-odds of the risk. */
function sumOf(model: LogisticFusion, ids: readonly string[], own: Float64Array): number {
  let sum = model.intercept
  for (let k = 0; k < ids.length; k++) sum += logisticPart(model, ids[k], own[k])
  return sum
}

function logisticPart(model: LogisticFusion, id: string, score: number): number {
  if (Number.isNaN(score)) return model.missing[id]
  return model.weights[id] * evidence(calibrate(model.calibration[id], score), model.baseRate)
}

/** Risk by probabilities. `own` is working space afterwards. */
function combine(
  model: Exclude<FusionModel, LogisticFusion>,
  ids: readonly string[],
  own: Float64Array,
): number {
  const prior = sigmoid(model.intercept)
  for (let k = 0; k < ids.length; k++) own[k] = probabilityOf(model, ids[k], own[k], prior)
  switch (model.method) {
    case "weighted-sum": {
      let risk = 0
      for (let k = 0; k < ids.length; k++) risk += model.weights[ids[k]] * own[k]
      // The weights sum to 1 but for rounding.
      return Math.min(1, risk)
    }
    case "maximum":
      return own.reduce((most, probability) => Math.max(most, probability))
    case "k-of-n":
      return own.sort()[own.length - model.k]
  }
}

/** A score's probability where the model is used; `prior`, the expected share, for a missing score. */
function probabilityOf(model: Calibrated, id: string, score: number, prior: number): number {
  const probability = calibrate(model.calibration[id], score)
  if (Number.isNaN(probability)) return prior
  return sigmoid(evidence(probability, model.baseRate) + model.intercept)
}

/** Log-odds above the base rate; 0 where there is no probability. */
function evidence(probability: number, baseRate: number): number {
  return Number.isNaN(probability) ? 0 : logOdds(probability) - logOdds(baseRate)
}

function baseRateOf(label: Uint8Array): number {
  return inside(label.reduce((sum, value) => sum + value, 0) / label.length)
}

/** The values at even (0) or odd (1) positions. */
function everySecond<Column extends Float32Array | Uint8Array>(column: Column, from: 0 | 1): Column {
  return column.filter((_, position) => position % 2 === from) as Column
}
