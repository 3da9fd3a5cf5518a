/**
 * The scenario schema: the one source of types, defaults, ranges and the JSON Schema
 * that editors complete from.
 */
import { z } from "zod"
import { DETECTOR_IDS } from "../detection/ids.ts"
import { AUTHENTIC_ARCHETYPES, MANAGED_ARCHETYPES } from "../population/archetypes/ids.ts"

const share = (meaning: string) => z.number().min(0).max(1).describe(meaning)
const positiveShare = (meaning: string) => z.number().gt(0).max(1).describe(meaning)

/** One optional weight for each archetype of a side; what is left out gets none. */
function mix<Id extends string>(
  ids: readonly Id[],
  settings: z.ZodType<{ share: number; evasion?: number }>,
) {
  const shape = Object.fromEntries(ids.map((id) => [id, settings.optional()]))
  return z.strictObject(shape as Record<Id, z.ZodOptional<typeof settings>>)
}

const authenticSettings = z.strictObject({
  share: share("Share of the authentic accounts. The shares of a side are scaled to sum to 1."),
})
const managedSettings = z.strictObject({
  share: share("Share of the managed accounts. The shares of a side are scaled to sum to 1."),
  evasion: share("Effort the operators spend on looking authentic: 0 none, 1 all that they can.").default(
    0.3,
  ),
})

export const scenarioSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case letters, digits and hyphens")
    .max(60)
    .describe("Short name; the run's folder starts with it."),
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
      authentic: mix(AUTHENTIC_ARCHETYPES, authenticSettings).default({
        casual: { share: 0.72 },
        creator: { share: 0.14 },
        "merchant-with-scheduler": { share: 0.08 },
        "fan-club": { share: 0.06 },
      }),
      managed: mix(MANAGED_ARCHETYPES, managedSettings).default({
        "clockwork-poster": { share: 0.2, evasion: 0.3 },
        "content-farm": { share: 0.35, evasion: 0.3 },
        "engagement-pod": { share: 0.2, evasion: 0.3 },
        "stealth-agent": { share: 0.25, evasion: 0.6 },
      }),
    })
    .prefault({})
    .describe("Which kinds of account there are."),
  definition: z
    .strictObject({
      automation: positiveShare(
        "Automated from this share on, of creation, scheduling or distribution.",
      ).default(0.5),
      oversight: positiveShare(
        "Oversight at or above this is meaningful, and the account authentic.",
      ).default(0.25),
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
    })
    .prefault({}),
  fusion: z
    .strictObject({
      l2: z.number().min(0.001).max(1000).default(1).describe("Strength of the L2 penalty on the weights."),
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
})

/** A resolved scenario: every default filled in. */
export type Scenario = z.output<typeof scenarioSchema>
