import { mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { openChecks } from "../../src/store/checks.ts"
import { checkReport, GOOD } from "../setup/check-report.ts"
import { freshFolder } from "./folder.ts"

describe("checks in a store", () => {
  it("name one that could look at nothing by that", async () => {
    const store = freshFolder()
    const report = checkReport({ scenarios: [] })
    const id = await openChecks(store).write(report)
    expect(readdirSync(join(store, "checks"))).toEqual(["2026-11-27T23-15-48-123Z-incomplete.json"])
    expect(await openChecks(store).list()).toEqual([
      { id, createdAt: report.createdAt, outcome: "incomplete" },
    ])
    expect(await openChecks(store).read(id)).toEqual(report)
  })

  it("tell of an older one that was named a pass and was none, and of one that was", async () => {
    const store = freshFolder()
    mkdirSync(join(store, "checks"), { recursive: true })
    const put = (day: string, report: object) =>
      writeFileSync(
        join(store, "checks", `2026-11-${day}T00-00-00-000Z-pass.json`),
        JSON.stringify(report, null, 2),
      )
    put("02", { ...checkReport({ scenarios: [] }), outcome: "pass" })
    // What a text says is no exit code.
    const scenarios = GOOD.scenarios.map(({ flipCohorts: _, ...earlier }) => earlier)
    put("01", { ...GOOD, scenarios, folder: '"exitCode": 2' })
    const checks = openChecks(store)
    const listed = await checks.list()
    expect(listed.map(({ outcome }) => outcome)).toEqual(["incomplete", "pass"])
    const read = await Promise.all(listed.map(({ id }) => checks.read(id)))
    expect(read.map(({ outcome }) => outcome)).toEqual(["incomplete", "pass"])
    expect(read[1]!.scenarios).toEqual(GOOD.scenarios)
  })
})
