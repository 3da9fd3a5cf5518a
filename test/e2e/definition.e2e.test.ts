import type { Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { type Definition, gradeAccounts } from "../../src/core/policy/definition.ts"
import type { RunColumns, RunManifest } from "../../src/core/run.ts"
import { readColumns } from "../../src/renderer/api/columns.ts"
import {
  browserPath,
  nextFrames,
  openWorkbench,
  shownNumber,
  textOf,
  visit,
  type Workbench,
} from "./harness.ts"

/** What the page is given, fetched by the page itself, since the server wants its cookie. */
async function given(page: Page, run: string): Promise<{ manifest: RunManifest; columns: RunColumns }> {
  const [manifest, bytes] = await page.evaluate(async (id) => {
    const asked = await Promise.all([fetch(`/api/runs/${id}`), fetch(`/api/runs/${id}/columns`)])
    return [await asked[0].json(), [...new Uint8Array(await asked[1].arrayBuffer())]]
  }, run)
  return { manifest, columns: readColumns(Uint8Array.from(bytes), manifest.accounts) }
}

/** The confusion matrix, account by account, by what the definition says in words. */
function counted(
  { truth, risk }: RunColumns,
  threshold: number,
  { oversight, automation, days }: Definition,
) {
  const counts = { tp: 0, fn: 0, fp: 0, tn: 0 }
  for (let account = 0; account < risk.length; account++) {
    if (Number.isNaN(risk[account])) continue
    const most = Math.max(truth.creation[account]!, truth.scheduling[account]!, truth.distribution[account]!)
    const lasting = truth.untilDay[account]! - truth.fromDay[account]! >= days
    const managed = truth.oversight[account]! < oversight && most >= automation && lasting
    const flagged = risk[account]! >= threshold
    counts[managed ? (flagged ? "tp" : "fn") : flagged ? "fp" : "tn"]++
  }
  return counts
}

async function shown(page: Page) {
  const [tp, fn, fp, tn] = await Promise.all(
    ["tp", "fn", "fp", "tn"].map((outcome) => shownNumber(page, `confusion-${outcome}`)),
  )
  return { tp, fn, fp, tn }
}

const GRADES = ["none", "occasional", "mostly", "full"] as const

describe.skipIf(!browserPath)("a moved definition", () => {
  let workbench: Workbench
  let page: Page
  let columns: RunColumns
  let own: Definition
  const threshold = 0.1

  beforeAll(async () => {
    workbench = await openWorkbench({ withRun: true })
    page = workbench.page
    // High enough for all charts: those that are scrolled away catch up only at rest.
    await page.setViewportSize({ width: 1280, height: 1800 })
    await page.getByTestId("sweep-chart").waitFor()
    const run = await given(page, workbench.run)
    columns = run.columns
    own = run.manifest.scenario.definition
  })
  afterAll(() => workbench?.close())
  beforeEach(async () => {
    await visit(page, "#/runs")
    await visit(page, `#/trade-offs?run=${workbench.run}&charts=curves&threshold=${threshold}`)
    await page.getByTestId("sweep-chart").waitFor()
    await nextFrames(page)
  })

  async function expectTrueNumbers(definition: Definition): Promise<void> {
    const expected = counted(columns, threshold, definition)
    expect(await shown(page)).toEqual(expected)
    const recall = (100 * expected.tp) / (expected.tp + expected.fn)
    expect(await shownNumber(page, "figure-recall")).toBeCloseTo(recall, 0)
    const grades = gradeAccounts(columns.truth, definition)
    for (const [at, grade] of GRADES.entries())
      expect(await shownNumber(page, `grade-${grade}`), grade).toBe(grades.filter((one) => one === at).length)
    expect(grades.filter((one) => one >= 2).length).toBe(expected.tp + expected.fn)
    const label = await page.getByTestId("distribution-chart").getAttribute("aria-label")
    expect(label).toContain(`${expected.tp} of ${expected.tp + expected.fn} AI-managed accounts`)
  }

  it("labels accounts anew at once: counts, figures, charts and cohorts follow, frame by frame", async () => {
    await expectTrueNumbers(own)
    const slider = page.getByTestId("definition-oversight")
    let managedBefore = -1
    for (const oversight of [0.05, 0.5, 0.9]) {
      // Not let go: what follows the pointer must be true as well.
      await slider.evaluate((input: HTMLInputElement, value) => {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!.call(input, String(value))
        input.dispatchEvent(new Event("input", { bubbles: true }))
      }, oversight)
      await nextFrames(page)
      expect(page.url()).not.toContain("oversight=")
      await expectTrueNumbers({ ...own, oversight })
      const { tp, fn } = await shown(page)
      expect(tp + fn).toBeGreaterThanOrEqual(managedBefore)
      managedBefore = tp + fn
    }
    const { tp, fn } = counted(columns, threshold, own)
    expect(managedBefore).toBeGreaterThan(tp + fn)
    expect(await textOf(page.getByTestId("relabelled"))).toContain("same scores")
    await page.getByTestId("group-hit").click()
    await page.getByTestId("cohort-table").waitFor()
    await nextFrames(page)
    const cells = page.getByTestId("cohort-table").locator("tr:has(td) td:nth-child(6)")
    const managed = (await cells.allTextContents()).map((text) => Number(text.replaceAll(",", "")))
    expect(managed.reduce((sum, count) => sum + count, 0)).toBe(managedBefore)
  })

  it("is moved with the keyboard, kept in the address and put back", async () => {
    const slider = page.getByTestId("definition-oversight")
    await slider.focus()
    await page.keyboard.press("End")
    await expect.poll(() => page.url()).toContain("oversight=1")
    await page.getByTestId("definition-automation").focus()
    await page.keyboard.press("ArrowRight")
    await expect.poll(() => page.url()).toContain("automation=")
    await page.getByTestId("definition-days").focus()
    await page.keyboard.press("ArrowRight")
    await expect.poll(() => page.url()).toContain(`days=${own.days + 1}`)
    const moved = {
      oversight: 1,
      automation: Number((own.automation + 0.01).toFixed(2)),
      days: own.days + 1,
    }
    await nextFrames(page)
    await expectTrueNumbers(moved)

    await page.reload()
    await page.getByTestId("sweep-chart").waitFor()
    await nextFrames(page)
    await expectTrueNumbers(moved)
    expect(await textOf(page.getByTestId("definition-days-value"))).toBe(String(own.days + 1))

    await page.getByTestId("definition-reset").click()
    await nextFrames(page)
    await expectTrueNumbers(own)
    expect(page.url()).not.toMatch(/oversight|automation|days/)
    expect(await textOf(page.getByTestId("relabelled"))).toBe("")
    expect(await page.getByTestId("definition-reset").isDisabled()).toBe(true)
    expect(workbench.complaints).toEqual([])
  })

  it("tells what a grade means when its name is focused", async () => {
    // After a click a page shows no focus until a key is pressed.
    await page.keyboard.press("Tab")
    await page.getByTestId("grades").getByRole("button", { name: "full" }).focus()
    await page
      .getByRole("tooltip")
      .getByText(/AI-managed: from the start/)
      .waitFor()
  })
})
