/** The tables of the views as they are saved: full precision, a name for every column, empty cells for nothing. */
import { describe, expect, it } from "vitest"
import type { LeakageReport, RealismRow } from "../../src/api/contract.ts"
import type { CohortTest, Estimate, FigureComparison } from "../../src/core/evaluation/index.ts"
import type { Table } from "../../src/renderer/export/table.ts"
import { en } from "../../src/renderer/i18n/en.ts"
import type { Translate } from "../../src/renderer/i18n/index.ts"
import * as compare from "../../src/renderer/views/compare/saved-tables.ts"
import * as detectors from "../../src/renderer/views/detectors/saved-tables.ts"
import type { Switched } from "../../src/renderer/views/detectors/switched.ts"
import * as realism from "../../src/renderer/views/realism/saved-tables.ts"
import { frontTable } from "../../src/renderer/views/tradeoffs/pair-front-table.ts"
import type { PinFigures } from "../../src/renderer/views/tradeoffs/pins/pin-figures.ts"
import { pinsTable } from "../../src/renderer/views/tradeoffs/pins/pins-table.ts"

const words: Readonly<Record<string, string>> = en
const t = ((key: string, values: Readonly<Record<string, string>> = {}) => {
  const text = words[key]
  if (text === undefined) throw new Error(`no words for ${key}`)
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "")
}) as unknown as Translate
t.known = (key, otherwise) => words[key] ?? otherwise

const estimate = (value: number, low: number, high: number): Estimate => ({ value, interval: [low, high] })
const named = (id: string) => `<${id}>`

/** Rows as objects by column; every row must fill all columns. */
function records({ columns, rows }: Table): Record<string, unknown>[] {
  expect(new Set(columns).size, columns.join()).toBe(columns.length)
  return rows.map((row) => {
    expect(row).toHaveLength(columns.length)
    return Object.fromEntries(columns.map((column, at) => [column, row[at]]))
  })
}

describe("the saved tables of Detectors", () => {
  it("hold every pair once, by each way to compare them", () => {
    const report = {
      overlap: {
        maxFpr: 0.01,
        aiManaged: 9,
        caughtByAny: 5,
        falsePositivesOfAny: 1,
        detectors: [],
        pairs: [{ a: "x", b: "y", both: 1, either: 4, jaccard: estimate(0.123456789, 0, 0.7) }],
      },
      correlation: {
        authentic: [{ a: "x", b: "y", accounts: 50, rho: estimate(-0.6, -0.7, -0.5) }],
        managed: [],
      },
    }
    const [jaccard, authentic, ...rest] = records(detectors.pairsTable(t, report, named))
    expect(rest).toEqual([])
    expect(jaccard).toMatchObject({
      Detector: "<x>",
      "Other detector": "<y>",
      Value: 0.123456789,
      "Caught by both": 1,
      "Caught by either": 4,
      "Judged by both": null,
    })
    expect(authentic).toMatchObject({ Value: -0.6, "Value, 95% interval from": -0.7, "Judged by both": 50 })
  })

  it("hold both sides of held-out archetypes with what is lost", () => {
    const side = { archetypes: [], aiManaged: 9, operators: 3 }
    const report = {
      seen: { ...side, auc: estimate(0.9, 0.8, 0.95) },
      heldOut: { ...side, auc: estimate(0.7, 0.6, 0.8) },
      aucDifference: estimate(0.2, 0.1, 0.3),
      recalls: [
        {
          name: "threshold 0.2",
          threshold: 0.2,
          seen: estimate(0.5, 0.4, 0.6),
          heldOut: estimate(0.25, 0.2, 0.3),
          difference: estimate(0.25, 0.1, 0.4),
        },
      ],
    }
    const rows = records(detectors.transferTable(t, report, ({ threshold }) => `at ${threshold}`))
    expect(rows.map((row) => [row.Figure, row.Seen, row["Held out"], row["Lost on held-out"]])).toEqual([
      ["ROC AUC", 0.9, 0.7, 0.2],
      ["at 0.2", 0.5, 0.25, 0.25],
    ])
  })

  it("hold what switching off does, and to whom", () => {
    const still = { accounts: 0, byArchetype: [] }
    const of: Switched = {
      auc: { before: 0.9, after: 0.8, interval: null },
      averagePrecision: { before: 0.7, after: 0.6, interval: null },
      recall: { before: 0.5, after: 0.25, interval: [-0.3, -0.2] },
      falsePositiveRate: { before: 0.01, after: 0.01, interval: [0, 0] },
      flips: {
        newlyMissed: {
          accounts: 3,
          byArchetype: [
            ["farm", 2],
            ["pod", 1],
          ],
        },
        newlyHit: still,
        newlyCaught: still,
        newlyCleared: still,
      },
    }
    const recall = records(detectors.switchedTable(t, of)).find((row) => row.Figure === "Recall")
    expect(recall).toMatchObject({ "All on": 0.5, "As switched": 0.25, Difference: -0.25 })
    expect(recall!["Difference, 95% interval from"]).toBe(-0.3)
    expect(detectors.switchedFlipsTable(t, of, named).rows).toEqual([
      ["Newly missed", "<farm>", 2],
      ["Newly missed", "<pod>", 1],
    ])
  })
})

