import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { seriousViolations } from "./axe.ts"
import { browserPath, door, openWorkbench, textOf, visit, type Workbench } from "./harness.ts"

/** A new workbench in the place of one whose server is gone. */
async function restarted(gone: Workbench): Promise<Workbench> {
  await gone.close()
  return openWorkbench({ withRun: false })
}

// The window has run the quickstart before it opens and has no server that could be lost.
describe.skipIf(!browserPath || door === "electron")("scenarios and runs", () => {
  let workbench: Workbench
  let page: Page

  beforeAll(async () => {
    workbench = await openWorkbench({ withRun: false })
    page = workbench.page
  })
  afterAll(() => workbench?.close())

  it("explains an empty store and offers the quickstart", async () => {
    const empty = page.getByTestId("empty-store")
    await empty.waitFor()
    await empty.getByText("No runs yet").waitFor()
    expect(await empty.getByRole("button", { name: "Run quickstart" }).isEnabled()).toBe(true)
    expect(await seriousViolations(page)).toEqual([])
  })

  it("runs tiny, shows its progress and opens it on Trade-offs", async () => {
    await visit(page, "#/runs")
    // A tiny run is over before one could look, so what the page says meanwhile is written down by the page.
    await page.evaluate(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      new MutationObserver(() => {
        const job = document.querySelector("[data-testid=job]")?.textContent
        if (job) seen.push(job)
      }).observe(document.body, { childList: true, subtree: true, characterData: true })
    })
    await page.getByTestId("scenario-tiny").getByRole("button", { name: "Run tiny" }).click()
    await page.getByTestId("sweep-chart").waitFor()
    expect(page.url()).toMatch(/#\/trade-offs\?run=tiny-/)
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen)
    expect(seen.some((text) => text.startsWith("Running tiny") && text.includes("%"))).toBe(true)

    await visit(page, "#/runs")
    await expect.poll(() => page.getByTestId("runs").getByRole("row").count()).toBe(2)
  })

  it("cancels a long job and is ready for the next one", async () => {
    await visit(page, "#/runs")
    await page.getByTestId("scenario-rare").getByRole("button", { name: "Run rare" }).click()
    const job = page.getByTestId("job")
    await job.getByText(/%/).waitFor()
    expect(await page.getByRole("button", { name: "Run tiny" }).isDisabled()).toBe(true)
    await job.getByRole("button", { name: "Cancel" }).click()
    await page.getByTestId("job-cancelled").waitFor()
    expect(await page.getByTestId("runs").getByRole("row").count()).toBe(2)

    await page.getByTestId("seed").fill("another")
    await page.getByRole("button", { name: "Run tiny" }).click()
    await page.getByTestId("sweep-chart").waitFor()
    await visit(page, "#/runs")
    await expect.poll(() => page.getByTestId("runs").getByRole("row").count()).toBe(3)
  })

  it("takes up a running job after a reload", async () => {
    await visit(page, "#/runs")
    await page.getByRole("button", { name: "Run rare" }).click()
    await page.getByTestId("job").getByText(/%/).waitFor()
    await page.reload()
    await page.getByTestId("job").getByText("Running rare").waitFor()
    await page.getByTestId("job").getByRole("button", { name: "Cancel" }).click()
    await page.getByTestId("job-cancelled").waitFor()
  })

  it("takes up the job of another window where that was first, and reads out only its stage", async () => {
    await visit(page, "#/runs")
    await page.evaluate(() =>
      fetch("/api/jobs", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ scenario: "rare" }),
      }),
    )
    await page.getByRole("button", { name: "Run tiny" }).click()
    const job = page.getByTestId("job")
    await job.getByText("Running rare").waitFor()
    await job.getByText(/%/).waitFor()
    const readOut = await job.locator("[aria-live]").allTextContents()
    expect(readOut.join("")).not.toBe("")
    expect(readOut.join("")).not.toMatch(/%|left/)
    expect(await page.getByTestId("job-failed").count()).toBe(0)
    await job.getByRole("button", { name: "Cancel" }).click()
    await page.getByTestId("job-cancelled").waitFor()
  })

  it("leaves the reader of another run there and offers to open the finished one", async () => {
    await visit(page, "#/runs")
    await page.getByTestId("scenario-tiny").getByRole("button", { name: "Run tiny" }).click()
    await visit(page, "#/accounts")
    const badge = page.getByTestId("job-badge").getByText("tiny is done")
    await badge.waitFor()
    const reading = new URL(page.url()).hash
    expect(reading).toMatch(/^#\/accounts\?.*run=tiny-/)
    await badge.click()
    await page.getByTestId("sweep-chart").waitFor()
    expect(page.url()).toMatch(/#\/trade-offs\?run=tiny-/)
    expect(reading).not.toContain(new URL(page.url()).hash.match(/run=([^&]+)/)![1])
    await visit(page, "#/runs")
  })

  it("shows a broken scenario with all that is wrong with it, beside the usable ones", async () => {
    const problems = [
      "broken.yaml: prevalence must be in [0, 1], got 1.5",
      "broken.yaml: acounts is no field",
    ]
    await page.route("**/api/scenarios", async (route) => {
      const response = await route.fetch()
      const scenarios = (await response.json()) as object[]
      const broken = { file: "broken.yaml", name: "broken", error: problems.join("\n") }
      await route.fulfill({ response, json: [...scenarios, broken] })
    })
    await page.reload()
    const entry = page.getByTestId("scenario-broken")
    await entry.getByText("broken.yaml cannot be used").waitFor()
    for (const problem of problems) expect(await textOf(entry)).toContain(problem)
    expect(await page.getByRole("button", { name: "Run tiny" }).isEnabled()).toBe(true)
    expect(await page.getByRole("button", { name: "Run broken" }).count()).toBe(0)
    // The page may be asking again: its answer must be through before it is no longer ours.
    await page.unrouteAll({ behavior: "wait" })
  })

  it("says what is wrong when a job fails", async () => {
    const message = "tiny.yaml: days must be 7 or more, got 1"
    await page.route("**/api/jobs", (route) =>
      route.fulfill({ status: 400, json: { kind: "ScenarioError", message } }),
    )
    await page.getByRole("button", { name: "Run tiny" }).click()
    await page.getByTestId("job-failed").getByText(message).waitFor()
    await page.getByTestId("job-failed").getByRole("button", { name: "Dismiss" }).click()
    await page.unroute("**/api/jobs")
  })

  it("leads two selected runs to their comparison", async () => {
    await visit(page, "#/runs")
    const boxes = page.getByTestId("runs").getByRole("checkbox")
    const compare = page.getByRole("button", { name: "Compare the two selected" })
    expect(await compare.isDisabled()).toBe(true)
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    await compare.click()
    await page.getByTestId("comparison").waitFor()
    expect(page.url()).toMatch(/#\/compare\?run=tiny-[0-9a-f]+&a=tiny-/)
    await visit(page, "#/runs")
  })

  it("names a run, and goes back to its scenario's name", async () => {
    await visit(page, "#/runs")
    const rows = page.getByTestId("runs").locator("tbody tr")
    const rename = async (text: string) => {
      await rows
        .first()
        .getByRole("button", { name: /^More for/ })
        .click()
      await page.getByRole("menuitem", { name: "Rename" }).click()
      await page.getByLabel("Name", { exact: true }).fill(text)
      await page.keyboard.press("Enter")
      await page.getByTestId("rename").waitFor({ state: "detached" })
    }
    await rename("  Before the change ")
    await page.reload()
    await rows.first().getByText("Before the change").waitFor()
    expect(await textOf(rows.first())).toContain("tiny, seed ")
    await rename("")
    await expect.poll(() => textOf(rows.first())).not.toContain("Before the change")
  })

  it("deletes the open run, has it back, and removes it for good", async () => {
    const rows = page.getByTestId("runs").locator("tbody tr")
    const open = page.getByTestId("runs").locator("tr[aria-current=true]")
    const before = await rows.count()
    const id = (await open.getAttribute("data-testid"))!.replace(/^run-/, "")
    const remove = async () => {
      await open.getByRole("button", { name: /^More for/ }).click()
      await page.getByRole("menuitem", { name: "Delete" }).click()
      await page.getByTestId("deed").getByText("is deleted").waitFor()
    }
    await remove()
    await expect.poll(() => rows.count()).toBe(before - 1)
    await expect.poll(() => page.url()).not.toContain(id)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Undo")
    await page.keyboard.press("Enter")
    await page.getByTestId("deed").getByText("is back").waitFor()
    await expect.poll(() => rows.count()).toBe(before)
    await expect.poll(() => page.url()).toContain(id)
    await remove()
    expect(await seriousViolations(page)).toEqual([])
    await page
      .getByTestId("trash")
      .getByRole("button", { name: /^Remove for good/ })
      .click()
    await expect.poll(() => page.getByTestId("trash").count()).toBe(0)
    await expect.poll(() => rows.count()).toBe(before - 1)
  })

  it("exports the scores of a run", async () => {
    const row = page.getByTestId("runs").locator("tbody tr").first()
    const id = (await row.getAttribute("data-testid"))!.replace(/^run-/, "")
    await row.getByRole("button", { name: /^More for/ }).click()
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "Scores as CSV" }).click(),
    ])
    expect(saved.suggestedFilename()).toBe(`${id}-scores.csv`)
    const lines = readFileSync(await saved.path(), "utf8")
      .trim()
      .split("\n")
    expect(lines).toHaveLength(501)
    expect(lines[0]).toMatch(/account.*archetype.*ai_managed.*risk.*flagged.*posting-rhythm/)
  })

  it("saves the report of a run that need not be open", async () => {
    const row = page.getByTestId("runs").locator("tbody tr").first()
    const id = (await row.getAttribute("data-testid"))!.replace(/^run-/, "")
    await row.getByRole("button", { name: /^More for/ }).click()
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: /^HTML report/ }).click(),
    ])
    expect(saved.suggestedFilename()).toBe(`${id}-report.html`)
    expect(readFileSync(await saved.path(), "utf8")).toContain(`<title>Report on ${id}</title>`)
  })

  it("lists a damaged run with what is wrong, beside the whole ones, and deletes it", async () => {
    const folder = join(workbench.store, "torn")
    mkdirSync(folder)
    writeFileSync(join(folder, "run.json"), "{")
    await visit(page, "#/runs")
    const damaged = page.getByTestId("damaged-torn")
    await damaged.getByText("this is not whole JSON").waitFor()
    expect(await page.getByTestId("runs").locator("tbody tr").count()).toBeGreaterThan(0)
    expect(await seriousViolations(page)).toEqual([])
    await damaged.getByRole("button", { name: "Delete torn" }).click()
    await expect.poll(() => damaged.count()).toBe(0)
  })

  it("says so when a run is not there, and leads to those that are", async () => {
    await visit(page, "#/trade-offs?run=gone-000")
    await page.getByText("The run gone-000 cannot be opened").waitFor()
    await page.getByRole("button", { name: "Choose another run" }).click()
    await page.getByTestId("runs").waitFor()
  })

  it("keeps what is on the screen when the server is lost, and says so", async () => {
    await page
      .getByRole("button", { name: /^Open tiny-/ })
      .first()
      .click()
    await page.getByTestId("sweep-chart").waitFor()
    expect(workbench.complaints.filter((complaint) => complaint.startsWith("threw"))).toEqual([])
    await workbench.killServer()
    await page.getByTestId("lost-server").getByText("The server does not answer").waitFor()
    await page.getByTestId("threshold-number").fill("0.25")
    await expect.poll(() => page.getByTestId("sweep-chart").getAttribute("aria-label")).toContain("0.250")
    await page.getByTestId("lost-server").getByRole("button", { name: "Try again" }).click()
    await page.getByTestId("lost-server").waitFor()
  })

  it("says that an account cannot be had while the server is lost, instead of loading for ever", async () => {
    const run = page.url().match(/run=([^&]+)/)?.[1]
    await visit(page, `#/accounts?run=${run}&account=7`)
    const lost = page.getByTestId("connection-lost")
    await lost.getByText("Connection lost").waitFor()
    expect(await lost.getByRole("button", { name: "Try again" }).isEnabled()).toBe(true)
    await expect.poll(() => page.getByLabel("Loading").count()).toBe(0)
  })

  it("says of a job under way that the connection is lost, and offers no Cancel", async () => {
    workbench = await restarted(workbench)
    page = workbench.page
    await visit(page, "#/runs")
    await page.getByTestId("scenario-rare").getByRole("button", { name: "Run rare" }).click()
    const job = page.getByTestId("job")
    // It can be cancelled once the server has taken it on.
    await expect
      .poll(() => job.getByRole("button", { name: "Cancel" }).isEnabled(), { timeout: 20_000 })
      .toBe(true)
    await workbench.killServer()
    await job.getByText("Connection lost").waitFor()
    expect(await job.getByRole("button", { name: "Cancel" }).count()).toBe(0)
    await job.getByRole("button", { name: "Try again" }).click()
    await job.getByText("Connection lost").waitFor()
  })
})

