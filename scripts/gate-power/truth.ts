/** What a change does to all accounts of a universe: the effect that a check of a sample should find. */
import { baselineOf, GATE_FIGURES } from "../../src/core/gate/index.ts"
import { labelAccounts } from "../../src/core/policy/definition.ts"
import type { Population } from "./populations.ts"
import { rowName } from "./tally.ts"
import type { Versions } from "./versions.ts"

/** By rowName, after less before. */
export type Truth = Readonly<Record<string, number>>

/** The cohort that changes of the family "hit" are aimed at. */
export const HIT_ARCHETYPE = "merchant-with-scheduler"
export const HIT_ROW = rowName({ figure: "fpr", cohort: { kind: "archetype", name: HIT_ARCHETYPE } })

export function truthOf({ before, after }: Versions): Truth {
  const [was, is] = [before, after].map(figuresOf) as [Truth, Truth]
  return Object.fromEntries(Object.keys(was).map((name) => [name, is[name]! - was[name]!]))
}

function figuresOf(population: Population): Truth {
  const { figures } = baselineOf({ ...population, features: {}, pairs: {} })
  const all = GATE_FIGURES.map((figure) => [figure, figures[figure] ?? Number.NaN])
  return { ...Object.fromEntries(all), [HIT_ROW]: hitRate(population) }
}

function hitRate({ manifest, columns }: Population): number {
  const { scenario, archetypes } = manifest
  const label = labelAccounts(columns.truth, scenario.definition)
  const kind = archetypes.findIndex(({ id }) => id === HIT_ARCHETYPE)
  let [authentic, hit] = [0, 0]
  for (let account = 0; account < label.length; account++) {
    if (label[account] === 1 || columns.archetype[account] !== kind) continue
    authentic++
    if (columns.risk[account]! >= scenario.threshold) hit++
  }
  return hit / authentic
}
