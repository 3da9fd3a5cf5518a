/** The accounts that changed side, by what that means for them, by archetype, and by the reason. */
import type { Run } from "../run.ts"
import type { Baseline } from "./baseline.ts"
import { type FlipGroup, GATE_FLIPS, type GateFlip } from "./report.ts"
import type { PairedSides } from "./sides.ts"

/** Harm first, then the largest groups. */
export function flipGroups(
  baseline: Baseline,
  { columns, manifest }: Run,
  { before, after, label, now }: PairedSides,
): FlipGroup[] {
  const [reasonBefore, reasonNow] = [reasonsOf(baseline), reasonsOf(now)]
  const groups = new Map<string, FlipGroup & { readonly accounts: number[] }>()
  for (let account = 0; account < label.length; account++) {
    if (before[account] === after[account]) continue
    const flip = flipOf(label[account], after[account])
    const archetype = manifest.archetypes[columns.archetype[account]].id
    const reason = (after[account] ? reasonNow : reasonBefore).get(account)!
    const key = `${flip} ${archetype} ${reason}`
    const group = groups.get(key) ?? { flip, archetype, reason, accounts: [] }
    groups.set(key, group)
    group.accounts.push(account)
  }
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return [...groups.values()].sort(
    (a, b) =>
      GATE_FLIPS.indexOf(a.flip) - GATE_FLIPS.indexOf(b.flip) ||
      b.accounts.length - a.accounts.length ||
      order(a.archetype, b.archetype) ||
      order(a.reason, b.reason),
  )
}

function flipOf(label: number, after: number): GateFlip {
  if (label) return after ? "newlyCaught" : "newlyMissed"
  return after ? "newlyHit" : "newlyCleared"
}

/** The loudest detector of each flagged account. */
function reasonsOf({ flaggedBy }: Baseline): Map<number, string> {
  const reasons = new Map<number, string>()
  for (const detectors of Object.values(flaggedBy))
    for (const [detector, numbers] of Object.entries(detectors))
      for (const account of numbers) reasons.set(account, detector)
  return reasons
}
