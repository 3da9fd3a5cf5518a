/** A section of raw features: those taken of one kind of evidence, of an account alone or of all together. */
import type { Feature } from "../detection/detector.ts"
import type { Evidence } from "../evidence/evidence.ts"

export interface Section {
  /** Kind of evidence, in one word. */
  readonly of: string
  readonly features: readonly Feature[]
}

/** One whose features an account's own evidence is enough for. */
export interface FeatureSection extends Section {
  /** One value a feature of the tile's account, counted from 0; null where there is no such evidence. */
  readonly describe: (tile: Evidence, account: number) => ArrayLike<number> | null
}

const DAY = 86_400

/** Days of the period that the account was registered; at least one. */
export function daysThere({ profiles, periodSeconds }: Evidence, account: number): number {
  const days = periodSeconds / DAY
  return Math.max(1, Math.min(days, days + (profiles?.ageDays[account] ?? 0)))
}

/** `part` of `whole`; NaN when there is no whole. */
export const shareOf = (part: number, whole: number) => (whole > 0 ? part / whole : Number.NaN)
