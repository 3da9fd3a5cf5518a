import { afterAll, beforeAll, describe, expect, it } from "vitest"
import {
  type Comparison,
  compareSides,
  DEFAULT_MATTERS,
  type Judgement,
  type Matters,
} from "../../src/core/evaluation/index.ts"
import type { Definition } from "../../src/core/policy/definition.ts"
import type { Run } from "../../src/core/run.ts"
import { comparisonReport } from "../../src/report/comparison-report.ts"
import { count } from "../../src/report/format.ts"
import type { ReportLanguage } from "../../src/report/words/index.ts"
import { openStore } from "../../src/store/store.ts"
import { temporaryFolder } from "../cli/terminal.ts"
import { putTinyRun } from "../setup/tiny-run.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

let run: Run
beforeAll(async () => {
  await putTinyRun(folder.path)
  const store = openStore(folder.path)
  run = await store.read((await store.list())[0]!.id)
})

interface Change {
  readonly other?: Run
  readonly off?: readonly string[]
  readonly definition?: Definition
  readonly maxFpr?: number
  readonly prevalence?: number
  readonly matters?: Matters
  readonly language?: ReportLanguage
}

/** The same accounts at two thresholds. */
function compared(a: number, b: number, change: Change = {}) {
  const { other = run, off = [], maxFpr, prevalence, matters = DEFAULT_MATTERS } = change
  const own = run.manifest.scenario.definition
  const sides: readonly [Judgement, Judgement] = [
    { run, score: "risk", definition: own, threshold: a },
    { run: other, score: "risk", definition: change.definition ?? own, threshold: b, off },
  ]
  const options = { matters, cohort: "archetype", listed: 20, maxFpr, prevalence } as const
  return { comparison: compareSides(...sides, options), a: sides[0], b: sides[1], prevalence }
}

const pageOf = (a: number, b: number, change: Change = {}) =>
  comparisonReport({ ...compared(a, b, change), language: change.language ?? "en" })

const commandIn = (page: string) => page.match(/<pre class="command">(.*?)<\/pre>/)?.[1]

