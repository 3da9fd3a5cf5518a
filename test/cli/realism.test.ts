/** assay realism: the report, the comparison with a log, the leakage audit, and what is typed wrongly. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { AgainstReport } from "../../src/core/realism/against-report.ts"
import type { LeakageReport } from "../../src/core/realism/leakage-report.ts"
import type { RealismReport } from "../../src/core/realism/realism-report.ts"
import { csvOf, ROWS } from "./logs.ts"
import { GIVEAWAY } from "./samples.ts"
import { temporaryFolder } from "./terminal.ts"
import { assay, assayJson } from "./warm.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

beforeAll(() => writeFileSync(join(folder.path, "log.csv"), csvOf(ROWS)))

const MAP = ["--map", "account=user,time=at,object=link,text=body,kind=kind"] as const
const realism = (...args: string[]) => assay(folder.path, "realism", "tiny", ...args)
const reportOf = async (...args: string[]) =>
  (await assayJson(folder.path, "realism", "tiny", "--json", ...args)) as RealismReport

let report: RealismReport
beforeAll(async () => {
  report = await reportOf()
})

describe("assay realism", () => {
  it("prints every row and the share met, as JSON and as tables, for any number of workers", async () => {
    expect(report).toMatchObject({ scenario: "tiny", accounts: 500 })
    for (const row of report.rows)
      expect(Object.keys(row)).toEqual(
        expect.arrayContaining(["id", "published", "generated", "interval", "met", "title", "source", "why"]),
      )
    const { code, stdout, stderr } = await realism("--workers", "1")
    // Rows that are not met are a report, not a failure.
    expect([code, stderr]).toEqual([0, ""])
    for (const { title } of report.rows) expect(stdout).toContain(title)
    expect(stdout).toContain(`${report.met} of ${report.applicable} published figures`)
    expect(stdout).toContain(`${report.checksMet} of ${report.checks} checks that only state`)
    expect(stdout.match(/^NOT MET /gm)).toHaveLength(report.applicable - report.met)
    expect(stdout.match(/^check passed /gm)).toHaveLength(report.checksMet)
    expect(stdout).not.toMatch(/NaN|undefined|null/)
  }, 60_000)

  it("holds the population, or a side of it, against a log", async () => {
    const args = ["--against", "log.csv", ...MAP, "--side", "authentic", "--json"]
    const report = (await assayJson(folder.path, "realism", "tiny", ...args)) as AgainstReport
    expect(report).toMatchObject({ side: "authentic", log: { file: "log.csv", posts: 6, interactions: 41 } })
    expect(report.accounts).toBeLessThan(500)
    const statistics = Object.fromEntries(report.statistics.map((one) => [one.id, one]))
    // Nobody knows what time of day it was where a log's clock is not known.
    expect(statistics.hour).toMatchObject({ distance: null, log: null })
    expect(statistics["hour-entropy"]!.generated).not.toBeNull()
    // Six notes are too few to compare, and nobody has twenty events.
    expect(statistics["note-length"]).toMatchObject({ distance: null, log: null })
    expect(statistics.burstiness!.log).toBeNull()
    const { stdout } = await realism("--against", "log.csv", ...MAP, "--only", "other", "--zone", "8")
    expect(stdout).toContain("Log: log.csv, 30 accounts")
    const zoned = (await assayJson(folder.path, "realism", "tiny", ...args, "--zone", "8")) as AgainstReport
    const hour = zoned.statistics.find(({ id }) => id === "hour")!
    expect(hour.distance).toBeGreaterThan(0)
    expect(hour.log!.count).toBe(47)
    expect(stdout).toContain("Share of authentic accounts' events from 22 to 23 o'clock")
    expect(stdout).not.toMatch(/NaN|undefined|null/)
  }, 60_000)

  it("measures other accounts of the same kind with another seed", async () => {
    expect((await reportOf("--seed", "tiny")).rows).toEqual(report.rows)
    expect((await reportOf("--seed", "b")).rows).not.toEqual(report.rows)
  }, 60_000)

  it("audits what gives accounts away, and ends with 1 when a limit is exceeded, with 3 when one was idle", async () => {
    const { code, stdout } = await realism("--leakage", "--json")
    const report = JSON.parse(stdout) as LeakageReport
    const isExceeded = report.limits.some(({ exceeding }) => exceeding.length > 0)
    const isIdle = report.limits.some(({ greatest }) => greatest === null)
    expect(report.passed).toBe(isExceeded ? false : isIdle ? null : true)
    expect(code).toBe(isExceeded ? 1 : isIdle ? 3 : 0)
    const text = await realism("--leakage")
    expect(text.code).toBe(code)
    for (const { title } of report.zones) expect(text.stdout).toContain(title)
    expect(text.stdout).toMatch(/: (kept|EXCEEDED)/)
    expect(text.stdout).toContain(report.zones.find(({ id }) => id === "single-highest")!.name!)
    expect(text.stdout).not.toMatch(/NaN|undefined|null/)
  }, 60_000)

  it("is inconclusive, with exit code 3, where nobody is AI-managed", async () => {
    const nobody = "name: nobody\nseed: a\naccounts: 600\ndays: 7\nprevalence: 0\n"
    writeFileSync(
      join(folder.path, "nobody.yaml"),
      `${nobody}fusion:\n  learning:\n    accounts: 1000\n    prevalence: 0.1\n`,
    )
    const { code, stdout } = await assay(folder.path, "realism", "nobody.yaml", "--leakage")
    expect(code).toBe(3)
    expect(stdout.match(/NOT JUDGED; the scenario has no AI-managed account/g)).toHaveLength(2)
    expect(stdout).toContain("INCONCLUSIVE")
  }, 60_000)

  it("fails a population that gives itself away", async () => {
    writeFileSync(join(folder.path, "plain.yaml"), GIVEAWAY)
    const { code, stdout } = await assay(folder.path, "realism", "plain.yaml", "--leakage")
    expect(code).toBe(1)
    expect(stdout).toMatch(/EXCEEDED by .*posting: Posts a day \(/)
  }, 60_000)

  it.each<[string[], string]>([
    [["--against", "log.csv"], "--against needs --map"],
    [[...MAP], "--map needs --against LOG"],
    [["--zone", "8"], "--side, --zone and --only need --against LOG"],
    [["--zone", "25"], "--zone must be a number of hours in [-12, 14], got 25"],
    [["--seed", ""], "--seed must be a text of 1 to 100 characters, got 0"],
    [["--side", "both"], "--side: there is no both"],
    [["--leakage", "--against", "log.csv", ...MAP], "--leakage and --against are two reports; ask for one"],
    [["--against", "none.csv", ...MAP], "none.csv"],
    [["--against", "log.csv", ...MAP, "--only", "nobody"], `no account's name begins with "nobody"`],
  ])("%j is wrong usage or input", async (args, message) => {
    const { code, stdout, stderr } = await realism(...args)
    expect([code, stdout]).toEqual([2, ""])
    expect(stderr).toContain(message)
    expect(stderr.trim().split("\n")).toHaveLength(1)
  })
})
