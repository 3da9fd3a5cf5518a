/** The panels of attention and of rounds: asked, called off, read, taken away, by keyboard and on a small screen. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Locator, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { seriousViolations } from "./axe.ts"
import { browserPath, door, openWorkbench, textOf, visit, type Workbench } from "./harness.ts"

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Work that takes seconds here takes a minute where other tests keep the cores busy. */
const PATIENCE = { timeout: 120_000 }

// The window asks where to save, in a dialog of the system's that no test can answer.
describe.skipIf(!browserPath || door === "electron")("readers and rounds", { timeout: 180_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "assay-readers-"))
  let workbench: Workbench
  let page: Page

  beforeAll(async () => {
    workbench = await openWorkbench({ withRun: true })
    page = workbench.page
    await visit(page, `#/consequences?run=${workbench.run}`)
    await page.getByTestId("rounds-play").waitFor()
  })
  afterAll(async () => {
    await workbench?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Saves from a panel's menu what `name` heads; its formats are PNG, SVG and CSV, or CSV alone. */
  async function save(panel: string, format: string, part: number): Promise<Buffer> {
    await page.getByRole("button", { name: `Save: ${panel}`, exact: true }).click()
    const item = page.getByRole("menuitem", { name: format }).nth(part)
    const [download] = await Promise.all([page.waitForEvent("download"), item.click()])
    const path = join(folder, download.suggestedFilename())
    await download.saveAs(path)
    await page.getByRole("menu").waitFor({ state: "detached" })
    return readFileSync(path)
  }

  async function callOff(panel: string) {
    // Before the server tells how far it is there is nothing to call off.
    const cancel = page.locator(`[data-testid="${panel}-measuring"] button:not([disabled])`)
    await cancel.waitFor()
    await cancel.focus()
    await page.keyboard.press("Enter")
  }

  /** Rows without the head. */
  const rowsOf = (csv: Buffer) =>
    csv
      .toString("utf8")
      .trimEnd()
      .split("\r\n")
      .slice(1)
      .map((line) => line.match(/"(?:[^"]|"")*"|[^,]+|(?<=,)(?=,|$)/g) ?? [])

  const percent = (value: number) => Number((100 * value).toFixed(1))
  const shownPercents = (text: string) =>
    [...text.matchAll(/([\d.]+)%/g)].map(([, number]) => Number(Number(number).toFixed(1)))

  async function isWithinScreen(panel: Locator) {
    const box = (await panel.boundingBox())!
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(1280)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280)
  }

  it("plays rounds by keyboard alone, and calls them off in the middle", async () => {
    const untick = page.getByTestId("rounds-strategy-bandit")
    await untick.focus()
    await page.keyboard.press("Space")
    expect(await untick.isChecked()).toBe(false)
    // Of the choices on, in their order.
    for (const next of ["imitate", "spread", "insider", "churn"]) {
      await page.keyboard.press("Tab")
      expect(await page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).toBe(
        `rounds-strategy-${next}`,
      )
    }
    await page.keyboard.press("Tab")
    await page.keyboard.press("Space")
    expect(await page.getByTestId("rounds-strategy-steadfast").isChecked()).toBe(true)
    const population = page.getByTestId("rounds-of")
    await population.focus()
    await page.keyboard.press("Enter")
    await page.getByRole("option", { name: "This run’s scenario" }).waitFor()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    expect(await population.inputValue()).toBe("This run’s scenario")
    for (const [name, value] of [
      ["rounds", "2"],
      ["seeds", "2"],
    ] as const) {
      await page.getByTestId(`rounds-${name}`).focus()
      await page.keyboard.press("ControlOrMeta+a")
      await page.keyboard.type(value)
    }
    await page.getByTestId("rounds-play").focus()
    await page.keyboard.press("Enter")
    await callOff("rounds")
    const cancelled = page.getByTestId("rounds-cancelled")
    await cancelled.waitFor(PATIENCE)
    expect(await textOf(cancelled)).toContain("Not played: Churn and Steadfast")
    expect(await page.getByTestId("rounds-report").count()).toBe(0)
    await page.getByTestId("rounds-resume").focus()
    await page.keyboard.press("Enter")
  })

  it("shows strategies beside one another, as they are saved", async () => {
    await page.getByTestId("rounds-measuring").waitFor({ state: "detached", ...PATIENCE })
    const rows = page.getByTestId("rounds-table").locator("tbody tr")
    expect(await rows.locator("th").allTextContents()).toEqual([" Churn", " Steadfast"])
    const shown = await rows.locator("td:nth-of-type(2)").allTextContents()
    // Nobody moves, and nothing changes.
    const [first, last] = shownPercents(shown[1]!)
    expect(last).toBe(first)
    const aria = await page.getByTestId("rounds-recall-chart").getAttribute("aria-label")
    expect(aria).toMatch(/Churn: [\d.]+% in round 0, .*; Steadfast: /)

    const png = await save("The other side moves", "Picture (PNG)", 0)
    expect([...png.subarray(0, 8)]).toEqual(PNG_SIGNATURE)
    // Half-lives come first, then the chart of recall.
    const table = rowsOf(await save("The other side moves", "Numbers (CSV)", 1))
    expect(table.map(([name, round]) => `${name} ${round}`)).toEqual([
      "Churn 0",
      "Churn 1",
      "Steadfast 0",
      "Steadfast 1",
    ])
    const recalls = table.map((row) => percent(Number(row[2])))
    expect(shown.flatMap((cell) => shownPercents(cell).slice(0, 2))).toEqual(recalls)
  })

  it("keeps what was played when something else is asked, and takes away what nobody wants", async () => {
    await page.getByTestId("rounds-strategy-steadfast").uncheck()
    await page.getByTestId("rounds-budget").fill("0")
    expect(await page.getByTestId("rounds-budget").getAttribute("aria-invalid")).toBe("true")
    await page.getByTestId("rounds-budget").fill("3")
    await page.getByTestId("rounds-play").click()
    expect(await page.getByTestId("rounds-table").locator("tbody tr").count()).toBe(2)
    await page.getByTestId("rounds-measuring").waitFor({ state: "detached", ...PATIENCE })
    const names = page.getByTestId("rounds-table").locator("tbody th")
    expect(await names.allTextContents()).toEqual([
      " Churn: budget × 2",
      " Steadfast: budget × 2",
      " Churn: budget × 3",
    ])
    await page.getByRole("button", { name: "Take Steadfast: budget × 2 away" }).click()
    expect(await names.count()).toBe(2)
    await isWithinScreen(page.locator(".panel-rounds"))
  })

  it("shares out attention when asked, can be called off and asked again", async () => {
    await page.getByTestId("attention-ask").focus()
    await page.keyboard.press("Enter")
    await callOff("attention")
    const cancelled = page.getByTestId("attention-cancelled")
    await cancelled.waitFor(PATIENCE)
    await cancelled.getByRole("button").focus()
    await page.keyboard.press("Enter")
    await page.getByTestId("attention-report").waitFor(PATIENCE)
    expect(await textOf(page.getByTestId("attention-better"))).toMatch(
      /NDCG over all posts changes by −?0\.\d{4} \(/,
    )
    expect(await textOf(page.getByTestId("attention-money"))).toMatch(/% \(.* – .*\) of paid reach/)

    const png = await save("Creators and readers", "Picture (PNG)", 0)
    expect([...png.subarray(0, 8)]).toEqual(PNG_SIGNATURE)
    // The table stands before the curves, and has numbers only.
    const saved = rowsOf(await save("Creators and readers", "Numbers (CSV)", 0))
    const rows = page.getByTestId("attention-table").locator("tbody tr")
    expect(saved).toHaveLength(await rows.count())
    const cells = await rows.first().locator("td").allTextContents()
    const [, baseline, , , policy] = saved[0]!.map(Number)
    expect([shownPercents(cells[0]!)[0], shownPercents(cells[1]!)[0]]).toEqual([
      percent(baseline!),
      percent(policy!),
    ])
    await isWithinScreen(page.locator(".panel-attention"))
  })

  it("has nothing serious against it, light in English and dark in Chinese", async () => {
    expect(await seriousViolations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: "dark" })
    await page.getByText("中文", { exact: true }).click()
    await page.getByText("对手也在变").waitFor()
    // Colours change little by little.
    await page.waitForTimeout(500)
    expect(await seriousViolations(page)).toEqual([])
    expect(workbench.complaints).toEqual([])
  })
})
