/** Runs that hold nothing but pairs: what the network is made from. */
import type { Run } from "../../src/core/run.ts"
import { fakeRun } from "../api/fakes.ts"

/** a, b and how often they were found together. */
export type Pair = readonly [a: number, b: number, weight: number]

export const pairsOf = (pairs: readonly Pair[]) => {
  const falling = pairs.toSorted((p, q) => q[2] - p[2])
  return {
    a: Uint32Array.from(falling, ([a]) => a),
    b: Uint32Array.from(falling, ([, b]) => b),
    weight: Float32Array.from(falling, ([, , weight]) => weight),
  }
}

/** All pairs of so many accounts from `first` on, each found together so often. */
export const clique = (first: number, size: number, weight: number): Pair[] =>
  Array.from({ length: size }, (_, i) =>
    Array.from({ length: i }, (_, j): Pair => [first + j, first + i, weight]),
  ).flat()

export function runOf(
  accounts: number,
  pairs: Readonly<Record<string, readonly Pair[]>>,
  features: Run["features"] = {},
): Run {
  const run = fakeRun()
  return {
    ...run,
    manifest: { ...run.manifest, accounts },
    pairs: Object.fromEntries(Object.entries(pairs).map(([detector, some]) => [detector, pairsOf(some)])),
    features,
  }
}
