/** The part of the api that scenarios are edited with: reading, checking, sampling and saving their texts. */
import { Hono } from "hono"
import { z } from "zod"
import { UsageError } from "../core/errors.ts"
import { estimateRun, type FinishedRun } from "../core/estimate.ts"
import { archetypeEntries } from "../core/population/archetypes/entries.ts"
import { sampleKey } from "../core/samples.ts"
import { checkText } from "../core/scenario/check.ts"
import { scenarioJsonSchema } from "../core/scenario/json-schema.ts"
import { parseScenario } from "../core/scenario/parse.ts"
import { type Scenario, scenarioSchema } from "../core/scenario/schema.ts"
import { writeScenario } from "../core/scenario/write.ts"
import type { ApiParts, Store } from "./app.ts"
import type { ScenarioCheck, ScenarioForm } from "./contract.ts"
import { createMeasurements, createQueue } from "./measurements.ts"
import { limitedTo, readJson, SCENARIO_BYTES } from "./request-body.ts"

const textRequest = z.strictObject({ text: z.string() })
const sampleRequest = z.strictObject({ text: z.string(), archetype: z.string().min(1) })
const saveRequest = z.strictObject({ text: z.string(), replaces: z.string().nullable() })

/** Samples that are kept: of all archetypes of two scenarios, about. */
const SAMPLES_KEPT = 48

export function createEditing({
  engine,
  store,
  scenarios,
  workers,
}: Pick<ApiParts, "engine" | "store" | "scenarios" | "workers">) {
  const finished = finishedRuns(store)
  const samples = createMeasurements(
    ({ scenario, archetype }: { scenario: Scenario; archetype: string }) =>
      engine.sample(scenario, archetype),
    ({ scenario, archetype }) => sampleKey(scenario, archetype),
    createQueue(),
    SAMPLES_KEPT,
  )

  async function check(text: string): Promise<ScenarioCheck> {
    const checked = checkText(text)
    if ("problems" in checked) return checked
    const { scenario } = checked
    return {
      scenario,
      archetypes: archetypeEntries(scenario),
      estimate: estimateRun(scenario, await finished(), workers),
    }
  }

  const limited = limitedTo(SCENARIO_BYTES)
  return new Hono()
    .get("/scenario-form", (c) => c.json(describeForm()))
    .get("/scenarios/:name", async (c) => c.json(await scenarios.read(c.req.param("name"))))
    .put("/scenarios/:name", limited, async (c) => {
      const { text, replaces } = taken(saveRequest, await readJson(c.req.raw))
      return c.json(await scenarios.save(c.req.param("name"), text, replaces))
    })
    .post("/scenarios/check", limited, async (c) => {
      const { text } = taken(textRequest, await readJson(c.req.raw))
      return c.json(await check(text))
    })
    .post("/scenarios/sample", limited, async (c) => {
      const { text, archetype } = taken(sampleRequest, await readJson(c.req.raw))
      return c.json(await samples.of({ scenario: parseScenario(text, "scenario"), archetype }))
    })
    .get("/runs/:id/scenario", async (c) => {
      const { scenario } = await store.manifest(c.req.param("id"))
      return c.json({ text: writeScenario(scenario) })
    })
}

function describeForm(): ScenarioForm {
  const defaults = scenarioSchema.parse({ name: "new-scenario" })
  return { schema: scenarioJsonSchema(), defaults, archetypes: archetypeEntries(defaults) }
}

function taken<Body>(schema: z.ZodType<Body>, body: unknown): Body {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => `request: ${[...path, message].join(": ")}`)
  throw new UsageError(problems.join("\n"))
}

/** Whoever types asks several times a second; the store's folder is read again after this many milliseconds. */
const REREAD_MS = 5000

/** What the runs of a store tell of time; none where the store cannot be read, which others tell. */
function finishedRuns(store: Store): () => Promise<FinishedRun[]> {
  let kept: { readonly runs: Promise<FinishedRun[]>; readonly at: number } | undefined
  const read = async () =>
    (await store.list()).map(({ id, scenario, timings }) => ({ id, scenario, seconds: timings.total }))
  return () => {
    const now = performance.now()
    if (kept === undefined || now - kept.at > REREAD_MS) kept = { runs: read().catch(() => []), at: now }
    return kept.runs
  }
}
