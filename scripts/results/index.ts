/**
 * npm run results: runs the bundled scenarios and writes their figures into docs/results.md. Same sources, same bytes.
 * It takes some minutes.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { availableParallelism } from "node:os"
import { join } from "node:path"
import { findPlaces } from "../../src/api/places.ts"
import { progressLine } from "../../src/cli/talk.ts"
import { runScenario } from "../../src/engine/run.ts"
import { bundledScenario, DOCUMENT, SCENARIOS, tablesOf, withTables } from "./document.ts"
import { figuresOfRun, type RunFigures } from "./figures.ts"

const { root, workerFile } = findPlaces()
const runs: RunFigures[] = []
for (const name of SCENARIOS) {
  process.stderr.write(`${name} ...\n`)
  const progress = progressLine()
  const run = await runScenario(bundledScenario(root, name), {
    workers: availableParallelism(),
    workerFile,
    onProgress: ({ stage, fraction }) => progress.show(stage, fraction),
  }).finally(() => progress.clear())
  runs.push(figuresOfRun(run))
}
const file = join(root, DOCUMENT)
const tables = tablesOf(root, runs)
writeFileSync(file, withTables(readFileSync(file, "utf8"), tables))
process.stderr.write(`wrote ${DOCUMENT}\n`)
process.stdout.write(`${tables.fused}\n${tables.cohorts}\n${tables.transfer}\n${tables.detectors}`)
