/**
 * What a policy does after a flag, as settings: enforcement, human review, appeals, and whom readers get to see.
 * Defaults are published figures where there are any (VK's reviewers, YouTube's appeals); where nothing is known the
 * schema says so, and they are there to be swept. after-flag-schema.ts has ranges and meanings.
 */
import type { Grade } from "./definition.ts"

/** What is done about an account that people, or a rule, found AI-managed; the mildest first. */
export const ACTIONS = ["none", "label", "limit", "suspend"] as const
export type Action = (typeof ACTIONS)[number]

/** Which of those that wait is next. */
export const ORDERS = ["oldest", "newest", "riskiest", "most-followed"] as const
export type Order = (typeof ORDERS)[number]

/** How the seconds of a decision are distributed about their mean. */
export const SERVICE_TIMES = ["exponential", "lognormal", "fixed"] as const
export type ServiceTimes = (typeof SERVICE_TIMES)[number]

export const SECOND_OPINIONS = ["never", "before-action", "always"] as const
export type SecondOpinion = (typeof SECOND_OPINIONS)[number]

export interface Enforcement {
  /** null for the run's days. */
  readonly horizonDays: number | null
  /** By the grade that a reviewer sees; who finds an account authentic does nothing. */
  readonly afterReview: Readonly<Record<Exclude<Grade, "none">, Action>>
  readonly noticeDays: number
  /** Share in [0, 1]. */
  readonly complies: number
  readonly limitDays: number
  /** null for good. */
  readonly suspendDays: number | null
  /** Shares of the reach in [0, 1]. */
  readonly limitedReach: number
  readonly labelledReach: number
  readonly recheckDays: number
  readonly strikes: Strikes
}

export interface Strikes {
  readonly lastDays: number
  /** Numbers of strikes; null for never. */
  readonly limitAt: number | null
  readonly suspendAt: number | null
}

export interface Review {
  readonly reviewers: number
  readonly hoursPerDay: number
  /** Hour of the day, [0, 24). */
  readonly startsAt: number
  readonly serviceTimes: ServiceTimes
  readonly order: Order
  /** In (0, 1), of decisions that are decisions. */
  readonly truePositiveRate: number
  readonly falsePositiveRate: number
  /** Share of decisions. */
  readonly dontKnow: number
  /** Cohen's kappa of two reviewers at even classes. */
  readonly agreement: number
  /** SD between reviewers, probits. */
  readonly leniency: number
  readonly secondOpinion: SecondOpinion
  /** So many reports bring an account before a reviewer; null for never. */
  readonly reports: number | null
  readonly overflow: Overflow | null
}

export interface Overflow {
  /** Hours waited by whoever is next. */
  readonly hours: number
  /** Risk in [0, 1]. */
  readonly actFrom: number
}

export interface Appeals {
  /** Shares of actions. */
  readonly authenticFile: number
  readonly managedFile: number
  readonly delayDays: number
  /** Shares of appeals that are turned down, in (0, 1). */
  readonly truePositiveRate: number
  readonly falsePositiveRate: number
  readonly secondsPerAppeal: number
  readonly first: boolean
}

export interface Readers {
  readonly positionBias: number
  readonly halfLifeHours: number
  readonly depth: number
  readonly leastFollowers: number
}

export const DEFAULT_ENFORCEMENT: Enforcement = {
  horizonDays: null,
  afterReview: { occasional: "label", mostly: "limit", full: "suspend" },
  noticeDays: 0,
  complies: 0,
  limitDays: 14,
  suspendDays: null,
  limitedReach: 0.2,
  labelledReach: 1,
  recheckDays: 7,
  strikes: { lastDays: 90, limitAt: 2, suspendAt: 3 },
}

export const DEFAULT_REVIEW: Review = {
  reviewers: 1,
  hoursPerDay: 8,
  startsAt: 9,
  serviceTimes: "lognormal",
  order: "oldest",
  truePositiveRate: 0.67,
  falsePositiveRate: 0.37,
  dontKnow: 0.13,
  agreement: 0.36,
  leniency: 0.2,
  secondOpinion: "never",
  reports: null,
  overflow: null,
}

export const DEFAULT_APPEALS: Appeals = {
  authenticFile: 0.04,
  managedFile: 0.01,
  delayDays: 1,
  truePositiveRate: 0.85,
  falsePositiveRate: 0.6,
  secondsPerAppeal: 120,
  first: true,
}

export const DEFAULT_READERS: Readers = {
  positionBias: 1,
  halfLifeHours: 24,
  depth: 100,
  leastFollowers: 1000,
}
