/** The scenario files of a folder. A broken one is listed with what is wrong, not left out. */
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { AssayError } from "../core/errors.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import type { ScenarioEntry } from "./contract.ts"
import { NotFoundError } from "./failures.ts"

export interface Scenarios {
  list(): Promise<ScenarioEntry[]>
  /** By the name in the list; throws the scenario's own error when it is broken. */
  load(name: string): Promise<Scenario>
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

  return {
    async list() {
      return (await readAll()).map(toEntry)
    },
    async load(name) {
      const loaded = await readAll()
      // A broken file is listed by its base name, which may be a whole one's name.
      const named = loaded.filter((entry) => entry.name === name)
      const found = named.find((entry) => "scenario" in entry) ?? named[0]
      if (!found) {
        const names = loaded.map((entry) => entry.name).join(", ") || "none"
        throw new NotFoundError(`scenario must be one of ${folder}: ${names}; got "${name}"`)
      }
      if ("error" in found) throw found.error
      return found.scenario
    },
  }
}

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
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return []
    throw error
  }
}

function toEntry(loaded: Loaded): ScenarioEntry {
  const { file, name } = loaded
  if ("error" in loaded) return { file, name, error: loaded.error.message }
  const { description, seed, accounts, days, prevalence } = loaded.scenario
  return { file, name, description, seed, accounts, days, prevalence }
}
