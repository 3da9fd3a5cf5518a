/** Six questions, each answered from the first screen. `npm run tour` walks them on the quickstart, for docs/tour.md. */
import { execFile } from "node:child_process"
import { mkdirSync } from "node:fs"
import { join, resolve } from "node:path"
import { promisify } from "node:util"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { picture, writeIndex } from "./gallery.ts"
import { browserPath, nextFrames, openWorkbench, type Workbench } from "./harness.ts"
import { WALKS } from "./six-questions.ts"

const root = resolve(import.meta.dirname, "../..")
const isForTour = process.env.UPDATE_TOUR === "1"
const TOUR = join(root, "docs/tour")

/** What each answer must hold on the run of `tiny`, whose 500 accounts are too few for a guarantee. */
const ANSWERS: readonly Record<string, RegExp>[] = [
  { perDay: /^[\d.]+$/, told: /merchant with scheduler.*95% sure/ },
  { answer: /2,995/ },
  { oversight: /^50%$/, now: /%/, before: /%/ },
  { least: /^Least lost if switched off: /, slips: /^\d+ / },
  { clearing: /threshold/i },
  { newlyHit: /^0/, newlyMissed: /^\d+/, newlyCleared: /^\d+/, newlyCaught: /^0/ },
]

async function runQuickstart(store: string): Promise<void> {
  await promisify(execFile)(process.execPath, [
    join(root, "out/main/cli.js"),
    "run",
    "quickstart",
    "--store",
    store,
  ])
}

describe.skipIf(!browserPath)("six questions", () => {
  let workbench: Workbench
  let page: Page
  beforeAll(async () => {
    workbench = await openWorkbench(
      isForTour ? { withRun: false, prepare: runQuickstart } : { withRun: true },
    )
    page = workbench.page
    if (isForTour) mkdirSync(TOUR, { recursive: true })
  }, 300_000)
  afterAll(async () => {
    writeIndex()
    await workbench?.close()
  })

  const shown = (name: string): Promise<unknown> =>
    isForTour
      ? page.screenshot({ path: join(TOUR, `${name}.png`) })
      : picture(page, { name: `question-${name}`, language: "en", scheme: "light" })

  it.each(WALKS.map((walk, at) => ({ ...walk, at })))(
    "$question",
    async ({ walk, at }) => {
      // The first screen, as somebody sees it who just started.
      await page.goto(new URL("/", page.url()).href)
      await page.getByTestId("sweep-chart").waitFor()
      await nextFrames(page)
      const answer = await walk(page, async (name) => void (await shown(name)))
      if (isForTour) console.info(JSON.stringify(answer, null, 2))
      else
        for (const [part, pattern] of Object.entries(ANSWERS[at]!))
          expect(answer[part], part).toMatch(pattern)
      expect(workbench.complaints).toEqual([])
    },
    180_000,
  )
})
