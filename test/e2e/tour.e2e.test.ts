/** The tour of the first screen, by keyboard and by pointer. */
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { seriousViolations } from "./axe.ts"
import { browserPath, openWorkbench, textOf, type Workbench } from "./harness.ts"

describe.skipIf(!browserPath)("the tour", () => {
  let workbench: Workbench
  let page: Page
  const box = () => page.getByTestId("tour")
  const step = () => box().getAttribute("data-step")

  beforeAll(async () => {
    workbench = await openWorkbench({ withRun: true })
    page = workbench.page
    await page.evaluate(() => window.localStorage.removeItem("assay.tour"))
    await page.reload()
  })
  afterAll(() => workbench?.close())

  it("starts at the first visit, takes the focus, and goes through the screen by keyboard", async () => {
    await box().waitFor()
    expect(await seriousViolations(page)).toEqual([])
    const seen: (string | null)[] = []
    const [, of] = (await textOf(box())).match(/1 of (\d+)/)!
    for (let at = 1; at <= Number(of); at++) {
      await expect.poll(() => box().evaluate((element) => element === document.activeElement)).toBe(true)
      seen.push(await step())
      // Its last button leads on, or ends it.
      await box().getByRole("button").last().press("Enter")
      if (at < Number(of))
        await box()
          .getByText(`${at + 1} of ${of}`)
          .waitFor()
    }
    expect(seen).toEqual(["run", "tiers", "figures", "cohorts", "definition", "accounts", "solve"])
    await expect.poll(() => box().count()).toBe(0)
    expect(await page.getByTestId("tour-start").evaluate((one) => one === document.activeElement)).toBe(true)
  })

  it("does not come back by itself, and starts again when asked to", async () => {
    await page.reload()
    await page.getByTestId("sweep-chart").waitFor()
    expect(await box().count()).toBe(0)
    await page.getByTestId("tour-start").click()
    await expect.poll(step).toBe("run")
  })

  it("shows what comes to the screen after it has begun: the list of runs, first and on the way back", async () => {
    let answer = () => {}
    await page.route("**/api/runs", async (route) => {
      await new Promise<void>((resolve) => {
        answer = resolve
      })
      await route.continue()
    })
    await page.reload()
    await page.getByTestId("sweep-chart").waitFor()
    await page.getByTestId("tour-start").click()
    await expect.poll(step).toBe("tiers")
    await box()
      .getByText(/^1 of 6/)
      .waitFor()
    answer()
    await expect.poll(step).toBe("run")
    await box()
      .getByText(/^1 of 7/)
      .waitFor()

    await page.reload()
    await page.getByTestId("sweep-chart").waitFor()
    await page.getByTestId("tour-start").click()
    await box().getByRole("button", { name: "Next" }).click()
    await expect.poll(step).toBe("figures")
    answer()
    await box()
      .getByText(/^3 of 7/)
      .waitFor()
    await page.unroute("**/api/runs")
    for (const earlier of ["tiers", "run"]) {
      await box().getByRole("button", { name: "Back" }).click()
      await expect.poll(step).toBe(earlier)
    }
    await page.keyboard.press("Escape")
  })

  it("is left by Escape, by its button, and by doing anything elsewhere", async () => {
    const leaving = [
      () => page.keyboard.press("Escape"),
      () => box().getByRole("button", { name: "Leave the tour" }).click(),
      () => page.getByTestId("threshold-number").click(),
    ]
    for (const leave of leaving) {
      if ((await box().count()) === 0) await page.getByTestId("tour-start").click()
      await box().waitFor()
      await leave()
      await expect.poll(() => box().count()).toBe(0)
    }
  })
})
