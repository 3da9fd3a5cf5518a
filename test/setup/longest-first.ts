/**
 * The test files that take longest begin first, so that no core waits in the end for one that began last. Vitest goes by
 * what files took before, which a fresh clone does not know.
 */
import { existsSync } from "node:fs"
import { relative, resolve } from "node:path"
import { BaseSequencer, type TestSpecification } from "vitest/node"

/** By what they took where nothing was known, the longest first; the end-to-end tests come after all others anyway. */
const LONGEST = [
  "cli/conform.test.ts",
  "realism/leakage.test.ts",
  "realism/report-explained.test.ts",
  "engine/plugins/program.test.ts",
  "cli/bisect.test.ts",
  "cli/realism.test.ts",
  "cli/json.test.ts",
  "cli/plugins.test.ts",
  "engine/plugins/module.test.ts",
  "store/log.test.ts",
  "scenario/presets.test.ts",
  "engine/same-bits.test.ts",
  "realism/behaviour.test.ts",
  "conformance/built-in.test.ts",
  "store/store.test.ts",
  "kit/package.test.ts",
  "cli/rounds.test.ts",
  "scenario/fuzz.test.ts",
  "gate/proof.test.ts",
  "gate/proof-statistics.test.ts",
  "e2e/runs.e2e.test.ts",
  "e2e/accessibility.e2e.test.ts",
  "e2e/accessibility-around.e2e.test.ts",
  "e2e/compare.e2e.test.ts",
  "e2e/accounts.e2e.test.ts",
  "e2e/trade-offs.e2e.test.ts",
  "e2e/scenario.e2e.test.ts",
  "e2e/takeaway.e2e.test.ts",
  "e2e/check.e2e.test.ts",
  "e2e/never-stuck.e2e.test.ts",
]

const tests = resolve(import.meta.dirname, "..")

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const gone = LONGEST.filter((file) => !existsSync(resolve(tests, file)))
    if (gone.length > 0)
      throw new Error(`test/setup/longest-first.ts names what is not there: ${gone.join()}`)
    const place = (file: TestSpecification) => {
      const found = LONGEST.indexOf(relative(tests, file.moduleId).replaceAll("\\", "/"))
      return found < 0 ? LONGEST.length : found
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}
