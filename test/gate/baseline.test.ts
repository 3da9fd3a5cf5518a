import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { DataError } from "../../src/core/errors.ts"
import {
  createScoreIndex,
  operatingPoint,
  rocAuc,
  thresholdForFalsePositiveRate,
} from "../../src/core/evaluation/index.ts"
import { type Baseline, baselineOf } from "../../src/core/gate/baseline.ts"
import { parseBaseline } from "../../src/core/gate/parse-baseline.ts"
import { ranksAmongAuthentic, withinRate } from "../../src/core/gate/ranks.ts"
import { writeBaseline } from "../../src/core/gate/write-baseline.ts"
import { labelAccounts } from "../../src/core/policy/definition.ts"
import { population } from "../evaluation/arbitraries.ts"
import { gateRun } from "./run.ts"

const run = gateRun()
const baseline = baselineOf(run)
const text = writeBaseline(baseline)
const FILE = "baselines/made-up.yaml"

const parseEdited = (from: string | RegExp, to: string) => {
  expect(text).toMatch(from)
  return () => parseBaseline(text.replace(from, to), FILE)
}

describe("a baseline", () => {
  it("has the run's figures, as the evaluation computes them", () => {
    const label = labelAccounts(run.columns.truth, run.manifest.scenario.definition)
    const index = createScoreIndex(run.columns.risk, label)
    const point = operatingPoint(index, run.manifest.scenario.threshold)
    const atFpr1 = operatingPoint(index, thresholdForFalsePositiveRate(index, 0.01))
    expect(baseline.figures).toEqual({
      recall: point.recall.value,
      fpr: point.falsePositiveRate.value,
      precision: point.precision.value,
      auc: rocAuc(index),
      recallAtFpr1: atFpr1.recall.value,
    })
    expect(baseline.hitAtFpr1).toHaveLength(atFpr1.observed.falsePositives)
    expect(baseline.caught).toBe(point.observed.truePositives)
    expect(baseline.flagged).toBe(point.observed.truePositives + point.observed.falsePositives)
  })

  it("holds no account's score", () => {
    expect(Object.keys(baseline)).not.toContain("scores")
    expect(text.length).toBeLessThan(6000)
  })

  it("names the detector that adds most to each flag", () => {
    const { scores } = run.columns
    const accounts = Object.values(baseline.flaggedBy).flatMap(
      (detectors) => detectors["posting-rhythm"] ?? [],
    )
    expect(accounts.length).toBeGreaterThan(20)
    expect(Math.min(...accounts.map((account) => scores["posting-rhythm"][account]))).toBeGreaterThan(0.4)
  })
})

describe("ranks", () => {
  it("are how many authentic accounts score above, and at least as high", () => {
    fc.assert(
      fc.property(population, ({ score, label }) => {
        const found = ranksAmongAuthentic(score, label)
        const height = (account: number) => (Number.isNaN(score[account]) ? -1 : score[account])
        const authentic = [...label.keys()].filter((account) => label[account] === 0)
        const above = (than: number) => authentic.filter((account) => height(account) > than).length
        const atOrAbove = (than: number) => authentic.filter((account) => height(account) >= than).length
        expect(found.ofManaged).toEqual(
          Array.from(found.managed, (account) => [above(height(account)), atOrAbove(height(account))]),
        )
        const most = withinRate(authentic.length)
        expect(found.authenticWithin(most)).toEqual(
          authentic.filter((account) => atOrAbove(height(account)) <= most),
        )
      }),
    )
  })
})

describe("a baseline's text", () => {
  it("is read as what was written, and written as it was", () => {
    const kinds = fc.record({
      seed: fc.string({ minLength: 1, maxLength: 5 }),
      fleets: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }),
      steps: fc.constantFrom(3, 20, 1e6),
    })
    fc.assert(
      fc.property(kinds, ({ seed, fleets, steps }) => {
        // Scores on a coarse grid tie.
        const made = gateRun({
          seed,
          fleets,
          accounts: 600,
          change: (score) => Math.round(score * steps) / steps,
        })
        const written = baselineOf(made)
        const again = parseBaseline(writeBaseline(written), FILE)
        expect(again).toEqual(written)
        expect(writeBaseline(again)).toBe(writeBaseline(written))
      }),
      { numRuns: 30 },
    )
  })

  it("survives a population without AI-managed accounts", () => {
    const written = baselineOf(gateRun({ fleets: [], accounts: 300 }))
    expect(written.figures.recall).toBeNull()
    expect(parseBaseline(writeBaseline(written), FILE)).toEqual(written)
  })

  it("quotes names that YAML takes for something else", () => {
    const odd: Baseline = {
      ...baseline,
      detectors: { ...baseline.detectors, null: { version: 1, auc: 0.5 }, "12": { version: 1, auc: null } },
    }
    expect(parseBaseline(writeBaseline(odd), FILE)).toEqual(odd)
  })

  it("has lines that fit beside each other in a review", () => {
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(110)
  })

  it("changes in a line or two when an account comes, wherever it stands", () => {
    const hits = Array.from({ length: 300 }, (_, k) => k * 5)
    const written = (hitAtFpr1: number[]) => new Set(writeBaseline({ ...baseline, hitAtFpr1 }).split("\n"))
    const before = written(hits)
    for (const account of [1, 702, 1499]) {
      const after = written([...hits, account].sort((a, b) => a - b))
      // The line that it joins, or the two that this one is cut into.
      expect([...after].filter((line) => !before.has(line)).length).toBeLessThanOrEqual(2)
      expect([...before].filter((line) => !after.has(line)).length).toBeLessThanOrEqual(1)
    }
  })
})

