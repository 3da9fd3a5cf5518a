/** What SciPy and scikit-learn say of guarantees and costs; written by scripts/reference/guarantees.py. */
import { readFileSync } from "node:fs"

export interface GuaranteesReference {
  readonly guarantees: readonly {
    readonly authentic: number
    readonly maxFpr: number
    readonly confidence: number
    readonly needed: number
    readonly allowed: number | null
    readonly risk: number | null
    readonly leastFpr: number
  }[]
  /** Successes, trials, confidence, lower end, upper end. */
  readonly clopperPearson: readonly (readonly [number, number, number, number, number])[]
  readonly costs: {
    readonly label: readonly number[]
    readonly scoreTimes64: readonly number[]
    readonly cases: readonly {
      readonly prevalence: number | null
      /** Of a false positive, of a missed AI-managed account, of a review. */
      readonly costs: readonly [number, number, number]
      readonly least: number
      /** null flags nobody. */
      readonly threshold: number | null
      readonly everyone: number
      readonly nobody: number
    }[]
  }
}

export const guaranteesReference: GuaranteesReference = JSON.parse(
  readFileSync(new URL("../reference/guarantees.json", import.meta.url), "utf8"),
)
