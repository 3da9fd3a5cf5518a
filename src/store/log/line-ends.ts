/** One kind of line end throughout, for readers that do not take a mixture. */
import { createReadStream, createWriteStream } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pipeline } from "node:stream/promises"
import { createGunzip } from "node:zlib"
import type { LogFile } from "./file.ts"

/** Hands `work` a copy of the log, not zipped, whose lines all end in \n, also those within quotes; removes it afterwards. */
export async function withOneLineEnd<Result>(
  file: LogFile,
  work: (copy: LogFile) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "assay-log-"))
  try {
    const copy = join(folder, "log")
    const read = createReadStream(file.path)
    const write = createWriteStream(copy)
    if (file.gzip) await pipeline(read, createGunzip(), evenLineEnds, write)
    else await pipeline(read, evenLineEnds, write)
    return await work({ ...file, path: copy, gzip: false })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Bytes are read as Latin-1, one character a byte: those of \r and \n occur in no other character of UTF-8. */
async function* evenLineEnds(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held = ""
  for await (const part of parts) {
    const text = held + part.toString("latin1")
    // Its \n may come with the next part.
    held = text.endsWith("\r") ? "\r" : ""
    yield Buffer.from(text.slice(0, text.length - held.length).replace(/\r\n?/g, "\n"), "latin1")
  }
  if (held !== "") yield Buffer.from("\n")
}
