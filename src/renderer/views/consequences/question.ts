/** What is asked of following flags, and in which order the answers come: the same as `assay consequences` gives. */
import {
  alongThreshold,
  type Consequences,
  type FollowInput,
  followingFlags,
  type Steps,
  staffing,
  type ThresholdCurve,
  type TwoCuts,
  twoCuts,
} from "../../../core/policy/follow/index.ts"
import type { Policy } from "../../../core/policy/policy.ts"
import type { Staffing } from "../../../core/policy/review/staffing.ts"

/** Everything that the answers depend on, as it travels to a worker. */
export interface Question {
  readonly input: FollowInput
  readonly policy: Policy
  /** Platform accounts judged over the horizon: the more, the fewer replicates. */
  readonly accounts: number
}

export interface Answers {
  readonly consequences: Consequences
  readonly curve: ThresholdCurve
  readonly staffing: Staffing
  readonly surface: TwoCuts
}

/** In the order in which they are worked out: what is read first comes first. */
export const PARTS = ["consequences", "curve", "staffing", "surface"] as const
export type Part = (typeof PARTS)[number]

/** From this many platform accounts on, whoever waits for 40 replicates waits too long. */
const MANY_ACCOUNTS = 2_000_000
/** A curve or a surface is looked at: fewer replicates show its shape. */
const CURVE_REPLICATES = 10
const SURFACE_REPLICATES = 3
const SURFACE_THRESHOLDS: readonly number[] = Array.from({ length: 10 }, (_, at) => (2 * at + 1) / 20)

/** The work for one part, in steps that tell the share done. */
export function workFor(part: Part, { input, policy, accounts }: Question): Steps<Answers[Part]> {
  const replicates = accounts > MANY_ACCOUNTS ? CURVE_REPLICATES : undefined
  switch (part) {
    case "consequences":
      return followingFlags(input, policy, replicates === undefined ? {} : { replicates })
    case "curve":
      return alongThreshold(input, policy, { replicates: CURVE_REPLICATES })
    case "staffing":
      return staffing(input, policy, replicates === undefined ? {} : { replicates })
    case "surface":
      return twoCuts(input, policy, {
        review: SURFACE_THRESHOLDS,
        suspend: SURFACE_THRESHOLDS,
        replicates: SURFACE_REPLICATES,
      })
  }
}

export type Told =
  | { readonly kind: "progress"; readonly part: Part; readonly done: number }
  | { readonly kind: "found"; readonly found: Partial<Answers> }
  | { readonly kind: "failed"; readonly message: string }

/** Works all parts out, one after the other, and tells each as soon as it is known. */
export function answer(question: Question, tell: (told: Told) => void): void {
  for (const part of PARTS) {
    const work = workFor(part, question)
    tell({ kind: "progress", part, done: 0 })
    let told = 0
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) {
        tell({ kind: "found", found: { [part]: step.value } })
        break
      }
      // A hundredth is as much as anybody sees.
      if (step.value - told >= 0.01) {
        told = step.value
        tell({ kind: "progress", part, done: told })
      }
    }
  }
}
