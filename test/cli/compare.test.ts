import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { ComparisonReport } from "../../src/core/evaluation/index.ts"
import type { RunReport } from "../../src/core/report.ts"
import { PLUGGED, putPluggedRun } from "../setup/plugged-run.ts"
import { putTinyRun } from "../setup/tiny-run.ts"
import { temporaryFolder } from "./terminal.ts"
import { assay, assayJson } from "./warm.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

let tiny: RunReport
beforeAll(async () => {
  tiny = await putTinyRun(join(folder.path, "runs"))
})

const compare = (...args: string[]) =>
  assayJson(folder.path, "compare", "--json", ...args) as Promise<ComparisonReport>

describe("assay compare", () => {
  it("compares two thresholds of one run, and lists whom it newly misses and clears", async () => {
    const report = await compare("latest", "--threshold", "0.05", "--threshold-b", "0.2", "--flips", "4")
    const { newlyCaught, newlyMissed, newlyHit, newlyCleared } = report.flips
    expect([newlyCaught, newlyHit]).toEqual([0, 0])
    expect(newlyMissed * newlyCleared).toBeGreaterThan(0)
    expect(report.listed).toHaveLength(Math.min(4, newlyMissed) + Math.min(4, newlyCleared))
    for (const { scoreA, scoreB } of report.listed) {
      expect(scoreA).toBe(scoreB)
      expect(scoreA).toBeGreaterThanOrEqual(0.05)
      expect(scoreB).toBeLessThan(0.2)
    }
    expect(report.archetypes.reduce((sum, row) => sum + row.newlyCleared, 0)).toBe(newlyCleared)
    expect(report.cohorts.reduce((sum, row) => sum + row.lost, 0)).toBe(newlyMissed + newlyCleared)
  })

  it("names what failed in either run", async () => {
    const store = join(folder.path, "failed")
    await putTinyRun(store)
    await putPluggedRun(store)
    const told = await assay(folder.path, "compare", "latest", PLUGGED, "--store", store)
    expect(told.code).toBe(0)
    expect(told.stderr).toBe(
      `assay: module ./hangs.ts failed and is left out of ${PLUGGED}: took more than 30 s\n`,
    )
  })

  it("compares a run with itself, and finds no change", async () => {
    const { figures } = await compare("latest", "latest")
    expect(figures.map(({ verdict }) => verdict)).toEqual(Array(5).fill("no change"))
  })

  it("compares a detector with the fusion at one false-positive rate", async () => {
    const report = await compare("latest", "--score", "co-action", "--score-b", "risk", "--at-fpr", "0.05")
    expect([report.a.score, report.b.score, report.maxFpr]).toEqual(["co-action", "risk", 0.05])
    const [recall, fpr] = report.figures
    expect(recall!.difference).toBeGreaterThan(0)
    expect(Math.max(fpr!.a, fpr!.b)).toBeLessThanOrEqual(0.05)
  })

  it("takes what matters as it is told, and says so", async () => {
    const args = ["latest", "--threshold", "0.05", "--threshold-b", "0.2"]
    const strict = await compare(...args, "--matters", "fpr=0.002, recall=0.5")
    expect(strict.figures.map(({ matters }) => matters)).toEqual([0.5, 0.002, 0.01, 0.005, 0.01])
    const { stdout } = await assay(folder.path, "compare", ...args, "--matters", "recall=0.25")
    expect(stdout).toMatch(/^recall .* 25\.00 pp /m)
    expect(stdout.replaceAll("\n", " ")).toContain(
      "Assay check may decide otherwise: within cohorts, too, it counts by operator",
    )
  })

  it("compares runs of other detectors on the same accounts, and refuses other accounts", async () => {
    const base = "name: few\naccounts: 500\ndays: 14\nseed: few\nprevalence: 0.1\n"
    const learning = "fusion: { learning: { accounts: 1000, prevalence: 0.1 } }\n"
    writeFileSync(join(folder.path, "all.yaml"), base + learning)
    writeFileSync(
      join(folder.path, "few.yaml"),
      `${base}${learning}detectors: { use: [posting-rhythm, co-action] }\n`,
    )
    const store = ["--store", join(folder.path, "others")]
    const [all, few] = [
      (await assayJson(folder.path, "run", "all.yaml", "--json", ...store)) as RunReport,
      (await assayJson(folder.path, "run", "few.yaml", "--json", ...store)) as RunReport,
    ]
    const report = await compare(all.run, few.run, "--at-fpr", "0.05")
    expect(report.accounts).toBe(500)
    expect(report.causes.length).toBeGreaterThan(0)
    const { code, stdout, stderr } = await assay(folder.path, "compare", tiny.run, few.run)
    expect([code, stdout]).toEqual([2, ""])
    expect(stderr).toMatch(
      /^assay: tiny-\w+ and few-\w+ hold different accounts \(populations \w{12} and \w{12}\)/,
    )
  })

  it.each([
    [
      ["latest", "--at-fpr", "0.01", "--threshold", "0.2"],
      "--at-fpr chooses the thresholds, so it cannot be",
    ],
    [["latest", "--score", "co-action"], "co-action needs --threshold or --at-fpr"],
    [["latest", "--score", "co-acton"], "--score: there is no co-acton; did you mean co-action?"],
    [["latest", "--matters", "recal=0.1"], "--matters: there is no recal; did you mean recall?"],
    [["latest", "--matters", "recall"], "--matters must be figure=least, separated by commas"],
    [["latest", "--matters", "recall=0"], "--matters recall must be in (0, 1], got 0"],
    [["latest", "--days-b", "99"], "--days-b must be a whole number in [1, "],
    [[], "missing required argument 'A'"],
  ])("refuses %j", async (args, message) => {
    const { code, stderr } = await assay(folder.path, "compare", ...args)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})
