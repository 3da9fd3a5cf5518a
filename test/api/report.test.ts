import { describe, expect, it } from "vitest"
import { fakeApi, fakeRun } from "./fakes.ts"

const ask = (query = "") => fakeApi([fakeRun("a")]).api.request(`/api/runs/a/report${query}`)

describe("the report of a run", () => {
  it("is a page to be saved, as the scenario has it", async () => {
    const response = await ask()
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8")
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="a-report.html"')
    const page = await response.text()
    expect(page).toContain('<html lang="en">')
    expect(page).toContain("At threshold 0.200")
  })

  it("follows what the address asks for", async () => {
    const page = await (
      await ask(
        "?lang=zh&threshold=0.3&prevalence=0.05&oversight=0.5&tiers=0.1,0.2,0.3,0.3,0.9&tier=limit&cap=archetype:casual:0.01&cap=language:zh:0.02",
      )
    ).text()
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).toContain("阈值为 0.300")
    expect(page).toContain("不足 50%")
    expect(page).toContain("限流")
    expect(page).toContain("--prevalence 0.05")
  })

  it("tells nothing of a tier that is off", async () => {
    const page = await (await ask("?tiers=0.1,0.2,off,0.3,off")).text()
    expect(page).toContain("Label")
    expect(page).not.toContain("Limit reach")
    expect(page).not.toContain("Suspend")
  })

  it.each([
    ["?threshold=2", "report: threshold"],
    ["?threshold=", "report: threshold"],
    ["?prevalence=0", "report: prevalence"],
    ["?days=1.5", "report: days"],
    ["?days=1000", "report: days must be at most"],
    ["?lang=fr", "report: lang"],
    ["?colour=red", "colour"],
    ["?tiers=0.1,0.2", "report: tiers"],
    ["?tiers=0.5,0.2,0.3,0.4,0.9", "report: tiers: label must not be below watch"],
    ["?tiers=0.5,off,0.3,0.4,0.9", "report: tiers: limit must not be below watch"],
    ["?tiers=0.1,on,0.3,0.4,0.9", "report: tiers"],
    ["?cap=archetype:casual:2", "report: cap must be KIND:COHORT:RATE"],
    ["?cap=planet:earth:0.1", "report: cap must be KIND:COHORT:RATE"],
  ])("refuses %s and says why", async (query, message) => {
    const response = await ask(query)
    expect(response.status).toBe(400)
    expect(((await response.json()) as { message: string }).message).toContain(message)
  })

  it("is not there for a run that is not", async () => {
    const response = await fakeApi([]).api.request("/api/runs/b/report")
    expect(response.status).toBe(404)
  })
})

describe("the report of a comparison", () => {
  const compare = (body: unknown, lang = "en") =>
    fakeApi([fakeRun("a"), fakeRun("b")]).api.request(`/api/comparisons/report?lang=${lang}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    })

  it("is a page to be saved, of what was asked", async () => {
    const response = await compare({ a: { run: "a", threshold: 0.5 }, b: { run: "b", threshold: 0.1 } })
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="a-b-comparison.html"')
    const page = await response.text()
    expect(page).toContain("Comparison of a and b")
    expect(page).toContain("Newly hit: 1 authentic accounts")
  })

  it("refuses what it does not know", async () => {
    expect((await compare({ a: { run: "a" } })).status).toBe(400)
    const wrong = await compare({ a: { run: "a" }, b: { run: "b" } }, "fr")
    expect([wrong.status, ((await wrong.json()) as { message: string }).message]).toEqual([
      400,
      'report: lang must be one of en, zh, got "fr"',
    ])
  })
})
