/** The bundled scenarios, not whatever else somebody keeps in the folder. */
import { readFileSync } from "node:fs"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import type { Scenario } from "../../src/core/scenario/schema.ts"

export const PRESETS = [
  "quickstart",
  "rare",
  "tiny",
  "hard-humans",
  "coordinated",
  "stealth",
  "zh",
  "en",
  "hijacked",
  "brigade",
] as const

const folder = new URL("../../simulations/", import.meta.url)

export const presetText = (name: string) => readFileSync(new URL(`${name}.yaml`, folder), "utf8")
export const preset = (name: string): Scenario => parseScenario(presetText(name), `${name}.yaml`)

/** The same kinds of accounts over half the time, few enough for a test, with enough of both classes to learn from. */
export function small(scenario: Scenario): Scenario {
  const learning = { accounts: 1000, prevalence: 0.1 }
  return { ...scenario, accounts: 600, days: 14, prevalence: 0.1, fusion: { ...scenario.fusion, learning } }
}
