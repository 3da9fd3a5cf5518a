/**
 * What no single field can tell: whether the fields of a scenario agree with one another.
 * Reads the scenario as it was written, so that these problems are told together with all others;
 * a field of the wrong type is somebody else's to report and skipped here.
 */
import { DETECTOR_IDS } from "../detection/ids.ts"
import { PLUGIN_KINDS } from "../detection/plugin.ts"
import { mappingAt, misnamedArchetypes } from "./archetype-names.ts"
import { unsoundExpectations } from "./expectations.ts"
import { quote, valueAt } from "./problems.ts"
import { unsoundRecipes } from "./recipes.ts"
import { scenarioSchema } from "./schema.ts"

const FIRST_START = "2000-01-01"
const LAST_START = "2099-12-31"
const DEFAULTS = scenarioSchema.parse({ name: "defaults" })

/** One line for each contradiction, without the file's name. */
export function inconsistencies(input: unknown): string[] {
  return [
    ...startOutOfRange(input),
    ...repeatedDetectors(input),
    ...pluginsAtOdds(input),
    ...oneClassToLearn(input),
    ...fusionAtOdds(input),
    ...emptySides(input),
    ...nothingToLearn(input),
    ...noLanguage(input),
    ...daysBeyondPeriod(input),
    ...misnamedArchetypes(input),
    ...unsoundRecipes(input),
    ...unsoundExpectations(input),
  ]
}

function startOutOfRange(input: unknown): string[] {
  const start = valueAt(input, ["start"])
  if (typeof start !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(start)) return []
  if (start >= FIRST_START && start <= LAST_START) return []
  return [`start must be a date from ${FIRST_START} to ${LAST_START}, got ${quote(start)}`]
}

function repeatedDetectors(input: unknown): string[] {
  const use = valueAt(input, ["detectors", "use"])
  if (!Array.isArray(use)) return []
  return use.flatMap((id, i) =>
    use.indexOf(id) < i ? [`detectors.use[${i}] must be named once, got ${quote(id)} again`] : [],
  )
}

/** A plug-in is a module, a program or an endpoint, and no two are the same one. */
function pluginsAtOdds(input: unknown): string[] {
  const plugins = valueAt(input, ["detectors", "plugins"])
  if (!Array.isArray(plugins)) return []
  const named = plugins.map((plugin) => JSON.stringify(PLUGIN_KINDS.map((kind) => valueAt(plugin, [kind]))))
  return plugins.flatMap((plugin, i) => {
    const field = `detectors.plugins[${i}]`
    // What is no mapping is told by the schema.
    if (typeof plugin !== "object" || plugin === null || Array.isArray(plugin)) return []
    const kinds = PLUGIN_KINDS.filter((kind) => valueAt(plugin, [kind]) !== undefined)
    if (kinds.length !== 1)
      return [`${field} must have one of ${PLUGIN_KINDS.join(", ")}, got ${kinds.join(" and ") || "none"}`]
    const first = named.indexOf(named[i])
    return first < i ? [`${field} must be named once, got detectors.plugins[${first}] again`] : []
  })
}

/** The number at a path, or its default when there is none. */
function numberAt(input: unknown, path: readonly string[]): number {
  const value = valueAt(input, path)
  return typeof value === "number" ? value : (valueAt(DEFAULTS, path) as number)
}

/** Fusion learns from both classes, whatever the evaluated population holds. */
function oneClassToLearn(input: unknown): string[] {
  const prevalence = numberAt(input, ["fusion", "learning", "prevalence"])
  if (prevalence !== 0 && prevalence !== 1) return []
  return [
    `fusion.learning.prevalence must be above 0 and below 1, so that there are both classes to learn from, got ${prevalence}`,
  ]
}

