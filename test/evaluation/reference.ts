/** What scikit-learn, SciPy and NumPy say; written by scripts/reference/evaluation.py. null stands for NaN. */
import { readFileSync } from "node:fs"
import { createScoreIndex, type ScoreIndex } from "../../src/core/evaluation/index.ts"

export type Known = number | null

export interface ReferencePoint {
  readonly threshold: number
  readonly prevalence: number | null
  /** True positives, false positives, true negatives, false negatives. */
  readonly confusion: readonly [number, number, number, number]
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly matthews: number
  readonly falsePositiveRate: Known
  readonly flaggedShare: number
}

export interface ReferenceCase {
  readonly name: string
  readonly label: readonly number[]
  readonly score: readonly Known[]
  readonly missing: number
  readonly warnings: readonly string[]
  readonly points: readonly ReferencePoint[]
  readonly histogram: { readonly authentic: readonly number[]; readonly managed: readonly number[] }
  /** From the highest threshold on; the first point, which flags nobody, has no threshold here. */
  readonly roc: Readonly<Record<"falsePositiveRate" | "recall" | "threshold", readonly Known[]>>
  /** From the lowest threshold on; the last point has no threshold here. */
  readonly precisionRecall: Readonly<Record<"precision" | "recall" | "threshold", readonly Known[]>>
  /** False-positive rate, false-negative rate, threshold, from the lowest threshold on. */
  readonly det: readonly [readonly number[], readonly number[], readonly number[]] | null
  readonly detError: string | null
  readonly rocAuc: number | null
  readonly rocAucError: string | null
  readonly averagePrecision: number
  readonly partialAuc: readonly (readonly [number, number | null])[]
  readonly weighted: readonly {
    readonly prevalence: number
    readonly averagePrecision: number
    readonly precision: readonly number[]
  }[]
}

export interface Reference {
  /** Successes, trials, confidence, lower end, upper end. */
  readonly wilson: readonly (readonly [number, number, number, number, number])[]
  readonly normalQuantile: readonly (readonly [number, number])[]
  readonly bootstrap: {
    readonly authentic: number
    readonly managed: number
    readonly scoreTimes8192: readonly number[]
    readonly auc: readonly [number, number]
    readonly averagePrecision: readonly [number, number]
  }
  readonly cases: readonly ReferenceCase[]
}

export const reference: Reference = JSON.parse(
  readFileSync(new URL("../reference/evaluation.json", import.meta.url), "utf8"),
)

export function columnsOf(known: ReferenceCase): { score: Float32Array; label: Uint8Array } {
  return {
    score: Float32Array.from(known.score, (value) => value ?? Number.NaN),
    label: Uint8Array.from(known.label),
  }
}

export function indexOf(known: ReferenceCase): ScoreIndex {
  const { score, label } = columnsOf(known)
  return createScoreIndex(score, label)
}

/** The cases with accounts of both classes, and those without: there scikit-learn raises, warns or answers 0 or 1. */
export const withBothClasses = reference.cases.filter((known) => known.detError === null)
export const withOneClass = reference.cases.filter((known) => known.detError !== null)
