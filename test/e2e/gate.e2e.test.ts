import { rmSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { checkReports, putChecks } from "../setup/kept-checks.ts"
import { seriousViolations } from "./axe.ts"
import { browserPath, openWorkbench, textOf, visit, type Workbench } from "./harness.ts"

describe.skipIf(!browserPath)("the gate", () => {
  let workbench: Workbench
  let page: Page
  let ids: readonly string[]

  beforeAll(async () => {
    workbench = await openWorkbench({ withRun: true })
    page = workbench.page
    await page.getByTestId("sweep-chart").waitFor()
  })
  afterAll(() => workbench?.close())

  const detail = () => page.getByTestId("gate-detail")
  const verdict = () => textOf(page.getByTestId("gate-verdict"))
  const entries = () => page.locator(".gate-entry-name").allTextContents()

  it("says what it is while there are no checks", async () => {
    await page.getByRole("link", { name: "Gate", exact: true }).click()
    await page.getByTestId("gate-empty").getByText("npx assay check").waitFor()
    expect(await seriousViolations(page)).toEqual([])
  })

  it("opens the newest check with its verdict, its exit code and the worst scenario first", async () => {
    ids = putChecks(workbench.store, checkReports(workbench.run))
    await page.reload()
    await detail().waitFor()
    expect(await verdict()).toContain("regress")
    expect(await verdict()).toContain("exit code 1")
    await expect
      .poll(entries)
      .toEqual(["tiny", "quickstart", "ring-of-merchants", "old-farm", "fleets", "brigade"])
    await page.getByText("exit code 1").focus()
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Tab")
    await page.getByRole("tooltip").getByText("what a pipeline goes by").waitFor()
    await page.keyboard.press("Escape")
  })

  it("tells why, with each figure against what matters and how many accounts would settle it", async () => {
    const why = page.getByTestId("gate-why")
    expect(await why.getByRole("listitem").first().textContent()).toContain(
      "Broken: Recall of content farm by Co-action alone at threshold 0.500 at least 90.0%",
    )
    const recall = page.getByTestId("gate-row-recall")
    expect(await textOf(recall)).toContain("−20.00 pp")
    expect(await textOf(recall)).toContain("✗ regress")
    expect(await recall.getByRole("img").getAttribute("aria-label")).toBe("−20.00 pp, −33.12 … −8.71")
    const auc = page.getByTestId("gate-row-auc")
    expect(await textOf(auc)).toContain("about 2,200 accounts would settle it")
    // Full where it is significant over all tests, hollow where it may be chance.
    expect(await recall.locator("circle").getAttribute("class")).toBe("difference-clear")
    expect(await auc.locator("circle").getAttribute("class")).toBe("difference-none")
  })

  it("shows the cohorts that count, and all of them on demand", async () => {
    const rows = page.getByTestId("gate-cohorts").locator("tbody tr")
    expect(await rows.count()).toBe(2)
    await page.getByRole("switch", { name: "All cohorts" }).focus()
    await page.keyboard.press("Space")
    await expect.poll(() => rows.count()).toBe(5)
    expect(await textOf(page.getByTestId("gate-row-language-en-recall"))).toContain("does not count")
    expect(await textOf(page.getByTestId("gate-cohorts-sum"))).toContain(
      "5 tests: 1 regress · 2 inconclusive · 2 pass",
    )
  })

  it("opens an account that changed sides, in the run that was checked", async () => {
    expect(await textOf(page.getByTestId("gate-flip-newlyMissed"))).toContain("14")
    const links = page.getByTestId("gate-flips").getByRole("link")
    expect(await links.count()).toBe(13)
    const about = page.getByTestId("gate-flip-cohorts")
    expect(await textOf(about)).toBe(
      "Newly missed: 13 of 14 are of the cohort “Chinese”, which holds 41.4% of the AI-managed accounts that were flagged.",
    )
    await page.getByRole("button", { name: "Show all 14" }).click()
    await expect.poll(() => links.count()).toBe(15)
    await page.getByTestId("gate-flip-newlyHit").click()
    // It is told of those that are looked at.
    expect(await about.count()).toBe(0)
    await links.first().click()
    await page.getByTestId("account-page").waitFor()
    expect(page.url()).toContain(`run=${workbench.run}`)
    expect(page.url()).toContain("account=17")
    await page.goBack()
    await detail().waitFor()
  })

  it("goes through scenarios by keyboard, and back by the address", async () => {
    await page.getByTestId("gate-scenario-tiny.yaml").focus()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await detail().getByRole("heading", { name: "quickstart" }).waitFor()
    expect(page.url()).toContain("checked=quickstart.yaml")
    // Its run is not in this store, so nothing of it can be opened.
    expect(await page.getByTestId("gate-flips").getByRole("link").count()).toBe(0)
    await detail().getByText("The run is not in this store").waitFor()
    await page.goBack()
    await detail().getByRole("heading", { name: "tiny" }).waitFor()
  })

  it("lists the scenarios of one outcome, and keeps that in the address", async () => {
    await page.getByTestId("gate-filter-new").focus()
    await page.keyboard.press("Enter")
    await expect.poll(entries).toEqual(["ring-of-merchants"])
    await detail().getByText("There is no baseline yet").first().waitFor()
    await page.reload()
    await detail().waitFor()
    expect(await entries()).toEqual(["ring-of-merchants"])
    await page.getByTestId("gate-filter-new").click()
    await expect.poll(async () => (await entries()).length).toBe(6)
  })

  it("shows an older check by its address, and what could not be looked at", async () => {
    await visit(page, `#/gate?check=${ids[1]}`)
    await page.getByTestId("gate-problems").getByText("torn.yaml: days must be 7 or more, got 1").waitFor()
    expect(await verdict()).toContain("exit code 2")
    await page.getByTestId("gate-select").click()
    await page.getByRole("option", { name: /pass/ }).click()
    await expect.poll(verdict).toContain("Nothing got worse")
    expect(page.url()).toContain(`check=${ids[2]}`)
    await detail().getByText("Equal to the baseline, bit for bit").first().waitFor()
  })

  it("saves the check as a page and as JSON", async () => {
    await page.getByTestId("gate-save").click()
    const saved = page.waitForEvent("download")
    await page.getByRole("menuitem", { name: "JSON" }).click()
    expect((await saved).suggestedFilename()).toBe(`check-${ids[2]}.json`)
    const html = await page.evaluate(
      async (id) => (await fetch(`/api/checks/${id}/html?lang=zh`)).text(),
      ids[2]!,
    )
    expect(html).toContain('<html lang="zh')
  })

  it("says so when a check is not there any more", async () => {
    rmSync(join(workbench.store, "checks", `${ids[1]}.json`))
    await visit(page, `#/gate?check=${ids[1]}`)
    await page.getByTestId("gate-failed").getByText("there is no check").waitFor()
    await page.getByRole("button", { name: "Open the newest" }).click()
    await expect.poll(verdict).toContain("regress")
    expect(workbench.complaints.filter((complaint) => !complaint.includes("404"))).toEqual([])
  })
})
