import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { seriousViolations } from "./axe.ts"
import { browserPath, door, openWorkbench, textOf, visit, type Workbench } from "./harness.ts"

const SIMULATIONS = resolve(import.meta.dirname, "../../simulations")

/** How late in the day an account posts. */
const LATE = `export default {
  id: "late-poster", layer: "behaviour", title: "Late poster", version: 1,
  reads: ["posts.time"],
  features: [{ id: "late", title: "Share of posts after noon", unit: "share" }],
  observe(tile, columns) {
    const { offset, time } = tile.posts
    for (let account = 0; account < tile.accountCount; account++) {
      const own = time.subarray(offset[account], offset[account + 1])
      const late = own.filter((second) => second % 86400 >= 43200).length
      columns.late[account] = own.length > 0 ? late / own.length : NaN
    }
  },
  score: (row) => row[0],
  reasons: () => [],
}
`

const RUN_MS = 60_000

describe.skipIf(!browserPath || door === "electron")("a check from the window", () => {
  let workbench: Workbench
  let page: Page
  const folder = mkdtempSync(join(tmpdir(), "assay-check-"))
  const scenarios = join(folder, "scenarios")
  const config = process.env.ASSAY_CONFIG

  beforeAll(async () => {
    process.env.ASSAY_CONFIG = join(folder, "config")
    const tiny = readFileSync(join(SIMULATIONS, "tiny.yaml"), "utf8")
    mkdirSync(scenarios)
    writeFileSync(join(scenarios, "tiny.yaml"), tiny)
    const plugged = tiny.replace("name: tiny", "name: plugged")
    writeFileSync(
      join(scenarios, "plugged.yaml"),
      `${plugged}detectors:\n  plugins:\n    - module: ./late.mjs\n`,
    )
    writeFileSync(join(scenarios, "late.mjs"), LATE)
    workbench = await openWorkbench({ withRun: false, scenarios })
    page = workbench.page
  })
  afterAll(async () => {
    if (config === undefined) delete process.env.ASSAY_CONFIG
    else process.env.ASSAY_CONFIG = config
    await workbench?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const verdict = () => textOf(page.getByTestId("gate-verdict"))
  const baseline = (name: string) => join(scenarios, "baselines", name)

  async function checkOnly(name: string): Promise<void> {
    await page.getByTestId("gate-run").click()
    await page.getByRole("button", { name: "None" }).click()
    await page.getByRole("checkbox", { name }).focus()
    await page.keyboard.press("Space")
    await page.getByTestId("gate-run-start").click()
  }

  it("runs the scenarios that are chosen, and opens what it found", async () => {
    await visit(page, "#/gate")
    await page.getByTestId("gate-empty").waitFor()
    await checkOnly("tiny")
    await page.getByTestId("gate-detail").waitFor({ timeout: RUN_MS })
    expect(await verdict()).toContain("+ new")
    expect(await verdict()).toContain("exit code 3")
    await expect.poll(() => page.locator(".gate-entry-name").allTextContents()).toEqual(["tiny"])
  })

  it("shows what it would write of baselines, and writes nothing until somebody agrees", async () => {
    await page.getByTestId("gate-update").click()
    const dialog = page.getByTestId("gate-update-dialog")
    await dialog.getByText("baselines/tiny.yaml: new").waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await page.keyboard.press("Escape")
    await dialog.waitFor({ state: "detached" })
    expect(existsSync(baseline("tiny.yaml"))).toBe(false)
    await page.getByTestId("gate-update").click()
    await page.getByTestId("gate-update-write").click()
    await page.getByTestId("gate-updated").waitFor()
    expect(readFileSync(baseline("tiny.yaml"), "utf8")).toContain("scenario: tiny")
    await page.getByRole("button", { name: "Close" }).click()
  })

  it("finds the same scenario equal to its baseline from then on", async () => {
    await checkOnly("tiny")
    await expect.poll(verdict, { timeout: RUN_MS }).toContain("✓ pass")
    await page.getByTestId("gate-why").getByText("Equal to the baseline, bit for bit").waitFor()
    await page.getByTestId("gate-update").click()
    await page.getByTestId("gate-update-dialog").getByText("There is nothing to write").waitFor()
    await page.keyboard.press("Escape")
  })

  it("asks before plug-ins of a scenario run, and runs nothing when it is not allowed to", async () => {
    const before = await textOf(page.getByTestId("gate-verdict"))
    await checkOnly("plugged")
    const consent = page.getByTestId("consent")
    await consent.getByText("./late.mjs", { exact: true }).waitFor()
    expect(await textOf(consent)).toContain(join(scenarios, "late.mjs"))
    expect(await textOf(consent)).toContain("They run with your rights")
    expect(await seriousViolations(page)).toEqual([])
    // What is safe has the focus.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Do not run")
    await page.keyboard.press("Enter")
    await consent.waitFor({ state: "detached" })
    expect(await page.getByTestId("job").count()).toBe(0)
    expect(await textOf(page.getByTestId("gate-verdict"))).toBe(before)
  })

  it("shows again what has changed since it was shown", async () => {
    await checkOnly("plugged")
    await page.getByTestId("consent").waitFor()
    writeFileSync(join(scenarios, "late.mjs"), `${LATE}// changed\n`)
    await page.getByTestId("consent-trust").click()
    await page.getByTestId("consent-changed").waitFor()
    expect(await page.getByTestId("job").count()).toBe(0)
  })

  it("runs them when they are trusted, and does not ask a second time", async () => {
    await page.getByTestId("consent-trust").click()
    await expect.poll(verdict, { timeout: RUN_MS }).toContain("+ new")
    const detectors = page.getByTestId("gate-detail")
    await detectors.getByRole("heading", { name: "plugged" }).waitFor()
    await visit(page, "#/runs")
    await page.getByTestId("scenario-plugged").getByRole("button", { name: /^Run/ }).click()
    await page.getByTestId("job-progress").waitFor()
    expect(await page.getByTestId("consent").count()).toBe(0)
    await page.getByTestId("job").getByRole("button", { name: "Cancel" }).click()
    await page.getByTestId("job-cancelled").waitFor({ timeout: RUN_MS })
    expect(workbench.complaints.filter((complaint) => !/403|409/.test(complaint))).toEqual([])
  })

  it("tells which scenario it is at, and what stays of a check that is cancelled", async () => {
    writeFileSync(join(scenarios, "big.yaml"), "name: big\naccounts: 20000\n")
    await visit(page, "#/gate")
    await page.reload()
    await checkOnly("big")
    const job = page.getByTestId("job")
    await job.getByText(/^1 of 1, big: /).waitFor()
    await job.getByRole("button", { name: "Cancel" }).click()
    await page
      .getByTestId("job-cancelled")
      .getByText("There is no report of it.")
      .waitFor({ timeout: RUN_MS })
  })
})
