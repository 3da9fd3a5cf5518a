import type { Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { TIERS } from "../../src/core/policy/tiers.ts"
import { browserPath, nextFrames, openWorkbench, textOf, visit, type Workbench } from "./harness.ts"

/** The thresholds that the labels tell, in the order of the tiers. */
async function thresholds(page: Page): Promise<number[]> {
  const texts = await Promise.all(TIERS.map((tier) => textOf(page.getByTestId(`tier-${tier}`))))
  return texts.map((text) => Number(/[\d.]+$/.exec(text)![0]))
}

const handle = (page: Page, tier: string) => page.getByTestId(`tier-handle-${tier}`)

/** The middle of a handle, in pixels. */
async function middleOf(page: Page, tier: string): Promise<{ x: number; y: number }> {
  const box = (await handle(page, tier).boundingBox())!
  const value = Number(await handle(page, tier).inputValue())
  return { x: box.x + 8 + value * (box.width - 16), y: box.y + box.height / 2 }
}

async function drag(page: Page, tier: string, pixels: number): Promise<void> {
  const { x, y } = await middleOf(page, tier)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + pixels / 2, y)
  await page.mouse.move(x + pixels, y)
  await page.mouse.up()
  await nextFrames(page)
}

describe.skipIf(!browserPath)("tiers", () => {
  let workbench: Workbench
  let page: Page
  beforeAll(async () => {
    workbench = await openWorkbench({ withRun: true })
    page = workbench.page
  })
  afterAll(() => workbench?.close())
  beforeEach(async () => {
    await visit(page, "#/runs")
    await visit(page, `#/trade-offs?run=${workbench.run}`)
    await page.getByTestId("sweep-chart").waitFor()
    await nextFrames(page)
  })

  it("begin around the scenario's threshold, human review selected", async () => {
    expect(await thresholds(page)).toEqual([0.05, 0.1, 0.15, 0.2, 0.8])
    expect(await page.getByTestId("tier-review").getAttribute("aria-pressed")).toBe("true")
  })

  it("are dragged by their handles, which select their tier and push their neighbours", async () => {
    const { x } = await middleOf(page, "suspend")
    const left = await middleOf(page, "limit")
    await drag(page, "suspend", left.x - x)
    const moved = await thresholds(page)
    expect(moved.slice(0, 2)).toEqual([0.05, 0.1])
    expect(new Set(moved.slice(2)).size).toBe(1)
    expect(await page.getByTestId("tier-suspend").getAttribute("aria-pressed")).toBe("true")
    await expect.poll(() => page.url()).toContain("tier=suspend")
    expect(await page.getByTestId("threshold-number").inputValue()).toBe(moved[4]!.toFixed(3))
  })

  it("have an operating point each, which the figures show when the tier is selected", async () => {
    for (const tier of TIERS) {
      await page.getByTestId(`tier-${tier}`).click()
      await nextFrames(page)
      for (const [cell, figure] of [
        ["precision", "precision"],
        ["recall", "recall"],
        ["fpr", "falsePositiveRate"],
      ])
        expect(await textOf(page.getByTestId(`tier-${cell}-${tier}`))).toBe(
          await textOf(page.getByTestId(`figure-${figure}`)),
        )
      expect(await textOf(page.getByTestId(`tier-flagged-${tier}`))).toBe(
        await textOf(page.getByTestId("figure-flagged")),
      )
    }
    const counts = async (of: string) =>
      Promise.all(TIERS.map(async (tier) => Number(await textOf(page.getByTestId(`tier-${of}-${tier}`)))))
    const bands = await counts("band")
    expect(bands.reduce((sum, band) => sum + band)).toBe((await counts("flagged"))[0])
  })

  it("tell what is wrongly hit a day, of as many accounts as are judged", async () => {
    const wrong = () => page.getByTestId("tier-wrong-review")
    await page.getByTestId("judged-per-day").fill("1000")
    await nextFrames(page)
    const before = Number(await textOf(wrong()))
    await page.getByTestId("judged-per-day").fill("10000")
    await expect.poll(async () => Number(await textOf(wrong())) / before).toBeCloseTo(10, 0)
    await expect.poll(() => page.url()).toContain("per-day=10000")
    await page.getByTestId("seconds-per-review").fill("180")
    await expect.poll(() => page.url()).toContain("seconds=180")
  })

  it("are gone back from and forth to, by button and by key", async () => {
    expect(await page.getByTestId("undo").getAttribute("aria-disabled")).toBe("true")
    await page.getByTestId("threshold-number").fill("0.3")
    await handle(page, "suspend").focus()
    await page.keyboard.press("ArrowRight")
    await expect.poll(() => thresholds(page)).toEqual([0.05, 0.1, 0.15, 0.3, 0.801])
    await page.keyboard.press("Control+z")
    await expect.poll(() => thresholds(page)).toEqual([0.05, 0.1, 0.15, 0.3, 0.8])
    await page.getByTestId("undo").click()
    await expect.poll(() => thresholds(page)).toEqual([0.05, 0.1, 0.15, 0.2, 0.8])
    await page.getByTestId("redo").click()
    await page.keyboard.press("Control+Shift+z")
    await expect.poll(() => thresholds(page)).toEqual([0.05, 0.1, 0.15, 0.3, 0.801])
  })

  it("come back from the address", async () => {
    await page.getByTestId("threshold-number").fill("0.07")
    await page.getByTestId("tier-suspend").click()
    await page.getByTestId("threshold-number").fill("0.9")
    await expect.poll(() => page.url()).toContain("tiers=")
    const before = await thresholds(page)
    await page.reload()
    await page.getByTestId("sweep-chart").waitFor()
    await nextFrames(page)
    expect(await thresholds(page)).toEqual(before)
    expect(before).toEqual([0.05, 0.07, 0.07, 0.07, 0.9])
    expect(workbench.complaints).toEqual([])
  })
})
