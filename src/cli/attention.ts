/** What a policy does to creators and readers, for a command: with progress on stderr, and ended by Ctrl-C. */
import type { AttentionReport } from "../core/policy/attention/report.ts"
import type { Policy } from "../core/policy/policy.ts"
import type { Tier } from "../core/policy/tiers.ts"
import type { Run } from "../core/run.ts"
import { type AttentionStage, attentionOf } from "../engine/attention.ts"
import { defaultWorkers } from "./context.ts"
import { interruption } from "./interruption.ts"
import { progressLine } from "./talk.ts"

export interface AttentionWork {
  readonly workerFile: URL
  readonly workers: number | undefined
  /** Names the draws. */
  readonly seed: string
  /** The tier whose threshold moves, in place of what suspending everybody from a threshold on does. */
  readonly along: Tier | undefined
}

const STAGE_TITLES: Readonly<Record<AttentionStage, string>> = {
  engagement: "building the run's world again",
  attention: "ranking its feeds",
}

/** Throws DataError for a run of another generator, CancelledError when interrupted. */
export async function measuredAttention(
  run: Run,
  policy: Policy,
  { workers, along, ...work }: AttentionWork,
): Promise<AttentionReport> {
  const line = progressLine()
  try {
    return await attentionOf(run, policy, {
      ...work,
      ...(along && { along, thresholds: [] }),
      workers: workers ?? defaultWorkers(),
      signal: interruption(),
      onProgress: ({ stage, fraction }) => line.show(STAGE_TITLES[stage], fraction),
    })
  } finally {
    line.clear()
  }
}
