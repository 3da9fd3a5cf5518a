/** assay bisect in a small repository of its own: eight commits, one of which moves a plug-in's scores. */
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { BisectReport } from "../../src/cli/bisect/search.ts"
import { BUILD, git as gitIn, writeStandIn } from "./stand-in.ts"
import { assay, ended, endWithTest, start, temporaryFolder } from "./terminal.ts"
import { assay as assayWarm } from "./warm.ts"

const folder = temporaryFolder()
afterAll(folder.remove)
const repository = join(folder.path, "repository")

const SCENARIO = `name: small
accounts: 300
days: 7
prevalence: 0.2
threshold: 0.3
detectors:
  use: [report-reliability]
  plugins: [{ module: ./detector.mjs }]
fusion: { learning: { accounts: 1000, prevalence: 0.2 } }
`

/** Scores by how many likes an account gave. */
const detector = (score: string) => `export default {
  id: "likes", layer: "behaviour", title: "Likes", version: 1,
  reads: ["posts.time"], features: [{ id: "posts", title: "Posts", unit: "count" }],
  observe(tile, columns) {
    const { offset } = tile.posts
    for (let k = 0; k < tile.accountCount; k++) columns.posts[k] = offset[k + 1] - offset[k]
  },
  score: (row) => ${score},
  reasons: () => [],
}
`
const SHARP = detector("row[0] / (row[0] + 10)")
const BLUNT = detector("0.5")

const git = (...args: string[]) => gitIn(repository, ...args)

/** Ids of the commits by their subjects. */
const commits: Record<string, string> = {}

function commit(subject: string, files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(repository, name), text)
  git("add", "--all")
  git("commit", "--quiet", "-m", subject)
  commits[subject] = git("rev-parse", "HEAD")
}

beforeAll(() => {
  mkdirSync(repository)
  git("init", "--quiet", "--initial-branch", "main")
  commit("Start", { "small.yaml": SCENARIO, "detector.mjs": SHARP, "notes.md": "1" })
  commit("Note", { "notes.md": "2" })
  commit("Break the module", { "detector.mjs": "export default {{" })
  commit("Mend the module", { "detector.mjs": SHARP })
  git("switch", "--quiet", "--create", "side", commits.Note!)
  commit("Describe on the side", { "aside.md": "3" })
  git("switch", "--quiet", "main")
  git("merge", "--quiet", "--no-ff", "-m", "Merge the side", "side")
  commit("Blunt the detector", { "detector.mjs": BLUNT })
  commit("Note again", { "notes.md": "4" })
  commit("Break it again", { "detector.mjs": "export default {{" })
  commit("Sharpen it", { "detector.mjs": SHARP })
})

const bisect = (good: string, bad: string, ...more: string[]) =>
  assay(
    repository,
    ...["bisect", "--good", good, "--bad", bad, "--scenario", "small.yaml", "--trust", "--workers", "1"],
    ...more,
  )

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith("assay-bisect-"))

/** Some are measured by as many as five runs of the terminal. */
const MILLISECONDS = 240_000

