/**
 * The scenario schema: the one source of types, defaults, ranges and the JSON Schema
 * that editors complete from.
 */
import { z } from "zod"
import { CALIBRATIONS, FUSION_METHODS } from "../detection/fusion/model.ts"
import { DETECTOR_IDS } from "../detection/ids.ts"
import { pluginSchema } from "../detection/plugin.ts"
import { expectationSchema, gateSchema } from "../gate/settings.ts"
import { archetypeSections, costSchema, groupSchema } from "../population/archetypes/archetype.ts"
import { AUTHENTIC_ARCHETYPES, MANAGED_ARCHETYPES } from "../population/archetypes/ids.ts"
import { roundsSchema } from "../rounds/settings.ts"

const share = (meaning: string) => z.number().min(0).max(1).describe(meaning)
const positiveShare = (meaning: string) => z.number().gt(0).max(1).describe(meaning)

/** What a name looks like, of a scenario and of an archetype. */
export const NAME_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/
export const LONGEST_NAME = 60

/**
 * Something for each archetype, by name. Editors complete the built-in ones; a scenario's own may stand beside them,
 * which consistency.ts checks.
 */
function byArchetype<Value extends z.ZodType>(ids: readonly string[], value: Value) {
  return z
    .object(Object.fromEntries(ids.map((id) => [id, value.optional()])))
    .catchall(value)
    .meta({ propertyNames: { pattern: NAME_PATTERN.source, maxLength: LONGEST_NAME } })
}

const authenticSettings = z
  .strictObject({
    share: share("Share of the authentic accounts. The shares of a side are scaled to sum to 1."),
  })
  .meta({ id: "authenticSettings" })
const managedSettings = z
  .strictObject({
    share: share("Share of the managed accounts. The shares of a side are scaled to sum to 1."),
    evasion: share("Effort the operators spend on looking authentic: 0 none, 1 all that they can.").default(
      0.3,
    ),
    heldOut: z
      .boolean()
      .default(false)
      .describe("Left out of the population that fusion learns from: a kind that nobody has seen yet."),
  })
  .meta({ id: "managedSettings" })

/** A section of a recipe of which any part may be given. */
function someOf(section: z.ZodObject): z.ZodObject {
  const shape = Object.entries(section.shape).map(([name, field]) => [
    name,
    (field instanceof z.ZodObject ? someOf(field) : field).optional(),
  ])
  const some = z.strictObject(Object.fromEntries(shape) as Record<string, z.ZodOptional<z.ZodType>>)
  return section.description === undefined ? some : some.describe(section.description)
}

const BUILT_IN: readonly string[] = [...AUTHENTIC_ARCHETYPES, ...MANAGED_ARCHETYPES]

const archetypeChanges = z
  .strictObject({
    from: z
      .string()
      .meta({ examples: BUILT_IN })
      .optional()
      .describe("The archetype that a new one starts from; a built-in archetype is changed without it."),
    title: z.string().max(80).optional().describe("Name on screen."),
    description: z.string().max(600).optional().describe("Who this is, and why a detector may get it wrong."),
    ...(Object.fromEntries(
      Object.entries(archetypeSections).map(([name, section]) => [name, someOf(section).optional()]),
    ) as Record<keyof typeof archetypeSections, z.ZodOptional<z.ZodObject>>),
    group: someOf(groupSchema)
      .nullable()
      .optional()
      .describe("Sizes of the groups that these accounts form; null for none."),
    cost: someOf(costSchema).nullable().optional().describe("What an account costs its operator."),
    before: z
      .string()
      .meta({ examples: AUTHENTIC_ARCHETYPES })
      .nullable()
      .optional()
      .describe("The authentic archetype that these accounts lived as until they switched; null for none."),
  })
  .meta({ id: "archetypeChanges" })

const name = z.string().regex(NAME_PATTERN, "lower-case letters, digits and hyphens").max(LONGEST_NAME)

