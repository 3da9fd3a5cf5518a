/** YAML as a plain value that knows where its fields stand, or all that is wrong with it. */
import { type Document, isNode, isPair, isScalar, LineCounter, parseDocument, type YAMLError } from "yaml"
import type { Path } from "./problems.ts"

/** Counted from 1. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

export interface YamlFault extends TextPlace {
  /** Whether it is the YAML that is wrong, or what it says. */
  readonly kind: "syntax" | "content"
  /** Without the file's name. */
  readonly message: string
}

export type ReadYaml =
  | {
      readonly value: unknown
      /** Where the field's key stands, or that of the nearest field around it; a missing one stands nowhere itself. */
      readonly placeOf: (path: Path) => TextPlace
    }
  | { readonly faults: readonly YamlFault[] }

/** `holds` is what a file is to hold one of, e.g. "scenario". */
export function readYaml(text: string, holds: string): ReadYaml {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true })
  const placeAt = (offset: number): TextPlace => {
    const { line, col } = lineCounter.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const faults = [...document.errors, ...document.warnings].map((error): YamlFault => {
    return { kind: "syntax", ...placeAt(error.pos[0]), message: wordingOf(error, text, holds) }
  })
  if (faults.length > 0) return { faults }
  try {
    // Aliases are resolved here, and refused when they would grow without bounds.
    return { value: document.toJS(), placeOf: (path) => placeAt(offsetOf(document, path)) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { faults: [{ kind: "content", ...placeAt(0), message }] }
  }
}

/** A fault as one line; a field is found by its name, but what is wrong with the YAML itself has none. */
export function lineOfFault({ kind, line, column, message }: YamlFault): string {
  return kind === "syntax" ? `line ${line}, column ${column}: ${message}` : message
}

function wordingOf(error: YAMLError, text: string, holds: string): string {
  if (error.code === "DUPLICATE_KEY") {
    const key = /^[^\s:]*/.exec(text.slice(error.pos[0]))?.[0]
    return `${key} is given twice; a field must stand once`
  }
  if (error.code === "MULTIPLE_DOCS") return `a second document starts here; a file must hold one ${holds}`
  return error.message
}

function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const around = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const offset = offsetIn(around, path[length - 1]!)
    if (offset !== undefined) return offset
  }
  return 0
}

function offsetIn(around: unknown, key: PropertyKey): number | undefined {
  if (typeof around !== "object" || around === null || !("items" in around)) return undefined
  const items = around.items as readonly unknown[]
  if (typeof key === "number") {
    const item = items[key]
    return isNode(item) ? item.range?.[0] : undefined
  }
  const pair = items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key)
  return isPair(pair) && isNode(pair.key) ? pair.key.range?.[0] : undefined
}
