import { resolve } from "node:path"
import { describe, expect, it } from "vitest"
import type { BaselineUpdates, CheckReport, JobEvent, KeptCheck } from "../../src/api/contract.ts"
import { REFUSALS } from "../../src/core/gate/index.ts"
import type { GateDetectorRow } from "../../src/core/gate/report.ts"
import { quoted } from "../../src/report/command.ts"
import { checkReports } from "../setup/kept-checks.ts"
import { fakeApi, fakeChecking, fakeChecks } from "./fakes.ts"

const failed = (detector: string): GateDetectorRow => ({
  detector,
  title: detector,
  before: null,
  after: null,
  state: "failed",
  message: "hangs",
})

describe("checks", () => {
  const withChecks = () => fakeApi([], undefined, fakeChecks(checkReports())).api

  it("are listed, the newest first, and read by their id", async () => {
    const api = withChecks()
    const listed = (await (await api.request("/api/checks")).json()) as KeptCheck[]
    expect(listed.map(({ outcome }) => outcome)).toEqual(["regress", "incomplete", "pass"])
    const report = (await (await api.request(`/api/checks/${listed[1]!.id}`)).json()) as CheckReport
    expect(report).toEqual(checkReports()[1])
  })

  it("that are not there are told apart from those that are", async () => {
    expect((await withChecks().request("/api/checks/nothing")).status).toBe(404)
  })

  it("are saved as a file with a name", async () => {
    const response = await withChecks().request("/api/checks/2026-03-10T09-30-00-000Z-pass/json")
    expect(response.headers.get("content-disposition")).toBe(
      'attachment; filename="2026-03-10T09-30-00-000Z-pass.json"',
    )
    expect(await response.json()).toEqual(checkReports()[2])
  })

  it.each([
    ["junit", "xml", "application/xml", '<testsuites name="assay check"'],
    ["markdown", "md", "text/markdown", "## Assay: ✗ regress"],
  ])("are saved as %s, as the terminal writes it", async (format, ending, type, start) => {
    const regressed = checkReports().find(({ outcome }) => outcome === "regress")
    const [kept] = (await (await withChecks().request("/api/checks")).json()) as KeptCheck[]
    const response = await withChecks().request(`/api/checks/${kept!.id}/${format}`)
    expect(response.headers.get("content-type")).toBe(`${type}; charset=utf-8`)
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${kept!.id}.${ending}"`)
    const text = await response.text()
    expect(text).toContain(start)
    expect(text).toContain(regressed!.scenarios[0]!.scenario)
  })

  it("are saved as a page in either language", async () => {
    const page = (lang: string) =>
      withChecks().request(`/api/checks/2026-03-10T09-30-00-000Z-pass/html?lang=${lang}`)
    expect(await (await page("en")).text()).toContain('<html lang="en"')
    expect(await (await page("zh")).text()).toContain('<html lang="zh')
    expect((await page("fr")).status).toBe(400)
  })
})

