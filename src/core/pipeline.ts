/**
 * The main line: scenario -> roster -> posts -> evidence -> detectors -> fusion -> run.
 *
 * Everything is done twice: once for a sibling population of another seed, from which fusion learns, and once for
 * the population that is evaluated. Truth meets scores in two places only: where fusion learns from the sibling's
 * labels, and where the evaluation counts.
 */
import { allocateObserved, type Detection, detect } from "./detection/detect.ts"
import { fuse, learnFusion } from "./detection/fusion/fusion.ts"
import { detectorsNamed } from "./detection/registry.ts"
import type { EvidenceSize } from "./evidence/evidence.ts"
import { labelAccounts } from "./policy/definition.ts"
import { buildWorld, tilesOf } from "./population/populate.ts"
import type { World } from "./population/world.ts"
import { simulationFraction } from "./progress.ts"
import type { FusionModel } from "./run.ts"
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
}

/** Told which stage is at work and what share of it is done. */
export type OnStage = (
  stage: "roster" | "evidence" | "linkage" | "learning" | "fusion",
  fraction: number,
) => void

export async function runMainLine(
  scenario: Scenario,
  executor: Executor,
  onStage: OnStage,
): Promise<Outcome> {
  const sibling = await simulate(siblingOf(scenario), executor, (stage, fraction) =>
    onStage("learning", simulationFraction(stage, fraction)),
  )
  const label = labelAccounts(sibling.world.columns, scenario.definition)
  const learningSet = { seed: sibling.world.scenario.seed, scores: sibling.detection.scores, label }
  const fusion = learnFusion(learningSet, scenario.fusion.l2, scenario.prevalence)
  const evaluated = await simulate(scenario, executor, onStage)
  onStage("fusion", 0)
  return { ...evaluated, fusion, risk: fuse(fusion, evaluated.detection.scores) }
}

/** The population that fusion learns from: the same mix of another seed, of its own size and prevalence. */
export function siblingOf(scenario: Scenario): Scenario {
  const { accounts, prevalence } = scenario.fusion.learning
  return { ...scenario, seed: `${scenario.seed}/sibling`, accounts, prevalence }
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
