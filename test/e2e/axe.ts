/** Checks the page that is open against axe's rules. */
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { AxeResults, RunOptions } from "axe-core"
import type { Page } from "playwright-core"

interface Axe {
  run(options: RunOptions): Promise<AxeResults>
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** What axe calls serious or critical, each as one line that names the element. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate(() =>
    // What passes is looked at, too, but not described: nobody reads it.
    (window as unknown as { axe: Axe }).axe.run({ resultTypes: ["violations"] }),
  )
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`),
    )
}
