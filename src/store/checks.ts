/** Reports of checks, kept beside the runs so that the workbench can open them: the newest few. */
import { open, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { DataError, NotFoundError } from "../core/errors.ts"
import { CHECK_OUTCOMES, type CheckOutcome, type CheckReport } from "../core/gate/report.ts"
import { makeFolder, removeLeftovers, writeBeside } from "./beside.ts"

/** Within the store; no run can be called so, since a run's id ends with digits of its digest. */
export const CHECKS_FOLDER = "checks"

/** Whoever wants older ones keeps the file that --json wrote. */
const KEPT_CHECKS = 20

/** What is known of a check without reading all of it. */
export interface KeptCheck {
  /** Name of its file, without the ending. */
  readonly id: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly outcome: CheckOutcome
}

export interface Checks {
  /** The newest first. */
  list(): Promise<KeptCheck[]>
  /** Rejects with a NotFoundError when there is none, with a DataError when it is no report. */
  read(id: string): Promise<CheckReport>
  /** Keeps a report, and of the older ones the newest. Resolves to its id. */
  write(report: CheckReport): Promise<string>
}

export function openChecks(storeFolder: string): Checks {
  const folder = join(storeFolder, CHECKS_FOLDER)
  return {
    list: () => listChecks(folder),
    read: (id) => readCheck(folder, id),
    async write(report) {
      const id = idOf(report)
      await makeFolder(storeFolder)
      await makeFolder(folder)
      await removeLeftovers(folder)
      await writeBeside(join(folder, `${id}.json`), (path) =>
        writeFile(path, `${JSON.stringify(report, null, 2)}\n`),
      )
      const old = (await listChecks(folder)).slice(KEPT_CHECKS)
      for (const { id } of old) await rm(join(folder, `${id}.json`), { force: true })
      return id
    },
  }
}

/** Colons are no part of file names on some systems. */
const idOf = ({ createdAt, outcome }: CheckReport) => `${createdAt.replaceAll(/[:.]/g, "-")}-${outcome}`

const ID = new RegExp(
  `^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d)-(\\d\\d)-(\\d\\d)-(\\d{3})Z-(${CHECK_OUTCOMES.join("|")})$`,
)

async function listChecks(folder: string): Promise<KeptCheck[]> {
  const names = await readdir(folder).catch(() => [])
  const named = names
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => {
      const id = name.slice(0, -".json".length)
      const [, day, hours, minutes, seconds, thousandths, outcome] = ID.exec(id) ?? []
      const createdAt = `${day}T${hours}:${minutes}:${seconds}.${thousandths}Z`
      return outcome === undefined ? [] : [{ id, createdAt, outcome: outcome as CheckOutcome }]
    })
    .sort((a, b) => (a.id < b.id ? 1 : -1))
  return Promise.all(
    named.map(async (check) =>
      (await saysExit2(join(folder, `${check.id}.json`))) ? { ...check, outcome: "incomplete" } : check,
    ),
  )
}

/** The exit code stands before whatever is long; a folder's name has a few thousand bytes at most. */
const HEAD_BYTES = 16_384

/**
 * Before there was `incomplete`, a check that could not look at everything was named after the worst of the rest.
 * No text within can say so: its quotes would be escaped. False when the file cannot be read, which opening it tells.
 */
async function saysExit2(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => null)
  if (handle === null) return false
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return /"exitCode":\s*2\b/.test(buffer.toString("utf8", 0, bytesRead))
  } catch {
    return false
  } finally {
    await handle.close()
  }
}

async function readCheck(folder: string, id: string): Promise<CheckReport> {
  // Also keeps an id that came in from outside from leading out of the folder.
  if (!ID.test(id)) throw new NotFoundError(`${folder}: there is no check ${JSON.stringify(id)}`)
  const file = join(folder, `${id}.json`)
  let text: string
  try {
    text = await readFile(file, "utf8")
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === "ENOENT") throw new NotFoundError(`${folder}: there is no check ${JSON.stringify(id)}`)
    throw new DataError(`${file}: cannot be read (${code})`)
  }
  return parseCheck(file, text)
}

/** It was written whole or not at all, so its format is what can differ. */
function parseCheck(file: string, text: string): CheckReport {
  let report: Partial<CheckReport> | null
  try {
    report = JSON.parse(text)
  } catch {
    throw new DataError(`${file}: this is not JSON, so no report of a check`)
  }
  if (report?.format !== 1 || !Array.isArray(report.scenarios))
    throw new DataError(`${file}: format must be 1, got ${JSON.stringify(report?.format)}`)
  // Reports of an earlier version do not tell which cohorts stand out.
  const scenarios = report.scenarios.map((check) => ({ ...check, flipCohorts: check.flipCohorts ?? [] }))
  const outcome = report.exitCode === 2 ? "incomplete" : report.outcome
  return { ...report, scenarios, outcome } as CheckReport
}
