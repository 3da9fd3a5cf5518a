/**
 * The main line: scenario -> roster -> posts -> evidence -> detectors -> fusion -> run.
 *
 * Everything is done twice: once for a sibling population of another seed, from which fusion learns, and once for
 * the population that is evaluated. With a saved model, only the latter. Truth meets scores in two places only: where
 * fusion learns from the sibling's labels, and where the evaluation counts.
 */
import { fuse, learnFusion } from "./detection/fusion/fusion.ts"
import type { Plugin } from "./detection/plugin.ts"
import { withoutDetectors } from "./detection/plugins.ts"
import { expectedLabelShare, labelledShares, requireBothClasses } from "./learning.ts"
import { labelAccounts } from "./policy/definition.ts"
import { simulationFraction } from "./progress.ts"
import type { FusionModel } from "./run.ts"
import { fusionFor, type LoadedModel, requireUsable } from "./saved-model.ts"
import { pluginsInOrder } from "./scenario/plugin-names.ts"
import type { Scenario } from "./scenario/schema.ts"
import { type OnStage, type Simulated, type SimulationParts, simulate, type Work } from "./simulate.ts"
import type { Executor } from "./tasks.ts"

export interface Outcome extends Simulated {
  /** Plug-ins that judged both populations; `detection.failures` names the others. */
  readonly plugins: readonly Plugin[]
  readonly fusion: FusionModel
  readonly risk: Float32Array
  /** What fusion was learned from; null when it was read from a file. */
  readonly learned: Learned | null
  /** The model that fusion was read from, else null. */
  readonly model: LoadedModel | null
}

/** A sibling population, and what fusion learned from it. */
export interface Learned {
  readonly sibling: Simulated
  /** The sibling's labels by the scenario's definition. */
  readonly label: Uint8Array
  /** Share of accounts labelled AI-managed that is expected where the fusion is used. */
  readonly labelShare: number
  readonly fusion: FusionModel
}

export interface MainLineParts extends SimulationParts {
  /** It must fit the scenario (else a DataError); no sibling is simulated then and nothing learned. */
  readonly model?: LoadedModel | null
}

/**
 * A plug-in that fails in either population is left out of both before fusion is learned; a saved model, which has
 * learned with it, takes its scores as missing.
 */
export async function runMainLine(
  scenario: Scenario,
  executor: Executor,
  onStage: OnStage,
  { model = null, plugins: given = [], kept = null }: MainLineParts = {},
): Promise<Outcome> {
  const plugins = pluginsInOrder(given, scenario)
  if (model) requireUsable(model, scenario, plugins)
  const sibling = model ? null : await simulateSibling(scenario, executor, onStage, { plugins, kept })
  const failed = new Set(sibling?.detection.failures.map(({ detector }) => detector))
  const left = plugins.filter(({ description }) => !failed.has(description.id))
  const evaluated = await simulate(scenario, executor, onStage, { plugins: left, kept })
  for (const { detector } of evaluated.detection.failures) failed.add(detector)
  onStage("fusion", 0)
  const learned = sibling ? learnFrom(without(sibling, failed), scenario) : null
  const fusion = model ? fusionFor(model, scenario) : learned!.fusion
  const { scores, failures, ...found } = evaluated.detection
  const missing = Object.fromEntries(
    [...failed].map((id) => [id, new Float32Array(scenario.accounts).fill(Number.NaN)]),
  )
  return {
    ...evaluated,
    work: sumOf(evaluated.work, sibling?.work),
    detection: { ...found, scores, failures: [...(sibling?.detection.failures ?? []), ...failures] },
    plugins: plugins.filter(({ description }) => !failed.has(description.id)),
    fusion,
    risk: fuse(fusion, { ...scores, ...missing }),
    learned,
    model,
  }
}

/** Over both populations. */
const sumOf = (one: Work, other: Work = { reused: 0, made: 0 }): Work => ({
  reused: one.reused + other.reused,
  made: one.made + other.made,
})

const without = (simulated: Simulated, ids: ReadonlySet<string>): Simulated => ({
  ...simulated,
  detection: withoutDetectors(simulated.detection, ids),
})

/** Simulates the scenario's sibling and learns a fusion from it. */
export async function learn(
  scenario: Scenario,
  executor: Executor,
  onStage: OnStage,
  parts: SimulationParts = {},
): Promise<Learned> {
  return learnFrom(await simulateSibling(scenario, executor, onStage, parts), scenario)
}

/** A ScenarioError when it has too few accounts of a class to learn from: told before anything else is simulated. */
async function simulateSibling(
  scenario: Scenario,
  executor: Executor,
  onStage: OnStage,
  parts: SimulationParts = {},
): Promise<Simulated> {
  const learning: OnStage = (stage, fraction) => onStage("learning", simulationFraction(stage, fraction))
  const sibling = await simulate(siblingOf(scenario), executor, learning, parts)
  requireBothClasses(labelAccounts(sibling.world.columns, scenario.definition))
  return sibling
}

function learnFrom(sibling: Simulated, scenario: Scenario): Learned {
  const { columns, archetypes } = sibling.world
  const label = labelAccounts(columns, scenario.definition)
  const labelled = labelledShares(
    { truth: columns, archetype: columns.archetype },
    archetypes,
    scenario.definition,
  )
  const labelShare = expectedLabelShare(labelled, scenario.prevalence)
  const learningSet = { seed: sibling.world.scenario.seed, scores: sibling.detection.scores, label }
  return { sibling, label, labelShare, fusion: learnFusion(learningSet, scenario.fusion, labelShare) }
}

/**
 * The population that fusion learns from: the same mix of another seed, of its own size and prevalence, without the
 * archetypes that are held out.
 */
export function siblingOf(scenario: Scenario): Scenario {
  const { accounts, prevalence } = scenario.fusion.learning
  const seen = Object.entries(scenario.population.managed).filter(([, settings]) => !settings?.heldOut)
  const population = { ...scenario.population, managed: Object.fromEntries(seen) }
  return { ...scenario, population, seed: `${scenario.seed}/sibling`, accounts, prevalence }
}
