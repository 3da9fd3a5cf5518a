/**
 * The populations that the gate is tried on: the bundled scenarios' mixes, simulated again and again by other seeds.
 *
 * Each mix learns its fusion once, from one sibling, and all its seeds use it, as if they read it from a file. A
 * population is kept as the columns of its run, so that changes are put into detectors' scores without simulating again;
 * a study that was broken off goes on where it stopped.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { deserialize, serialize } from "node:v8"
import { detectorsNamed } from "../../src/core/detection/registry.ts"
import { digestOf } from "../../src/core/digest.ts"
import { generatorVersion } from "../../src/core/generator-version.ts"
import type { Run, RunLearning } from "../../src/core/run.ts"
import { modelOf } from "../../src/core/saved-model.ts"
import { movingSettings } from "../../src/core/scenario/moving.ts"
import type { Scenario } from "../../src/core/scenario/schema.ts"
import { type RunOptions, runScenario } from "../../src/engine/run.ts"

/** All of a run that a check reads. */
export type Population = Pick<Run, "manifest" | "columns">

/** A mix of accounts, with what its fusion is learned from. */
export interface Mix {
  readonly scenario: Scenario
  /** The smallest run that its sibling was simulated for. */
  readonly first: Run & { readonly learning: RunLearning }
}

/** Of the run that is made only for its sibling. */
const LEAST_ACCOUNTS = 500

export interface Populations {
  /** `scenario` with its seed moved, so that nothing was learned from what is evaluated. */
  mix(scenario: Scenario): Promise<Mix>
  /** Each number is another seed. */
  population(mix: Mix, accounts: number, number: number): Promise<Population>
}

/** Keeps what it makes in `folder`. */
export function populationsIn(folder: string, options: RunOptions): Populations {
  mkdirSync(folder, { recursive: true })
  const keep = <Value>(scenario: Scenario, make: () => Promise<Value>) =>
    kept(join(folder, `${scenario.name}-${keyOf(scenario)}.v8`), make)
  return {
    async mix(scenario) {
      const least = { ...scenario, seed: `gate-power/${scenario.name}`, accounts: LEAST_ACCOUNTS }
      const first = await keep(least, async () => {
        const { manifest, columns, learning } = await runScenario(least, options)
        if (learning === undefined) throw new Error(`${scenario.name} must learn its fusion, found a model`)
        return { manifest, columns, learning, features: {}, pairs: {} }
      })
      return { scenario, first }
    },
    population({ scenario, first }, accounts, number) {
      const seeded = { ...scenario, seed: `gate-power/${scenario.name}/${number}`, accounts }
      const model = { file: `${scenario.name}.json`, model: modelOf(first, scenario.name) }
      return keep(seeded, async () => {
        const { manifest, columns } = await runScenario(seeded, { ...options, model })
        return { manifest, columns }
      })
    },
  }
}

/** What a population depends on. */
function keyOf(scenario: Scenario): string {
  const versions = detectorsNamed(scenario.detectors.use).map(({ id, version }) => `${id} ${version}`)
  return digestOf([generatorVersion, ...versions, JSON.stringify(movingSettings(scenario))]).slice(0, 20)
}

async function kept<Value>(file: string, make: () => Promise<Value>): Promise<Value> {
  if (!existsSync(file)) {
    const made = await make()
    const beside = `${file}.${process.pid}`
    writeFileSync(beside, serialize(unshared(made)))
    renameSync(beside, file)
  }
  return deserialize(readFileSync(file))
}

/** Columns in memory that threads share cannot be serialized. */
function unshared(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return (value as Uint8Array).slice()
  if (Array.isArray(value)) return value.map(unshared)
  if (value === null || typeof value !== "object") return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, unshared(one)]))
}
