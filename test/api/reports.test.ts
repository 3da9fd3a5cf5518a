/** Reports that are measured once, and what the api makes of them. */
import { describe, expect, it } from "vitest"
import type { ReportEvent } from "../../src/api/contract.ts"
import { createLine, createReports } from "../../src/api/reports.ts"
import type { WorkOptions } from "../../src/api/tracked.ts"
import { CancelledError, WorkerError } from "../../src/core/errors.ts"
import type { Scenario } from "../../src/core/scenario/schema.ts"
import { fakeApi, fakeRun, tiny } from "./fakes.ts"

const get = (api: ReturnType<typeof fakeApi>["api"], path: string) =>
  api.fetch(new Request(`http://assay.test/api${path}`))

type Measure<Report> = (scenario: Scenario, options: WorkOptions) => Promise<Report>

function reports<Report>(measure: Measure<Report>, { line = createLine(), capacity = 4 } = {}) {
  return createReports({
    kind: "realism",
    measure,
    keyOf: ({ seed }: Scenario) => seed,
    nameOf: ({ seed }: Scenario) => seed,
    line,
    now: () => 0,
    report: () => {},
    capacity,
  })
}

/** Goes on until its signal aborts, as the real ones do. */
const endless: Measure<never> = (_, { signal }) =>
  new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(new CancelledError())))

const named = (seed: string): Scenario => ({ ...tiny, seed })

/** All that is told from now on, until the end. */
async function told(events: AsyncGenerator<ReportEvent>): Promise<ReportEvent[]> {
  const all: ReportEvent[] = []
  for await (const event of events) all.push(event)
  return all
}

const forever = () => new AbortController().signal

describe("reports", () => {
  it("are taken once for equal scenarios, and again for others", async () => {
    const seeds: string[] = []
    const kept = reports(async ({ seed }) => seeds.push(seed))
    await Promise.all([kept.of(named("a")), kept.of(named("a")), kept.of(named("b"))])
    await kept.of(named("a"))
    expect(seeds).toEqual(["a", "b"])
  })

  it("wait for each other, also for one that fails", async () => {
    const order: string[] = []
    const work: Measure<string> = async ({ seed }) => {
      order.push(`${seed} begins`)
      await Promise.resolve()
      order.push(`${seed} ends`)
      if (seed === "a") throw new Error("no")
      return seed
    }
    const line = createLine()
    const first = reports(work, { line }).of(named("a"))
    const second = reports(work, { line }).of(named("b"))
    await expect(first).rejects.toThrow("no")
    expect(await second).toBe("b")
    expect(order).toEqual(["a begins", "a ends", "b begins", "b ends"])
  })

  it("are tried again when they failed, and forgotten when others were asked for since", async () => {
    let count = 0
    const once = async () => {
      if (++count === 1) throw new Error("once")
      return count
    }
    const failing = reports(once)
    await expect(failing.of(named("a"))).rejects.toThrow("once")
    expect(await failing.of(named("a"))).toBe(2)
    const seeds: string[] = []
    const few = reports(async ({ seed }) => seeds.push(seed), { capacity: 2 })
    for (const seed of ["a", "b", "a", "c", "a", "b"]) await few.of(named(seed))
    expect(seeds).toEqual(["a", "b", "c", "b"])
  })

  it("stay while they are under way, however many are asked for, so that each can be called off", async () => {
    let begun = 0
    const kept = reports(
      (scenario, options) => {
        begun++
        return endless(scenario, options)
      },
      { capacity: 1 },
    )
    const outcomes = ["a", "b", "c", "a"].map((seed) => kept.of(named(seed)).catch((error) => error))
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(begun).toBe(1)
    for (const seed of ["a", "b", "c"]) await kept.cancel(named(seed))
    for (const outcome of await Promise.all(outcomes)) expect(outcome).toBeInstanceOf(CancelledError)
  })

  it("tell how far they are, and that they are done", async () => {
    let finish = () => {}
    const kept = reports<string>(async (_, { onProgress }) => {
      onProgress({ stage: "generating", fraction: 0.25 })
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      return "report"
    })
    const events = kept.watch(named("a"), forever())
    await Promise.resolve()
    expect((await events.next()).value).toMatchObject({ type: "progress", stage: "starting", fraction: 0 })
    expect((await events.next()).value).toMatchObject({ stage: "generating", fraction: 0.25 })
    finish()
    expect(await told(events)).toEqual([{ type: "done" }])
    expect(await told(kept.watch(named("a"), forever()))).toEqual([{ type: "done" }])
  })

  it("say what they wait for, which changes when that one ends, and can be called off meanwhile", async () => {
    const line = createLine()
    const kept = reports(endless, { line })
    const first = kept.watch(named("a"), forever())
    kept.of(named("b")).catch(() => {})
    const third = kept.watch(named("c"), forever())
    const standing = async () => (await third.next()).value
    expect(await standing()).toEqual({ type: "waiting", behind: { kind: "realism", subject: "a" } })
    await kept.cancel(named("a"))
    expect((await told(first)).at(-1)).toEqual({ type: "cancelled" })
    expect(await standing()).toEqual({ type: "waiting", behind: { kind: "realism", subject: "b" } })
    await kept.cancel(named("c"))
    expect(await told(third)).toEqual([{ type: "cancelled" }])
  })

  it("tell why they failed", async () => {
    const kept = reports(() => Promise.reject(new WorkerError("a worker thread ended")))
    const events = await told(kept.watch(named("a"), forever()))
    expect(events.at(-1)).toEqual({ type: "failed", kind: "WorkerError", message: "a worker thread ended" })
  })
})

