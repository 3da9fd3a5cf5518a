/**
 * Same seed, same bits. The committed digests may change only with a deliberate change of the generator, a detector
 * or the fusion, whose version is raised in the same commit; then renew them with
 *   UPDATE_GOLDEN=1 npx vitest run --project unit test/golden test/cli/json.test.ts test/docs
 * which renews the samples of docs/json.md and the tables of docs/archetypes.md as well.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { assembleRun } from "../../src/core/assemble.ts"
import { runMainLine } from "../../src/core/pipeline.ts"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import { inProcess } from "../../src/core/tasks.ts"

const goldenFile = fileURLToPath(new URL("runs.json", import.meta.url))
const golden = JSON.parse(readFileSync(goldenFile, "utf8")) as Record<
  string,
  { digest: string; populationDigest: string }
>

const scenarios: Record<string, string> = {
  tiny: readFileSync(fileURLToPath(new URL("../../simulations/tiny.yaml", import.meta.url)), "utf8"),
  "all-defaults": "name: all-defaults\naccounts: 1500\nfusion: { learning: { accounts: 1500 } }\n",
}

describe("golden runs", () => {
  for (const [name, text] of Object.entries(scenarios)) {
    it(`yields the committed digests for ${name}`, async () => {
      const outcome = await runMainLine(parseScenario(text, `${name}.yaml`), inProcess, () => {})
      const circumstances = { assayVersion: "test", createdAt: "2026-01-01T00:00:00Z", timings: { total: 0 } }
      const { digest, populationDigest } = assembleRun(outcome, circumstances).manifest
      if (process.env.UPDATE_GOLDEN) {
        golden[name] = { digest, populationDigest }
        writeFileSync(goldenFile, `${JSON.stringify(golden, null, 2)}\n`)
      }
      expect({ digest, populationDigest }, `scenario:\n${text}`).toEqual(golden[name])
    })
  }
})
