/** What the commands share: where things lie, how a scenario or a run is found, how a command is interrupted. */
import { existsSync } from "node:fs"
import { readFile, stat } from "node:fs/promises"
import { availableParallelism } from "node:os"
import { basename, dirname, resolve } from "node:path"
import { findPlaces, type Places } from "../api/places.ts"
import { DataError, UsageError } from "../core/errors.ts"
import type { Run } from "../core/run.ts"
import { parseScenario } from "../core/scenario/parse.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import { openStore } from "../store/store.ts"

export function placesFor(store: string | undefined): Places {
  return findPlaces(store === undefined ? process.env : { ...process.env, ASSAY_STORE: store })
}

export const defaultWorkers = () => availableParallelism()

/** Reads a scenario file, or a bundled scenario by its name. */
export async function loadScenario(nameOrFile: string, places: Places): Promise<Scenario> {
  const bundled = resolve(places.scenarioFolder, `${nameOrFile}.yaml`)
  const file = existsSync(nameOrFile) || !existsSync(bundled) ? nameOrFile : bundled
  return parseScenario(await readText(file), file)
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8")
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === "ENOENT") throw new DataError(`${file}: no such file, nor a bundled scenario of this name`)
    throw new DataError(`${file}: cannot be read (${code})`)
  }
}

/** Opens a run by its folder, its id, or "latest". */
export async function openRun(which: string, places: Places): Promise<Run> {
  const isFolder = await stat(which).then((found) => found.isDirectory(), () => false)
  if (isFolder) return openStore(dirname(resolve(which))).read(basename(resolve(which)))
  const store = openStore(places.storeFolder)
  if (which !== "latest") return store.read(which)
  const [newest] = await store.list()
  if (!newest) throw new DataError(`${places.storeFolder}: there is no run yet; make one with: assay run quickstart`)
  return store.read(newest.id)
}

/** A signal that Ctrl-C aborts. */
export function interruption(): AbortSignal {
  const controller = new AbortController()
  process.once("SIGINT", () => controller.abort())
  process.once("SIGTERM", () => controller.abort())
  return controller.signal
}

/** Parses a whole number of an option; commander prints what it throws. */
export function wholeNumber(option: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (text.trim() !== "" && Number.isInteger(value) && value >= least && value <= most) return value
    throw new UsageError(`${option} must be a whole number in [${least}, ${most}], got ${text}`)
  }
}

/** The same for a share. */
export function shareOption(option: string): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (text.trim() !== "" && value >= 0 && value <= 1) return value
    throw new UsageError(`${option} must be in [0, 1], got ${text}`)
  }
}

/** Writes to stdout; resolves when it is through, so that a long answer survives the end of the process. */
export function print(text: string): Promise<void> {
  return new Promise((done, fail) => process.stdout.write(`${text}\n`, (error) => (error ? fail(error) : done())))
}

export const printJson = (value: unknown) => print(JSON.stringify(value, null, 2))
