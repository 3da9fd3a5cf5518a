/** Names of things that come from data, in the reader's language. */
import type { CohortKind } from "../core/evaluation/index.ts"
import type { Format } from "./format.ts"
import type { Translate } from "./i18n/index.ts"

/** "merchant-with-scheduler" -> "merchant with scheduler". */
function plain(id: string): string {
  return id.replaceAll("-", " ")
}

export function archetypeName(t: Translate, id: string): string {
  return t.known(`archetype.${id}`, plain(id))
}

/** One sentence; empty for an archetype that is not known here. */
export function archetypeMeaning(t: Translate, id: string): string {
  return t.known(`archetype.${id}.meaning`, "")
}

export function languageName(t: Translate, code: string): string {
  return t.known(`language.${code}`, code)
}

export function detectorName(t: Translate, id: string, title: string): string {
  return t.known(`detector.${id}`, title)
}

/** What the detector measures; its title for one that is not known here. */
export function detectorMeaning(t: Translate, id: string, title: string): string {
  return t.known(`detector.${id}.meaning`, title)
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

export function cohortName(t: Translate, format: Format, kind: CohortKind, name: string): string {
  if (kind === "archetype") return archetypeName(t, name)
  if (kind === "language") return languageName(t, name)
  return bandName(t, format, kind, name)
}
