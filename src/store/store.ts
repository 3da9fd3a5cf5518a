/** Runs on disk: a folder of runs, each a folder named by the run's id. */
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises"
import { join, resolve } from "node:path"
import { DamagedRunError, DataError, NotFoundError, PermissionError } from "../core/errors.ts"
import type { Run, RunManifest } from "../core/run.ts"
import { besideName, makeFolder, removeLeftovers, writeFailure } from "./beside.ts"
import { CHECKS_FOLDER } from "./checks.ts"
import { folderBytes } from "./folder-bytes.ts"
import { parseManifest, RUN_ID } from "./manifest.ts"
import { type Download, type ExportFormat, exportScores } from "./run-export.ts"
import { filesOf, MANIFEST, RUN_FILES, readFiles, writeFiles } from "./run-files.ts"
import { readTitle, writeTitle } from "./titles.ts"
import { openTrash, type Trash } from "./trash.ts"

/** A folder in the store that is not a whole run. */
export interface StoreProblem {
  /** Its path. */
  readonly folder: string
  /** Its name, by which it is deleted. */
  readonly name: string
  readonly message: string
  readonly bytes: number
}

/** What a run is called and takes on disk, which its manifest does not say. */
export interface RunExtras {
  /** What somebody called it; null where nobody did. */
  readonly title: string | null
  readonly bytes: number
}

export interface Store {
  /** Where the runs are; made when the first is written. */
  readonly folder: string
  /** Whole runs, the newest first. What cannot be read is left out and told by `problems`. */
  list(): Promise<RunManifest[]>
  problems(): Promise<StoreProblem[]>
  /** Rejects with a NotFoundError when there is no such run, with a DataError when it is damaged. */
  manifest(id: string): Promise<RunManifest>
  read(id: string): Promise<Run>
  /** Resolves to the run's folder. A run of the same id is replaced. */
  write(run: Run): Promise<string>
  /** Resolves also when there is no such run. For good; `trash.put` can be undone. */
  remove(id: string): Promise<void>
  extras(id: string): Promise<RunExtras>
  /** Null takes the title away. Rejects with a UsageError for what is no title, as `manifest` where there is no run. */
  rename(id: string, title: string | null): Promise<void>
  exportScores(run: Run, format: ExportFormat): Promise<Download>
  readonly trash: Trash
}

export function openStore(folderName: string): Store {
  const folder = resolve(folderName)
  const manifestOf = (id: string) => readManifest(folder, id)
  return {
    folder,
    async list() {
      const { manifests } = await scan(folder)
      return manifests
    },
    async problems() {
      const { problems } = await scan(folder)
      return problems
    },
    manifest: manifestOf,
    async read(id) {
      const manifest = await manifestOf(id)
      return readFiles(join(folder, id), manifest)
    },
    write: (run) => writeRun(folder, run),
    async remove(id) {
      requireId(folder, id)
      await removeRun(join(folder, id))
    },
    async extras(id) {
      requireId(folder, id)
      const run = join(folder, id)
      const [title, bytes] = await Promise.all([readTitle(run), folderBytes(run)])
      return { title, bytes }
    },
    async rename(id, title) {
      await manifestOf(id)
      await writeTitle(join(folder, id), title)
    },
    exportScores,
    trash: openTrash(folder),
  }
}

function requireId(folder: string, id: string) {
  // Also keeps an id that came in from outside from leading out of the folder.
  if (!RUN_ID.test(id)) throw new NotFoundError(`${folder}: there is no run ${JSON.stringify(id)}`)
}

async function readManifest(folder: string, id: string): Promise<RunManifest> {
  requireId(folder, id)
  const file = join(folder, id, MANIFEST)
  let text: string
  try {
    text = await readFile(file, "utf8")
  } catch (error) {
    throw await whyUnread(folder, id, error)
  }
  const manifest = parseManifest(file, text)
  if (manifest.id === id) return manifest
  throw new DamagedRunError(`${file}: id must be the folder's name, ${id}, got ${manifest.id}`)
}

