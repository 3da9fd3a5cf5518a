/** A generated population held against a real log: distributions side by side, and the published rows that both have. */
import type { Evidence, EvidenceSize } from "../evidence/evidence.ts"
import { AI_MANAGED } from "../policy/definition.ts"
import { DAY, PLATFORM_TIME_ZONE, periodStart } from "../population/world.ts"
import type { Scenario } from "../scenario/schema.ts"
import type { Executor, Task } from "../tasks.ts"
import type { AgainstReport, AgainstRow, AgainstSide, AgainstStatistic, Quantiles } from "./against-report.ts"
import { rowsOfLog } from "./against-rows.ts"
import {
  AGAINST_STATISTICS,
  sinceFirstEvent,
  sincePublication,
  valuesOf,
  type Watched,
} from "./against-statistics.ts"
import { kolmogorovSmirnov } from "./kolmogorov-smirnov.ts"
import { type Population, witness } from "./population.ts"
import { quantile } from "./resample.ts"
import type { RealismRow } from "./row.ts"

/** A log as it was read. */
export interface RealLog {
  readonly file: string
  /** One tile that holds all accounts; the period begins at midnight UTC. */
  readonly evidence: Evidence
  /** Whether rows have kinds; without them each is a post and a share both. */
  readonly hasKinds: boolean
  /** Hours that the log's local time is ahead of UTC; null when nobody says. */
  readonly zone: number | null
  /** Whether an account of the log is looked at. */
  readonly counts: (account: number) => boolean
}

export interface AgainstOptions {
  readonly side: AgainstSide
}

const HOUR = 3600
/** Fewer values than this are too few to compare. */
const LEAST_VALUES = 20
/** Parts of the realism report whose rows a log can cover. */
const COVERED_PARTS = ["behaviour", "network"]
const GENERATING = 0.4

export async function againstReport(
  scenario: Scenario,
  log: RealLog,
  { side }: AgainstOptions,
  executor: Executor,
  onStage: (stage: string, fraction: number) => void,
): Promise<AgainstReport> {
  const population = await witness(scenario, executor, (fraction) =>
    onStage("generating", GENERATING * fraction),
  )
  onStage("measuring", GENERATING)
  const tasks = COVERED_PARTS.map((part): Task => ({ kind: "measure", part, population }))
  const measured = (await executor.run(tasks, () => {})) as RealismRow[][]
  onStage("comparing", 0.9)
  const generated = watchedPopulation(population, side)
  const real = watchedLog(log)
  return {
    scenario: scenario.name,
    side,
    accounts: population.label.reduce((sum, _, account) => sum + (generated.counts(account) ? 1 : 0), 0),
    days: population.world.periodSeconds / DAY,
    log: { file: log.file, ...sizeOf(log), days: log.evidence.periodSeconds / DAY },
    statistics: compare(generated, real, log.zone !== null),
    rows: besideEachOther(measured.flat(), rowsOfLog(real, { hasClock: log.zone !== null })),
  }
}

function watchedPopulation({ tiles, label, world }: Population, side: AgainstSide): Watched {
  return {
    tiles: tiles.map(({ evidence }) => evidence),
    counts: (account) => side === "all" || (label[account] === AI_MANAGED) === (side === "managed"),
    eachIsBoth: false,
    clockStart: periodStart(world.scenario) + PLATFORM_TIME_ZONE * HOUR,
    latency: sincePublication,
  }
}

function watchedLog({ evidence, hasKinds, zone, counts }: RealLog): Watched {
  return {
    tiles: [evidence],
    counts,
    eachIsBoth: !hasKinds,
    clockStart: evidence.periodStart + (zone ?? 0) * HOUR,
    latency: sinceFirstEvent(evidence),
  }
}

/** Of the accounts that are looked at. */
function sizeOf({ evidence, counts }: RealLog): EvidenceSize {
  const of = (part: { readonly offset: Uint32Array } | undefined, account: number) =>
    part ? part.offset[account + 1] - part.offset[account] : 0
  const size = { accounts: 0, posts: 0, interactions: 0 }
  for (let account = 0; account < evidence.accountCount; account++) {
    if (!counts(account)) continue
    size.accounts++
    size.posts += of(evidence.posts, account)
    size.interactions += of(evidence.interactions, account)
  }
  return size
}

/** Without a known clock, what time of day it was cannot be compared; how evenly hours are used can. */
function compare(generated: Watched, real: Watched, hasClock: boolean): AgainstStatistic[] {
  const here = valuesOf(generated)
  const all = valuesOf(real)
  const there = hasClock ? all : { ...all, hour: new Float64Array(0) }
  return AGAINST_STATISTICS.map(({ id, title, unit }) => {
    const both = Math.min(here[id].length, there[id].length) >= LEAST_VALUES
    const distance = both ? kolmogorovSmirnov(here[id], there[id]) : null
    return { id, title, unit, distance, generated: quantilesOf(here[id]), log: quantilesOf(there[id]) }
  })
}

function quantilesOf(ascending: Float64Array): Quantiles | null {
  if (ascending.length < LEAST_VALUES) return null
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((share) => quantile(ascending, share))
  return { p10, p50, p90, count: ascending.length }
}

function besideEachOther(rows: readonly RealismRow[], found: ReturnType<typeof rowsOfLog>): AgainstRow[] {
  return rows.flatMap(({ id, title, side, unit, published, certainty, source, generated, interval, met }) => {
    const own = found.get(id)
    if (!own) return []
    const logMet = own.interval[1] >= published[0] && own.interval[0] <= published[1]
    const row = { id, title, side, unit, published, certainty, source, generated, interval, met }
    return [{ ...row, log: own.value, logInterval: own.interval, logMet }]
  })
}
