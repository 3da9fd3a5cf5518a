/** Long work can be followed and called off, and whatever fails says what happened and leads on. */
import { cpSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { seriousViolations } from "./axe.ts"
import { browserPath, door, openWorkbench, textOf, visit, type Workbench } from "./harness.ts"

/** A whole copy of a run, under another id, whose scores are cut in half. */
function damagedCopy(store: string, run: string): string {
  const id = "tiny-0123456789ab"
  cpSync(join(store, run), join(store, id), { recursive: true })
  const manifest = join(store, id, "run.json")
  writeFileSync(manifest, readFileSync(manifest, "utf8").replace(`"id": "${run}"`, `"id": "${id}"`))
  const scores = join(store, id, "scores.parquet")
  truncateSync(scores, statSync(scores).size >> 1)
  return id
}

// The window has no address and no server of its own that could be limited.
describe.skipIf(!browserPath || door === "electron")("long work and failures", () => {
  let workbench: Workbench
  let page: Page

  beforeAll(async () => {
    // A run of tiny does not fit: to the server, the disk is full.
    workbench = await openWorkbench({ withRun: true, fileBlocks: 40 })
    page = workbench.page
    await page.getByTestId("sweep-chart").waitFor()
  })
  afterAll(() => workbench?.close())

  it("says how far a report is and what the next one waits for, also after a reload", async () => {
    await visit(page, `#/realism?run=${workbench.run}`)
    const measuring = page.getByTestId("realism-measuring")
    await measuring.getByText(/%/).waitFor()
    await visit(page, `#/realism?run=${workbench.run}&part=leakage`)
    const waiting = measuring.getByText("waiting for the realism report of tiny")
    await waiting.waitFor()
    await page.reload()
    await waiting.waitFor()
    expect(await seriousViolations(page)).toEqual([])
  })

  it("calls a report off, whether it waits or is at work, and measures it when asked to", async () => {
    await page.getByTestId("realism-measuring").getByRole("button", { name: "Cancel" }).click()
    await page.getByTestId("realism-cancelled").getByText("Measuring tiny was cancelled").waitFor()
    await visit(page, `#/realism?run=${workbench.run}`)
    await page.getByTestId("realism-measuring").getByRole("button", { name: "Cancel" }).click()
    const cancelled = page.getByTestId("realism-cancelled")
    await cancelled.waitFor()
    await cancelled.getByRole("button", { name: "Measure it" }).click()
    await page.getByTestId("realism-measuring").getByText(/%/).waitFor()
    await page.getByTestId("realism-measuring").getByRole("button", { name: "Cancel" }).click()
    await cancelled.waitFor()
  })

  it("says that a run is damaged, which file it is, that others are not, and leads on", async () => {
    const id = damagedCopy(workbench.store, workbench.run)
    await visit(page, `#/trade-offs?run=${id}`)
    const failed = page.getByTestId("run-failed")
    await failed.waitFor()
    expect(await failed.getAttribute("data-kind")).toBe("DamagedRunError")
    const said = await textOf(failed)
    expect(said).toContain(join(workbench.store, id, "scores.parquet"))
    expect(said).toContain("Other runs are not affected")
    expect(await seriousViolations(page)).toEqual([])
  })

  it("says that the disk is full, what is safe, and how to go on", async () => {
    await page.getByTestId("run-failed").getByRole("button", { name: "Run tiny again" }).click()
    const failed = page.getByTestId("job-failed")
    await failed.waitFor({ timeout: 60_000 })
    expect(await failed.getAttribute("data-kind")).toBe("DiskFullError")
    expect(await textOf(failed)).toContain("the runs that were there are as they were")
    expect(await failed.getByRole("button", { name: "Run tiny again" }).isEnabled()).toBe(true)
    await visit(page, `#/trade-offs?run=${workbench.run}`)
    await page.getByTestId("sweep-chart").waitFor()
  })

  it("deletes a damaged run from where it says so, which can be undone", async () => {
    const id = "tiny-0123456789ab"
    await visit(page, `#/trade-offs?run=${id}`)
    await page.getByTestId("run-failed").getByRole("button", { name: "Delete this run" }).click()
    const deed = page.getByTestId("deed")
    await deed.getByText(`${id} is deleted.`).waitFor()
    await deed.getByRole("button", { name: "Undo" }).waitFor()
    expect(existsSync(join(workbench.store, id))).toBe(false)
    expect(page.url()).not.toContain(id)
    await visit(page, `#/trade-offs?run=${workbench.run}`)
    await page.getByTestId("sweep-chart").waitFor()
  })

  it("says what became of a job whose server is no more", async () => {
    await page.evaluate(() =>
      window.sessionStorage.setItem(
        "assay.job",
        JSON.stringify({ id: "of-another-server", scenario: "rare" }),
      ),
    )
    await visit(page, "#/runs")
    await page.reload()
    await page.getByTestId("job-gone").getByText("rare ended with its server").waitFor()
  })

  it("asks for the whole address where the token is missing, instead of calling the server lost", async () => {
    const stranger = await page.context().browser()!.newContext()
    const door = await stranger.newPage()
    await door.goto(new URL("/", page.url()).href)
    await door.getByTestId("locked").getByText("Open the whole address that Assay printed").waitFor()
    expect(await door.getByTestId("lost-server").count()).toBe(0)
    await stranger.close()
  })
})
