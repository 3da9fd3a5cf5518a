/** Whatever recipe the schema lets through, a population can be made of it: no hang, no NaN, nothing out of bounds. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { z } from "zod"
import { archetypeSections, groupSchema } from "../../src/core/population/archetypes/archetype.ts"
import type { JsonSchema } from "../../src/core/scenario/json-schema.ts"
import { resolveScenario } from "../../src/core/scenario/parse.ts"
import type { Scenario } from "../../src/core/scenario/schema.ts"
import { buildTestWorld, wholeTile } from "../population/world.ts"

/** Any value that a part of the schema allows, with the ends of each range often. */
function anyOf({ type, properties, enum: words, minimum, maximum }: JsonSchema): fc.Arbitrary<unknown> {
  if (properties !== undefined) {
    return fc.record(
      Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, anyOf(field)])),
    )
  }
  if (words !== undefined) return fc.constantFrom(...words)
  const [min, max] = [minimum!, maximum!]
  const within = type === "integer" ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true })
  return fc.oneof(fc.constantFrom(min, max), within)
}

const anyFor = (schema: z.ZodObject) => anyOf(z.toJSONSchema(schema) as JsonSchema)

/** Activity is kept to what a test can bear; everything else is any. */
const recipe = fc
  .record(
    Object.fromEntries(Object.entries(archetypeSections).map(([name, section]) => [name, anyFor(section)])),
  )
  .map((sections) => sections as unknown as Scenario["archetypes"][string])

const anyScenario = fc
  .record({
    casual: recipe,
    farm: recipe,
    group: anyFor(groupSchema),
    evasion: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ casual, farm, group, evasion }) => {
    const { least, most, ...rest } = group as { least: number; most: number }
    const sizes = { ...rest, least: Math.min(least, most), most: Math.max(least, most) }
    return {
      name: "any",
      accounts: 100,
      days: 7,
      prevalence: 0.5,
      population: { authentic: { casual: { share: 1 } }, managed: { "content-farm": { share: 1, evasion } } },
      archetypes: { casual: moderate(casual!), "content-farm": { ...moderate(farm!), group: sizes } },
    }
  })

function moderate(changes: object) {
  const { posting, interaction, ...rest } = changes as {
    posting: { perDay: object }
    interaction: { perDay: object; mix: Record<string, number> }
  }
  return {
    ...rest,
    posting: { ...posting, perDay: { median: 0.5, sigma: 1 } },
    interaction: { ...interaction, perDay: { median: 1, sigma: 1 }, mix: { ...interaction.mix, like: 1 } },
  }
}

describe("any recipe within its ranges", () => {
  it("makes a population", async () => {
    await fc.assert(
      fc.asyncProperty(anyScenario, async (input) => {
        const world = await buildTestWorld(resolveScenario(input, "any.yaml"))
        for (const [name, column] of Object.entries(world.columns))
          expect((column as Float64Array).every(Number.isFinite), name).toBe(true)
        const { posts, interactions } = wholeTile(world)
        for (const time of [posts!.time, interactions!.time])
          expect(time.every((second) => second < world.periodSeconds)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})
