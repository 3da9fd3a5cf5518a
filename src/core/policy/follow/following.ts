/**
 * What flags are followed from: a finished run as plain columns, so that a browser's worker can be sent it; and how long
 * work tells how far it is. Every function that takes long is a generator that yields the share done, in [0, 1]: between
 * two steps it can be left for good, or let others have the thread.
 */
import type { Run, RunColumns, RunManifest } from "../../run.ts"
import type { Definition } from "../definition.ts"
import type { Policy } from "../policy.ts"

export interface FollowInput {
  readonly archetypes: RunManifest["archetypes"]
  /** Of the run; the horizon of a policy that says none. */
  readonly days: number
  /** Of the run; that of a policy that says none. */
  readonly definition: Definition
  readonly columns: Pick<
    RunColumns,
    "truth" | "archetype" | "language" | "followers" | "ageDays" | "group" | "risk"
  >
  /** Reports that each account got in the run; null when that is not known, and then reports bring nobody to review. */
  readonly reports: Float32Array | null
}

export interface FollowOptions {
  /** Names every draw: same seed, same figures. "consequences" unless told. */
  readonly seed?: string
  /** 1 or more; DEFAULT_REPLICATES unless told. */
  readonly replicates?: number
}

export const DEFAULT_SEED = "consequences"
export const DEFAULT_REPLICATES = 40

/** Work that yields the share done, in [0, 1], and returns its result. */
export type Steps<Result> = Generator<number, Result, void>

/** Does all the work; `tell` gets the share done after each step. */
export function finish<Result>(steps: Steps<Result>, tell: (done: number) => void = () => {}): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    tell(step.value)
  }
}

/** What of a run is needed to follow its flags. */
export function followInput({
  manifest: { archetypes, scenario },
  columns,
  features,
}: Pick<Run, "columns" | "features"> & {
  readonly manifest: Pick<RunManifest, "archetypes" | "scenario">
}): FollowInput {
  const { truth, archetype, language, followers, ageDays, group, risk } = columns
  return {
    archetypes,
    days: scenario.days,
    definition: scenario.definition,
    columns: { truth, archetype, language, followers, ageDays, group, risk },
    reports: features["report-reliability"]?.reports ?? null,
  }
}

/** Days that a policy is followed on a run. */
export const horizonOf = ({ days }: FollowInput, { enforcement }: Pick<Policy, "enforcement">): number =>
  enforcement.horizonDays ?? days
