/**
 * The definition: the rule that turns truth into a label.
 *
 * Follows Xiaohongshu's announcement of 2026-03-10: AI-managed means that automated systems create,
 * schedule or distribute content without meaningful human oversight. So an account whose posts are all
 * scheduled by a tool, under the eyes of its owner, is authentic.
 */
import type { Truth } from "../population/truth.ts"

export interface Definition {
  /** An account counts as automated when creation, scheduling or distribution is at least this, in (0, 1]. */
  readonly automation: number
  /** Oversight at or above this is meaningful, in (0, 1]. */
  readonly oversight: number
}

export const AUTHENTIC = 0
export const AI_MANAGED = 1

/** One label an account: AI_MANAGED (1) or AUTHENTIC (0). */
export function labelAccounts(truth: Truth, definition: Definition): Uint8Array {
  const accountCount = truth.oversight.length
  const label = new Uint8Array(accountCount)
  for (let account = 0; account < accountCount; account++) {
    const automated = Math.max(
      truth.creation[account],
      truth.scheduling[account],
      truth.distribution[account],
    )
    const isManaged = automated >= definition.automation && truth.oversight[account] < definition.oversight
    label[account] = isManaged ? AI_MANAGED : AUTHENTIC
  }
  return label
}
