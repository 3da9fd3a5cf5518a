import { readFileSync } from "node:fs"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { seriousViolations } from "./axe.ts"
import { browserPath, nextFrames, openWorkbench, textOf, visit, type Workbench } from "./harness.ts"

/** How many colours a picture has, looked at in the page. */
async function coloursOf(png: string): Promise<number> {
  const image = new Image()
  image.src = `data:image/png;base64,${png}`
  await image.decode()
  const canvas = document.createElement("canvas")
  canvas.width = image.width
  canvas.height = image.height
  const context = canvas.getContext("2d")!
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  return new Set(new Uint32Array(data.buffer)).size
}

describe.skipIf(!browserPath)("the network", () => {
  let workbench: Workbench
  let page: Page

  beforeAll(async () => {
    workbench = await openWorkbench({ withRun: true })
    page = workbench.page
    await page.emulateMedia({ reducedMotion: "reduce" })
  })
  afterAll(() => workbench?.close())

  async function open(query = ""): Promise<void> {
    await visit(page, `#/network?run=${workbench.run}${query}`)
    await page.getByTestId("network-graph").waitFor()
    await page.locator(".network-progress").waitFor({ state: "detached" })
  }
  const legend = async () => (await textOf(page.getByTestId("network-legend"))).replaceAll(/\s+/g, " ")

  /** Saves from the menu of a panel, and reads what was saved. */
  async function save(panel: string, format: string): Promise<{ name: string; bytes: Buffer }> {
    await page.locator(`${panel} .save-button`).click()
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: format }).first().click(),
    ])
    await page.getByRole("menu").waitFor({ state: "detached" })
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }

  it("draws who acts together, tells the same as a table, and saves both", async () => {
    await open()
    const counts = await textOf(page.getByTestId("network-counts"))
    const [, shown, edges] = /^(\d+) of \d+ accounts.*; (\d+) of \d+ lines/.exec(counts)!
    expect(Number(shown)).toBeGreaterThan(10)
    const rows = Number(shown) + 1
    expect(await page.getByTestId("network-accounts").getAttribute("aria-rowcount")).toBe(String(rows))
    const table = await save(".network-contents", "CSV")
    expect(table.name).toMatch(/network-accounts\.csv$/)
    expect(table.bytes.toString("utf8").trimEnd().split("\n")).toHaveLength(rows)
    await page.getByText("Lines", { exact: true }).first().click()
    expect(await page.getByTestId("network-edges").getAttribute("aria-rowcount")).toBe(
      String(Number(edges) + 1),
    )
    const picture = await save(".network-graph", "PNG")
    expect(picture.name).toMatch(/network\.png$/)
    const colours = await page.evaluate(coloursOf, picture.bytes.toString("base64"))
    expect(colours).toBeGreaterThan(20)
  })

  it("shows a group that is chosen from the list: what joins it, its accounts by keyboard, truth when asked", async () => {
    await page.getByTestId("group-1").click()
    await expect.poll(() => page.evaluate(() => window.location.hash)).toContain("group=1")
    await page.getByTestId("shared-objects").waitFor()
    expect(await textOf(page.getByTestId("group-evidence"))).toMatch(/pairs of accounts .* acted within 60 s/)
    const graph = page.getByTestId("network-graph")
    await graph.focus()
    await page.keyboard.press("n")
    const card = page.getByTestId("network-card")
    await card.waitFor()
    const first = await textOf(card.getByRole("heading"))
    await expect.poll(() => textOf(page.getByTestId("network-announcement"))).toContain(first)
    await page.keyboard.press("j")
    await expect.poll(() => textOf(card.getByRole("heading"))).not.toBe(first)
    for (const key of ["ArrowLeft", "+", "-", "0"]) await page.keyboard.press(key)
    await page.keyboard.press("Escape")
    await card.waitFor({ state: "detached" })

    const switched = page.getByRole("switch", { name: "Show truth" })
    expect(await page.getByText("Archetype (truth)").count()).toBe(0)
    await switched.check({ force: true })
    await page.getByText("Archetype (truth)").first().waitFor()
    await page.getByText("Outcome", { exact: true }).click()
    await expect.poll(legend).toMatch(/True positives \d+.*True negatives \d+/)
    await switched.uncheck({ force: true })
    await expect.poll(legend).not.toContain("True positives")
  })

  it("follows the threshold", async () => {
    const flagged = async () => Number(/Flagged (\d+)/.exec(await legend())![1])
    const slider = page.getByTestId("network-threshold").getByRole("slider")
    await slider.focus()
    await page.keyboard.press("Home")
    await expect
      .poll(flagged)
      .toBe(Number(await page.getByTestId("network-accounts").getAttribute("aria-rowcount")) - 1)
    await page.keyboard.press("End")
    await expect.poll(flagged).toBe(0)
  })

  it("finds nothing serious for axe, in light and dark", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
      await nextFrames(page)
      expect(await seriousViolations(page)).toEqual([])
    }
  })

  it("lets an account be dragged to another place, where it is found again", async () => {
    // Joined with nobody so often, it stands alone in the middle.
    await open("&account=0&least=20&edges=media")
    const card = page.getByTestId("network-card")
    await card.waitFor()
    const { x, y, width, height } = (await page.getByTestId("network-graph").boundingBox())!
    const [middleX, middleY] = [x + width / 2, y + height / 2]
    await page.mouse.move(middleX, middleY)
    await nextFrames(page)
    await page.mouse.down()
    // It follows from where the first move was.
    await page.mouse.move(middleX - 1, middleY + 1)
    await page.mouse.move(middleX - 60, middleY + 40, { steps: 5 })
    await page.mouse.up()
    await nextFrames(page)
    // Sigma takes two clicks close together for a double one.
    await page.waitForTimeout(400)
    await page.mouse.click(middleX, middleY)
    await card.waitFor({ state: "detached" })
    await page.waitForTimeout(400)
    await page.mouse.click(middleX - 60, middleY + 40)
    await card.waitFor()
  })

  it("is reached from an account's page, and goes further with more steps", async () => {
    await open("&group=1")
    const first = page.getByTestId("network-accounts").getByRole("row").nth(1)
    await first.click()
    await page.getByRole("link", { name: "Open its page" }).click()
    await page.getByTestId("network-link").click()
    await page.getByRole("heading", { name: /^Around account \d+/ }).waitFor()
    await page.getByText("2 steps").click()
    await expect.poll(() => page.evaluate(() => window.location.hash)).toContain("steps=2")
    await expect.poll(() => textOf(page.getByTestId("network-counts"))).toContain("within 2 steps")
  })

  it("names what is wrong with an address, and the way on", async () => {
    await visit(page, `#/network?run=${workbench.run}&group=9999`)
    expect(await textOf(page.getByTestId("network-failure"))).toContain("group must be a number from 1 to")
  })

  it("draws a still picture where there is no WebGL", async () => {
    await page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext
      HTMLCanvasElement.prototype.getContext = function (
        this: HTMLCanvasElement,
        kind: string,
        ...rest: unknown[]
      ) {
        return kind.startsWith("webgl") ? null : original.call(this, kind as "2d", ...(rest as []))
      } as typeof original
    })
    await visit(page, `#/network?run=${workbench.run}`)
    await page.reload()
    await page.getByTestId("network-still").waitFor()
    await expect.poll(() => page.getByTestId("network-accounts").getAttribute("aria-rowcount")).not.toBe("1")
  })

  it("has logged no error on the way", () => {
    expect(workbench.complaints.filter((one) => !one.includes("404"))).toEqual([])
  })
})
