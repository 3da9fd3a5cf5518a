/** The schema of what a policy does after a flag: ranges, and what each setting means. Defaults stand in after-flag.ts. */
import { z } from "zod"
import {
  ACTIONS,
  DEFAULT_APPEALS,
  DEFAULT_ENFORCEMENT,
  DEFAULT_READERS,
  DEFAULT_REVIEW,
  ORDERS,
  SECOND_OPINIONS,
  SERVICE_TIMES,
} from "./after-flag.ts"

const share = (meaning: string) => z.number().min(0).max(1).describe(meaning)
const rate = (meaning: string) => z.number().gt(0).lt(1).describe(meaning)
const days = (most: number, meaning: string) => z.number().gt(0).max(most).describe(meaning)
const action = (meaning: string) => z.enum(ACTIONS).describe(meaning)
const strikes = (meaning: string) => z.int().min(1).max(100).nullable().describe(`${meaning} null for never.`)

const ENFORCEMENT = DEFAULT_ENFORCEMENT

export const enforcementSchema = z.strictObject({
  horizonDays: z
    .int()
    .min(1)
    .max(365)
    .nullable()
    .default(ENFORCEMENT.horizonDays)
    .describe("Days that are followed, from the policy's first on; null for the run's days."),
  afterReview: z
    .strictObject({
      occasional: action("Found to be hosted occasionally.").default(ENFORCEMENT.afterReview.occasional),
      mostly: action("Found to be hosted mostly.").default(ENFORCEMENT.afterReview.mostly),
      full: action("Found to be hosted from registration to interaction, or in all posts.").default(
        ENFORCEMENT.afterReview.full,
      ),
    })
    .prefault({})
    .describe(
      "What follows when a reviewer finds an account AI-managed, by the grade that the reviewer sees.",
    ),
  noticeDays: z
    .number()
    .min(0)
    .max(60)
    .default(ENFORCEMENT.noticeDays)
    .describe("Days between the notice to the creator and a limit or suspension."),
  complies: share(
    "Share of AI-managed accounts that come under a human's oversight while a notice runs, which ends the matter. Unknown: sweep it.",
  ).default(ENFORCEMENT.complies),
  limitDays: days(365, "Days that a limit lasts.").default(ENFORCEMENT.limitDays),
  suspendDays: z
    .number()
    .gt(0)
    .max(3650)
    .nullable()
    .default(ENFORCEMENT.suspendDays)
    .describe("Days that a suspension lasts; null for good."),
  limitedReach: share("Share of its reach that a limited account keeps.").default(ENFORCEMENT.limitedReach),
  labelledReach: share("Share of its reach that a labelled account keeps. Unknown: sweep it.").default(
    ENFORCEMENT.labelledReach,
  ),
  recheckDays: z
    .number()
    .min(0.25)
    .max(365)
    .default(ENFORCEMENT.recheckDays)
    .describe(
      "Days until an account is judged again: after a label, a reinstatement or a flag that came to nothing, and after the end of a limit or a suspension.",
    ),
  strikes: z
    .strictObject({
      lastDays: days(3650, "Days after which a strike is forgotten.").default(ENFORCEMENT.strikes.lastDays),
      limitAt: strikes("With so many strikes, this one included, at least a limit;").default(
        ENFORCEMENT.strikes.limitAt,
      ),
      suspendAt: strikes("With so many, this one included, a suspension;").default(
        ENFORCEMENT.strikes.suspendAt,
      ),
    })
    .prefault({})
    .describe(
      "Each action upon a finding, by reviewers, by the rule for an overflowing queue or by the suspend tier, is a strike; one that is undone is none, nor is what label and limit tiers do on a suspicion.",
    ),
})

