/** What the commands share: where things lie, how a scenario or a run is found, how an answer is printed. */
import { existsSync } from "node:fs"
import { readdir, readFile, stat } from "node:fs/promises"
import { availableParallelism } from "node:os"
import { basename, dirname, join, resolve } from "node:path"
import { findPlaces, type Places } from "../api/places.ts"
import { DataError, NotFoundError } from "../core/errors.ts"
import { printable } from "../core/printable.ts"
import type { Run } from "../core/run.ts"
import { parseScenario } from "../core/scenario/parse.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import { suggestion } from "../core/scenario/suggest.ts"
import { openStore, type Store } from "../store/store.ts"
import { CALLED } from "./called.ts"

export function placesFor(store: string | undefined): Places {
  return findPlaces(store === undefined ? process.env : { ...process.env, ASSAY_STORE: store })
}

export const defaultWorkers = () => availableParallelism()

/** Reads a scenario file, or a bundled scenario by its name. */
export async function loadScenario(nameOrFile: string, places: Places): Promise<Scenario> {
  const file = scenarioFile(nameOrFile, places)
  return parseScenario(await readScenario(file, places.scenarioFolder), file)
}

/** Where a scenario is read from, by its file or the name of a bundled one. */
export function scenarioFile(nameOrFile: string, { scenarioFolder }: Places): string {
  const bundled = join(scenarioFolder, `${nameOrFile}.yaml`)
  const isName = /^[\w-]+$/.test(nameOrFile) && !existsSync(nameOrFile) && existsSync(bundled)
  return isName ? bundled : nameOrFile
}

async function readScenario(file: string, scenarioFolder: string): Promise<string> {
  try {
    return await readFile(file, "utf8")
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === "EISDIR") throw new DataError(`${file}: this is a folder; a scenario file is needed`)
    if (code !== "ENOENT" && code !== "ENOTDIR") throw new DataError(`${file}: cannot be read (${code})`)
    const bundled = await bundledNames(scenarioFolder)
    throw new DataError(
      `${file}: there is no such file or bundled scenario; ${suggestion(file, bundled, "always list")}`,
    )
  }
}

/** By which a folder's YAML files can be asked for. */
export async function bundledNames(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => [])
  return files.filter((file) => file.endsWith(".yaml")).map((file) => basename(file, ".yaml"))
}

/** Opens a run by its folder, its id, or "latest". */
export async function openRun(which: string, places: Places): Promise<Run> {
  const isFolder = await stat(which).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (isFolder) return openStore(dirname(resolve(which))).read(basename(resolve(which)))
  const store = openStore(places.storeFolder)
  if (which === "latest") return store.read(await newestRun(store))
  try {
    return await store.read(which)
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error
    throw new NotFoundError(await noSuchRun(which, store, places.scenarioFolder))
  }
}

async function newestRun(store: Store): Promise<string> {
  const [newest] = await store.list()
  if (newest) return newest.id
  const [problem] = await store.problems()
  const why = problem ? `there is no whole run here (${problem.message})` : "there is no run here yet"
  throw new NotFoundError(`${store.folder}: ${why}; make one with: ${CALLED} run quickstart`)
}

const MOST_NAMED = 3

/** Names the run that was probably meant, the newest of them for a scenario's name, or else the newest runs. */
async function noSuchRun(which: string, store: Store, scenarioFolder: string): Promise<string> {
  const ids = (await store.list()).map(({ id }) => id)
  const [meant] = ids.filter((id) => id.startsWith(which))
  const others = ids.length > MOST_NAMED ? ", ..." : ""
  const named =
    ids.length === 0 ? "there is none" : `there are ${ids.slice(0, MOST_NAMED).join(", ")}${others}`
  const hint = meant === undefined ? named : `did you mean ${meant}, the newest that begins so?`
  const isScenario = meant === undefined && (await bundledNames(scenarioFolder)).includes(which)
  const make = isScenario ? `; make one with: ${CALLED} run ${which}` : ""
  return `${store.folder}: there is no run ${JSON.stringify(which)}; ${hint}${make}`
}

/** Writes to stdout, with no control character left for a terminal to act on; resolves when it is through, so that a long answer survives the end of the process. */
export function print(text: string): Promise<void> {
  // A reader that left (| head) is seen to by stdout's own error event.
  return new Promise((done) => process.stdout.write(`${printable(text)}\n`, () => done()))
}

/** NaN and Infinity become null, as JSON has no word for them. */
export const printJson = (value: unknown) => print(JSON.stringify(value, null, 2))
