/**
 * What is kept of earlier work, in a folder: one file an entry, named by a digest of its key. Losing it costs time and
 * nothing else, so whatever cannot be read whole is not there, and what cannot be written is not kept. Several processes
 * may share the folder: files are written beside and renamed, and read whole or not at all.
 *
 *   <sha256 of format, Node's version, kind and key>.kept: MAGIC, SHA-256 of what follows, the value by v8.serialize;
 *   notes end in .notes.kept, since they are by far the most and go first when there is no room
 */
import { createHash } from "node:crypto"
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { deserialize, serialize } from "node:v8"
import { UsageError } from "../core/errors.ts"
import type { Kept, KeptKind } from "../core/kept.ts"
import { besideName, makeFolder, removeLeftovers } from "./beside.ts"

/** Raised whenever entries are laid out otherwise. */
const FORMAT = 1
const MAGIC = Buffer.from(`assay kept ${FORMAT}\n`)
const DIGEST_BYTES = 32
const SUFFIX = ".kept"
const NOTES_SUFFIX = `.notes${SUFFIX}`
export const CACHE_FOLDER = ".cache"

const GIBIBYTE = 2 ** 30
const DEFAULT_LIMIT = 4 * GIBIBYTE
/** Trimmed to this share of the limit, so that not every new entry has the folder looked through. */
const TRIMMED = 0.9

export interface CacheSettings {
  readonly folder: string
  /** Bytes. */
  readonly limit: number
}

/** As the environment has it, else beside the store's runs; null where a limit of 0 switches it off. */
export function cacheSettings(
  storeFolder: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): CacheSettings | null {
  const folder = resolve(env.ASSAY_CACHE || join(storeFolder, CACHE_FOLDER))
  const limit = limitOf(env.ASSAY_CACHE_LIMIT)
  return limit === 0 ? null : { folder, limit }
}

const UNITS: Readonly<Record<string, number>> = { "": 1, MB: 1e6, GB: 1e9, MiB: 2 ** 20, GiB: GIBIBYTE }

function limitOf(text: string | undefined): number {
  if (!text) return DEFAULT_LIMIT
  const [, number, unit] = /^(\d+(?:\.\d+)?) ?(|MB|GB|MiB|GiB)$/.exec(text.trim()) ?? []
  if (number === undefined)
    throw new UsageError(
      `ASSAY_CACHE_LIMIT must be a number of bytes, MB, MiB, GB or GiB, like 2GB, or 0 for no cache, got ${text}`,
    )
  return Number(number) * UNITS[unit!]!
}

export function openCache({ folder, limit }: CacheSettings): Kept {
  /** Bytes in the folder as far as this process knows; undefined before it has looked. */
  let known: number | undefined
  const pathOf = (kind: KeptKind, key: string) =>
    join(folder, `${nameOf(kind, key)}${kind === "notes" ? NOTES_SUFFIX : SUFFIX}`)
  return {
    async get(kind, key) {
      const path = pathOf(kind, key)
      const value = await readEntry(path)
      // The time of its file says when it was last of use; that it could not be set only ages it.
      if (value !== undefined) await utimes(path, new Date(), new Date()).catch(() => {})
      return value
    },
    async put(kind, key, value) {
      const path = pathOf(kind, key)
      const partial = besideName(path)
      try {
        await makeFolder(folder)
        const bytes = encode(value)
        await writeFile(partial, bytes)
        await rename(partial, path)
        known = known === undefined ? await bytesIn(folder) : known + bytes.length
        if (known > limit) known = await trim(folder, TRIMMED * limit)
      } catch {
        // A full disk, or one that may not be written to: this entry is made again next time.
        await rm(partial, { force: true }).catch(() => {})
      }
    },
  }
}

/** Node's version stands for its arithmetic, its way of serialising and its architecture for the order of bytes. */
const nameOf = (kind: string, key: string) =>
  createHash("sha256").update([FORMAT, process.version, process.arch, kind, key].join("\0")).digest("hex")

function encode(value: unknown): Buffer {
  const content = serialize(withOwnMemory(value))
  return Buffer.concat([MAGIC, createHash("sha256").update(content).digest(), content])
}

async function readEntry(path: string): Promise<unknown> {
  try {
    const bytes = await readFile(path)
    const content = bytes.subarray(MAGIC.length + DIGEST_BYTES)
    const isWhole =
      bytes.subarray(0, MAGIC.length).equals(MAGIC) &&
      createHash("sha256").update(content).digest().equals(bytes.subarray(MAGIC.length, -content.length))
    return isWhole ? withOwnMemory(deserialize(content)) : undefined
  } catch {
    return undefined
  }
}

/**
 * The same with a buffer for each column and no larger: memory that threads share cannot be serialised, and columns are
 * read back as parts of one buffer, all of which would travel with any of them.
 */
function withOwnMemory(value: unknown): unknown {
  if (ArrayBuffer.isView(value))
    return value.buffer instanceof SharedArrayBuffer || value.byteLength < value.buffer.byteLength
      ? (value as Uint8Array).slice()
      : value
  if (Array.isArray(value) || typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withOwnMemory(part)]))
}

interface Entry {
  readonly path: string
  readonly bytes: number
  /** Milliseconds. */
  readonly used: number
}

async function entriesIn(folder: string): Promise<Entry[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(SUFFIX))
  const entries = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      const found = await stat(path).catch(() => undefined)
      return found ? [{ path, bytes: found.size, used: found.mtimeMs }] : []
    }),
  )
  return entries.flat()
}

const sumOf = (entries: readonly Entry[]) => entries.reduce((sum, { bytes }) => sum + bytes, 0)

async function bytesIn(folder: string): Promise<number> {
  await removeLeftovers(folder)
  return sumOf(await entriesIn(folder))
}

/** Removes notes, then the rest, each by how long it was of no use, down to a number of bytes; resolves to those left. */
async function trim(folder: string, bytes: number): Promise<number> {
  const worth = ({ path }: Entry) => (path.endsWith(NOTES_SUFFIX) ? 0 : 1)
  const entries = (await entriesIn(folder)).sort((a, b) => worth(a) - worth(b) || a.used - b.used)
  let left = sumOf(entries)
  for (const { path, bytes: own } of entries) {
    if (left <= bytes) break
    await rm(path, { force: true })
    left -= own
  }
  return left
}
