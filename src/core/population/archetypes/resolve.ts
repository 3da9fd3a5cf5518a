/**
 * The archetypes that a scenario speaks of: the built-in ones, as it changes them, and those that it makes
 * from them.
 */
import type { Scenario } from "../../scenario/schema.ts"
import type { Archetype, ArchetypeParameters } from "./archetype.ts"
import { ARCHETYPES } from "./index.ts"

/**
 * By id: every built-in archetype in the registry's order, then every one that the scenario defines in the file's.
 * What an archetype starts from may stand before or after it, and is taken as the scenario changes it.
 * One whose origin is unknown or leads in a circle is left out; the scenario's check has told it.
 */
export function resolveArchetypes({
  archetypes: changes,
}: Pick<Scenario, "archetypes">): ReadonlyMap<string, Archetype> {
  const builtIn = new Map(ARCHETYPES.map((archetype) => [archetype.id, archetype]))

  function resolve(id: string, onTheWay: readonly string[]): Archetype | undefined {
    const change = Object.hasOwn(changes, id) ? changes[id] : undefined
    const own = builtIn.get(id)
    if (own !== undefined) return change === undefined ? own : changed(own, id, change)
    if (change?.from === undefined || onTheWay.includes(id)) return undefined
    const base = resolve(change.from, [...onTheWay, id])
    return base && changed({ ...base, title: id }, id, change)
  }

  const ids = new Set([...builtIn.keys(), ...Object.keys(changes)])
  return new Map(
    [...ids].flatMap((id) => {
      const archetype = resolve(id, [])
      return archetype === undefined ? [] : [[id, archetype] as const]
    }),
  )
}

type Changes = NonNullable<Scenario["archetypes"][string]>

function changed(base: Archetype, id: string, change: Changes): Archetype {
  const { from: _, title, description, ...parameters } = change
  return {
    ...merge<ArchetypeParameters>(base, parameters),
    id,
    side: base.side,
    title: title ?? base.title,
    description: description ?? base.description,
  }
}

/** `changes` laid over `base`, mapping by mapping; lists and plain values are replaced. */
function merge<Value>(base: Value, changes: unknown): Value {
  if (!isMapping(changes) || !isMapping(base)) return (changes === undefined ? base : changes) as Value
  const merged: Record<string, unknown> = { ...base }
  for (const [key, change] of Object.entries(changes)) merged[key] = merge(merged[key], change)
  return merged as Value
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
