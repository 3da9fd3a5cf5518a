/** Rules over several detectors: their text, their evaluation, grids of two thresholds, and what is best of many. */

export * from "./evaluate.ts"
export * from "./grid.ts"
export { keysOf, type RuleGroups, ruleGroups, type ScoreKeys } from "./keys.ts"
export * from "./pareto.ts"
export * from "./parse.ts"
export * from "./rule.ts"
export * from "./run-scores.ts"
export * from "./thresholds.ts"
