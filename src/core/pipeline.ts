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
import { ScenarioError } from "./errors.ts"
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

/** A sibling population, and what fusion learned from it. */
export interface Learned {
  readonly sibling: Simulated
  /** The sibling's labels by the scenario's definition. */
  readonly label: Uint8Array
  /** Share of accounts labelled AI-managed that is expected where the fusion is used. */
  readonly labelShare: number
  readonly fusion: FusionModel
}

export async function runMainLine(
  scenario: Scenario,
  executor: Executor,
  onStage: OnStage,
): Promise<Outcome> {
  const { fusion } = await learn(scenario, executor, onStage)
  const evaluated = await simulate(scenario, executor, onStage)
  onStage("fusion", 0)
  return { ...evaluated, fusion, risk: fuse(fusion, evaluated.detection.scores) }
}

/** Simulates the scenario's sibling and learns a fusion from it. */
export async function learn(scenario: Scenario, executor: Executor, onStage: OnStage): Promise<Learned> {
  const sibling = await simulate(siblingOf(scenario), executor, (stage, fraction) =>
    onStage("learning", simulationFraction(stage, fraction)),
  )
  const label = labelAccounts(sibling.world.columns, scenario.definition)
  requireBothClasses(label)
  const labelShare = expectedLabelShare(sibling.world, label, scenario.prevalence)
  const learningSet = { seed: sibling.world.scenario.seed, scores: sibling.detection.scores, label }
  return { sibling, label, labelShare, fusion: learnFusion(learningSet, scenario.fusion.l2, labelShare) }
}

/** Fewer accounts of a class than this are nothing to learn from. */
const LEAST_OF_CLASS = 20

function requireBothClasses(label: Uint8Array): void {
  const managed = label.reduce((sum, value) => sum + value, 0)
  if (Math.min(managed, label.length - managed) >= LEAST_OF_CLASS) return
  throw new ScenarioError([
    `fusion.learning must yield at least ${LEAST_OF_CLASS} AI-managed and ${LEAST_OF_CLASS} authentic accounts to learn ` +
      `from, got ${managed} AI-managed of ${label.length}; raise its accounts or prevalence, or move the definition`,
  ])
}

/**
 * Share of AI-managed accounts to expect at a prevalence. They are not the same: the prevalence says which archetypes
 * accounts are drawn from, the definition labels each by its truth. The sibling tells how often on either side.
 */
function expectedLabelShare(world: World, label: Uint8Array, prevalence: number): number {
  const managed = { accounts: 0, labelled: 0 }
  const authentic = { accounts: 0, labelled: 0 }
  for (let account = 0; account < label.length; account++) {
    const side = world.archetypes[world.columns.archetype[account]].side === "managed" ? managed : authentic
    side.accounts++
    side.labelled += label[account]
  }
  const shareOf = ({ accounts, labelled }: typeof managed) => (accounts > 0 ? labelled / accounts : 0)
  return prevalence * shareOf(managed) + (1 - prevalence) * shareOf(authentic)
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
