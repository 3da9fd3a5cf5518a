/**
 * What a simulation remembers of earlier ones: a population, the notes of its tiles, and what each
 * detector found in it. Keys are digests over
 * all that a value depends on, the code that makes it included, so that a version number that somebody forgot to raise
 * lets no stale score through.
 */
import { codeDigests } from "virtual:code-digests"
import type { Findings } from "./detection/detect.ts"
import type { Detector } from "./detection/detector.ts"
import type { Plugin, PluginFindings } from "./detection/plugin.ts"
import { digestOf } from "./digest.ts"
import type { Kept } from "./kept.ts"
import { type KeptWorld, keepWorld, restoreWorld } from "./population/keep-world.ts"
import type { Words } from "./population/notes.ts"
import type { World } from "./population/world.ts"
import type { Scenario } from "./scenario/schema.ts"

export interface Population {
  readonly world: World
  /** Two words a tile. */
  readonly checksums: Uint32Array
}

/** Accounts from `first` up to, not including, `end`. */
export interface TileRange {
  readonly first: number
  readonly end: number
}

/** Undefined is the answer where nothing is remembered. */
export interface Memory {
  population(): Promise<Population | undefined>
  words(tile: TileRange): Promise<Words | undefined>
  findings(detector: Detector): Promise<Findings | undefined>
  pluginFindings(plugin: Plugin): Promise<PluginFindings | undefined>
  keepPopulation(population: Population): Promise<void>
  keepWords(tile: TileRange, words: Words): Promise<void>
  keepFindings(detector: Detector, findings: Findings): Promise<void>
  keepPluginFindings(plugin: Plugin, findings: PluginFindings): Promise<void>
}

/** Of the scenario's evaluated population; its sibling is a scenario of its own. */
export function memoryOf(scenario: Scenario, kept: Kept): Memory {
  const population = populationKey(scenario)
  const { coActionWindow } = scenario.detectors
  const part = ({ first, end }: TileRange) => digestOf([population, `accounts ${first} to ${end}`])
  const own = ({ id, version }: Detector) =>
    digestOf([population, `${id} ${version}`, codeDigests.detectors[id], `window ${coActionWindow}`])
  const foreign = ({ kind, digest, description: { id, version } }: Plugin) =>
    digest === null
      ? null
      : digestOf([
          population,
          kind,
          `${id} ${version}`,
          digest,
          codeDigests.plugins,
          `window ${coActionWindow}`,
        ])
  return {
    async population() {
      const found = await kept.get("population", population)
      if (found === undefined) return undefined
      const { checksums, ...world } = found as KeptWorld & Pick<Population, "checksums">
      return { world: restoreWorld(scenario, world), checksums }
    },
    async words(tile) {
      return (await kept.get("notes", part(tile))) as Words | undefined
    },
    async findings(detector) {
      return (await kept.get("findings", own(detector))) as Findings | undefined
    },
    async pluginFindings(plugin) {
      const key = foreign(plugin)
      return key === null ? undefined : ((await kept.get("findings", key)) as PluginFindings | undefined)
    },
    keepPopulation: ({ world, checksums }) =>
      kept.put("population", population, { ...keepWorld(world), checksums }),
    keepWords: (tile, words) => kept.put("notes", part(tile), words),
    keepFindings: (detector, findings) => kept.put("findings", own(detector), findings),
    async keepPluginFindings(plugin, findings) {
      const key = foreign(plugin)
      if (key !== null) await kept.put("findings", key, findings)
    },
  }
}

/** Settings that shape a population: all but those that a test shows the generator not to read. */
function populationKey(scenario: Scenario): string {
  const {
    name,
    description,
    definition,
    detectors,
    fusion,
    threshold,
    expectations,
    gate,
    rounds,
    ...shaping
  } = scenario
  return digestOf(["population", codeDigests.generator, JSON.stringify(shaping)])
}
