import { describe, expect, it } from "vitest"
import {
  createScoreIndex,
  operatingPoint,
  rocAuc,
  thresholdForFalsePositiveRate,
} from "../../src/core/evaluation/index.ts"
import { checkExpectations } from "../../src/core/gate/expectations.ts"
import { type Expectation, expectationSchema } from "../../src/core/gate/settings.ts"
import { labelAccounts } from "../../src/core/policy/definition.ts"
import { checkInput } from "../../src/core/scenario/check.ts"
import { gateRun } from "./run.ts"

const rowsOf = (...promises: Partial<Expectation>[]) => {
  const expectations = promises.map((promise) => expectationSchema.parse(promise))
  return checkExpectations(gateRun({ scenario: { expectations } }))
}

describe("promises of a scenario", () => {
  const run = gateRun()
  const label = labelAccounts(run.columns.truth, run.manifest.scenario.definition)
  const index = createScoreIndex(run.columns.risk, label)

  it("are about the figures that the evaluation computes", () => {
    const [recall, atFpr, fpr, auc, detector] = rowsOf(
      { figure: "recall", atLeast: 0.5 },
      { figure: "recall", atFpr: 0.02, atLeast: 0.5 },
      { figure: "fpr", threshold: 0.6, atMost: 0.5 },
      { figure: "auc", atLeast: 0.5 },
      { figure: "auc", score: "posting-rhythm", atLeast: 0.5 },
    )
    const threshold = thresholdForFalsePositiveRate(index, 0.02)
    expect(recall.value).toBe(operatingPoint(index, 0.75).recall.value)
    expect(atFpr).toMatchObject({ value: operatingPoint(index, threshold).recall.value, threshold })
    expect(fpr.value).toBe(operatingPoint(index, 0.6).falsePositiveRate.value)
    expect(auc.value).toBe(rocAuc(index))
    expect(detector.value).toBe(rocAuc(createScoreIndex(run.columns.scores["posting-rhythm"], label)))
  })

  it("hold their figure, and are wider where the threshold is chosen for a false-positive rate", () => {
    const threshold = thresholdForFalsePositiveRate(index, 0.02)
    const [fixed, chosen, ...others] = rowsOf(
      { figure: "recall", threshold, atLeast: 0.5 },
      { figure: "recall", atFpr: 0.02, atLeast: 0.5 },
      { figure: "precision", atFpr: 0.02, atLeast: 0.5 },
      { figure: "fpr", of: "newsroom", atFpr: 0.02, atMost: 0.5 },
      { figure: "averagePrecision", of: "language:en", atLeast: 0.5 },
    )
    const width = ({ interval }: typeof fixed) => interval![1] - interval![0]
    expect(width(chosen)).toBeGreaterThan(width(fixed))
    for (const { value, interval } of [fixed, chosen, ...others]) {
      expect(interval![0]).toBeLessThanOrEqual(value!)
      expect(interval![1]).toBeGreaterThanOrEqual(value!)
    }
  })

  it("count who has no score as not flagged, and rank them below all others", () => {
    const score = run.columns.scores["co-action"]
    const of = { score: "co-action" }
    const [recall, fpr, precision, auc, chosen] = rowsOf(
      { ...of, figure: "recall", threshold: 0.5, atLeast: 0.5 },
      { ...of, figure: "fpr", threshold: 0, atMost: 0.5 },
      { ...of, figure: "precision", threshold: 0.5, atLeast: 0.5 },
      { ...of, figure: "auc", atLeast: 0.5 },
      { ...of, figure: "recall", atFpr: 0.9, atLeast: 0.5 },
    )
    const share = (own: 0 | 1, isFlagged: (value: number) => boolean) => {
      const accounts = [...score.keys()].filter((account) => label[account] === own)
      return accounts.filter((account) => isFlagged(score[account])).length / accounts.length
    }
    expect(recall).toMatchObject({ value: share(1, (value) => value >= 0.5), accounts: 120 })
    expect(fpr).toMatchObject({ value: share(0, (value) => value >= 0), accounts: 1380 })
    expect(precision.accounts).toBe(score.filter((value) => value >= 0.5).length)
    const lowest = score.map((value) => (Number.isNaN(value) ? -1 : value))
    expect(auc).toMatchObject({ value: rocAuc(createScoreIndex(lowest, label)), accounts: 1500 })
    // A fifth has no score, so that not even threshold 0 flags 90 %.
    expect(chosen.value).toBe(share(1, (value) => value >= 0))
    for (const { value, interval } of [recall, fpr, precision, auc, chosen]) {
      expect(interval![0]).toBeLessThanOrEqual(value!)
      expect(interval![1]).toBeGreaterThanOrEqual(value!)
    }
  })

  it("are kept or broken only by the whole interval, and otherwise say how many accounts would tell", () => {
    const [{ value, interval }] = rowsOf({ figure: "recall", atLeast: 0.5 })
    const [low, high] = interval!
    const nearly = (value! + low) / 2
    const rows = rowsOf(
      { figure: "recall", atLeast: low },
      { figure: "recall", atLeast: nearly },
      { figure: "recall", atLeast: high + 0.001 },
      { figure: "recall", atMost: high },
      { figure: "recall", atMost: low - 0.001 },
    )
    expect(rows.map(({ outcome }) => outcome)).toEqual(["kept", "inconclusive", "broken", "kept", "broken"])
    // Half of the way needs four times the accounts.
    expect(rows[1].accountsToSettle! / 6000).toBeCloseTo(1, 2)
  })

  it("count the accounts of their cohort, and say so when there are none to count", () => {
    const [news, farms, nobody] = rowsOf(
      { figure: "fpr", of: "newsroom", atMost: 0.5 },
      { figure: "recall", of: "archetype:content-farm", atLeast: 0.1 },
      { figure: "fpr", of: "content-farm", atMost: 0.5 },
    )
    const newsrooms = run.columns.archetype.filter((kind) => kind === 1).length
    expect([news.accounts, farms.accounts, nobody.accounts]).toEqual([newsrooms, 60, 0])
    expect(nobody).toMatchObject({
      value: null,
      interval: null,
      outcome: "inconclusive",
      accountsToSettle: null,
    })
  })

  it("are put into words", () => {
    const rows = rowsOf(
      { figure: "recall", atFpr: 0.001, atLeast: 0.4 },
      { figure: "fpr", of: "newsroom", atMost: 0.07 },
      { figure: "auc", score: "posting-rhythm", of: "followers:<100", atLeast: 0.6 },
    )
    expect(rows.map(({ text }) => text)).toEqual([
      "recall at FPR 0.1 % at least 40 %",
      "FPR of newsroom at most 7 %",
      "AUC of followers:<100 by posting-rhythm at least 0.6",
    ])
  })
})

