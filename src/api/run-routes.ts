/** The runs in the store: listing, naming, exporting, deleting and having back. */
import { Hono } from "hono"
import { z } from "zod"
import { UsageError } from "../core/errors.ts"
import type { Run, RunManifest } from "../core/run.ts"
import { type Download, EXPORT_FORMATS, type ExportFormat } from "../store/run-export.ts"
import type { RunExtras, StoreProblem } from "../store/store.ts"
import type { Trash } from "../store/trash.ts"
import type { DamagedRun, RunEntry } from "./contract.ts"
import type { OpenedRuns } from "./opened-runs.ts"
import { limitedTo, readJson } from "./request-body.ts"

export interface RunStore {
  /** Newest first; what cannot be read is told by `problems`. */
  list(): Promise<RunManifest[]>
  problems(): Promise<StoreProblem[]>
  manifest(id: string): Promise<RunManifest>
  extras(id: string): Promise<RunExtras>
  rename(id: string, title: string | null): Promise<void>
  exportScores(run: Run, format: ExportFormat): Promise<Download>
  readonly trash: Pick<Trash, "put" | "list" | "restore" | "remove">
}

/** A title has at most 80 characters. */
const TITLE_BYTES = 4096

const renaming = z.strictObject({ title: z.string().nullable() })

const TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  parquet: "application/vnd.apache.parquet",
}

export function createRunRoutes(store: RunStore, opened: OpenedRuns) {
  return new Hono()
    .get("/runs", async (c) => c.json(await Promise.all((await store.list()).map(entryOf))))
    .get("/damaged-runs", async (c) => c.json((await store.problems()) satisfies DamagedRun[]))
    .get("/runs/:id", async (c) => c.json(await store.manifest(c.req.param("id"))))
    .patch("/runs/:id", limitedTo(TITLE_BYTES), async (c) => {
      const parsed = renaming.safeParse(await readJson(c.req.raw))
      if (!parsed.success) throw new UsageError('a run is renamed with {"title": "..."}, or null for none')
      await store.rename(c.req.param("id"), parsed.data.title)
      return c.body(null, 204)
    })
    .delete("/runs/:id", async (c) => {
      const id = c.req.param("id")
      const token = await store.trash.put(id)
      opened.forget(id)
      return c.json({ token })
    })
    .get("/runs/:id/export", async (c) => {
      const format = formatNamed(c.req.query("format"))
      const { run } = await opened.open(c.req.param("id"))
      const { bytes, body } = await store.exportScores(run, format)
      return c.body(body, 200, {
        "content-type": TYPES[format],
        "content-length": String(bytes),
        "content-disposition": `attachment; filename="${run.manifest.id}-scores.${format}"`,
      })
    })
    .get("/trash", async (c) => c.json(await store.trash.list()))
    .post("/trash/:token/restore", async (c) =>
      c.json({ id: await store.trash.restore(c.req.param("token")) }),
    )
    .delete("/trash/:token", async (c) => {
      await store.trash.remove(c.req.param("token"))
      return c.body(null, 204)
    })

  async function entryOf(manifest: RunManifest): Promise<RunEntry> {
    const { id, name, createdAt, accounts, digest, populationDigest, scenario, timings } = manifest
    const { title, bytes } = await store.extras(id)
    const { prevalence, seed } = scenario
    const seconds = timings.total
    return {
      id,
      title,
      name,
      seed,
      createdAt,
      accounts,
      prevalence,
      digest,
      populationDigest,
      seconds,
      bytes,
    }
  }
}

function formatNamed(text: string | undefined): ExportFormat {
  const format = EXPORT_FORMATS.find((one) => one === text)
  if (format) return format
  throw new UsageError(
    `format must be one of ${EXPORT_FORMATS.join(", ")}, got ${JSON.stringify(text ?? "")}`,
  )
}
