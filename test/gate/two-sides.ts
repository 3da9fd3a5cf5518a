/** Sides of a comparison made from two scores of the same accounts. */
import { NONE } from "../../src/core/evidence/evidence.ts"
import type { FlaggedSides } from "../../src/core/gate/precision-test.ts"
import type { RankedSides } from "../../src/core/gate/ranking-tests.ts"
import { ranksAmongAuthentic, withinRate } from "../../src/core/gate/ranks.ts"

export interface TwoScores {
  readonly label: Uint8Array
  readonly before: Float32Array
  readonly after: Float32Array
  readonly threshold: number
}

export const flaggedSides = ({ label, before, after, threshold }: TwoScores): FlaggedSides => ({
  label,
  before: Uint8Array.from(before, (score) => (score >= threshold ? 1 : 0)),
  after: Uint8Array.from(after, (score) => (score >= threshold ? 1 : 0)),
})

export function rankedSides({ label, before, after }: TwoScores): RankedSides {
  const [was, is] = [ranksAmongAuthentic(before, label), ranksAmongAuthentic(after, label)]
  const authentic = accountsOf(label, 0)
  const most = withinRate(authentic.length)
  return {
    managed: was.managed,
    authentic,
    ranksBefore: was.ofManaged,
    ranksAfter: is.ofManaged,
    aboveAfter: Uint32Array.from(authentic, (account) => is.above[account]),
    hitBefore: was.authenticWithin(most),
    hitAfter: is.authenticWithin(most),
  }
}

export const accountsOf = (label: Uint8Array, own: number) =>
  Uint32Array.from(label.keys()).filter((account) => label[account] === own)

/** Groups as a reference writes them: below 0 for an account on its own. */
export const groupsOf = (group: readonly number[]) => Uint32Array.from(group, (own) => (own < 0 ? NONE : own))
