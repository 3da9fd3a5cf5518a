/**
 * The test files that take longest begin first, so that no core waits in the end for one that began last. Vitest goes by
 * what files took before, which a fresh clone does not know.
 */
import { existsSync } from "node:fs"
import { relative, resolve } from "node:path"
import { BaseSequencer, type TestSpecification } from "vitest/node"

/** By what they took where nothing was known, the longest first; the end-to-end tests come after all others anyway. */
const LONGEST = [
  "cli/json.test.ts",
  "cli/conform.test.ts",
  "realism/report-explained.test.ts",
  "realism/leakage.test.ts",
  "cli/bisect.test.ts",
  "gate/proof.test.ts",
  "scenario/presets.test.ts",
  "cli/realism.test.ts",
  "engine/same-bits.test.ts",
  "cli/plugins.test.ts",
  "conformance/built-in.test.ts",
  "engine/plugins/program.test.ts",
  "kit/package.test.ts",
  "scenario/fuzz.test.ts",
  "population/media/media.test.ts",
  "engine/plugins/module.test.ts",
  "store/log.test.ts",
  "store/store.test.ts",
  "realism/behaviour.test.ts",
  "cli/rounds.test.ts",
  "evaluation/chosen-point.test.ts",
  "cli/check.test.ts",
  "core/memory.test.ts",
  "realism/text-rows.test.ts",
  "gate/proof-statistics.test.ts",
  "e2e/accessibility-around.e2e.test.ts",
  "e2e/accessibility.e2e.test.ts",
  "e2e/readers-and-rounds.e2e.test.ts",
  "e2e/runs.e2e.test.ts",
  "e2e/compare.e2e.test.ts",
  "e2e/accounts.e2e.test.ts",
  "e2e/trade-offs.e2e.test.ts",
  "e2e/takeaway.e2e.test.ts",
  "e2e/scenario.e2e.test.ts",
  "e2e/consequences.e2e.test.ts",
  "e2e/never-stuck.e2e.test.ts",
  "e2e/detectors.e2e.test.ts",
  "e2e/policy.e2e.test.ts",
  "e2e/realism.e2e.test.ts",
  "e2e/check.e2e.test.ts",
  "e2e/network.e2e.test.ts",
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
