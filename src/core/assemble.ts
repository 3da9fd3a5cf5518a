/** Makes a run of what the main line yields: manifest, columns, digests. */

import type { DetectorId } from "./detection/ids.ts"
import type { Plugin, PluginDescription } from "./detection/plugin.ts"
import { detectorsNamed } from "./detection/registry.ts"
import { digestOf } from "./digest.ts"
import {
  operatorsOf as accountsByOperator,
  bootstrapAuc,
  createScoreIndex,
  rocAuc,
  scoresByOperator,
} from "./evaluation/index.ts"
import { generatorVersion } from "./generator-version.ts"
import type { Population } from "./memory.ts"
import type { Outcome } from "./pipeline.ts"
import { labelAccounts } from "./policy/definition.ts"
import { operatorsOf } from "./population/operators.ts"
import type { Truth } from "./population/truth.ts"
import type { WorldColumns } from "./population/world.ts"
import type { DetectorSummary, PluginSummary, Run, RunColumns, RunLearning, Timings } from "./run.ts"
import { originOf } from "./saved-model.ts"
import { movingSettings } from "./scenario/moving.ts"
import type { Simulated } from "./simulate.ts"

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
  const operators = accountsByOperator(label, columns.group)
  const built = detectorsNamed(scenario.detectors.use)
  const populationDigest = digestPopulation(outcome)
  const digest = digestRun(populationDigest, outcome)
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
      detectors: [
        ...built.map((detector) => summarize(detector, outcome, label, operators)),
        ...outcome.plugins.map((plugin) => ({
          ...summarize(plugin.description, outcome, label, operators),
          plugin: summaryOf(plugin),
        })),
      ],
      ...(detection.failures.length > 0 ? { failures: detection.failures } : {}),
      fusion: outcome.fusion,
      ...(outcome.model ? { model: originOf(outcome.model) } : {}),
      timings,
    },
    columns,
    features: detection.features,
    pairs: detection.pairs,
    ...(outcome.plugins.length > 0 ? { reasons: detection.reasons } : {}),
    ...(outcome.learned ? { learning: learningOf(outcome.learned.sibling, outcome) } : {}),
  }
}

/** What is kept of the sibling; its archetypes are those of the evaluated population but for the held-out ones. */
function learningOf(sibling: Simulated, evaluated: Simulated): RunLearning {
  const { archetypes, columns } = sibling.world
  const kinds = archetypes.map(({ id }) => evaluated.world.archetypes.findIndex((other) => other.id === id))
  return {
    truth: truthOf(columns),
    archetype: columns.archetype.map((kind) => kinds[kind]),
    scores: sibling.detection.scores,
  }
}

function truthOf({ creation, scheduling, distribution, oversight, fromDay, untilDay }: Truth): Truth {
  return { creation, scheduling, distribution, oversight, fromDay, untilDay }
}

function columnsOf({ world, detection, risk }: Outcome): RunColumns {
  const { columns, accounts } = world
  return {
    truth: truthOf(columns),
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

const summaryOf = ({ kind, source, digest, description: { features } }: Plugin): PluginSummary => ({
  kind,
  source,
  digest,
  features,
})

function summarize(
  detector: Pick<PluginDescription, "id" | "layer" | "title" | "version">,
  outcome: Outcome,
  label: Uint8Array,
  operators: readonly Uint32Array[],
): DetectorSummary {
  const score = outcome.detection.scores[detector.id]
  const index = createScoreIndex(score, label)
  const auc = rocAuc(index)
  const isKnown = !Number.isNaN(auc)
  return {
    id: detector.id,
    layer: detector.layer,
    title: detector.title,
    version: detector.version,
    auc: isKnown ? auc : null,
    aucInterval: isKnown
      ? bootstrapAuc(index, {
          seed: `${outcome.world.scenario.seed}/auc/${detector.id}`,
          operators: scoresByOperator(operators, score),
        })
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

/** SHA-256, hex, over a population alone. */
export function digestPopulation({ world, checksums }: Population): string {
  const columns = POPULATION_COLUMNS.map((name) => world.columns[name])
  return digestOf([`generator ${generatorVersion}`, ...columns, world.postTime, checksums])
}

/** What the file of a model or of a plug-in is called moves nothing. */
function digestRun(populationDigest: string, outcome: Outcome): string {
  const { world, detection, plugins, risk, model } = outcome
  const built = detectorsNamed(world.scenario.detectors.use)
  const moving = movingSettings(world.scenario)
  const settings = {
    ...moving,
    detectors: { ...moving.detectors, use: built.map(({ id }) => id as DetectorId) },
    fusion: { ...moving.fusion, model: null },
  }
  const versions = [
    ...built.map(({ id, version }) => `${id} ${version}`),
    ...plugins.map(({ description: { id, version }, digest }) => `plugin ${id} ${version} ${digest ?? "-"}`),
    // A run that lacks what it was to have is not the run that never wanted it; why it lacks it may change.
    ...detection.failures.map(({ detector }) => `failed ${detector}`).sort(),
  ]
  const ids = [...built.map(({ id }) => id), ...plugins.map(({ description }) => description.id)]
  const scores = ids.map((id) => detection.scores[id])
  const origin = model ? [`model ${originOf(model).digest}`] : []
  return digestOf([populationDigest, JSON.stringify(settings), ...origin, ...versions, ...scores, risk])
}