describe("the saved tables of Realism", () => {
  const row = {
    id: "made-up",
    title: "Hour of least activity",
    side: "authentic",
    unit: "seconds",
    published: [60, 90],
    generated: 61.25,
    interval: [60.5, 62],
    met: true,
    check: false,
    why: null,
    certainty: "paper",
    source: "A, 2020",
  } as unknown as RealismRow

  it("hold each statistic in the unit it is measured in, also one that does not apply", () => {
    const absent = { ...row, generated: null, interval: null, met: null, why: "nobody posts" }
    const [met, none] = records(realism.statisticsTable(t, [row, absent]))
    expect(met).toMatchObject({
      "Published from": 60,
      "Published to": 90,
      Generated: 61.25,
      Verdict: "met",
      Source: "Stated by a paper: A, 2020",
    })
    expect(none).toMatchObject({
      Generated: null,
      Verdict: "does not apply",
      "Why it does not apply": "nobody posts",
    })
  })

  it("hold limits, zones, fusion, detectors and features of the give-aways", () => {
    const separation = { auc: 0.8, interval: [0.7, 0.9], judged: 40 } as const
    const unknown = { auc: null, interval: null, judged: 3 }
    const report = {
      limits: [
        {
          id: "single",
          title: "One number",
          limit: 0.9,
          greatest: { name: "p", auc: 0.95 },
          exceeding: [
            { name: "p", auc: 0.95 },
            { name: "q", auc: 0.91 },
          ],
        },
        { id: "none", title: "Nothing judged", limit: 0.9, greatest: null, exceeding: [] },
      ],
      zones: [
        {
          id: "z",
          title: "Zone",
          name: "p",
          published: [0.6, 0.8],
          value: 0.7,
          interval: [0.6, 0.8],
          met: true,
        },
      ],
      fusion: {
        all: separation,
        seen: separation,
        heldOut: unknown,
        leaveOneOut: [{ ...separation, archetype: "farm", whenSeen: 0.9, whenSeenInterval: [0.8, 1] }],
      },
      detectors: [{ ...separation, id: "made-up", title: "Made up", layer: "behaviour" }],
    } as unknown as LeakageReport
    const limits = records(realism.limitsTable(t, report, named))
    expect(limits.map((one) => [one["Measured on"], one["ROC AUC"], one.Verdict])).toEqual([
      ["<p>", 0.95, "exceeded"],
      ["<q>", 0.91, "exceeded"],
      [null, null, "does not apply"],
    ])
    expect(records(realism.zonesTable(t, report, named))[0]).toMatchObject({
      "Measured on": "<p>",
      Generated: 0.7,
      Verdict: "met",
    })
    const fusion = records(realism.fusionTable(t, report, named))
    expect(fusion.map((one) => [one["AI-managed accounts"], one.Judged, one["ROC AUC"]])).toEqual([
      ["all", 40, 0.8],
      ["archetypes seen in learning", 40, 0.8],
      ["archetypes held out", 3, null],
      ["<farm>", 40, 0.8],
    ])
    expect(records(realism.detectorsTable(t, report))[0]).toMatchObject({ Detector: "Made up", Judged: 40 })
    const features = Array.from({ length: 30 }, (_, at) => {
      return { ...separation, id: `f${at}`, title: `F${at}`, unit: "", of: "x", direction: "high" as const }
    })
    // All of them, not only those that the page shows first.
    expect(records(realism.featuresTable(t, features))).toHaveLength(30)
  })
})

