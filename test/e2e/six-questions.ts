/**
 * The ways of docs/tour.md: from the first screen to the answer of each question, by what a person would click. Whoever
 * walks them says what is done with the pictures on the way.
 */
import type { Page } from "playwright-core"
import { nextFrames, textOf } from "./harness.ts"

export interface Walk {
  readonly question: string
  /** Begins on the first screen, ends where the answer is read; returns the answer as it is shown. */
  walk(page: Page, shown: (name: string) => Promise<void>): Promise<Record<string, string>>
}

const MERCHANT = "merchant-with-scheduler"

async function settled(page: Page): Promise<void> {
  await nextFrames(page)
  await page.waitForTimeout(300)
}

export const WALKS: readonly Walk[] = [
  {
    question: "At today's thresholds, how many honest merchants a day are suspended, and how sure are we?",
    async walk(page, shown) {
      await page.getByTestId("group-hit").click()
      const cell = page.getByTestId(`hit-${MERCHANT}-suspend`)
      await cell.waitFor()
      await cell.scrollIntoViewIfNeeded()
      await cell.hover()
      await settled(page)
      await shown("1-merchants")
      return { perDay: await textOf(cell), told: await textOf(page.getByTestId("hit-told")) }
    },
  },
  {
    question:
      "At most 0.1 % of authentic accounts may be flagged, with 95 % confidence. Where does the threshold go, and what recall remains?",
    async walk(page, shown) {
      await page.getByTestId("suggest-open").click()
      await page.getByTestId("suggest-max-fpr").check()
      await page.getByTestId("suggest-threshold").or(page.getByTestId("suggest-why")).waitFor()
      await settled(page)
      await shown("2-guarantee")
      return { answer: await textOf(page.getByTestId("suggest-answer")) }
    },
  },
  {
    question:
      "What changes if supervising half of the posts counts as meaningful oversight instead of a quarter?",
    async walk(page, shown) {
      await page.getByTestId("pin").first().click()
      const oversight = page.getByTestId("definition-oversight")
      await oversight.focus()
      for (let i = 0; i < 25; i++) await page.keyboard.press("ArrowRight")
      await page.getByTestId("pin-row-1").waitFor()
      await page.mouse.move(0, 0)
      await page.getByTestId("pin-table").scrollIntoViewIfNeeded()
      await settled(page)
      await shown("3-oversight")
      return {
        oversight: await textOf(page.getByTestId("definition-oversight-value")),
        now: await textOf(page.getByTestId("pin-row-0")),
        before: await textOf(page.getByTestId("pin-row-1")),
      }
    },
  },
  {
    question: "Which detector could be switched off at the least loss, and who would slip through?",
    async walk(page, shown) {
      await page.getByRole("link", { name: "Detectors" }).click()
      const least = page.getByTestId("least-loss")
      await least.waitFor({ timeout: 120_000 })
      await least.scrollIntoViewIfNeeded()
      await settled(page)
      await shown("4-worth")
      const told = await textOf(least)
      await least.getByRole("button").click()
      await page.getByTestId("off-newlyMissed").waitFor()
      await page.mouse.move(0, 0)
      await page.getByTestId("off-switches").scrollIntoViewIfNeeded()
      await settled(page)
      await shown("4-switched-off")
      return { least: told, slips: await textOf(page.getByTestId("off-newlyMissed")) }
    },
  },
  {
    question: "Why was this account flagged, and what would have cleared it?",
    async walk(page, shown) {
      await page.getByRole("link", { name: "Accounts" }).click()
      await page.getByTestId("account-grid").waitFor()
      await settled(page)
      await shown("5-accounts")
      await page.keyboard.press("Enter")
      await page.getByTestId("account-page").waitFor()
      await page.getByTestId("account-clearing").waitFor()
      await settled(page)
      await shown("5-account")
      return { clearing: await textOf(page.getByTestId("account-clearing")) }
    },
  },
  {
    question: "The new policy against the old one: who is newly hit, who is newly missed?",
    async walk(page, shown) {
      await page.getByTestId("threshold-number").fill("0.3")
      await settled(page)
      await page.getByTestId("compare-link").click()
      await page.getByTestId("comparison").waitFor({ timeout: 60_000 })
      await settled(page)
      await shown("6-newly-missed")
      const counts = ["newlyHit", "newlyMissed", "newlyCleared", "newlyCaught"].map(async (flip) => [
        flip,
        await textOf(page.getByTestId(`flip-${flip}`)),
      ])
      return Object.fromEntries(await Promise.all(counts))
    },
  },
]
