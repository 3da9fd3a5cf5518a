import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Comparison, compareSides, DEFAULT_MATTERS } from "../../src/core/evaluation/index.ts"
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

/** The same accounts at two thresholds. */
function compared(a: number, b: number, other: Run = run): Comparison {
  const { definition } = run.manifest.scenario
  return compareSides(
    { run, score: "risk", definition, threshold: a },
    { run: other, score: "risk", definition, threshold: b },
    { matters: DEFAULT_MATTERS, cohort: "archetype", listed: 20 },
  )
}

const pageOf = (comparison: Comparison, language: ReportLanguage = "en") =>
  comparisonReport({ comparison, manifest: run.manifest, language })

describe("the report of a comparison", () => {
  it("tells who flips and what each figure does", () => {
    const comparison = compared(0.2, 0.1)
    const page = pageOf(comparison)
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
    const page = pageOf(compared(0.2, 0.1))
    expect(pageOf(compared(0.2, 0.1))).toBe(page)
    expect(page).not.toMatch(/NaN|undefined|Infinity|\[object|<script|<link|<img|\bsrc=/)
  })

  it("says so when nobody is decided otherwise", () => {
    const page = pageOf(compared(0.2, 0.2))
    expect(page).toContain("No change that matters.")
    expect(page).toContain("Nobody is decided otherwise.")
  })

  it("compares figures only where the people are others", () => {
    const others = { ...run, manifest: { ...run.manifest, id: "others-1", populationDigest: "0".repeat(64) } }
    const page = pageOf(compared(0.2, 0.1, others))
    expect(page).toContain("The runs hold different people")
    expect(page).not.toContain("Newly hit")
  })

  it("is whole in Chinese", () => {
    const page = pageOf(compared(0.2, 0.1), "zh")
    for (const [, title] of page.matchAll(/<(?:h1|h2|caption)[^>]*>(.*?)<\//g))
      expect(title).toMatch(/\p{Script=Han}/u)
    const seen = page.replace(/<style>.*?<\/style>/s, "")
    expect(seen).not.toMatch(/better|worse|no change|inconclusive|authentic|Newly/)
  })
})
