/** In which order accounts that changed side are told, and which of them where there is no room for all. */
import {
  type FlipGroup,
  GATE_FLIPS,
  type GateFlip,
  type GateRow,
  type ScenarioCheck,
} from "../../core/gate/report.ts"
import type { GateFigure } from "../../core/gate/settings.ts"
import { worstFirst } from "../../core/gate/worst-first.ts"

/** Flips that make a figure worse, and those that make it better; an area under a curve moves without any. */
const MOVED_BY: Partial<Readonly<Record<GateFigure, readonly [worse: GateFlip, better: GateFlip]>>> = {
  recall: ["newlyMissed", "newlyCaught"],
  recallAtFpr1: ["newlyMissed", "newlyCaught"],
  fpr: ["newlyHit", "newlyCleared"],
  precision: ["newlyHit", "newlyCleared"],
}

const explains = ({ figure, outcome }: GateRow) => MOVED_BY[figure]?.[outcome === "improve" ? 1 : 0]

/**
 * Kinds in the order of the rows that they explain, the worst first, then the others, harm first. Of a kind first the
 * archetypes that are such a row themselves, then the largest groups.
 */
export function orderedFlips({ figures, cohorts, flips }: ScenarioCheck): readonly FlipGroup[] {
  const rows = worstFirst([...figures, ...cohorts])
  const kinds = [...new Set([...rows.flatMap((row) => explains(row) ?? []), ...GATE_FLIPS])]
  const places = new Map<string, number>()
  for (const [place, row] of rows.entries()) {
    const key = `${explains(row)} ${row.cohort?.name}`
    if (row.cohort?.kind === "archetype" && !places.has(key)) places.set(key, place)
  }
  const placeOf = ({ flip, archetype }: FlipGroup) => places.get(`${flip} ${archetype}`) ?? rows.length
  // Groups that are alike in all of this keep the order of the report, by name.
  return [...flips].sort(
    (a, b) =>
      kinds.indexOf(a.flip) - kinds.indexOf(b.flip) ||
      placeOf(a) - placeOf(b) ||
      b.accounts.length - a.accounts.length,
  )
}

/** Groups of each other kind than the first, where there is no room for all. */
const FEW = 2

/** At most so many groups, in order; of each kind that happened at least the largest. `most`: 4 or more. */
export function shownFlips(check: ScenarioCheck, most: number): readonly FlipGroup[] {
  const ordered = orderedFlips(check)
  const kinds = [...new Set(ordered.map(({ flip }) => flip))]
  const few = Math.min(FEW, Math.floor(most / kinds.length))
  const kept = new Set<FlipGroup>()
  for (const kind of kinds) {
    const own = ordered.filter(({ flip }) => flip === kind)
    const largest = own.reduce((best, group) => (group.accounts.length > best.accounts.length ? group : best))
    for (const group of [largest, ...own.filter((one) => one !== largest)].slice(0, few)) kept.add(group)
  }
  // Kinds that explain rows as bad as the worst share what room is left.
  const rows = worstFirst([...check.figures, ...check.cohorts])
  const leading = new Set(rows.filter(({ outcome }) => outcome === rows[0]?.outcome).map(explains))
  const placeInKind = (group: FlipGroup) => ordered.filter(({ flip }) => flip === group.flip).indexOf(group)
  const next = ordered.filter(({ flip }) => leading.has(flip)).sort((a, b) => placeInKind(a) - placeInKind(b))
  for (const group of [...next, ...ordered]) if (kept.size < most) kept.add(group)
  return ordered.filter((group) => kept.has(group))
}

/** What "loudest" in a group means. */
export const LOUDEST_TOLD =
  "loudest: the detector that adds most to the flag (to the one before, of accounts no longer flagged); it need not have changed"
