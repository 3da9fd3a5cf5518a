/**
 * npm run results: runs the bundled scenarios, plays the rounds of every strategy, and writes their figures into
 * docs/results.md. Same sources, same bytes. It takes a while.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { availableParallelism } from "node:os"
import { join } from "node:path"
import { findPlaces } from "../../src/api/places.ts"
import { progressLine } from "../../src/cli/talk.ts"
import type { RoundsReport } from "../../src/core/rounds/index.ts"
import { runRounds } from "../../src/engine/rounds.ts"
import { runScenario } from "../../src/engine/run.ts"
import { bundledScenario, DOCUMENT, SCENARIOS, tablesOf, withTables } from "./document.ts"
import { figuresOfRun, type RunFigures } from "./figures.ts"
import { PLAYED, playedScenario, roundsTable } from "./rounds.ts"

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
const played: RoundsReport[] = []
for (const [strategy, retrainEvery] of PLAYED) {
  process.stderr.write(
    `rounds of ${strategy}, fusion learned ${retrainEvery === null ? "once" : "each round"} ...\n`,
  )
  const progress = progressLine()
  const report = await runRounds(playedScenario(root, strategy, retrainEvery), {
    workers: availableParallelism(),
    workerFile,
    onProgress: ({ seed, round, stage, fraction }) =>
      progress.show(`seed ${seed + 1}, round ${round}: ${stage}`, fraction),
  }).finally(() => progress.clear())
  played.push(report)
}
const file = join(root, DOCUMENT)
const tables: Record<string, string> = { ...tablesOf(root, runs), rounds: roundsTable(played) }
writeFileSync(file, withTables(readFileSync(file, "utf8"), tables))
process.stderr.write(`wrote ${DOCUMENT}\n`)
process.stdout.write(
  `${tables.fused}\n${tables.cohorts}\n${tables.transfer}\n${tables.detectors}\n${tables.rounds}`,
)
