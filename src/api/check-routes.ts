/** What `assay check` found, as it is kept in the store. */
import { Hono } from "hono"
import type { Checks } from "../store/checks.ts"

export type KeptChecks = Pick<Checks, "list" | "read">

export function createCheckRoutes(checks: KeptChecks) {
  return new Hono()
    .get("/checks", async (c) => c.json(await checks.list()))
    .get("/checks/:id", async (c) => c.json(await checks.read(c.req.param("id"))))
    .get("/checks/:id/json", async (c) => {
      const id = c.req.param("id")
      const text = `${JSON.stringify(await checks.read(id), null, 2)}\n`
      return c.body(text, 200, {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="${id}.json"`,
      })
    })
}
