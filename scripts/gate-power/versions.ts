/** Two versions of a run on the same accounts: as it was, and with a change. */
import { fuse } from "../../src/core/detection/fusion/fusion.ts"
import type { FusionModel } from "../../src/core/detection/fusion/model.ts"
import { digestOf } from "../../src/core/digest.ts"
import { relearning } from "../../src/core/learning.ts"
import { stage } from "../../src/core/random/streams.ts"
import { type Change, type Scored, type Scores, unchanged } from "./changes.ts"
import type { Mix, Population } from "./populations.ts"

export interface Versions {
  readonly before: Population
  readonly after: Population
}

/** Learns fusion once for all populations of the mix, if the change asks for it. `number` names the draws of the change. */
export function versionsOf(mix: Mix, change: Change): (population: Population, number: number) => Versions {
  const draws = stage(mix.scenario.name, `gate-power/${change.id}`)
  const fusion = change.learnsAgain ? learnedAgain(mix, change.after(siblingOf(mix), draws.at(0))) : null
  return (population, number) => {
    const accounts = scoredOf(population)
    const random = draws.at(number + 1)
    const { before: put = unchanged } = change
    const before = put === unchanged ? population : scored(population, put(accounts, random), null, "before")
    const after = scored(population, change.after(accounts, random), fusion, change.id)
    return { before, after: moved(after, change.threshold ?? 0) }
  }
}

function learnedAgain({ first }: Mix, scores: Scores): FusionModel {
  const { manifest, learning } = first
  const again = relearning(manifest, { ...learning, scores }, manifest.scenario.definition)
  return again.learn(again.detectors)
}

const siblingOf = ({ first: { manifest, learning } }: Mix): Scored => ({
  scores: learning.scores,
  archetype: learning.archetype,
  archetypes: manifest.archetypes,
  group: null,
})

const scoredOf = ({ manifest, columns }: Population): Scored => ({
  scores: columns.scores,
  archetype: columns.archetype,
  archetypes: manifest.archetypes,
  group: columns.group,
})

/** The run with other scores; without a fusion of its own, by the run's. Its digest tells it apart. */
function scored(
  { manifest, columns }: Population,
  scores: Scores,
  fusion: FusionModel | null,
  name: string,
): Population {
  const model = fusion ?? manifest.fusion
  return {
    manifest: { ...manifest, fusion: model, digest: digestOf([manifest.digest, name]) },
    columns: { ...columns, scores, risk: fuse(model, scores) },
  }
}

function moved(population: Population, by: number): Population {
  if (by === 0) return population
  const { scenario } = population.manifest
  const manifest = { ...population.manifest, scenario: { ...scenario, threshold: scenario.threshold + by } }
  return { ...population, manifest }
}
