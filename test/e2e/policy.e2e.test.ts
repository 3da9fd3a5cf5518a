import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { Suggestion } from "../../src/core/evaluation/index.ts"
import type { NamedOperatingPoint } from "../../src/core/report.ts"
import { assayJson, temporaryFolder } from "../cli/terminal.ts"
import { putTinyRun } from "../setup/tiny-run.ts"
import { seriousViolations } from "./axe.ts"
import { browserPath, openWorkbench, textOf, visit, type Workbench } from "./harness.ts"

interface Answer {
  readonly suggestions: readonly Suggestion[]
}

const hash = (page: Page) => new URLSearchParams(new URL(page.url()).hash.split("?")[1])

describe.skipIf(!browserPath)("a policy in the page", () => {
  const folder = temporaryFolder()
  let workbench: Workbench
  let page: Page

  beforeAll(async () => {
    workbench = await openWorkbench({ withRun: true })
    page = workbench.page
    await putTinyRun(join(folder.path, "runs"))
  })
  afterAll(async () => {
    await workbench?.close()
    folder.remove()
  })
  beforeEach(async () => {
    await visit(page, "#/runs")
    await visit(page, `#/trade-offs?run=${workbench.run}`)
    await page.getByTestId("suggest-open").waitFor()
  })
  afterEach(() => expect(workbench.complaints.splice(0)).toEqual([]))

  async function openSuggest(): Promise<void> {
    if ((await page.getByTestId("suggest-answer").count()) === 0)
      await page.getByTestId("suggest-open").click()
    await page.getByTestId("suggest-answer").waitFor()
  }

  async function pin(): Promise<void> {
    await page.locator(".policy-bar").getByTestId("pin").click()
  }

  /** What a row of the answer shows, without its interval. */
  const shown = async (id: string) =>
    Number.parseFloat(await textOf(page.getByTestId(`suggest-row-${id}`).locator("td").first()))

  it("suggests what the terminal does, sets the selected tier to it, and takes it back", async () => {
    const args = ["--max-fpr", "0.05", "--confidence", "0.9"]
    const { suggestions } = (await assayJson(folder.path, "suggest", ...args, "--json")) as Answer
    const [{ threshold, operatingPoint, perDay, guarantee }] = suggestions as [Suggestion]
    await openSuggest()
    await page.getByTestId("suggest-number-maxFpr").fill("5")
    await page.getByTestId("suggest-number-confidence").fill("90")
    const told = page.getByTestId("suggest-guarantee")
    await told.filter({ hasText: `at most ${guarantee!.allowed} may` }).waitFor()
    expect(Number(await textOf(page.getByTestId("suggest-threshold")))).toBeCloseTo(threshold, 4)
    expect(await shown("recall")).toBeCloseTo(100 * operatingPoint!.recall.value, 0)
    expect(await shown("falsePositives")).toBeCloseTo(perDay!.falsePositives.value, 2)
    const before = hash(page).get("threshold")
    await page.getByTestId("suggest-set").click()
    await page.waitForFunction(() => location.hash.includes("threshold="))
    // Exactly the terminal's: a threshold typed with fewer digits might flag one account more.
    expect(Number(hash(page).get("threshold"))).toBe(threshold)
    expect(await textOf(page.getByTestId("suggest-set"))).toBe("Human review is at this")
    await page.getByTestId("undo").click()
    expect(hash(page).get("threshold")).toBe(before)
  })

  it("says why no threshold does it, and what these accounts can guarantee", async () => {
    await openSuggest()
    await page.getByTestId("suggest-number-maxFpr").fill("0.1")
    await page.getByTestId("suggest-number-confidence").fill("95")
    const why = page.getByTestId("suggest-why")
    await why.waitFor()
    expect(await textOf(why)).toContain("No threshold does this")
    expect(await textOf(why)).toContain("needs 2,995 authentic accounts or more, and the run has 451")
    await page.getByTestId("suggest-number-maxFpr").fill("")
    await page.getByText("Complete the numbers at the left.").waitFor()
    expect(await page.getByTestId("suggest-number-maxFpr").getAttribute("aria-invalid")).toBe("true")
  })

  it("pins settings, tells their differences, and has them in a shared link", async () => {
    await pin()
    await visit(page, `${new URL(page.url()).hash}&threshold=0.5`)
    await pin()
    const rows = page.getByTestId("pin-table").locator("tbody tr")
    await page.getByTestId("pin-row-2").waitFor()
    await page.getByTestId("pin-row-0").getByRole("radio").check()
    const recall = (row: number) => textOf(page.getByTestId(`pin-row-${row}`).getByTestId("pin-recall"))
    expect(await recall(2)).toMatch(/0 points$/)
    expect(await recall(1)).toMatch(/\+[\d.]+ points$/)
    await page.getByLabel("Name of the pin Human review at 0.500").fill("After, 五月")
    await page.keyboard.press("Enter")
    await page.waitForFunction(() => location.hash.includes("After"))

    const shared = await page.context().newPage()
    await shared.goto(page.url())
    await shared.getByTestId("pin-row-2").waitFor()
    expect(await shared.getByLabel("Name of the pin After, 五月").inputValue()).toBe("After, 五月")
    await shared.getByLabel("Go to it: Human review at 0.200").click()
    await shared.waitForFunction(() => !location.hash.includes("&threshold="))
    await shared.close()

    await page.getByLabel("Remove After, 五月").click()
    await expect.poll(() => rows.count()).toBe(2)
  })

  it("saves a policy that the terminal takes, and opens it to the same setting", async () => {
    const setting = "tier=suspend&threshold=0.7&tiers=0.1,0.1,0.2,0.5,0.7&oversight=0.4&prevalence=0.05"
    const rest = "&cap=language%3Azh%3A0.03&per-day=5000&seconds=60&costs=10,20,1"
    await visit(page, `#/trade-offs?run=${workbench.run}&${setting}${rest}`)
    await page.getByTestId("policy-save").click()
    await page.getByTestId("policy-name").fill("May")
    const download = page.waitForEvent("download")
    await page.getByTestId("policy-download").click()
    const file = join(folder.path, (await download).suggestedFilename())
    await (await download).saveAs(file)
    expect(file).toMatch(/May\.yaml$/)
    const { operatingPoints } = (await assayJson(folder.path, "sweep", "--policy", file, "--json")) as {
      operatingPoints: readonly NamedOperatingPoint[]
    }
    const wanted = hash(page).toString()
    const recall = await textOf(page.getByTestId("figure-recall"))
    expect(Number.parseFloat(recall)).toBeCloseTo(100 * operatingPoints.at(-1)!.recall.value, 0)

    await visit(page, `#/trade-offs?run=${workbench.run}&tier=suspend`)
    await page.getByTestId("policy-input").setInputFiles(file)
    await page.getByTestId("policy-opened").waitFor()
    const [was, is] = [new URLSearchParams(wanted), hash(page)]
    expect(Object.fromEntries([...is].sort())).toEqual(Object.fromEntries([...was].sort()))
    expect(await textOf(page.getByTestId("figure-recall"))).toBe(recall)

    const broken = join(folder.path, "broken.yaml")
    writeFileSync(broken, readFileSync(file, "utf8").replace("suspend: 0.7", "suspend: 0.3"))
    await page.getByTestId("policy-input").setInputFiles(broken)
    const failed = page.getByTestId("policy-failed")
    await failed.waitFor()
    expect(await textOf(failed)).toContain("broken.yaml: tiers.suspend must be at or above tiers.review, 0.5")
    expect(hash(page).toString()).toBe(is.toString())
    // The answer 400 is the browser's to log.
    workbench.complaints.splice(0)
  })

  it.each(["light", "dark"] as const)("has no serious violation of axe's rules, %s", async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await openSuggest()
    await pin()
    await page.getByTestId("suggest-best-f1").check()
    await page.getByTestId("suggest-figures").waitFor()
    await page.getByTestId("pin-table").waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: "light" })
  })
})
