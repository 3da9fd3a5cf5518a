/** What is asked of following flags, and in which order the answers come: the same as `assay consequences` gives. */
import {
  alongThreshold,
  type CheapestOptions,
  type CheapestReport,
  type Consequences,
  type ConsequencesComparison,
  CURVE_REPLICATES,
  cannotBeAnswered,
  cheapest,
  compareConsequences,
  DEFAULT_REPLICATES,
  type FollowInput,
  type FollowOptions,
  followingFlags,
  type StaffingAnswer,
  type Steps,
  staffing,
  type ThresholdCurve,
  type TwoCuts,
  twoCuts,
} from "../../../core/policy/follow/index.ts"
import type { Policy } from "../../../core/policy/policy.ts"

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
  readonly staffing: StaffingAnswer
  readonly surface: TwoCuts
}

/** In the order in which they are worked out: what is read first comes first. */
export const PARTS = ["consequences", "curve", "staffing", "surface"] as const
export type Part = (typeof PARTS)[number]

/** From this many platform accounts on, whoever waits for 40 replicates waits too long. */
const MANY_ACCOUNTS = 2_000_000
/** From this many on whoever turns a dial is told something of few replicates first, and then of all. */
const FIRST_LOOK_ACCOUNTS = 200_000
const FIRST_LOOK_REPLICATES = 4
/** Over dozens of cells whoever has many accounts waits too long for as many replicates as the terminal's. */
const SURFACE_REPLICATES_OF_MANY = 3
const SURFACE_THRESHOLDS: readonly number[] = Array.from({ length: 10 }, (_, at) => (2 * at + 1) / 20)

/** Replicates of one look at the consequences after another, the last of which stays. */
export function looksFor(accounts: number): readonly number[] {
  const last = accounts > MANY_ACCOUNTS ? CURVE_REPLICATES : DEFAULT_REPLICATES
  return accounts > FIRST_LOOK_ACCOUNTS ? [FIRST_LOOK_REPLICATES, last] : [last]
}

/** The work for one part, in steps that tell the share done. */
function workFor(
  part: Part,
  { input, policy, accounts }: Question,
  replicates: number,
): Steps<Answers[Part]> {
  switch (part) {
    case "consequences":
      return followingFlags(input, policy, { replicates })
    case "curve":
      return alongThreshold(input, policy)
    case "staffing":
      return staffing(input, policy, { replicates })
    case "surface":
      return twoCuts(input, policy, {
        review: SURFACE_THRESHOLDS,
        suspend: SURFACE_THRESHOLDS,
        replicates: accounts > FIRST_LOOK_ACCOUNTS ? SURFACE_REPLICATES_OF_MANY : CURVE_REPLICATES,
      })
  }
}

/** What is worked out only when somebody asks for it, since it takes long. */
export type Decision =
  | {
      readonly kind: "cheapest"
      readonly input: FollowInput
      readonly policy: Policy
      readonly options: CheapestOptions
    }
  | {
      readonly kind: "comparison"
      readonly input: FollowInput
      readonly policy: Policy
      /** Held against the policy's platform: what differs is what is done. */
      readonly other: Policy
      readonly options: FollowOptions
    }

export interface Decided {
  readonly cheapest: CheapestReport
  readonly comparison: ConsequencesComparison
}

export const decisionSteps = (decision: Decision): Steps<Decided[Decision["kind"]]> =>
  decision.kind === "cheapest"
    ? cheapest(decision.input, decision.policy, decision.options)
    : compareConsequences(decision.input, decision.policy, decision.other, decision.options)

export type DecisionTold =
  | { readonly kind: "progress"; readonly done: number }
  | { readonly kind: "found"; readonly found: Decided[Decision["kind"]] }
  | { readonly kind: "failed"; readonly message: string }

export function decide(decision: Decision, tell: (told: DecisionTold) => void): void {
  tell({ kind: "found", found: paced(decisionSteps(decision), (done) => tell({ kind: "progress", done })) })
}

/** Does the work; a hundredth more done is as much as anybody sees, and told no more often. */
function paced<Result>(steps: Steps<Result>, tell: (done: number) => void): Result {
  let told = 0
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    if (step.value - told < 0.01) continue
    told = step.value
    tell(told)
  }
}

export type Told =
  | { readonly kind: "progress"; readonly part: Part; readonly done: number }
  | { readonly kind: "found"; readonly found: Partial<Answers> }
  /** This part alone, with the reason. */
  | { readonly kind: "unanswered"; readonly part: Part; readonly message: string }
  | { readonly kind: "failed"; readonly message: string }

/**
 * Works all parts out, one after the other, and tells each as soon as it is known. A part that asks for what the setting
 * cannot answer is told as such, and the others are answered; where flags cannot be followed at all, it throws.
 */
export function answer(question: Question, tell: (told: Told) => void): void {
  const looks = looksFor(question.accounts)
  for (const part of PARTS)
    for (const replicates of part === "consequences" ? looks : looks.slice(-1)) {
      tell({ kind: "progress", part, done: 0 })
      try {
        const work = workFor(part, question, replicates)
        const found = paced(work, (done) => tell({ kind: "progress", part, done }))
        tell({ kind: "found", found: { [part]: found } })
      } catch (error) {
        if (part === "consequences" || !cannotBeAnswered(error)) throw error
        tell({ kind: "unanswered", part, message: error.message })
      }
    }
}
