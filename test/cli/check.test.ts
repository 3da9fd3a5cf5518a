/** `assay check` as it is typed: what it writes, where, and how it ends. How it decides: test/gate. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { CheckReport } from "../../src/core/gate/report.ts"
import { openChecks } from "../../src/store/checks.ts"
import { openStore } from "../../src/store/store.ts"
import { temporaryFolder } from "./terminal.ts"
import { assay } from "./warm.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

const TINY = readFileSync("simulations/tiny.yaml", "utf8")
/** As quick as a scenario can be. */
const SMALL =
  "name: small\naccounts: 100\ndays: 7\nfusion: { learning: { accounts: 1000, prevalence: 0.1 } }\n"

/** A folder of scenarios within the temporary one. */
function put(name: string, files: Readonly<Record<string, string>>): string {
  const path = join(folder.path, name)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(path, file, ".."), { recursive: true })
    writeFileSync(join(path, file), text)
  }
  return path
}

const textOf = (...path: string[]) => readFileSync(join(folder.path, ...path), "utf8")
const check = (...args: string[]) => assay(folder.path, "check", ...args)

describe("assay check", () => {
  beforeAll(() => {
    put("sim", { "tiny.yaml": TINY })
    cpSync("simulations/baselines/tiny.yaml", join(put("sim/baselines", {}), "tiny.yaml"), {
      recursive: true,
    })
  })

  it("passes tiny against its committed baseline, bit for bit", async () => {
    const { code, stdout, stderr } = await check("sim")
    expect([code, stderr]).toEqual([0, ""])
    expect(stdout).toMatch(/^✓ pass: of 1 scenario 1 passed /)
    expect(stdout).toMatch(
      /^✓ pass {2}tiny {2}500 accounts; identical to the baseline; 2 of 2 promises kept$/m,
    )
  })

  it("gives its verdict though the store does not take its report", async () => {
    put("blocked", { checks: "" })
    const { code, stdout, stderr } = await check("sim", "--store", "blocked", "--junit", "blocked.xml")
    expect(code).toBe(2)
    expect(stdout).toMatch(/^✓ pass: of 1 scenario 1 passed /)
    expect(stderr).toContain("checks")
    expect(textOf("blocked.xml")).toContain('<testsuite name="tiny"')
  })

  it("fails a threshold that hits many more people, and says so wherever it is asked to", async () => {
    // So low that many more people are hit.
    put("worse", { "tiny.yaml": `${TINY}threshold: 0.05\n` })
    cpSync(resolve("simulations/baselines"), join(folder.path, "worse/baselines"), { recursive: true })
    const files = ["--junit", "check.xml", "--markdown", "check.md", "--html", "check.html"]
    const { code, stdout } = await check("worse", "--only", "tiny", ...files)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^✗ regress: of 1 scenario 1 regressed/)
    expect(stdout).toMatch(/^ {2}newly hit: \d+ [a-z-]+, loudest: [a-z-]+: \d/m)
    expect(textOf("check.xml")).toMatch(/<testsuite name="tiny" tests="\d+" failures="[1-9]/)
    expect(textOf("check.md")).toContain("| tiny | **✗ regress** |")
    expect(textOf("check.html")).toContain("<h1>Check of worse</h1>")
    const [look] = /assay inspect .*/.exec(stdout)!
    const [kept] = await openChecks(join(folder.path, "runs")).list()
    expect(kept!.outcome).toBe("regress")
    const runs = (await openStore(join(folder.path, "runs")).list()).map(({ id }) => id)
    // Both runs are there: the baseline's since the test before made it here.
    for (const run of look.match(/tiny-[0-9a-f]{12}/g)!) expect(runs).toContain(run)
    const seen = await assay(folder.path, ...look.split(" ").slice(1))
    expect([seen.code, seen.stdout.split("\n")[1]]).toEqual([
      0,
      expect.stringMatching(/^Newly flagged; what moved it/),
    ])
  })
})

