/**
 * The part of the api that asks for consent. How a dialog goes:
 *
 *   1. POST /api/jobs answers 403 { kind: "consent", message, plugins } when the scenario names plug-ins that nobody has
 *      consented to; `plugins` lists those, with their files. GET and POST /api/plugins list all of a scenario, before
 *      anything is started.
 *   2. POST /api/plugins/consent with { scenario } or { text }, as the job was asked for, and the source and digest of
 *      each plug-in as it was shown. 204, or 409 when it has changed meanwhile: show it again.
 *   3. POST /api/jobs again.
 */
import { Hono } from "hono"
import { z } from "zod"
import { UsageError } from "../core/errors.ts"
import { parseScenario } from "../core/scenario/parse.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import type { PluginEntry } from "./contract.ts"
import type { PluginAccess } from "./plugin-consent.ts"
import { limitedTo, readJson, SCENARIO_BYTES } from "./request-body.ts"
import type { Scenarios } from "./scenarios.ts"

const shown = z.array(z.strictObject({ source: z.string(), digest: z.string().nullable() })).min(1)
const textRequest = z.strictObject({ text: z.string() })
const consentRequest = z.union([
  z.strictObject({ scenario: z.string().min(1), plugins: shown }),
  z.strictObject({ text: z.string(), plugins: shown }),
])

export function createPlugins(scenarios: Scenarios, plugins: PluginAccess) {
  const limited = limitedTo(SCENARIO_BYTES)
  const scenarioOf = async (
    request: { readonly scenario: string } | { readonly text: string },
  ): Promise<Scenario> =>
    "text" in request ? parseScenario(request.text, "scenario") : scenarios.load(request.scenario)
  return new Hono()
    .get("/plugins", async (c) => {
      const scenario = c.req.query("scenario")
      if (!scenario) throw new UsageError("a scenario must be named, e.g. ?scenario=quickstart")
      return c.json((await plugins.of(await scenarioOf({ scenario }))) satisfies PluginEntry[])
    })
    .post("/plugins", limited, async (c) => {
      const request = textRequest.safeParse(await readJson(c.req.raw))
      if (!request.success) throw new UsageError('plug-ins are listed of a scenario\'s text: {"text": "..."}')
      return c.json((await plugins.of(await scenarioOf(request.data))) satisfies PluginEntry[])
    })
    .post("/plugins/consent", limited, async (c) => {
      const request = consentRequest.safeParse(await readJson(c.req.raw))
      if (!request.success)
        throw new UsageError(
          'a consent names what was shown: {"scenario": "...", "plugins": [{"source": "...", "digest": "..."}]}',
        )
      await plugins.give(await scenarioOf(request.data), request.data.plugins)
      return c.body(null, 204)
    })
}
