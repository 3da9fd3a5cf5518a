/**
 * What a plug-in consists of, found and read without running any of it: a consent is given to this content, and what
 * was found with it is kept under its digest.
 */
import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { readdir, readFile, stat } from "node:fs/promises"
import { dirname, extname, join, relative, resolve, sep } from "node:path"
import type { PluginKind, PluginSettings } from "../../core/detection/plugin.ts"
import { DetectorError } from "../../core/errors.ts"
import { type Hosted, sourceOf } from "./hosted.ts"

export interface PluginContent {
  readonly kind: PluginKind
  /** "module ./late.ts", "program python3 late.py", "endpoint http://..." */
  readonly source: string
  /** SHA-256, hex, over the source's words and all files; null for an endpoint. */
  readonly digest: string | null
  /** Absolute paths, sorted. */
  readonly files: readonly string[]
  readonly hosted: Hosted
}

export const MODULE_ENDINGS = [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"]
/** Raised when a digest is made of other things than before. */
const FORMAT = 1

/** `folder`: absolute; the settings' paths are relative to it. A DetectorError names a file that is not there. */
export async function readPluginContent(settings: PluginSettings, folder: string): Promise<PluginContent> {
  const { module, program, endpoint } = settings
  if (module !== undefined) return moduleContent(module, settings, folder)
  if (program !== undefined) return programContent(program, settings, folder)
  const { batch, restarts } = settings
  const source = sourceOf("endpoint", withoutPassword(endpoint!))
  return {
    kind: "endpoint",
    source,
    digest: null,
    files: [],
    hosted: { kind: "endpoint", url: endpoint!, batch, restarts },
  }
}

async function moduleContent(
  module: string,
  settings: PluginSettings,
  folder: string,
): Promise<PluginContent> {
  const source = sourceOf("module", module)
  const file = resolve(folder, module)
  if (!MODULE_ENDINGS.includes(extname(file)))
    throw new DetectorError(source, `module must end in ${MODULE_ENDINGS.join(", ")}, got ${quoted(module)}`)
  if (!(await isFile(file))) throw new DetectorError(source, `module: there is no file ${file}`)
  const files = sorted([...(await importsFrom(file)), ...(await named(settings.files, folder, source))])
  const digest = await digestOf(["module", relative(folder, file)], files, folder)
  return { kind: "module", source, digest, files, hosted: { kind: "module", file } }
}

async function programContent(
  program: readonly string[],
  settings: PluginSettings,
  folder: string,
): Promise<PluginContent> {
  const source = sourceOf("program", program.map(shellWord).join(" "))
  const inFolder = program.map((word) => resolve(folder, word))
  const isThere = await Promise.all(inFolder.map(isFile))
  const own = inFolder.filter((_, at) => isThere[at])
  const files = sorted([...own, ...(await named(settings.files, folder, source))])
  const [name, ...rest] = program
  // A name without a folder is looked for in PATH, as a shell would.
  const command = /[\\/]/.test(name!) ? resolve(folder, name!) : name!
  const { batch, restarts } = settings
  return {
    kind: "program",
    source,
    digest: await digestOf(["program", ...program], files, folder),
    files,
    hosted: { kind: "program", command: [command, ...rest], folder, batch, restarts },
  }
}

/** The module and all files that it reaches by relative imports. */
async function importsFrom(module: string): Promise<string[]> {
  const reached = new Set([module])
  // Grows while it is walked.
  for (const file of reached) {
    const text = await readFile(file, "utf8")
    for (const [, specifier] of text.matchAll(RELATIVE_IMPORT)) {
      const found = await firstFile(candidates(resolve(dirname(file), specifier!)))
      if (found !== undefined) reached.add(found)
    }
  }
  return [...reached]
}

/** Also finds what only looks like an import; a file too many in a digest does no harm. */
const RELATIVE_IMPORT = /\b(?:from|import|require)\s*\(?\s*["'](\.{1,2}(?:\/[^"'\n]*)?)["']/g

/** TypeScript's imports may lack their ending, name a folder, or say .js for a .ts file. */
const candidates = (path: string) => [
  path,
  ...(/\.[mc]?js$/.test(path) ? [path.replace(/js$/, "ts")] : []),
  ...[...MODULE_ENDINGS, ".json"].flatMap((ending) => [path + ending, join(path, `index${ending}`)]),
]

async function firstFile(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await isFile(path)) return path
  return undefined
}

/** The files that the settings name; of a folder all that are in it. */
async function named(names: readonly string[], folder: string, source: string): Promise<string[]> {
  const lists = names.map(async (name, at) => {
    const path = resolve(folder, name)
    const found = await stat(path).catch(() => null)
    if (!found) throw new DetectorError(source, `files[${at}]: there is no file ${path}`)
    return found.isDirectory() ? filesIn(path) : [path]
  })
  return (await Promise.all(lists)).flat()
}

/** Without what Python writes beside its sources when they run. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return files.filter((file) => !file.split(sep).includes("__pycache__"))
}

const isFile = (path: string) =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )

const sorted = (files: readonly string[]) => [...new Set(files)].sort()

async function digestOf(words: readonly string[], files: readonly string[], folder: string): Promise<string> {
  const contents: (readonly [string, string])[] = []
  for (const file of files) contents.push([portable(relative(folder, file)), await hashOf(file)])
  return createHash("sha256")
    .update(JSON.stringify([FORMAT, words.map(portable), contents]))
    .digest("hex")
}

const portable = (path: string) => path.replaceAll(sep, "/")

/** Read in pieces: a program may come with a model of gigabytes. */
async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256")
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest("hex")
}

const quoted = (text: string) => JSON.stringify(text)
const shellWord = (word: string) => (/^[\w./:=@%+,-]+$/.test(word) ? word : quoted(word))

function withoutPassword(address: string): string {
  const url = new URL(address)
  if (url.username === "" && url.password === "") return address
  url.username = ""
  url.password = ""
  return url.href
}
