/** Small runs as plain columns, and policies to follow their flags by. */
import { NONE } from "../../../src/core/evidence/evidence.ts"
import type { FollowInput } from "../../../src/core/policy/follow/index.ts"
import { EMPTY_POLICY, NO_TIERS, type Policy } from "../../../src/core/policy/policy.ts"
import type { Tier } from "../../../src/core/policy/tiers.ts"

export interface SmallAccount {
  readonly risk: number
  /** By truth; authentic unless told. */
  readonly grade?: "none" | "occasional" | "mostly" | "full"
  readonly followers?: number
  /** Index into the archetypes: casual, merchant-with-scheduler, content-farm. */
  readonly archetype?: number
  readonly operator?: number
  readonly reports?: number
}

export const DAYS = 28

/** By these shares an account has its grade under the definition of the run. */
const TRUTH = {
  none: { oversight: 1, creation: 0, distribution: 0 },
  occasional: { oversight: 0, creation: 0.3, distribution: 0 },
  mostly: { oversight: 0, creation: 0.7, distribution: 0 },
  full: { oversight: 0, creation: 1, distribution: 1 },
}

export function smallRun(accounts: readonly SmallAccount[]): FollowInput {
  const column = (of: (account: SmallAccount) => number) => Float32Array.from(accounts, of)
  const truthOf = ({ grade = "none" }: SmallAccount) => TRUTH[grade]
  return {
    archetypes: [
      { id: "casual", side: "authentic" },
      { id: "merchant-with-scheduler", side: "authentic" },
      { id: "content-farm", side: "managed" },
    ],
    days: DAYS,
    definition: { automation: 0.5, oversight: 0.25, days: 5 },
    columns: {
      truth: {
        creation: column((account) => truthOf(account).creation),
        scheduling: column(() => 0),
        distribution: column((account) => truthOf(account).distribution),
        oversight: column((account) => truthOf(account).oversight),
        fromDay: column(() => 0),
        untilDay: column(() => DAYS),
      },
      archetype: Uint8Array.from(accounts, ({ archetype = 0 }) => archetype),
      language: Uint8Array.from(accounts, (_, at) => at % 2),
      followers: Uint32Array.from(accounts, ({ followers = 50 }) => followers),
      ageDays: column(() => 100),
      group: Uint32Array.from(accounts, ({ operator = NONE }) => operator),
      risk: column(({ risk }) => risk),
    },
    reports: column(({ reports = 0 }) => reports),
  }
}

/** One in ten AI-managed, by operators of five; risks all over [0, 1], those of the AI-managed higher. */
export function mixedRun(accounts = 400): FollowInput {
  return smallRun(
    Array.from({ length: accounts }, (_, at): SmallAccount => {
      const place = ((at * 61) % accounts) / accounts
      if (at % 10 > 0) return { risk: place * place * place, archetype: at % 2, followers: at * 5 }
      const grade = at % 20 === 0 ? "mostly" : "full"
      return {
        risk: Math.sqrt(place),
        grade,
        archetype: 2,
        operator: Math.floor(at / 50),
        followers: at * 10,
      }
    }),
  )
}

/** Nobody errs, nobody doubts, and there are more reviewers than cases, at all hours. */
export const PERFECT: Policy["review"] = {
  ...EMPTY_POLICY.review,
  reviewers: 1000,
  hoursPerDay: 24,
  truePositiveRate: 1 - 1e-6,
  falsePositiveRate: 1e-6,
  dontKnow: 0,
  agreement: 1 - 1e-6,
  leniency: 0,
}

export const policyOf = (
  tiers: Partial<Record<Tier, number>>,
  { enforcement, review, appeals, ...rest }: PolicyChanges = {},
): Policy => ({
  ...EMPTY_POLICY,
  ...rest,
  tiers: { ...NO_TIERS, ...tiers },
  enforcement: { ...EMPTY_POLICY.enforcement, ...enforcement },
  review: { ...EMPTY_POLICY.review, ...review },
  appeals: { ...EMPTY_POLICY.appeals, ...appeals },
})

export interface PolicyChanges extends Partial<Omit<Policy, "enforcement" | "review" | "appeals" | "tiers">> {
  readonly enforcement?: Partial<Policy["enforcement"]>
  readonly review?: Partial<Policy["review"]>
  readonly appeals?: Partial<Policy["appeals"]>
}
