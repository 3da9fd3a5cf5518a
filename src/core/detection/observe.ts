/** How detectors observe a tile: each writes its own slices of columns that all threads share. */
import { DetectorError } from "../errors.ts"
import type { Evidence } from "../evidence/evidence.ts"
import type { Detector, LinkColumns } from "./detector.ts"

/** Where the detectors put what they observe; every column is shared between threads. */
export interface ObservedColumns {
  /** By detector id, by feature id; length accounts. */
  readonly features: Readonly<Record<string, Readonly<Record<string, Float32Array>>>>
  /** By detector id. */
  readonly links: Readonly<Record<string, LinkColumns>>
}

/** Each of the detectors, all of which have columns, writes its slice of them. */
export function observe(
  tile: Evidence,
  detectors: readonly Detector[],
  { features, links }: ObservedColumns,
): void {
  for (const detector of detectors) {
    const slices = Object.fromEntries(
      Object.entries(features[detector.id]).map(([id, column]) => [
        id,
        column.subarray(tile.firstAccount, tile.firstAccount + tile.accountCount),
      ]),
    )
    guarded(detector.id, () => {
      detector.observe?.(tile, slices)
      detector.linkage?.observe(tile, links[detector.id])
    })
  }
}

/** A detector that throws fails by its name. */
export function guarded<Result>(id: string, work: () => Result): Result {
  try {
    return work()
  } catch (cause) {
    throw new DetectorError(id, cause instanceof Error ? cause.message : String(cause))
  }
}
