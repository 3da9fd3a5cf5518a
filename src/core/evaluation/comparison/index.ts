/** Comparison of two sides on the same accounts: who flipped, by how much figures differ, and whether that is real. */

export * from "./cohort-tests.ts"
export * from "./compare-runs.ts"
export * from "./figures.ts"
export * from "./flips.ts"
export * from "./mcnemar.ts"
export * from "./paired-bootstrap.ts"
export * from "./paired-difference.ts"
export * from "./reasons.ts"
export * from "./side.ts"
export * from "./unpaired.ts"
export * from "./verdict.ts"
