import { describe, expect, it } from "vitest"
import type { CheckReport, KeptCheck } from "../../src/api/contract.ts"
import { checkReports } from "../setup/kept-checks.ts"
import { fakeApi, fakeChecks } from "./fakes.ts"

describe("checks", () => {
  const withChecks = () => fakeApi([], undefined, fakeChecks(checkReports())).api

  it("are listed, the newest first, and read by their id", async () => {
    const api = withChecks()
    const listed = (await (await api.request("/api/checks")).json()) as KeptCheck[]
    expect(listed.map(({ outcome }) => outcome)).toEqual(["regress", "inconclusive", "pass"])
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

  it("are saved as a page in either language", async () => {
    const page = (lang: string) =>
      withChecks().request(`/api/checks/2026-03-10T09-30-00-000Z-pass/html?lang=${lang}`)
    expect(await (await page("en")).text()).toContain('<html lang="en"')
    expect(await (await page("zh")).text()).toContain('<html lang="zh')
    expect((await page("fr")).status).toBe(400)
  })
})
