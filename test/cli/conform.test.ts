/** assay conform and assay new, and the examples: what is written or shipped keeps its contract at once. */
import { spawn, spawnSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, expect, it, vi } from "vitest"
import * as cold from "./terminal.ts"
import { temporaryFolder } from "./terminal.ts"
import { assay, assayJson } from "./warm.ts"

/** A suite asks a program some twenty times, and each time it is started; other tests keep the cores busy. */
vi.setConfig({ testTimeout: 240_000 })

const folder = temporaryFolder()
afterAll(folder.remove)

const EXAMPLES = join(process.cwd(), "examples/detectors")
const hasPython = spawnSync("python3", ["--version"]).status === 0
const withPython = it.skipIf(!hasPython)

interface Answer {
  readonly conforms: boolean
  readonly detector: { readonly id: string }
  readonly checks: readonly { readonly check: string; readonly problem: string | null }[]
}
const broken = ({ checks }: Answer) => checks.filter(({ problem }) => problem !== null)

/** What conform says in JSON. */
async function conform(...words: string[]): Promise<Answer> {
  return JSON.parse((await assay(folder.path, "conform", ...words, "--json")).stdout)
}

describe("assay new detector", () => {
  it.each(["ts", "js"])("writes a module in %s that keeps its contract, and its test", async (language) => {
    const made = await assay(
      folder.path,
      "new",
      "detector",
      "late-poster",
      "--language",
      language,
      "--folder",
      language,
    )
    expect(made.stderr).toBe("")
    expect(made.stdout).toContain(`assay conform ${join(language, `late-poster.${language}`)}`)
    expect(readFileSync(join(folder.path, language, `late-poster.test.${language}`), "utf8")).toContain(
      "assay/vitest",
    )
    expect(broken(await conform(join(language, `late-poster.${language}`)))).toEqual([])
  })

  withPython("writes a program in Python that keeps its contract, and a test that passes", async () => {
    await assay(folder.path, "new", "detector", "late-poster", "--language", "python")
    const answer = await conform("--program", "python3 late_poster.py")
    expect(broken(answer)).toEqual([])
    const tested = spawnSync("python3", ["test_late_poster.py"], { cwd: folder.path, encoding: "utf8" })
    expect(tested.stderr).toMatch(/Ran 3 tests[\s\S]*OK/)
  })

  it("replaces no file, and takes no name that means something else", async () => {
    writeFileSync(join(folder.path, "mine.test.ts"), "mine")
    const again = await assay(folder.path, "new", "detector", "mine")
    expect(again).toMatchObject({ code: 2, stdout: "" })
    expect(again.stderr).toContain("mine.test.ts is there already")
    expect(readFileSync(join(folder.path, "mine.test.ts"), "utf8")).toBe("mine")
    const taken = await assay(folder.path, "new", "detector", "co-action")
    expect(taken.stderr).toContain("the name must be no built-in detector's, got co-action")
    const wrong = await assay(folder.path, "new", "detector", "Late Poster")
    expect(wrong.stderr).toContain('lower-case words joined by hyphens, got "Late Poster"')
  })
})

describe("the examples", () => {
  it("in TypeScript keeps its contract", async () => {
    const answer = await conform(join(EXAMPLES, "module/copied-hours.ts"))
    expect(answer.detector.id).toBe("copied-hours")
    expect(broken(answer)).toEqual([])
  })

  withPython("in Python keeps its contract, passes its test, and judges the scenario beside it", async () => {
    const answer = await conform("--program", `python3 ${join(EXAMPLES, "python/late_nights.py")}`)
    expect(broken(answer)).toEqual([])
    const tested = spawnSync("python3", ["-B", "-m", "unittest"], {
      cwd: join(EXAMPLES, "python"),
      encoding: "utf8",
    })
    expect(tested.stderr).toMatch(/Ran 3 tests[\s\S]*OK/)
    const run = (await assayJson(
      folder.path,
      "run",
      join(EXAMPLES, "python/late-nights.yaml"),
      "--trust",
      "--json",
    )) as { detectors: { id: string; auc: number; judged: number }[] }
    const own = run.detectors.find(({ id }) => id === "late-nights")
    expect(own!.judged).toBeGreaterThan(100)
    expect(own!.auc).toBeGreaterThan(0.6)
  })

  it("behind HTTP keeps its contract", async () => {
    const server = spawn(process.execPath, [join(EXAMPLES, "endpoint/server.mjs"), "0"], {
      stdio: ["ignore", "pipe", "inherit"],
    })
    try {
      const [address] = await new Promise<string[]>((told) =>
        server.stdout.once("data", (bytes) => told(String(bytes).split("\n"))),
      )
      expect(broken(await conform(address!))).toEqual([])
    } finally {
      server.kill()
    }
  })
})

describe("assay conform", () => {
  it("exits with 1 and says what is broken, also where a check never ends", async () => {
    await assay(folder.path, "new", "detector", "spoilt")
    const file = join(folder.path, "spoilt.ts")
    const sound = readFileSync(file, "utf8")
    writeFileSync(file, sound.replace("score: (row) => Math.min(1, 3 * row[0]!)", "score: () => 0.5"))
    const answer = await assay(folder.path, "conform", "spoilt.ts")
    expect(answer.code).toBe(1)
    expect(answer.stdout).toContain(
      "broken  has no score and no reason for a row without evidence\n        a row of NaN must score NaN, got 0.5\n",
    )
    writeFileSync(file, sound.replace("const { offset, time } = tile.posts", "for (;;);"))
    const hangs = await cold.assay(folder.path, "conform", "spoilt.ts", "--seconds", "1")
    expect(hangs.code).toBe(1)
    expect(hangs.stdout).toContain(
      "hangs: the check was not through within 1 s; the remaining checks were not made",
    )
  })

  it("exits with 2 when there is nothing to hold to its contract", async () => {
    writeFileSync(join(folder.path, "late.py"), "print()\n", { mode: 0o644 })
    for (const [words, says] of [
      [["no.ts"], "there is no file no.ts"],
      [["."], "--detector: . is a folder"],
      [
        ["late.py"],
        "late.py is neither a module (.ts, .mts, .cts, .js, .mjs, .cjs) nor executable; name what runs it",
      ],
      [[], "name one detector"],
      [["a.ts", "--program", "b"], "name one detector"],
      [["--program", "no-such-program-of-ours"], "cannot be started: there is no such program"],
    ] as const) {
      const answer = await assay(folder.path, "conform", ...words)
      expect(answer.code).toBe(2)
      expect(answer.stderr).toContain(says)
    }
  })
})