export const scenarioSchema = z.strictObject({
  name: name.describe("Short name; the run's folder starts with it."),
  description: z.string().default("").describe("What the scenario is for, in a few lines."),
  seed: z.string().min(1).max(100).default("assay").describe("Same seed, same bits."),
  accounts: z.int().min(100).max(2_000_000).default(20_000).describe("Accounts in the evaluated population."),
  days: z.int().min(7).max(90).default(28).describe("Length of the simulated period."),
  start: z.iso
    .date()
    .default("2026-03-02")
    .describe("First day of the period, local to the platform (UTC+8)."),
  prevalence: share("Share of accounts drawn from the managed archetypes.").default(0.03),
  population: z
    .strictObject({
      authentic: byArchetype(AUTHENTIC_ARCHETYPES, authenticSettings).default({
        casual: { share: 0.62 },
        creator: { share: 0.12 },
        "merchant-with-scheduler": { share: 0.06 },
        "agency-run-creator": { share: 0.02 },
        "night-shift-worker": { share: 0.03 },
        traveller: { share: 0.02 },
        "second-language-writer": { share: 0.03 },
        "assistive-tool-user": { share: 0.015 },
        "power-user": { share: 0.025 },
        "deal-reposter": { share: 0.02 },
        "fan-club": { share: 0.03 },
        newsroom: { share: 0.005 },
        "declared-brand-bot": { share: 0.005 },
      }),
      managed: byArchetype(MANAGED_ARCHETYPES, managedSettings).default({
        "clockwork-poster": { share: 0.13, evasion: 0.2, heldOut: false },
        "content-farm": { share: 0.23, evasion: 0.3, heldOut: false },
        "engagement-pod": { share: 0.12, evasion: 0.3, heldOut: false },
        "reply-bot": { share: 0.12, evasion: 0.2, heldOut: false },
        "virtual-influencer": { share: 0.07, evasion: 0.4, heldOut: true },
        "astroturf-ring": { share: 0.1, evasion: 0.4, heldOut: true },
        "hijacked-account": { share: 0.08, evasion: 0.2, heldOut: false },
        "stealth-agent": { share: 0.08, evasion: 0.7, heldOut: false },
        cyborg: { share: 0.07, evasion: 0.3, heldOut: false },
      }),
      languages: z
        .strictObject({
          zh: share("Weight of Chinese.").default(0.9),
          en: share("Weight of English.").default(0.1),
        })
        .prefault({})
        .describe("Languages that accounts write in, by weight."),
      reports: z
        .strictObject({
          careless: z
            .number()
            .min(0)
            .max(10)
            .default(0.1)
            .describe("Careless reports a month against an account of 1,000 followers."),
          brigades: share(
            "Share of the accounts with a following that a brigade attacks within a month.",
          ).default(0.012),
          brigadeSize: z.int().min(2).max(1000).default(22).describe("Mean number of reports of one attack."),
        })
        .prefault({})
        .describe("How readers report, and how reports are abused."),
    })
    .prefault({})
    .describe("Which kinds of account there are, and how they live together."),
  archetypes: byArchetype(BUILT_IN, archetypeChanges)
    .default({})
    .describe("Changes to built-in archetypes, and archetypes of your own made from others."),
  definition: z
    .strictObject({
      automation: positiveShare(
        "Automated from this share on, of creation, scheduling or distribution.",
      ).default(0.5),
      oversight: positiveShare(
        "Oversight at or above this is meaningful, and the account authentic.",
      ).default(0.25),
      days: z
        .int()
        .min(1)
        .max(90)
        .default(5)
        .describe("Automation for fewer days of the period than this is occasional."),
    })
    .prefault({})
    .describe(
      "The rule that turns truth into a label. Can be moved in the evaluation without simulating again.",
    ),
  detectors: z
    .strictObject({
      use: z
        .array(z.enum(DETECTOR_IDS))
        .min(1)
        .default([...DETECTOR_IDS])
        .describe("Detectors to run."),
      coActionWindow: z
        .int()
        .min(1)
        .max(3600)
        .default(60)
        .describe("Seconds between two actions on one object that count as together."),
      plugins: z
        .array(pluginSchema)
        .default([])
        .describe("Detectors of your own: a module, a program or an endpoint each; see docs/detectors.md."),
    })
    .prefault({}),
  fusion: z
    .strictObject({
      method: z
        .enum(FUSION_METHODS)
        .default("logistic")
        .describe("How the detectors' calibrated probabilities become one risk."),
      calibration: z
        .enum(CALIBRATIONS)
        .default("isotonic")
        .describe("How a detector's score becomes a probability."),
      l2: z
        .number()
        .min(0.001)
        .max(1000)
        .default(1)
        .describe("Strength of the L2 penalty on the weights of the logistic method."),
      k: z
        .int()
        .min(1)
        .max(DETECTOR_IDS.length)
        .default(2)
        .describe("Of k-of-n: the risk is the k-th highest probability."),
      weights: z
        .record(z.string(), share("Weight in the weighted sum; the weights are scaled to sum to 1."))
        .default({})
        .meta({ propertyNames: { anyOf: [{ enum: [...DETECTOR_IDS] }, { pattern: NAME_PATTERN.source }] } })
        .describe("Of weighted-sum, by detector, plug-ins too; learned when there are none."),
      model: z
        .string()
        .min(1)
        .max(1000)
        .nullable()
        .default(null)
        .describe("A file that `assay model save` wrote, from this file's folder on; null to learn."),
      learning: z
        .strictObject({
          accounts: z
            .int()
            .min(1000)
            .max(200_000)
            .default(20_000)
            .describe("Accounts of the sibling population."),
          prevalence: share(
            "Prevalence in the sibling population; the intercept is corrected for it.",
          ).default(0.05),
        })
        .prefault({}),
    })
    .prefault({})
    .describe("Calibration and weights, learned from a sibling population of another seed."),
  threshold: share("An account whose risk is at or above it is flagged.").default(0.2),
  expectations: z
    .array(expectationSchema)
    .default([])
    .describe("What the scenario promises; `assay check` holds each against its interval."),
  gate: gateSchema.prefault({}).describe("What `assay check` takes for a change that matters. Moves no run."),
  rounds: roundsSchema
    .prefault({})
    .describe("What `assay rounds` plays: operators who adapt, and a platform that answers. Moves no run."),
})

/** A resolved scenario: every default filled in. */
export type Scenario = z.output<typeof scenarioSchema>