describe("a check that is started", () => {
  const [first] = checkReports()
  const ran = (one: GateDetectorRow) => one.state !== "failed"
  const report = {
    ...first!,
    scenarios: first!.scenarios.map((one) => ({ ...one, detectors: one.detectors.filter(ran) })),
  }
  const baselines = new Map([
    ["tiny.yaml", "now"],
    ["quickstart.yaml", "as before"],
    ["ring-of-merchants.yaml", "first"],
  ])
  const post = (body: unknown): RequestInit => ({
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  })

  async function checked(only?: readonly string[], found: CheckReport = report) {
    const checking = fakeChecking({ report: found, baselines })
    for (const [file, text] of [
      ["tiny.yaml", "before"],
      ["quickstart.yaml", "as before"],
      ["old-farm.yaml", "gone"],
    ] as const)
      checking.texts.set(file, text)
    const { api, jobs } = fakeApi([], undefined, fakeChecks(), undefined, checking)
    const response = await api.request("/api/checks", post(only ? { only } : {}))
    const { id: job } = (await response.json()) as { id: string }
    let last: JobEvent | undefined
    for await (const event of jobs.watch(job, new AbortController().signal)) last = event
    if (last?.type !== "done" || !("check" in last)) throw new Error(`ended with ${JSON.stringify(last)}`)
    return { api, checking, id: last.check }
  }

  it("is kept and told of by its id, and checks what was asked for", async () => {
    const { api, checking, id } = await checked(["tiny"])
    expect(checking.asked).toEqual([{ only: ["tiny"] }])
    expect(await (await api.request(`/api/checks/${id}`)).json()).toEqual(report)
  })

  it("refuses what it cannot understand", async () => {
    const { api } = fakeApi()
    for (const body of [{ only: [] }, { only: "tiny" }, { all: true }, { workers: 0 }])
      expect((await api.request("/api/checks", post(body))).status, JSON.stringify(body)).toBe(400)
  })

  it("shows what it would make of the baselines, and writes just that", async () => {
    const { api, checking, id } = await checked()
    const shown = (await (await api.request(`/api/checks/${id}/baselines`)).json()) as BaselineUpdates
    expect(shown.refusal).toBeNull()
    expect(shown.updates).toEqual([
      { file: "tiny.yaml", update: "changed" },
      { file: "quickstart.yaml", update: "unchanged" },
      { file: "ring-of-merchants.yaml", update: "new" },
      { file: "old-farm.yaml", update: "removed" },
    ])
    const written = await api.request(`/api/checks/${id}/baselines`, post({ digest: shown.digest }))
    expect(written.status).toBe(204)
    expect(checking.texts).toEqual(baselines)
  })

  it("writes nothing over baselines that somebody has changed since they were shown", async () => {
    const { api, checking, id } = await checked()
    const { digest } = (await (await api.request(`/api/checks/${id}/baselines`)).json()) as BaselineUpdates
    checking.texts.set("tiny.yaml", "somebody else's")
    const refused = await api.request(`/api/checks/${id}/baselines`, post({ digest }))
    expect(refused.status).toBe(409)
    expect(checking.texts.get("tiny.yaml")).toBe("somebody else's")
    expect((await api.request(`/api/checks/${id}/baselines`, post({}))).status).toBe(400)
  })

  it.each([
    ["something could not be checked", "problems", { problems: [{ file: "c.yaml", message: "no" }] }],
    [
      "a plug-in failed",
      "failedPlugins",
      { scenarios: report.scenarios.map((one) => ({ ...one, detectors: [failed("late-poster")] })) },
    ],
  ] as const)("writes nothing when %s, as --update does", async (_, refusal, change) => {
    const { api, checking, id } = await checked(undefined, { ...report, ...change })
    const before = new Map(checking.texts)
    const shown = (await (await api.request(`/api/checks/${id}/baselines`)).json()) as BaselineUpdates
    expect(shown.refusal).toBe(refusal)
    const refused = await api.request(`/api/checks/${id}/baselines`, post({ digest: shown.digest }))
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining(REFUSALS[refusal])])
    expect(checking.texts).toEqual(before)
  })

  it("is asked to take baselines that contradict their accounts for none", async () => {
    const checking = fakeChecking({ report, baselines })
    const { api } = fakeApi([], undefined, fakeChecks(), undefined, checking)
    await api.request("/api/checks", post({ only: ["tiny"], anew: true }))
    expect(checking.asked).toEqual([{ only: ["tiny"], anew: true }])
  })

  it("names both folders and the command instead, of a check of another folder, and runs nothing", async () => {
    const there = { ...checkReports()[2]!, path: "/somebody's/scenarios" }
    const { api, jobs } = fakeApi([], undefined, fakeChecks([there]))
    const address = "/api/checks/2026-03-10T09-30-00-000Z-pass/baselines"
    expect(await (await api.request(address)).json()).toEqual({
      elsewhere: {
        checked: "/somebody's/scenarios",
        served: resolve("simulations"),
        command: `npx assay check ${quoted("/somebody's/scenarios")} --update`,
      },
    })
    expect((await api.request(address, post({ digest: "0" }))).status).toBe(404)
    expect(jobs.running()).toEqual([])
  })

  it("tells of checks that were run elsewhere that their baselines are not known", async () => {
    const { api } = fakeApi([], undefined, fakeChecks(checkReports()))
    const address = "/api/checks/2026-03-10T09-30-00-000Z-pass/baselines"
    expect(await (await api.request(address)).json()).toBeNull()
    expect((await api.request(address, post({ digest: "0" }))).status).toBe(404)
  })
})
