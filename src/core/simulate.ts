/** One population, and what the detectors find in it. */
import { allocateObserved, type Detection, detect, detectionOf, findingsIn } from "./detection/detect.ts"
import type { Detector } from "./detection/detector.ts"
import type { Plugin } from "./detection/plugin.ts"
import { judgeByPlugins, withPlugins } from "./detection/plugins.ts"
import { detectorsNamed } from "./detection/registry.ts"
import type { EvidenceSize } from "./evidence/evidence.ts"
import { inTurn } from "./in-turn.ts"
import type { Kept } from "./kept.ts"
import { type Memory, memoryOf, type Population } from "./memory.ts"
import { type ObservedRange, readsWords } from "./observing.ts"
import type { Adaptation } from "./population/adaptation.ts"
import { buildWorld, tilesOf } from "./population/populate.ts"
import type { World } from "./population/world.ts"
import type { Scenario } from "./scenario/schema.ts"
import type { Executor, Task } from "./tasks.ts"

export interface Simulated extends Population {
  readonly size: EvidenceSize
  /** Of the built-in detectors and of the plug-ins that did not fail. */
  readonly detection: Detection
  /** How many detectors' findings were remembered, and how many were made. */
  readonly work: Work
}

export interface Work {
  readonly reused: number
  readonly made: number
}

/** Told which stage is at work and what share of it is done. */
export type OnStage = (
  stage: "roster" | "evidence" | "linkage" | "learning" | "fusion",
  fraction: number,
) => void

/** What a simulation takes beside its scenario. */
export interface SimulationParts {
  /** They judge beside the scenario's built-in detectors; ids must be nobody else's. */
  readonly plugins?: readonly Plugin[]
  /** Where it looks for a population and findings before it makes them, and puts what it made; nothing differs for it. */
  readonly kept?: Kept | null
  /** What operators have changed since the population was drawn; nothing of such a population is kept. */
  readonly adaptation?: Adaptation | undefined
}

export async function simulate(
  scenario: Scenario,
  executor: Executor,
  onStage: OnStage,
  { plugins = [], kept = null, adaptation }: SimulationParts = {},
): Promise<Simulated> {
  const memory = kept && !adaptation ? memoryOf(scenario, kept) : null
  const detectors = detectorsNamed(scenario.detectors.use)
  const known = await memory?.population()
  const { world } = known ?? {
    world: await buildWorld(scenario, executor, (done) => onStage("roster", done), adaptation),
  }
  onStage("roster", 1)
  const size = sizeOf(world)
  const found = await Promise.all(detectors.map((detector) => memory?.findings(detector)))
  const missing = detectors.filter((_, k) => !found[k])
  const remembered = plugins.map((plugin) => remembering(plugin, memory))
  const linkage = progressOf(plugins.length / (plugins.length + missing.length || 1), (done) =>
    onStage("linkage", done),
  )
  // Plug-ins have threads or programs of their own: they work while tiles are generated.
  const [made, judgements] = await Promise.all([
    detectOwn(missing, world, size, executor, known === undefined, memory, onStage, linkage.own),
    judgeByPlugins(
      remembered.map(({ plugin }) => plugin),
      { kind: "world", world, size },
      scenario.detectors,
      linkage.plugins,
    ),
  ])
  const own = detectors.map(({ id }, k) => [id, found[k] ?? findingsIn(made.detection, id)] as const)
  const population = known ?? { world, checksums: made.checksums! }
  if (memory) {
    if (!known) await memory.keepPopulation(population)
    for (const detector of missing)
      await memory.keepFindings(detector, findingsIn(made.detection, detector.id))
  }
  const asked = remembered.filter(({ wasAsked }) => wasAsked()).length
  return {
    ...population,
    size,
    detection: withPlugins(detectionOf(own), judgements),
    work: {
      reused: detectors.length - missing.length + plugins.length - asked,
      made: missing.length + asked,
    },
  }
}

/** A plug-in that is asked only about what is not remembered of it. */
export function remembering(own: Plugin, memory: Memory | null) {
  let isAsked = false
  const plugin: Plugin = {
    kind: own.kind,
    source: own.source,
    digest: own.digest,
    description: own.description,
    async detect(evidence, settings, onDone) {
      const known = await memory?.pluginFindings(own)
      if (known) {
        onDone(1)
        return known
      }
      isAsked = true
      const findings = await own.detect(evidence, settings, onDone)
      await memory?.keepPluginFindings(own, findings)
      return findings
    },
  }
  return { plugin, wasAsked: () => isAsked }
}

/** One stage of two kinds of work; silent until the built-in detectors are at it, since before that other stages are told. */
function progressOf(pluginShare: number, onDone: (fraction: number) => void) {
  const done = { own: 0, plugins: 0 }
  let isTold = false
  const tell = () => onDone((1 - pluginShare) * done.own + pluginShare * done.plugins)
  return {
    own(fraction: number) {
      done.own = fraction
      isTold = true
      tell()
    },
    plugins(fraction: number) {
      done.plugins = fraction
      if (isTold) tell()
    },
  }
}

/** Built-in detectors over all tiles; checksums where they are wanted, else no tile is generated that nobody reads. */
async function detectOwn(
  detectors: readonly Detector[],
  world: World,
  size: EvidenceSize,
  executor: Executor,
  isChecked: boolean,
  memory: Memory | null,
  onStage: OnStage,
  onLinked: (fraction: number) => void,
): Promise<{ readonly detection: Detection; readonly checksums: Uint32Array | null }> {
  const settings = world.scenario.detectors
  const observed = allocateObserved(detectors, size)
  const tiles = isChecked || detectors.length > 0 ? tilesOf(size.accounts) : []
  const notes = readsWords(detectors, isChecked) ? memory : null
  let done = 0
  const checksums = await inTurn(tiles, async (range) => {
    const words = await notes?.words(range)
    const task: Task = {
      kind: "evidence",
      world,
      observed,
      isChecked,
      words,
      wantsWords: notes !== null,
      ...range,
    }
    const [result] = await executor.run([task], () => onStage("evidence", ++done / tiles.length))
    const { checksum, written } = result as ObservedRange
    if (written) await notes?.keepWords(range, written)
    return checksum
  })
  onStage("evidence", 1)
  const detection = await detect(detectors, observed, size, world.columns, settings, executor, onLinked)
  onLinked(1)
  return { detection, checksums: isChecked ? Uint32Array.from(checksums.flatMap((words) => words!)) : null }
}

export function sizeOf({ accounts, columns }: World): EvidenceSize {
  return { accounts, posts: columns.postOffset[accounts], interactions: columns.interactionOffset[accounts] }
}
