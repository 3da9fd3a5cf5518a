/** What kind of log a file is, and whether it is whole; found before DuckDB opens it. */
import { createReadStream } from "node:fs"
import { open, stat } from "node:fs/promises"
import { createGunzip } from "node:zlib"
import { DataError } from "../../core/errors.ts"
import { firstLine } from "../duckdb.ts"

export interface LogFile {
  readonly path: string
  readonly format: "csv" | "tsv" | "jsonl" | "parquet"
  readonly gzip: boolean
  /** The first bytes, decompressed and decoded; enough for a header. "" for Parquet. */
  readonly head: string
}

const HEAD_BYTES = 1 << 20
const ALLOWED = ".csv, .tsv, .jsonl, .ndjson (each also with .gz), .parquet"

/** Looks at a log without reading it into memory. A gzip file is decompressed once, to see that it is whole. */
export async function inspectFile(path: string): Promise<LogFile> {
  const format = formatOf(path)
  const size = await sizeOf(path)
  if (size === 0) throw new DataError(`${path}: the file is empty`)
  const magic = await firstBytes(path, 4)
  const gzip = magic[0] === 0x1f && magic[1] === 0x8b
  if (format === "parquet") {
    if (magic.toString("latin1") !== "PAR1") throw new DataError(`${path}: this is not a Parquet file`)
    return { path, format, gzip: false, head: "" }
  }
  if (/\.gz$/i.test(path) && !gzip) throw new DataError(`${path}: this is not a gzip file`)
  const head = gzip ? await gunzipHead(path) : await firstBytes(path, HEAD_BYTES)
  return { path, format, gzip, head: decodeHead(path, head) }
}

function formatOf(path: string): LogFile["format"] {
  const found = /\.(csv|tsv|jsonl|ndjson)(\.gz)?$|\.(parquet)$/i.exec(path)
  const extension = (found?.[1] ?? found?.[3])?.toLowerCase()
  if (!extension) throw new DataError(`${path}: the name must end in one of ${ALLOWED}`)
  return extension === "ndjson" ? "jsonl" : (extension as LogFile["format"])
}

async function sizeOf(path: string): Promise<number> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new DataError(`${path}: this is a folder; a file is needed`)
    return found.size
  } catch (error) {
    throw readFailure(path, error)
  }
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  try {
    const handle = await open(path)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw readFailure(path, error)
  }
}

/** DuckDB takes a gzip file that was cut short for a short one, so that it is read through here first. */
async function gunzipHead(path: string): Promise<Buffer> {
  const kept: Buffer[] = []
  let length = 0
  const file = createReadStream(path)
  const stream = createGunzip()
  file.on("error", (error) => stream.destroy(error)).pipe(stream)
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      if (length < HEAD_BYTES) kept.push(part)
      length += part.length
    }
  } catch (error) {
    throw new DataError(`${path}: the gzip file is damaged or cut short (${firstLine(error)})`)
  } finally {
    file.destroy()
  }
  if (length === 0) throw new DataError(`${path}: the file is empty`)
  return Buffer.concat(kept)
}

function decodeHead(path: string, head: Buffer): string {
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  if (isUtf16) throw new DataError(`${path}: the text is UTF-16; save it as UTF-8`)
  const text = new TextDecoder().decode(head)
  if (text.startsWith("PAR1")) throw new DataError(`${path}: this is a Parquet file; name it .parquet`)
  return text
}

function readFailure(path: string, error: unknown): Error {
  if (error instanceof DataError) return error
  const code = (error as NodeJS.ErrnoException).code
  if (code === "ENOENT" || code === "ENOTDIR") return new DataError(`${path}: there is no such file`)
  if (code === "EACCES" || code === "EPERM") return new DataError(`${path}: no permission to read it`)
  return new DataError(`${path}: cannot be read (${firstLine(error)})`)
}
