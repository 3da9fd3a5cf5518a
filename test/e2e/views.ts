/** What is true of every view: axe finds nothing serious, it has a picture in the gallery, and no width is too narrow. */
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { checkReports, putChecks } from "../setup/kept-checks.ts"
import { seriousViolations } from "./axe.ts"
import { LANGUAGES, picture, SCHEMES, writeIndex } from "./gallery.ts"
import { browserPath, nextFrames, openWorkbench, visit, type Workbench } from "./harness.ts"

/** A report is measured when its view is first opened. */
const REPORT_MS = 60_000

export interface View {
  /** Of its picture in the gallery, too. */
  readonly name: string
  readonly fragment: string
  /** What is there once the view has what it shows. */
  readonly landmark: string
}

/** Every view in both languages and both themes, and at every width. */
export function describeViews(title: string, views: readonly View[]): void {
  describe.skipIf(!browserPath)(title, () => {
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

    async function show(fragment: string, landmark: string): Promise<void> {
      await visit(page, `${fragment}&run=${workbench.run}`)
      await page.getByTestId(landmark).first().waitFor({ timeout: REPORT_MS })
      await nextFrames(page)
    }

    /** axe looks at each theme and each language once; the gallery has all four. */
    const LOOKED_AT = ["en light", "zh-CN dark"]

    for (const language of LANGUAGES)
      describe(`in ${language}`, () => {
        beforeAll(async () => {
          // Not from where the last language ended: an account covers the header.
          await show(views[0]!.fragment, views[0]!.landmark)
          await page.getByText(language === "en" ? "English" : "中文", { exact: true }).click()
        })

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
}
