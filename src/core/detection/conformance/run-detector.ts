/** Runs any detector, registered or not, over evidence that is cut and ordered as asked. */

import { tilesOf } from "../../evidence/cut.ts"
import type { Evidence, EvidenceSize } from "../../evidence/evidence.ts"
import type { Executor } from "../../tasks.ts"
import { allocateObserved, detect } from "../detect.ts"
import type { Detector, JoinPart, LinkPairs } from "../detector.ts"

export interface Ways {
  /** Accounts a tile; all in one when left out. */
  readonly tileAccounts?: number
  /** Observes tiles and joins partitions from the last to the first. */
  readonly backwards?: boolean
  /** What the detector is shown of a tile. */
  readonly show?: (tile: Evidence) => Evidence
}

export interface Judgement {
  readonly scores: Float32Array
  /** By feature id. */
  readonly features: Readonly<Record<string, Float32Array>>
  readonly pairs: LinkPairs | undefined
  readonly summary: Readonly<Record<string, number>>
}

const WINDOW = 60

export async function runDetector(
  detector: Detector,
  evidence: Evidence,
  ways: Ways = {},
): Promise<Judgement> {
  const size: EvidenceSize = {
    accounts: evidence.accountCount,
    posts: evidence.posts?.offset.at(-1) ?? 0,
    interactions: evidence.interactions?.offset.at(-1) ?? 0,
  }
  const observed = allocateObserved([detector], size)
  const tiles = tilesOf(evidence, ways.tileAccounts ?? Math.max(1, evidence.accountCount))
  for (const tile of ways.backwards ? tiles.reverse() : tiles) {
    const end = tile.firstAccount + tile.accountCount
    const columns = Object.entries(observed.features[detector.id]!)
    const slices = columns.map(([id, column]) => [id, column.subarray(tile.firstAccount, end)] as const)
    const shown = ways.show?.(tile) ?? tile
    detector.observe?.(shown, Object.fromEntries(slices))
    detector.linkage?.observe(shown, observed.links[detector.id]!)
  }
  const none = new Uint32Array(size.accounts + 1)
  const offsets = {
    postOffset: evidence.posts?.offset ?? none,
    interactionOffset: evidence.interactions?.offset ?? none,
  }
  const settings = { coActionWindow: WINDOW }
  const executor = joinsOf(detector, ways.backwards ?? false)
  const found = await detect([detector], observed, size, offsets, settings, executor, () => {})
  return {
    scores: found.scores[detector.id]!,
    features: found.features[detector.id]!,
    pairs: found.pairs[detector.id],
    summary: found.summaries[detector.id]!,
  }
}

/** Joins one partition after another, each as if on another thread: what travels is copied. */
function joinsOf(detector: Detector, isBackwards: boolean): Executor {
  return {
    async run(tasks, onDone) {
      const parts: JoinPart[] = []
      const order = tasks.map((_, index) => index)
      for (const index of isBackwards ? order.reverse() : order) {
        const task = tasks[index]!
        if (task.kind !== "join") throw new Error(`detection has no task of kind ${task.kind}`)
        parts[index] = structuredClone(detector.linkage!.join(task.partition, structuredClone(task.input)))
        onDone(index + 1)
      }
      return parts
    },
  }
}
