/** Makes a run of what the main line yields: manifest, columns, digests. */

import type { Detector } from "./detection/detector.ts"
import type { DetectorId } from "./detection/ids.ts"
import { detectorsNamed } from "./detection/registry.ts"
import { digestOf } from "./digest.ts"
import { bootstrapAuc, createScoreIndex, rocAuc } from "./evaluation/index.ts"
import type { Outcome } from "./pipeline.ts"
import { labelAccounts } from "./policy/definition.ts"
import { LEXICON_VERSION } from "./population/language/index.ts"
import { operatorsOf } from "./population/operators.ts"
import { GENERATOR_VERSION, type WorldColumns } from "./population/world.ts"
import type { DetectorSummary, Run, RunColumns, Timings } from "./run.ts"
import type { Scenario } from "./scenario/schema.ts"

export interface Circumstances {
  readonly assayVersion: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly timings: Timings
}

export function assembleRun(outcome: Outcome, { assayVersion, createdAt, timings }: Circumstances): Run {
  const { scenario, archetypes } = outcome.world
  const { detection } = outcome
  const columns = columnsOf(outcome)
  const label = labelAccounts(columns.truth, scenario.definition)
  const detectors = detectorsNamed(scenario.detectors.use)
  const populationDigest = digestPopulation(outcome)
  const digest = digestRun(populationDigest, outcome, detectors)
  return {
    manifest: {
      format: 2,
      id: `${scenario.name}-${digest.slice(0, 12)}`,
      name: scenario.name,
      createdAt,
      versions: { assay: assayVersion, generator: generatorVersion },
      digest,
      populationDigest,
      scenario,
      accounts: outcome.size.accounts,
      posts: outcome.size.posts,
      interactions: outcome.size.interactions,
      archetypes: archetypes.map(({ id, side }) => ({ id, side })),
      operators: operatorsOf(outcome.world),
      detectors: detectors.map((detector) => summarize(detector, outcome, label)),
      fusion: outcome.fusion,
      timings,
    },
    columns,
    features: detection.features,
    pairs: detection.pairs,
  }
}

/** Version of everything that a population depends on. */
export const generatorVersion = `${GENERATOR_VERSION}.${LEXICON_VERSION}`

function columnsOf({ world, detection, risk }: Outcome): RunColumns {
  const { columns, accounts } = world
  const { creation, scheduling, distribution, oversight, fromDay, untilDay } = columns
  return {
    truth: { creation, scheduling, distribution, oversight, fromDay, untilDay },
    archetype: columns.archetype,
    language: columns.language,
    followers: columns.followers,
    ageDays: columns.ageDays,
    postCount: countsOf(columns.postOffset, accounts),
    interactionCount: countsOf(columns.interactionOffset, accounts),
    group: columns.group,
    scores: detection.scores,
    risk,
  }
}

function countsOf(offset: Uint32Array, accounts: number): Uint32Array {
  return new Uint32Array(accounts).map((_, account) => offset[account + 1] - offset[account])
}

function summarize(detector: Detector, outcome: Outcome, label: Uint8Array): DetectorSummary {
  const index = createScoreIndex(outcome.detection.scores[detector.id], label)
  const auc = rocAuc(index)
  const isKnown = !Number.isNaN(auc)
  return {
    id: detector.id,
    layer: detector.layer,
    title: detector.title,
    version: detector.version,
    auc: isKnown ? auc : null,
    aucInterval: isKnown
      ? bootstrapAuc(index, { seed: `${outcome.world.scenario.seed}/auc/${detector.id}` })
      : null,
    judged: index.judged,
    summary: outcome.detection.summaries[detector.id],
  }
}

/** Columns of the world that hold the population, in a fixed order. */
const POPULATION_COLUMNS = [
  "archetype",
  "group",
  "language",
  "timeZone",
  "topic",
  "community",
  "friends",
  "bought",
  "creation",
  "scheduling",
  "distribution",
  "oversight",
  "fromDay",
  "untilDay",
  "ageDays",
  "followers",
  "following",
  "verified",
  "reportsDecided",
  "reportsUpheld",
  "postOffset",
  "interactionOffset",
] as const satisfies readonly (keyof WorldColumns)[]

function digestPopulation({ world, checksums }: Outcome): string {
  const columns = POPULATION_COLUMNS.map((name) => world.columns[name])
  return digestOf([`generator ${generatorVersion}`, ...columns, world.postTime, checksums])
}

/** Name and description of a scenario move nothing, so they are not part of it. */
function digestRun(
  populationDigest: string,
  { world, detection, risk }: Outcome,
  detectors: readonly Detector[],
): string {
  const use = detectors.map(({ id }) => id as DetectorId)
  const settings: Partial<Scenario> = { ...world.scenario, detectors: { ...world.scenario.detectors, use } }
  delete settings.name
  delete settings.description
  const versions = detectors.map((detector) => `${detector.id} ${detector.version}`)
  const scores = detectors.map((detector) => detection.scores[detector.id])
  return digestOf([populationDigest, JSON.stringify(settings), ...versions, ...scores, risk])
}
