import { execFile } from "node:child_process"
import { writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { promisify } from "node:util"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { ComparisonReport } from "../../src/core/evaluation/index.ts"
import { freshFolder } from "../store/folder.ts"
import { seriousViolations } from "./axe.ts"
import { browserPath, door, openWorkbench, textOf, visit, type Workbench } from "./harness.ts"

const CLI = resolve(import.meta.dirname, "../../out/main/cli.js")
const assay = async (...command: string[]) =>
  (await promisify(execFile)(process.execPath, [CLI, ...command], { maxBuffer: 1 << 26 })).stdout

describe.skipIf(!browserPath || door === "electron")("comparing", () => {
  let workbench: Workbench
  let page: Page

  beforeAll(async () => {
    workbench = await openWorkbench({ withRun: true })
    page = workbench.page
    await page.getByTestId("sweep-chart").waitFor()
  })
  afterAll(() => workbench?.close())

  /** Once what is shown is of the sides as they are. */
  const compared = () => page.getByTestId("comparison").waitFor()
  const flips = async () => {
    const kinds = ["newlyHit", "newlyMissed", "newlyCleared", "newlyCaught"] as const
    const counts = kinds.map((kind) =>
      textOf(page.getByTestId(`flip-${kind}`).locator(".flip-count")).then(Number),
    )
    return Object.fromEntries((await Promise.all(counts)).map((count, i) => [kinds[i], count]))
  }
  /** What the terminal says of the same two sides. */
  async function asTold(...options: string[]): Promise<ComparisonReport> {
    return JSON.parse(await assay("compare", workbench.report!.run, ...options, "--json")) as ComparisonReport
  }

  it("says that there is nothing to compare until something is moved, and offers a beginning", async () => {
    await page.getByRole("link", { name: "Compare", exact: true }).click()
    const same = page.getByTestId("compare-same")
    await same.getByText("Both sides are the same").waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await same.getByRole("button", { name: "B at threshold 0.400" }).click()
    await compared()
    expect(page.url()).toContain("threshold=0.4")
  })

  it("compares policies tier by tier, and looks closely at the one that is chosen", async () => {
    const tiers = "0.05,0.1,0.15,0.2,0.5"
    await visit(page, `#/compare?run=${workbench.run}&tiers=${tiers}`)
    await page.getByTestId("compare-same").waitFor()
    const cells = await page.getByTestId("tier-flips-suspend").locator("td.number").allTextContents()
    const [before, after, ...counts] = cells.map(Number)
    expect([before, after]).toEqual([0.8, 0.5])
    const told = await asTold("--threshold", "0.8", "--threshold-b", "0.5")
    const { newlyHit, newlyMissed, newlyCleared, newlyCaught } = told.flips
    expect(counts).toEqual([newlyHit, newlyMissed, newlyCleared, newlyCaught])
    await page.getByRole("button", { name: "Look at it: Suspend" }).click()
    await compared()
    expect(await flips()).toEqual(told.flips)
  })

  it("tells from the first screen who is newly hit and newly missed by a moved threshold", async () => {
    await visit(page, `#/trade-offs?run=${workbench.run}&threshold=0.1`)
    await page.getByTestId("compare-link").click()
    await compared()
    const told = await asTold("--threshold-b", "0.1")
    expect(told.flips.newlyHit).toBeGreaterThan(0)
    expect(await flips()).toEqual(told.flips)
    expect(await textOf(page.getByTestId("changes"))).toContain("The threshold falls from 0.200 to 0.100")
    const recall = told.figures.find(({ figure }) => figure === "recall")!
    const shown = await textOf(page.getByTestId("compared-recall"))
    expect(shown).toContain(`+${(100 * recall.difference).toFixed(2)} pp`)
    expect(shown).toContain(recall.verdict)
    expect(await textOf(page.getByTestId("flip-reasons"))).toContain("the threshold fell")
  })

  it("shows each group with its archetypes and accounts, and leads to an account", async () => {
    const report = await asTold("--threshold-b", "0.1", "--flips", "1000")
    await page.getByTestId("flip-newlyCaught").click()
    await expect.poll(() => page.getByTestId("flip-newlyCaught").getAttribute("aria-pressed")).toBe("true")
    const caught = report.listed.filter(({ flip }) => flip === "newlyCaught")
    const rows = page.getByTestId("flipped-accounts").locator("tbody tr")
    await expect.poll(() => rows.count()).toBe(Math.min(10, caught.length))
    const archetypes = report.archetypes.filter(({ newlyCaught }) => newlyCaught > 0)
    await expect
      .poll(() => page.getByTestId("flip-archetypes").locator("tbody tr").count())
      .toBe(archetypes.length)
    await page.reload()
    await compared()
    expect(await page.getByTestId("flip-newlyCaught").getAttribute("aria-pressed")).toBe("true")
    await rows.first().getByRole("link").click()
    await page.getByTestId("account-page").waitFor()
    expect(page.url()).toContain(`account=${caught[0]!.account}`)
    await page.goBack()
    await compared()
  })

  it("moves a side by keyboard, swaps the sides, and chooses both thresholds for one rate", async () => {
    const number = page.getByTestId("threshold-a")
    await number.fill("0.5")
    await number.press("Enter")
    await expect.poll(() => page.url()).toContain("a-threshold=0.5")
    await compared()
    const before = await flips()
    await page.getByTestId("swap").click()
    await expect.poll(() => textOf(page.getByTestId("changes"))).toContain("rises from 0.100 to 0.500")
    await compared()
    const after = await flips()
    expect(after).toEqual({
      newlyHit: before.newlyCleared,
      newlyMissed: before.newlyCaught,
      newlyCleared: before.newlyHit,
      newlyCaught: before.newlyMissed,
    })
    await page.getByText("FPR ≤ 1%", { exact: true }).click()
    await page.getByTestId("compare-same").waitFor()
    await page.getByText("as set", { exact: true }).click()
    await compared()
  })

  it("compares two definitions of one run", async () => {
    await page.getByRole("button", { name: "Change the definition of side A" }).click()
    const oversight = page.getByLabel("Oversight of side A")
    await oversight.fill("50")
    await page.keyboard.press("Escape")
    await expect.poll(() => page.url()).toContain("a-oversight=0.5")
    await page.getByText("Oversight counts as meaningful from 25.0% on instead of 50.0%.").waitFor()
    await compared()
  })

  it("looks at cohorts with a correction for how many there are", async () => {
    await visit(page, `#/compare?run=${workbench.run}&threshold=0.1&cohorts=language`)
    await compared()
    const told = await asTold("--threshold-b", "0.1", "--cohort", "language")
    await expect
      .poll(() => textOf(page.getByTestId("cohort-sum")))
      .toContain(`each cohort and class: ${told.cohorts.length}.`)
    const moved = told.cohorts.filter(({ gained, lost }) => gained + lost > 0)
    await expect
      .poll(() => page.getByTestId("cohort-differences").locator("tbody tr").count())
      .toBe(moved.length)
  })

  it("draws both sides in one picture, and tells them in words", async () => {
    for (const chart of ["compare-roc-chart", "compare-sweep-chart", "compare-distribution-chart"])
      expect(await page.getByTestId(chart).getAttribute("aria-label")).toMatch(/Side A.*side B/i)
  })

  for (const scheme of ["light", "dark"] as const)
    it(`finds nothing serious, ${scheme}`, async () => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" })
      await compared()
      await page.waitForTimeout(300)
      expect(await seriousViolations(page)).toEqual([])
    })

  it("compares two runs of the same accounts, and of others their figures only", async () => {
    const store = resolve(workbench.report!.run, "..")
    const scenario = join(freshFolder(), "tiny.yaml")
    writeFileSync(
      scenario,
      "name: tiny\nseed: tiny\naccounts: 500\ndays: 14\nprevalence: 0.1\n" +
        "fusion: {learning: {accounts: 1000, prevalence: 0.1}}\ndetectors: {use: [posting-rhythm, co-action, clock-alignment]}\n",
    )
    await assay("run", scenario, "--store", store)
    await assay("run", scenario, "--seed", "other", "--store", store)
    await page.reload()
    await compared()
    await page.getByTestId("run-a").click()
    await page.getByRole("listbox").getByText("Other accounts: figures only").waitFor()
    // The one of the same accounts that is not chosen yet.
    await page
      .getByRole("option", { selected: false })
      .filter({ hasText: /^tiny · 500/ })
      .click()
    await page.getByText(/^New in B: /).waitFor()
    await compared()
    expect(await page.getByTestId("flip-group").count()).toBe(1)

    await page.getByTestId("run-a").click()
    await page.getByRole("option", { name: /^tiny · other/ }).click()
    await page.getByTestId("unpaired").waitFor()
    await compared()
    expect(await page.getByTestId("flip-group").count()).toBe(0)
    expect(await page.getByTestId("compared-figures").locator("tbody tr").count()).toBe(5)
    await page.getByText("Another seed: tiny instead of other.").waitFor()
  })

  it("says so when a side is gone, and has a way on", async () => {
    await visit(page, `#/compare?run=${workbench.run}&a=gone-000`)
    await page.getByTestId("compare-a-failed").getByText("Run A, gone-000, cannot be opened").waitFor()
    await page.getByRole("button", { name: "Take the open run for A as well" }).click()
    await page.getByTestId("compare-same").waitFor()
  })

  it("complains of nothing but the run that is gone", () => {
    const own = workbench.complaints.filter((complaint) => !complaint.includes("404"))
    expect(own).toEqual([])
  })
})
