import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { putTinyRun } from "../setup/tiny-run.ts"
import { temporaryFolder } from "./terminal.ts"
import { assay } from "./warm.ts"

const folder = temporaryFolder()
afterAll(folder.remove)
beforeAll(() => putTinyRun(join(folder.path, "runs")))

const report = (...args: string[]) => assay(folder.path, "report", ...args)

describe("assay report", () => {
  it("writes the page to a file and says where, the same bytes as on stdout", async () => {
    const { code, stdout } = await report("latest", "--out", "report.html")
    expect([code, stdout]).toEqual([0, "report.html\n"])
    const page = readFileSync(join(folder.path, "report.html"), "utf8")
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect((await report()).stdout.trimEnd()).toBe(page.trimEnd())
  })

  it("follows threshold, definition and language", async () => {
    const { stdout } = await report("--threshold", "0.3", "--oversight", "0.5", "--lang", "zh")
    expect(stdout).toContain('<html lang="zh-CN">')
    expect(stdout).toContain("阈值为 0.300")
    expect(stdout).toContain("--oversight 0.5")
  })

  it("tells every tier of a policy, and the figures of one", async () => {
    const all = (await report("--policy", "graded")).stdout
    expect(all).toContain("At threshold 0.600")
    for (const tier of ["Watch", "Label", "Limit reach", "Human review", "Suspend"])
      expect(all).toContain(`<th scope="row">${tier}`)
    const one = (await report("--policy", "graded", "--tier", "watch")).stdout
    expect(one).toContain("At threshold 0.050")
    expect(one).toContain("--policy graded --tier watch")
  })

  it("takes no wrong input and leaves nothing half-written", async () => {
    const wrong = await report("--lang", "fr")
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("--lang: there is no fr; ")])
    const nowhere = await report("--out", "missing/report.html")
    expect([nowhere.code, nowhere.stderr]).toEqual([
      2,
      expect.stringContaining("missing/report.html: cannot be written (the folder does not exist)"),
    ])
    expect(readdirSync(folder.path).sort()).toEqual(["report.html", "runs"])
  })
})

describe("assay compare --html", () => {
  it("writes the comparison as a page, in either language", async () => {
    const told = await assay(
      folder.path,
      ...["compare", "latest", "--threshold", "0.2", "--threshold-b", "0.1"],
      ...["--html", "two.html", "--lang", "zh"],
    )
    expect([told.code, told.stdout]).toEqual([0, "two.html\n"])
    const page = readFileSync(join(folder.path, "two.html"), "utf8")
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).toContain("谁的判定变了")
  })
})