export const reviewSchema = z.strictObject({
  reviewers: z.int().min(0).max(10_000).default(DEFAULT_REVIEW.reviewers).describe("Reviewers on a shift."),
  hoursPerDay: z
    .number()
    .gt(0)
    .max(24)
    .default(DEFAULT_REVIEW.hoursPerDay)
    .describe("Hours of the day that they work."),
  startsAt: z
    .number()
    .min(0)
    .lt(24)
    .default(DEFAULT_REVIEW.startsAt)
    .describe("Hour of the day at which they begin."),
  serviceTimes: z
    .enum(SERVICE_TIMES)
    .default(DEFAULT_REVIEW.serviceTimes)
    .describe("How decisions differ in time about workload.secondsPerReview."),
  order: z.enum(ORDERS).default(DEFAULT_REVIEW.order).describe("Which of those that wait is next."),
  truePositiveRate: rate("Share of AI-managed accounts that a reviewer finds AI-managed.").default(
    DEFAULT_REVIEW.truePositiveRate,
  ),
  falsePositiveRate: rate("Share of authentic accounts that a reviewer finds AI-managed.").default(
    DEFAULT_REVIEW.falsePositiveRate,
  ),
  dontKnow: z
    .number()
    .min(0)
    .max(0.9)
    .default(DEFAULT_REVIEW.dontKnow)
    .describe("Share of decisions that end with `don't know`."),
  agreement: z
    .number()
    .min(0)
    .lt(1)
    .default(DEFAULT_REVIEW.agreement)
    .describe(
      "Cohen's kappa of two reviewers, of accounts half of which are AI-managed: some accounts fool everybody. At least what the two rates bring by themselves.",
    ),
  leniency: z
    .number()
    .min(0)
    .max(2)
    .default(DEFAULT_REVIEW.leniency)
    .describe("SD between reviewers, in probits, of how readily they find an account AI-managed."),
  secondOpinion: z
    .enum(SECOND_OPINIONS)
    .default(DEFAULT_REVIEW.secondOpinion)
    .describe("When another reviewer decides too; where two differ, a third decides."),
  reports: z
    .int()
    .min(1)
    .max(1_000_000)
    .nullable()
    .default(DEFAULT_REVIEW.reports)
    .describe("So many reports bring an account before a reviewer, whatever its risk; null for never."),
  overflow: z
    .strictObject({
      hours: z.number().gt(0).max(10_000).describe("When whoever is next has waited for so many hours."),
      actFrom: share("Those of at least this risk are acted on without review, the others let go."),
    })
    .nullable()
    .default(DEFAULT_REVIEW.overflow)
    .describe("Automation when the queue overflows; null to let people wait."),
})

export const appealsSchema = z.strictObject({
  authenticFile: share(
    "Share of the actions against authentic accounts that are appealed. Soft: sweep it.",
  ).default(DEFAULT_APPEALS.authenticFile),
  managedFile: share("Share of those against AI-managed accounts. Soft: sweep it.").default(
    DEFAULT_APPEALS.managedFile,
  ),
  delayDays: days(60, "Median days from the action to the appeal.").default(DEFAULT_APPEALS.delayDays),
  truePositiveRate: rate(
    "Share of the appeals of AI-managed accounts that are turned down. Soft: sweep it.",
  ).default(DEFAULT_APPEALS.truePositiveRate),
  falsePositiveRate: rate(
    "Share of the appeals of authentic accounts that are turned down. Soft: sweep it.",
  ).default(DEFAULT_APPEALS.falsePositiveRate),
  secondsPerAppeal: z
    .number()
    .min(0)
    .max(86_400)
    .default(DEFAULT_APPEALS.secondsPerAppeal)
    .describe("A reviewer's time for one appeal."),
  first: z.boolean().default(DEFAULT_APPEALS.first).describe("Whether appeals go before flags."),
})

export const readersSchema = z.strictObject({
  positionBias: z
    .number()
    .min(0)
    .max(3)
    .default(DEFAULT_READERS.positionBias)
    .describe("Attention falls with the place r in the feed as r to the minus this."),
  halfLifeHours: z
    .number()
    .gt(0)
    .max(1000)
    .default(DEFAULT_READERS.halfLifeHours)
    .describe("Hours in which a post's place in the ranking loses half of its weight."),
  depth: z.int().min(1).max(10_000).default(DEFAULT_READERS.depth).describe("Places that readers scroll to."),
  leastFollowers: z
    .int()
    .min(0)
    .max(100_000_000)
    .default(DEFAULT_READERS.leastFollowers)
    .describe("Followers from which on advertisers buy an account's reach."),
})
