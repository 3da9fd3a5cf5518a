import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { WhyReport } from "../../src/api/contract.ts"
import { PLUGGED, putPluggedRun } from "../setup/plugged-run.ts"
import { browserPath, openWorkbench, textOf, visit, type Workbench } from "./harness.ts"

/** Fusion is learned again some forty times. */
const LEARNING_MS = 60_000

describe.skipIf(!browserPath)("detectors", () => {
  let workbench: Workbench
  let page: Page
  let report: WhyReport

  beforeAll(async () => {
    workbench = await openWorkbench({ withRun: true, prepare: putPluggedRun })
    page = workbench.page
    await page.getByTestId("sweep-chart").waitFor()
  })
  afterAll(() => workbench?.close())

  const path = () => `/api/runs/${workbench.run}/why`

  it("says why there is no report, tries again, and answers others while it is made", async () => {
    const message = "The run is damaged."
    await page.route("**/why/events", (route) =>
      route.fulfill({ status: 400, json: { kind: "DataError", message } }),
    )
    await page.getByRole("link", { name: "Detectors" }).click()
    await page.getByTestId("why-failed").getByText(message).waitFor()
    expect(page.url()).toContain("#/detectors")
    await page.unroute("**/why/events")
    await page.getByRole("button", { name: "Try again" }).click()
    await page.getByTestId("why-measuring").waitFor()
    // A worker makes it, so the server still answers before it is done.
    await page.evaluate(async () => (await fetch("/api/health")).json())
    expect(await page.getByTestId("why-measuring").count()).toBe(1)
    await page.getByTestId("why-report").waitFor({ timeout: LEARNING_MS })
    report = await page.evaluate(async (of) => (await fetch(of)).json(), path())
  })

  it("shows what each detector and layer is worth, with words for an interval around 0", async () => {
    const ablation = report.ablation!
    expect(await page.getByTestId("parts").locator("tbody tr").count()).toBe(
      ablation.detectors.length + ablation.layers.length,
    )
    const parts = [
      ...ablation.detectors.map(({ id, ...part }) => ({ row: `part-${id}`, ...part })),
      ...ablation.layers.map(({ layer, ...part }) => ({ row: `part-layer-${layer}`, ...part })),
    ]
    for (const { row, alone, added } of parts) {
      const words = await textOf(page.getByTestId(row))
      expect(words, row).toContain(alone.auc.value.toFixed(3))
      const verdicts = [added.auc, added.recall].map(({ interval: [low, high] }) =>
        low > 0 ? "adds" : high < 0 ? "takes away" : "none shown",
      )
      const shown = await page.getByTestId(row).locator(".difference-word").allTextContents()
      expect(shown, row).toEqual(verdicts)
    }
    for (const { id, alone } of report.overlap.detectors)
      expect(await textOf(page.getByTestId(`part-${id}`).locator("strong")), id).toBe(String(alone))
    const { caughtByAny, aiManaged } = report.overlap
    expect(await textOf(page.getByTestId("caught-by-any"))).toContain(`${caughtByAny} of ${aiManaged}`)

    // After a click a page shows no focus until a key is pressed.
    await page.keyboard.press("Tab")
    await page.getByTestId("parts").getByRole("button", { name: "Adds to AUC" }).focus()
    await page
      .getByRole("tooltip")
      .getByText(/learned again without this part/)
      .waitFor()
  })

  it("draws the reliability curve, on either axes, and sums it up", async () => {
    const { brier, calibrationError, bins } = report.calibration
    expect(await textOf(page.getByTestId("brier"))).toBe(brier.value.toFixed(4))
    expect(await textOf(page.getByTestId("ece"))).toBe(calibrationError.value.toFixed(4))
    const chart = page.getByTestId("reliability-chart")
    const told = (await chart.getAttribute("aria-label")) ?? ""
    expect(told.split(";").length).toBe(bins.length)
    const picture = () => chart.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
    const logarithmic = await picture()
    await page.getByRole("switch", { name: "Log axes" }).focus()
    await page.keyboard.press("Space")
    await expect.poll(picture).not.toBe(logarithmic)
  })

  it("reads the matrix cell by cell with the arrow keys, and compares catches and scores", async () => {
    const { pairs, detectors } = report.overlap
    const cells = page.getByTestId("matrix").getByRole("gridcell")
    expect(await cells.count()).toBe(detectors.length ** 2)
    // Cells in reading order: the first row holds the first detector with every other.
    const [first, second, third] = detectors.map(({ id }) => id)
    const pairOf = (a: string | undefined, b: string | undefined) =>
      pairs.find((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a))!
    await cells.nth(1).focus()
    const line = page.getByTestId("matrix-told")
    expect(await textOf(line)).toContain(`${pairOf(first, second).both} of ${pairOf(first, second).either}`)
    await page.keyboard.press("ArrowRight")
    expect(await textOf(line)).toContain(`${pairOf(first, third).both} of ${pairOf(first, third).either}`)
    await page.keyboard.press("ArrowDown")
    expect(await textOf(line)).toContain(`${pairOf(second, third).both} of ${pairOf(second, third).either}`)

    await page.getByText("Scores, authentic", { exact: true }).click()
    const rho = report.correlation.authentic.find(({ a, b }) => a === second && b === third)!
    await expect.poll(() => textOf(line)).toContain(`${rho.accounts.toLocaleString("en")} accounts`)
  })

  it("puts seen and held-out archetypes side by side", async () => {
    const { seen, heldOut, aucDifference } = report.transfer
    const auc = await textOf(page.getByTestId("transfer-auc"))
    for (const value of [seen.auc.value, heldOut.auc.value, Math.abs(aucDifference.value)])
      if (value !== null) expect(auc).toContain(value.toFixed(3))
    for (const archetype of [...seen.archetypes, ...heldOut.archetypes])
      expect(await page.getByTestId(`archetype-${archetype}`).getByRole("img").count()).toBe(1)
  })

  it("keeps the report, and says so when another definition is set", async () => {
    await visit(page, `#/detectors?run=${workbench.run}&oversight=0.5`)
    await page.getByTestId("why-moved").waitFor()
    expect(await page.getByTestId("why-report").count()).toBe(1)
    await visit(page, `#/detectors?run=${workbench.run}`)
    await page.getByTestId("why-moved").waitFor({ state: "detached" })
    expect(workbench.complaints.filter((complaint) => !complaint.includes("400"))).toEqual([])
  })

  it("says what a run of an older version cannot tell, and shows the rest", async () => {
    const older = { ...report, ablation: null, unavailable: "The run does not hold it" }
    await page.route("**/why", (route) => route.fulfill({ json: older }))
    await page.reload()
    await page
      .getByTestId("no-learning")
      .getByText(/keeps no learning set/)
      .waitFor()
    expect(await page.getByTestId("parts").locator(".difference-bar").count()).toBe(0)
    expect(await page.getByTestId("parts").locator(".auc-bar").count()).toBeGreaterThan(5)
    expect(await page.getByTestId("matrix").count()).toBe(1)
    await page.unroute("**/why")
  })

  it("warns where operators are too few for intervals, and compares no detector with itself", async () => {
    const [first] = report.overlap.detectors
    const seen = { ...report.transfer.seen, operators: 12 }
    const heldOut = { ...report.transfer.heldOut, operators: 7 }
    const small = {
      ...report,
      transfer: { ...report.transfer, seen, heldOut },
      overlap: { ...report.overlap, detectors: [first], pairs: [] },
    }
    const answer = (body: object) => page.route("**/why", (route) => route.fulfill({ json: body }))
    await answer(small)
    await page.reload()
    await page
      .getByTestId("why-few")
      .getByText(/19 operators/)
      .waitFor()
    expect(await page.getByTestId("matrix").count()).toBe(0)
    await page.unroute("**/why")
    await answer({ ...report, transfer: { ...report.transfer, seen: { ...seen, operators: 13 }, heldOut } })
    await page.reload()
    await page.getByTestId("matrix").waitFor()
    expect(await page.getByTestId("why-few").count()).toBe(0)
    await page.unroute("**/why")
  })

  it("leads from the detector that could be done without to what its absence does", async () => {
    await visit(page, `#/detectors?run=${workbench.run}`)
    await page.getByTestId("least-loss").getByRole("button").click()
    const switches = page.getByTestId("off-switches")
    await expect.poll(() => switches.evaluate((element) => element === document.activeElement)).toBe(true)
    const slipping = page.getByTestId("off-newlyMissed")
    await slipping.waitFor()
    const { y, height } = (await slipping.boundingBox())!
    expect(y).toBeGreaterThan(0)
    expect(y + height).toBeLessThan(page.viewportSize()!.height)
    await page.getByRole("button", { name: "Switch all on" }).click()
    await page.getByTestId("detectors-off").waitFor({ state: "detached" })
  })

  it("switches one off, tells what is lost and who slips through, and shows every view without it", async () => {
    const threshold = 0.2
    await visit(page, `#/detectors?run=${workbench.run}&threshold=${threshold}`)
    await page.getByTestId("off-switches").getByLabel("Co-action").click()
    await page
      .getByTestId("detectors-off")
      .getByText(/Switched off: Co-action/)
      .waitFor()
    const slipped = Number((await textOf(page.getByTestId("off-newlyMissed"))).match(/^\d+/)![0])
    const recall = await textOf(page.getByTestId("off-after-recall"))
    expect(slipped).toBeGreaterThan(0)
    await expect.poll(() => page.url()).toContain("off=co-action")

    await page.getByRole("link", { name: "Trade-offs" }).click()
    await page.getByTestId("detectors-off").waitFor()
    await expect.poll(() => textOf(page.getByTestId("figure-recall"))).toBe(recall)
    await page.getByRole("button", { name: "Switch all on" }).click()
    await expect.poll(() => textOf(page.getByTestId("figure-recall"))).not.toBe(recall)
    expect(await page.getByTestId("detectors-off").count()).toBe(0)
  })

  it("shows one detector alone, by its own score", async () => {
    await visit(page, `#/detectors?run=${workbench.run}&detector=posting-rhythm`)
    await page.getByTestId("one-roc-chart").waitFor()
    expect(await textOf(page.getByTestId("one-judged"))).toMatch(/of [\d,]+ accounts had evidence/)
    const aria = (await page.getByTestId("one-roc-chart").getAttribute("aria-label"))!
    expect(aria).toContain("Posting rhythm")
    const own = Number(/area ([\d.]+\d) alone/.exec(aria)![1])
    expect(own).toBeCloseTo(workbench.report!.detectors.find(({ id }) => id === "posting-rhythm")!.auc!, 2)
    expect(workbench.complaints.filter((one) => !one.includes("400"))).toEqual([])
  })

  it("shows what a plug-in is and said, without its code, and which one failed", async () => {
    await visit(page, `#/detectors?run=${PLUGGED}&detector=late-replies`)
    await page
      .getByTestId("one-meaning")
      .getByText("A plug-in of this run, version 1: the module ./late-replies.ts.")
      .waitFor()
    await page.getByTestId("off-switches").getByLabel("Replies late").waitFor()
    const failed = page.getByTestId("plugins-failed")
    expect(await textOf(failed)).toContain("left out of this run: module ./hangs.ts")
    await failed.getByText("Why").click()
    await failed.getByText("module ./hangs.ts: took more than 30 s").waitFor()

    await visit(page, `#/accounts?run=${PLUGGED}&outcome=all&account=3`)
    const card = page.getByTestId("detector-late-replies")
    await card.getByText("account 3 replies late at night").waitFor()
    await card.getByText("Measured features").click()
    await card.getByRole("rowheader", { name: "Late replies" }).waitFor()

    await visit(page, `#/accounts?run=${workbench.run}&outcome=all&account=3`)
    await page.getByTestId("detector-co-action").waitFor()
    expect(await failed.count()).toBe(0)
    expect(workbench.complaints.filter((one) => !one.includes("400"))).toEqual([])
  })
})