describe.skipIf(!browserPath || door === "electron")("a folder of scenarios without a quickstart", () => {
  const folder = mkdtempSync(join(tmpdir(), "assay-own-"))
  let workbench: Workbench
  let page: Page

  beforeAll(async () => {
    workbench = await openWorkbench({ withRun: false, scenarios: folder })
    page = workbench.page
  })
  afterAll(async () => {
    await workbench?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const empty = () => page.getByTestId("empty-store")
  const told = async (files: Readonly<Record<string, string>>, text: string) => {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    await page.reload()
    await empty().getByText(text).waitFor()
  }

  it("says that there is none, and leads to where one is written", async () => {
    await empty().getByText("holds no scenario").waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await empty().getByRole("button", { name: "Write a scenario" }).click()
    await page.getByText("name: new-scenario").waitFor()
    await page.goBack()
  })

  it("says that none can be read, and leads to why", async () => {
    await told({ "torn.yaml": "name: torn\ndays: 1\n" }, "can be read")
    await empty().getByRole("button", { name: "All scenarios" }).click()
    await page.getByTestId("scenario-torn").getByText("days must be").waitFor()
    await page.goBack()
  })

  it("offers the smallest that can be read", async () => {
    await told(
      { "spring.yaml": "name: spring\naccounts: 900\n", "summer.yaml": "name: summer\naccounts: 600\n" },
      "The smallest scenario of this folder is summer, with 600 accounts.",
    )
    expect(await empty().getByRole("button", { name: "Run summer" }).isEnabled()).toBe(true)
    expect(await empty().getByRole("button").count()).toBe(2)
  })
})