describe("the api", () => {
  it("gives the realism of a scenario, measured once", async () => {
    const { api, engine } = fakeApi()
    for (let time = 0; time < 2; time++) {
      const response = await get(api, "/realism?scenario=tiny")
      expect(response.status).toBe(200)
      expect(await response.json()).toMatchObject({ scenario: "tiny", accounts: 500, rows: [] })
    }
    expect(engine.measured).toEqual(["realism of tiny"])
  })

  it("tells why a run's fusion works, once; of a run that it does not have it tells nothing", async () => {
    const { api, engine } = fakeApi([fakeRun("tiny-1")])
    for (let time = 0; time < 2; time++) {
      const response = await get(api, "/runs/tiny-1/why")
      expect(response.status).toBe(200)
      // JSON has no NaN.
      const report = await response.json()
      expect(report).toMatchObject({ run: "tiny-1", ablation: null, overlap: { aiManaged: 1 } })
      expect(report.unavailable).toContain("run its scenario again")
      // Neither of a class of one: NaN, which JSON has not.
      expect(report.correlation.managed[0].rho.value).toBeNull()
    }
    expect((await get(api, "/runs/none/why")).status).toBe(404)
    expect(engine.measured).toEqual(["why of tiny-1"])
  })

  it("streams how a report stands, and calls it off", async () => {
    const { api, engine } = fakeApi()
    const response = await get(api, "/realism/events?scenario=tiny")
    expect(response.headers.get("content-type")).toContain("text/event-stream")
    expect(await response.text()).toContain('data: {"type":"done"}')
    expect(engine.measured).toEqual(["realism of tiny"])
    const leakage = await get(api, "/leakage/events?scenario=tiny")
    expect(await leakage.text()).toContain('"type":"failed","kind":"ScenarioError"')
    expect((await get(api, "/leakage/events?scenario=none")).status).toBe(404)
    const ending = new Request("http://assay.test/api/realism?scenario=tiny", { method: "DELETE" })
    expect((await api.fetch(ending)).status).toBe(204)
    // What is measured stays.
    await get(api, "/realism?scenario=tiny")
    expect(engine.measured).toEqual(["realism of tiny", "leakage of tiny"])
  })

  it("says what is wrong: no name, no such scenario, a broken one, one that cannot be audited", async () => {
    const { api } = fakeApi()
    const answers = [
      "/realism",
      "/leakage?scenario=none",
      "/realism?scenario=broken",
      "/leakage?scenario=tiny",
    ]
    const responses = await Promise.all(answers.map((path) => get(api, path)))
    expect(responses.map(({ status }) => status)).toEqual([400, 404, 400, 400])
    const failures = await Promise.all(responses.map((response) => response.json()))
    expect(failures[0].message).toContain("?scenario=quickstart")
    expect(failures[3].message).toContain("fusion.learning")
  })
})
