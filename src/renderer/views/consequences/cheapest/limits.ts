/** The limits of a search for the cheapest policy, as typed and as the search takes them. */
import { type CheapestOptions, reviewersUpTo } from "../../../../core/policy/follow/index.ts"
import { shareOf } from "../../tradeoffs/suggest/wish.ts"

/** As typed, so that a number may be unfinished; empty for no such limit. */
export interface Limits {
  /** A percentage of authentic accounts. */
  readonly mostActedOn: string
  readonly hours: string
  readonly mostWaiting: string
  /** Empty for the setting's own number. */
  readonly upToReviewers: string
  readonly replicates: string
}
export type LimitName = Exclude<keyof Limits, "replicates">

export const NO_LIMITS: Limits = {
  mostActedOn: "",
  hours: "",
  mostWaiting: "",
  upToReviewers: "",
  replicates: "10",
}

/** Many settings are followed that often: more take minutes of a busy platform. */
export const REPLICATES = ["10", "20", "40"] as const

const RANGES: Readonly<Record<LimitName, (value: number) => boolean>> = {
  mostActedOn: (value) => value > 0 && value < 100,
  hours: (value) => value > 0 && value <= 10_000,
  mostWaiting: (value) => Number.isInteger(value) && value >= 0 && value <= 1e9,
  upToReviewers: (value) => Number.isInteger(value) && value >= 0 && value <= 10_000,
}

export const isAllowed = (name: LimitName, typed: string): boolean =>
  typed.trim() === "" || RANGES[name](Number(typed))

/** null while a limit is none. */
export function optionsOf(limits: Limits): CheapestOptions | null {
  const names = Object.keys(RANGES) as LimitName[]
  if (!names.every((name) => isAllowed(name, limits[name]))) return null
  const of = (name: LimitName) => (limits[name].trim() === "" ? null : Number(limits[name]))
  const [actedOn, most] = [of("mostActedOn"), of("upToReviewers")]
  return {
    replicates: Number(limits.replicates),
    hours: of("hours"),
    mostActedOn: actedOn === null ? null : shareOf(actedOn),
    mostWaiting: of("mostWaiting"),
    ...(most === null ? {} : { reviewers: reviewersUpTo(most) }),
  }
}