describe("a promise that cannot be judged is told before the run", () => {
  it.each([
    [{ figure: "recall" }, "expectations[0] must have one of atLeast and atMost, got neither"],
    [
      { figure: "recall", atLeast: 0.1, atMost: 0.2 },
      "expectations[0] must have one of atLeast and atMost, got both",
    ],
    [
      { figure: "recall", atLeast: 0.1, threshold: 0.2, atFpr: 0.1 },
      "expectations[0] must have one of threshold and atFpr, or neither, got both",
    ],
    [
      { figure: "auc", atLeast: 0.1, atFpr: 0.1 },
      "expectations[0].atFpr must be left out, since auc is of all thresholds together",
    ],
    [
      { figure: "fpr", of: "second-languge-writer", atMost: 0.1 },
      'expectations[0].of must be a cohort of the run, got "second-languge-writer"; did you mean second-language-writer?',
    ],
    [
      { figure: "fpr", of: "lang:en", atMost: 0.1 },
      'expectations[0].of must be an archetype, or kind and name as in language:en, got "lang:en"; did you mean language?',
    ],
    [{ figure: "fpr", of: "language:fr", atMost: 0.1 }, 'got "language:fr"; allowed: zh, en'],
    [
      { figure: "precision", of: "casual", atMost: 0.1 },
      "expectations[0].figure must be recall or fpr where it is of",
    ],
    [{ figure: "recall", score: "posting-rythm", atLeast: 0.1 }, "did you mean posting-rhythm?"],
  ])("%o", (expectation, message) => {
    const checked = checkInput({ name: "made-up", expectations: [expectation] })
    expect("problems" in checked && checked.problems).toEqual([expect.stringContaining(message)])
  })

  it("but for a score that a plug-in may bring", () => {
    const expectations = [{ figure: "recall", score: "mine", atLeast: 0.1 }]
    const detectors = { plugins: [{ module: "./mine.ts" }] }
    expect(checkInput({ name: "made-up", detectors, expectations })).toHaveProperty("scenario")
  })
})
