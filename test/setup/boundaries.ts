/**
 * Checks one source file against the boundaries between the folders of src. It reads the syntax tree, so an
 * import is found however it is written (static, dynamic, type, re-export) and a comment is none.
 */
import { builtinModules } from "node:module"
import { dirname, join, normalize } from "node:path/posix"
import { parseSync } from "vite"

export const RULES = {
  core: "core imports nothing of ours",
  engine: "engine and store import core",
  store: "engine and store import core",
  words: "words imports nothing of ours",
  report: "report imports core and words",
  api: "api imports report, engine, store and core",
  server: "server, main and cli import api and below",
  main: "server, main and cli import api and below",
  cli: "server, main and cli import api and below; cli also server, which `assay serve` starts",
  kit: "kit imports api and below, and nothing imports kit",
  preload: "preload imports nothing of ours",
  renderer: "renderer imports words, core's types and pure evaluation functions, and api's types",
  electron: "`electron` is named only in main and preload",
  react: "`react` is named only in renderer",
  node: "`node:` is nowhere in core, words, report or renderer",
  pure: "core, words and report are pure: no DOM, no Node, no clock, no Math.random, nothing that depends on the locale",
  outside: "src imports nothing of ours outside src, except the version in package.json",
} as const

export type Folder =
  | "core"
  | "words"
  | "report"
  | "engine"
  | "store"
  | "api"
  | "server"
  | "main"
  | "cli"
  | "kit"
  | "preload"
  | "renderer"

const BELOW: Readonly<Record<Folder, readonly Folder[]>> = {
  core: [],
  words: [],
  report: ["core", "words"],
  engine: ["core"],
  store: ["core"],
  api: ["report", "engine", "store", "core"],
  server: ["api", "report", "engine", "store", "core"],
  main: ["api", "report", "engine", "store", "core"],
  cli: ["server", "api", "report", "engine", "store", "core"],
  kit: ["api", "report", "engine", "store", "core"],
  preload: [],
  renderer: ["words", "core", "api"],
}

/** What the page may run of core, not only name: the evaluation, the label it rests on, and names of columns. */
const RENDERER_RUNS = [
  "src/core/evaluation/",
  "src/core/policy/",
  "src/core/printable.ts",
  "src/core/evidence/evidence.ts",
  "src/core/network/contents.ts",
]

const isPure = (folder: Folder) => folder === "core" || folder === "words" || folder === "report"

const NODE_GLOBALS = ["process", "Buffer", "global", "require", "__dirname", "__filename", "setImmediate"]
const IMPURE_GLOBALS = [
  ...NODE_GLOBALS,
  ...["window", "document", "navigator", "localStorage", "sessionStorage", "fetch", "crypto"],
  ...["performance", "setTimeout", "setInterval", "requestAnimationFrame"],
]

export interface Violation {
  readonly file: string
  readonly line: number
  readonly found: string
  readonly rule: string
}

export interface Import {
  readonly specifier: string
  /** Nothing of it is left at run time. */
  readonly isType: boolean
  readonly line: number
}

interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

type Visit = (node: SyntaxNode, parent: SyntaxNode | null, key: string) => void

function walk(value: unknown, visit: Visit, parent: SyntaxNode | null = null, key = ""): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit, parent, key)
  else if (value !== null && typeof value === "object" && "type" in value) {
    const node = value as SyntaxNode
    visit(node, parent, key)
    for (const [name, child] of Object.entries(node))
      if (child !== null && typeof child === "object") walk(child, visit, node, name)
  }
}

/** By file and source: most files are looked at for one thing after another. */
const parsed = new Map<string, ReturnType<typeof parseAnew>>()

function parse(file: string, source: string) {
  const key = `${file}\n${source}`
  const known = parsed.get(key) ?? parseAnew(file, source)
  parsed.set(key, known)
  return known
}

