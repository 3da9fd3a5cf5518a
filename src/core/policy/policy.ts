/**
 * A policy as a document: what counts as AI-managed, the thresholds of the tiers, and what they are weighed by. It
 * belongs to no run, so that one file can be held against any.
 */
import type { Cap } from "../evaluation/caps.ts"
import { COHORT_KINDS, type CohortKind } from "../evaluation/cohorts.ts"
import type { Costs } from "../evaluation/costs.ts"
import { SECONDS_PER_REVIEW } from "../evaluation/workload.ts"
import {
  type Appeals,
  DEFAULT_APPEALS,
  DEFAULT_ENFORCEMENT,
  DEFAULT_READERS,
  DEFAULT_REVIEW,
  type Enforcement,
  type Readers,
  type Review,
} from "./after-flag.ts"
import type { Definition } from "./definition.ts"
import { TIERS, type Tier } from "./tiers.ts"

export interface Policy {
  readonly name: string
  readonly description: string
  /** null for that of the run it is applied to. */
  readonly definition: Definition | null
  /** In [0, 1], never below a milder tier's; null where the tier is off. */
  readonly tiers: Readonly<Record<Tier, number | null>>
  readonly costs: PolicyCosts | null
  readonly caps: readonly Cap[]
  readonly workload: PolicyWorkload
  /** In (0, 1); null for the run's own. */
  readonly prevalence: number | null
  readonly enforcement: Enforcement
  readonly review: Review
  readonly appeals: Appeals
  readonly readers: Readers
}

/** What the trade-offs weigh, and what only following each flag to its end can tell; 0 or more each. */
export interface PolicyCosts extends Costs {
  readonly reviewerHour: number
  readonly wrongfulDay: number
  readonly missedPer1000Followers: number
  /** In place of `falsePositive`, by kind of cohort and its name. */
  readonly falsePositiveOf: Readonly<Record<CohortKind, Readonly<Record<string, number>>>>
}

export interface PolicyWorkload {
  /** null for the run's accounts, spread over its days. */
  readonly accountsPerDay: number | null
  readonly secondsPerReview: number
}

/** A cohort that a policy names and a run does not have, and the cohorts of that kind that it has. */
export interface UnknownCohort {
  readonly kind: CohortKind
  readonly name: string
  readonly known: readonly string[]
}

/** Which caps a run can be held against; a policy may know of cohorts that a run does not have. */
export function capsInRun(
  caps: readonly Cap[],
  namesOf: (kind: CohortKind) => readonly string[],
): { readonly held: readonly Cap[]; readonly unknown: readonly UnknownCohort[] } {
  const unknown = unknownOf(caps, namesOf)
  return {
    held: caps.filter((cap) => !unknown.some(({ kind, name }) => kind === cap.kind && name === cap.name)),
    unknown,
  }
}

/** The cohorts of `costs.falsePositiveOf` that a run does not have: nobody is priced by them. */
export const unknownCosts = (
  costs: Pick<PolicyCosts, "falsePositiveOf"> | null,
  namesOf: (kind: CohortKind) => readonly string[],
): readonly UnknownCohort[] =>
  costs === null
    ? []
    : unknownOf(
        COHORT_KINDS.flatMap((kind) =>
          Object.keys(costs.falsePositiveOf[kind]).map((name) => ({ kind, name })),
        ),
        namesOf,
      )

const unknownOf = (
  cohorts: readonly Pick<UnknownCohort, "kind" | "name">[],
  namesOf: (kind: CohortKind) => readonly string[],
): UnknownCohort[] =>
  cohorts
    .map(({ kind, name }) => ({ kind, name, known: namesOf(kind) }))
    .filter(({ name, known }) => !known.includes(name))

export const NO_TIERS = Object.fromEntries(TIERS.map((tier) => [tier, null])) as Readonly<Record<Tier, null>>

/** Asks for nothing: whatever is not said is the run's. */
export const EMPTY_POLICY: Policy = {
  name: "policy",
  description: "",
  definition: null,
  tiers: NO_TIERS,
  costs: null,
  caps: [],
  workload: { accountsPerDay: null, secondsPerReview: SECONDS_PER_REVIEW },
  prevalence: null,
  enforcement: DEFAULT_ENFORCEMENT,
  review: DEFAULT_REVIEW,
  appeals: DEFAULT_APPEALS,
  readers: DEFAULT_READERS,
}

/** Costs of which only those that the trade-offs weigh are known. */
export const policyCosts = (costs: Costs): PolicyCosts => ({
  reviewerHour: 0,
  wrongfulDay: 0,
  missedPer1000Followers: 0,
  falsePositiveOf: { archetype: {}, language: {}, followers: {}, age: {} },
  ...costs,
})

/** The tiers that are on, the mildest first. */
export function tiersOn({
  tiers,
}: Pick<Policy, "tiers">): { readonly tier: Tier; readonly threshold: number }[] {
  return TIERS.flatMap((tier) => {
    const threshold = tiers[tier]
    return threshold === null ? [] : [{ tier, threshold }]
  })
}
