/**
 * The api: a function from Request to Response, the same behind the loopback server
 * and behind the window's private scheme. contract.ts lists what it answers.
 */
import { type Context, Hono } from "hono"
import { UsageError } from "../core/errors.ts"
import { namesOf } from "../core/judgement.ts"
import { reportsOf } from "../core/policy/follow/following.ts"
import type { LeakageReport } from "../core/realism/leakage-report.ts"
import type { RealismReport } from "../core/realism/realism-report.ts"
import type { Run, RunManifest } from "../core/run.ts"
import { parseScenario } from "../core/scenario/parse.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import type { WhyReport } from "../core/why.ts"
import { comparisonReport } from "../report/comparison-report.ts"
import { runReport } from "../report/run-report.ts"
import { type CheckParts, createCheckRoutes } from "./check-routes.ts"
import { ARROW_STREAM, encodeColumns, encodeRisk } from "./columns.ts"
import { type Compare, createComparisons } from "./comparisons.ts"
import type { ArchetypeSample, Health, JobRequest, JobResult, NamedPolicy } from "./contract.ts"
import { createEditing } from "./editing.ts"
import { NotFoundError, statusOf, toFailure } from "./failures.ts"
import { parseJobRequest } from "./job-request.ts"
import type { Jobs } from "./jobs.ts"
import { createMeasurements } from "./measurements.ts"
import { createNetworks } from "./network.ts"
import { createOpenedRuns, type Inspector } from "./opened-runs.ts"
import type { PluginAccess } from "./plugin-consent.ts"
import { createPlugins } from "./plugins.ts"
import { createPolicies } from "./policies.ts"
import { type AnswerEngine, createQuestionRoutes } from "./question-routes.ts"
import { parseReportRequest, reportLanguage } from "./report-request.ts"
import { createLine, createReports } from "./reports.ts"
import { limitedTo, readJson, SCENARIO_BYTES } from "./request-body.ts"
import { createRunRoutes, type RunStore } from "./run-routes.ts"
import type { Scenarios } from "./scenarios.ts"
import { ended, streamed } from "./streaming.ts"
import type { WorkOptions } from "./tracked.ts"

export interface RunOptions extends WorkOptions {
  readonly workers: number
}

export interface Engine extends AnswerEngine {
  /** Rejects with CancelledError when the signal aborts. */
  run(scenario: Scenario, options: RunOptions): Promise<Run>
  inspect(run: Run): Inspector
  /** Examples of an archetype's accounts, from a small population drawn for them. */
  sample(scenario: Scenario, archetype: string): Promise<ArchetypeSample>
  /** This and the two below reject with CancelledError when the signal aborts, too. */
  realism(scenario: Scenario, options: WorkOptions): Promise<RealismReport>
  leakage(scenario: Scenario, options: WorkOptions): Promise<LeakageReport>
  /** By the run's own definition. */
  why(run: Run, options: WorkOptions): Promise<WhyReport>
  compare: Compare
  /** Risk of each account, by a fusion learned without the detectors named; throws as core's riskWithout. */
  switchOff(run: Run, off: readonly string[]): Promise<Float32Array>
}

export interface Store extends RunStore {
  read(id: string): Promise<Run>
  write(run: Run): Promise<string>
}

export interface ApiParts {
  readonly version: string
  readonly engine: Engine
  readonly store: Store
  readonly checking: Pick<CheckParts, "checks" | "baselines" | "prepare">
  readonly scenarios: Scenarios
  /** One for each strategy of operators, named `rounds-<strategy>`. */
  readonly roundsScenarios: Pick<Scenarios, "load">
  /** Those that Assay comes with. */
  readonly policies: () => Promise<readonly NamedPolicy[]>
  readonly plugins: PluginAccess
  readonly jobs: Jobs
  /** In seconds, from any start. */
  readonly now: () => number
  /** Worker threads when a job does not say. */
  readonly workers: number
  /** Told of errors that are not the user's. */
  readonly report: (error: unknown) => void
}

/** Of a job, what simulating and scoring takes; the rest is writing. */
const ENGINE_SHARE = 0.97
const REQUEST_BYTES = 64 * 1024
/** Naming that many takes some tenths of a second, in which the server answers nobody else. */
const MOST_NAMES = 4096