/** Settings of fusion that the method, the detectors or a model that was learned elsewhere leave nothing to do. */
function fusionAtOdds(input: unknown): string[] {
  const { model = null, ...others } = mappingAt(input, ["fusion"])
  const defaults: Readonly<Record<string, unknown>> = DEFAULTS.fusion
  const moved = Object.keys(others).filter((field) => {
    return field in defaults && JSON.stringify(others[field]) !== JSON.stringify(defaults[field])
  })
  if (model !== null && moved.length > 0)
    return [`fusion.model must stand alone, as the model says how to fuse, got ${moved.join(", ")} beside it`]
  return moved.includes("weights") ? weightsAtOdds(input, others.method ?? defaults.method) : []
}

function weightsAtOdds(input: unknown, method: unknown): string[] {
  if (method !== "weighted-sum")
    return [`fusion.weights is for the method weighted-sum only, got ${quote(method)}`]
  const weights = mappingAt(input, ["fusion", "weights"])
  const use = valueAt(input, ["detectors", "use"]) ?? DEFAULTS.detectors.use
  const plugins = valueAt(input, ["detectors", "plugins"])
  // What a plug-in is called is told when it is opened; plugin-names.ts holds the weights to that.
  const mayBePlugin = (id: string) =>
    Array.isArray(plugins) && plugins.length > 0 && !(DETECTOR_IDS as readonly string[]).includes(id)
  const idle = Object.keys(weights).filter(
    (id) => Array.isArray(use) && !use.includes(id) && !mayBePlugin(id),
  )
  if (idle.length > 0)
    return [`fusion.weights must name detectors of detectors.use, got ${idle.map(quote).join(", ")}`]
  if (Object.values(weights).some((weight) => weight !== 0)) return []
  return ["fusion.weights must have a weight above 0, got weights that are all 0"]
}

/** A side that accounts are drawn from needs a share above 0. The sibling population draws from both. */
function emptySides(input: unknown): string[] {
  const prevalences = [numberAt(input, ["prevalence"]), numberAt(input, ["fusion", "learning", "prevalence"])]
  const used = { authentic: prevalences.some((p) => p < 1), managed: prevalences.some((p) => p > 0) }
  return (["authentic", "managed"] as const).flatMap((side) => {
    const shares = sharesOf(valueAt(input, ["population", side]))
    if (!used[side] || shares === undefined || shares.some((share) => share > 0)) return []
    const found = shares.length === 0 ? "no archetype" : "shares that are all 0"
    return [`population.${side} must have an archetype with a share above 0, got ${found}`]
  })
}

/** The shares of a side; undefined when it is left to its default or cannot be read. */
function sharesOf(side: unknown): number[] | undefined {
  if (typeof side !== "object" || side === null || Array.isArray(side)) return undefined
  const shares = Object.values(side).map((settings) => valueAt(settings, ["share"]))
  return shares.every((share) => typeof share === "number") ? shares : undefined
}

/** The sibling population draws from the managed archetypes that are not held out. */
function nothingToLearn(input: unknown): string[] {
  const used = Object.values(mappingAt(input, ["population", "managed"])).filter(
    (settings) => valueAt(settings, ["share"]) !== 0,
  )
  if (used.length === 0 || used.some((settings) => valueAt(settings, ["heldOut"]) !== true)) return []
  return ["population.managed must have an archetype to learn from, got only ones that are held out"]
}

function noLanguage(input: unknown): string[] {
  const weights = ["zh", "en"].map((language) => numberAt(input, ["population", "languages", language]))
  if (weights.some((weight) => weight !== 0)) return []
  return ["population.languages must have a weight above 0, got weights that are all 0"]
}

/** Nobody would be AI-managed. */
function daysBeyondPeriod(input: unknown): string[] {
  const [least, days] = [numberAt(input, ["definition", "days"]), numberAt(input, ["days"])]
  // A period that cannot be is told by itself.
  if (!(least > days) || !scenarioSchema.shape.days.safeParse(days).success) return []
  return [`definition.days must be at most days, which is ${days}, got ${least}`]
}
