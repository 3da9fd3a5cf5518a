/**
 * Whether the archetypes that a scenario changes or makes are sound as a whole: what a change leaves of a recipe may
 * contradict itself though each number is in its range.
 */
import { z } from "zod"
import { type Archetype, costSchema, groupSchema } from "../population/archetypes/archetype.ts"
import { resolveArchetypes } from "../population/archetypes/resolve.ts"
import { mappingAt } from "./archetype-names.ts"
import { nameOf, quote, valueAt } from "./problems.ts"
import { type Scenario, scenarioSchema } from "./schema.ts"

const definitionsOnly = z.object({ archetypes: scenarioSchema.shape.archetypes })

/** One line for each contradiction. Nothing while a definition is wrong in itself, which others tell. */
export function unsoundRecipes(input: unknown): string[] {
  const parsed = definitionsOnly.safeParse({ archetypes: mappingAt(input, ["archetypes"]) })
  if (!parsed.success) return []
  const { archetypes: definitions } = parsed.data
  const resolved = resolveArchetypes(parsed.data)
  return Object.keys(definitions).flatMap((id) => {
    const archetype = resolved.get(id)
    if (archetype === undefined) return []
    const checks = { field: nameOf(["archetypes", id]), archetype, definitions, resolved }
    return [
      ...groupProblems(checks),
      ...costProblems(checks),
      ...mixProblems(checks),
      ...lifeProblems(checks),
    ]
  })
}

interface Checks {
  /** How the archetype reads in a message. */
  readonly field: string
  readonly archetype: Archetype
  readonly definitions: Scenario["archetypes"]
  readonly resolved: ReadonlyMap<string, Archetype>
}

function groupProblems({ field, archetype: { side, group } }: Checks): string[] {
  if (group === null) {
    if (side === "authentic") return []
    return [
      `${field}.group must not be null: the accounts of an operator are a group, if only of 1 (least: 1, most: 1)`,
    ]
  }
  const missing = missingFrom(group, groupSchema)
  if (missing.length > 0) return [`${field}.group must also have ${missing}: there is no group to change`]
  if (group.least <= group.most) return []
  return [`${field}.group.least must be at most group.most, which is ${group.most}, got ${group.least}`]
}

/** Names of the fields that a mapping lacks, as in a sentence; a change of nothing must be whole. */
function missingFrom(mapping: object, schema: z.ZodObject): string {
  return Object.keys(schema.shape)
    .filter((name) => !Object.hasOwn(mapping, name))
    .join(", ")
}

function costProblems({ field, archetype: { side, cost } }: Checks): string[] {
  if (cost === null) return []
  if (side === "authentic") return [`${field}.cost must be null: an authentic account has no operator`]
  const missing = missingFrom(cost, costSchema)
  return missing === "" ? [] : [`${field}.cost must also have ${missing}: there is no cost to change`]
}

function mixProblems({ field, archetype: { interaction } }: Checks): string[] {
  if (Object.values(interaction.mix).some((weight) => weight > 0)) return []
  return [`${field}.interaction.mix must have a weight above 0, got weights that are all 0`]
}

/** An account switches once: what it was before must be an archetype that stays what it is. */
function lifeProblems({ field, archetype, definitions, resolved }: Checks): string[] {
  if (archetype.before === null) return []
  const isOwn = valueAt(definitions, [archetype.id, "before"]) !== undefined
  if (isOwn && resolved.get(archetype.before)?.before != null) {
    return [
      `${field}.before must be an archetype that does not switch itself, got ${quote(archetype.before)}`,
    ]
  }
  const later = [...resolved.values()].find(({ before }) => before === archetype.id)
  if (later === undefined || !isOwn) return []
  return [
    `${field}.before must be null, since accounts of ${later.id} live as ${archetype.id} before they switch`,
  ]
}
