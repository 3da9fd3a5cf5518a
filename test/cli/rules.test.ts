import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { CohortReport, NamedOperatingPoint } from "../../src/core/report.ts"
import { putTinyRun } from "../setup/tiny-run.ts"
import { temporaryFolder } from "./terminal.ts"
import { assay, assayJson } from "./warm.ts"

interface RuleAnswer {
  readonly rule: string
  readonly operatingPoint: NamedOperatingPoint
  readonly cohorts: readonly CohortReport[]
}

interface FrontAnswer {
  readonly pairs: number
  readonly rulesOnFront: number
  readonly front: readonly {
    readonly rule: string
    readonly source: string
    readonly recall: { readonly value: number }
    readonly falsePositiveRate: { readonly value: number }
    readonly truePositives: number
    readonly falsePositives: number
    readonly fusionRecall: number
  }[]
}

const folder = temporaryFolder()
afterAll(folder.remove)
beforeAll(async () => {
  await putTinyRun(join(folder.path, "runs"))
})

const rules = (...args: string[]) => assayJson(folder.path, "rules", "--json", ...args)

describe("assay rules --rule", () => {
  it("says of a threshold what a sweep says of it", async () => {
    const { operatingPoint, cohorts } = (await rules(
      "--rule",
      "risk>=0.1",
      "--cohort",
      "language",
    )) as RuleAnswer
    const args = ["sweep", "--json", "--threshold", "0.1", "--cohort", "language"]
    const swept = (await assayJson(folder.path, ...args)) as RuleAnswer
    const { name: _, threshold: __, ...figures } = operatingPoint
    expect(swept.operatingPoint).toMatchObject(figures)
    expect(cohorts).toEqual(swept.cohorts)
  })

  it("flags no more by and than by or, and never more as k rises", async () => {
    const flagged = async (rule: string) => {
      const { observed } = ((await rules("--rule", rule)) as RuleAnswer).operatingPoint
      return observed.truePositives + observed.falsePositives
    }
    const three = "co-action>=0.01, writing-style>=0.3, behaviour>=0.05"
    const counts = await Promise.all([1, 2, 3].map((k) => flagged(`${k} of (${three})`)))
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
    expect(counts[0]).toBeGreaterThan(counts[2]!)
    expect(await flagged(three.replaceAll(",", " or"))).toBe(counts[0])
    expect(await flagged(three.replaceAll(",", " and"))).toBe(counts[2])
  })
})

describe("assay rules", () => {
  it("finds rules of a pair that nobody beats and that do what they say when typed", async () => {
    const answer = (await rules(
      "--pair",
      "co-action,writing-style",
      "--how",
      "or",
      "--points",
      "6",
    )) as FrontAnswer
    expect(answer.pairs).toBe(1)
    expect(answer.front).toHaveLength(6)
    for (const [at, point] of answer.front.entries()) {
      expect(point.source).not.toBe("fusion")
      if (at > 0) expect(point.recall.value).toBeGreaterThan(answer.front[at - 1]!.recall.value)
    }
    const middle = answer.front[3]!
    const { operatingPoint } = (await rules("--rule", middle.rule)) as RuleAnswer
    expect(operatingPoint.observed.truePositives).toBe(middle.truePositives)
    expect(operatingPoint.observed.falsePositives).toBe(middle.falsePositives)
  })

  it("holds all pairs against the fusion, which is among the best", async () => {
    const answer = (await rules("--points", "10000")) as FrontAnswer
    expect(answer.pairs).toBeGreaterThan(1)
    expect(answer.front).toHaveLength(answer.rulesOnFront)
    expect(answer.front.some(({ source }) => source === "fusion")).toBe(true)
    for (const { source, recall, fusionRecall } of answer.front)
      if (source === "fusion") expect(fusionRecall).toBeGreaterThanOrEqual(recall.value)
  })

  it.each([
    [
      ["--rule", "co-acton>=0.9"],
      'rule, character 1: found "co-acton", allowed: a score; did you mean co-action?',
    ],
    [["--rule", "risk>=0.5", "--pair", "risk,co-action"], "--rule cannot be combined with --pair or --how"],
    [["--cohort", "age"], "--cohort needs --rule"],
    [["--pair", "co-action"], "--pair must be two different scores"],
    [["--pair", "co-action,co-action"], "--pair must be two different scores"],
    [["--pair", "co-action,writing-stlye"], "--pair: there is no writing-stlye; did you mean writing-style?"],
    [["--how", "xor"], "--how: there is no xor"],
  ])("refuses %j", async (args, message) => {
    const { code, stdout, stderr } = await assay(folder.path, "rules", ...args)
    expect([code, stdout]).toEqual([2, ""])
    expect(stderr).toContain(message)
  })
})
