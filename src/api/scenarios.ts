/** The scenario files of a folder. A broken one is listed with what is wrong, not left out. */
import { createHash } from "node:crypto"
import { readdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { AssayError, UsageError } from "../core/errors.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import { makeFolder, writeBeside } from "../store/beside.ts"
import type { ScenarioEntry, ScenarioFile } from "./contract.ts"
import { ConflictError, NotFoundError } from "./failures.ts"

export interface Scenarios {
  list(): Promise<ScenarioEntry[]>
  /** By the name in the list; throws the scenario's own error when it is broken. */
  load(name: string): Promise<Scenario>
  /** The text of a file by the name in the list, a broken one's too. */
  read(name: string): Promise<ScenarioFile>
  /**
   * Writes a scenario under its name. A file that is there already is replaced only if `replaces` is the digest of its
   * present text, so that nobody's change is lost unseen; otherwise a ConflictError tells of it.
   */
  save(name: string, text: string, replaces: string | null): Promise<ScenarioFile>
}

type Loaded = { readonly file: string; readonly name: string } & (
  | { readonly scenario: Scenario }
  | { readonly error: Error }
)

export function openScenarios(
  folder: string,
  parse: (text: string, fileName: string) => Scenario,
): Scenarios {
  async function readOne(file: string): Promise<Loaded> {
    try {
      const scenario = parse(await readFile(join(folder, file), "utf8"), file)
      return { file, name: scenario.name, scenario }
    } catch (error) {
      if (!(error instanceof Error)) throw error
      return { file, name: baseName(file), error }
    }
  }

  async function readAll(): Promise<Loaded[]> {
    const loaded = await Promise.all((await scenarioFiles(folder)).map(readOne))
    return loaded.map((entry) => {
      if (!("scenario" in entry)) return entry
      // A job names its scenario, so two of one name cannot both be meant.
      const owner = ownerOf(entry.name, loaded)
      if (owner.file === entry.file) return entry
      const message = `${entry.file}: name must be unique, got "${entry.name}", which ${owner.file} has`
      return { file: entry.file, name: baseName(entry.file), error: new AssayError(message) }
    })
  }

  async function find(name: string): Promise<Loaded> {
    const loaded = await readAll()
    const found = named(name, loaded)
    if (found) return found
    const names = loaded.map((entry) => entry.name).join(", ") || "none"
    throw new NotFoundError(`scenario must be one of ${folder}: ${names}; got "${name}"`)
  }

  const readText = async (file: string): Promise<string | null> => {
    try {
      return await readFile(join(folder, file), "utf8")
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null
      throw new AssayError(`${join(folder, file)}: cannot be read (${(error as NodeJS.ErrnoException).code})`)
    }
  }

  return {
    async list() {
      return (await readAll()).map(toEntry)
    },
    async load(name) {
      const found = await find(name)
      if ("error" in found) throw found.error
      return found.scenario
    },
    async read(name) {
      const { file } = await find(name)
      const text = await readText(file)
      if (text === null) throw new NotFoundError(`${join(folder, file)}: is not there any more`)
      return { name, file, text, digest: digestOf(text) }
    },
    async save(name, text, replaces) {
      const scenario = parse(text, `${name}.yaml`)
      if (scenario.name !== name)
        throw new UsageError(`name must be the one that is saved under, "${name}", got "${scenario.name}"`)
      const file = named(name, await readAll())?.file ?? `${name}.yaml`
      const present = await readText(file)
      if (present !== null && digestOf(present) !== replaces)
        throw new ConflictError(
          replaces === null
            ? `${file}: there is a scenario of this name already`
            : `${file}: has been changed since it was read`,
        )
      await makeFolder(folder)
      await writeBeside(join(folder, file), (path) => writeFile(path, text))
      return { name, file, text, digest: digestOf(text) }
    },
  }
}

/** A broken file is listed by its base name, which may be a whole one's name. */
function named(name: string, loaded: readonly Loaded[]): Loaded | undefined {
  const found = loaded.filter((entry) => entry.name === name)
  return found.find((entry) => "scenario" in entry) ?? found[0]
}

const digestOf = (text: string) => createHash("sha256").update(text).digest("hex")

const baseName = (file: string) => file.replace(/\.ya?ml$/, "")

/** Of the scenarios that have this name, the one whose file is called so, else the first: a copy is not the owner. */
function ownerOf(name: string, loaded: readonly Loaded[]): Loaded {
  const named = loaded.filter((entry) => "scenario" in entry && entry.name === name)
  return named.find(({ file }) => baseName(file) === name) ?? named[0]!
}

/** Sorted by name; a folder that is not there holds none. */
async function scenarioFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((file) => /\.ya?ml$/.test(file)).sort()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === "ENOENT") return []
    throw new AssayError(`${folder}: the folder of scenarios cannot be read (${code})`)
  }
}

function toEntry(loaded: Loaded): ScenarioEntry {
  const { file, name } = loaded
  if ("error" in loaded) return { file, name, error: loaded.error.message }
  const { description, seed, accounts, days, prevalence } = loaded.scenario
  return { file, name, description, seed, accounts, days, prevalence }
}
