import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { LeakageReport, RealismReport } from "../../src/api/contract.ts"
import { browserPath, openWorkbench, textOf, visit, type Workbench } from "./harness.ts"

/** A small scenario is measured in seconds, but all of its rows are. */
const MEASURING_MS = 60_000

describe.skipIf(!browserPath)("realism", () => {
  let workbench: Workbench
  let page: Page

  beforeAll(async () => {
    workbench = await openWorkbench({ withRun: true })
    page = workbench.page
    await page.getByTestId("sweep-chart").waitFor()
  })
  afterAll(() => workbench?.close())

  it("says why a scenario cannot be measured, and tries again", async () => {
    const message = 'There is no scenario "tiny".'
    await page.route("**/api/realism/events?*", (route) =>
      route.fulfill({ status: 404, json: { kind: "UsageError", message } }),
    )
    await visit(page, `#/realism?run=${workbench.run}`)
    await page.getByTestId("realism-failed").getByText(message).waitFor()
    await page.unroute("**/api/realism/events?*")
    await page.getByRole("button", { name: "Try again" }).click()
    await page
      .getByTestId("realism-measuring")
      .getByText(/Generating and measuring tiny/)
      .waitFor()
    await page.getByTestId("realism-sum").waitFor({ timeout: MEASURING_MS })
  })

  it("shows every row of the run's scenario with its verdict", async () => {
    const report: RealismReport = await page.evaluate(async () =>
      (await fetch("/api/realism?scenario=tiny")).json(),
    )
    expect(report.rows.length).toBeGreaterThan(30)
    const rows = page.locator("[data-testid^=realism-row-]")
    expect(await rows.count()).toBe(report.rows.length)
    const words = (await rows.locator(".verdict-word").allTextContents()).map((text) => text.slice(2))
    expect(words.filter((word) => word === "met").length).toBe(report.met)
    expect(words.filter((word) => word === "check passed").length).toBe(report.checksMet)
    expect(words.filter((word) => word === "does not apply").length).toBe(
      report.rows.length - report.applicable - report.checks,
    )
    expect(await textOf(page.getByTestId("realism-sum"))).toContain(
      `${report.met} of ${report.applicable} published figures`,
    )

    const idle = report.rows.find(({ met }) => met === null)!
    expect(await textOf(page.getByTestId(`realism-row-${idle.id}`))).toContain(idle.why!)
    const first = report.rows[0]!
    // After a click a page shows no focus until a key is pressed.
    await page.keyboard.press("Tab")
    await page.getByTestId(`realism-row-${first.id}`).getByRole("button").focus()
    await page.getByRole("tooltip").getByText(first.source).waitFor()
    const measured = report.rows.find(({ met }) => met !== null)!
    const plot = page.getByTestId(`realism-row-${measured.id}`).getByRole("img")
    expect(await plot.getAttribute("aria-label")).toMatch(/^Generated .+, interval .+; published .+/)

    const { met, applicable } = report.rows.reduce(
      (sum, row) =>
        row.group !== "text" || row.met === null
          ? sum
          : { met: sum.met + Number(row.met), applicable: sum.applicable + 1 },
      { met: 0, applicable: 0 },
    )
    await page.getByRole("button", { name: `Text ${met} of ${applicable}` }).click()
    const text = page.locator("#realism-section-text")
    await expect.poll(() => text.evaluate((section) => section === document.activeElement)).toBe(true)

    const switched = page.getByRole("switch", { name: "Only rows not met" })
    await switched.focus()
    await page.keyboard.press("Space")
    await expect.poll(() => rows.count()).toBe(report.applicable - report.met)
    await page.keyboard.press("Space")
  })

  it("shows what gives accounts away, and remembers in the address that it does", async () => {
    await page.getByText("Give-aways", { exact: true }).click()
    await expect.poll(() => page.url()).toContain("part=leakage")
    await page.getByTestId("leakage-sum").waitFor({ timeout: MEASURING_MS })
    const report: LeakageReport = await page.evaluate(async () =>
      (await fetch("/api/leakage?scenario=tiny")).json(),
    )
    const detectors = page.getByTestId("leakage-detectors").locator("tbody tr")
    expect(await detectors.count()).toBe(report.detectors.length)
    for (const [at, { auc }] of report.detectors.entries())
      if (auc !== null) expect(await textOf(detectors.nth(at))).toContain(auc.toFixed(3))
    const raw = page.getByTestId("leakage-features-raw").locator("tbody tr")
    expect(await raw.count()).toBeLessThan(report.features.length)
    await page.getByRole("button", { name: `Show all ${report.features.length}` }).click()
    await expect.poll(() => raw.count()).toBe(report.features.length)
    expect(await page.getByTestId("leakage-fusion").locator("tbody tr:has(td)").count()).toBe(
      3 + report.fusion.leaveOneOut.length,
    )
    await page.goBack()
    await page.getByTestId("realism-sum").waitFor()
    expect(page.url()).not.toContain("part=")
    await page.goForward()
    await page.getByTestId("leakage-sum").waitFor()
    expect(workbench.complaints.filter((complaint) => !complaint.includes("404"))).toEqual([])
  })
})
