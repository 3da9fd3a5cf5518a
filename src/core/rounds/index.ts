/** Rounds of operators who adapt and a platform that answers. */
export type { HalfLifeInterval } from "./half-life.ts"
export { playRounds, type RoundsProgress } from "./play.ts"
export type {
  Band,
  CostPoint,
  HalfLife,
  PlayedRound,
  PlayedSeed,
  RoundRow,
  RoundsReport,
  UnknownHalfLife,
} from "./report.ts"
export { type RoundsSettings, roundsSchema, STRATEGY_NAMES, type StrategyName } from "./settings.ts"
