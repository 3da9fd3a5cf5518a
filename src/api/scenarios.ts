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
      return { file, name: file.replace(/\.ya?ml$/, ""), error }
    }
  }

  async function readAll(): Promise<Loaded[]> {
    const loaded = await Promise.all((await scenarioFiles(folder)).map(readOne))
    return loaded.map((entry, position) => {
      const first = loaded.findIndex((other) => "scenario" in other && other.name === entry.name)
      if (!("scenario" in entry) || first === position) return entry
      // A job names its scenario, so two of one name cannot both be meant.
      const name = entry.file.replace(/\.ya?ml$/, "")
      const message = `${entry.file}: name must be unique, got "${entry.name}", which ${loaded[first]!.file} has`
      return { file: entry.file, name, error: new AssayError(message) }
    })
  }

  return {
    async list() {
      return (await readAll()).map(toEntry)
    },
    async load(name) {
      const loaded = await readAll()
      const found = loaded.find((entry) => entry.name === name)
      if (!found) {
        const names = loaded.map((entry) => entry.name).join(", ") || "none"
        throw new NotFoundError(`scenario must be one of ${folder}: ${names}; got "${name}"`)
      }
      if ("error" in found) throw found.error
      return found.scenario
    },
  }
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