describe("reading a baseline", () => {
  it("refuses a file that ends early, wherever", () => {
    const lines = text.trimEnd().split("\n")
    for (let kept = 0; kept < lines.length; kept++)
      expect(() => parseBaseline(lines.slice(0, kept).join("\n"), FILE), `${kept} lines`).toThrow(DataError)
  })

  it("refuses a file that lost a line, whichever but a detector's, by which nothing is decided", () => {
    const lines = text.trimEnd().split("\n")
    for (const [at, line] of lines.entries()) {
      if (line.startsWith("#") || line.includes("{ auc:")) continue
      expect(() => parseBaseline(lines.filter((_, k) => k !== at).join("\n"), FILE), line).toThrow(DataError)
    }
  })

  it("names what git left of a merge, its line and the way out", () => {
    const lines = text.split("\n")
    const merged = [
      ...lines.slice(0, 3),
      "<<<<<<< ours",
      lines[3],
      "=======",
      lines[3],
      ">>>>>>> theirs",
      ...lines.slice(4),
    ]
    expect(() => parseBaseline(merged.join("\n"), FILE)).toThrow(
      `${FILE}: line 4 is a conflict marker (<<<<<<<): two sides renewed this baseline. Take either side; \`--update\` writes it anew`,
    )
  })

  it.each([
    [/^format: 1$/m, "format: 2", "format must be 1, got 2"],
    [/^accounts: 1500$/m, "accounts: many", 'accounts must be a whole number of 0 or more, got "many"'],
    [/^digest: "1/m, 'digest: "x', "digest must be 64 hexadecimal digits, got"],
    [
      /^managed: 120$/m,
      "managed: 119",
      "ranks must be lists of 119 ranks, one for each AI-managed account, got 120",
    ],
    [/^threshold: 0.75$/m, "threshold: 1.5", "threshold must be a number in [0, 1], got 1.5"],
    [/^threshold: 0.75\n/m, "", "threshold is missing; it must be a number in [0, 1]"],
    [/^managed:/m, "mangaed: 1\nmanaged:", "mangaed is not a field of a baseline"],
    [/^ {2}auc: 0\./m, "  auc: 0.0", "figures.auc must be 0."],
    [/^caught: \d+$/m, "caught: 2", "figures.recall must be 0.01"],
    [
      /^flagged: \d+$/m,
      "flagged: 2",
      "caught must be at most 2, the number of flagged and of AI-managed accounts, got",
    ],
  ])("tells of %s as %s", (from, to, message) => {
    expect(parseEdited(from, to)).toThrow(`${FILE}: ${message}`)
  })

  /** The list and its count. */
  const withHits = (hits: string) => parseEdited(/^hitAtFpr1: [^#]*/m, `hitAtFpr1: [${hits}]\n`)

  it("refuses accounts that are out of order, given twice, too many, or not there", () => {
    expect(withHits("8, 7")).toThrow(
      `${FILE}: hitAtFpr1 must be account numbers in ascending order, each once, got a list`,
    )
    expect(withHits("7, 7")).toThrow(
      `${FILE}: hitAtFpr1 must be account numbers in ascending order, each once, got a list`,
    )
    expect(withHits("7, 1500")).toThrow(`${FILE}: hitAtFpr1 must be account numbers below 1500, got 1500`)
    const many = Array.from({ length: 14 }, (_, k) => 200 + k).join()
    expect(withHits(many)).toThrow(
      `${FILE}: hitAtFpr1 must be at most 13, 1 % of the authentic accounts, got 14`,
    )
  })

  it("refuses an account that stands in two lists", () => {
    const first = baseline.flaggedBy["content-farm"]["posting-rhythm"][0]
    const twice = { ...baseline, flaggedBy: { ...baseline.flaggedBy, casual: { "co-action": [first] } } }
    expect(() => parseBaseline(writeBaseline(twice), FILE)).toThrow(`${FILE}: flaggedBy must be lists of`)
  })

  it("refuses a rank that cannot be", () => {
    const ranks = (of: string) => parseEdited(/(content-farm: \[\n\s+)[\d-]+/, `$1${of}`)
    expect(ranks("12-12")).toThrow(`${FILE}: ranks.content-farm[0] must be a whole number, or two like 12-15`)
    expect(ranks("1.5")).toThrow(`${FILE}: ranks.content-farm[0] must be a whole number, or two like 12-15`)
    expect(ranks("1381")).toThrow(
      `${FILE}: ranks.content-farm[0] must be at most 1380, the number of authentic accounts, got 1381`,
    )
    expect(ranks("1380")).toThrow(`${FILE}: figures.auc must be`)
  })

  it("says what an empty file and one that is no YAML are", () => {
    expect(() => parseBaseline("", FILE)).toThrow(`${FILE}: is empty; \`--update\` writes it anew`)
    expect(() => parseBaseline("a: [", FILE)).toThrow(`${FILE}: line 1`)
    expect(() => parseBaseline("[]", FILE)).toThrow(`${FILE}: a baseline must be a mapping of fields`)
  })
})
