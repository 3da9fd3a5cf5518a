import type { Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { AUTHENTIC_ARCHETYPES, MANAGED_ARCHETYPES } from "../../src/core/population/archetypes/ids.ts"
import {
  browserPath,
  door,
  nextFrames,
  openWorkbench,
  shownNumber,
  textOf,
  visit,
  type Workbench,
} from "./harness.ts"

interface Shown {
  readonly recall: number
  readonly precision: string
  readonly tp: number
  readonly fn: number
  readonly fp: number
  readonly tn: number
}

async function shown(page: Page): Promise<Shown> {
  const [recall, tp, fn, fp, tn] = await Promise.all([
    shownNumber(page, "figure-recall"),
    shownNumber(page, "confusion-tp"),
    shownNumber(page, "confusion-fn"),
    shownNumber(page, "confusion-fp"),
    shownNumber(page, "confusion-tn"),
  ])
  return { recall, tp, fn, fp, tn, precision: await textOf(page.getByTestId("figure-precision")) }
}

const CHARTS = [
  "sweep-chart",
  "roc-chart",
  "pr-chart",
  "det-chart",
  "distribution-chart",
  "archetype-chart",
] as const

interface Drawn {
  readonly label: string
  readonly picture: string
}

/** What each chart says of itself and what is on its canvas. */
async function drawn(page: Page): Promise<Record<(typeof CHARTS)[number], Drawn>> {
  const charts = CHARTS.map(async (id) => [
    id,
    await page.getByTestId(id).evaluate((canvas: HTMLCanvasElement) => ({
      label: canvas.getAttribute("aria-label") ?? "",
      picture: canvas.toDataURL(),
    })),
  ])
  return Object.fromEntries(await Promise.all(charts))
}

/** The cohort table's cells, row by row, with the heading first. */
function cohortRows(page: Page): Promise<string[][]> {
  return page
    .getByTestId("cohort-table")
    .locator("tr:has(td)")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? "")))
}

