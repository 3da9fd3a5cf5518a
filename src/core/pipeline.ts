/**
 * The main line: scenario -> roster -> posts -> evidence -> detectors -> fusion -> run.
 *
 * Everything is done twice: once for a sibling population of another seed, from which fusion learns, and once for
 * the population that is evaluated. With a saved model, only the latter. Truth meets scores in two places only: where fusion learns from the sibling's
 * labels, and where the evaluation counts.
 */
import { allocateObserved, type Detection, detect } from "./detection/detect.ts"
import { fuse, learnFusion } from "./detection/fusion/fusion.ts"
import { detectorsNamed } from "./detection/registry.ts"
import type { EvidenceSize } from "./evidence/evidence.ts"
import { expectedLabelShare, labelledShares, requireBothClasses } from "./learning.ts"
import { labelAccounts } from "./policy/definition.ts"
import { buildWorld, tilesOf } from "./population/populate.ts"
import type { World } from "./population/world.ts"
import { simulationFraction } from "./progress.ts"
import type { FusionModel } from "./run.ts"
import { fusionFor, type LoadedModel, requireUsable } from "./saved-model.ts"
import type { Scenario } from "./scenario/schema.ts"
import type { Executor, Task } from "./tasks.ts"

export interface Simulated {
  readonly world: World
  readonly size: EvidenceSize
  readonly detection: Detection
  /** Two words a tile. */
  readonly checksums: Uint32Array
}

export interface Outcome extends Simulated {
  readonly fusion: FusionModel
  readonly risk: Float32Array
  /** What fusion was learned from; null when it was read from a file. */
  readonly learned: Learned | null
  /** The model that fusion was read from, else null. */
  readonly model: LoadedModel | null
}

/** Told which stage is at work and what share of it is done. */
export type OnStage = (
  stage: "roster" | "evidence" | "linkage" | "learning" | "fusion",
  fraction: number,
) => void

/** A sibling population, and what fusion learned from it. */
export interface Learned {
  readonly sibling: Simulated
  /** The sibling's labels by the scenario's definition. */
  readonly label: Uint8Array
  /** Share of accounts labelled AI-managed that is expected where the fusion is used. */
  readonly labelShare: number
  readonly fusion: FusionModel
}

/** With a `model`, which must fit the scenario (else a DataError), no sibling is simulated and nothing learned. */
export async function runMainLine(
  scenario: Scenario,
  executor: Executor,
  onStage: OnStage,
  model: LoadedModel | null = null,
): Promise<Outcome> {
  if (model) requireUsable(model, scenario)
  const learned = model ? null : await learn(scenario, executor, onStage)
  const evaluated = await simulate(scenario, executor, onStage)
  onStage("fusion", 0)
  const fusion = model ? fusionFor(model, scenario) : learned!.fusion
  return { ...evaluated, fusion, risk: fuse(fusion, evaluated.detection.scores), learned, model }
}

/** Simulates the scenario's sibling and learns a fusion from it. */
export async function learn(scenario: Scenario, executor: Executor, onStage: OnStage): Promise<Learned> {
  const sibling = await simulate(siblingOf(scenario), executor, (stage, fraction) =>
    onStage("learning", simulationFraction(stage, fraction)),
  )
  const label = labelAccounts(sibling.world.columns, scenario.definition)
  requireBothClasses(label)
  const { columns, archetypes } = sibling.world
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

export async function simulate(scenario: Scenario, executor: Executor, onStage: OnStage): Promise<Simulated> {
  const world = await buildWorld(scenario, executor, (fraction) => onStage("roster", fraction))
  const size = sizeOf(world)
  const detectors = detectorsNamed(scenario.detectors.use)
  const observed = allocateObserved(detectors, size)
  const tiles = tilesOf(size.accounts)
  const checksums = await executor.run(
    tiles.map((range): Task => ({ kind: "evidence", world, observed, ...range })),
    (done) => onStage("evidence", done / tiles.length),
  )
  const detection = await detect(
    detectors,
    observed,
    size,
    world.columns,
    scenario.detectors,
    executor,
    (fraction) => onStage("linkage", fraction),
  )
  return { world, size, detection, checksums: Uint32Array.from((checksums as [number, number][]).flat()) }
}

export function sizeOf({ accounts, columns }: World): EvidenceSize {
  return { accounts, posts: columns.postOffset[accounts], interactions: columns.interactionOffset[accounts] }
}
