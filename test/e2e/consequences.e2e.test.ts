import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { seriousViolations } from "./axe.ts"
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

  it("leave the bar of what is worked out room of its own below the last button", async () => {
    await page.evaluate(() => document.querySelector(".consequences")!.scrollIntoView({ block: "end" }))
    const [play, bar] = await Promise.all(
      ["rounds-play", "consequences-working"].map((id) => page.getByTestId(id).boundingBox()),
    )
    expect(bar!.height).toBeGreaterThan(36)
    expect(bar!.y).toBeGreaterThanOrEqual(play!.y + play!.height)
  })

  it("show the funnel of one cohort, and of all again", async () => {
    const told = () => page.getByTestId("funnel-chart").getAttribute("aria-label")
    const ofAll = await told()
    await page.getByTestId("funnel-of").selectOption({ label: "casual" })
    await expect.poll(told).not.toBe(ofAll)
    // Nobody casual is AI-managed.
    expect(await told()).toMatch(/Flagged: [\d.]+ authentic, 0 AI-managed/)
    expect(await page.getByTestId("flag-ends").locator("tbody tr").count()).toBeGreaterThan(0)
    await page.getByTestId("funnel-of").selectOption("")
    await expect.poll(told).toBe(ofAll)
  })

  it("are worked out anew for other reviewers, which the address tells and undo takes back", async () => {
    await page.getByTestId("after-review.reviewers").fill("0")
    await page.waitForURL(/after=review\.reviewers%3A0/)
    // What is not known yet stays on the screen, and says of which setting it is; nothing of it can be saved.
    const waiting = page.locator('[data-part="surface"][data-stale="true"]')
    await waiting.waitFor()
    expect(await textOf(waiting)).toContain("As of the earlier setting")
    expect(await waiting.getByRole("button", { name: /Save/ }).count()).toBe(0)
    expect(await waiting.locator("[data-cell]").count()).toBe(55)
    await allKnown()
    expect(await page.locator('[data-stale="true"]').count()).toBe(0)
    expect(await figure("within24Hours")).toMatch(/^(0%|–)/)
    await page.getByRole("button", { name: /Undo/ }).click()
    await page.waitForURL((url) => !url.href.includes("after="))
    await allKnown()
    expect(await page.getByTestId("after-review.reviewers").inputValue()).toBe("1")
  })

  it("tell the band of the cell that the arrow keys lead to", async () => {
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.cell)
    await page.locator('[data-testid="two-cuts"] [aria-current="true"]').focus()
    await page.keyboard.press("Home")
    const first = await focused()
    await page.keyboard.press("ArrowRight")
    expect(await focused()).not.toBe(first)
    const told = await textOf(page.getByTestId("two-cuts-told"))
    expect(told).toMatch(/Human review from 0.25, suspend from 0.35:.*Waiting [\d.,]+ [\d.,]+ – [\d.,]+/s)
    expect(await page.locator(":focus").getAttribute("aria-label")).toMatch(/, band [\d.,]+ – [\d.,]+$/)
  })

  it("set both tiers by a click on a cell", async () => {
    await page.locator('[data-cell="2-7"]').click()
    await page.waitForURL(/tiers=/)
    const { hash } = new URL(page.url())
    const tiers = new URLSearchParams(hash.split("?")[1]).get("tiers")!.split(",")
    expect(tiers.slice(-2)).toEqual(["0.25", "0.75"])
  })

  it("set what follows a flag section by section, and say how many of a closed one are moved", async () => {
    const appeals = page.getByTestId("after-section-appeals")
    await appeals.click()
    await page.getByTestId("after-appeals.authenticFile").fill("2")
    expect(await page.getByTestId("after-appeals.authenticFile").getAttribute("aria-invalid")).toBe("true")
    await page.getByTestId("after-appeals.authenticFile").fill("0.5")
    await page.waitForURL(/after=appeals\.authenticFile%3A0\.5/)
    await appeals.click()
    expect(await textOf(appeals)).toContain("1 changed")
    await page.getByTestId("after-section-costs").click()
    await page.getByTestId("after-cost-add").selectOption({ label: "casual" })
    await page.getByTestId("after-cost-archetype-casual").fill("7")
    await page.waitForURL(/falsePositiveOf\.archetype\.casual%3A7/)
    await page.getByRole("button", { name: "Remove the cost of casual" }).click()
    await page.waitForURL((url) => !url.href.includes("falsePositiveOf"))
  })

  it("find the cheapest policy within limits, set it, and go back", async () => {
    await visit(page, `#/consequences?run=${workbench.run}&threshold=0.2`)
    await page.getByTestId("cheapest-mostActedOn").fill("5")
    await page.getByTestId("cheapest-find").click()
    const found = page.getByTestId("cheapest-row-cheapest-1")
    await found.waitFor()
    expect(await textOf(page.getByTestId("cheapest-found"))).toContain("costs least within the limits")
    expect(await textOf(page.getByTestId("cheapest-row-present-1"))).toContain("at most 5.00% of authentic")
    const before = new URL(page.url()).hash
    const apply = page.getByTestId("cheapest-apply-cheapest-1")
    await apply.click()
    await page.waitForURL((url) => url.hash !== before)
    expect(await textOf(apply)).toBe("Set")
    await page.getByRole("button", { name: /Undo/ }).click()
    await page.waitForURL((url) => url.hash === before)
    expect(await textOf(apply)).toBe("Apply")
    await page.getByTestId("cheapest-hours").fill("1")
    expect(await apply.isDisabled()).toBe(true)
  })

  it("hold the setting against a policy, and say what is more than chance, for whom", async () => {
    await page.getByTestId("versus-policy").selectOption("bundled:strict")
    await page.getByTestId("versus-compare").press("Enter")
    await page.getByTestId("versus-answer").waitFor()
    // The button gave way to the progress, and that to the button: the keys are still where they were.
    expect(await textOf(page.locator(":focus"))).toBe("Compare again")
    expect(await textOf(page.getByTestId("versus-clearly"))).toContain("strict")
    expect(await textOf(page.getByTestId("versus-recall"))).toMatch(/points.*(clear|chance)/s)
    expect(await page.getByTestId("versus-cohorts").getByRole("row").count()).toBeGreaterThan(5)
    // With all of its sections and both answers open.
    for (const section of ["reviewers", "enforcement", "strikes", "appeals", "costs", "readers"])
      await page.getByTestId(`after-section-${section}`).click()
    await page.getByTestId("after-readers.depth").waitFor()
    await page.getByTestId("after-section-readers").press("Tab")
    await page.waitForTimeout(300)
    expect(await seriousViolations(page)).toEqual([])
    await page
      .getByTestId("versus-input")
      .setInputFiles({ name: "torn.yaml", mimeType: "text/yaml", buffer: Buffer.from("tiers: 3") })
    await page.getByText("torn.yaml is not a policy that can be compared").waitFor()
  })

  it("open with what an address says of the time after a flag", async () => {
    await visit(
      page,
      `#/consequences?run=${workbench.run}&after=review.order:riskiest,enforcement.noticeDays:2`,
    )
    expect(await page.getByTestId("after-review.order").inputValue()).toBe("riskiest")
    expect(await page.getByTestId("after-enforcement.noticeDays").inputValue()).toBe("2")
    await allKnown()
    // A file that is no policy is told by an answer of 400.
    expect(workbench.complaints.filter((one) => !one.includes("400"))).toEqual([])
  })
})
