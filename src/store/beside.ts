/** Writes beside and renames into place, so that whatever happens there is the old content or the new, never half. */
import { randomBytes } from "node:crypto"
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises"
import { basename, dirname, join } from "node:path"
import { DataError, DiskFullError, PermissionError } from "../core/errors.ts"
import { firstLine } from "./duckdb.ts"

/** Hidden, next to its place (a rename must stay on one disk), and different for every writer. */
export const besideName = (path: string) =>
  join(dirname(path), `.${basename(path)}.partial-${randomBytes(6).toString("hex")}`)

const BESIDE = /^\..+\.partial-[0-9a-f]{12}$/

/** Writes one file through `write`, which is given the path to write to. */
export async function writeBeside(path: string, write: (path: string) => Promise<void>) {
  const partial = besideName(path)
  try {
    await write(partial)
    await syncFile(partial)
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => {})
    throw writeFailure(path, error)
  }
}

/** Resolves when the file's content has reached the disk, so that a rename never precedes it. */
export async function syncFile(path: string) {
  const handle = await open(path, "r+")
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** No write takes this long; what is older was left by a process that died. */
const LEFTOVER_MILLISECONDS = 60 * 60 * 1000

/** Removes what dead writers left in `folder`. Never fails: a leftover is ignored anyway. */
export async function removeLeftovers(folder: string) {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!BESIDE.test(name)) continue
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (!found || Date.now() - found.mtimeMs < LEFTOVER_MILLISECONDS) continue
    await rm(path, { recursive: true, force: true }).catch(() => {})
  }
}

/**
 * Makes a folder and those above it, one by one: Node's own `recursive` never returns where a folder that is there
 * says that it is not when one is made in it, as those of /proc do.
 */
export async function makeFolder(folder: string) {
  try {
    if ((await kindOf(folder)) === "folder") return
    // A file in the way is for mkdir to tell.
    if ((await kindOf(dirname(folder))) === "nothing" && dirname(folder) !== folder)
      await makeFolder(dirname(folder))
    await mkdir(folder)
  } catch (error) {
    // Somebody else made it in between.
    if ((await kindOf(folder)) === "folder") return
    throw writeFailure(folder, error)
  }
}

export const kindOf = (path: string) =>
  stat(path).then(
    (found) => (found.isDirectory() ? "folder" : "file"),
    () => "nothing",
  )

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "a file may not grow that large here",
  EACCES: "no permission to write here",
  EPERM: "no permission to write here",
  EROFS: "the disk is read-only",
  ENOENT: "the folder does not exist",
  ENOTDIR: "part of the path is a file, not a folder",
  EEXIST: "there is a file of this name",
  EISDIR: "there is a folder of this name",
}

/** DuckDB tells the system's reason in words only. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/No space left on device/i, "ENOSPC"],
  [/quota exceeded/i, "EDQUOT"],
  [/File too large/i, "EFBIG"],
  [/Permission denied/i, "EACCES"],
  [/Read-only file system/i, "EROFS"],
]

/** The system's code of what went wrong with a file; "" when it is none of those told apart here. */
export function codeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code ?? REASONS.find(([words]) => words.test(message ?? ""))?.[1] ?? ""
}

function kindOfFailure(code: string) {
  if (["ENOSPC", "EDQUOT", "EFBIG"].includes(code)) return DiskFullError
  return ["EACCES", "EPERM", "EROFS"].includes(code) ? PermissionError : DataError
}

/** A failed write in words that name the path. */
export function writeFailure(path: string, error: unknown): DataError {
  if (error instanceof DataError) return error
  const code = codeOf(error)
  const Failure = kindOfFailure(code)
  return new Failure(`${path}: cannot be written (${CAUSES[code] ?? firstLine(error)})`)
}
