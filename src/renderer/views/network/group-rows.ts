/** What the list says of a group beside what the server knows: risk, and what the threshold and the definition make of it. */
import type { NetworkGroup } from "../../../api/contract.ts"

export interface GroupRow {
  readonly group: NetworkGroup
  /** Risks of the members, ascending; those without are left out. */
  readonly risks: Float32Array
  /** NaN when no member has a risk. */
  readonly meanRisk: number
}

export function groupRow(group: NetworkGroup, risk: Float32Array): GroupRow {
  const risks = Float32Array.from(group.members, (member) => risk[member]!)
    .filter((value) => !Number.isNaN(value))
    .sort()
  return { group, risks, meanRisk: risks.reduce((sum, value) => sum + value, 0) / risks.length }
}

/** Share of the members that are flagged at a threshold. */
export function flaggedShare({ risks, group }: GroupRow, threshold: number): number {
  let low = 0
  let high = risks.length
  while (low < high) {
    const middle = (low + high) >> 1
    // At or above counts as flagged.
    if (risks[middle]! >= threshold) high = middle
    else low = middle + 1
  }
  return (risks.length - low) / group.members.length
}

export function managedShare({ group }: GroupRow, label: Uint8Array): number {
  return group.members.reduce((sum, member) => sum + label[member]!, 0) / group.members.length
}

/** Whether the densest part of a group is beyond chance, even for the best of all that could have been chosen. */
export const isBeyondChance = ({ group: { block } }: GroupRow): boolean =>
  // Level with chance is ln 2; see surpriseEach of the detector's groups.
  block !== null && block.surprise > Math.LN2

export const GROUP_COLUMNS = ["number", "size", "density", "risk", "flagged", "beyond", "managed"] as const
export type GroupColumn = (typeof GROUP_COLUMNS)[number]

export function groupValue(row: GroupRow, column: GroupColumn, threshold: number, label: Uint8Array): number {
  switch (column) {
    case "number":
      return row.group.number
    case "size":
      return row.group.members.length
    case "density":
      return row.group.density
    case "risk":
      return row.meanRisk
    case "flagged":
      return flaggedShare(row, threshold)
    case "beyond":
      return isBeyondChance(row) ? 1 : 0
    case "managed":
      return managedShare(row, label)
  }
}
