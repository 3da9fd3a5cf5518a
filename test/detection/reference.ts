/** What SciPy, scikit-learn, NumPy and mpmath say; written by scripts/reference/detection.py. */
import { readFileSync } from "node:fs"

export interface Reference {
  /** Count, mean, nats. */
  readonly poisson: readonly (readonly [number, number, number])[]
  /** Count, trials, p, nats. */
  readonly binomial: readonly (readonly [number, number, number, number])[]
  /** Count, trials, mean, concentration, nats. */
  readonly betaBinomial: readonly (readonly [number, number, number, number, number])[]
  readonly conditionalEntropy: readonly { readonly symbols: readonly number[]; readonly nats: number }[]
  /** x, degrees of freedom, nats. */
  readonly chiSquared: readonly (readonly [number, number, number])[]
  readonly slope: readonly { readonly spectrum: readonly number[]; readonly slope: number }[]
  /** z, nats. */
  readonly normal: readonly (readonly [number, number])[]
  /** Surprises, nats. */
  readonly fisher: readonly (readonly [readonly number[], number])[]
  readonly logGamma: readonly (readonly [number, number])[]
  readonly isotonic: readonly {
    readonly name: string
    readonly score: readonly number[]
    readonly label: readonly number[]
    /** Accounts, mean score, rate; ascending. */
    readonly blocks: readonly (readonly [number, number, number])[]
  }[]
  readonly logistic: readonly {
    readonly name: string
    readonly l2: number
    readonly rows: readonly (readonly number[])[]
    readonly label: readonly number[]
    readonly intercept: number
    readonly weights: readonly number[]
  }[]
  readonly burstiness: readonly {
    readonly intervals: readonly number[]
    readonly burstiness: number
    readonly memory: number | null
  }[]
  readonly karate: {
    readonly edges: readonly (readonly [number, number])[]
    /** The highest modularity that any partition has. */
    readonly best: number
    readonly partitions: readonly { readonly community: readonly number[]; readonly modularity: number }[]
  }
  /** Codes of each piece, and the nats of those after the second under a model of the other pieces. */
  readonly trigramModel: readonly { readonly piece: readonly number[]; readonly nats: readonly number[] }[]
}

export const reference: Reference = JSON.parse(
  readFileSync(new URL("../reference/detection.json", import.meta.url), "utf8"),
)
