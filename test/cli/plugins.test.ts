import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { DetectionReport } from "../../src/cli/detection.ts"
import type { AccountDetail } from "../../src/core/account-detail.ts"
import type { RunReport } from "../../src/core/report.ts"
import { ROWS, writeLogs } from "./logs.ts"
import { COUNTS_POSTS, followsMany, put, small, THROWS } from "./plugin-files.ts"
import { endWithTest, type Outcome, start, temporaryFolder } from "./terminal.ts"
import { assay, assayJson } from "./warm.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

const NAMED = "  plugins: [{ module: ./late.ts }]"

beforeAll(() =>
  put(folder.path, {
    "good.ts": followsMany("follows-many"),
    "bad.ts": followsMany("throws-up", THROWS),
    "broken.ts": "export default { id:",
    "taken.ts": followsMany("co-action"),
    "late.ts": `import { by } from "./by.ts"\n${followsMany("late", "by / (1 + row[0])")}`,
    "by.ts": "export const by = 1\n",
    "bare.yaml": small("bare"),
    "named.yaml": small("named", NAMED),
  }),
)

describe("assay run with plug-ins", () => {
  let report: RunReport
  let told: Outcome
  beforeAll(async () => {
    const given = ["--detector", "good.ts", "--detector", "bad.ts", "--detector", "broken.ts"]
    told = await assay(folder.path, "run", "bare.yaml", "--json", ...given)
    report = JSON.parse(told.stdout || "null") as RunReport
  })

  it("goes on without those that fail, says so, and ends well", () => {
    expect(told.code).toBe(0)
    expect(report.detectors.map(({ id }) => id)).toEqual([
      "posting-rhythm",
      "report-reliability",
      "follows-many",
    ])
    expect(report.detectors.at(-1)!.plugin).toMatchObject({ kind: "module", source: "module good.ts" })
    expect(report.detectors[0]!.plugin).toBeNull()
    expect(report.failures).toEqual([
      { detector: "module broken.ts", message: expect.stringMatching(/cannot be loaded/) },
      { detector: "throws-up", message: expect.stringMatching(/threw Error: no idea/) },
    ])
    expect(told.stderr).toMatch(/^assay: module broken\.ts failed and is left out of the run: /m)
    expect(told.stderr).toMatch(/^assay: throws-up failed and is left out of the run: .*no idea/m)
  })

  it("needs no code afterwards: accounts, sweeps, rules, models and reports", async () => {
    const detail = (await assayJson(folder.path, "inspect", "latest", "3", "--json")) as AccountDetail
    expect(detail.detectors.at(-1)).toMatchObject({
      id: "follows-many",
      features: [{ id: "ratio", title: "Followed per follower", value: expect.any(Number) }],
    })
    const page = join(folder.path, "page.html")
    const commands = [
      ["sweep", "latest", "--detector", "follows-many"],
      ["rules", "latest", "--rule", "follows-many >= 0.5 and posting-rhythm >= 0.1"],
      ["model", "save", "latest", "--out", join(folder.path, "small.model.json")],
      ["report", "latest", "--out", page],
    ]
    for (const command of commands) {
      const { code, stderr } = await assay(folder.path, ...command)
      expect(code, `${command.join(" ")}: ${stderr}`).toBe(0)
    }
    const html = readFileSync(page, "utf8")
    expect(html).toContain("Follows many: module good.ts, version 2")
    expect(html).toContain("Plug-ins failed, and the run went on without them: module broken.ts, throws-up.")
  })

  it("refuses a name that a built-in detector has", async () => {
    const { code, stderr } = await assay(folder.path, "run", "bare.yaml", "--detector", "taken.ts")
    expect(code).toBe(2)
    expect(stderr).toMatch(/module taken\.ts: id must be no built-in detector's, got "co-action"/)
  })

  it.each([
    [["--detector", "nowhere.ts"], /--detector: there is no file nowhere\.ts/],
    [["--program", ""], /--program must be a file, a program or an http\(s\) address, got ""/],
    [["--detector", "http://"], /--detector must be a file, a program or an http\(s\) address/],
  ])("tells what is wrong with %j", async (given, problem) => {
    const { code, stderr } = await assay(folder.path, "run", "bare.yaml", ...given)
    expect(code).toBe(2)
    expect(stderr).toMatch(problem)
  })
})

describe("a scenario that names plug-ins", () => {
  const run = (...args: string[]) => assay(folder.path, "run", "named.yaml", ...args)

  it("runs nothing before somebody has consented to it, remembers that, and asks again when a file changes", async () => {
    const refused = await run()
    expect(refused.code).toBe(2)
    expect(refused.stdout).toBe("")
    expect(refused.stderr).toMatch(/^assay: named\.yaml names plug-ins that nobody has consented to run here/)
    for (const file of ["module ./late.ts", join(folder.path, "late.ts"), join(folder.path, "by.ts")])
      expect(refused.stderr).toContain(file)
    expect(refused.stderr).toContain("--trust")
    expect(existsSync(join(folder.path, ".config"))).toBe(false)

    expect((await run("--trust")).code).toBe(0)
    const again = await run("--json")
    expect(again.code).toBe(0)
    expect((JSON.parse(again.stdout) as RunReport).detectors.at(-1)!.id).toBe("late")

    // Not the module itself, but what it imports.
    put(folder.path, { "by.ts": "export const by = 0.5\n" })
    const changed = await run()
    expect(changed.code).toBe(2)
    expect(changed.stderr).toContain("module ./late.ts")
  })

  it("is run by its own folder's files, wherever the command is given", async () => {
    const elsewhere = temporaryFolder()
    try {
      const file = join(folder.path, "named.yaml")
      const { code, stdout } = await assay(elsewhere.path, "run", file, "--trust", "--json")
      expect(code).toBe(0)
      expect((JSON.parse(stdout) as RunReport).detectors.at(-1)!.id).toBe("late")
    } finally {
      elsewhere.remove()
    }
  })
})

it("is not asked for by a report on the accounts alone, which runs no plug-in", async () => {
  const touched = join(folder.path, "touched")
  put(folder.path, {
    "touches.mjs": `import { writeFileSync } from "node:fs"; writeFileSync(${JSON.stringify(touched)}, "")`,
    "touched.yaml": small("touched", "  plugins: [{ module: ./touches.mjs }]"),
  })
  const { code, stderr } = await assay(folder.path, "realism", "touched.yaml")
  expect([0, 1], stderr).toContain(code)
  expect(existsSync(touched)).toBe(false)
})

it("leaves no program behind that reads its stdin when it is killed", async () => {
  const pidFile = join(folder.path, "pid")
  put(folder.path, {
    "waits.cjs": 'require("node:fs").writeFileSync("pid", String(process.pid)); process.stdin.resume()',
  })
  const program = `"${process.execPath}" waits.cjs`
  const child = endWithTest(start(folder.path, "run", "bare.yaml", "--program", program))
  const pid = () => Number(existsSync(pidFile) && readFileSync(pidFile, "utf8"))
  await expect.poll(pid, { timeout: 30_000 }).toBeGreaterThan(0)
  const isThere = () => {
    try {
      return process.kill(pid(), 0)
    } catch {
      return false
    }
  }
  expect(isThere()).toBe(true)
  child.kill("SIGKILL")
  await expect.poll(isThere, { timeout: 30_000 }).toBe(false)
})

describe("assay detect with plug-ins", () => {
  it("lists a program's scores and reasons like the others', and names what failed or lacks evidence", async () => {
    await writeLogs(folder.path)
    put(folder.path, { "count posts.cjs": COUNTS_POSTS })
    const given = [
      ...["--program", `"${process.execPath}" "count posts.cjs"`],
      ...["--detector", "good.ts", "--detector", "broken.ts"],
    ]
    const map = ["--map", "account=user,time=at"]
    const { code, stdout, stderr } = await assay(folder.path, "detect", "log.csv", ...map, ...given, "--json")
    expect(code, stderr).toBe(0)
    // What a terminal would act on comes as it is written.
    expect(stderr).toContain('"count posts.cjs": ready \\u001b[31mred\n')
    // Of what it says of each account, the first and how often.
    expect(stderr.match(/counting.*/g)).toEqual([
      "counting",
      expect.stringMatching(/^counting \(\d+ times\)$/),
    ])
    const { detectors, couldNotRun, failures, top } = JSON.parse(stdout) as DetectionReport
    expect(detectors.at(-1)).toMatchObject({ id: "post-count", layer: "behaviour" })
    expect(couldNotRun.at(-1)).toMatchObject({
      id: "follows-many",
      why: expect.stringMatching(/not profiles/),
    })
    expect(failures.map(({ detector }) => detector)).toEqual(["module broken.ts"])
    const north = top.find(({ account }) => account === "north")!
    // Without kinds every row is a post.
    const posts = ROWS.filter(({ user }) => user === "north").length
    expect(north.scores["post-count"]).toBeCloseTo(posts / 10)
    expect(north.reasons).toContain(`${posts} posts`)
  })
})
