import { describe, expect, it } from "vitest"
import { inside, logOdds } from "../../src/core/detection/fusion/calibration.ts"
import { contributions } from "../../src/core/detection/fusion/fusion.ts"
import {
  causesOf,
  compareRuns,
  createScoreIndex,
  DEFAULT_MATTERS,
  type Judgement,
  operatingPoint,
  rocAuc,
  scoreNamed,
  scoreNames,
} from "../../src/core/evaluation/index.ts"
import { labelAccounts } from "../../src/core/policy/definition.ts"
import type { Run } from "../../src/core/run.ts"
import { madeUpRun } from "../store/run.ts"
import { expectClose } from "./expect-close.ts"

const curve = { score: [0, 1], probability: [0.01, 0.9] }

/** A run whose fusion has a curve for each of its detectors, and whose truth labels some accounts AI-managed. */
function run(salt = 1, weights = { "posting-rhythm": 1, "co-action": 0.5 }): Run {
  const made = madeUpRun({ salt, accounts: 2000 })
  const calibration = { "posting-rhythm": curve, "co-action": curve }
  const whole = new Float32Array(2000).fill(30)
  return {
    ...made,
    manifest: {
      ...made.manifest,
      fusion: { ...made.manifest.fusion, weights, calibration } as Run["manifest"]["fusion"],
    },
    columns: {
      ...made.columns,
      truth: { ...made.columns.truth, fromDay: new Float32Array(2000), untilDay: whole },
    },
  }
}

const judged = (of: Run, more: Partial<Judgement> = {}): Judgement => ({
  run: of,
  score: "risk",
  definition: of.manifest.scenario.definition,
  threshold: 0.5,
  ...more,
})

const options = { matters: DEFAULT_MATTERS, cohort: "archetype", listed: 3 } as const

describe("comparing runs", () => {
  it("refuses runs of other accounts by name", () => {
    const [a, b] = [run(1), run(2)]
    expect(() => compareRuns(judged(a), judged(b), options)).toThrow(
      `${a.manifest.id} and ${b.manifest.id} hold different accounts (populations 000000000000 and 000000000000)`,
    )
  })

  it("has the figures that each side has alone, and as many flips as the figures differ by", () => {
    const one = run()
    const report = compareRuns(judged(one, { threshold: 0.4 }), judged(one, { threshold: 0.6 }), options)
    const label = labelAccounts(one.columns.truth, one.manifest.scenario.definition)
    const index = createScoreIndex(one.columns.risk, label)
    const [recall, fpr, precision, auc] = report.figures
    for (const [side, threshold] of [
      ["a", 0.4],
      ["b", 0.6],
    ] as const) {
      const alone = operatingPoint(index, threshold)
      expectClose(recall![side], alone.recall.value)
      expectClose(fpr![side], alone.falsePositiveRate.value)
      expectClose(precision![side], alone.precision.value)
      expectClose(auc![side], rocAuc(index))
    }
    expect(report.flips.newlyCaught + report.flips.newlyHit).toBe(0)
    expectClose(recall!.difference * index.managed, -report.flips.newlyMissed, 1e-9)
    expectClose(fpr!.difference * index.authentic, -report.flips.newlyCleared, 1e-9)
    expect(report.causes.map(({ causes }) => causes.map(({ cause }) => cause))).toEqual([
      ["threshold"],
      ["threshold"],
    ])
    expect(report.listed).toHaveLength(6)
  })

  it("chooses both thresholds for a false-positive rate, and compares detectors whatever they miss", () => {
    const one = run()
    const [a, b] = [judged(one, { score: "co-action" }), judged(one, { score: "posting-rhythm" })]
    const report = compareRuns(a, b, { ...options, maxFpr: 0.1 })
    const [, fpr] = report.figures
    for (const side of ["a", "b"] as const) expect(fpr![side]).toBeLessThanOrEqual(0.1)
    expect(report.a.missing).toBeGreaterThan(400)
    expect(report.causes).toEqual([])
    const { newlyHit, newlyCleared } = report.flips
    expectClose(fpr!.difference * report.a.authentic, newlyHit - newlyCleared, 1e-9)
  })

  it("tells accounts that another definition labels otherwise", () => {
    const one = run()
    const definition = { ...one.manifest.scenario.definition, oversight: 0.9 }
    const report = compareRuns(judged(one), judged(one, { definition }), options)
    const labels = [one.manifest.scenario.definition, definition].map((by) =>
      labelAccounts(one.columns.truth, by),
    )
    expect(report.a.managed).toBe(labels[0]!.filter((own) => own === 1).length)
    expect(report.b.managed).toBe(labels[1]!.filter((own) => own === 1).length)
    expect(report.relabelled).toEqual({ toManaged: report.b.managed - report.a.managed, toAuthentic: 0 })
    expect(report.relabelled.toManaged).toBeGreaterThan(100)
  })

  it("has causes that add up to how far the log-odds moved against the threshold's", () => {
    const [before, after] = [run(1), run(1, { "posting-rhythm": 2, "co-action": 0.25 })]
    const side = (of: Run, threshold: number) => ({
      model: of.manifest.fusion,
      scores: of.columns.scores,
      threshold,
    })
    const [a, b] = [side(before, 0.3), side(after, 0.4)]
    for (const account of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const distance = ({ model, scores, threshold }: typeof a) => {
        const own = Object.fromEntries(Object.entries(scores).map(([id, column]) => [id, column[account]!]))
        const added = Object.values(contributions(model, own)).reduce((sum, part) => sum + part, 0)
        return model.intercept + added - logOdds(inside(threshold))
      }
      const causes = causesOf(a, b, account)
      const sum = causes.reduce((total, { change }) => total + change, 0)
      expectClose(sum, distance(b) - distance(a), 1e-9)
      expect(causes.map(({ change }) => Math.abs(change))).toEqual(
        causes.map(({ change }) => Math.abs(change)).sort((x, y) => y - x),
      )
    }
  })
})

describe("scores that rules may name", () => {
  it("are the detectors', the layers' and the risk", () => {
    const one = run()
    expect(scoreNames(one)).toEqual(["posting-rhythm", "co-action", "behaviour", "network", "risk"])
    expect(scoreNamed(one, "risk")).toBe(one.columns.risk)
    expect(scoreNamed(one, "co-action")).toBe(one.columns.scores["co-action"])
  })

  it("of a layer are what its detectors alone make of the risk, missing where all of them are", () => {
    const one = run()
    const layer = scoreNamed(one, "behaviour")
    const rhythm = one.columns.scores["posting-rhythm"]!
    for (const account of [0, 1, 2, 3, 4, 5]) {
      if (Number.isNaN(rhythm[account]!)) {
        expect(layer[account]).toBeNaN()
        continue
      }
      const added = contributions(one.manifest.fusion, {
        "posting-rhythm": rhythm[account]!,
        "co-action": Number.NaN,
      })
      expectClose(logOdds(layer[account]!), one.manifest.fusion.intercept + added["posting-rhythm"]!, 1e-5)
    }
  })
})