describe.skipIf(!browserPath)("trade-offs", () => {
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

  // The window takes the size that the screen has room for.
  it.skipIf(door === "electron")("opens the newest run, chart and figures without scrolling", async () => {
    await page.goto(new URL("/", page.url()).href)
    await page.getByTestId("sweep-chart").waitFor()
    expect(page.url()).toContain(`run=${workbench.run}`)
    for (const id of ["sweep-chart", "figures", "confusion", "tier-handle-review", "prevalence-slider"]) {
      const box = await page.getByTestId(id).boundingBox()
      expect(box!.y + box!.height, id).toBeLessThanOrEqual(800)
    }
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
    expect(widths[0]).toBeLessThanOrEqual(widths[1]!)
    expect(workbench.complaints).toEqual([])
  })

  it("shows the very figures that the terminal reports", async () => {
    const { fusion, operatingPoints } = workbench.report!
    const point = operatingPoints.find(({ name }) => name === "scenario")!
    const { tp, fp, fn, tn } = await shown(page)
    expect({ tp, fp, fn, tn }).toEqual({
      tp: point.observed.truePositives,
      fp: point.observed.falsePositives,
      fn: point.observed.falseNegatives,
      tn: point.observed.trueNegatives,
    })
    const figures = page.getByTestId("figures")
    for (const { value, interval } of [fusion.auc, fusion.averagePrecision]) {
      const [low, high] = interval.map((end) => end.toFixed(3))
      await figures.getByText(value.toFixed(3), { exact: true }).waitFor()
      await figures.getByText(`${low} – ${high}`, { exact: true }).waitFor()
    }
    await visit(page, `#/trade-offs?run=${workbench.run}&charts=hit`)
    await page.getByTestId("cohort-table").waitFor()
    await nextFrames(page)
    const casual = workbench.report!.cohorts.find(({ name }) => name === "casual")!
    const row = (await cohortRows(page)).find(([name]) => name === "casual")!
    expect([row[1], row[2], row[5]].map(Number)).toEqual([
      casual.authentic,
      casual.falsePositives,
      casual.managed,
    ])
    expect(parseFloat(row[3]!)).toBeCloseTo(100 * casual.falsePositiveRate, 1)
  })

  it("follows a dragged threshold: counts move, recall never rises as the threshold does", async () => {
    const box = (await page.getByTestId("sweep-chart").boundingBox())!
    const y = box.y + box.height / 2
    await page.mouse.move(box.x + box.width * 0.1, y)
    await page.mouse.down()
    const seen: Shown[] = []
    for (let step = 0; step <= 20; step++) {
      await page.mouse.move(box.x + box.width * (0.1 + step * 0.045), y)
      await nextFrames(page)
      seen.push(await shown(page))
    }
    await page.mouse.up()

    for (let i = 1; i < seen.length; i++) {
      expect(seen[i]!.tp).toBeLessThanOrEqual(seen[i - 1]!.tp)
      expect(seen[i]!.fp).toBeLessThanOrEqual(seen[i - 1]!.fp)
      expect(seen[i]!.recall).toBeLessThanOrEqual(seen[i - 1]!.recall)
    }
    for (const { tp, fn, fp, tn, recall } of seen) {
      expect(tp + fn + fp + tn).toBe(500)
      expect(recall).toBeCloseTo((100 * tp) / (tp + fn), 0)
    }
    expect(seen.at(-1)!.tp).toBeLessThan(seen[0]!.tp)
  })

  it("moves every curve with the dragged threshold", async () => {
    await visit(page, `#/trade-offs?run=${workbench.run}&charts=curves`)
    await page.getByTestId("archetype-chart").waitFor()
    // High enough for all charts: those that are scrolled away catch up only at rest.
    await page.setViewportSize({ width: 1280, height: 2600 })
    await nextFrames(page)
    const box = (await page.getByTestId("sweep-chart").boundingBox())!
    const y = box.y + box.height / 2
    await page.mouse.move(box.x + box.width * 0.1, y)
    await page.mouse.down()
    let before: Awaited<ReturnType<typeof drawn>> | null = null
    for (const share of [0.1, 0.25, 0.3, 0.6]) {
      await page.mouse.move(box.x + box.width * share, y)
      await nextFrames(page)
      const now = await drawn(page)
      for (const id of CHARTS) {
        expect(now[id].label, id).not.toBe(before?.[id].label)
        expect(now[id].picture === before?.[id].picture, `${id} stands still`).toBe(false)
      }
      before = now

      const { tp, fp, precision } = await shown(page)
      const recall = await textOf(page.getByTestId("figure-recall"))
      const rate = await textOf(page.getByTestId("figure-falsePositiveRate"))
      const threshold = now["sweep-chart"].label.match(/threshold [\d.]+\d/)![0]
      expect(now["sweep-chart"].label).toContain(`recall ${recall}, false-positive rate ${rate}`)
      expect(now["roc-chart"].label).toContain(
        `${threshold}: recall ${recall} at a false-positive rate of ${rate}`,
      )
      expect(now["pr-chart"].label).toContain(`${threshold}: precision ${precision}`)
      expect(now["distribution-chart"].label).toContain(`${threshold}: ${tp} of`)
      expect(now["distribution-chart"].label).toContain(`and ${fp} of`)
      expect(now["det-chart"].label).toContain(`at a false-positive rate of ${rate}`)
      expect(now["archetype-chart"].label).toContain(`${threshold}, of each archetype: casual: `)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.mouse.up()
  })

  it("tells whom the dragged threshold hits, to the account", async () => {
    await page.getByTestId("group-hit").click()
    await expect.poll(() => page.url()).toContain("charts=hit")
    await page.setViewportSize({ width: 1280, height: 2600 })
    await nextFrames(page)
    const box = (await page.getByTestId("sweep-chart").boundingBox())!
    const y = box.y + box.height / 2
    await page.mouse.move(box.x + box.width * 0.1, y)
    await page.mouse.down()
    let wronglyBefore = Number.NaN
    for (const share of [0.1, 0.25, 0.3, 0.6]) {
      await page.mouse.move(box.x + box.width * share, y)
      await nextFrames(page)
      const { fp } = await shown(page)
      const rate = await textOf(page.getByTestId("figure-falsePositiveRate"))
      expect(await page.getByTestId("cohort-chart").getAttribute("aria-label")).toContain(
        `Over all authentic accounts: ${rate}`,
      )
      // Archetypes part the accounts, so their wrongly flagged ones add up to the matrix's.
      const wrongly = (await cohortRows(page)).map((row) => Number(row[2]) || 0)
      expect(wrongly.reduce((sum, count) => sum + count, 0)).toBe(fp)
      expect(fp).not.toBe(wronglyBefore)
      wronglyBefore = fp
    }
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.mouse.up()
  })

  it("tells how many of whom each tier hits a day, and how sure that is", async () => {
    await visit(page, `#/trade-offs?run=${workbench.run}&charts=hit&per-day=100000`)
    const merchants = page.getByTestId("hit-merchant-with-scheduler-watch")
    await merchants.waitFor()
    await nextFrames(page)
    const row = (await cohortRows(page)).find(([name]) => name === "merchant with scheduler")!
    const all = (await shown(page)).tn + (await shown(page)).fp
    const total = 500
    // As many authentic accounts a day as are authentic in the run, of them the cohort's share.
    const aDay = (100_000 * (all / total) * Number(row[1])) / all
    const { cohorts } = workbench.report!
    const { authentic, falsePositives } = cohorts.find(({ name }) => name === "merchant-with-scheduler")!
    expect(Number(row[1])).toBe(authentic)
    const review = await shownNumber(page, "hit-merchant-with-scheduler-review")
    expect(review / ((aDay * falsePositives) / authentic)).toBeCloseTo(1, 2)
    expect(await shownNumber(page, "hit-merchant-with-scheduler-watch")).toBeGreaterThanOrEqual(review)
    await page.getByTestId("hit-merchant-with-scheduler-suspend").hover()
    await expect
      .poll(() => textOf(page.getByTestId("hit-told")))
      .toMatch(/^merchant with scheduler: of .* wrongly get “Suspend” .*95% sure: between/)
  })

  it("sets a cap by number, drags it, says what the interval makes of it, and undoes that", async () => {
    await page.getByTestId("group-hit").click()
    await page.getByTestId("cap-casual").fill("50")
    await expect.poll(() => page.url()).toContain("cap=archetype")
    await expect.poll(() => textOf(page.getByTestId("cap-verdict-casual"))).toBe("✓ kept")
    const chart = page.getByTestId("cohort-chart")
    await expect.poll(() => chart.getAttribute("aria-label")).toMatch(/casual: [^;]*, cap 50.0% kept/)
    await page.getByTestId("cap-casual").fill("200")
    expect(await page.getByTestId("cap-casual").getAttribute("aria-invalid")).toBe("true")
    await page.getByTestId("cap-casual").blur()
    await expect.poll(() => page.getByTestId("cap-casual").inputValue()).toBe("50")

    await chart.evaluate((canvas) => canvas.scrollIntoView({ block: "start" }))
    const box = (await chart.boundingBox())!
    await page.mouse.dblclick(box.x + box.width * 0.6, box.y + 58)
    await expect.poll(() => textOf(page.getByTestId("cap-verdict-creator"))).not.toBe("")
    const before = await page.getByTestId("cap-creator").inputValue()
    await page.mouse.move(box.x + box.width * 0.6, box.y + 58)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.55, box.y + 58)
    await nextFrames(page)
    expect(Number(await page.getByTestId("cap-creator").inputValue())).toBeLessThan(Number(before))
    await page.mouse.up()
    await page.getByRole("button", { name: "Undo" }).click()
    await expect.poll(() => page.getByTestId("cap-creator").inputValue()).toBe(before)
  })

  it("tells what a day costs, and goes to where it costs least", async () => {
    await page.getByTestId("group-cost").click()
    const total = page.getByTestId("cost-total")
    await total.waitFor()
    await nextFrames(page)
    const costs = async () =>
      (
        await Promise.all(
          ["falsePositives", "missed", "reviews"].map((part) => shownNumber(page, `cost-${part}`)),
        )
      ).reduce((sum, cost) => sum + cost, 0)
    expect((await shownNumber(page, "cost-total")) / (await costs())).toBeCloseTo(1, 1)
    const before = await shownNumber(page, "cost-total")
    await page.getByTestId("cost-number-falsePositive").fill("1000")
    await expect.poll(() => shownNumber(page, "cost-total")).toBeGreaterThan(before)
    await expect.poll(() => page.url()).toContain("costs=")
    const dear = await shownNumber(page, "cost-total")
    await page.getByTestId("cost-least").click()
    await expect.poll(() => shownNumber(page, "cost-total")).toBeLessThan(dear)
    expect(await page.getByTestId("cost-chart").getAttribute("aria-label")).toContain("The least is")
    await page.getByTestId("cost-number-falsePositive").fill("-1")
    expect(await page.getByTestId("cost-number-falsePositive").getAttribute("aria-invalid")).toBe("true")
  })

  it("moves the threshold with the keyboard, by number and by purpose", async () => {
    const slider = page.getByTestId("tier-handle-review")
    const number = page.getByTestId("threshold-number")
    await number.fill("0.3")
    await expect.poll(() => slider.inputValue()).toBe("0.3")
    await slider.focus()
    await page.keyboard.press("ArrowRight")
    await expect.poll(() => number.inputValue()).toBe("0.301")
    await expect.poll(() => page.url()).toContain("threshold=0.301")

    await page.getByRole("button", { name: "FPR ≤ 1%" }).click()
    await nextFrames(page)
    const { fp, tn } = await shown(page)
    expect(fp / (fp + tn)).toBeLessThanOrEqual(0.01)
  })

  it("refuses a threshold out of range, says what is allowed, and shows the one in force again", async () => {
    const number = page.getByTestId("threshold-number")
    await number.fill("0.3")
    for (const wrong of ["2", "-0.5", ""]) {
      await number.fill(wrong)
      await page.getByRole("alert").getByText("A threshold lies between 0 and 1.").waitFor()
      expect(await number.getAttribute("aria-invalid")).toBe("true")
      expect(await page.getByTestId("tier-handle-review").inputValue()).toBe("0.3")
    }
    await number.blur()
    await expect.poll(() => number.inputValue()).toBe("0.300")
    expect(await number.getAttribute("aria-invalid")).not.toBe("true")
  })

  it("re-weights precision but not recall as the prevalence moves", async () => {
    await page.getByTestId("threshold-number").fill("0.2")
    await nextFrames(page)
    const before = await shown(page)
    const slider = page.getByTestId("prevalence-slider")
    await slider.focus()
    for (let i = 0; i < 3; i++) await page.keyboard.press("PageDown")
    await nextFrames(page)
    const after = await shown(page)
    expect(parseFloat(after.precision)).toBeLessThan(parseFloat(before.precision))
    expect({ ...after, precision: "" }).toEqual({ ...before, precision: "" })
    await expect.poll(() => page.url()).toContain("prevalence=")

    await page.getByRole("button", { name: /^Run’s:/ }).click()
    await nextFrames(page)
    expect(await shown(page)).toEqual(before)
  })

  it("restores the operating point from the address", async () => {
    await page.getByTestId("threshold-number").fill("0.123")
    await page.getByTestId("prevalence-slider").focus()
    await page.keyboard.press("PageDown")
    await page.getByTestId("group-hit").click()
    await page.getByText("Language", { exact: true }).click()
    await expect.poll(() => page.url()).toContain("cohorts=language")
    await nextFrames(page)
    const before = {
      ...(await shown(page)),
      prevalence: await textOf(page.getByTestId("prevalence-value")),
    }

    await page.reload()
    await page.getByTestId("sweep-chart").waitFor()
    await nextFrames(page)
    const after = {
      ...(await shown(page)),
      prevalence: await textOf(page.getByTestId("prevalence-value")),
    }
    expect(after).toEqual(before)
    expect(await page.getByTestId("threshold-number").inputValue()).toBe("0.123")
    await page.getByTestId("cohort-table").getByRole("rowheader", { name: "Chinese" }).waitFor()
  })

  it("says where precision rests on few accounts, on the screen and to screen readers", async () => {
    const number = page.getByTestId("threshold-number")
    const label = () => page.getByTestId("sweep-chart").getAttribute("aria-label")
    await number.fill("0.01")
    await nextFrames(page)
    expect(await textOf(page.getByTestId("few-mark"))).toBe("")
    expect(await label()).not.toContain("few accounts")
    await number.fill("0.9")
    await nextFrames(page)
    const { tp, fp } = await shown(page)
    expect(tp + fp).toBeLessThan(20)
    expect(await textOf(page.getByTestId("few-mark"))).toBe("few accounts")
    expect(await label()).toContain("(few accounts)")
  })

  it("tells what archetypes are, and keeps managed ones out of the chart of wrongly flagged people", async () => {
    await visit(page, `#/trade-offs?run=${workbench.run}&charts=hit`)
    const table = page.getByTestId("cohort-table")
    await table.getByRole("button", { name: "stealth agent" }).focus()
    await page
      .getByRole("tooltip")
      .getByText(/language-model agent/)
      .waitFor()
    const label = await page.getByTestId("cohort-chart").getAttribute("aria-label")
    expect(label).toContain("merchant with scheduler")
    expect(label).not.toContain("stealth agent")
    const names = await table.locator("th[scope=row]").allTextContents()
    expect(names.slice(0, 3)).toEqual(["casual", "creator", "merchant with scheduler"])
    const archetypes = [...AUTHENTIC_ARCHETYPES, ...MANAGED_ARCHETYPES]
    expect(names.length).toBe(archetypes.length)
  })

  it("reads two detectors together, by pointer and by keyboard", async () => {
    await page.getByTestId("group-pair").click()
    const chart = page.getByTestId("pair-chart")
    await chart.waitFor()
    await nextFrames(page)
    const chosen = page.getByTestId("pair-chosen")
    const before = await textOf(chosen)
    await chart.evaluate((canvas) => canvas.scrollIntoView({ block: "center" }))
    const box = (await chart.boundingBox())!
    await page.mouse.move(box.x + box.width * 0.9, box.y + box.height * 0.1)
    await page
      .getByTestId("pair-pointed")
      .getByText(/recall/)
      .waitFor()
    await page.mouse.down()
    await page.mouse.up()
    await expect.poll(() => textOf(chosen)).not.toBe(before)
    const dragged = await textOf(chosen)
    await page.getByTestId("pair-step-x").focus()
    await page.keyboard.press("Home")
    await expect.poll(() => textOf(chosen)).not.toBe(dragged)
    // The first threshold is met by all whom the detector can judge, so "either" flags the most there can be.
    const label = await chart.getAttribute("aria-label")
    expect(label).toContain("rules are on the Pareto front")
    const take = page.getByTestId("pair-front").getByRole("button", { name: "Choose" })
    await take.last().click()
    await page.getByText("Both", { exact: true }).click()
    // The address has both detectors and both thresholds.
    await expect.poll(() => page.url()).toMatch(/pair=[\w-]+\+and\+[\w-]+\+[\d.e-]+\+[\d.e-]+/)
    expect(await page.getByTestId("pair-step-x").getAttribute("aria-valuetext")).toMatch(/: recall .*, FPR /)
    expect(workbench.complaints).toEqual([])
  })

  it("keeps the axes as they were left", async () => {
    const logOdds = page.getByRole("switch", { name: "Log-odds axis" })
    await logOdds.focus()
    await page.keyboard.press("Space")
    await page.reload()
    await page.getByTestId("sweep-chart").waitFor()
    expect(await logOdds.isChecked()).toBe(true)
    await logOdds.focus()
    await page.keyboard.press("Space")
    expect(await logOdds.isChecked()).toBe(false)
  })

  it("tells what a figure means when its name is focused", async () => {
    await page.getByTestId("figures").getByRole("button", { name: "Precision", exact: true }).focus()
    await page
      .getByRole("tooltip")
      .getByText(/Of the flagged accounts/)
      .waitFor()
  })

  it("speaks Chinese and turns dark, and remembers both", async () => {
    await page.getByText("中文").click()
    await page.getByRole("link", { name: "权衡" }).waitFor()
    await page.getByTestId("scheme").click()
    await page.getByRole("menuitemradio", { name: "深色" }).click()
    await page.reload()
    await page.getByRole("link", { name: "权衡" }).waitFor()
    const root = page.locator("html")
    await expect.poll(() => root.getAttribute("lang")).toBe("zh-CN")
    await expect.poll(() => root.getAttribute("data-mantine-color-scheme")).toBe("dark")
    await page.getByText("English").click()
    await page.getByTestId("scheme").click()
    await page.getByRole("menuitemradio", { name: "Auto" }).click()
    await page.getByRole("link", { name: "Trade-offs" }).waitFor()
  })
})
