/** What `assay check` found, as it is kept in the store, and as the files that it writes. */
import { Hono } from "hono"
import { checkPage } from "../report/check-report.ts"
import type { Checks } from "../store/checks.ts"
import { reportLanguage } from "./report-request.ts"

export type KeptChecks = Pick<Checks, "list" | "read">

const savedAs = (type: string, name: string) => ({
  "content-type": `${type}; charset=utf-8`,
  "content-disposition": `attachment; filename="${name}"`,
})

export function createCheckRoutes(checks: KeptChecks) {
  return new Hono()
    .get("/checks", async (c) => c.json(await checks.list()))
    .get("/checks/:id", async (c) => c.json(await checks.read(c.req.param("id"))))
    .get("/checks/:id/json", async (c) => {
      const id = c.req.param("id")
      const text = `${JSON.stringify(await checks.read(id), null, 2)}\n`
      return c.body(text, 200, savedAs("application/json", `${id}.json`))
    })
    .get("/checks/:id/html", async (c) => {
      const id = c.req.param("id")
      const page = checkPage(await checks.read(id), reportLanguage(c.req.query("lang")))
      return c.body(page, 200, savedAs("text/html", `${id}.html`))
    })
}
