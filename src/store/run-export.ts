/** A run's accounts with their scores, as one table for other tools: CSV or Parquet, from a file that nobody else sees. */
import { mkdtemp, open, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { LANGUAGES } from "../core/evidence/evidence.ts"
import { GRADES, gradeAccounts, labelGrades } from "../core/policy/definition.ts"
import type { Run } from "../core/run.ts"
import { type ExportColumn, writeTable } from "./export.ts"

export const EXPORT_FORMATS = ["csv", "parquet"] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export interface Download {
  readonly bytes: number
  /** Its file leaves nothing behind, however it ends. */
  readonly body: ReadableStream<Uint8Array>
}

/** One row an account: what it is, its truth by the scenario's own definition, its scores, and whether they flag it. */
export function scoreColumns({ manifest, columns }: Run): ExportColumn[] {
  const { definition, threshold } = manifest.scenario
  const grade = gradeAccounts(columns.truth, definition)
  const named = (indices: Uint8Array, names: readonly string[]) =>
    Array.from(indices, (index) => names[index] ?? null)
  const archetypes = manifest.archetypes.map(({ id }) => id)
  return [
    { name: "account", values: Uint32Array.from(columns.risk.keys()) },
    { name: "archetype", values: named(columns.archetype, archetypes) },
    { name: "language", values: named(columns.language, LANGUAGES) },
    { name: "followers", values: columns.followers },
    { name: "age_days", values: columns.ageDays },
    { name: "posts", values: columns.postCount },
    { name: "interactions", values: columns.interactionCount },
    { name: "grade", values: named(grade, GRADES) },
    { name: "ai_managed", values: labelGrades(grade) },
    { name: "risk", values: columns.risk },
    // A missing risk is no risk at or above the threshold.
    { name: "flagged", values: Uint8Array.from(columns.risk, (risk) => (risk >= threshold ? 1 : 0)) },
    ...manifest.detectors.map(({ id }) => ({ name: id, values: columns.scores[id]! })),
  ]
}

/** Writes the whole file first: a table that cannot be made fails before a byte of it has been sent. */
export async function exportScores(run: Run, format: ExportFormat): Promise<Download> {
  const folder = await mkdtemp(join(tmpdir(), "assay-export-"))
  const clear = () => rm(folder, { recursive: true, force: true })
  try {
    const file = join(folder, `scores.${format}`)
    await writeTable(file, scoreColumns(run))
    const handle = await open(file)
    const { size } = await handle.stat()
    const stream = handle.createReadStream()
    // What is open can be read to its end without a name, and is gone then even if the process dies or nobody reads.
    await clear().catch(() => stream.once("close", () => void clear().catch(() => {})))
    return { bytes: size, body: Readable.toWeb(stream) as ReadableStream<Uint8Array> }
  } catch (error) {
    await clear()
    throw error
  }
}
