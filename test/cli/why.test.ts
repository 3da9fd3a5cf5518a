import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { RunReport } from "../../src/core/report.ts"
import type { WhyReport } from "../../src/core/why.ts"
import { putTinyRun } from "../setup/tiny-run.ts"
import { temporaryFolder } from "./terminal.ts"
import { assay, assayJson } from "./warm.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

let report: RunReport
beforeAll(async () => {
  report = await putTinyRun(join(folder.path, "runs"))
  await assayJson(folder.path, "model", "save", "latest", "--out", "shop.model.json", "--json")
})

/** A model as it may be broken. */
interface Model {
  versions: { generator: string }
  fusion: { intercept: unknown }
}

const why = (...args: string[]) => assayJson(folder.path, "why", "--draws", "50", "--json", ...args)
const edited = (change: (model: Model) => void) => {
  const model: Model = JSON.parse(readFileSync(join(folder.path, "shop.model.json"), "utf8"))
  change(model)
  writeFileSync(join(folder.path, "edited.model.json"), JSON.stringify(model))
}

describe("assay why", () => {
  it("judges the very risks that the run reported", async () => {
    const told = (await why()) as WhyReport
    expect(told.ablation!.full.auc.value).toBeCloseTo(report.fusion.auc.value, 12)
    expect(told.ablation!.full.averagePrecision.value).toBeCloseTo(report.fusion.averagePrecision.value, 12)
    expect(told.cohorts).toEqual(report.cohorts)
    expect(told.transfer.seen.auc.value).toBe(report.transfer.seen.auc.value)
    expect(told.ablation!.detectors.map(({ id }) => id)).toEqual(report.detectors.map(({ id }) => id))
  })

  it("learns again under another definition, and counts by it", async () => {
    const moved = (await why("--oversight", "0.6", "--threshold", "0.4", "--bins", "4")) as WhyReport
    expect(moved).toMatchObject({ relearned: true, definition: { oversight: 0.6 }, threshold: 0.4 })
    expect(moved.prevalence).toBeGreaterThan(report.prevalence)
    expect(moved.calibration.bins).toHaveLength(4)
  })

  it("prints tables for people", async () => {
    const { code, stdout } = await assay(folder.path, "why", "--draws", "50")
    expect(code).toBe(0)
    for (const title of ["Calibration", "Brier score", "Ablation, alone", "Ablation, added", "Overlap"])
      expect(stdout).toContain(`\n${title}`)
    for (const title of ["Correlation", "Transfer", "Cohorts at the threshold 0.2"])
      expect(stdout).toContain(`\n${title}`)
    expect(stdout).toMatch(/\nlayer reports +\S/)
  })
})

describe("assay model", () => {
  it("shows what was saved, and which run learned it", async () => {
    const { code, stdout } = await assay(folder.path, "model", "show", "shop.model.json")
    expect(code).toBe(0)
    expect(stdout).toContain("shop: logistic\nLearned by tiny-")
    expect(stdout).toContain("from 1,000 accounts of tiny (seed tiny/sibling)")
  })

  it("is used without learning: the same figures, and its origin in run.json", async () => {
    const again = (await assayJson(
      folder.path,
      ...["run", "tiny", "--model", "shop.model.json", "--store", "reused", "--json"],
    )) as RunReport
    for (const part of ["fusion", "operatingPoints", "cohorts", "transfer"] as const)
      expect(again[part]).toEqual(report[part])
    expect(again.digest).not.toBe(report.digest)
    expect(again.timings.learning).toBeUndefined()
    const manifest = JSON.parse(readFileSync(join(again.run, "run.json"), "utf8"))
    expect(manifest.model).toMatchObject({
      file: "shop.model.json",
      name: "shop",
      learned: { scenario: "tiny" },
    })
    const answer = (await assayJson(folder.path, "why", again.run, "--draws", "50", "--json")) as WhyReport
    expect(answer.ablation).toBeNull()
    expect(answer.unavailable).toContain("the model shop (shop.model.json)")
  })

  it("is found from the folder of the scenario that names it", async () => {
    writeFileSync(
      join(folder.path, "mine.yaml"),
      "name: mine\naccounts: 200\ndays: 7\nfusion: { model: missing.model.json }\n",
    )
    const { code, stderr } = await assay("/", "run", join(folder.path, "mine.yaml"))
    expect(code).toBe(2)
    expect(stderr).toContain("missing.model.json: there is no such file")
    writeFileSync(
      join(folder.path, "mine.yaml"),
      "name: mine\naccounts: 200\ndays: 7\nfusion: { model: shop.model.json }\n",
    )
    const store = join(folder.path, "mine")
    const found = (await assayJson(
      "/",
      ...["run", join(folder.path, "mine.yaml"), "--store", store, "--json"],
    )) as RunReport
    expect(found.fusion.learnedFrom.seed).toBe("tiny/sibling")
  })

  it.each<[what: string, change: (model: Model) => void, message: string]>([
    [
      "another generator",
      (model) => {
        model.versions.generator = "0.9"
      },
      "edited.model.json: versions.generator must be ",
    ],
    [
      "a field that is no number",
      (model) => {
        model.fusion.intercept = "low"
      },
      'edited.model.json: fusion.intercept must be a number, got "low"',
    ],
  ])("with %s is refused, and nothing is run", async (_, change, message) => {
    edited(change)
    const { code, stdout, stderr } = await assay(folder.path, "run", "tiny", "--model", "edited.model.json")
    expect([code, stdout]).toEqual([2, ""])
    expect(stderr).toContain(`assay: ${message}`)
  })

  it.each([
    [["model", "save", "latest"], "'--out <file>' not specified"],
    [["model", "save", "latest", "--out", "My Model.json"], "--name must be lower-case letters"],
    [["model", "save", "nobody", "--out", "a.json"], 'there is no run "nobody"'],
    [["model", "show", "runs"], "runs: cannot be read (EISDIR)"],
    [["run", "tiny", "--model", "none.json"], "none.json: there is no such file"],
    [["why", "--bins", "1"], "--bins must be a whole number in [2, 100]"],
  ])("assay %j says what is wrong", async (args, message) => {
    const { code, stderr } = await assay(folder.path, ...args)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})