describe("assay bisect", { timeout: MILLISECONDS }, () => {
  it("finds the commit that moved a figure, past one that does not load, and leaves the checkout as it was", async () => {
    writeFileSync(join(repository, "notes.md"), "not committed")
    const before = leftovers()
    const { code, stdout, stderr } = await bisect(commits.Start!, "main~2", "--figure", "auc", "--json")
    expect(stderr).toContain("measuring --good")
    expect(code).toBe(0)
    const report = JSON.parse(stdout) as BisectReport
    expect(report).toMatchObject({ outcome: "found", figure: "auc", scenario: "small.yaml", cohort: null })
    expect(report.first).toMatchObject({
      id: commits["Blunt the detector"],
      subject: "Blunt the detector",
      author: "Ana",
    })
    expect(report.ends).toMatchObject({ by: "paired", moved: true })
    expect(report.ends.p).toBeLessThan(0.01)
    const verdicts = Object.fromEntries(report.tried.map(({ subject, verdict }) => [subject, verdict]))
    expect(verdicts).toMatchObject({ Start: "good", "Note again": "bad", "Blunt the detector": "bad" })
    expect(report.tried.every(({ otherAccounts }) => otherAccounts === false || otherAccounts === null)).toBe(
      true,
    )
    expect(readFileSync(join(repository, "notes.md"), "utf8")).toBe("not committed")
    git("checkout", "--quiet", "--", "notes.md")
    expect(git("worktree", "list").split("\n")).toHaveLength(1)
    expect(git("status", "--porcelain")).toBe("")
    expect(leftovers()).toEqual(before)
  })

  it("names all that are left when those between cannot be measured, and is then inconclusive", async () => {
    const { code, stdout } = await bisect(commits["Note again"]!, "main", "--figure", "auc")
    expect(code).toBe(3)
    expect(stdout).toContain("One of these 2 commits moved AUC of small.yaml")
    expect(stdout).toContain("Sharpen it (Ana)")
    expect(stdout).toMatch(/skipped .*Break it again \(.*cannot be loaded/)
  })

  it("says that nothing moved", async () => {
    const { code, stdout } = await bisect(commits.Start!, commits.Note!, "--cohort", "language:zh")
    expect(code).toBe(3)
    expect(stdout).toMatch(/^Nothing moved: recall of language zh of small.yaml/)
    expect(stdout).toContain("2 commits tried\n")
  })

  it("says that so few accounts do not tell, where they do not", async () => {
    const ends = [commits.Start!, commits["Blunt the detector"]!] as const
    const { code, stdout } = await bisect(...ends, "--figure", "fpr")
    expect(code).toBe(3)
    expect(stdout).toMatch(/^These accounts do not tell: .* false-positive rate of small.yaml/)
    const [, low, high] = /95 % interval ([+-][\d.]+) to ([+-][\d.]+)/.exec(stdout)!
    expect(Math.max(-Number(low), Number(high))).toBeGreaterThan(0.002)
  })

  it("leaves nothing behind when it is interrupted", async () => {
    const before = leftovers()
    const child = endWithTest(
      start(repository, "bisect", "--good", "main~3", "--bad", "main", "--scenario", "small.yaml", "--trust"),
    )
    child.stderr!.once("data", () => setTimeout(() => child.kill("SIGINT"), 300))
    expect(await ended(child)).toMatchObject({ code: 130, stdout: "" })
    expect(git("worktree", "list").split("\n")).toHaveLength(1)
    expect(leftovers()).toEqual(before)
  })

  it("needs consent to run what the scenario names", async () => {
    const args = ["bisect", "--good", "main~1", "--bad", "main", "--scenario", "small.yaml"]
    const { code, stderr } = await assay(repository, ...args)
    expect(code).toBe(2)
    const [head, ...lines] = stderr.slice(stderr.indexOf("assay: --")).trimEnd().split("\n")
    expect(head).toMatch(
      /cannot be measured: small\.yaml names plug-ins that nobody has consented to run here/,
    )
    expect(lines.at(-1)).toBe("assay:   look at them, then add --trust to run them")
    // The worktree's folder will be gone.
    for (const line of lines) expect(line).not.toContain(tmpdir())
  })

  it.each([
    [["--good", "v9", "--bad", "main"], '--good: there is no revision "v9"'],
    [["--good", "main", "--bad", "main~1"], "they seem to be swapped"],
    [["--good", "main", "--bad", "HEAD"], "--good and --bad name the same commit"],
    [["--good", "main~1", "--bad", "main", "--scenario", "/etc/x.yaml"], "--scenario must be a file of "],
    [
      ["--good", "main~1", "--bad", "main", "--figure", "aux"],
      "--figure: there is no aux; did you mean auc?",
    ],
    [["--good", "main~1", "--bad", "main", "--cohort", "casual"], "--cohort must be kind:name"],
    [
      ["--good", "main~1", "--bad", "main", "--cohort", "age:<30", "--figure", "auc"],
      "--figure must be recall or fpr of a cohort, got auc",
    ],
  ])("refuses %j", async (args, said) => {
    const scenario = args.includes("--scenario") ? [] : ["--scenario", "small.yaml"]
    const { code, stderr } = await assayWarm(repository, "bisect", ...args, ...scenario)
    expect(code).toBe(2)
    expect(stderr).toContain(said)
    expect(git("worktree", "list").split("\n")).toHaveLength(1)
  })

  it("needs a repository, a scenario, and git", async () => {
    const args = ["bisect", "--good", "a", "--bad", "b"]
    const outside = await assayWarm(folder.path, ...args)
    expect(outside).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("bisect needs a git repository"),
    })
    const without = await assayWarm(repository, "bisect", "--good", "main~1", "--bad", "main")
    expect(without.stderr).toContain("--scenario is needed")
  })
})

