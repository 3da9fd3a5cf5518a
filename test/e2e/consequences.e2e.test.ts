import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { browserPath, openWorkbench, textOf, visit, type Workbench } from "./harness.ts"

describe.skipIf(!browserPath)("consequences", () => {
  let workbench: Workbench
  let page: Page

  beforeAll(async () => {
    workbench = await openWorkbench({ withRun: true })
    page = workbench.page
    await page.getByTestId("sweep-chart").waitFor()
    await page.getByRole("link", { name: "Consequences", exact: true }).click()
    await allKnown()
  })
  afterAll(() => workbench?.close())

  const allKnown = () =>
    page.locator('[data-testid="consequences-working"][data-working="none"]').waitFor({ state: "attached" })
  const figure = (name: string) => textOf(page.getByTestId(`consequences-${name}`))

  it("follow the flags to their ends, with the queue, the curves, two cuts and the reviewers it takes", async () => {
    expect(await figure("basis")).toContain("40 replicates")
    expect(await figure("wrongfulDays")).toMatch(/\d/)
    for (const chart of ["funnel", "queue-flow", "queue-backlog", "curve-cost", "curve-wrongfulDays"])
      expect(await page.getByTestId(`${chart}-chart`).getAttribute("aria-label")).toMatch(/\d/)
    expect(await textOf(page.getByTestId("staffing-answer"))).toContain("on a shift [")
    expect(await page.getByTestId("two-cuts").getByRole("button").count()).toBe(55)
  })

  it("are worked out anew for other reviewers, which the address tells and undo takes back", async () => {
    await page.getByTestId("after-review.reviewers").fill("0")
    await page.waitForURL(/after=review\.reviewers%3A0/)
    await page.locator('[data-stale="false"]').waitFor()
    await allKnown()
    expect(await figure("within24Hours")).toMatch(/^(0%|–)/)
    await page.getByRole("button", { name: /Undo/ }).click()
    await page.waitForURL((url) => !url.href.includes("after="))
    await allKnown()
    expect(await page.getByTestId("after-review.reviewers").inputValue()).toBe("1")
  })

  it("set both tiers by a click on a cell", async () => {
    await page.locator('[data-cell="2-7"]').click()
    await page.waitForURL(/tiers=/)
    const { hash } = new URL(page.url())
    const tiers = new URLSearchParams(hash.split("?")[1]).get("tiers")!.split(",")
    expect(tiers.slice(-2)).toEqual(["0.25", "0.75"])
  })

  it("open with what an address says of the time after a flag", async () => {
    await visit(
      page,
      `#/consequences?run=${workbench.run}&after=review.order:riskiest,enforcement.noticeDays:2`,
    )
    expect(await page.getByTestId("after-review.order").inputValue()).toBe("riskiest")
    expect(await page.getByTestId("after-enforcement.noticeDays").inputValue()).toBe("2")
    await allKnown()
    expect(workbench.complaints).toEqual([])
  })
})
