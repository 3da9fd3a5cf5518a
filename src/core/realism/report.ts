/**
 * The realism report: a generated population held against everything that is published about real ones.
 * Tiles are generated and parts measured as tasks, so that a pool of threads can share them.
 */
import type { Scenario } from "../scenario/schema.ts"
import type { Executor, Task } from "../tasks.ts"
import { PARTS } from "./parts.ts"
import { witness } from "./population.ts"
import type { RealismReport } from "./realism-report.ts"
import type { RealismRow } from "./row.ts"

/** Told which stage is at work and what share of the whole is done. */
export type OnRealismStage = (stage: string, fraction: number) => void

/** Share of the work that lies in generating the population. */
const GENERATING = 0.4

/** Measures all rows; the same scenario and seed yield the same report, whoever executes the tasks. */
export async function realismReport(
  scenario: Scenario,
  executor: Executor,
  onStage: OnRealismStage,
): Promise<RealismReport> {
  const population = await witness(scenario, executor, (fraction) =>
    onStage("generating", GENERATING * fraction),
  )
  onStage("measuring", GENERATING)
  const tasks = PARTS.map((part): Task => ({ kind: "measure", part, population }))
  const measured = await executor.run(tasks, (done) =>
    onStage("measuring", GENERATING + ((1 - GENERATING) * done) / tasks.length),
  )
  const rows = (measured as RealismRow[][]).flat()
  return { scenario: scenario.name, accounts: population.world.accounts, rows, ...countsOf(rows) }
}

/** Published statistics and sanity checks, each counted among their own. */
export function countsOf(rows: readonly RealismRow[]) {
  const statistics = rows.filter(({ check, met }) => !check && met !== null)
  const checks = rows.filter(({ check, met }) => check && met !== null)
  const met = statistics.filter((row) => row.met)
  return {
    met: met.length,
    within: met.filter(isWithin).length,
    applicable: statistics.length,
    checks: checks.length,
    checksMet: checks.filter((row) => row.met).length,
  }
}

const isWithin = ({ generated, published: [least, greatest] }: RealismRow) =>
  generated !== null && generated >= least && generated <= greatest
