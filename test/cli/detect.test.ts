import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { DetectionReport } from "../../src/cli/detection.ts"
import { csvOf, ROWS, writeLogs } from "./logs.ts"
import { temporaryFolder } from "./terminal.ts"
import { assay, assayJson } from "./warm.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

let files: readonly string[]
beforeAll(async () => {
  files = await writeLogs(folder.path)
})

const BASE = "account=user,time=at"
const ALL = `${BASE},object=link,text=body,target=to,kind=kind`

const NO_POST = "no object is a post of the log, one that names itself as its object"
const NO_PICTURES = "a log holds no pictures"
const NO_PROFILES = "a log holds events, not profiles; a log holds events, not who follows whom"

const detect = (file: string, ...args: string[]) =>
  assayJson(folder.path, "detect", file, "--json", ...args) as Promise<DetectionReport>

describe("assay detect", () => {
  it("counts co-acting pairs within the window, and ranks those who repeat it first", async () => {
    const near = await detect("log.csv", "--map", `${BASE},object=link`, "--window", "5")
    expect(near.coAction).toEqual({ pairs: 1, repeatedPairs: 1, cappedEvents: 0, window: 5 })
    expect(near.top.slice(0, 2).map(({ account }) => account)).toEqual(["north", "south"])
    expect(near.top[0]!.reasons.join()).toMatch(/5 of \d+ objects/)
    // Nine seconds after north and six after south comes east, once.
    const far = await detect("log.csv", "--map", `${BASE},object=link`, "--window", "9")
    expect(far.coAction).toMatchObject({ pairs: 3, repeatedPairs: 1, window: 9 })
  })

  it("runs the detectors whose evidence is there, and says why the others could not", async () => {
    const { detectors, couldNotRun } = await detect("log.csv", "--map", BASE)
    expect(detectors.map(({ id }) => id)).toEqual(["posting-rhythm", "clock-alignment"])
    const noObject = "no column is mapped to object, hash or target"
    const noKind = "no column is mapped to kind"
    expect(couldNotRun.map(({ id, why }) => [id, why])).toEqual([
      ["response-latency", `${noKind}; ${NO_POST}`],
      ["activity-mix", `${noObject}; ${noKind}`],
      ["change-point", `${noObject}; ${noKind}`],
      ["near-duplicate-text", "no column is mapped to text"],
      ["phrase-inventory", "no column is mapped to text"],
      ["writing-style", "no column is mapped to text"],
      ["language-model", "no column is mapped to text"],
      ["synthetic-media", NO_PICTURES],
      ["co-action", noObject],
      ["dense-groups", noObject],
      ["trust-propagation", NO_PROFILES],
      ["report-reliability", noKind],
    ])
  })

  it("runs all that a log can feed when all is mapped, with kinds, texts and reports", async () => {
    const report = await detect("log.csv", "--map", ALL)
    expect(report.detectors.map(({ id, layer }) => [id, layer])).toEqual([
      ["posting-rhythm", "behaviour"],
      ["clock-alignment", "behaviour"],
      ["activity-mix", "behaviour"],
      ["change-point", "behaviour"],
      ["near-duplicate-text", "content"],
      ["phrase-inventory", "content"],
      ["writing-style", "content"],
      ["language-model", "content"],
      ["co-action", "network"],
      ["dense-groups", "network"],
      ["report-reliability", "reports"],
    ])
    // Nothing that the mapping could mend: no post of this log names itself as its object, and a log knows no more.
    expect(report.couldNotRun).toEqual([
      { id: "response-latency", layer: "behaviour", why: NO_POST },
      { id: "synthetic-media", layer: "content", why: NO_PICTURES },
      { id: "trust-propagation", layer: "network", why: NO_PROFILES },
    ])
    expect(report.posts).toBe(6)
    expect(report.interactions).toBe(ROWS.length - 7)
    const east = report.top.find(({ account }) => account === "east")!
    expect(east.scores["report-reliability"]).toBeGreaterThan(0)
    expect(report.top[0]!.reasons.join()).toContain("read almost like a post of another account")
  })

  it("takes a hash, or else a target, as the object", async () => {
    const byHash = await detect("log.csv", "--map", `${BASE},hash=image`, "--window", "5")
    expect(byHash.coAction).toMatchObject({ pairs: 1, repeatedPairs: 1 })
    const byTarget = await detect("log.csv", "--map", `${BASE},target=to`, "--window", "5")
    // All act on the one shop, which is one object: no pair can repeat.
    expect(byTarget.coAction).toMatchObject({ repeatedPairs: 0 })
    expect(byTarget.objects).toBe(2)
  })

  it("reads the same from CSV, JSON lines and Parquet, zipped or not", async () => {
    const reports = await Promise.all(files.map((file) => detect(file, "--map", ALL)))
    const { log: _, ...first } = reports[0]!
    for (const { log, ...report } of reports) expect(report, log).toEqual(first)
  })

  it("counts the rows that it cannot read, and shows one of each kind", async () => {
    const broken = [
      { ...ROWS[0]!, at: "yesterday" as unknown as number },
      { ...ROWS[1]!, user: "" },
      { ...ROWS[2]!, kind: "dance" },
    ]
    writeFileSync(join(folder.path, "broken.csv"), csvOf([...ROWS, ...broken, { ...ROWS[0]!, user: "" }]))
    const { rows } = await detect("broken.csv", "--map", ALL)
    expect(rows).toMatchObject({ read: ROWS.length + 4, used: ROWS.length, unreadable: 4 })
    expect(rows.reasons.map((reason) => reason.rows)).toEqual([2, 1, 1])
    const { stdout } = await assay(folder.path, "detect", "broken.csv", "--map", ALL)
    expect(stdout).toContain(`${ROWS.length + 4} rows read, ${ROWS.length} used, 4 could not be read`)
    expect(stdout).toContain("  2: the account is empty, e.g. ")
    expect(stdout).toContain('time "yesterday"')
  })

  it("writes every account in the order of the ranking", async () => {
    const out = join("new folder", "scores.csv")
    const report = await detect("log.csv", "--map", ALL, "--top", "1000", "--out", out)
    const lines = readFileSync(join(folder.path, out), "utf8").trimEnd().split("\n")
    expect(report.written).toBe(out)
    expect(lines[0]).toMatch(/^"?account"?,"?rank"?,/)
    expect(lines.slice(1).map((line) => line.split('"')[1])).toEqual(report.top.map(({ account }) => account))
    expect(lines).toHaveLength(report.accounts + 1)
  })

  it("prints the reasons that tell something, and keeps the others for programs", async () => {
    const args = ["log.csv", "--map", ALL, "--window", "9"] as const
    const { top } = await detect(...args)
    const { stdout } = await assay(folder.path, "detect", ...args)
    expect(stdout).toContain(
      "Reasons that weigh 0.2 or more (of 0 to 1); all of them with --json or --out\nnorth: ",
    )
    // One report by somebody unknown: a reason, but none to tell.
    const east = top.slice(0, 5).find(({ account }) => account === "east")!
    expect(east.reasons.join()).toContain("reports received: 1;")
    expect(stdout).toContain("\neast: nothing stands out\n")
    expect(stdout).not.toContain("reports received")
  })

  it("prints the accounts that --top asks for, with a dash where there is no evidence", async () => {
    const { stdout, stderr } = await assay(folder.path, "detect", "log.csv", "--map", ALL, "--top", "3")
    expect(stdout.match(/^ {3}\d {2}/gm)).toHaveLength(3)
    expect(stdout).toMatch(/^ {3}1 {2}north +–/m)
    expect(stdout).not.toMatch(/NaN|null|undefined/)
    expect(stderr).toBe("")
  })
})
