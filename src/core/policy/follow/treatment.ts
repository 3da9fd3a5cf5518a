/** What a flag meets first: the harshest tier that its risk reaches, or people where reports brought it. */
import { GRADES, type Grade } from "../definition.ts"
import { type Policy, tiersOn } from "../policy.ts"
import type { Tier } from "../tiers.ts"
import { isReported, type Platform } from "./platform.ts"

/** The tier of each of some accounts of the run; null for one that is not flagged. */
export function treatmentsOf(
  { input }: Pick<Platform, "input">,
  policy: Pick<Policy, "tiers" | "review">,
  accounts: Uint32Array,
): (Tier | null)[] {
  const on = tiersOn(policy)
  const { risk } = input.columns
  return Array.from(accounts, (account) => {
    let reached: Tier | null = null
    for (let at = 0; at < on.length; at++) if (risk[account] >= on[at].threshold) reached = on[at].tier
    // Reports bring an account before people; what is suspended already needs none.
    return reached !== "suspend" && isReported(input, policy, account) ? "review" : reached
  })
}

/** The grade that a reviewer sees who finds an account AI-managed; an authentic one of no grade looks hosted mostly. */
export function seenGrade(grade: number): Exclude<Grade, "none"> {
  const seen = GRADES[grade]
  return seen === "none" ? "mostly" : seen
}
