import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { seriousViolations } from "./axe.ts"
import { browserPath, door, openWorkbench, textOf, visit, type Workbench } from "./harness.ts"

const BUNDLED = join(import.meta.dirname, "../../simulations")

describe.skipIf(!browserPath || door === "electron")("the editor of scenarios", () => {
  const folder = mkdtempSync(join(tmpdir(), "assay-scenarios-"))
  let workbench: Workbench
  let page: Page

  const yaml = () => page.getByTestId("yaml")
  const text = () => yaml().inputValue()
  const saved = (file: string) => readFileSync(join(folder, file), "utf8")
  const standing = (words: string | RegExp) => page.getByTestId("standing").getByText(words).waitFor()

  beforeAll(async () => {
    cpSync(BUNDLED, folder, { recursive: true })
    workbench = await openWorkbench({ withRun: true, scenarios: folder })
    page = workbench.page
    await page.setViewportSize({ width: 1440, height: 900 })
  })
  afterAll(async () => {
    await workbench?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it("is reached from the list of scenarios, and its address names the scenario", async () => {
    await visit(page, "#/runs")
    await page.getByRole("button", { name: "Edit hijacked" }).click()
    await standing("Ready to run")
    expect(page.url()).toContain("scenario=hijacked")
    expect(await text()).toBe(saved("hijacked.yaml"))
    expect(await textOf(page.getByTestId("standing-saved"))).toBe("As in hijacked.yaml")
  })

  it("writes what the form says into the YAML, and keeps comments, own archetypes and the rest", async () => {
    await page.getByLabel("Evasion of Sold creator", { exact: true }).fill("0.55")
    await page.getByLabel("Days", { exact: true }).fill("21")
    await page.getByLabel("Hold out content farm").check()
    const before = saved("hijacked.yaml").split("\n")
    const after = (await text()).split("\n")
    expect(after.filter((line) => !before.includes(line))).toEqual([
      "days: 21",
      "    sold-creator: { share: 0.25, evasion: 0.55 }",
      "    content-farm: { share: 0.15, evasion: 0.3, heldOut: true }",
    ])
    await standing("Ready to run")
  })

  it("scales shares to what each archetype gets", async () => {
    // 45, 25, 15 and 15 of 600 accounts; twice the share of one makes it 90 of 145.
    expect(await textOf(page.getByTestId("mix-accounts-hijacked-account"))).toBe("270")
    await page.getByLabel("Share of hijacked account", { exact: true }).fill("0.9")
    expect(await textOf(page.getByTestId("mix-accounts-hijacked-account"))).toBe("372")
    await page.getByRole("button", { name: "Remove Quiet takeover from the mix" }).click()
    expect(await textOf(page.getByTestId("mix-accounts-hijacked-account"))).toBe("415")
    await page.getByRole("button", { name: "Add Quiet takeover to the mix" }).click()
    expect(await text()).toContain("    quiet-takeover: { share: 0.05, evasion: 0.3 }")
  })

  it("goes back through its steps and forth again, by key and by button", async () => {
    const changed = await text()
    await page.getByTestId("undo").click()
    expect(await text()).not.toContain("quiet-takeover: { share")
    await yaml().press("Control+z")
    expect(await text()).toContain("quiet-takeover: { share: 0.15, evasion: 0.6, heldOut: true }")
    await yaml().press("Control+Shift+z")
    await page.getByTestId("redo").click()
    expect(await text()).toBe(changed)
  })

  it("follows the YAML, and tells what is wrong at the field, at the line and in the terminal's words", async () => {
    await yaml().fill(
      "name: mine\naccounts: 500\ndays: 7\nprevalence: 1.5\nfusion: { learning: { accounts: 5 } }\n",
    )
    await standing("Problems to mend: 2")
    const prevalence = page.getByTestId("field-prevalence")
    const words = "prevalence must be in [0, 1], got 1.5"
    await prevalence.getByText(words).waitFor()
    const number = prevalence.getByRole("spinbutton")
    expect(await number.getAttribute("aria-invalid")).toBe("true")
    expect(await page.locator(`#${await number.getAttribute("aria-describedby")}`).textContent()).toBe(words)
    // A folded section opens when something in it is wrong.
    await page
      .getByTestId("section-fusion")
      .getByText(/fusion\.learning\.accounts must be an integer/)
      .waitFor()
    await page.getByTestId("yaml-problems").getByRole("button", { name: "Line 4" }).click()
    expect(
      await yaml().evaluate((area: HTMLTextAreaElement) =>
        area.value.slice(area.selectionStart, area.selectionEnd),
      ),
    ).toBe("prevalence: 1.5")
    expect(await page.getByTestId("run-draft").getAttribute("aria-disabled")).toBe("true")
    expect(await seriousViolations(page)).toEqual([])

    await number.fill("0.1")
    await page.getByLabel("Learning accounts").fill("1000")
    await standing("Ready to run")
    expect(await text()).toBe(
      "name: mine\naccounts: 500\ndays: 7\nprevalence: 0.1\nfusion: { learning: { accounts: 1000 } }\n",
    )
  })

  it("keeps the last readable form while the YAML cannot be read", async () => {
    const good = await text()
    await yaml().fill(`${good}population: [\n`)
    await page.getByText("The YAML cannot be read").waitFor()
    expect(await page.getByLabel("Accounts", { exact: true }).first().inputValue()).toBe("500")
    expect(await page.getByLabel("Accounts", { exact: true }).first().isDisabled()).toBe(true)
    await yaml().fill(good)
    await standing("Ready to run")
  })

  it("estimates time and memory, and says from what", async () => {
    await page.getByTestId("estimate-time").getByText(/sec/).waitFor()
    expect(await textOf(page.getByTestId("estimate-basis"))).toContain(`nearest in size ${workbench.run}`)
    expect(await textOf(page.getByTestId("estimate-memory"))).toMatch(/^0\.3 to 0\.3 GB$/)
    await page.getByLabel("Accounts", { exact: true }).first().fill("200000")
    await page
      .getByTestId("estimate-memory")
      .getByText(/^0\.[4-9] to \d\.\d GB$/)
      .waitFor()
    await page.getByTestId("undo").click()
  })

  it("shows accounts of an archetype by the scenario's own recipe", async () => {
    await page
      .getByTestId("mix-row-reply-bot")
      .getByRole("button", { name: "reply bot", exact: true })
      .click()
    const samples = page.getByTestId("samples")
    await samples.getByText("Managed archetype").waitFor()
    await expect.poll(() => samples.getByRole("article").count()).toBe(3)
    expect(await textOf(samples.getByRole("article").first())).toMatch(/Followers: [\d,]+.*operator: effort/)
    expect(await seriousViolations(page)).toEqual([])
    await page.getByRole("button", { name: "Close the samples" }).click()
  })

  it("loses nothing when one looks elsewhere, reloads or asks for another scenario", async () => {
    const mine = await text()
    await visit(page, "#/trade-offs")
    await page.getByTestId("sweep-chart").waitFor()
    await page.getByRole("link", { name: "Scenario", exact: true }).click()
    expect(await text()).toBe(mine)
    await page.reload()
    await yaml().waitFor()
    expect(await text()).toBe(mine)

    await visit(page, "#/scenario?scenario=zh")
    await page.getByRole("button", { name: "Keep editing" }).last().click()
    expect(await text()).toBe(mine)
    expect(page.url()).toContain("scenario=hijacked")
  })

  it("saves a new scenario under its name, and never replaces another one unasked", async () => {
    await page.getByTestId("save").click()
    await page.getByTestId("standing-saved").getByText("As in mine.yaml").waitFor()
    expect(saved("mine.yaml")).toBe(await text())
    expect(page.url()).toContain("scenario=mine")

    const quickstart = saved("quickstart.yaml")
    await page.getByLabel("Name", { exact: true }).fill("quickstart")
    await standing("Ready to run")
    await page.getByTestId("save").click()
    await page.getByText("There is a scenario quickstart already").waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await page.getByTestId("save-name").fill("quicker")
    await page.getByRole("button", { name: "Save under this name" }).click()
    await page.getByTestId("standing-saved").getByText("As in quicker.yaml").waitFor()
    expect(saved("quickstart.yaml")).toBe(quickstart)
    expect(saved("quicker.yaml")).toContain("name: quicker\n")
  })

  it("says so when the file changed under it, and replaces it only when told", async () => {
    writeFileSync(join(folder, "quicker.yaml"), "name: quicker\naccounts: 999\n")
    await page.getByLabel("Seed", { exact: true }).fill("mine")
    await standing("Ready to run")
    await page.getByTestId("save").click()
    await page.getByText("quicker.yaml: has been changed since it was read").waitFor()
    expect(saved("quicker.yaml")).toContain("accounts: 999")
    await page.getByTestId("save-replace").click()
    await page.getByTestId("standing-saved").getByText("As in quicker.yaml").waitFor()
    expect(saved("quicker.yaml")).toBe(await text())
  })

  it("keeps the draft and says why when it cannot be saved", async () => {
    await page.getByLabel("Seed", { exact: true }).fill("other")
    await page.route("**/api/scenarios/quicker", (route) =>
      route.fulfill({
        status: 400,
        json: { kind: "DataError", message: "quicker.yaml: cannot be written (the disk is full)" },
      }),
    )
    await standing("Ready to run")
    await page.getByTestId("save").click()
    await page
      .getByTestId("save-failed")
      .getByText(/the disk is full/)
      .waitFor()
    expect(await text()).toContain("seed: other")
    await page.getByTestId("save-failed").getByRole("button", { name: "Dismiss" }).click()
    await page.unroute("**/api/scenarios/quicker")
  })

  // Seconds on a machine that has nothing else to do.
  it("runs the draft as it stands, unsaved, with the job's progress", { timeout: 120_000 }, async () => {
    await page.getByTestId("run-draft").click()
    const job = page.getByTestId("job")
    await job.waitFor()
    await page.getByTestId("job-done").getByText("quicker is done").waitFor({ timeout: 100_000 })
    expect(await textOf(page.getByTestId("standing-saved"))).toBe("Unsaved changes")
    await page.getByTestId("job-done").getByRole("button", { name: "Open" }).click()
    await page.getByTestId("sweep-chart").waitFor()
    expect(page.url()).toMatch(/run=quicker-/)
  })

  it("begins from the open run's scenario, and from new", async () => {
    const run = new URL(page.url()).hash.match(/run=([^&]+)/)![1]!
    await visit(page, `#/scenario?run=${run}&scenario=run:${run}`)
    await page.getByTestId("leave-discard").click()
    await standing("Ready to run")
    expect(await text()).toContain("seed: other\n")
    expect(await textOf(page.getByTestId("standing-saved"))).toBe("Not saved yet")
    await visit(page, "#/scenario?scenario=")
    await expect.poll(text).toBe("name: new-scenario\n")
    expect(existsSync(join(folder, "new-scenario.yaml"))).toBe(false)
  })

  it.each(["light", "dark"] as const)("has no serious fault of accessibility, %s", async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    for (const section of ["people", "definition", "detectors", "fusion"]) {
      const fold = page.getByTestId(`section-${section}`).getByRole("button").first()
      if ((await fold.getAttribute("aria-expanded")) === "false") await fold.click()
    }
    await page.waitForTimeout(200)
    expect(await seriousViolations(page)).toEqual([])
  })

  it("keeps the draft while the server is lost", async () => {
    expect(workbench.complaints.filter((complaint) => complaint.startsWith("threw"))).toEqual([])
    await workbench.killServer()
    await page.getByLabel("Days", { exact: true }).fill("30")
    await page.getByTestId("lost-server").waitFor()
    expect(await text()).toContain("days: 30")
    await standing("Not checked: connection lost")
  })
})
