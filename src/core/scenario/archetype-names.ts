/**
 * Whether the names of archetypes in a scenario mean something: those that the mix lists, those that new archetypes
 * start from, those that accounts lived as before. Reads the scenario as it was written; what is no mapping or no
 * text is the schema's to report.
 */
import type { Side } from "../population/archetypes/archetype.ts"
import { AUTHENTIC_ARCHETYPES, MANAGED_ARCHETYPES } from "../population/archetypes/ids.ts"
import { nameOf, quote, valueAt } from "./problems.ts"
import { LONGEST_NAME, NAME_PATTERN } from "./schema.ts"
import { nearestName, suggestion } from "./suggest.ts"

export const SIDES = ["authentic", "managed"] as const

const BUILT_IN = new Map<string, Side>([
  ...AUTHENTIC_ARCHETYPES.map((id) => [id, "authentic"] as const),
  ...MANAGED_ARCHETYPES.map((id) => [id, "managed"] as const),
])

type Mapping = Readonly<Record<string, unknown>>

/** More would not fit a byte beside the built-in ones. */
const MOST_DEFINITIONS = 200

/** One line for each name that means nothing, or not what it must. */
export function misnamedArchetypes(input: unknown): string[] {
  const definitions = mappingAt(input, ["archetypes"])
  const names = { definitions, known: [...BUILT_IN.keys(), ...Object.keys(definitions).filter(isNew)] }
  const ids = Object.keys(definitions)
  const tooMany =
    ids.length > MOST_DEFINITIONS
      ? [`archetypes must define at most ${MOST_DEFINITIONS} archetypes, got ${ids.length}`]
      : []
  return [
    ...tooMany,
    ...ids.flatMap((id) => definitionProblems(id, names)),
    ...SIDES.flatMap((side) => mixProblems(input, side, names)),
    ...unusedDefinitions(input, definitions),
  ]
}

interface Names {
  readonly definitions: Mapping
  /** The built-in archetypes, then the scenario's own. */
  readonly known: readonly string[]
}

const isName = (id: string) => NAME_PATTERN.test(id) && id.length <= LONGEST_NAME
const isNew = (id: string) => !BUILT_IN.has(id)

export function mappingAt(input: unknown, path: readonly string[]): Mapping {
  const value = valueAt(input, path)
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Mapping) : {}
}

function definitionProblems(id: string, { definitions, known }: Names): string[] {
  const field = nameOf(["archetypes", id])
  if (!isName(id)) {
    return [
      `${field} must be named in lower-case letters, digits and hyphens, up to ${LONGEST_NAME} characters`,
    ]
  }
  const definition = definitions[id]
  if (typeof definition !== "object" || definition === null) return []
  return [
    ...originProblems(field, id, { definitions, known }),
    ...formerProblems(field, valueAt(definition, ["before"]), { definitions, known }),
  ]
}

function originProblems(field: string, id: string, { definitions, known }: Names): string[] {
  const from = valueAt(definitions, [id, "from"])
  if (from === undefined && isNew(id)) {
    const meant = nearestName(id, [...BUILT_IN.keys()])
    const hint = meant === undefined ? "" : `; did you mean ${meant}?`
    return [`${field}.from is missing; it must be the archetype that ${id} starts from${hint}`]
  }
  if (typeof from !== "string") return []
  if (!isNew(id)) {
    return [
      `${field}.from must be left out, since ${id} is built in and is changed as it is; ` +
        `give a new archetype a name of its own`,
    ]
  }
  if (!known.includes(from)) {
    return [`${field}.from must be an archetype, got ${quote(from)}; ${suggestion(from, known)}`]
  }
  const circle = circleFrom(id, definitions)
  // Told once, at its first member.
  if (circle === undefined || circle.some((member) => isBefore(member, id, definitions))) return []
  return [`${field}.from must not lead back to ${id}, got ${[...circle, id].join(" -> ")}`]
}

const isBefore = (id: string, other: string, definitions: Mapping) =>
  Object.keys(definitions).indexOf(id) < Object.keys(definitions).indexOf(other)

/** The names from `id` back to itself; undefined when they lead elsewhere. */
function circleFrom(id: string, definitions: Mapping): string[] | undefined {
  const { way, end } = originOf(id, definitions)
  return end === id ? way : undefined
}

/** Where `from` leads to, and the names that it passes, from `id` on; it ends at a name that was passed already. */
function originOf(id: string, definitions: Mapping): { way: string[]; end: string } {
  const way = [id]
  for (let at = id; ; ) {
    const from = valueAt(definitions, [at, "from"])
    if (!isNew(at) || typeof from !== "string") return { way, end: at }
    if (way.includes(from)) return { way, end: from }
    way.push(from)
    at = from
  }
}

/** The side of an archetype; undefined when there is none of this name, or its origin is unknown. */
function sideOf(id: string, definitions: Mapping): Side | undefined {
  return BUILT_IN.get(originOf(id, definitions).end)
}

function formerProblems(field: string, before: unknown, { definitions, known }: Names): string[] {
  if (typeof before !== "string") return []
  if (!known.includes(before)) {
    return [`${field}.before must be an archetype, got ${quote(before)}; ${suggestion(before, known)}`]
  }
  // Truth covers the days since the switch; whatever there was before must need none.
  if (sideOf(before, definitions) !== "managed") return []
  return [
    `${field}.before must be an authentic archetype, got ${quote(before)}, which is of the managed side`,
  ]
}

function mixProblems(input: unknown, side: Side, { definitions, known }: Names): string[] {
  return Object.keys(mappingAt(input, ["population", side])).flatMap((id) => {
    const field = nameOf(["population", side, id])
    if (!known.includes(id)) {
      const allowed = known.filter((name) => sideOf(name, definitions) === side)
      return [`${field} is not an archetype of this side; ${suggestion(id, allowed, "always list")}`]
    }
    const other = sideOf(id, definitions)
    if (other === side || other === undefined) return []
    return [`${field} is an archetype of the ${other} side; it must stand under population.${other}`]
  })
}

/** A new archetype that nothing uses was probably forgotten in the mix. */
function unusedDefinitions(input: unknown, definitions: Mapping): string[] {
  const used = new Set<unknown>(SIDES.flatMap((side) => Object.keys(mappingAt(input, ["population", side]))))
  for (const definition of Object.values(definitions)) {
    used.add(valueAt(definition, ["from"]))
    used.add(valueAt(definition, ["before"]))
  }
  return Object.keys(definitions).flatMap((id) => {
    const side = sideOf(id, definitions)
    if (!isNew(id) || !isName(id) || used.has(id) || side === undefined) return []
    const place = nameOf(["population", side, id])
    return [
      `${nameOf(["archetypes", id])} is used nowhere; give it a share in ${place} (0 keeps it for later)`,
    ]
  })
}
