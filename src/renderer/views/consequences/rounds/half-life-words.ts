/** How long the threshold holds, in words. */
import type { HalfLife } from "../../../../api/contract.ts"
import { type Format, NOTHING } from "../../../format.ts"
import type { Translate } from "../../../i18n/index.ts"
import type { Drawn } from "./lines.ts"

const UNKNOWN = {
  "one-round": "rounds.halfLife.oneRound",
  "no-managed": "rounds.halfLife.noManaged",
  "none-caught": "rounds.halfLife.noneCaught",
} as const

/** Against whom it holds shortest; where that is nobody within what was played, that. */
export function headline(t: Translate, format: Format, drawn: readonly Drawn[]): string {
  const fallen = drawn.flatMap(({ name, report: { halfLife } }) =>
    halfLife.ofMean === null ? [] : [{ name, halfLife, rounds: halfLife.ofMean }],
  )
  const shortest = fallen.toSorted((a, b) => a.rounds - b.rounds)[0]
  if (shortest === undefined) {
    const known = drawn.filter(({ report }) => report.halfLife.unknown === null)
    const [one] = drawn
    if (known.length === 0) return t(UNKNOWN[one!.report.halfLife.unknown!])
    const within = Math.min(...known.map(({ report }) => report.halfLife.within))
    const found = t(within === 1 ? "rounds.halfLife.longer.one" : "rounds.halfLife.longer", {
      within: format.count(within),
    })
    return [found, ...howSure(t, format, known)].join(" ")
  }
  const { name, halfLife, rounds } = shortest
  const told = { name, rounds: format.decimal(rounds, 1), ends: halfLifeEnds(t, format, halfLife) ?? "" }
  return halfLife.interval === null
    ? t("rounds.halfLife.reachedOnce", told)
    : t(drawn.length === 1 ? "rounds.halfLife.reached" : "rounds.halfLife.shortest", told)
}

/** Of those that fell to half nowhere: whether the interval of any reaches into what was played. */
function howSure(t: Translate, format: Format, drawn: readonly Drawn[]): readonly string[] {
  const reaching = drawn.flatMap(({ name, report: { halfLife } }) => {
    const low = halfLife.interval?.low ?? null
    return low === null ? [] : [{ name, low, within: halfLife.within }]
  })
  const [least] = reaching.toSorted((a, b) => a.low - b.low)
  if (least !== undefined) {
    const { name, low, within } = least
    const told = { name, low: format.decimal(low, 1), within: format.count(within) }
    return [t("rounds.halfLife.longer.unsure", told)]
  }
  const isMeasured = drawn.every(({ report }) => report.halfLife.interval !== null)
  return isMeasured ? [t("rounds.halfLife.longer.sure")] : []
}

/** A dash where there is none to measure. */
export function halfLifeText(t: Translate, format: Format, { ofMean, within, unknown }: HalfLife): string {
  if (unknown !== null) return NOTHING
  return ofMean === null
    ? t("rounds.longerThan", { rounds: format.count(within) })
    : format.decimal(ofMean, 1)
}

/** null of one population, which has no interval, and of one round. */
export function halfLifeEnds(t: Translate, format: Format, { interval, within }: HalfLife): string | null {
  if (interval === null || within === 0) return null
  const longer = t("rounds.longerThan", { rounds: format.count(within) })
  const [low, high] = [interval.low, interval.high].map((end) =>
    end === null ? longer : format.decimal(end, 1),
  )
  return interval.low === null ? longer : `${low} – ${high}`
}