export function createApi(parts: ApiParts) {
  const { version, engine, store, checking, scenarios, plugins, jobs, now, workers, report } = parts
  const runs = createOpenedRuns(store.read, engine.inspect)
  const ofScenario = { keyOf: contentOf, nameOf: ({ name }: Scenario) => name, line: createLine() }
  const timed = { now, report: (error: unknown) => statusOf(error) === 500 && report(error) }
  const realism = createReports({ kind: "realism", measure: engine.realism, ...ofScenario, ...timed })
  const leakage = createReports({ kind: "leakage", measure: engine.leakage, ...ofScenario, ...timed })
  const why = createReports({
    kind: "why",
    measure: engine.why,
    keyOf: makingOf,
    nameOf: ({ manifest }: Run) => manifest.id,
    // It takes one worker, so nobody waits for it and it waits for nobody but its like.
    line: createLine(),
    ...timed,
  })
  const runOf = async (c: Context) => (await runs.open(c.req.param("id") ?? "")).run
  const namedScenario = (c: Context) => scenarios.load(scenarioName(c.req.query("scenario")))
  const networks = createNetworks({ keyOf: makingOf, ...timed })
  // Kept, since a comparison asks for the same with every threshold that is tried.
  const risks = createMeasurements(
    ({ run, off }: { run: Run; off: readonly string[] }) => engine.switchOff(run, off),
    ({ run, off }) => JSON.stringify([makingOf(run), ...new Set(off.toSorted())]),
    (learn) => learn(),
  )
  const withoutSome = async (run: Run, off: readonly string[]): Promise<Run> =>
    off.length === 0 ? run : { ...run, columns: { ...run.columns, risk: await risks.of({ run, off }) } }
  const comparisons = createComparisons(engine.compare, async (id, off) =>
    withoutSome((await runs.open(id)).run, off),
  )

  async function simulate(
    scenario: Scenario,
    { signal, workers, onProgress }: RunOptions,
  ): Promise<JobResult> {
    const run = await engine.run(scenario, {
      workers,
      signal,
      onProgress: ({ stage, fraction }) => onProgress({ stage, fraction: fraction * ENGINE_SHARE }),
    })
    // From here on it is not cancelled any more: a run is written wholly or not at all, in a moment.
    onProgress({ stage: "writing", fraction: ENGINE_SHARE })
    await store.write(run)
    runs.keep(run)
    return { run: run.manifest.id }
  }

  async function scenarioOf(request: JobRequest): Promise<Scenario> {
    if ("text" in request) return parseScenario(request.text, "scenario")
    const loaded = await scenarios.load(request.scenario)
    return { ...loaded, seed: request.seed ?? loaded.seed }
  }

  const app = new Hono()
    .basePath("/api")
    .get("/health", (c) => c.json({ name: "assay", version } satisfies Health))
    .get("/scenarios", async (c) => c.json(await scenarios.list()))
    .route("/", createRunRoutes(store, runs))
    .route("/", createCheckRoutes({ ...checking, jobs, workers }))
    .route("/", createPolicies(parts.policies))
    .route("/", createPlugins(scenarios, plugins))
    .route(
      "/",
      createQuestionRoutes({
        engine,
        runNamed: async (id, off) => withoutSome((await runs.open(id)).run, off),
        keyOf: makingOf,
        roundsScenarios: parts.roundsScenarios,
        line: ofScenario.line,
        ...timed,
      }),
    )
    .route("/", createEditing({ engine, store, scenarios, workers }))
    .get("/runs/:id/columns", async (c) => {
      const { run } = await runs.open(c.req.param("id"))
      return c.body(encodeColumns(run.columns, reportsOf(run)), 200, { "content-type": ARROW_STREAM })
    })
    .get("/runs/:id/risk", async (c) => {
      const { run } = await runs.open(c.req.param("id"))
      const risk = await risks.of({ run, off: c.req.queries("off") ?? [] })
      return c.body(encodeRisk(risk), 200, { "content-type": ARROW_STREAM })
    })
    .get("/runs/:id/accounts/:number", async (c) => {
      const opened = await runs.open(c.req.param("id"))
      const account = accountNumber(c.req.param("number"), opened.run.manifest)
      return c.json(await opened.inspector().account(account))
    })
    .get("/runs/:id/accounts/:number/judgement", async (c) => {
      const opened = await runs.open(c.req.param("id"))
      const account = accountNumber(c.req.param("number"), opened.run.manifest)
      return c.json(opened.inspector().judgement(account, thresholdOf(c.req.query("threshold"))))
    })
    .post("/runs/:id/inspector", async (c) => {
      const { inspector } = await runs.open(c.req.param("id"))
      await inspector().prepare()
      return c.body(null, 204)
    })
    .get("/runs/:id/names", async (c) => {
      const { run } = await runs.open(c.req.param("id"))
      return c.json(namesOf(run, wantedAccounts(c.req.query(), run.manifest)))
    })
    .get("/runs/:id/groups", async (c) => {
      const opened = await runs.open(c.req.param("id"))
      return c.json(networks.groups(opened))
    })
    .get("/runs/:id/groups/:number/evidence", async (c) => {
      const opened = await runs.open(c.req.param("id"))
      return c.json(await networks.evidence(opened, c.req.param("number")))
    })
    .get("/runs/:id/graph", async (c) => {
      const opened = await runs.open(c.req.param("id"))
      return c.json(await networks.graph(opened, c.req.query()))
    })
    .get("/runs/:id/graph/events", async (c) => {
      const opened = await runs.open(c.req.param("id"))
      return streamed(c, networks.watchGraph(opened, c.req.query(), c.req.raw.signal))
    })
    .delete("/runs/:id/graph", async (c) => {
      const opened = await runs.open(c.req.param("id"))
      return ended(c, networks.cancelGraph(opened, c.req.query()))
    })
    .get("/runs/:id/why", async (c) => c.json(await why.of(await runOf(c))))
    .get("/runs/:id/why/events", async (c) => streamed(c, why.watch(await runOf(c), c.req.raw.signal)))
    .delete("/runs/:id/why", async (c) => ended(c, why.cancel(await runOf(c))))
    .get("/runs/:id/report", async (c) => {
      const { run } = await runs.open(c.req.param("id"))
      const { language, setting } = parseReportRequest(c.req.query(), c.req.queries(), run.manifest)
      const shown = await withoutSome(run, setting.off)
      const page = runReport({ run: shown, setting, language, why: await why.of(run) })
      return c.body(page, 200, pageHeaders(`${run.manifest.id}-report`))
    })
    .get("/realism", async (c) => c.json(await realism.of(await namedScenario(c))))
    .get("/realism/events", async (c) => streamed(c, realism.watch(await namedScenario(c), c.req.raw.signal)))
    .delete("/realism", async (c) => ended(c, realism.cancel(await namedScenario(c))))
    .get("/leakage", async (c) => c.json(await leakage.of(await namedScenario(c))))
    .get("/leakage/events", async (c) => streamed(c, leakage.watch(await namedScenario(c), c.req.raw.signal)))
    .delete("/leakage", async (c) => ended(c, leakage.cancel(await namedScenario(c))))
    .post("/comparisons", limitedTo(REQUEST_BYTES), async (c) =>
      c.json((await comparisons.of(await readJson(c.req.raw), c.req.raw.signal)).comparison),
    )
    .post("/comparisons/report", limitedTo(REQUEST_BYTES), async (c) => {
      const request = await readJson(c.req.raw)
      const compared = await comparisons.of(request, c.req.raw.signal)
      const { a, b } = compared.comparison.report
      const page = comparisonReport({ ...compared, language: reportLanguage(c.req.query("lang")) })
      return c.body(page, 200, pageHeaders(`${a.run}-${b.run}-comparison`))
    })
    .get("/jobs", (c) => c.json(jobs.running()))
    .post("/jobs", limitedTo(SCENARIO_BYTES), async (c) => {
      const request = parseJobRequest(await readJson(c.req.raw))
      const scenario = await scenarioOf(request)
      await plugins.require(scenario)
      const id = jobs.start(scenario.name, (options) =>
        simulate(scenario, { workers: request.workers ?? workers, ...options }),
      )
      return c.json({ id }, 202)
    })
    .get("/jobs/:id/events", (c) => streamed(c, jobs.watch(c.req.param("id"), c.req.raw.signal)))
    .delete("/jobs/:id", (c) => ended(c, jobs.cancel(c.req.param("id"))))

  app.notFound((c) => {
    const error = new NotFoundError(`${c.req.method} ${c.req.path} is not part of the api`)
    return c.json(toFailure(error), 404)
  })
  app.onError((error, c) => {
    const status = statusOf(error)
    if (status === 500) report(error)
    return c.json(toFailure(error), status)
  })
  return app
}

