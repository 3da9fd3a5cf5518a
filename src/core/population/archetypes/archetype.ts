/**
 * An archetype: a recipe for a kind of account. Every number is a mean over the kind;
 * each account draws its own around it, so that kinds overlap as people do.
 *
 * The parameters of a recipe are described by a schema, so that a scenario can override them
 * or make a new archetype from an old one: types, ranges and the words of help have one source.
 */
import { z } from "zod"
import { INTERACTION_KINDS } from "../../evidence/evidence.ts"
import { type Efforts, meanOver } from "../efforts.ts"

const fraction = z.number().min(0).max(1)

/** A share that varies between accounts: Beta with this mean; a higher concentration varies less. */
const share = (meaning: string) =>
  z
    .strictObject({
      mean: fraction.describe("Mean over the kind."),
      concentration: z.number().min(0.1).max(1000).describe("Higher varies less between accounts."),
    })
    .describe(meaning)

/** A positive number that varies between accounts: lognormal; `sigma` is the SD of its logarithm. */
const amount = (most: number, meaning: string) =>
  z
    .strictObject({
      median: z.number().min(0).max(most).describe("Median over the kind."),
      sigma: z.number().min(0).max(4).describe("Standard deviation of the logarithm."),
    })
    .describe(meaning)

const weights = <Name extends string>(names: readonly Name[], meaning: string) =>
  z
    .strictObject(
      Object.fromEntries(
        names.map((name) => [
          name,
          z.number().min(0).max(1000).describe(`Weight of ${name} among the kinds.`),
        ]),
      ) as Record<Name, z.ZodNumber>,
    )
    .describe(meaning)

/** The sections of a recipe, each a mapping of parameters. */
export const archetypeSections = {
  truth: z.strictObject({
    creation: share("Share of the posts whose content an automated system creates."),
    scheduling: share("Share of the posts that an automated system schedules."),
    distribution: share("Share of publishing and interaction that an automated system carries out."),
    oversight: share("Share of what is automated that a human meaningfully oversees."),
  }),
  time: z.strictObject({
    late: z.number().min(-12).max(12).describe("Hours by which the kind lives later than the platform."),
    spread: z.number().min(0).max(8).describe("Standard deviation of that between accounts, hours."),
    sleepless: share("Share of activity that keeps no hours."),
    trips: z.number().min(0).max(10).describe("Trips a month into another time zone."),
    abroad: fraction.describe("Share of accounts that live in another time zone."),
    weekend: z.number().min(0).max(5).describe("Activity on a weekend day, of that on a weekday."),
    steadiness: amount(10, "Shape of the gamma by which days differ; below 1 there are long lulls."),
  }),
  posting: z.strictObject({
    perDay: amount(200, "Posts a day."),
    perSession: z.number().min(1).max(50).describe("Mean number of posts in one sitting."),
    byTool: share("Share of the posts that a tool publishes: at whole minutes, a few seconds late."),
    tool: z
      .enum(["slots", "interval", "spread"])
      .describe("slots: at round times of day; interval: every so many hours; spread: at drawn moments."),
  }),
  interaction: z.strictObject({
    perDay: amount(500, "Interactions a day."),
    perSession: z.number().min(1).max(50).describe("Mean number of interactions in one sitting."),
    mix: weights(INTERACTION_KINDS, "How often each kind of interaction, in proportion."),
    variety: z.number().min(0.1).max(1000).describe("Concentration of each account's own mix about it."),
    latency: amount(604_800, "Seconds from a post to an unhurried reaction: each account's median."),
    fast: share("Share of the comments and replies that come at a machine's speed."),
    fastLatency: amount(86_400, "Seconds that such a reaction takes."),
    forGroup: share("Share of the actions that go to what the account's group cares for."),
    onCall: share("Of those: the share that answers a common call, seconds to minutes after it."),
  }),
  writing: z.strictObject({
    byModel: share("Share of the notes that a language model writes."),
    polished: share("Share of the author's own notes that a language model polishes."),
    secondLanguage: fraction.describe("Share of accounts that write in a language they are learning."),
    pasted: share("Share of the notes made from a template that the group shares."),
    edited: share("Share of a template's words changed when it is used."),
    repeated: share("Share of the notes that repeat one of the account's own."),
  }),
  media: z.strictObject({
    pictured: share("Share of the posts with an image or a video."),
    video: share("Of those: the share of videos."),
    generated: share("Of those: the share that an image model makes."),
    reused: share(
      "Of those: the share taken from a stock that the group shares, or that goes round the web.",
    ),
  }),
  network: z.strictObject({
    following: amount(5000, "Accounts followed."),
    sociable: share("Share of them who are friends of one's own community, and follow back."),
    local: share("Share of the others whom it knows from its own community."),
    ring: fraction.describe("Share of the other members of its group whom an account follows."),
    bought: share("Share of the followers that are bought."),
    sells: share("Share of the follows that are sold to whoever buys followers."),
  }),
  reach: z.strictObject({
    followers: amount(50_000_000, "Followers."),
    ageDays: amount(4000, "Days since registration."),
    verified: fraction.describe(
      "Share of accounts that are verified, besides those that their reach earns it.",
    ),
    annoyance: z
      .number()
      .min(0)
      .max(100)
      .describe("Reports a month that careful readers file against an account of 1,000 followers."),
  }),
}

/**
 * Accounts that belong together: an operator's fleet, a fan club, an agency's creators. Sizes follow a power law.
 * `focus` is what the group acts on: its own members' posts, or those of a few popular creators.
 */
export const groupSchema = z.strictObject({
  least: z.int().min(1).max(100_000).describe("Members of the smallest group."),
  most: z.int().min(1).max(100_000).describe("Members of the largest group."),
  exponent: z.number().min(1.01).max(5).describe("Exponent of the power law of sizes."),
  focus: z.enum(["members", "creators"]).describe("Whose posts the group cares for."),
})

/** What an account costs its operator, in CNY a month; evasion costs in proportion to the square of the effort. */
export const costSchema = z.strictObject({
  running: z.number().min(0).max(1e6).describe("Running the account, CNY a month."),
  evading: z.number().min(0).max(1e6).describe("Evading with all effort (1), CNY a month."),
})

type Sections = typeof archetypeSections
export type Side = "authentic" | "managed"

/** The parameters of a recipe: all that a scenario may override. */
export type ArchetypeParameters = {
  readonly [Name in keyof Sections]: Readonly<z.output<Sections[Name]>>
} & {
  readonly group: Readonly<z.output<typeof groupSchema>> | null
  /** Of a managed archetype; null for authentic ones, who need not evade. */
  readonly cost: Readonly<z.output<typeof costSchema>> | null
  /**
   * The archetype that an account of this kind lived as, until it was taken over or switched on some day of the
   * period; null for kinds that stay what they are.
   */
  readonly before: string | null
}

export interface Archetype extends ArchetypeParameters {
  /** Lower-case words joined by hyphens. */
  readonly id: string
  readonly side: Side
  readonly title: string
  /** Who this is, and why a detector may get it wrong. */
  readonly description: string
}

export type Share = { readonly mean: number; readonly concentration: number }
export type Amount = { readonly median: number; readonly sigma: number }

/** CNY a month that an account costs its operator at evasion efforts; 0 for authentic ones. */
export function operatorCost({ cost }: Pick<Archetype, "cost">, efforts: Efforts): number {
  if (cost === null) return 0
  return cost.running + meanOver(efforts, (effort) => cost.evading * effort * effort)
}
