/** When the opinions on a case make a decision. */
import type { SecondOpinion } from "../after-flag.ts"
import type { Decision } from "./decision.ts"

/** Opinions of each kind on one case. */
export type Tally = Record<Decision, number>

/** With so many reviewers who do not know, nobody is asked any more. */
export const MOST_UNKNOWN = 3

/**
 * null while another reviewer has to look. Whoever does not know hands the case on, and the third makes it undecided; of
 * those who know, one decides, or two who agree where the policy wants a second opinion: where they differ, a third does.
 */
export function decisionOf({ managed, authentic, unknown }: Tally, second: SecondOpinion): Decision | null {
  if (unknown >= MOST_UNKNOWN) return "unknown"
  if (managed >= (second === "never" ? 1 : 2)) return "managed"
  // Before an action only: who is found authentic at first is let alone.
  const isLetAlone = second !== "always" && managed === 0
  return authentic >= (isLetAlone ? 1 : 2) ? "authentic" : null
}
