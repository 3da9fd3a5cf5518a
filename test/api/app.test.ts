import { tableFromIPC } from "@uwdata/flechette"
import { hc } from "hono/client"
import { describe, expect, it } from "vitest"
import type { Api } from "../../src/api/app.ts"
import type { JobEvent } from "../../src/api/contract.ts"
import { fakeApi, fakeRun } from "./fakes.ts"

const post = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: typeof body === "string" ? body : JSON.stringify(body),
})

async function startJob(
  { api }: ReturnType<typeof fakeApi>,
  body: unknown = { scenario: "tiny" },
): Promise<string> {
  const response = await api.request("/api/jobs", post(body))
  expect(response.status).toBe(202)
  return ((await response.json()) as { id: string }).id
}

async function readEvents(response: Response): Promise<JobEvent[]> {
  const blocks = (await response.text()).split("\n\n").filter(Boolean)
  return blocks.map((block) => JSON.parse(block.replace(/^data: /, "")) as JobEvent)
}

/** Lets what has been promised settle. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

describe("what can be read", () => {
  it("tells its name and version", async () => {
    const response = await fakeApi().api.request("/api/health")
    expect(await response.json()).toEqual({ name: "assay", version: "0.1.0" })
  })

  it("is typed for hono's client", async () => {
    const { api } = fakeApi([fakeRun()])
    const client = hc<Api>("http://localhost", { fetch: api.request })
    const runs = await (await client.api.runs.$get()).json()
    expect(runs[0]?.accounts).toBe(3)
  })

  it("lists broken scenarios with what is wrong", async () => {
    const response = await fakeApi().api.request("/api/scenarios")
    expect(await response.json()).toEqual([
      { file: "broken.yaml", name: "broken", error: "broken.yaml: days must be 7 or more, got 1" },
    ])
  })

  it("lists runs as the store does, with the seconds of all stages", async () => {
    const response = await fakeApi([fakeRun("old"), fakeRun("new")]).api.request("/api/runs")
    const entries = (await response.json()) as { id: string; seconds: number }[]
    expect(entries.map(({ id, seconds }) => [id, seconds])).toEqual([
      ["new", 0.75],
      ["old", 0.75],
    ])
  })

  it("gives a run's manifest", async () => {
    const run = fakeRun()
    const response = await fakeApi([run]).api.request(`/api/runs/${run.manifest.id}`)
    expect(await response.json()).toEqual(run.manifest)
  })

  it("gives the columns as Arrow, each with its type and every value, NaN and NONE included", async () => {
    const run = fakeRun()
    const response = await fakeApi([run]).api.request(`/api/runs/${run.manifest.id}/columns`)
    expect(response.headers.get("content-type")).toBe("application/vnd.apache.arrow.stream")
    const table = tableFromIPC(new Uint8Array(await response.arrayBuffer()))
    const { truth, scores, ...rest } = run.columns
    expect(table.toColumns()).toEqual({
      truth_creation: truth.creation,
      truth_scheduling: truth.scheduling,
      truth_distribution: truth.distribution,
      truth_oversight: truth.oversight,
      truth_from_day: truth.fromDay,
      truth_until_day: truth.untilDay,
      archetype: rest.archetype,
      language: rest.language,
      followers: rest.followers,
      age_days: rest.ageDays,
      post_count: rest.postCount,
      interaction_count: rest.interactionCount,
      group: rest.group,
      risk: rest.risk,
      "score_co-action": scores["co-action"],
      "score_posting-rhythm": scores["posting-rhythm"],
    })
  })

  it("gives the risks of a run without some detectors, as one column", async () => {
    const run = fakeRun()
    const { api, engine } = fakeApi([run])
    const response = await api.request(`/api/runs/${run.manifest.id}/risk?off=co-action&off=posting-rhythm`)
    const table = tableFromIPC(new Uint8Array(await response.arrayBuffer()))
    expect(table.toColumns()).toEqual({ risk: run.columns.risk.map((risk) => risk / 2) })
    expect(engine.measured).toEqual([`${run.manifest.id} without co-action, posting-rhythm`])
  })

  it("learns without the same detectors once, whoever asks and at whatever threshold", async () => {
    const { api, engine } = fakeApi([fakeRun("a")])
    const compare = (threshold: number) =>
      api.request("/api/comparisons", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ a: { run: "a" }, b: { run: "a", threshold, off: ["co-action"] } }),
      })
    for (const threshold of [0.1, 0.2, 0.3]) expect((await compare(threshold)).status).toBe(200)
    await api.request("/api/runs/a/risk?off=co-action&off=co-action")
    await api.request("/api/runs/a/report?off=co-action")
    expect(engine.measured.filter((told) => told.includes("without"))).toEqual(["a without co-action"])
  })

  it("reads a run once for its columns and its accounts", async () => {
    const { api, store } = fakeApi([fakeRun("a")])
    await api.request("/api/runs/a/columns")
    const response = await api.request("/api/runs/a/accounts/2")
    expect(await response.json()).toEqual({ account: 2, risk: 0.5 })
    expect(store.reads).toEqual(["a"])
  })

  it("judges an account at the threshold that is asked for", async () => {
    const { api } = fakeApi([fakeRun("a")])
    const response = await api.request("/api/runs/a/accounts/2/judgement?threshold=0.35")
    expect(await response.json()).toEqual({ account: 2, clearing: { threshold: 0.35 } })
    expect((await api.request("/api/runs/a/inspector", { method: "POST" })).status).toBe(204)
  })

  it("tells the names of accounts, one by one or in a row", async () => {
    const { api } = fakeApi([fakeRun("a")])
    const names = async (query: string) => (await api.request(`/api/runs/a/names?${query}`)).json()
    const all = (await names("from=0&to=3")) as string[]
    expect(new Set(all).size).toBe(3)
    expect(await names("accounts=2,0")).toEqual([all[2], all[0]])
  })
})

describe("failures", () => {
  const cases: [
    what: string,
    path: string,
    init: RequestInit | undefined,
    status: number,
    message: RegExp,
  ][] = [
    ["an unknown path", "/api/nothing", undefined, 404, /GET \/api\/nothing is not part of the api/],
    ["an unknown run", "/api/runs/none/columns", undefined, 404, /run must be one of the store, got "none"/],
    ["an account out of range", "/api/runs/a/accounts/3", undefined, 404, /from 0 to 2 in run a, got "3"/],
    [
      "a judgement at no threshold",
      "/api/runs/a/accounts/1/judgement?threshold=2",
      undefined,
      400,
      /threshold must be a number in \[0, 1\], got "2"/,
    ],
    [
      "names beyond the last account",
      "/api/runs/a/names?from=0&to=4",
      undefined,
      400,
      /in \[0, 3\].*0 and 4/,
    ],
    ["the name of nobody", "/api/runs/a/names?accounts=1,x", undefined, 404, /got "x"/],
    ["an account that is no number", "/api/runs/a/accounts/1.5", undefined, 404, /from 0 to 2 .*got "1.5"/],
    ["a body that is no JSON", "/api/jobs", post("{"), 400, /must be JSON/],
    ["a job without a scenario", "/api/jobs", post({}), 400, /job request: scenario: /],
    ["a job with an unknown key", "/api/jobs", post({ scenario: "tiny", sed: "1" }), 400, /sed/],
    ["a body too long", "/api/jobs", post({ scenario: "x".repeat(2_100_000) }), 400, /at most 2097152 bytes/],
    ["no workers", "/api/jobs", post({ scenario: "tiny", workers: 0 }), 400, /job request: workers: /],
    ["an empty seed", "/api/jobs", post({ scenario: "tiny", seed: "" }), 400, /job request: seed: /],
    [
      "an unknown scenario",
      "/api/jobs",
      post({ scenario: "rare" }),
      404,
      /must be one of tiny, broken; got "rare"/,
    ],
    [
      "a broken scenario",
      "/api/jobs",
      post({ scenario: "broken" }),
      400,
      /broken.yaml: days must be 7 or more, got 1/,
    ],
    ["the events of an unknown job", "/api/jobs/9/events", undefined, 404, /got "9"/],
    ["cancelling an unknown job", "/api/jobs/9", { method: "DELETE" }, 404, /got "9"/],
  ]
  it.each(cases)("answers %s as JSON", async (_what, path, init, status, message) => {
    const response = await fakeApi([fakeRun("a")]).api.request(path, init)
    const failure = (await response.json()) as { kind: string; message: string }
    expect([response.status, failure.message]).toEqual([status, expect.stringMatching(message)])
    expect(failure.kind).toMatch(/Error$/)
  })

  it("keeps the stack of our own mistakes to itself, and reports them", async () => {
    const { api, store, reported } = fakeApi()
    const mistake = new TypeError("x is undefined")
    store.list = () => Promise.reject(mistake)
    const response = await api.request("/api/runs")
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({ kind: "TypeError", message: "x is undefined" })
    expect(reported).toEqual([mistake])
  })
})

describe("a job", () => {
  it("runs the scenario with the seed and the workers that were asked for", async () => {
    const parts = fakeApi()
    await startJob(parts, { scenario: "tiny", seed: "other", workers: 1 })
    const [{ scenario, options } = { scenario: undefined, options: undefined }] = parts.engine.started
    expect([scenario?.name, scenario?.seed, options?.workers]).toEqual(["tiny", "other", 1])
  })

  it("uses the scenario's seed and all workers otherwise", async () => {
    const parts = fakeApi()
    await startJob(parts)
    const [first] = parts.engine.started
    expect([first?.scenario.seed, first?.options.workers]).toEqual(["assay", 2])
  })

  it("writes the run, tells its id and keeps it open", async () => {
    const parts = fakeApi()
    const id = await startJob(parts)
    parts.engine.finish()
    const events = await readEvents(await parts.api.request(`/api/jobs/${id}/events`))
    expect(events.at(-1)).toEqual({ type: "done", run: "tiny-new" })
    expect(parts.store.written.map((run) => run.manifest.id)).toEqual(["tiny-new"])
    await parts.api.request("/api/runs/tiny-new/columns")
    expect(parts.store.reads).toEqual([])
  })

  it("gives a late watcher the present state and then what follows", async () => {
    const parts = fakeApi()
    const id = await startJob(parts)
    parts.clock.seconds = 1
    parts.engine.started[0]?.options.onProgress({ stage: "evidence", fraction: 0.5 })
    const response = await parts.api.request(`/api/jobs/${id}/events`)
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/)
    await settled()
    parts.engine.finish()
    const events = await readEvents(response)
    expect(events[0]).toMatchObject({
      type: "progress",
      stage: "evidence",
      fraction: 0.485,
      elapsedSeconds: 1,
    })
    expect(events.at(-1)).toEqual({ type: "done", run: "tiny-new" })
  })

  it("refuses a second one while the first runs, and takes it afterwards", async () => {
    const parts = fakeApi()
    const id = await startJob(parts)
    expect(await (await parts.api.request("/api/jobs")).json()).toEqual([{ id, scenario: "tiny" }])
    const refused = await parts.api.request("/api/jobs", post({ scenario: "tiny" }))
    expect(refused.status).toBe(409)
    expect(await refused.json()).toEqual({
      kind: "ConflictError",
      message: "one job at a time: tiny is still running",
    })
    parts.engine.finish()
    await settled()
    expect(await (await parts.api.request("/api/jobs")).json()).toEqual([])
    await startJob(parts)
  })

  it("frees its place as soon as cancelling is answered, and writes nothing", async () => {
    const parts = fakeApi()
    const id = await startJob(parts)
    const response = await parts.api.request(`/api/jobs/${id}`, { method: "DELETE" })
    expect(response.status).toBe(204)
    expect(parts.engine.started[0]?.options.signal.aborted).toBe(true)
    await startJob(parts)
    expect(await readEvents(await parts.api.request(`/api/jobs/${id}/events`))).toEqual([
      { type: "cancelled" },
    ])
    expect(parts.store.written).toEqual([])
  })

  it("that fails tells why", async () => {
    const parts = fakeApi()
    const id = await startJob(parts)
    parts.store.write = () => Promise.reject(new Error("ENOSPC: no space left on device"))
    parts.engine.finish()
    const events = await readEvents(await parts.api.request(`/api/jobs/${id}/events`))
    expect(events.at(-1)).toEqual({
      type: "failed",
      kind: "Error",
      message: "ENOSPC: no space left on device",
    })
  })

  it("is left alone when its watcher goes", async () => {
    const parts = fakeApi()
    const id = await startJob(parts)
    const response = await parts.api.request(`/api/jobs/${id}/events`)
    await response.body?.cancel()
    expect(parts.jobs.running()).toHaveLength(1)
  })
})
