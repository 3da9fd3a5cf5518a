import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Suggestion } from "../../src/core/evaluation/index.ts"
import type { NamedOperatingPoint, RunReport } from "../../src/core/report.ts"
import { putTinyRun } from "../setup/tiny-run.ts"
import { temporaryFolder } from "./terminal.ts"
import { assay, assayJson } from "./warm.ts"

interface Answer {
  readonly run: string
  readonly score: string
  readonly prevalence: number
  readonly accountsPerDay: number
  readonly secondsPerReview: number
  readonly definition: RunReport["definition"]
  readonly suggestions: readonly (Suggestion & { readonly operatingPoint: NamedOperatingPoint | null })[]
}

const folder = temporaryFolder()
afterAll(folder.remove)

let report: RunReport
beforeAll(async () => {
  writeFileSync(join(folder.path, "bare.yaml"), "name: bare")
  report = await putTinyRun(join(folder.path, "runs"))
})

const suggest = (...args: string[]) => assayJson(folder.path, "suggest", "--json", ...args) as Promise<Answer>
const sweep = (...args: string[]) =>
  assayJson(folder.path, "sweep", "--json", ...args) as Promise<{
    readonly operatingPoint: NamedOperatingPoint
  }>

/** Without their intervals, which are wider where a threshold was chosen. */
const valuesOf = ({ threshold, observed, precision, recall }: NamedOperatingPoint) => {
  return { threshold, observed, precision: precision.value, recall: recall.value }
}