describe("assay check --update", () => {
  beforeAll(async () => {
    put("two", { "a.yaml": SMALL.replace("small", "a"), "b.yaml": SMALL.replace("small", "b") })
  })

  it("is inconclusive without baselines, writes them, passes then, and finds nothing to write again", async () => {
    const before = await check("two", "--json", "--no-keep")
    expect([before.code, (JSON.parse(before.stdout) as CheckReport).outcome]).toEqual([3, "new"])
    expect(existsSync(join(folder.path, "two/baselines"))).toBe(false)
    const written = await check("two", "--update", "--no-keep")
    expect([written.code, written.stdout.split("\n")[0]]).toEqual([0, "Baselines: 2 new"])
    expect(readdirSync(join(folder.path, "two/baselines"))).toEqual(["a.yaml", "b.yaml"])
    const first = textOf("two/baselines/a.yaml")
    const again = await check("two", "--update", "--no-keep")
    expect([again.code, again.stdout]).toEqual([0, "Baselines: 2 unchanged\n"])
    expect(textOf("two/baselines/a.yaml")).toBe(first)
    expect((await check("two", "--no-keep")).code).toBe(0)
  }, 120_000)

  it("writes nothing at all when one scenario fails, and only what was asked for when all is well", async () => {
    const [a, b] = [textOf("two/baselines/a.yaml"), textOf("two/baselines/b.yaml")]
    put("two", {
      "a.yaml": `${SMALL.replace("small", "a")}threshold: 0.05\n`,
      "b.yaml": `${SMALL.replace("small", "b")}threshold: 0.05\n`,
      "c.yaml": "name: c\nprevalence: 2\n",
    })
    const failed = await check("two", "--update", "--no-keep", "--only", "a", "c")
    expect(failed.code).toBe(2)
    expect(failed.stdout).toContain("! c.yaml could not be checked: prevalence must be")
    expect(failed.stdout).toContain("No baseline was written: some scenarios could not be checked")
    expect(textOf("two/baselines/a.yaml")).toBe(a)
    const one = await check("two", "--update", "--no-keep", "--only", "a")
    expect([one.code, one.stdout.split("\n")[0]]).toEqual([0, "Baselines: 1 changed"])
    expect(one.stdout).toMatch(/^ {2}FPR +\d+\.\d+ % +\d+\.\d+ % /m)
    expect(textOf("two/baselines/a.yaml")).not.toBe(a)
    // So two people who update different scenarios touch different files.
    expect(textOf("two/baselines/b.yaml")).toBe(b)
    expect(readdirSync(join(folder.path, "two/baselines"))).toEqual(["a.yaml", "b.yaml"])
  }, 120_000)

  it("removes the baseline of a scenario that is gone, which is inconclusive until then", async () => {
    cpSync(join(folder.path, "two/baselines"), join(folder.path, "none/baselines"), { recursive: true })
    const gone = await check("none", "--no-keep")
    expect([gone.code, gone.stdout.split(":")[0]]).toEqual([3, "- gone"])
    const removed = await check("none", "--update", "--no-keep", "--json")
    expect(JSON.parse(removed.stdout).updates).toEqual([
      { file: "a.yaml", update: "removed" },
      { file: "b.yaml", update: "removed" },
    ])
    expect(readdirSync(join(folder.path, "none/baselines"))).toEqual([])
  })
})

it("says of a scenario's file that it is no folder, and how to check it alone", async () => {
  put("spring", { "spring 1.yaml": SMALL, "notes.txt": "" })
  const one = await check("spring/spring 1.yaml")
  expect([one.code, one.stderr]).toEqual([
    2,
    expect.stringMatching(/: this is a file; .*; for this one: .* check spring --only 'spring 1'\n$/),
  ])
  const other = await check("spring/notes.txt")
  expect(other.stderr).toMatch(/: this is a file; assay check needs a folder of scenarios\n$/)
})

it("tells GitHub where it runs there, and not when it is told not to", async () => {
  put("bad", { "c.yaml": "name: c\nprevalence: 2\n" })
  const run = async (...args: string[]) => {
    Object.assign(process.env, { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: folder.path })
    process.env.GITHUB_STEP_SUMMARY = join(folder.path, "summary.md")
    try {
      return await check("bad", "--no-keep", ...args)
    } finally {
      for (const name of ["GITHUB_ACTIONS", "GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY"])
        delete process.env[name]
    }
  }
  const quiet = await run("--no-github")
  expect([quiet.code, quiet.stderr, existsSync(join(folder.path, "summary.md"))]).toEqual([2, "", false])
  const told = await run()
  expect(told.stderr).toMatch(
    /^::error file=bad\/c\.yaml,title=c\.yaml could not be checked::prevalence must be .*\n$/,
  )
  expect(textOf("summary.md")).toMatch(/^## Assay: ! incomplete/)
})
