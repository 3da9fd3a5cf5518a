/** Evaluation: what precision, recall and false positives become as the threshold moves, and how sure we are. */

export * from "./bootstrap.ts"
export * from "./cohorts.ts"
export * from "./confusion.ts"
export * from "./curves.ts"
export * from "./distribution.ts"
export * from "./intervals.ts"
export * from "./operating-point.ts"
export * from "./prevalence.ts"
export * from "./score-bins.ts"
export * from "./score-index.ts"
export * from "./thin.ts"
