/**
 * A scenario's text as a form reads and writes it. What is written goes through the YAML document, so that comments,
 * the order of fields and whatever the form does not show stay as they are.
 */
import { type Document, isAlias, isCollection, isMap, isScalar, type Pair, parseDocument } from "yaml"
import type { Scenario } from "../../../core/scenario/schema.ts"

export type FieldPath = readonly (string | number)[]
export type Mapping = Readonly<Record<string, unknown>>

const OPTIONS = { prettyErrors: false, stringKeys: true } as const

/** What a text says; null where it is no YAML, or no mapping of fields. */
export function readFields(text: string): Mapping | null {
  const document = parseDocument(text, OPTIONS)
  if (document.errors.length > 0) return null
  try {
    const fields: unknown = document.toJS()
    if (fields === null) return {}
    return isMapping(fields) ? fields : null
  } catch {
    return null
  }
}

export function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** The value at a path; undefined where the text leaves it out. */
export function fieldAt(fields: unknown, path: FieldPath): unknown {
  let value = fields
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string | number, unknown>)[key]
  }
  return value
}

/** The text with a field set; `undefined` takes it out. The text must be readable. */
export function writeField(text: string, path: FieldPath, value: unknown): string {
  return writeFields(text, [[path, value]])
}

export function writeFields(text: string, changes: readonly (readonly [FieldPath, unknown])[]): string {
  const document: Document = parseDocument(text, OPTIONS)
  for (const [path, value] of changes) {
    if (value === undefined) removeAt(document, path)
    else setAt(document, path, value)
  }
  return document.toString({ lineWidth: 0 })
}

/** The order of the fields of a scenario, in which new ones are put. */
const ORDER = [
  ["name", "description", "seed", "accounts", "days", "start", "prevalence", "population", "archetypes"],
  ["definition", "detectors", "fusion", "threshold"],
].flat()

function setAt(document: Document, path: FieldPath, value: unknown): void {
  if (!isMap(document.contents)) document.contents = document.createNode({})
  openWay(document, path)
  const isNew = !document.hasIn(path)
  const present = document.getIn(path, true)
  // A scalar keeps its quotes and its comment.
  if (isScalar(present) && !isMapping(value) && !Array.isArray(value)) present.value = value
  else document.setIn(path, createNode(document, value))
  if (isNew && path.length >= 1) placeInOrder(document, String(path[0]))
}

/** Mappings on the way to a field: made where nothing stands, and a copy of its own where there is an alias. */
function openWay(document: Document, path: FieldPath): void {
  for (let length = 1; length < path.length; length++) {
    const part = path.slice(0, length)
    const node = document.getIn(part, true)
    if (isAlias(node)) document.setIn(part, document.createNode(node.toJS(document)))
    else if (!isCollection(node)) document.setIn(part, document.createNode({}))
  }
}

/** An archetype's settings stand on one line, as do lists. */
function createNode(document: Document, value: unknown) {
  const node = document.createNode(value)
  if (isCollection(node))
    node.flow = node.items.every((item) => isScalar(item) || isScalar((item as Pair).value))
  if (isMap(node)) for (const { value: inner } of node.items) if (isMap(inner)) inner.flow = true
  return node
}

/** A field that was just added at the end moves before the first that comes later in the usual order. */
function placeInOrder(document: Document, key: string): void {
  const { contents } = document
  if (!isMap(contents)) return
  const nameOf = ({ key: own }: Pair) => String(isScalar(own) ? own.value : own)
  const added = contents.items.at(-1)
  const rank = ORDER.indexOf(key)
  if (added === undefined || nameOf(added) !== key || rank < 0) return
  const later = contents.items.findIndex((pair) => ORDER.indexOf(nameOf(pair)) > rank)
  if (later < 0) return
  contents.items.pop()
  contents.items.splice(later, 0, added)
}

function removeAt(document: Document, path: FieldPath): void {
  if (document.hasIn(path)) document.deleteIn(path)
}

/** The mix of a side as it stands, or by default; an entry that is no mapping of settings counts as an empty one. */
export function mixOf(
  fields: Mapping,
  defaults: Scenario,
  side: "authentic" | "managed",
): [string, Mapping][] {
  const own = fieldAt(fields, ["population", side])
  const mix = isMapping(own) ? own : defaults.population[side]
  return Object.entries(mix).map(([id, settings]) => [id, isMapping(settings) ? settings : {}])
}

/** Changes that write a side's mix out whole, as the text must hold it before a part of it can be changed. */
export function writtenMix(
  fields: Mapping,
  defaults: Scenario,
  side: "authentic" | "managed",
): [FieldPath, unknown][] {
  if (isMapping(fieldAt(fields, ["population", side]))) return []
  const mix = Object.entries(defaults.population[side]).map(([id, settings]) => {
    const told = Object.entries((settings ?? {}) as Mapping).filter(([, value]) => value !== false)
    return [id, Object.fromEntries(told)] as const
  })
  return [[["population", side], Object.fromEntries(mix)]]
}
