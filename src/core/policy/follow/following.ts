/**
 * What flags are followed from: a finished run as plain columns, so that a browser's worker can be sent it; and how long
 * work tells how far it is. Every function that takes long is a generator that yields the share done, in [0, 1]: between
 * two steps it can be left for good, or let others have the thread.
 */

import { PolicyError } from "../../errors.ts"
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

/** Where a policy is followed with dozens of settings: what differs between two of them is not chance, which is the same. */
export const CURVE_REPLICATES = 10

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

/** Reports that each account of a run got; null where that is not known. */
export const reportsOf = ({ features }: Pick<Run, "features">): Float32Array | null =>
  features["report-reliability"]?.reports ?? null

/** What of a run is needed to follow its flags. */
export const followInput = (run: FollowedRun & Pick<Run, "features">): FollowInput =>
  followInputOf(run, reportsOf(run))

type FollowedRun = Pick<Run, "columns"> & {
  readonly manifest: Pick<RunManifest, "archetypes" | "scenario">
}

/** The same, where reports are known apart. */
export function followInputOf(
  { manifest: { archetypes, scenario }, columns }: FollowedRun,
  reports: Float32Array | null,
): FollowInput {
  const { truth, archetype, language, followers, ageDays, group, risk } = columns
  return {
    archetypes,
    days: scenario.days,
    definition: scenario.definition,
    columns: { truth, archetype, language, followers, ageDays, group, risk },
    reports,
  }
}

/** Days that a policy is followed on a run. */
export const horizonOf = ({ days }: FollowInput, { enforcement }: Pick<Policy, "enforcement">): number =>
  enforcement.horizonDays ?? days

/** Whether the policy asks for what cannot be told of the run, rather than that something went wrong. */
export const cannotBeAnswered = (error: unknown): error is PolicyError => error instanceof PolicyError

/** A PolicyError unless hours to a decision are fewer than the horizon's: nothing that arrived would have had them. */
export function requireWithinHorizon(hours: number, days: number): void {
  if (hours < days * 24) return
  throw new PolicyError([
    `hours until a decision must be below the horizon's ${days * 24} (${days} ${days === 1 ? "day" : "days"}), got ${hours}; enforcement.horizonDays makes it longer`,
  ])
}
