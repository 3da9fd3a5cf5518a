/**
 * What each setting of the time after a flag may be, by its path: the same as in after-flag-schema.ts, which the page does
 * not load and which a test holds this to.
 */
import { ACTIONS, ORDERS, SECOND_OPINIONS, SERVICE_TIMES } from "../../core/policy/after-flag.ts"

export type Leaf = string | number | boolean | null

export interface NumberRange {
  readonly kind: "number"
  readonly low: number
  readonly high: number
  /** Which ends are not allowed themselves. */
  readonly open?: "low" | "high" | "both"
  readonly whole?: true
  /** Whether null is allowed too. */
  readonly orNone?: true
}

export type Field =
  | NumberRange
  | { readonly kind: "choice"; readonly of: readonly string[] }
  | { readonly kind: "switch" }

type Ends = Pick<NumberRange, "open" | "whole" | "orNone">
const number = (low: number, high: number, ends: Ends = {}) =>
  ({ kind: "number", low, high, ...ends }) as const
const choice = (of: readonly string[]) => ({ kind: "choice", of }) as const

const SHARE = number(0, 1)
const RATE = number(0, 1, { open: "both" })
export const COST = number(0, 1e9)

export const FIELDS = {
  "enforcement.horizonDays": number(1, 365, { whole: true, orNone: true }),
  "enforcement.afterReview.occasional": choice(ACTIONS),
  "enforcement.afterReview.mostly": choice(ACTIONS),
  "enforcement.afterReview.full": choice(ACTIONS),
  "enforcement.noticeDays": number(0, 60),
  "enforcement.complies": SHARE,
  "enforcement.limitDays": number(0, 365, { open: "low" }),
  "enforcement.suspendDays": number(0, 3650, { open: "low", orNone: true }),
  "enforcement.limitedReach": SHARE,
  "enforcement.labelledReach": SHARE,
  "enforcement.recheckDays": number(0.25, 365),
  "enforcement.strikes.lastDays": number(0, 3650, { open: "low" }),
  "enforcement.strikes.limitAt": number(1, 100, { whole: true, orNone: true }),
  "enforcement.strikes.suspendAt": number(1, 100, { whole: true, orNone: true }),
  "review.reviewers": number(0, 10_000, { whole: true }),
  "review.hoursPerDay": number(0, 24, { open: "low" }),
  "review.startsAt": number(0, 24, { open: "high" }),
  "review.serviceTimes": choice(SERVICE_TIMES),
  "review.order": choice(ORDERS),
  "review.truePositiveRate": RATE,
  "review.falsePositiveRate": RATE,
  "review.dontKnow": number(0, 0.9),
  "review.agreement": number(0, 1, { open: "high" }),
  "review.leniency": number(0, 2),
  "review.secondOpinion": choice(SECOND_OPINIONS),
  "review.reports": number(1, 1_000_000, { whole: true, orNone: true }),
  "review.overflow.hours": number(0, 10_000, { open: "low" }),
  "review.overflow.actFrom": SHARE,
  "appeals.authenticFile": SHARE,
  "appeals.managedFile": SHARE,
  "appeals.delayDays": number(0, 60, { open: "low" }),
  "appeals.truePositiveRate": RATE,
  "appeals.falsePositiveRate": RATE,
  "appeals.secondsPerAppeal": number(0, 86_400),
  "appeals.first": { kind: "switch" },
  "readers.positionBias": number(0, 3),
  "readers.halfLifeHours": number(0, 1000, { open: "low" }),
  "readers.depth": number(1, 10_000, { whole: true }),
  "readers.leastFollowers": number(0, 100_000_000, { whole: true }),
  "costs.reviewerHour": COST,
  "costs.wrongfulDay": COST,
  "costs.missedPer1000Followers": COST,
} as const satisfies Readonly<Record<string, Field>>

export type FieldPath = keyof typeof FIELDS
export const FIELD_PATHS = Object.keys(FIELDS) as FieldPath[]

export function fits(field: Field, value: Leaf): boolean {
  switch (field.kind) {
    case "switch":
      return typeof value === "boolean"
    case "choice":
      return typeof value === "string" && field.of.includes(value)
    case "number":
      if (value === null) return field.orNone === true
      return typeof value === "number" && isWithin(field, value)
  }
}

function isWithin({ low, high, open, whole }: NumberRange, value: number): boolean {
  const isAbove = open === "low" || open === "both" ? value > low : value >= low
  const isBelow = open === "high" || open === "both" ? value < high : value <= high
  return isAbove && isBelow && (whole !== true || Number.isInteger(value))
}
