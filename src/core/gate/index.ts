/** The gate: a run against its committed baseline, promises against their intervals, and what both decide. */

export * from "./baseline.ts"
export * from "./expectations.ts"
export * from "./judge.ts"
export * from "./measure.ts"
export { parseBaseline } from "./parse-baseline.ts"
export * from "./report.ts"
export * from "./settings.ts"
export * from "./update.ts"
export { writeBaseline } from "./write-baseline.ts"