describe("assay suggest", () => {
  it("agrees with what sweep says at the threshold, whatever the purpose", async () => {
    const { suggestions } = await suggest(
      ...["--max-fpr", "0.05", "--false-positives", "9", "--false-positives-per-day", "1", "--best-f1"],
      ...["--reviewer-hours", "0.005", "--cost", "fp=50,fn=200,review=1"],
    )
    expect(suggestions.map(({ purpose }) => purpose.kind)).toEqual([
      "max-fpr",
      "false-positives",
      "false-positives-per-day",
      "reviewer-hours",
      "cost",
      "best-f1",
    ])
    for (const { threshold, operatingPoint } of suggestions) {
      const swept = await sweep("--threshold", String(threshold))
      expect(valuesOf(operatingPoint!)).toEqual(valuesOf(swept.operatingPoint))
    }
    const bestF1 = report.operatingPoints.find(({ name }) => name === "best F1")!
    expect(suggestions.at(-1)!.threshold).toBe(bestF1.threshold)
  })

  it("keeps a guarantee, or says how many accounts it lacks", async () => {
    const { code, stdout: json } = await assay(
      folder.path,
      "suggest",
      "--json",
      "--max-fpr",
      "0.001",
      "--best-f1",
    )
    // Inconclusive, though the other purpose has its threshold.
    expect(code).toBe(3)
    const { suggestions } = JSON.parse(json) as Answer
    const [{ threshold, why, guarantee, operatingPoint }] = suggestions as [Answer["suggestions"][0]]
    expect(suggestions[1]!.threshold).toBeTypeOf("number")
    expect({ threshold, why, operatingPoint }).toEqual({
      threshold: null,
      why: "too-few-authentic",
      operatingPoint: null,
    })
    expect(guarantee!.needed).toBe(2995)
    const { stdout } = await assay(folder.path, "suggest", "--max-fpr", "0.001")
    expect(stdout).toContain(
      "FPR <= 0.1 % with 95 %:\n  There is no such threshold: too few authentic accounts.\n",
    )
    expect(stdout.replace(/\s+/g, " ")).toContain(
      `needs 2,995 authentic accounts or more, and has ${guarantee!.authentic}; with these it can be given for `,
    )
  })

  it("asks for fewer false positives as the confidence grows", async () => {
    const at = async (confidence: string) =>
      (await suggest("--max-fpr", "0.05", "--confidence", confidence)).suggestions[0]!
    const [unsure, sure] = [await at("0.5"), await at("0.999")]
    expect(sure.guarantee!.allowed).toBeLessThan(unsure.guarantee!.allowed!)
    expect(sure.threshold).toBeGreaterThan(unsure.threshold)
  })

  it("caps every cohort of a kind, names the one that binds and those too small to judge", async () => {
    const args = ["--cap-all", "archetype=0.1", "--cap", "language:zh=0.03"]
    const { suggestions } = await suggest(...args)
    const { threshold, purpose, caps } = suggestions[0]!
    expect(purpose.kind).toBe("caps")
    const swept = (await assayJson(
      folder.path,
      ...["sweep", "--json", "--threshold", String(threshold), "--cohort", "archetype"],
    )) as { readonly cohorts: RunReport["cohorts"] }
    const withAuthentic = swept.cohorts.filter(({ authentic }) => authentic > 0)
    const archetypes = caps!.caps.filter(({ kind }) => kind === "archetype")
    expect(
      archetypes.map(({ name, tooSmall, falsePositives }) => ({ name, tooSmall, falsePositives })),
    ).toEqual(
      withAuthentic.map(({ name, authenticTooSmall, falsePositives }) => {
        return { name, tooSmall: authenticTooSmall, falsePositives }
      }),
    )
    for (const { tooSmall, falsePositiveRate, maxFpr } of caps!.caps) {
      if (!tooSmall) expect(falsePositiveRate.value).toBeLessThanOrEqual(maxFpr)
    }
    const { stdout } = await assay(folder.path, "suggest", ...args)
    const lines = stdout.split("\n")
    expect(lines.filter((line) => /^(language|archetype) .* binds$/.test(line))).toHaveLength(
      caps!.caps.filter(({ binding }) => binding).length,
    )
    for (const broken of [true, false]) {
      const note = `too few to judge, 100 needed${broken ? "; yet above the cap" : ""}`
      const noted = caps!.caps.filter((cap) => cap.tooSmall && cap.broken === broken)
      expect(lines.filter((line) => line.endsWith(note))).toHaveLength(noted.length)
    }
  })

  it("prefers a cohort's own cap to that of its kind", async () => {
    const { suggestions } = await suggest("--cap-all", "language=0.1", "--cap", "language:zh=0.02")
    const rates = suggestions[0]!.caps!.caps.map(({ name, maxFpr }) => [name, maxFpr])
    expect(rates[0]).toEqual(["zh", 0.02])
    expect(rates.filter(([name]) => name === "zh")).toHaveLength(1)
  })

  it("guarantees caps all together", async () => {
    const caps = ["--cap", "language:zh=0.05", "--cap", "archetype:casual=0.05"]
    const observed = (await suggest(...caps)).suggestions[0]!
    const guaranteed = (await suggest(...caps, "--guarantee-caps", "--confidence", "0.9")).suggestions[0]!
    expect(observed.caps!.confidence).toBeNull()
    expect(guaranteed.caps!.confidenceEach).toBeCloseTo(0.95, 12)
    expect(guaranteed.threshold).toBeGreaterThan(observed.threshold)
  })

  it("counts days as the run's accounts over its days, unless told", async () => {
    const own = await suggest("--best-f1")
    const perDay = report.accounts / 14
    expect(own).toMatchObject({
      accountsPerDay: perDay,
      secondsPerReview: 6.9,
      prevalence: report.prevalence,
    })
    const told = await suggest("--best-f1", "--accounts-per-day", "5000", "--seconds-per-review", "60")
    const scale = 5000 / perDay
    const [before, after] = [own.suggestions[0]!.perDay!, told.suggestions[0]!.perDay!]
    expect(after.flagged.value).toBeCloseTo(before.flagged.value * scale, 6)
    expect(after.reviewerHours.value).toBeCloseTo(after.flagged.value / 60, 9)
  })

  it("re-weights to a prevalence: rarer, so fewer flags are worth their cost", async () => {
    const args = ["--cost", "fp=20,fn=100,review=1"]
    const own = (await suggest(...args)).suggestions[0]!
    const rare = (await suggest(...args, "--prevalence", "0.01")).suggestions[0]!
    expect(rare.operatingPoint!.flaggedShare.value).toBeLessThan(own.operatingPoint!.flaggedShare.value)
    expect(rare.operatingPoint!.prevalence).toBe(0.01)
  })

  it("follows a moved definition, and a detector's score", async () => {
    const moved = await suggest("--best-f1", "--oversight", "1", "--automation", "0.3", "--days", "1")
    expect(moved.definition).toEqual({ oversight: 1, automation: 0.3, days: 1 })
    expect(moved.prevalence).toBeGreaterThan(2 * report.prevalence)
    const { score, suggestions } = await suggest("--best-f1", "--score", "posting-rhythm")
    const detector = report.detectors.find(({ id }) => id === "posting-rhythm")!
    expect(score).toBe("posting-rhythm")
    expect(suggestions[0]!.operatingPoint!.judged).toBe(detector.judged)
  })

  it("prints thresholds that, typed as they stand, flag nobody else", async () => {
    const { stdout, stderr } = await assay(folder.path, "suggest", "--false-positives", "10")
    const [, printed] = /^false positives <= 10 +(\d\.\d+) /m.exec(stdout)!
    const { operatingPoint } = (await suggest("--false-positives", "10")).suggestions[0]!
    const typed = await sweep("--threshold", printed!)
    expect(Number(printed)).toBeGreaterThanOrEqual(operatingPoint!.threshold)
    expect(typed.operatingPoint.observed.falsePositives).toBeLessThanOrEqual(10)
    expect(stderr).toContain("accounts judged, the run's spread over its 14 days; 6.9 s a review")
  })
})

