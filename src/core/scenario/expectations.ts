/**
 * Whether the promises of a scenario can be judged at all: each has one bound, a way to its threshold that its figure
 * has, and names what a run of the scenario will hold. A plug-in says its id only when it runs, so with plug-ins any
 * score may be meant. Reads the scenario as it was written; what is of the wrong type is the schema's to report.
 */
import { COHORT_KINDS, type CohortKind, cohortsOf } from "../evaluation/cohorts.ts"
import { RISK } from "../evaluation/rules/run-scores.ts"
import { cohortNamed, isKind } from "../gate/cohort-members.ts"
import { mappingAt } from "./archetype-names.ts"
import { quote, valueAt } from "./problems.ts"
import { scenarioSchema } from "./schema.ts"
import { suggestion } from "./suggest.ts"

const DEFAULTS = scenarioSchema.parse({ name: "defaults" })

const NOBODY = {
  archetype: new Uint8Array(),
  language: new Uint8Array(),
  followers: new Uint32Array(),
  ageDays: new Float32Array(),
}

/** One line for each promise that cannot be judged as it stands. */
export function unsoundExpectations(input: unknown): string[] {
  const expectations = valueAt(input, ["expectations"])
  if (!Array.isArray(expectations)) return []
  return expectations.flatMap((expectation, at) => {
    if (typeof expectation !== "object" || expectation === null) return []
    const field = `expectations[${at}]`
    return [
      ...boundProblems(field, expectation),
      ...thresholdProblems(field, expectation),
      ...cohortProblems(field, expectation, input),
      ...scoreProblems(field, expectation, input),
    ]
  })
}

type Written = Readonly<Record<string, unknown>>

function boundProblems(field: string, { atLeast, atMost }: Written): string[] {
  const given = [atLeast, atMost].filter((bound) => bound !== undefined).length
  if (given === 1) return []
  return [`${field} must have one of atLeast and atMost, got ${given === 0 ? "neither" : "both"}`]
}

const AREAS: readonly unknown[] = ["auc", "averagePrecision"]

function thresholdProblems(field: string, { figure, threshold, atFpr }: Written): string[] {
  const given = Object.entries({ threshold, atFpr }).filter(([, value]) => value !== undefined)
  if (AREAS.includes(figure) && given.length > 0)
    return given.map(
      ([name]) => `${field}.${name} must be left out, since ${figure} is of all thresholds together`,
    )
  if (given.length < 2) return []
  return [`${field} must have one of threshold and atFpr, or neither, got both`]
}

function cohortProblems(field: string, { figure, of }: Written, input: unknown): string[] {
  if (typeof of !== "string") return []
  const { kind, name } = cohortNamed(of)
  if (!isKind(kind)) {
    const hint = suggestion(kind, COHORT_KINDS)
    return [`${field}.of must be an archetype, or kind and name as in language:en, got ${quote(of)}; ${hint}`]
  }
  const known = kind === "archetype" ? archetypesOf(input) : BANDS[kind]
  if (!known.includes(name))
    return [`${field}.of must be a cohort of the run, got ${quote(of)}; ${suggestion(name, known)}`]
  if (kind !== "archetype" || figure === "recall" || figure === "fpr") return []
  return [`${field}.figure must be recall or fpr where it is of an archetype, got ${quote(figure)}`]
}

/** Archetypes that the scenario's accounts are drawn from. */
function archetypesOf(input: unknown): string[] {
  return (["authentic", "managed"] as const).flatMap((side) => {
    const isGiven = valueAt(input, ["population", side]) !== undefined
    const own = isGiven ? mappingAt(input, ["population", side]) : DEFAULTS.population[side]
    return Object.entries(own).flatMap(([id, settings]) => (valueAt(settings, ["share"]) === 0 ? [] : [id]))
  })
}

/** Names of the cohorts whose bounds are fixed: those of a run without accounts. */
const BANDS = Object.fromEntries(
  COHORT_KINDS.map((kind) => [kind, cohortsOf(kind, NOBODY, []).names]),
) as Readonly<Record<CohortKind, readonly string[]>>

function scoreProblems(field: string, { score }: Written, input: unknown): string[] {
  if (typeof score !== "string" || score === RISK) return []
  const plugins = valueAt(input, ["detectors", "plugins"])
  if (Array.isArray(plugins) && plugins.length > 0) return []
  const use = valueAt(input, ["detectors", "use"]) ?? DEFAULTS.detectors.use
  if (!Array.isArray(use) || use.includes(score)) return []
  const known = [RISK, ...use.filter((id) => typeof id === "string")]
  return [
    `${field}.score must be risk or a detector of detectors.use, got ${quote(score)}; ${suggestion(score, known)}`,
  ]
}
