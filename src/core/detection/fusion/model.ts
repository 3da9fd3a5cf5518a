/**
 * What fusion learned: plain numbers, so that a run keeps them and a file can carry them to another scenario.
 *
 * All methods have in common that each score is calibrated to a probability, that the probability is moved from the
 * learning set's base rate to the share expected where the model is used, and that a detector without evidence speaks
 * neither for nor against. They differ in how the detectors' probabilities become one risk:
 *
 *   logistic      log-odds add up, each detector's by its weight; that a score is missing has a weight of its own
 *   weighted-sum  the weighted mean of the probabilities
 *   maximum       the highest of them: one detector is enough
 *   k-of-n        the k-th highest: at a threshold, k detectors must be at or above it
 */
import { z } from "zod"

export const FUSION_METHODS = ["logistic", "weighted-sum", "maximum", "k-of-n"] as const
export type FusionMethod = (typeof FUSION_METHODS)[number]

export const CALIBRATIONS = ["isotonic", "beta"] as const
export type CalibrationMethod = (typeof CALIBRATIONS)[number]

/** A schema's message says what is allowed, as it follows "must be". */
const number = z.number({ error: "a number" })
const text = z.string({ error: "text" })
const count = z.int({ error: "a whole number of 0 or more" }).min(0, "a whole number of 0 or more")
const within = (low: number, high: number) => {
  const allowed = `a number in (${low}, ${high})`
  return z.number({ error: allowed }).gt(low, allowed).lt(high, allowed)
}
const listOf = <Value extends z.ZodType>(value: Value) => z.array(value, { error: "a list of numbers" })
const byDetector = <Value extends z.ZodType>(value: Value) =>
  z.record(z.string(), value, { error: "a mapping with one entry a detector" })

const rises = (values: readonly number[]) => values.every((value, at) => at === 0 || value > values[at - 1])

/** Knots of a curve from score to probability, both ascending; constant beyond its ends, empty without evidence. */
const isotonicCurve = z
  .strictObject({
    score: listOf(number).refine(rises, "numbers that rise"),
    probability: listOf(within(0, 1)).refine(rises, "numbers that rise"),
  })
  .refine(({ score, probability }) => score.length === probability.length, {
    error: "a curve with as many probabilities as scores",
  })

const notNegative = z.number({ error: "a number of 0 or more" }).min(0, "a number of 0 or more")
/** The log-odds of a score s are c + a ln(s) - b ln(1 - s). */
const betaCurve = z.strictObject({ a: notNegative, b: notNegative, c: number })

const common = {
  /** Share of AI-managed accounts in the population that it learned from. */
  baseRate: within(0, 1),
  /**
   * Log-odds that the risk of an account starts from, before any evidence: for all methods but logistic those of
   * the share of AI-managed accounts expected where the model is used.
   */
  intercept: number,
  /** From a detector's score to a probability at the base rate. */
  calibration: byDetector(z.union([isotonicCurve, betaCurve], { error: "a calibration curve" })),
  /** The population that it learned from. */
  learnedFrom: z.strictObject(
    { seed: text, accounts: count, aiManaged: count },
    { error: "a mapping of seed, accounts, aiManaged" },
  ),
}

export const fusionSchema = z.discriminatedUnion(
  "method",
  [
    z.strictObject({
      method: z.literal("logistic"),
      ...common,
      /** Weight on the calibrated log-odds. */
      weights: byDetector(number),
      /** Added when the detector has no evidence for the account. */
      missing: byDetector(number),
    }),
    /** Weights are 0 or more and sum to 1. */
    z.strictObject({ method: z.literal("weighted-sum"), ...common, weights: byDetector(notNegative) }),
    z.strictObject({ method: z.literal("maximum"), ...common }),
    z.strictObject({
      method: z.literal("k-of-n"),
      ...common,
      k: z.int({ error: "a whole number of 1 or more" }).min(1, "a whole number of 1 or more"),
    }),
  ],
  { error: `one of ${FUSION_METHODS.join(", ")}` },
)

export type DeepReadonly<Value> = Value extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
    : Value

export type FusionModel = DeepReadonly<z.output<typeof fusionSchema>>
export type LogisticFusion = Extract<FusionModel, { method: "logistic" }>
export type IsotonicCurve = DeepReadonly<z.output<typeof isotonicCurve>>
export type BetaCurve = DeepReadonly<z.output<typeof betaCurve>>
export type CalibrationCurve = IsotonicCurve | BetaCurve

/** The detector's weight, in the method's own terms; null for a method that has none. */
export function weightOf(model: FusionModel, detector: string): number | null {
  return "weights" in model ? (model.weights[detector] ?? null) : null
}
