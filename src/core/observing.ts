/** How the detectors of a run come by their evidence: range by range it is generated, looked at, and dropped. */
import type { DetectorId } from "./detection/ids.ts"
import { type ObservedColumns, observe } from "./detection/observe.ts"
import { detectorsNamed } from "./detection/registry.ts"
import { tileChecksum } from "./digest.ts"
import type { Evidence } from "./evidence/evidence.ts"
import { CHECKED, generateTile } from "./population/tile.ts"
import type { World } from "./population/world.ts"

/** `isChecked`: all that the population's checksum is taken over is generated, and the checksum is the result. */
export interface EvidenceTask {
  readonly kind: "evidence"
  readonly world: World
  readonly observed: ObservedColumns
  readonly isChecked: boolean
  readonly first: number
  /** One past the last account. */
  readonly end: number
}

export function observeRange({
  world,
  first,
  end,
  observed,
  isChecked,
}: EvidenceTask): readonly [number, number] | null {
  const detectors = detectorsIn(observed)
  const reads = detectors.flatMap((detector) => detector.reads)
  const tile = generateTile(world, first, end, new Set([...(isChecked ? CHECKED : []), ...reads]))
  observe(tile, detectors, observed)
  return isChecked ? tileChecksum(tile) : null
}

/** Lets each detector that has columns write its slice of them. */
export const observeTile = (tile: Evidence, observed: ObservedColumns): void =>
  observe(tile, detectorsIn(observed), observed)

const detectorsIn = ({ features }: ObservedColumns) => detectorsNamed(Object.keys(features) as DetectorId[])
