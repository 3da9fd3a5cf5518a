import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { seriousViolations } from "./axe.ts"
import { browserPath, nextFrames, openWorkbench, visit, type Workbench } from "./harness.ts"

describe.skipIf(!browserPath)("accessibility", () => {
  let workbench: Workbench
  let page: Page

  beforeAll(async () => {
    workbench = await openWorkbench({ withRun: true })
    page = workbench.page
    await page.getByTestId("sweep-chart").waitFor()
  })
  afterAll(() => workbench?.close())

  const views = [
    { name: "Trade-offs", fragment: "#/trade-offs?threshold=0.1", landmark: "sweep-chart" },
    { name: "curves", fragment: "#/trade-offs?threshold=0.1&charts=curves", landmark: "archetype-chart" },
    { name: "costs", fragment: "#/trade-offs?threshold=0.1&charts=cost", landmark: "cost-figures" },
    { name: "who is hit", fragment: "#/trade-offs?threshold=0.1&charts=hit", landmark: "cohort-table" },
    { name: "two detectors", fragment: "#/trade-offs?threshold=0.1&charts=pair", landmark: "pair-figures" },
    { name: "Detectors", fragment: "#/detectors?threshold=0.1", landmark: "why-report" },
    { name: "Accounts", fragment: "#/accounts?threshold=0.1", landmark: "account-grid" },
    { name: "an account", fragment: "#/accounts?threshold=0.1&account=1", landmark: "account-page" },
    { name: "Realism", fragment: "#/realism?threshold=0.1", landmark: "realism-sum" },
    { name: "give-aways", fragment: "#/realism?threshold=0.1&part=leakage", landmark: "leakage-sum" },
    { name: "Runs", fragment: "#/runs?threshold=0.1", landmark: "runs" },
  ]

  for (const scheme of ["light", "dark"] as const)
    for (const { name, fragment, landmark } of views)
      it(`finds nothing serious in ${name}, ${scheme}`, async () => {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" })
        await visit(page, `${fragment}&run=${workbench.run}`)
        await page.getByTestId(landmark).waitFor()
        await nextFrames(page)
        await page.waitForTimeout(300)
        expect(await seriousViolations(page)).toEqual([])
      })
})
