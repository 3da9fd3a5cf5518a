/**
 * What the open run and its setting are compared against: side A. Side B is the run that is open, at its present setting,
 * so that whatever is moved anywhere is what is compared.
 */
import { FLIPS, type Flip } from "../../core/evaluation/index.ts"
import type { Tiers } from "../../core/policy/tiers.ts"
import { LEAST_SHARE, numberWithin, parseTiers, tellTiers } from "./setting-place.ts"

export interface Against {
  /** null for the run that is open. */
  readonly run: string | null
  /** Of the selected tier, in [0, 1]; null for that run's scenario's own, as the parts of the definition. */
  readonly threshold: number | null
  /** All thresholds; null when they follow from `threshold` and the scenario. */
  readonly tiers: Tiers | null
  readonly oversight: number | null
  readonly automation: number | null
  readonly days: number | null
}

export interface ComparedPlace {
  readonly against: Against
  /** In (0, 1]: both thresholds are chosen to keep the false-positive rate within it; null for thresholds as set. */
  readonly atFpr: number | null
  /** The accounts that are shown one by one; null for the first kind that there is. */
  readonly flip: Flip | null
}

/** The same run by its scenario's own setting. */
export const OWN_AGAINST: Against = {
  run: null,
  threshold: null,
  tiers: null,
  oversight: null,
  automation: null,
  days: null,
}

export const START_COMPARED: ComparedPlace = { against: OWN_AGAINST, atFpr: null, flip: null }

/** Whatever makes no sense is taken as not said. */
export function parseCompared(said: URLSearchParams): ComparedPlace {
  const days = numberWithin(said.get("a-days"), 1, Number.MAX_SAFE_INTEGER)
  return {
    against: {
      run: said.get("a") || null,
      threshold: numberWithin(said.get("a-threshold"), 0, 1),
      tiers: parseTiers(said.get("a-tiers")),
      oversight: numberWithin(said.get("a-oversight"), LEAST_SHARE, 1),
      automation: numberWithin(said.get("a-automation"), LEAST_SHARE, 1),
      days: days !== null && Number.isInteger(days) ? days : null,
    },
    atFpr: numberWithin(said.get("at-fpr"), 1e-9, 1),
    flip: FLIPS.find((flip) => flip === said.get("flip")) ?? null,
  }
}

/** The inverse of parseCompared; leaves out what is as at the start. */
export function tellCompared({ against, atFpr, flip }: ComparedPlace, said: URLSearchParams): void {
  if (against.run !== null) said.set("a", against.run)
  for (const part of ["threshold", "oversight", "automation", "days"] as const)
    if (against[part] !== null) said.set(`a-${part}`, String(against[part]))
  if (against.tiers !== null) said.set("a-tiers", tellTiers(against.tiers))
  if (atFpr !== null) said.set("at-fpr", String(atFpr))
  if (flip !== null) said.set("flip", flip)
}
