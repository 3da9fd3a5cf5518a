/**
 * What a module loads, as far as its text tells without running it. Followed are files that are named by a plain text,
 * relative or absolute; all that may load or run more is listed, so that whoever is asked for consent knows of it. It
 * reads texts and no grammar, so it also finds what only looks like an import, which does no harm; what sets out
 * to hide is not found.
 */
import { readFile, stat } from "node:fs/promises"
import { dirname, extname, isAbsolute, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"

export const MODULE_ENDINGS = [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"]

export interface Reached {
  /** Absolute paths, the module's own among them; of a link also what it leads to. */
  readonly files: readonly string[]
  /** What may load or run more than `files`, as it stands there: "node:fs", "lodash", "import(name)". */
  readonly unseen: readonly string[]
}

/** Of Node's own modules those that open, load and start nothing. */
const HARMLESS = new Set(
  ["assert", "assert/strict", "buffer", "crypto", "events", "os", "path", "path/posix", "path/win32"].concat([
    "perf_hooks",
    "punycode",
    "querystring",
    "string_decoder",
    "timers",
    "timers/promises",
    "url",
    "util",
  ]),
)

/** White space and comments, in one way only: whoever writes a module must not make this search take for ever. */
const GAP = String.raw`(?:\s|/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*\n)*`
/** `Array.from("abc")` is no import. */
const BEFORE_NAME = [
  String.raw`(?<!\.)\bfrom`,
  String.raw`\b(?:import|require(?:\.resolve)?)(?:${GAP}\()?`,
  String.raw`\bimport\.meta\.resolve${GAP}\(`,
  String.raw`\bnew${GAP}URL${GAP}\(`,
].join("|")
const NAMED = new RegExp(String.raw`(?:${BEFORE_NAME})${GAP}(["'\`])((?:(?!\1)[^\n])*)\1${GAP}(.?)`, "g")

/** A call whose argument does not begin as a text, up to the end of its line. */
const COMPUTED = new RegExp(
  String.raw`\b(?:import|require(?:\.resolve)?|import\.meta\.resolve)${GAP}\(${GAP}(?!["'\`\s/)])[^\n]{0,40}`,
  "g",
)
const RUNS_TEXT =
  /\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(|\bimport\.meta\.glob\b|\bprocess\.(?:getBuiltinModule|binding|dlopen)\b/g

/** A module's file and all that it reaches. `targetOf`: where a link leads; the path itself where there is none. */
export async function followImports(
  module: string,
  targetOf: (file: string) => Promise<string>,
): Promise<Reached> {
  const reached = new Set<string>()
  const unseen = new Set<string>()
  const waiting = [module]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue
    reached.add(file)
    // Node takes relative imports from where a link leads to; others take them from the link.
    waiting.push(await targetOf(file))
    if (MODULE_ENDINGS.includes(extname(file)) || extname(file) === "")
      waiting.push(...(await loadedBy(file, unseen)))
  }
  return { files: [...reached], unseen: [...unseen].sort() }
}

/** Files that a file names; what else it loads is added to `unseen`. */
async function loadedBy(file: string, unseen: Set<string>): Promise<string[]> {
  const text = await readFile(file, "utf8")
  for (const [call] of [...text.matchAll(COMPUTED), ...text.matchAll(RUNS_TEXT)]) unseen.add(oneLine(call))
  const found: string[] = []
  for (const [whole, quote, name, next] of text.matchAll(NAMED)) {
    // A text that is only the beginning of what is computed, or that is not what it looks like.
    const isPlain = !name!.includes("\\") && !(quote === "`" && name!.includes("${")) && next !== "+"
    const path = isPlain ? pathOf(name!, dirname(file)) : undefined
    if (!isPlain) unseen.add(oneLine(whole))
    else if (path !== undefined) found.push(...(await filesAt(path, name!, unseen)))
    else if (!isHarmless(name!)) unseen.add(name!)
  }
  return found
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim()

const isHarmless = (name: string) => name === "assay" || HARMLESS.has(name.replace(/^node:/, ""))

/** Undefined for the name of a package, or of a module of Node's. */
function pathOf(name: string, folder: string): string | undefined {
  if (/^\.{1,2}(?:\/|$)/.test(name) || isAbsolute(name)) return resolve(folder, name)
  try {
    return name.startsWith("file:") ? fileURLToPath(name) : undefined
  } catch {
    return undefined
  }
}

/**
 * All files that may be meant: imports may lack their ending, name a folder, or say .js for a .ts file, and which of
 * several is taken is the loader's to say.
 */
async function filesAt(path: string, name: string, unseen: Set<string>): Promise<string[]> {
  const possible = [
    path,
    ...(/\.[mc]?js$/.test(path) ? [path.replace(/js$/, "ts")] : []),
    ...[...MODULE_ENDINGS, ".json"].flatMap((ending) => [path + ending, join(path, `index${ending}`)]),
  ]
  const found: string[] = []
  for (const one of possible) if (await isFile(one)) found.push(one)
  // A package's own words may lead anywhere.
  if (found.length === 0 || (await isFile(join(path, "package.json")))) unseen.add(name)
  return found
}

export const isFile = (path: string) =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
