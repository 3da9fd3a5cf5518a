import { describe, expect, it } from "vitest"
import type { RunEntry } from "../../src/api/contract.ts"
import { fakeApi, fakeRun } from "./fakes.ts"

const patch = (body: unknown): RequestInit => ({
  method: "PATCH",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
})

describe("runs", () => {
  it("are listed with their title, seed, population and disk use", async () => {
    const { api } = fakeApi([fakeRun("a")])
    await api.request("/api/runs/a", patch({ title: "Baseline" }))
    const [entry] = (await (await api.request("/api/runs")).json()) as RunEntry[]
    expect(entry).toMatchObject({ id: "a", title: "Baseline", name: "tiny", bytes: 1234 })
    expect(entry!.populationDigest).toBe(fakeRun().manifest.populationDigest)
  })

  it("that are damaged are told apart from the whole ones", async () => {
    const { api } = fakeApi([fakeRun("a")])
    expect(await (await api.request("/api/runs")).json()).toHaveLength(1)
    expect(await (await api.request("/api/damaged-runs")).json()).toEqual([
      { folder: "/runs/torn", name: "torn", message: "run.json is torn", bytes: 7 },
    ])
  })

  it.each([{}, { title: 3 }, { title: "a", name: "b" }])("are not renamed by %j", async (body) => {
    const { api, store } = fakeApi([fakeRun("a")])
    const response = await api.request("/api/runs/a", patch(body))
    expect(response.status).toBe(400)
    expect(store.titles.size).toBe(0)
  })

  it("are exported as a download with a name", async () => {
    const { api } = fakeApi([fakeRun("a")])
    const response = await api.request("/api/runs/a/export?format=parquet")
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="a-scores.parquet"')
    expect(response.headers.get("content-length")).toBe("5")
    const refused = await api.request("/api/runs/a/export?format=xlsx")
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ message: 'format must be one of csv, parquet, got "xlsx"' })
    expect((await api.request("/api/runs/b/export?format=csv")).status).toBe(404)
  })

  it("are deleted also where they were open, and had back", async () => {
    const { api, store } = fakeApi([fakeRun("a")])
    await api.request("/api/runs/a/columns")
    const response = await api.request("/api/runs/a", { method: "DELETE" })
    const { token } = (await response.json()) as { token: string }
    expect((await api.request("/api/runs/a/columns")).status).toBe(404)
    const restored = await api.request(`/api/trash/${token}/restore`, { method: "POST" })
    expect(await restored.json()).toEqual({ id: "a" })
    expect((await api.request("/api/runs/a/columns")).status).toBe(200)
    expect(store.reads).toEqual(["a", "a", "a"])
  })

  it("are not had back over one that was made again", async () => {
    const { api, store } = fakeApi([fakeRun("a")])
    await api.request("/api/runs/a", { method: "DELETE" })
    store.written.push(fakeRun("a"))
    expect((await api.request("/api/trash/token-a/restore", { method: "POST" })).status).toBe(409)
    expect((await api.request("/api/trash/token-b/restore", { method: "POST" })).status).toBe(404)
  })
})
