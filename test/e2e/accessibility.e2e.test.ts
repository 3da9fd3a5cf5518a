import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { checkReports, putChecks } from "../setup/kept-checks.ts"
import { seriousViolations } from "./axe.ts"
import { LANGUAGES, picture, SCHEMES, writeIndex } from "./gallery.ts"
import { browserPath, nextFrames, openWorkbench, visit, type Workbench } from "./harness.ts"

/** A report is measured when its view is first opened. */
const REPORT_MS = 60_000

describe.skipIf(!browserPath)("accessibility", () => {
  let workbench: Workbench
  let page: Page

  beforeAll(async () => {
    const prepare = async (store: string) => void putChecks(store, checkReports())
    workbench = await openWorkbench({ withRun: true, prepare })
    page = workbench.page
    await page.getByTestId("sweep-chart").waitFor()
  })
  afterAll(async () => {
    writeIndex()
    await workbench?.close()
  })

  const views = [
    { name: "Trade-offs", fragment: "#/trade-offs?threshold=0.1", landmark: "sweep-chart" },
    { name: "curves", fragment: "#/trade-offs?threshold=0.1&charts=curves", landmark: "archetype-chart" },
    { name: "costs", fragment: "#/trade-offs?threshold=0.1&charts=cost", landmark: "cost-figures" },
    { name: "who is hit", fragment: "#/trade-offs?threshold=0.1&charts=hit", landmark: "cohort-table" },
    { name: "two detectors", fragment: "#/trade-offs?threshold=0.1&charts=pair", landmark: "pair-figures" },
    {
      name: "Consequences",
      fragment: "#/consequences?threshold=0.1",
      landmark: "funnel-chart",
    },
    { name: "Detectors", fragment: "#/detectors?threshold=0.1", landmark: "why-report" },
    { name: "Accounts", fragment: "#/accounts?threshold=0.1", landmark: "account-grid" },
    { name: "an account", fragment: "#/accounts?threshold=0.1&account=1", landmark: "account-page" },
    { name: "Network", fragment: "#/network?threshold=0.1", landmark: "network-counts" },
    { name: "Compare", fragment: "#/compare?threshold=0.1", landmark: "compare" },
    { name: "Gate", fragment: "#/gate?threshold=0.1", landmark: "gate-detail" },
    { name: "Scenario", fragment: "#/scenario?threshold=0.1", landmark: "estimate" },
    { name: "Realism", fragment: "#/realism?threshold=0.1", landmark: "realism-sum" },
    { name: "give-aways", fragment: "#/realism?threshold=0.1&part=leakage", landmark: "leakage-sum" },
    { name: "Runs", fragment: "#/runs?threshold=0.1", landmark: "runs" },
  ]

  async function show(fragment: string, landmark: string): Promise<void> {
    await visit(page, `${fragment}&run=${workbench.run}`)
    await page.getByTestId(landmark).first().waitFor({ timeout: REPORT_MS })
    await nextFrames(page)
  }

  /** axe looks at each theme and each language once; the gallery has all four. */
  const LOOKED_AT = ["en light", "zh-CN dark"]

  for (const language of LANGUAGES)
    describe(`in ${language}`, () => {
      beforeAll(() => page.getByText(language === "en" ? "English" : "中文", { exact: true }).click())

      for (const { name, fragment, landmark } of views)
        it(`shows ${name}, and finds nothing serious in it`, async () => {
          for (const scheme of SCHEMES) {
            await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" })
            await show(fragment, landmark)
            await page.waitForTimeout(300)
            await picture(page, { name: name.toLowerCase().replaceAll(" ", "-"), language, scheme })
            if (LOOKED_AT.includes(`${language} ${scheme}`))
              expect(await seriousViolations(page), scheme).toEqual([])
          }
        })
    })

  it.each(views)(
    "needs no sideways scrolling in $name, from 1280 to 2560 pixels",
    async ({ fragment, landmark }) => {
      for (const width of [1280, 2560]) {
        await page.setViewportSize({ width, height: 800 })
        await show(fragment, landmark)
        const beyond = await page.evaluate(() =>
          [document.documentElement, document.querySelector("main")!].map(
            ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
          ),
        )
        expect(beyond, `${width} pixels`).toEqual([0, 0])
      }
      await page.setViewportSize({ width: 1280, height: 800 })
    },
  )
})
