/** A folder of scenarios with their baselines, as `assay check` reads and writes it. */
import { mkdir, readdir, readFile, realpath, rename, rm, rmdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { DataError } from "../core/errors.ts"
import { besideName, kindOf, makeFolder, removeLeftovers, syncFile, writeFailure } from "./beside.ts"

export const BASELINES_FOLDER = "baselines"

/** A file's text, or why it cannot be read. */
export type FolderFile = {
  /** Its name within its folder. A baseline has the name of its scenario's file. */
  readonly file: string
  /** For messages, and for what a scenario names from its own folder on. */
  readonly path: string
} & ({ readonly text: string } | { readonly unreadable: string })

export interface CheckFolder {
  /** Where it lies, absolute, links followed. */
  readonly path: string
  /** By name. Not looked for in folders within. */
  readonly scenarios: readonly FolderFile[]
  readonly baselines: readonly FolderFile[]
}

/** Rejects with a DataError when there is no such folder. */
export async function readCheckFolder(folder: string): Promise<CheckFolder> {
  if ((await kindOf(folder)) !== "folder")
    throw new DataError(`${folder}: there is no such folder; assay check needs one of scenarios`)
  return {
    path: await realpath(folder),
    scenarios: await readYamls(folder),
    baselines: await readYamls(join(folder, BASELINES_FOLDER)),
  }
}

/** By the name of their file; "" for one that cannot be read, and so differs from whatever is to replace it. */
export const baselineTexts = ({ baselines }: CheckFolder): ReadonlyMap<string, string> =>
  new Map(baselines.map((found) => [found.file, "text" in found ? found.text : ""]))

async function readYamls(folder: string): Promise<FolderFile[]> {
  const names = await readdir(folder).catch((error) => {
    if (error.code === "ENOENT") return []
    throw new DataError(`${folder}: cannot be read (${error.code})`)
  })
  const files = names.filter((name) => /\.ya?ml$/.test(name) && !name.startsWith(".")).sort()
  return Promise.all(
    files.map(async (file) => {
      const path = join(folder, file)
      try {
        return { file, path, text: await readFile(path, "utf8") }
      } catch (error) {
        return { file, path, unreadable: `cannot be read (${(error as NodeJS.ErrnoException).code})` }
      }
    }),
  )
}

/**
 * Writes baselines and removes others. All are written beside their places before the first is renamed, so that what
 * goes wrong while writing leaves every baseline as it was. Those that hold the same text already are left alone.
 */
export async function writeBaselines(
  folder: string,
  texts: ReadonlyMap<string, string>,
  gone: readonly string[],
): Promise<void> {
  const place = join(folder, BASELINES_FOLDER)
  if (texts.size > 0) await makeFolder(place)
  await removeLeftovers(place)
  const aside = besideName(join(place, "update"))
  let isWritten = false
  try {
    if (texts.size > 0) await mkdir(aside)
    for (const [file, text] of texts) {
      await writeFile(join(aside, file), text)
      await syncFile(join(aside, file))
    }
    for (const file of texts.keys()) await rename(join(aside, file), join(place, file))
    for (const file of gone) await rm(join(place, file), { force: true })
    isWritten = true
  } catch (error) {
    throw writeFailure(place, error)
  } finally {
    await rm(aside, { recursive: true, force: true }).catch(() => {})
    // A folder that was made for nothing; one with anything in it stays.
    if (!isWritten) await rmdir(place).catch(() => {})
  }
}
