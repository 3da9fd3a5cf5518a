/** Following every flag to its end: what a policy does to people, to the queue and to the money. */
export { type AlongThresholdOptions, alongThreshold } from "./along-threshold.ts"
export { type CheapestOptions, CUTS, cheapest, reviewersUpTo } from "./cheapest.ts"
export { compareConsequences } from "./compare-consequences.ts"
export * from "./consequences.ts"
export { followFlags, followingFlags } from "./follow-flags.ts"
export * from "./following.ts"
export { type FurtherLimits, SHARE_IN_TIME } from "./limits.ts"
export * from "./points.ts"
export {
  EVEN_THRESHOLDS,
  isSameSetting,
  onPlatformOf,
  withCuts,
  withReviewers,
  withSetting,
  withTier,
} from "./settings.ts"
export { type StaffingAnswer, type StaffOptions, staffing } from "./staff.ts"
export { type CellPlace, nearestCell, type TwoCutsOptions, twoCuts } from "./two-cuts.ts"