describe("the report of a comparison", () => {
  it("tells who flips and what each figure does", () => {
    const { comparison } = compared(0.2, 0.1)
    const page = pageOf(0.2, 0.1)
    if (comparison.kind !== "paired") throw new Error("the same run holds the same accounts")
    const { flips, figures } = comparison.report
    expect(flips.newlyCaught).toBeGreaterThan(0)
    expect(page).toContain(`Newly hit: ${count(flips.newlyHit)} authentic accounts`)
    expect(page).toContain(`Newly caught: ${count(flips.newlyCaught)} AI-managed accounts`)
    const recall = figures.find(({ figure }) => figure === "recall")!
    expect(page).toContain(`+${(100 * recall.difference).toFixed(2)} pp`)
    for (const { verdict } of figures) expect(page).toContain(`: ${verdict}.`)
    expect(page).toContain("the threshold +0.81")
  })

  it("is the same bytes each time, asks for nothing and has no holes", () => {
    const page = pageOf(0.2, 0.1)
    expect(pageOf(0.2, 0.1)).toBe(page)
    expect(page).not.toMatch(/NaN|undefined|Infinity|\[object|<script|<link|<img|\bsrc=/)
  })

  it("says so when nobody is decided otherwise", () => {
    const page = pageOf(0.2, 0.2)
    expect(page).toContain("No change that matters.")
    expect(page).toContain("Nobody is decided otherwise.")
  })

  it("compares figures only where the people are others", () => {
    const others = { ...run, manifest: { ...run.manifest, id: "others-1", populationDigest: "0".repeat(64) } }
    const page = pageOf(0.2, 0.1, { other: others })
    expect(page).toContain("The runs hold different people")
    expect(page).not.toContain("Newly hit")
  })

  it("draws both sides' ROC, each with its letter at its operating point", () => {
    const chart = pageOf(0.2, 0.1).match(/<svg role="img".*?<\/svg>/s)![0]
    const pathOf = (kind: string) => chart.match(new RegExp(`<path class="line ${kind}" d="([^"]+)"`))![1]!
    // One run by one definition has one curve, with two points on it.
    expect(pathOf("sideA")).toBe(pathOf("sideB"))
    expect(pathOf("sideA").length).toBeGreaterThan(200)
    const [one, other] = [...chart.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [x, y])
    // The lower threshold flags more of both classes: to the right and up.
    expect(Number(other![0])).toBeGreaterThan(Number(one![0]))
    expect(Number(other![1])).toBeLessThan(Number(one![1]))
    expect([...chart.matchAll(/>([AB])<\/text>/g)].map(([, letter]) => letter)).toEqual(["A", "B"])
  })

  it("draws no point for a side that flags nobody", () => {
    const one = { ...compared(0.2, 0.1), language: "en" as const }
    const { report } = one.comparison
    const b = { ...report.b, threshold: Number.POSITIVE_INFINITY }
    const comparison = { ...one.comparison, report: { ...report, b } } as Comparison
    const page = comparisonReport({ ...one, comparison })
    expect(page.match(/<circle cx/g)).toHaveLength(1)
    expect(page).not.toMatch(/NaN|Infinity/)
  })

  it("names the command that makes it again", () => {
    const { id, scenario } = run.manifest
    const days = scenario.definition.days
    expect(commandIn(pageOf(0.2, 0.1))).toBe(
      `npx assay compare ${id} --threshold 0.2 --threshold-b 0.1 --html ${id}-comparison.html`,
    )
    const definition = { automation: 0.5, oversight: 0.75, days }
    const matters = { ...DEFAULT_MATTERS, recall: 0.02 }
    const other = { ...run, manifest: { ...run.manifest, id: "tiny; rm" } }
    const page = pageOf(0.2, 0.2, { other, definition, matters, maxFpr: 0.01, language: "zh" })
    expect(commandIn(page)!.replaceAll("&#39;", "'")).toBe(
      `npx assay compare ${id} 'tiny; rm' --at-fpr 0.01 --oversight-b 0.75 ` +
        `--matters recall=0.02 --lang zh --html '${id}-tiny; rm-comparison.html'`,
    )
  })

  it("names detectors that are off, and says why no command makes it again", () => {
    const page = pageOf(0.2, 0.1, { off: ["co-action"] })
    expect(page).toContain("B is judged without these detectors, fusion learned again: Co-action.")
    expect(page).not.toContain("A is judged without")
    expect(page).toContain("No command makes this comparison again")
    expect(page).toContain("Detectors are switched off.")
    expect(commandIn(page)).toBeUndefined()
    const reweighted = pageOf(0.2, 0.1, { prevalence: 0.01 })
    expect(reweighted).toContain("Precision is re-weighted to another prevalence.")
    expect(commandIn(reweighted)).toBeUndefined()
  })

  it("names plug-ins that a side's run went on without", () => {
    const failures = [{ detector: "module ./hangs.ts", message: "took more than 30 s" }]
    const other = { ...run, manifest: { ...run.manifest, failures } }
    expect(pageOf(0.2, 0.1, { other })).toContain(
      "Plug-ins failed in the run of B, which went on without them: module ./hangs.ts.",
    )
    expect(pageOf(0.2, 0.1)).not.toContain("Plug-ins failed")
  })

  it("is whole in Chinese", () => {
    const page = pageOf(0.2, 0.1, { language: "zh" })
    for (const [, title] of page.matchAll(/<(?:h1|h2|caption)[^>]*>(.*?)<\//g))
      expect(title).toMatch(/\p{Script=Han}/u)
    const seen = page.replace(/<style>.*?<\/style>/s, "")
    expect(seen).not.toMatch(/better|worse|no change|inconclusive|authentic|Newly/)
  })
})
