/**
 * Which plug-ins somebody has consented to run: one small file of the user's own. A consent is to contents in a
 * folder: the same words elsewhere start other code, and so may the same words after a file has changed. Of an endpoint,
 * whose contents nobody can see, it is to the address.
 */
import { readFile, writeFile } from "node:fs/promises"
import { homedir } from "node:os"
import { join, resolve } from "node:path"
import { z } from "zod"
import { DataError } from "../core/errors.ts"
import { makeFolder, writeBeside } from "./beside.ts"

const consentSchema = z.object({
  /** "module ./late.ts", "program python3 late.py", "endpoint http://..." */
  source: z.string(),
  /** Absolute: what paths start from, and where a program is started; null of an endpoint. */
  folder: z.string().nullable(),
  /** SHA-256, hex, over all that it consists of; null of an endpoint. */
  digest: z.string().nullable(),
})
const fileSchema = z.object({ format: z.literal(1), consents: z.array(consentSchema) })

export type Consent = Readonly<z.output<typeof consentSchema>>

export interface Trust {
  readonly file: string
  has(consent: Consent): Promise<boolean>
  /** Resolves when they are remembered. */
  give(consents: readonly Consent[]): Promise<void>
}

/** The oldest are forgotten, which only means that they are asked for again. */
const MOST_KEPT = 1000

/** ASSAY_CONFIG, or `assay` in the folder where this system keeps what a user has set. */
export function configFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const { ASSAY_CONFIG, XDG_CONFIG_HOME, APPDATA } = environment
  if (ASSAY_CONFIG) return resolve(ASSAY_CONFIG)
  const all = XDG_CONFIG_HOME || (process.platform === "win32" ? APPDATA : undefined)
  return join(all || join(homedir(), ".config"), "assay")
}

export function openTrust(folder: string): Trust {
  const file = join(folder, "trust.json")
  return {
    file,
    async has(consent) {
      return (await readConsents(file)).some((given) => isSame(given, consent))
    },
    async give(consents) {
      const before = await readConsents(file)
      const old = before.filter((given) => !consents.some((consent) => isSame(given, consent)))
      const kept = [...old, ...consents].slice(-MOST_KEPT)
      await makeFolder(folder)
      const text = `${JSON.stringify({ format: 1, consents: kept }, null, 2)}\n`
      // Nobody else may add to what runs here.
      await writeBeside(file, (path) => writeFile(path, text, { mode: 0o600 }))
    },
  }
}

const isSame = (a: Consent, b: Consent) =>
  a.source === b.source && a.folder === b.folder && a.digest === b.digest

/** None where there is no file. One that cannot be made out is told, as writing would lose what is in it. */
async function readConsents(file: string): Promise<readonly Consent[]> {
  let text: string
  try {
    text = await readFile(file, "utf8")
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === "ENOENT") return []
    throw new DataError(`${file}: cannot be read (${code})`)
  }
  try {
    return fileSchema.parse(JSON.parse(text)).consents
  } catch {
    throw new DataError(
      `${file}: this is not a list of consents that this Assay wrote; delete it, and they are asked for again`,
    )
  }
}
