/**
 * Digests of code, made when it is built: what was computed earlier is used again only if the very code that computes
 * it is still there, whatever version numbers say. A digest covers a file's text, all that it imports of ours and is
 * there at run time, and the versions of the packages among it.
 */
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path/posix"
import { fileURLToPath } from "node:url"
import type { CodeDigests } from "virtual:code-digests"
import { type Plugin, parseSync } from "vite"
import { LAYERS } from "../src/core/detection/detector.ts"
import { DETECTOR_IDS } from "../src/core/detection/ids.ts"

/** Text of a file by its path from the root; throws where there is none. */
export type ReadSource = (path: string) => string

const root = fileURLToPath(new URL("..", import.meta.url)).replaceAll("\\", "/")
const readSource: ReadSource = (path) => readFileSync(join(root, path), "utf8")

/** With all that they import. */
export const GENERATOR = [
  "src/core/population/populate.ts",
  "src/core/population/roster.ts",
  "src/core/population/posting.ts",
  "src/core/population/keep-world.ts",
  "src/core/population/tile.ts",
  "src/core/detection/detect.ts",
  "src/core/detection/observe.ts",
  "src/core/digest.ts",
]
/** By their own text alone: they name everything there is, and decide what of it is called. */
const GLUE = ["src/core/simulate.ts", "src/core/observing.ts", "src/core/memory.ts"]
const KIT = "src/kit/index.ts"
const PLUGIN_HOST = "src/engine/plugins"

export function codeDigests(read: ReadSource = readSource): CodeDigests {
  const generator = closureOf(GENERATOR, read)
  const detectors = DETECTOR_IDS.map((id) => [id, digest(closureOf([fileOf(id)], read), read)] as const)
  const plugins = closureOf([KIT], read)
  return {
    generator: digest([...generator, ...GLUE], read),
    detectors: Object.fromEntries(detectors),
    plugins: digest([...plugins, ...filesIn(PLUGIN_HOST)], read),
  }
}

/** By their own text, like the glue. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name.replaceAll("\\", "/")))
    .filter((path) => path.endsWith(".ts"))
    .sort()
}

/** A built-in detector stands in its layer's folder, in a file of its name. */
function fileOf(id: string): string {
  const places = LAYERS.map((layer) => `src/core/detection/${layer}/${id}.ts`)
  const found = places.find((place) => existsSync(join(root, place)))
  if (!found) throw new Error(`there is no file of the detector ${id}: ${places.join(", ")}`)
  return found
}

/** The files that are there at run time when `roots` are, and the packages, in order. */
export function closureOf(roots: readonly string[], read: ReadSource = readSource): readonly string[] {
  const reached = new Set<string>()
  const visit = (path: string) => {
    if (reached.has(path)) return
    reached.add(path)
    if (!isOurs(path)) return
    for (const specifier of importedBy(path, read(path)))
      visit(specifier.startsWith(".") ? join(dirname(path), specifier) : specifier)
  }
  for (const path of roots) visit(path)
  return [...reached].sort()
}

const isOurs = (path: string) => path.startsWith("src/")

/** By path and text, since most files are of many closures. */
const parsed = new Map<string, readonly string[]>()

function importedBy(path: string, source: string): readonly string[] {
  const key = `${path}\0${source}`
  const known = parsed.get(key) ?? parseImports(path, source)
  parsed.set(key, known)
  return known
}

/** What a file imports or passes on, but for what is types only. */
function parseImports(path: string, source: string): readonly string[] {
  const { module, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]!.message}`)
  if (module.dynamicImports.length > 0)
    throw new Error(`${path} imports at run time what no digest can cover`)
  const stays = (entries: readonly { readonly isType: boolean }[]) =>
    entries.length === 0 || entries.some(({ isType }) => !isType)
  const imported = module.staticImports.flatMap(({ entries, moduleRequest }) =>
    stays(entries) ? [moduleRequest.value] : [],
  )
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) => (moduleRequest && !isType ? [moduleRequest.value] : [])),
  )
  return [...imported, ...passedOn]
}

function digest(paths: readonly string[], read: ReadSource): string {
  const hash = createHash("sha256")
  for (const path of paths) hash.update(`${path}\0${isOurs(path) ? read(path) : versionOf(path)}\0`)
  return hash.digest("hex")
}

/** Of the package that a specifier like "seedrandom/lib/tychei.js" is of. */
function versionOf(specifier: string): string {
  // Node's version is part of the keys under which something is kept.
  if (specifier.startsWith("node:")) return ""
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/")
  const manifest = JSON.parse(readSource(`node_modules/${name}/package.json`)) as { version: string }
  return manifest.version
}

const NAME = "virtual:code-digests"

/** Makes the digests importable: `import { codeDigests } from "virtual:code-digests"`. */
export function codeDigestsPlugin(): Plugin {
  return {
    name: "code-digests",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) =>
      id === `\0${NAME}` ? `export const codeDigests = ${JSON.stringify(codeDigests())}` : undefined,
  }
}