function parseAnew(file: string, source: string) {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]!.message}`)
  const lineOf = (position: number) => source.slice(0, position).split("\n").length
  return { program, lineOf }
}

function isTypeOnly(node: SyntaxNode): boolean {
  if (node.type === "TSImportType" || node.importKind === "type" || node.exportKind === "type") return true
  const specifiers = node.specifiers as SyntaxNode[] | undefined
  const isType = (one: SyntaxNode) => one.importKind === "type" || one.exportKind === "type"
  return specifiers !== undefined && specifiers.length > 0 && specifiers.every(isType)
}

export function importsOf(file: string, source: string): Import[] {
  const { program, lineOf } = parse(file, source)
  const found: Import[] = []
  walk(program, (node) => {
    const isImport =
      node.type === "ImportExpression" || node.type === "TSImportType" || node.type.endsWith("Declaration")
    const target = isImport ? (node.source as SyntaxNode | null | undefined) : undefined
    if (!target) return
    const specifier = typeof target.value === "string" ? target.value : "(computed)"
    found.push({ specifier, isType: isTypeOnly(node), line: lineOf(node.start) })
  })
  return found
}

const folderOf = (path: string) => path.split("/")[1] as Folder

/** `file` is relative to the root, with slashes, e.g. src/core/run.ts. */
export function findViolations(file: string, source: string): Violation[] {
  return [...findForeignImports(file, source), ...findImpurities(file, source)]
}

function findForeignImports(file: string, source: string): Violation[] {
  const from = folderOf(file)
  return importsOf(file, source).flatMap((one) => {
    const rule = one.specifier.startsWith(".") ? brokenByFile(file, from, one) : brokenByPackage(from, one)
    return rule ? [{ file, line: one.line, found: `import of "${one.specifier}"`, rule }] : []
  })
}

/** The rule that an import of one of our own files breaks, or null. */
function brokenByFile(file: string, from: Folder, { specifier, isType }: Import): string | null {
  const target = normalize(join(dirname(file), specifier))
  if (!target.startsWith("src/")) return target === "package.json" ? null : RULES.outside
  const to = folderOf(target)
  if (to === from) return null
  if (!BELOW[from]?.includes(to)) return RULES[from]
  const isRunByPage = to === "core" && RENDERER_RUNS.some((path) => target.startsWith(path))
  return from === "renderer" && to !== "words" && !isType && !isRunByPage ? RULES.renderer : null
}

/** The rule that an import of a package breaks, or null. */
function brokenByPackage(from: Folder, { specifier }: Import): string | null {
  const name = specifier.split("/")[0]!
  if (name === "electron" && from !== "main" && from !== "preload") return RULES.electron
  if (["react", "react-dom", "react-i18next"].includes(name) && from !== "renderer") return RULES.react
  const isNode = specifier.startsWith("node:") || builtinModules.includes(specifier)
  return isNode && (isPure(from) || from === "renderer") ? RULES.node : null
}

function findImpurities(file: string, source: string): Violation[] {
  const from = folderOf(file)
  if (!isPure(from) && from !== "renderer") return []
  const forbidden = isPure(from) ? IMPURE_GLOBALS : NODE_GLOBALS
  const { program, lineOf } = parse(file, source)
  const own = declaredNames(program as unknown as SyntaxNode)
  const found: Violation[] = []
  walk(program, (node, parent, key) => {
    const name = node.type === "Identifier" ? String(node.name) : ""
    const add = (what: string, rule: string) =>
      found.push({ file, line: lineOf(node.start), found: what, rule })
    if (forbidden.includes(name) && !own.has(name) && isReference(parent, key))
      add(name, isPure(from) ? RULES.pure : RULES.node)
    const impure = isPure(from) ? impureCall(node) : null
    if (impure) add(impure, RULES.pure)
  })
  return found
}

/** Names after a dot, of properties, of labels and in import lists refer to nothing on their own. */
function isReference(parent: SyntaxNode | null, key: string): boolean {
  if (!parent || parent.type === "TSQualifiedName") return false
  if (key === "property" || key === "key") return parent.computed === true || parent.shorthand === true
  return key !== "label" && key !== "imported" && key !== "exported"
}

/** All names that the file declares itself, in whatever scope. */
function declaredNames(program: SyntaxNode): Set<string> {
  const names = new Set<string>()
  walk(program, (node, parent, key) => {
    if (node.type !== "Identifier" || !parent) return
    const declares =
      (key === "id" && parent.type !== "TSTypeReference") ||
      key === "params" ||
      key === "local" ||
      (key === "value" && parent.type === "Property") ||
      key === "elements"
    if (declares) names.add(String(node.name))
  })
  return names
}

function impureCall(node: SyntaxNode): string | null {
  if (node.type === "MemberExpression") {
    const { object, property } = node as unknown as { object: SyntaxNode; property: SyntaxNode }
    const what = `${String(object.name ?? "")}.${String(property.name ?? property.value ?? "")}`
    if (what === "Math.random" || what === "Date.now") return what
    const method = what.split(".")[1]!
    return method.startsWith("toLocale") || method === "localeCompare" ? method : null
  }
  if (node.type !== "NewExpression" && node.type !== "CallExpression") return null
  const { callee, arguments: given } = node as unknown as { callee: SyntaxNode; arguments: SyntaxNode[] }
  if (callee.type !== "Identifier" || callee.name !== "Date") return null
  return node.type === "CallExpression" || given.length === 0 ? "the present Date" : null
}

/** Pairs of folders that import each other, directly or through others; `edges` as "from -> to". */
export function findCycles(edges: ReadonlySet<string>): string[] {
  const next = new Map<string, string[]>()
  for (const edge of edges) {
    const [from, to] = edge.split(" -> ") as [string, string]
    next.set(from, [...(next.get(from) ?? []), to])
  }
  const cycles: string[] = []
  const follow = (path: string[]) => {
    for (const to of next.get(path.at(-1)!) ?? []) {
      if (to === path[0]) cycles.push([...path, to].join(" -> "))
      // Each cycle is told once, from its first folder in the alphabet.
      else if (to > path[0]! && !path.includes(to)) follow([...path, to])
    }
  }
  for (const from of next.keys()) follow([from])
  return cycles
}
