/** From tallies to power: how often a figure is found to have regressed, and from what size on it mostly is. */
import { type Share, shareOf, type Tally } from "./tally.ts"

/** The share of checks of a single scenario in which a figure regressed. */
export function powerOf(tally: Tally, row: string): Share {
  const found = tally.rows.get(row)
  return shareOf(found?.outcomes.regress ?? 0, tally.checks)
}

export interface PowerPoint {
  /** How much worse the figure is in truth, above 0. */
  readonly effect: number
  readonly power: number
}

/** The effect at which power reaches `wanted`, between the two tried sizes around it; null when none that was tried does. */
export function effectFound(points: readonly PowerPoint[], wanted: number): number | null {
  const rising = [{ effect: 0, power: 0 }, ...[...points].sort((a, b) => a.effect - b.effect)]
  const at = rising.findIndex(({ power }) => power >= wanted)
  if (at <= 0) return null
  const [below, above] = [rising[at - 1]!, rising[at]!]
  const along = (wanted - below.power) / (above.power - below.power)
  return below.effect + along * (above.effect - below.effect)
}
