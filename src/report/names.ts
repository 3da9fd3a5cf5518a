/** Names of what comes from a run, in the report's language. The scenario's own words come first. */
import type { CohortKind } from "../core/evaluation/index.ts"
import type { RunManifest } from "../core/run.ts"
import { count } from "./format.ts"
import { nameOf, type Words } from "./words/index.ts"

export const archetypeName = (words: Words, { scenario }: RunManifest, id: string): string =>
  scenario.archetypes[id]?.title ?? builtInArchetype(words, id)

/** Where no run says what its scenario calls it. */
export const builtInArchetype = (words: Words, id: string) =>
  nameOf(words, `archetype.${id}`, id.replaceAll("-", " "))

/** Of those that are named by their ids, in the run's order. */
export function detectorNames(words: Words, { detectors }: RunManifest, ids: readonly string[]): string {
  return detectors
    .filter(({ id }) => ids.includes(id))
    .map(({ id, title }) => nameOf(words, `detector.${id}`, title))
    .join(words.listSeparator)
}

export function cohortName(words: Words, manifest: RunManifest, kind: CohortKind, name: string): string {
  return kind === "archetype" ? archetypeName(words, manifest, name) : cohortTold(words, kind, name)
}

/** Without a run: an archetype by its built-in name. */
export function cohortTold(words: Words, kind: string, name: string): string {
  if (kind === "archetype") return builtInArchetype(words, name)
  if (kind === "language") return nameOf(words, `language.${name}`, name)
  return bandName(words, kind === "followers" ? words.unitFollowers : words.unitAge, name)
}

/** Bands read "<30", "100-999" or "730+". */
function bandName(words: Words, unit: string, band: string): string {
  const [low = "", high = ""] = (band.match(/\d+/g) ?? []).map((digits) => count(Number(digits)))
  if (low === "") return words.unknown
  if (band.startsWith("<")) return words.bandBelow({ to: low, unit })
  return high === "" ? words.bandFrom({ from: low, unit }) : words.bandBetween({ from: low, to: high, unit })
}
