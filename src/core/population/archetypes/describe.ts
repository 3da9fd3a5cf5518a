/** An archetype's recipe in words: every parameter as a scenario names it, with its meaning and its value. */
import { z } from "zod"
import { evenly } from "../efforts.ts"
import {
  type Amount,
  type Archetype,
  archetypeSections,
  groupSchema,
  operatorCost,
  type Share,
} from "./archetype.ts"

export type ParameterValue = number | string | Share | Amount

export interface Parameter {
  /** As in a scenario: `posting.perDay`. */
  readonly path: string
  readonly meaning: string
  /** Null for a group of an archetype that forms none, and the like. */
  readonly value: ParameterValue | null
}

/** All parameters of a recipe but its cost, in the schema's order. */
export function parametersOf(archetype: Archetype): Parameter[] {
  const sections = Object.entries(archetypeSections).flatMap(([section, schema]) =>
    fieldsOf(section, schema, archetype[section as keyof typeof archetypeSections]),
  )
  const group =
    archetype.group === null
      ? [{ path: "group", meaning: "Sizes of the groups that these accounts form.", value: null }]
      : fieldsOf("group", groupSchema, archetype.group)
  const before = {
    path: "before",
    meaning: "The archetype that these accounts lived as until they switched.",
    value: archetype.before,
  }
  return [...sections, ...group, before]
}

function fieldsOf(section: string, schema: z.ZodObject, values: object): Parameter[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const path = `${section}.${name}`
    const value = (values as Record<string, ParameterValue>)[name]!
    // A mapping that is neither a share nor an amount holds parameters of its own: weights.
    if (field instanceof z.ZodObject && !("mean" in field.shape || "median" in field.shape))
      return fieldsOf(path, field, value as object)
    return [{ path, meaning: z.globalRegistry.get(field)?.description ?? "", value }]
  })
}

/** Standard deviation of a share between accounts: that of its Beta distribution. */
export function shareSpread({ mean, concentration }: Share): number {
  return Math.sqrt((mean * (1 - mean)) / (1 + concentration))
}

/** Standard normal quantile at 0.9. */
const NINTH_DECILE = 1.2815515655446004

/** The 10th and the 90th percentile of an amount between accounts: of its lognormal distribution. */
export function amountSpread({ median, sigma }: Amount): readonly [number, number] {
  const factor = Math.exp(NINTH_DECILE * sigma)
  return [median / factor, median * factor]
}

const EFFORTS = [0, 0.5, 1] as const

/** CNY a month that an account costs its operator at some evasion efforts; nothing for an authentic one. */
export function costsOf(archetype: Archetype): { readonly evasion: number; readonly cost: number }[] {
  if (archetype.cost === null) return []
  return EFFORTS.map((evasion) => ({ evasion, cost: operatorCost(archetype, evenly(evasion)) }))
}
