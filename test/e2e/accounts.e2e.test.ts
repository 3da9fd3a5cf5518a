import type { Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { browserPath, openWorkbench, shownNumber, textOf, visit, type Workbench } from "./harness.ts"

describe.skipIf(!browserPath)("accounts", () => {
  let workbench: Workbench
  let page: Page

  beforeAll(async () => {
    workbench = await openWorkbench({ withRun: true })
    page = workbench.page
    await page.getByTestId("sweep-chart").waitFor()
  })
  afterAll(() => workbench?.close())
  beforeEach(() => visit(page, "#/runs"))

  /** At a low threshold, so that there is somebody on each side. */
  async function openFalsePositives(): Promise<void> {
    await visit(page, `#/accounts?run=${workbench.run}&threshold=0.1`)
    await page.getByTestId("account-grid").waitFor()
  }

  it("shows as many accounts of each kind as the matrix counts", async () => {
    await openFalsePositives()
    const grid = page.getByTestId("account-grid")
    for (const [outcome, name] of [
      ["fn", /^False negatives/],
      ["tp", /^True positives/],
      ["tn", /^True negatives/],
      ["fp", /^False positives/],
      ["all", /^All/],
    ] as const) {
      await page.getByText(name).click()
      const count = await shownNumber(page, `count-${outcome}`)
      await expect.poll(() => grid.getAttribute("aria-rowcount")).toBe(String(count + 1))
    }
    expect(await shownNumber(page, "count-all")).toBe(500)
  })

  it("orders the rows by the column that is chosen", async () => {
    await visit(page, `#/accounts?run=${workbench.run}&outcome=all&sort=followers`)
    const headers = page.getByTestId("account-grid").getByRole("columnheader")
    await headers.first().waitFor()
    const place = (await headers.allInnerTexts()).findIndex((text) => text.startsWith("Followers"))
    const cells = page.locator(`[role=row] [role=gridcell]:nth-child(${place + 1})`)
    await cells.first().waitFor()
    const followers = (await cells.allInnerTexts()).map((text) => Number(text.replaceAll(",", "")))
    expect(followers.length).toBeGreaterThan(10)
    expect(followers).toEqual(followers.toSorted((a, b) => a - b))
    await page.getByText("High first").click()
    await expect.poll(() => page.url()).toContain("sort=-followers")
  })

  it("opens a false positive with the keyboard, with reasons, posts and truth", async () => {
    await openFalsePositives()
    const grid = page.getByTestId("account-grid")
    await grid.focus()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    const account = page.getByTestId("account-page")
    await account.waitFor()
    expect(page.url()).toMatch(/account=\d+/)
    expect(await account.getByTestId(/^detector-/).count()).toBe(workbench.report!.detectors.length)
    expect(await account.locator(".reasons li").count()).toBeGreaterThan(0)
    expect(await account.getByTestId("posts").getByRole("listitem").count()).toBeGreaterThan(0)

    // The truth is told only when it is asked for.
    expect(await account.getByText("No detector sees it").count()).toBe(0)
    expect(await page.getByTestId("account-outcome").count()).toBe(0)
    await account.getByRole("button", { name: "Show what really runs it" }).click()
    await account.getByTestId("account-truth").getByText("No detector sees it").waitFor()
    expect(await textOf(page.getByTestId("account-outcome"))).toBe("authentic, wrongly flagged")

    await page.keyboard.press("Escape")
    await account.waitFor({ state: "hidden" })
    await expect.poll(() => page.url()).not.toContain("account=")
    expect(workbench.complaints).toEqual([])
  })

  it("opens a clicked account again with Enter after Escape", async () => {
    await openFalsePositives()
    const account = page.getByTestId("account-page")
    await page.locator("#account-row-1").click()
    await account.waitFor()
    const opened = page.url().match(/account=\d+/)![0]
    await page.keyboard.press("Escape")
    await account.waitFor({ state: "hidden" })
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest("[data-testid=account-grid]") !== null))
      .toBe(true)
    await page.keyboard.press("Enter")
    await account.waitFor()
    expect(page.url()).toContain(opened)
    await page.keyboard.press("Escape")
    await account.waitFor({ state: "hidden" })
  })

  it("adds the log-odds up to the risk, from where fusion starts", async () => {
    await visit(page, `#/accounts?run=${workbench.run}&outcome=all&account=3`)
    const account = page.getByTestId("account-page")
    await account.waitFor()
    const numbers = async (selector: string) =>
      (await account.locator(selector).allTextContents()).map((text) =>
        Number(text.replace("−", "-").replace(" log-odds", "")),
      )
    const [start] = await numbers("[data-testid=log-odds-start] .contribution")
    const [sum] = await numbers("[data-testid=log-odds-sum] .contribution")
    const added = await numbers(".detector .contribution")
    expect(added.length).toBe(workbench.report!.detectors.length)
    // Each of them is rounded to two decimals.
    const rounding = 0.005 * (added.length + 2) + 0.001
    expect(Math.abs(added.reduce((total, one) => total + one, start!) - sum!)).toBeLessThan(rounding)
    const risk = Number(await textOf(page.locator(".verdict-risk .figure-value")))
    expect(1 / (1 + Math.exp(-sum!))).toBeCloseTo(risk, 2)
  })

  it("follows a link from one account to another and back", async () => {
    await visit(page, `#/accounts?run=${workbench.run}&outcome=all&account=3`)
    await page.getByTestId("account-page").waitFor()
    await visit(page, `#/accounts?run=${workbench.run}&outcome=all&account=499`)
    await page.getByRole("heading", { name: "Account 499" }).waitFor()
    await page.goBack()
    await page.getByRole("heading", { name: "Account 3", exact: true }).waitFor()
  })

  it("shows the accounts of one grade, as many as Trade-offs counts", async () => {
    await visit(page, `#/trade-offs?run=${workbench.run}&oversight=0.9`)
    await page.getByTestId("grade-full").waitFor()
    const full = await shownNumber(page, "grade-full")
    expect(full).toBeGreaterThan(0)
    await visit(page, `#/accounts?run=${workbench.run}&oversight=0.9&outcome=all&grade=full`)
    const grid = page.getByTestId("account-grid")
    await expect.poll(() => grid.getAttribute("aria-rowcount")).toBe(String(full + 1))
    await page.getByTestId("grade-select").click()
    await page.getByRole("option", { name: "all grades" }).click()
    await expect.poll(() => grid.getAttribute("aria-rowcount")).toBe("501")
  })

  it("tells an account's grade and days only with the truth", async () => {
    await visit(page, `#/accounts?run=${workbench.run}&outcome=all&grade=full&sort=account`)
    await page.locator("#account-row-0").click()
    const truth = page.getByTestId("account-truth")
    await truth.waitFor()
    const show = truth.getByRole("button", { name: "Show what really runs it" })
    if (await show.isVisible()) {
      expect(await truth.getByText("Automation runs").count()).toBe(0)
      await show.click()
    }
    expect(await textOf(truth)).toMatch(/Grade by the definitionfullAutomation runson all 14 days/)
  })

  it("says so when the address names an account that is not there", async () => {
    await visit(page, `#/accounts?run=${workbench.run}&account=500`)
    await page.getByText("There is no account 500").waitFor()
    await page.getByText("numbered 0 to 499").waitFor()
  })
})
