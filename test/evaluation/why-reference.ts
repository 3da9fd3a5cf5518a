/** What scikit-learn, SciPy and NumPy say; written by scripts/reference/why.py. null stands for NaN. */
import { readFileSync } from "node:fs"
import type { Known } from "./reference.ts"

interface Scored {
  readonly name: string
  readonly label: readonly number[]
  readonly score: readonly Known[]
}

interface Reference {
  readonly calibration: readonly (Scored & {
    readonly bins: number
    /** Of the bins that are not empty. */
    readonly share: readonly number[]
    readonly meanRisk: readonly number[]
    readonly accounts: readonly number[]
    readonly brier: number
    readonly calibrationError: number
    readonly reliability: number
    readonly resolution: number
    readonly uncertainty: number
  })[]
  readonly correlation: readonly {
    readonly name: string
    readonly a: readonly Known[]
    readonly b: readonly Known[]
    readonly accounts: number
    readonly rho: number
  }[]
  readonly beta: readonly (Scored & { readonly a: number; readonly b: number; readonly c: number })[]
  readonly simplex: readonly {
    readonly rows: readonly (readonly number[])[]
    readonly label: readonly number[]
    readonly weights: readonly number[]
  }[]
  readonly weighted: readonly (Scored & {
    /** How often each account counts. */
    readonly times: readonly number[]
    readonly auc: number
    readonly averagePrecision: number
    /** At a false-positive rate of at most 1 %. */
    readonly recall: number
  })[]
}

export const why: Reference = JSON.parse(
  readFileSync(new URL("../reference/why.json", import.meta.url), "utf8"),
)

export const floats = (values: readonly Known[]) => Float32Array.from(values, (value) => value ?? Number.NaN)
