/** The policy schema: the one source of a policy file's ranges, defaults, help and JSON Schema. */
import { z } from "zod"
import { COHORT_KINDS, type CohortKind } from "../evaluation/cohorts.ts"
import { SECONDS_PER_REVIEW } from "../evaluation/workload.ts"
import type { JsonSchema } from "../scenario/json-schema.ts"
import { scenarioSchema } from "../scenario/schema.ts"
import { appealsSchema, enforcementSchema, readersSchema, reviewSchema } from "./after-flag-schema.ts"
import { TIERS, type Tier } from "./tiers.ts"

/** What a tier's threshold says when the tier is not used. */
export const OFF = "off"
const MOST_COST = 1e9
const MOST_ACCOUNTS_PER_DAY = 1e10

const TIER_MEANINGS: Readonly<Record<Tier, string>> = {
  watch: "Watched, with no consequence yet.",
  label: "Labelled as AI-managed for readers.",
  limit: "Shown to fewer people.",
  review: "Put before a human reviewer.",
  suspend: "Suspended.",
}

const KIND_MEANINGS: Readonly<Record<CohortKind, string>> = {
  archetype: "By archetype, e.g. merchant-with-scheduler.",
  language: "By language: zh, en.",
  followers: 'By followers: "<100", "100-999", "1000-9999", "10000-99999", "100000+".',
  age: 'By days since registration: "<30", "30-179", "180-729", "730+".',
}

const threshold = (meaning: string) =>
  z
    .union([z.number().min(0).max(1), z.literal(OFF)])
    .default(OFF)
    .describe(`${meaning} An account whose risk is at or above it; \`${OFF}\` for nobody.`)

const cost = (meaning: string) => z.number().min(0).max(MOST_COST).default(0).describe(meaning)

const caps = z.record(z.string().min(1).max(100), z.number().gt(0).lt(1))
const cohortCosts = z.record(z.string().min(1).max(100), z.number().min(0).max(MOST_COST))

const { automation, oversight, days } = scenarioSchema.shape.definition.unwrap().shape

const sectionOf = <Name extends string, Field extends z.ZodType>(
  names: readonly Name[],
  field: (name: Name) => Field,
) => z.strictObject(Object.fromEntries(names.map((name) => [name, field(name)])) as Record<Name, Field>)

export const policySchema = z.strictObject({
  name: z.string().min(1).max(80).describe("Name of the policy, as tables and pages show it."),
  description: z.string().max(2000).default("").describe("What the policy is for, and who decided it."),
  definition: z
    .strictObject({
      automation: automation.unwrap(),
      oversight: oversight.unwrap(),
      days: days.unwrap().describe(days.description!),
    })
    .nullable()
    .default(null)
    .describe("The rule that turns truth into a label; null for that of the run it is applied to."),
  prevalence: z
    .number()
    .gt(0)
    .lt(1)
    .nullable()
    .default(null)
    .describe("Share of AI-managed accounts that figures are re-weighted to; null for the run's own."),
  tiers: sectionOf(TIERS, (tier) => threshold(TIER_MEANINGS[tier]))
    .prefault({})
    .describe("Thresholds on the risk. A stricter tier's is never below a milder one's."),
  costs: z
    .strictObject({
      falsePositive: cost(
        "Of an authentic account that is flagged, its review not counted; in consequences of one that is acted on, once.",
      ),
      falseNegative: cost(
        "Of an AI-managed account that is not flagged; in consequences of one that is judged and never caught.",
      ),
      review: cost("Of the review of a flagged account."),
      reviewerHour: cost("Of an hour that a reviewer is paid for, at work or idle; in consequences only."),
      wrongfulDay: cost(
        "Of each day that an authentic account stays limited or suspended; in consequences only.",
      ),
      missedPer1000Followers: cost(
        "Of a missed AI-managed account, for each 1,000 followers that it has, beside falseNegative; in consequences only.",
      ),
      falsePositiveOf: sectionOf(COHORT_KINDS, (kind) =>
        cohortCosts.default({}).describe(KIND_MEANINGS[kind]),
      )
        .prefault({})
        .describe(
          "Of an authentic account of a cohort, in place of falsePositive; the dearest of its cohorts counts. In consequences only.",
        ),
    })
    .nullable()
    .default(null)
    .describe("In any one currency; null for none."),
  caps: sectionOf(COHORT_KINDS, (kind) => caps.default({}).describe(KIND_MEANINGS[kind]))
    .prefault({})
    .describe("The highest false-positive rate that each cohort may have."),
  workload: z
    .strictObject({
      accountsPerDay: z
        .number()
        .gt(0)
        .max(MOST_ACCOUNTS_PER_DAY)
        .nullable()
        .default(null)
        .describe("Accounts judged a day; null for the run's, spread over its days."),
      secondsPerReview: z
        .number()
        .min(0)
        .max(86_400)
        .default(SECONDS_PER_REVIEW)
        .describe("A reviewer's time for one flagged account."),
    })
    .prefault({})
    .describe("What a day holds."),
  enforcement: enforcementSchema
    .prefault({})
    .describe("What follows a flag, how long it lasts, and what a repetition brings."),
  review: reviewSchema.prefault({}).describe("Who reviews, how well, and in which order."),
  appeals: appealsSchema.prefault({}).describe("Who appeals, and who wins."),
  readers: readersSchema
    .prefault({})
    .describe("How the feed shares out attention, and what advertisers pay for."),
})

/** JSON Schema (draft 2020-12) of a policy file as it is written. */
export function policyJsonSchema(): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(policySchema, { io: "input" }) as JsonSchema
  return {
    ...($schema === undefined ? {} : { $schema }),
    title: "Assay policy",
    description: "What counts as AI-managed, from which risk on what is done, and what that is weighed by.",
    ...rest,
  }
}