/** One letter as ps has it; nothing where there is no such process. */
const stateOf = (pid: number) =>
  spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" })
    .stdout.trim()
    .slice(0, 1)

describe("assay bisect in Assay's own repository", () => {
  const ours = join(folder.path, "ours")
  beforeAll(() => writeStandIn(ours))

  it("builds and runs each revision's own Assay, with the packages that are there", async () => {
    const args = ["--good", "main~5", "--bad", "main~2", "--figure", "auc", "--build", BUILD]
    const { code, stdout, stderr } = await assay(ours, "bisect", ...args, "--json")
    expect(stderr).toMatch(/^measuring --good/)
    expect(code).toBe(0)
    const report = JSON.parse(stdout) as BisectReport
    expect(report).toMatchObject({ outcome: "found", scenario: "quickstart", first: { subject: "AUC 0.6" } })
    expect(report.ends).toMatchObject({ by: "figures", difference: 0.6 - 0.9, p: null, interval: null })
    expect(existsSync(join(ours, "node_modules/reader/index.js"))).toBe(true)
    expect(existsSync(join(ours, "built.json"))).toBe(false)
  })

  it("uses the packages that are there past a release, and installs them where others are locked", async () => {
    const lock = (more: object) =>
      writeFileSync(
        join(ours, "package-lock.json"),
        JSON.stringify({ name: "assay", version: "2.0.0", lockfileVersion: 3, ...more }),
      )
    const committed = (subject: string) => {
      gitIn(ours, "add", "--all")
      gitIn(ours, "commit", "--quiet", "-m", subject)
    }
    gitIn(ours, "switch", "--quiet", "--create", "releases")
    try {
      lock({ version: "1.0.0", packages: { "": { name: "assay", version: "1.0.0" } } })
      committed("Release 1")
      lock({ packages: { "": { name: "assay", version: "2.0.0" } } })
      committed("Release 2")
      const released = ["--good", "HEAD~1", "--bad", "HEAD", "--figure", "auc", "--build", BUILD]
      expect(await assay(ours, "bisect", ...released)).toMatchObject({ code: 3 })
      // Nothing of it is to be fetched: npm installs what is locked, which is nothing, and so removes what the Assay needs.
      lock({ packages: { "": { name: "assay", license: "MIT" } } })
      committed("Lock others")
      const { code, stderr } = await assay(ours, "bisect", ...released)
      expect(code).toBe(2)
      expect(stderr).toMatch(/^assay: --good \w+ cannot be measured: .*reader/ms)
    } finally {
      gitIn(ours, "switch", "--quiet", "main")
    }
  })

  it.runIf(process.platform !== "win32")(
    "takes along what a build started when it is interrupted, which would write to a worktree that is gone",
    async () => {
      const before = leftovers()
      const ready = join(folder.path, "building")
      const build = `(while :; do mkdir -p left; sleep 0.1; done) & echo $! > ${ready}; wait`
      const args = ["bisect", "--good", "main~1", "--bad", "main", "--build", build]
      const child = endWithTest(start(ours, ...args))
      const outcome = ended(child)
      const pid = () => Number(existsSync(ready) && readFileSync(ready, "utf8"))
      await expect.poll(pid, { timeout: 60_000 }).toBeGreaterThan(0)
      child.kill("SIGINT")
      expect(await outcome).toMatchObject({ code: 130 })
      // Nothing, or what nobody has taken note of yet.
      await expect.poll(() => stateOf(pid()), { timeout: 10_000 }).toMatch(/^Z?$/)
      expect(leftovers()).toEqual(before)
      expect(gitIn(ours, "worktree", "list").split("\n")).toHaveLength(1)
    },
  )

  it("says what an end that does not build said last", async () => {
    const args = ["--good", "main~1", "--bad", "main", "--build", "echo no compiler >&2; exit 7"]
    const { code, stderr } = await assay(ours, "bisect", ...args)
    expect(code).toBe(2)
    expect(stderr).toMatch(/--good [0-9a-f]{10} cannot be measured: no compiler\n$/)
    const colours = String.raw`printf 'started\n\033[31massay: no\033[0m build\nof a.ts\n    at x (b.js:1:2)\n' >&2; exit 7`
    const told = await assay(ours, "bisect", "--good", "main~1", "--bad", "main", "--build", colours)
    expect(told.stderr).toMatch(/ cannot be measured: no build of a\.ts\n$/)
  })
})
