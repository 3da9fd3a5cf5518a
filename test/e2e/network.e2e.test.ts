import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { seriousViolations } from "./axe.ts"
import { browserPath, nextFrames, openWorkbench, textOf, visit, type Workbench } from "./harness.ts"

describe.skipIf(!browserPath)("the network", () => {
  let workbench: Workbench
  let page: Page

  beforeAll(async () => {
    workbench = await openWorkbench({ withRun: true })
    page = workbench.page
    await page.emulateMedia({ reducedMotion: "reduce" })
  })
  afterAll(() => workbench?.close())

  async function open(query = ""): Promise<void> {
    await visit(page, `#/network?run=${workbench.run}${query}`)
    await page.getByTestId("network-graph").waitFor()
    await page.locator(".network-progress").waitFor({ state: "detached" })
  }
  const legend = async () => (await textOf(page.getByTestId("network-legend"))).replaceAll(/\s+/g, " ")

  it("draws who acts together, and tells the same as a table", async () => {
    await open()
    const counts = await textOf(page.getByTestId("network-counts"))
    const [, shown, edges] = /^(\d+) of \d+ accounts.*; (\d+) of \d+ lines/.exec(counts)!
    expect(Number(shown)).toBeGreaterThan(10)
    const grid = page.getByTestId("network-accounts")
    expect(await grid.getAttribute("aria-rowcount")).toBe(String(Number(shown) + 1))
    await page.getByText("Lines", { exact: true }).first().click()
    expect(await page.getByTestId("network-edges").getAttribute("aria-rowcount")).toBe(
      String(Number(edges) + 1),
    )
  })

  it("shows a group that is chosen from the list, and what joins it", async () => {
    await open()
    await page.getByTestId("group-1").click()
    await expect.poll(() => page.evaluate(() => window.location.hash)).toContain("group=1")
    await page.getByTestId("shared-objects").waitFor()
    expect(await textOf(page.getByTestId("group-evidence"))).toMatch(/pairs of accounts .* acted within 60 s/)
    await page.goBack()
    await expect.poll(() => page.evaluate(() => window.location.hash)).not.toContain("group=")
  })

  it("goes from account to account by keyboard, and says which", async () => {
    await open("&group=1")
    const graph = page.getByTestId("network-graph")
    await graph.focus()
    await page.keyboard.press("n")
    const card = page.getByTestId("network-card")
    await card.waitFor()
    const first = await textOf(card.getByRole("heading"))
    expect(await textOf(page.getByTestId("network-announcement"))).toContain(first)
    await page.keyboard.press("j")
    await expect.poll(() => textOf(card.getByRole("heading"))).not.toBe(first)
    for (const key of ["ArrowLeft", "+", "-", "0"]) await page.keyboard.press(key)
    await page.keyboard.press("Escape")
    await card.waitFor({ state: "detached" })
  })

  it("keeps truth back until it is asked for", async () => {
    await open("&group=1")
    const switched = page.getByRole("switch", { name: "Show truth" })
    expect(await page.getByText("Archetype (truth)").count()).toBe(0)
    await switched.check({ force: true })
    await page.getByText("Archetype (truth)").first().waitFor()
    await page.getByText("Outcome", { exact: true }).click()
    await expect.poll(legend).toMatch(/True positives \d+.*True negatives \d+/)
    await switched.uncheck({ force: true })
    await expect.poll(legend).not.toContain("True positives")
  })

  it("follows the threshold", async () => {
    await open("&threshold=0")
    const flagged = async () => Number(/Flagged (\d+)/.exec(await legend())![1])
    const all = await flagged()
    const slider = page.getByTestId("network-threshold").getByRole("slider")
    await slider.focus()
    await page.keyboard.press("End")
    await expect.poll(flagged).toBeLessThan(all)
  })

  it("is reached from an account's page, and goes further with more steps", async () => {
    await open("&group=1")
    const first = page.getByTestId("network-accounts").getByRole("row").nth(1)
    await first.click()
    await page.getByRole("link", { name: "Open its page" }).click()
    await page.getByTestId("network-link").click()
    await page.getByRole("heading", { name: /^Around account \d+/ }).waitFor()
    await page.getByText("2 steps").click()
    await expect.poll(() => page.evaluate(() => window.location.hash)).toContain("steps=2")
    await expect.poll(() => textOf(page.getByTestId("network-counts"))).toContain("within 2 steps")
  })

  it("finds nothing serious for axe, in light and dark", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
      await open("&group=1")
      await page.getByTestId("shared-objects").waitFor()
      await nextFrames(page)
      expect(await seriousViolations(page)).toEqual([])
    }
  })

  it("names what is wrong with an address, and the way on", async () => {
    await visit(page, `#/network?run=${workbench.run}&group=9999`)
    expect(await textOf(page.getByTestId("network-failure"))).toContain("group must be a number from 1 to")
  })

  it("draws a still picture where there is no WebGL", async () => {
    await page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext
      HTMLCanvasElement.prototype.getContext = function (
        this: HTMLCanvasElement,
        kind: string,
        ...rest: unknown[]
      ) {
        return kind.startsWith("webgl") ? null : original.call(this, kind as "2d", ...(rest as []))
      } as typeof original
    })
    await visit(page, `#/network?run=${workbench.run}`)
    await page.reload()
    await page.getByTestId("network-still").waitFor()
    expect(await page.getByTestId("network-accounts").getAttribute("aria-rowcount")).not.toBe("1")
  })

  it("has logged no error on the way", () => {
    expect(workbench.complaints.filter((one) => !one.includes("404"))).toEqual([])
  })
})