/** What is typed after `assay suggest`, and what must stand on standard error. */
const MISTAKES: readonly (readonly [readonly string[], string])[] = [
  [[], "suggest needs a purpose: --max-fpr, --cap, --cap-all, "],
  [["--max-fpr", "0"], "--max-fpr must be in (0, 1), got 0"],
  [["--max-fpr", "1 %"], '--max-fpr must be in (0, 1), got "1 %"'],
  [["--max-fpr", "0.01", "--confidence", "95"], "--confidence must be in (0, 1), got 95"],
  [["--best-f1", "--confidence", "0.9"], "--confidence needs --max-fpr or --guarantee-caps"],
  [["--best-f1", "--guarantee-caps"], "--guarantee-caps needs --cap or --cap-all"],
  [["--cap", "merchant=0.1"], '--cap must be kind:name=rate, got "merchant=0.1"'],
  [["--cap", "archetyp:casual=0.1"], "--cap: there is no archetyp; did you mean archetype? (allowed: "],
  [["--cap", "archetype:casul=0.1"], "--cap: there is no archetype casul; did you mean casual? (allowed: "],
  [["--cap", "age:<31=0.1"], '--cap: there is no age "<31"; '],
  [["--cap", "archetype:casual=2"], "--cap must be in (0, 1), got 2"],
  [
    ["--cap", "archetype:casual=0.1", "--cap", "archetype:casual=0.2"],
    "--cap: archetype casual has two caps; one is allowed",
  ],
  [["--cap-all", "language"], "--cap-all must be kind=rate, got language"],
  [["--cap-all", "age=0.1", "--cap-all", "age=0.2"], "--cap-all: age has two caps; one is allowed"],
  [["--false-positives", "-1"], "--false-positives must be a number of 0 or more, got -1"],
  [["--false-positives-per-day", ""], '--false-positives-per-day must be a number of 0 or more, got ""'],
  [["--reviewer-hours", "eight"], "--reviewer-hours must be a number of 0 or more, got eight"],
  [["--best-f1", "--seconds-per-review", "-1"], "--seconds-per-review must be a number of 0 or more, got -1"],
  [["--best-f1", "--accounts-per-day", "0"], "--accounts-per-day must be a number above 0, got 0"],
  [["--best-f1", "--prevalence", "2"], "--prevalence must be in [0, 1], got 2"],
  [["--cost", "50"], "--cost must be fp=...,fn=...,review=..., got 50"],
  [["--cost", "fpp=50"], "--cost: there is no fpp; did you mean fp? (allowed: "],
  [
    ["--cost", "fp=50,review=1"],
    "--cost must have all of fp, fn and review, got no fn; fn=0 counts it as nothing",
  ],
  [["--cost"], "--cost needs fp=...,fn=...,review=..., as there is no --policy to take them from"],
  [["--cost", "--policy", "bare.yaml"], "--cost needs fp=...,fn=...,review=..., as bare.yaml has no costs"],
  [["--best-f1", "--tier", "review"], "--tier needs --policy, whose tiers it names"],
  [
    ["--best-f1", "--policy", "strict", "--tier", "watch"],
    "--tier: watch is off in strict; on are label, review, suspend",
  ],
  [["--cost", "fp=-50"], "--cost: fp must be a number of 0 or more, got -50"],
  [["--cost", "fp=0,fn=0,review=0"], "--cost must have a cost above 0, got none"],
  [["--best-f1", "--score", "coaction"], "--score: there is no coaction; did you mean co-action? (allowed: "],
  [["--best-f1", "--days", "15"], "--days must be a whole number in [1, 14], the days of the run, got 15"],
]

describe.concurrent("a mistake ends with 2, on one line, and nothing on stdout", () => {
  it.each(MISTAKES.map(([args, line]) => ({ typed: `assay suggest ${args.join(" ")}`, args, line })))(
    "$typed",
    async ({ args, line }) => {
      const { code, stdout, stderr } = await assay(folder.path, "suggest", ...args)
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" })
      expect(stderr).toMatch(/^assay: \S[^\n]*\n$/)
      expect(stderr).toContain(line)
    },
  )
})

it("assay suggest --help ends with examples, within 100 characters a line", async () => {
  const { code, stdout, stderr } = await assay(folder.path, "suggest", "--help")
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
  expect(stdout).toMatch(/\nExamples:\n( {2}assay suggest\b.*\n( {6}.*\n)?)+$/)
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100)
})