describe("the saved tables of Compare", () => {
  it("hold figures and cohorts as shares with their verdicts", () => {
    const figure = {
      figure: "recall",
      a: 0.5,
      b: 0.625,
      difference: 0.125,
      interval: [0.1, 0.15],
      matters: 0.01,
      verdict: "no change",
    } as unknown as FigureComparison
    expect(records(compare.figuresTable(t, [figure]))).toEqual([
      {
        Figure: "Recall",
        A: 0.5,
        B: 0.625,
        "B less A": 0.125,
        "B less A, 95% interval from": 0.1,
        "B less A, 95% interval to": 0.15,
        "Matters from": 0.01,
        Verdict: "no change",
      },
    ])
    const test = {
      cohort: "casual",
      class: "authentic",
      accounts: 100,
      gained: 3,
      lost: 1,
      difference: 0.02,
      interval: [-0.01, 0.05],
      holm: 1e-9,
      verdict: "worse",
    } as unknown as CohortTest
    expect(records(compare.cohortsTable(t, { cohorts: [test] }, named))[0]).toMatchObject({
      Cohort: "<casual>",
      "Only B": 3,
      "p (Holm)": 1e-9,
      Verdict: "worse",
    })
  })

  it("hold who flips by archetype, and the accounts one by one", () => {
    const flips = { newlyHit: 3, newlyMissed: 0, newlyCleared: 0, newlyCaught: 1 }
    const table = compare.flipsTable(
      t,
      { flips, archetypes: [{ archetype: "casual", ...flips }] },
      ["newlyHit", "newlyCaught"],
      named,
    )
    expect(table.rows).toEqual([
      ["All accounts", 3, 1],
      ["<casual>", 3, 1],
    ])
    const listed = [
      { account: 7, flip: "newlyHit", archetype: "casual", scoreA: 0.1, scoreB: Number.NaN, causes: [] },
    ] as const
    const [row] = records(compare.flippedTable(t, { listed }, named, () => "the threshold"))
    expect(row).toMatchObject({
      Account: 7,
      Flip: "Newly hit",
      "Risk A": 0.1,
      "What moved it": "the threshold",
    })
  })
})

describe("the saved tables of Trade-offs", () => {
  it("hold the front by thresholds, not by places on the axes", () => {
    const confusion = { truePositives: 3, falseNegatives: 1, falsePositives: 1, trueNegatives: 9 }
    const table = frontTable(t, {
      axes: { x: [0.1, 0.5], y: [0.2, 0.7] },
      names: ["P", "Q"],
      how: "and",
      front: [{ x: 1, y: 0, confusion }],
    })
    expect(records(table)).toEqual([
      { "P ≥": 0.5, "Q ≥": 0.2, "How the two are joined": "Both", Recall: 0.75, FPR: 0.1 },
    ])
  })

  it("hold of each pin what makes its setting and what follows", () => {
    const one = estimate(0.5, 0.4, 0.6)
    const figures: PinFigures = {
      precision: one,
      recall: one,
      falsePositiveRate: one,
      flagged: estimate(12.5, 10, 15),
      falsePositives: one,
      cost: one,
      worst: null,
    }
    const setting = {
      tier: "review",
      tiers: { watch: 0.05, label: 0.1, limit: 0.15, review: 0.2, suspend: 0.8 },
      prevalence: undefined,
      definition: { automation: 0.5, oversight: 0.25, days: 5 },
    } as unknown as Parameters<typeof pinsTable>[1][number]["setting"]
    const [row] = records(pinsTable(t, [{ name: "Before", setting, figures }], named))
    expect(row).toMatchObject({
      Name: "Before",
      "From risk: Suspend": 0.8,
      Prevalence: null,
      "Days from": 5,
      "Flagged a day": 12.5,
      "Flagged a day, 95% interval to": 15,
      "Worst cohort": null,
    })
  })
})
