/** Evaluation: what precision, recall and false positives become as the threshold moves, and how sure we are. */

export { type Ablated, type AblationFigures, ablate } from "./ablation.ts"
export {
  type AreaOptions,
  type BootstrapOptions,
  bootstrapAuc,
  bootstrapAveragePrecision,
  bootstrapRecall,
  drawMultinomial,
  scoresByOperator,
} from "./bootstrap.ts"
export * from "./calibration-report.ts"
export * from "./caps.ts"
export { bestF1, type Choice, thresholdBy, withinFalsePositives, withinFlagged } from "./choice.ts"
export * from "./chosen-point.ts"
export { type Bound, type Clearing, clearingOf, type DetectorClearing, wayOf } from "./clearing.ts"
export * from "./clopper-pearson.ts"
export * from "./cohorts.ts"
export * from "./comparison/index.ts"
export * from "./confusion.ts"
export { type Correlation, type CorrelationReport, correlationReport, spearman } from "./correlation.ts"
export * from "./costs.ts"
export * from "./curves.ts"
export * from "./distribution.ts"
export * from "./guarantee.ts"
export * from "./intervals.ts"
export * from "./multiplicity.ts"
export { normalQuantile } from "./normal.ts"
export * from "./operating-point.ts"
export * from "./overlap.ts"
export * from "./prevalence.ts"
export { NO_RANK, RankedLabels, ranksOf } from "./ranked-labels.ts"
export { operatorsOf } from "./resample.ts"
export * from "./rules/index.ts"
export * from "./score-bins.ts"
export * from "./score-index.ts"
export * from "./suggest.ts"
export * from "./thin.ts"
export * from "./trade.ts"
export * from "./transfer.ts"
export * from "./workload.ts"
