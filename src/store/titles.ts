/**
 * What people call a run: one small file in its folder, no part of its digest. A run without one, or with one that
 * cannot be read, has no title, and is called by its scenario's name.
 */
import { readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { z } from "zod"
import { UsageError } from "../core/errors.ts"
import { writeBeside, writeFailure } from "./beside.ts"

const TITLE_FILE = "title.json"

/** Characters. */
export const LONGEST_TITLE = 80

const titleSchema = z.object({ title: z.string() })

/** Trimmed; throws a UsageError for what is no title. */
export function checkTitle(text: string): string {
  const title = text.trim()
  const found = [...title].length
  if (found === 0 || found > LONGEST_TITLE)
    throw new UsageError(`a run's title must have 1 to ${LONGEST_TITLE} characters, got ${found}`)
  if (/\p{Cc}/u.test(title))
    throw new UsageError("a run's title must be one line without control characters, got some")
  return title
}

/** Null where there is none. */
export async function readTitle(run: string): Promise<string | null> {
  try {
    return checkTitle(titleSchema.parse(JSON.parse(await readFile(join(run, TITLE_FILE), "utf8"))).title)
  } catch {
    return null
  }
}

/** `title` null takes it away. */
export async function writeTitle(run: string, title: string | null): Promise<void> {
  const file = join(run, TITLE_FILE)
  if (title === null)
    return rm(file, { force: true }).catch((error) => {
      throw writeFailure(file, error)
    })
  const text = `${JSON.stringify({ title: checkTitle(title) })}\n`
  await writeBeside(file, (path) => writeFile(path, text))
}
