/** Flips by kind: the order in which they are told, and how many accounts each has. */
import type { FlipGroup, GateFlip } from "../../../api/contract.ts"

/** Harm first. */
export const FLIP_ORDER = [
  "newlyHit",
  "newlyMissed",
  "newlyCleared",
  "newlyCaught",
] as const satisfies readonly GateFlip[]

export const flipCount = (flips: readonly FlipGroup[], flip: GateFlip): number =>
  flips.filter((group) => group.flip === flip).reduce((sum, { accounts }) => sum + accounts.length, 0)