/** What the client of hono/client is typed by. */
export type Api = ReturnType<typeof createApi>

/** Saved and not shown: a report's own policy is not the workbench's. */
const pageHeaders = (name: string) => ({
  "content-type": "text/html; charset=utf-8",
  "content-disposition": `attachment; filename="${name}.html"`,
})

const contentOf = (scenario: Scenario) => JSON.stringify(scenario)

/** A run that was made again has the id of the one before. */
const makingOf = ({ manifest: { id, createdAt } }: Run) => `${id} of ${createdAt}`

function scenarioName(name: string | undefined): string {
  if (name) return name
  throw new UsageError("a scenario must be named, e.g. ?scenario=quickstart")
}

function accountNumber(text: string, { id, accounts }: RunManifest): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : NaN
  if (number < accounts) return number
  throw new NotFoundError(`account must be a number from 0 to ${accounts - 1} in run ${id}, got "${text}"`)
}

function thresholdOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const threshold = text.trim() === "" ? Number.NaN : Number(text)
  if (threshold >= 0 && threshold <= 1) return threshold
  throw new UsageError(`threshold must be a number in [0, 1], got "${text}"`)
}

/** Either `accounts=3,17` or `from=0&to=4096`, at most MOST_NAMES of them. */
function wantedAccounts(query: Readonly<Record<string, string>>, manifest: RunManifest): number[] {
  const given = query.accounts?.split(",").map((text) => accountNumber(text, manifest))
  const wanted = given ?? range(Number(query.from ?? 0), Number(query.to ?? manifest.accounts), manifest)
  if (wanted.length <= MOST_NAMES) return wanted
  throw new UsageError(`at most ${MOST_NAMES} accounts can be named at a time, got ${wanted.length}`)
}

function range(from: number, to: number, { accounts }: RunManifest): number[] {
  const isRange = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= accounts
  if (isRange && to - from <= MOST_NAMES) return Array.from({ length: to - from }, (_, k) => from + k)
  throw new UsageError(
    `from and to must be whole numbers in [0, ${accounts}], at most ${MOST_NAMES} apart, got ${from} and ${to}`,
  )
}
