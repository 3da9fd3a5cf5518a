/**
 * What can only be told when plug-ins have said what they are called: that no two detectors of a run share an id, and
 * that the weights a scenario gives are those of detectors that it has.
 */
import { LAYERS } from "../detection/detector.ts"
import { DETECTOR_IDS } from "../detection/ids.ts"
import type { Plugin } from "../detection/plugin.ts"
import { ScenarioError } from "../errors.ts"
import { quote } from "./problems.ts"
import type { Scenario } from "./schema.ts"

/**
 * What stands beside detectors by its name: columns of tables and files, the score that all are fused into, words of
 * rules, and what beside detectors moves an account.
 */
const OTHER_NAMES: readonly string[] = [
  ...["account", "archetype", "language", "followers", "group", "posts", "interactions", "grade", "flagged"],
  ...["creation", "scheduling", "distribution", "oversight", "name", "rank", "reasons", "features"],
  ...["risk", "fused", "fusion", "raw", "threshold", "intercept", "start", "sum", "and", "or", "of"],
  ...LAYERS,
]

export const isBuiltIn = (id: string) => (DETECTOR_IDS as readonly string[]).includes(id)
export const meansElse = (id: string) => OTHER_NAMES.includes(id)

/** What an id must be, as messages say it. */
export const NO_BUILT_IN = "no built-in detector's"
export const NOTHING_ELSE =
  "a name that means nothing else beside detectors (no layer, no column of accounts, no word of rules)"

/**
 * The plug-ins in the order of their ids: fusion's bits follow the order of detectors, which must not follow that of a
 * list. Throws a ScenarioError with one problem a line.
 */
export function pluginsInOrder(plugins: readonly Plugin[], scenario?: Scenario): readonly Plugin[] {
  const problems = [...takenIds(plugins), ...(scenario ? idleWeights(plugins, scenario) : [])]
  if (problems.length > 0) throw new ScenarioError(problems)
  return plugins.toSorted((a, b) => (a.description.id < b.description.id ? -1 : 1))
}

function takenIds(plugins: readonly Plugin[]): string[] {
  const ids = plugins.map(({ description }) => description.id)
  return plugins.flatMap(({ source }, i) => {
    const found = quote(ids[i])
    if (isBuiltIn(ids[i])) return [`${source}: id must be ${NO_BUILT_IN}, got ${found}`]
    if (meansElse(ids[i])) return [`${source}: id must be ${NOTHING_ELSE}, got ${found}`]
    const first = ids.indexOf(ids[i])
    if (first === i) return []
    return [`${source}: id must be its own, got ${found}, which is the id of ${plugins[first].source}, too`]
  })
}

function idleWeights(plugins: readonly Plugin[], { detectors, fusion }: Scenario): string[] {
  const known: readonly string[] = [...detectors.use, ...plugins.map(({ description }) => description.id)]
  const idle = Object.keys(fusion.weights).filter((id) => !known.includes(id))
  if (idle.length === 0) return []
  return [
    `fusion.weights must name detectors of the scenario (${known.join(", ")}), got ${idle.map(quote).join(", ")}`,
  ]
}