async function whyUnread(folder: string, id: string, error: unknown) {
  const { code } = error as NodeJS.ErrnoException
  if (code !== "ENOENT" && code !== "ENOTDIR") return unreadable(`${join(folder, id, MANIFEST)}:`, code)
  const files = await readdir(join(folder, id)).catch(() => null)
  if (files === null) return new NotFoundError(`${folder}: there is no run "${id}"`)
  return new DamagedRunError(`${join(folder, id)}: this is not a run, as it has no ${MANIFEST}`)
}

function unreadable(what: string, code: string | undefined): DataError {
  const Failure = code === "EACCES" || code === "EPERM" ? PermissionError : DataError
  return new Failure(`${what} cannot be read (${code})`)
}

async function scan(folder: string) {
  const manifests: RunManifest[] = []
  const problems: StoreProblem[] = []
  for (const name of await runFolders(folder)) {
    try {
      const manifest = await readManifest(folder, name)
      await requireFiles(join(folder, name))
      manifests.push(manifest)
    } catch (error) {
      // Removed between looking and reading: not there, and no problem.
      if (error instanceof NotFoundError && RUN_ID.test(name)) continue
      const path = join(folder, name)
      problems.push({ folder: path, name, message: (error as Error).message, bytes: await folderBytes(path) })
    }
  }
  const newestFirst = (a: RunManifest, b: RunManifest) =>
    a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? 1 : -1
  return { manifests: manifests.sort(newestFirst), problems }
}

async function runFolders(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    // A name with a dot in front is being written, or was left by a process that died.
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== CHECKS_FOLDER)
      .map(({ name }) => name)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === "ENOENT") return []
    throw unreadable(`${folder}: the store's folder`, code)
  }
}

async function requireFiles(run: string) {
  const found = await readdir(run)
  const missing = RUN_FILES.filter((file) => !found.includes(file))
  if (missing.length > 0) throw new DamagedRunError(`${run}: the run lacks ${missing.join(", ")}`)
}

async function writeRun(folder: string, run: Run): Promise<string> {
  const { id } = run.manifest
  if (!RUN_ID.test(id))
    throw new DataError(`run id must be lower-case letters, digits and hyphens, got ${id}`)
  await makeFolder(folder)
  await removeLeftovers(folder)
  const place = join(folder, id)
  const partial = besideName(place)
  try {
    await mkdir(partial)
    await writeFiles(partial, run)
    await moveIntoPlace(partial, place, run)
  } catch (error) {
    throw writeFailure(place, error)
  } finally {
    await rm(partial, { recursive: true, force: true }).catch(() => {})
  }
  return place
}

/**
 * A folder that is there cannot be renamed over. When it holds the same run (equal digest, so equal columns),
 * its files are renamed over one by one, the manifest last: a reader sees a whole run at every moment.
 * Anything else under this name is no run that could be read, and is set aside first. The rename is tried before
 * anything is looked at, so that of several writers of one run none takes away what another has finished.
 */
async function moveIntoPlace(partial: string, place: string, run: Run, attempts = 3): Promise<void> {
  try {
    await rename(partial, place)
    return
  } catch (error) {
    const isTaken = ["ENOTEMPTY", "EEXIST", "EPERM", "ENOTDIR"].includes(
      (error as NodeJS.ErrnoException).code ?? "",
    )
    if (!isTaken || attempts <= 1) throw error
  }
  const held = await readFile(join(place, MANIFEST), "utf8")
    .then((text) => parseManifest(place, text))
    .catch(() => undefined)
  if (held?.digest === run.manifest.digest) {
    for (const file of filesOf(run)) await rename(join(partial, file), join(place, file))
    return
  }
  await removeRun(place)
  await moveIntoPlace(partial, place, run, attempts - 1)
}

/** Takes the run out of the list in one step, then removes its files. */
async function removeRun(place: string) {
  const aside = besideName(place)
  try {
    await rename(place, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return
    throw writeFailure(place, error)
  }
  await rm(aside, { recursive: true, force: true })
}
