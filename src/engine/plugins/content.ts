/**
 * What a plug-in consists of, found and read without running any of it: a consent is given to this content, and what
 * was found with it is kept under its digest.
 */
import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { readdir, realpath, stat } from "node:fs/promises"
import { extname, isAbsolute, join, relative, resolve, sep } from "node:path"
import type { PluginKind, PluginSettings } from "../../core/detection/plugin.ts"
import { DetectorError } from "../../core/errors.ts"
import { type Hosted, sourceOf } from "./hosted.ts"
import { followImports, isFile, MODULE_ENDINGS } from "./imports.ts"

export interface PluginContent {
  readonly kind: PluginKind
  /** "module ./late.ts", "program python3 late.py", "endpoint http://..." */
  readonly source: string
  /** SHA-256, hex, over the source's words and all files; null for an endpoint. */
  readonly digest: string | null
  /** Absolute paths, sorted; beside a link stands what it leads to. */
  readonly files: readonly string[]
  /** Of a module: what in it may load or run more than `files`. */
  readonly unseen: readonly string[]
  readonly hosted: Hosted
}

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
    unseen: [],
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
  const { files: reached, unseen } = await followImports(file, await targetsFrom(folder))
  const files = await withTargets([...reached, ...(await named(settings.files, folder, source))], folder)
  const digest = await digestOf(["module", relative(folder, file)], files, folder)
  return { kind: "module", source, digest, files, unseen, hosted: { kind: "module", file } }
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
  const files = await withTargets([...own, ...(await named(settings.files, folder, source))], folder)
  const [name, ...rest] = program
  // A name without a folder is looked for in PATH, as a shell would.
  const command = /[\\/]/.test(name!) ? resolve(folder, name!) : name!
  const { batch, restarts } = settings
  return {
    kind: "program",
    source,
    digest: await digestOf(["program", ...program], files, folder),
    files,
    unseen: [],
    hosted: { kind: "program", command: [command, ...rest], folder, batch, restarts },
  }
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

/** Without what Python writes beside its sources when they run; links are followed, each folder once. */
async function filesIn(folder: string, seen = new Set<string>()): Promise<string[]> {
  const real = await realpath(folder)
  if (seen.has(real)) return []
  seen.add(real)
  const names = (await readdir(folder)).filter((name) => name !== "__pycache__").sort()
  const lists = []
  for (const name of names) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (found?.isDirectory()) lists.push(await filesIn(path, seen))
    else if (found?.isFile()) lists.push([path])
  }
  return lists.flat()
}

/** Where a link leads, as a path of the folder where it is in there: the folder may itself be reached by a link. */
async function targetsFrom(folder: string): Promise<(file: string) => Promise<string>> {
  const base = await realpath(folder)
  return async (file) => {
    const real = await realpath(file)
    const inFolder = relative(base, real)
    return /^\.\.(?:[\\/]|$)/.test(inFolder) || isAbsolute(inFolder) ? real : resolve(folder, inFolder)
  }
}

/** Each once, and of each link what it leads to, too. */
async function withTargets(files: readonly string[], folder: string): Promise<string[]> {
  const targetOf = await targetsFrom(folder)
  return [...new Set([...files, ...(await Promise.all(files.map(targetOf)))])].sort()
}

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
