/**
 * What can only be told when plug-ins have said what they are called: that no two detectors of a run share an id, and
 * that the weights a scenario gives are those of detectors that it has.
 */
import { DETECTOR_IDS } from "../detection/ids.ts"
import type { Plugin } from "../detection/plugin.ts"
import { ScenarioError } from "../errors.ts"
import { quote } from "./problems.ts"
import type { Scenario } from "./schema.ts"

/** Throws a ScenarioError with one problem a line. */
export function requirePluginNames(plugins: readonly Plugin[], scenario: Scenario): void {
  const problems = [...takenIds(plugins), ...idleWeights(plugins, scenario)]
  if (problems.length > 0) throw new ScenarioError(problems)
}

export function takenIds(plugins: readonly Plugin[]): string[] {
  const ids = plugins.map(({ description }) => description.id)
  return plugins.flatMap(({ source }, i) => {
    const found = quote(ids[i])
    if ((DETECTOR_IDS as readonly string[]).includes(ids[i]))
      return [`${source}: id must not be a built-in detector's, got ${found}; give the plug-in another id`]
    const first = ids.indexOf(ids[i])
    if (first === i) return []
    return [`${source}: id must be its own, got ${found}, which is the id of ${plugins[first].source}, too`]
  })
}

function idleWeights(plugins: readonly Plugin[], { detectors, fusion }: Scenario): string[] {
  const known: readonly string[] = [...detectors.use, ...plugins.map(({ description }) => description.id)]
  const idle = Object.keys(fusion.weights).filter((id) => !known.includes(id))
  if (idle.length === 0) return []
  return [`fusion.weights must name detectors of the scenario (${known.join(", ")}), got ${idle.map(quote).join(", ")}`]
}
