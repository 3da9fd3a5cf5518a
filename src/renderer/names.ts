/** Names of things that come from data, in the reader's language. */
import type { JobEntry, RunEntry } from "../api/contract.ts"
import type { FusionMethod } from "../core/detection/fusion/model.ts"
import type { CohortKind } from "../core/evaluation/index.ts"
import { printable } from "../core/printable.ts"
import type { PluginSummary } from "../core/run.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import type { Format } from "./format.ts"
import type { Translate } from "./i18n/index.ts"

/** What a run is called: its title, or its scenario, with the seed where that is another word. */
export function runName({ title, name, seed }: Pick<RunEntry, "title" | "name" | "seed">): string {
  return title ?? (seed === name ? name : `${name} · ${seed}`)
}

/** What a job is called: the scenario that it runs, or that it is a check. */
export function jobName(t: Translate, { scenario }: Pick<JobEntry, "scenario">): string {
  return scenario ?? t("job.check")
}

/** "merchant-with-scheduler" -> "merchant with scheduler". */
function plain(id: string): string {
  return id.replaceAll("-", " ")
}

/** The scenarios that come with the workbench speak the reader's language, others as they were written. */
export function scenarioDescription(t: Translate, description: string): string {
  return t.known(`scenario.described.${description}`, description)
}

/** What a scenario itself says of the archetypes that it makes or changes. */
type Told = Scenario["archetypes"]

/** The scenario's own words come first, in whichever language they are. */
export function archetypeName(t: Translate, told: Told, id: string): string {
  return told[id]?.title ?? t.known(`archetype.${id}`, plain(id))
}

/** What it is in a sentence or two; empty for an archetype that nobody has described. */
export function archetypeMeaning(t: Translate, told: Told, id: string): string {
  return told[id]?.description ?? t.known(`archetype.${id}.meaning`, "")
}

export function languageName(t: Translate, code: string): string {
  return t.known(`language.${code}`, code)
}

export function detectorName(t: Translate, id: string, title: string): string {
  return t.known(`detector.${id}`, title)
}

export function fusionName(t: Translate, method: FusionMethod): string {
  return t.known(`fusion.${method}`, method)
}

/** What the detector measures; its title for one that is not known here. */
export function detectorMeaning(t: Translate, id: string, title: string): string {
  return t.known(`detector.${id}.meaning`, title)
}

/** What a plug-in is and where it came from, since nobody here knows what it measures. */
export function pluginMeaning(t: Translate, { kind, source }: PluginSummary, version: number): string {
  return t(`plugin.is.${kind}`, { version, what: printable(source.replace(`${kind} `, "")) })
}

/** Bands read "<30", "100-999" or "730+". */
function bandName(t: Translate, format: Format, kind: "followers" | "age", band: string): string {
  const numbers = (band.match(/\d+/g) ?? []).map((digits) => format.count(Number(digits)))
  const [low = "", high = ""] = numbers
  if (band.startsWith("<")) return t(`cohorts.${kind}.below`, { high: low })
  if (band.endsWith("+")) return t(`cohorts.${kind}.from`, { low })
  if (numbers.length === 2) return t(`cohorts.${kind}.between`, { low, high })
  return t("cohorts.unknown")
}

export function cohortName(t: Translate, format: Format, told: Told, kind: CohortKind, name: string): string {
  if (kind === "archetype") return archetypeName(t, told, name)
  if (kind === "language") return languageName(t, name)
  return bandName(t, format, kind, name)
}

/** A row of the realism report; its English title where the page knows no other. */
export function rowTitle(t: Translate, id: string, title: string): string {
  return t.known(`realism.row.${id}`, title)
}

/** Why a row does not apply. The core says it in English, with numbers in it; `#` stands for them in the key. */
export function rowWhy(t: Translate, why: string): string {
  const [first = "", second = ""] = why.match(/\d+/g) ?? []
  return t.known(`realism.why.${why.replaceAll(/\d+/g, "#")}`, why, { first, second })
}

export function unitName(t: Translate, unit: string): string {
  return t.known(`unit.${unit}`, unit)
}

/** A zone or a limit of the leakage report. */
export function reportTitle(t: Translate, kind: "zone" | "limit", id: string, title: string): string {
  return t.known(`leakage.${kind}.${id}`, title)
}

interface Feature {
  readonly id: string
  readonly title: string
  /** A kind of evidence, or a detector's id. */
  readonly of: string
}

/** A raw feature of evidence, or one of a detector, after what it is of. */
export function featureName(t: Translate, { id, title, of }: Feature): string {
  const known = t.known(`feature.${of}.${id}`, t.known(`leakage.feature.${of}.${id}`, title))
  const owner = t.known(`detector.${of}`, t.known(`leakage.of.${of}`, of))
  return t("leakage.named", { owner, name: known })
}
