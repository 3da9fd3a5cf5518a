import { existsSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { RunReport } from "../../src/core/report.ts"
import { assay, ended, endWithTest, type Outcome, start, temporaryFolder } from "./terminal.ts"
import { assayJson } from "./warm.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

const report = (...args: string[]) =>
  assayJson(folder.path, "run", "tiny", "--json", ...args) as Promise<RunReport>

describe("assay run", () => {
  let one: RunReport
  let text: Outcome
  beforeAll(async () => {
    one = await report("--workers", "1")
    const path = join(process.cwd(), "simulations/tiny.yaml")
    text = await assay(folder.path, "run", path, "--workers", "2")
  })

  it("yields the same digest with two workers, and for a scenario by its path as for one by its name", () => {
    expect(text.stdout).toContain(`Digest  ${one.digest}`)
  })

  it("yields another digest for another seed", async () => {
    const other = await report("--seed", "other")
    expect(other.digest).not.toBe(one.digest)
    expect(other.fusion.learnedFrom.seed).toContain("other")
  })

  it("writes the run where it says, and nothing else", () => {
    expect(existsSync(join(one.run, "run.json"))).toBe(true)
    expect(one.run.startsWith(join(folder.path, "runs"))).toBe(true)
    expect(readdirSync(join(folder.path, "runs")).filter((name) => name.startsWith("."))).toEqual([])
  })

  it("prints the same figures as tables, and talks to nobody who is not at a terminal", () => {
    expect(text.code).toBe(0)
    expect(text.stderr).toBe("")
    expect(text.stdout).toContain(`Digest  ${one.digest}`)
    expect(text.stdout).toContain(`Run     ${one.run}`)
    for (const { id } of one.detectors) expect(text.stdout).toMatch(new RegExp(`^${id} .*\\[\\d`, "m"))
    for (const { kind, name } of one.cohorts.filter((cohort) => cohort.authentic > 0))
      expect(text.stdout, `${kind} ${name}`).toContain(` ${name} `)
    expect(text.stdout).not.toMatch(/NaN|Infinity|null|undefined/)
  })

  it("says by which definition it judges, and what operators spend", () => {
    expect(text.stdout).toContain(
      "\nDefinition: AI-managed when automated to 0.5 or more for 5 days or more, ",
    )
    expect(text.stdout).toContain(`in full ${one.grades.full} (`)
    const cost = one.operators.reduce((sum, row) => sum + row.cost, 0)
    expect(one.operators.reduce((sum, row) => sum + row.accounts, 0)).toBe(50)
    expect(text.stdout).toContain(
      `Operators spend CNY ${Math.round(cost).toLocaleString("en")} a month on 50 accounts`,
    )
    for (const { archetype } of one.operators)
      expect(text.stdout).toMatch(new RegExp(`^${archetype} +\\d`, "m"))
  })
})

describe("Ctrl-C during assay run", () => {
  it("ends it with 130 and leaves nothing", async () => {
    const store = join(folder.path, "interrupted")
    writeFileSync(join(folder.path, "endless.yaml"), "name: endless\naccounts: 2000000\n")
    const child = endWithTest(start(folder.path, "run", "endless.yaml", "--store", store))
    const outcome = ended(child)
    // Well into the work of the worker threads, also where other tests keep the cores busy.
    await new Promise((wake) => setTimeout(wake, 6000))
    child.kill("SIGINT")
    const { code, stdout, stderr } = await outcome
    expect({ code, stdout, stderr }).toEqual({ code: 130, stdout: "", stderr: "assay: interrupted\n" })
    expect(existsSync(store)).toBe(false)
  })
})
