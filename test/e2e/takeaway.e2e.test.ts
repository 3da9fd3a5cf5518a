import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { seriousViolations } from "./axe.ts"
import { browserPath, door, nextFrames, openWorkbench, visit, type Workbench } from "./harness.ts"

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

interface Saved {
  readonly name: string
  readonly path: string
  readonly bytes: Buffer
}

// The window asks where to save, in a dialog of the system's that no test can answer.
describe.skipIf(!browserPath || door === "electron")("taking away", () => {
  const folder = mkdtempSync(join(tmpdir(), "assay-takeaway-"))
  let workbench: Workbench
  let page: Page

  beforeAll(async () => {
    workbench = await openWorkbench({ withRun: true })
    page = workbench.page
  })
  afterAll(async () => {
    await workbench?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    await visit(page, "#/runs")
    await visit(page, `#/trade-offs?run=${workbench.run}`)
    await page.getByTestId("sweep-chart").waitFor()
    await nextFrames(page)
  })

  async function saved(act: () => Promise<void>): Promise<Saved> {
    const [download] = await Promise.all([page.waitForEvent("download"), act()])
    const name = download.suggestedFilename()
    const path = join(folder, name)
    await download.saveAs(path)
    // It closes with a fade, in which it could be taken for the next one.
    await page.getByRole("menu").waitFor({ state: "detached" })
    return { name, path, bytes: readFileSync(path) }
  }

  const menu = (name: string) => page.getByRole("button", { name: `Save: ${name}`, exact: true })

  /** Saves from the menu of a panel; `part` is needed where the panel has several. */
  async function save(panel: string, format: string, part = 0): Promise<Saved> {
    await menu(panel).click()
    return saved(() => page.getByRole("menuitem", { name: format }).nth(part).click())
  }

  /** Rows of a file without quoted cells, by the first cell. */
  function rowsOf({ bytes }: Saved): Map<string, string[]> {
    const lines = bytes
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .trimEnd()
      .split("\r\n")
    return new Map(lines.map((line) => [line.split(",")[0]!, line.split(",")]))
  }

  it("saves a chart as a PNG of twice its size", async () => {
    const { name, bytes } = await save("Sweep: what a threshold costs", "Picture (PNG)")
    expect(name).toBe(`${workbench.run}-sweep.png`)
    expect([...bytes.subarray(0, 8)]).toEqual(PNG_SIGNATURE)
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
    expect(width).toBeGreaterThanOrEqual(2 * 760)
    expect(height).toBeGreaterThanOrEqual(2 * 380)
    // A picture of nothing would be small.
    expect(bytes.length).toBeGreaterThan(40_000)
  })

  it("saves a chart as a well-formed SVG with real text and lines, marks and all", async () => {
    const { bytes } = await save("Sweep: what a threshold costs", "Vector picture (SVG)")
    const found = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, "image/svg+xml")
      return {
        error: parsed.querySelector("parsererror")?.textContent ?? null,
        texts: [...parsed.querySelectorAll("text")].map((one) => one.textContent),
        images: parsed.querySelectorAll("image").length,
        longest: Math.max(
          ...[...parsed.querySelectorAll("path")].map((one) => one.getAttribute("d")!.length),
        ),
      }
    }, bytes.toString("utf8"))
    expect(found.error).toBeNull()
    expect(found.images).toBe(0)
    expect(found.longest).toBeGreaterThan(1000)
    expect(found.texts).toEqual(
      expect.arrayContaining([
        "Sweep: what a threshold costs",
        "Threshold (risk score)",
        "Share of accounts; F1",
        "Precision",
        "Recall",
        // The threshold's handle is painted by the overlay.
        "◂ 0.200 ▸",
        "flagged →",
      ]),
    )
    expect(found.texts.join("\n")).toContain(`Run ${workbench.run}: scenario tiny`)
    expect(bytes.toString("utf8")).not.toMatch(/href=|url\((?!#clip)/)
  })

  it("saves the very figures of the run as CSV", async () => {
    const point = workbench.report!.operatingPoints.find(({ name }) => name === "scenario")!
    const figures = rowsOf(await save("At this threshold", "Numbers (CSV)"))
    expect(figures.get("Recall")!.slice(1).map(Number)).toEqual([
      point.recall.value,
      ...point.recall.interval,
    ])
    expect(figures.get("Precision")!.slice(1).map(Number)).toEqual([
      point.precision.value,
      ...point.precision.interval,
    ])
    expect(Number(figures.get("AI-managed and caught")![1])).toBe(point.observed.truePositives)

    const tiers = rowsOf(await save("Operating point of each tier", "Numbers (CSV)"))
    expect([...tiers.keys()]).toEqual(["Tier", "Watch", "Label", "Limit reach", "Human review", "Suspend"])
    expect(tiers.get("Human review")!.map(Number)).toContain(point.falsePositiveRate.value)
  })

  /** Every format of what the page shows now; `formats` leaves out those that are not worth their time again. */
  async function saveAll(formats: RegExp): Promise<string[]> {
    const files: string[] = []
    const menus = page.locator(".save-button")
    for (let at = 0; at < (await menus.count()); at++) {
      await menus.nth(at).click()
      const items = page.getByRole("menuitem")
      await items.first().waitFor()
      const labels = await items.allTextContents()
      const wanted = labels.flatMap((label, item) => (formats.test(label) ? [item] : []))
      if (wanted.length === 0) await page.keyboard.press("Escape")
      for (const [turn, item] of wanted.entries()) {
        if (turn > 0) await menus.nth(at).click()
        const { name, bytes } = await saved(() => items.nth(item).click())
        files.push(name.replace(`${workbench.run}-`, ""))
        expect(bytes.length, name).toBeGreaterThan(30)
        expect(bytes.toString("utf8"), name).not.toMatch(/NaN|undefined/)
      }
    }
    return files
  }

  it("saves whatever chart or table there is, in every group and format", { timeout: 180_000 }, async () => {
    const tabs = page.getByRole("tab")
    const files: string[] = []
    for (let tab = 0; tab < (await tabs.count()); tab++) {
      await tabs.nth(tab).click()
      await nextFrames(page)
      // Pixels are drawn by the same code for every chart, which the first group shows.
      files.push(...(await saveAll(tab === 0 ? /./ : /SVG|CSV/)))
    }
    for (const stem of ["sweep", "roc", "pr", "distribution", "cohort"])
      for (const format of ["svg", "csv"]) expect(files).toContain(`${stem}.${format}`)
    expect(files).toEqual(expect.arrayContaining(["sweep.png", "pareto-front.csv", "tiers.csv"]))
    expect(workbench.complaints).toEqual([])
  })

  it("saves the tables of the comparison of two settings", async () => {
    await visit(page, `#/compare?run=${workbench.run}&threshold=0.1`)
    await page.getByTestId("comparison").waitFor()
    const figures = rowsOf(await save("Figures of both sides", "Numbers (CSV)"))
    expect(Number(figures.get("Recall")![2])).toBeGreaterThan(Number(figures.get("Recall")![1]))
    const flips = rowsOf(await save("Who is decided otherwise", "Numbers (CSV)"))
    expect(Number(flips.get("All accounts")![4])).toBeGreaterThan(0)
  })

  it("works by keyboard, says what was saved, and finds nothing serious in the open menu", async () => {
    const button = menu("Sweep: what a threshold costs")
    await button.focus()
    await page.keyboard.press("Enter")
    await page.getByRole("menuitem").first().waitFor()
    await page.waitForTimeout(300)
    expect(await seriousViolations(page)).toEqual([])
    await page.keyboard.press("End")
    const { name } = await saved(() => page.keyboard.press("Enter"))
    expect(name).toBe(`${workbench.run}-sweep.csv`)
    await page.getByText(`${name} is saved`).waitFor({ state: "attached" })
    const box = (await button.boundingBox())!
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24)
  })

  it("saves the run as an HTML report that opens anywhere, asks for nothing and prints", async () => {
    await page.getByTestId("threshold-number").fill("0.3")
    await page.getByTestId("threshold-number").press("Enter")
    const { name, path, bytes } = await saved(() => page.getByTestId("report").click())
    expect(name).toBe(`${workbench.run}-report.html`)
    expect(bytes.toString("utf8")).toContain("At threshold 0.300")

    const paper = await page.context().newPage()
    try {
      const asked: string[] = []
      const said: string[] = []
      paper.on("request", (request) => asked.push(request.url()))
      paper.on("console", (message) => said.push(message.text()))
      await paper.goto(`file://${path}`)
      expect(await seriousViolations(paper)).toEqual([])
      expect([asked, said]).toEqual([[`file://${path}`], []])
      const charts = await paper.evaluate(() =>
        [...document.querySelectorAll("svg.chart")].map((svg) => {
          const text = new XMLSerializer().serializeToString(svg)
          const { width, height } = svg.getBoundingClientRect()
          const broken = new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror")
          return {
            isWhole: broken === null,
            isSeen: width > 200 && height > 100,
            name: svg.getAttribute("aria-label"),
          }
        }),
      )
      expect(charts).toHaveLength(5)
      for (const chart of charts) expect(chart).toMatchObject({ isWhole: true, isSeen: true })
      const pdf = (await paper.pdf({ preferCSSPageSize: true })).toString("latin1")
      const pages = pdf.match(/\/Type \/Page\b/g)!.length
      expect(pages).toBeGreaterThanOrEqual(3)
      expect(pages).toBeLessThanOrEqual(9)
      // A4 in points.
      expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/)
    } finally {
      await paper.close()
    }
  })

  it("says why a report could not be made, and goes on", async () => {
    await page.route("**/report?**", (route) =>
      route.fulfill({ status: 400, json: { kind: "DataError", message: "the run is torn" } }),
    )
    await page.getByTestId("report").click()
    await page.getByRole("alert").getByText("The report could not be made. the run is torn").waitFor()
    await page.unroute("**/report?**")
    await saved(() => page.getByTestId("report").click())
  })
})
