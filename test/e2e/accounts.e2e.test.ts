import type { Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { seriousViolations } from "./axe.ts"
import { browserPath, openWorkbench, shownNumber, textOf, visit, type Workbench } from "./harness.ts"

/** What the server is asked for. */
const PATIENT = { timeout: 10_000 }

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
      ["flagged", /^Flagged/],
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
    // The list has the focus as soon as it is there.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-testid")))
      .toBe("account-grid")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    const account = page.getByTestId("account-page")
    await account.waitFor()
    expect(page.url()).toMatch(/account=\d+/)
    await account.getByTestId("log-odds-sum").waitFor()
    expect(await account.getByTestId(/^detector-/).count()).toBe(workbench.report!.detectors.length)
    expect(await account.locator(".reasons li").count()).toBeGreaterThan(0)
    await account.getByTestId("posts").waitFor()
    expect(await account.getByTestId("posts").getByRole("listitem").count()).toBeGreaterThan(0)

    // The truth is told only when it is asked for.
    expect(await account.getByText("No detector sees it").count()).toBe(0)
    expect(await page.getByTestId("account-outcome").count()).toBe(0)
    await account.getByRole("button", { name: "Reveal the truth" }).click()
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
    await account.getByTestId("log-odds-sum").waitFor()
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
    await page.getByRole("button", { name: "Remove the filter Grade: full" }).click()
    await expect.poll(() => grid.getAttribute("aria-rowcount")).toBe("501")
  })

  it("tells an account's grade and days only with the truth", async () => {
    await visit(page, `#/accounts?run=${workbench.run}&outcome=all&grade=full&sort=account`)
    await page.locator("#account-row-0").click()
    const truth = page.getByTestId("account-truth")
    await truth.waitFor()
    const show = truth.getByRole("button", { name: "Reveal the truth" })
    if (await show.isVisible()) {
      expect(await truth.getByText("Automation runs").count()).toBe(0)
      await show.click()
    }
    expect(await textOf(truth)).toMatch(/Grade by the definitionfullAutomation runson all 14 days/)
  })

  it("tells why it was flagged and what would have cleared it, and is right about it", async () => {
    await visit(page, `#/accounts?run=${workbench.run}&outcome=flagged&account=161`)
    const clearing = page.getByTestId("account-clearing")
    await clearing.getByText("Why it was flagged, and what would have cleared it").waitFor()
    expect(await textOf(clearing)).toMatch(/carried by .* log-odds/)
    const risk = Number((await textOf(clearing)).match(/every threshold up to (0\.\d+)/)![1])
    // Above its own risk it is not flagged, and the page says what would have flagged it.
    await visit(page, `#/accounts?run=${workbench.run}&outcome=all&account=161&threshold=${risk + 0.001}`)
    await clearing.getByText("Why it was not flagged, and what would have flagged it").waitFor()
    expect(await textOf(clearing.getByTestId("clearing-smallest"))).toMatch(
      /would have flagged it: .* or (more|less)/,
    )
  })

  it("shows what the account did, with whom, and its fingerprints", async () => {
    await visit(page, `#/accounts?run=${workbench.run}&outcome=flagged&account=253`)
    const pictures = page.getByTestId("account-pictures")
    await pictures
      .getByRole("button", { name: /^(Image|Video) of/ })
      .first()
      .click()
    await pictures.getByTestId("picture-words").waitFor()
    expect(await pictures.getByTestId("spectrum").getAttribute("aria-label")).toMatch(/Median power spectrum/)
    expect(await textOf(page.getByTestId("account-gaps"))).toContain(
      "authentic accounts with about as many posts",
    )
    expect(await page.getByTestId("sessions").getAttribute("aria-label")).toMatch(/Sessions.*: \d+/)
    const partners = page.getByTestId("account-neighbours")
    await partners
      .getByText(/^Objects acted on together/)
      .first()
      .click()
    await partners
      .getByText(/^Post \d+,.* apart; by/)
      .first()
      .waitFor()
  })

  it("leafs through the list with J and K, as one step of the history", async () => {
    await openFalsePositives()
    await page.locator("#account-row-0").click()
    await page.getByTestId("account-page").waitFor()
    const place = page.getByTestId("account-place")
    expect(await textOf(place)).toMatch(/^1 of \d+ in the list/)
    await page.keyboard.press("j")
    await page.keyboard.press("j")
    await expect.poll(() => textOf(place)).toMatch(/^3 of/)
    await page.keyboard.press("k")
    await expect.poll(() => textOf(place)).toMatch(/^2 of/)
    await page.getByRole("button", { name: "Next J" }).click()
    await expect.poll(() => textOf(place)).toMatch(/^3 of/)
    await page.keyboard.press("Escape")
    await page.getByTestId("account-page").waitFor({ state: "hidden" })
    // The keyboard goes on from the account that was open last.
    await expect
      .poll(() => page.getByTestId("account-grid").getAttribute("aria-activedescendant"))
      .toBe("account-row-2")
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-testid")))
      .toBe("account-grid")
    await page.keyboard.press("End")
    const rows = Number(await page.getByTestId("account-grid").getAttribute("aria-rowcount"))
    await expect
      .poll(() => page.getByTestId("account-grid").getAttribute("aria-activedescendant"))
      .toBe(`account-row-${rows - 2}`)
  })

  it("narrows the list by search, cohort, score and flips, each a chip and in the address", async () => {
    await visit(page, `#/accounts?run=${workbench.run}&outcome=all`)
    const rowCount = async () =>
      Number(await page.getByTestId("account-grid").getAttribute("aria-rowcount")) - 1
    const search = page.getByTestId("account-search")
    await search.fill("49")
    // 49 and 490 to 499.
    await expect.poll(rowCount).toBe(11)
    await search.fill("merchant")
    await expect.poll(() => page.url()).toContain("search=merchant")
    await expect.poll(rowCount).toBeGreaterThan(11)
    const merchants = await rowCount()
    await page.getByTestId("filters").click()
    await page.getByRole("button", { name: "Set" }).click()
    await page.getByRole("button", { name: "Remove the filter Risk: 0 to 1" }).waitFor()
    expect(await rowCount()).toBe(merchants)
    await page.getByTestId("cohort-select").click()
    await page.getByRole("option", { name: "merchant with scheduler" }).click()
    await expect.poll(() => page.url()).toContain("cohort=archetype%3Amerchant-with-scheduler")
    await page.keyboard.press("Escape")
    await page.getByRole("button", { name: "Clear all filters" }).click()
    await expect.poll(rowCount).toBe(500)

    await visit(page, `#/accounts?run=${workbench.run}&outcome=all&flips=no-longer-flagged&threshold=0.9`)
    const before = workbench.report!.operatingPoints.find(({ name }) => name === "scenario")!.observed
    await expect.poll(rowCount).toBeGreaterThan(0)
    const dropped = await rowCount()
    const flagged = await shownNumber(page, "count-flagged")
    expect(dropped).toBe(before.truePositives + before.falsePositives - flagged)
  })

  it("finds an account by the name that it shows", async () => {
    await visit(page, `#/accounts?run=${workbench.run}&outcome=all&account=3`)
    const name = page.getByTestId("account-page").getByRole("heading", { level: 2 })
    await expect.poll(() => textOf(name), PATIENT).toMatch(/\p{L}/u)
    const shown = await textOf(name)
    await visit(page, `#/accounts?run=${workbench.run}&outcome=all`)
    await page.getByTestId("account-search").fill(shown)
    const grid = page.getByTestId("account-grid")
    await expect.poll(() => textOf(grid), PATIENT).toContain(shown)
    await expect.poll(async () => Number(await grid.getAttribute("aria-rowcount")), PATIENT).toBeLessThan(20)
  })

  it("is without serious violations of accessibility where filters and fingerprints are open", async () => {
    await visit(page, `#/accounts?run=${workbench.run}&outcome=all&grade=full&score=risk:0:1`)
    await page.getByTestId("filters").click()
    await page.getByTestId("filter-panel").waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await page.keyboard.press("Escape")
    await page.emulateMedia({ colorScheme: "dark" })
    await visit(page, `#/accounts?run=${workbench.run}&outcome=all&account=253`)
    await page
      .getByRole("button", { name: /^(Image|Video) of/ })
      .first()
      .click()
    await page.getByTestId("account-reports").waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: "light" })
    expect(workbench.complaints).toEqual([])
  }, 120_000)

  it("says so when the address names an account that is not there", async () => {
    await visit(page, `#/accounts?run=${workbench.run}&account=500`)
    await page.getByText("There is no account 500").waitFor()
    await page.getByText("numbered 0 to 499").waitFor()
  })
})
