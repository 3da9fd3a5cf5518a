/**
 * Deleted runs, which can be had back for a day. Deleting and restoring are one rename each, so whatever happens a run is
 * either in the store or in the trash, whole. The folder's name begins with a dot, so that nobody takes it for a run.
 *
 *   .trash/<when it was deleted, in milliseconds>-<its folder's name>
 */
import { readdir, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { AssayError, DataError, NotFoundError } from "../core/errors.ts"
import { besideName, kindOf, makeFolder, removeLeftovers, writeFailure } from "./beside.ts"
import { folderBytes } from "./folder-bytes.ts"
import { readTitle } from "./titles.ts"

/** A run cannot come back, as there is one in its place. */
export class PlaceTakenError extends AssayError {
  override name = "PlaceTakenError"
}

export interface TrashedRun {
  /** Names it in the trash. */
  readonly token: string
  /** The folder's name, which is the run's id unless it is damaged. */
  readonly id: string
  readonly title: string | null
  /** ISO 8601, UTC. */
  readonly deletedAt: string
  readonly bytes: number
}

export interface Trash {
  /** Takes a folder out of the store; resolves to its token. Rejects with a NotFoundError when there is none. */
  put(name: string): Promise<string>
  /** Latest first. */
  list(): Promise<TrashedRun[]>
  /** Resolves to the run's id; rejects with a PlaceTakenError when there is such a run again. */
  restore(token: string): Promise<string>
  /** For good. Resolves also when it is gone already. */
  remove(token: string): Promise<void>
  /** Removes for good what was deleted longer than `milliseconds` ago. Never fails: what stays is tried again later. */
  empty(milliseconds: number): Promise<void>
}

const TOKEN = /^(\d{13})-([^/\\\0]+)$/

/** One name of a folder, leading nowhere else, and not hidden. */
const isFolderName = (name: string) => /^[^./\\\0][^/\\\0]*$/.test(name)

export function openTrash(store: string, now: () => number = Date.now): Trash {
  const folder = join(store, ".trash")

  function partsOf(token: string): { path: string; deleted: number; name: string } {
    const [, deleted, name] = TOKEN.exec(token) ?? []
    if (deleted === undefined || name === undefined || !isFolderName(name))
      throw new NotFoundError(`${folder}: there is no deleted run ${JSON.stringify(token)}`)
    return { path: join(folder, token), deleted: Number(deleted), name }
  }

  async function tokens(): Promise<string[]> {
    try {
      return (await readdir(folder)).filter((name) => isFolderName(TOKEN.exec(name)?.[2] ?? ""))
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === "ENOENT") return []
      throw new DataError(`${folder}: deleted runs cannot be listed (${code})`)
    }
  }

  async function remove(token: string): Promise<void> {
    const { path } = partsOf(token)
    // Out of the list in one step, so that a half removed run is never offered back.
    const aside = besideName(path)
    try {
      await rename(path, aside)
      await rm(aside, { recursive: true, force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw writeFailure(path, error)
    }
  }

  return {
    async put(name) {
      if (!isFolderName(name) || (await kindOf(join(store, name))) !== "folder")
        throw new NotFoundError(`${store}: there is no run ${JSON.stringify(name)}`)
      await makeFolder(folder)
      // A run made and deleted twice within a millisecond is two.
      for (let deleted = now(); ; deleted++) {
        const token = `${String(deleted).padStart(13, "0")}-${name}`
        if ((await kindOf(join(folder, token))) !== "nothing") continue
        try {
          await rename(join(store, name), join(folder, token))
          return token
        } catch (error) {
          throw writeFailure(join(store, name), error)
        }
      }
    },
    async list() {
      const found = await tokens()
      const runs = found.map(async (token) => {
        const { path, deleted, name } = partsOf(token)
        const [title, bytes] = await Promise.all([readTitle(path), folderBytes(path)])
        return { token, id: name, title, deletedAt: new Date(deleted).toISOString(), bytes }
      })
      return (await Promise.all(runs)).sort((a, b) => (a.token < b.token ? 1 : -1))
    },
    async restore(token) {
      const { path, name } = partsOf(token)
      const place = join(store, name)
      if ((await kindOf(path)) === "nothing")
        throw new NotFoundError(`${folder}: there is no deleted run ${JSON.stringify(token)}`)
      const taken = () =>
        new PlaceTakenError(`${place}: this run was made again meanwhile; the deleted one stays deleted`)
      if ((await kindOf(place)) !== "nothing") throw taken()
      try {
        await rename(path, place)
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        throw code === "ENOTEMPTY" || code === "EEXIST" ? taken() : writeFailure(place, error)
      }
      return name
    },
    remove,
    async empty(milliseconds) {
      await removeLeftovers(folder)
      for (const token of await tokens().catch(() => [])) {
        const deleted = Number(TOKEN.exec(token)?.[1])
        if (now() - deleted >= milliseconds) await remove(token).catch(() => {})
      }
    },
  }
}
