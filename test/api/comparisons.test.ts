import { describe, expect, it } from "vitest"
import { type Compare, createComparisons } from "../../src/api/comparisons.ts"
import { CancelledError } from "../../src/core/errors.ts"
import type { Comparison } from "../../src/core/evaluation/index.ts"
import { fakeApi, fakeRun } from "./fakes.ts"

const post = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
})

const asked = { a: { run: "a" }, b: { run: "a", threshold: 0.1 } }

describe("a comparison", () => {
  it("is made once for equal sides", async () => {
    const { api, engine } = fakeApi([fakeRun("a")])
    const response = await api.request("/api/comparisons", post(asked))
    expect(response.status).toBe(200)
    const { kind, report } = (await response.json()) as Extract<Comparison, { kind: "paired" }>
    expect(kind).toBe("paired")
    expect(report.b).toMatchObject({ run: "a", threshold: 0.1, managed: 1, authentic: 2 })
    expect(report.figures.find(({ figure }) => figure === "recall")).toMatchObject({ a: 1, b: 1 })
    const own = { run: "a", threshold: fakeRun().manifest.scenario.threshold }
    await api.request("/api/comparisons", post({ ...asked, a: own }))
    expect(engine.measured).toEqual(["comparison of a and a"])
    await api.request("/api/comparisons", post({ ...asked, cohort: "language" }))
    expect(engine.measured).toHaveLength(2)
  })

  it("of runs that hold other accounts is one of their figures", async () => {
    const other = fakeRun("b")
    const { api } = fakeApi([
      fakeRun("a"),
      { ...other, manifest: { ...other.manifest, populationDigest: "9".repeat(64) } },
    ])
    const response = await api.request("/api/comparisons", post({ a: { run: "a" }, b: { run: "b" } }))
    expect(await response.json()).toMatchObject({
      kind: "unpaired",
      report: { a: { run: "a" }, b: { run: "b" } },
    })
  })

  it.each([
    [{}, 400, /comparison: a: /],
    [{ ...asked, a: { run: "a", threshold: 2 } }, 400, /comparison: a: threshold: /],
    [{ ...asked, cohort: "shoe" }, 400, /comparison: cohort: /],
    [{ ...asked, prevalence: 1 }, 400, /comparison: prevalence: /],
    [
      { ...asked, b: { run: "a", definition: { automation: 0.5, oversight: 0.5, days: 99 } } },
      400,
      /comparison: b: definition: days must be at most 28, the days of the run, got 99/,
    ],
    [{ ...asked, b: { run: "gone" } }, 404, /got "gone"/],
  ])("is refused for %j", async (body, status, message) => {
    const { api } = fakeApi([fakeRun("a")])
    const response = await api.request("/api/comparisons", post(body))
    expect(response.status).toBe(status)
    expect(((await response.json()) as { message: string }).message).toMatch(message)
  })
})

describe("leaving", () => {
  /** Ends when it is called off, and counts how often it was. */
  function endless() {
    const told = { begun: 0, calledOff: 0, finish: () => {} }
    const compare: Compare = (_a, _b, _options, signal) =>
      new Promise((resolve, reject) => {
        told.begun++
        told.finish = () => resolve({} as Comparison)
        signal.addEventListener("abort", () => {
          told.calledOff++
          reject(new CancelledError())
        })
      })
    return { told, comparisons: createComparisons(compare, async (id) => fakeRun(id)) }
  }
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

  it("calls a comparison off when nobody else waits for it, and it can be asked for again", async () => {
    const { told, comparisons } = endless()
    const [first, second] = [new AbortController(), new AbortController()]
    const waits = [comparisons.of(asked, first.signal), comparisons.of(asked, second.signal)]
    const ends = waits.map((wait) => expect(wait).rejects.toThrow(CancelledError))
    await settled()
    first.abort()
    expect(told).toMatchObject({ begun: 1, calledOff: 0 })
    second.abort()
    expect(told).toMatchObject({ begun: 1, calledOff: 1 })
    await Promise.all(ends)
    const again = comparisons.of(asked, new AbortController().signal)
    await settled()
    told.finish()
    expect((await again).comparison).toEqual({})
    expect(told).toMatchObject({ begun: 2, calledOff: 1 })
  })

  it("before its turn begins nothing", async () => {
    const { told, comparisons } = endless()
    const running = comparisons.of(asked, new AbortController().signal)
    await settled()
    const controller = new AbortController()
    const queued = comparisons.of({ ...asked, cohort: "age" }, controller.signal)
    const end = expect(queued).rejects.toThrow(CancelledError)
    await settled()
    controller.abort()
    told.finish()
    await running
    await end
    expect(told.begun).toBe(1)
  })
})
