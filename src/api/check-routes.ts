/** `assay check` as the page has it: checks that are kept, the files that tell of them, and the job that makes one. */
import { Hono } from "hono"
import { z } from "zod"
import { UsageError } from "../core/errors.ts"
import { junitXml } from "../report/check/junit.ts"
import { checkMarkdown } from "../report/check/markdown.ts"
import { checkPage } from "../report/check-report.ts"
import type { Checks } from "../store/checks.ts"
import { type BaselineFolder, createUpdates, elsewhere, type FinishedCheck } from "./baseline-updates.ts"
import type { CheckRequest } from "./contract.ts"
import type { Jobs } from "./jobs.ts"
import { reportLanguage } from "./report-request.ts"
import { limitedTo, readJson } from "./request-body.ts"
import type { WorkOptions } from "./tracked.ts"

/** Rejects with CancelledError when the signal aborts. */
export type RunCheck = (options: WorkOptions & { readonly workers: number }) => Promise<FinishedCheck>

/**
 * Looks at what is to be checked. Rejects with a UsageError for a name that nothing has, with a ConsentError when
 * plug-ins would run that nobody has consented to.
 */
export type PrepareCheck = (asked: Pick<CheckRequest, "only" | "anew">) => Promise<RunCheck>

export interface CheckParts {
  readonly checks: Checks
  readonly baselines: BaselineFolder
  readonly prepare: PrepareCheck
  readonly jobs: Jobs
  /** Worker threads when a request does not say. */
  readonly workers: number
}

const REQUEST_BYTES = 64 * 1024

const savedAs = (type: string, name: string) => ({
  "content-type": `${type}; charset=utf-8`,
  "content-disposition": `attachment; filename="${name}"`,
})

export function createCheckRoutes({ checks, baselines, prepare, jobs, workers }: CheckParts) {
  const updates = createUpdates(baselines)

  async function carryOut(check: RunCheck, options: WorkOptions & { readonly workers: number }) {
    const finished = await check(options)
    const id = await checks.write(finished.report)
    updates.keep(id, finished)
    return { check: id }
  }

  return new Hono()
    .get("/checks", async (c) => c.json(await checks.list()))
    .post("/checks", limitedTo(REQUEST_BYTES), async (c) => {
      const { workers: wanted = workers, ...asked } = parseCheckRequest(await readJson(c.req.raw))
      const check = await prepare(asked)
      const id = jobs.start(null, (options) => carryOut(check, { ...options, workers: wanted }))
      return c.json({ id }, 202)
    })
    .get("/checks/:id", async (c) => c.json(await checks.read(c.req.param("id"))))
    .get("/checks/:id/baselines", async (c) => {
      const id = c.req.param("id")
      const known = await updates.show(id)
      return c.json(known ?? (await elsewhere(await checks.read(id), baselines.folder)))
    })
    .post("/checks/:id/baselines", limitedTo(REQUEST_BYTES), async (c) => {
      const body = await readJson(c.req.raw)
      await updates.write(c.req.param("id"), (body as { digest?: unknown } | null)?.digest)
      return c.body(null, 204)
    })
    .get("/checks/:id/json", async (c) => {
      const id = c.req.param("id")
      const text = `${JSON.stringify(await checks.read(id), null, 2)}\n`
      return c.body(text, 200, savedAs("application/json", `${id}.json`))
    })
    .get("/checks/:id/junit", async (c) => {
      const id = c.req.param("id")
      return c.body(junitXml(await checks.read(id)), 200, savedAs("application/xml", `${id}.xml`))
    })
    .get("/checks/:id/markdown", async (c) => {
      const id = c.req.param("id")
      return c.body(checkMarkdown(await checks.read(id)), 200, savedAs("text/markdown", `${id}.md`))
    })
    .get("/checks/:id/html", async (c) => {
      const id = c.req.param("id")
      const page = checkPage(await checks.read(id), reportLanguage(c.req.query("lang")))
      return c.body(page, 200, savedAs("text/html", `${id}.html`))
    })
}

const requestSchema = z.strictObject({
  only: z.array(z.string().min(1).max(200)).min(1).max(1000).optional(),
  anew: z.boolean().optional(),
  workers: z.int().min(1).max(64).optional(),
})

function parseCheckRequest(body: unknown): CheckRequest {
  const { success, data, error } = requestSchema.safeParse(body)
  if (success) return data as CheckRequest
  const problems = error.issues.map(({ path, message }) => `check request: ${[...path, message].join(": ")}`)
  throw new UsageError(problems.join("\n"))
}
