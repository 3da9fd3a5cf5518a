/**
 * Who reports whom. Careful readers report what is spam; careless ones report what they dislike, whoever is
 * behind it; brigades gang up on creators whom a crowd wants gone. Most reports are wrong.
 */
import { below, poisson } from "../random/distributions.ts"
import type { Random } from "../random/streams.ts"
import { placeOf } from "./posting.ts"
import type { World } from "./world.ts"

/** Careless reports a month against an account of 1,000 followers. */
const CARELESS = 0.1
/** Share of the accounts with a following that a brigade attacks within a month. */
const BRIGADED = 0.012

export interface ReceivedReport {
  time: number
  reporter: number
}

/** All reports that an account receives in the period, sorted by time. */
export function drawReports(world: World, account: number, random: Random): ReceivedReport[] {
  const { columns, periodSeconds } = world
  const archetype = world.archetypes[columns.archetype[account]]
  const months = world.scenario.days / 30
  const reach = reachOf(columns.followers[account])
  const received: ReceivedReport[] = []
  const file = (count: number, careful: boolean, from: number, span: number) => {
    for (let k = 0; k < count; k++) {
      received.push({
        time: Math.floor(from + random() * span),
        reporter: drawReporter(world, account, careful, random),
      })
    }
  }
  const { earliest } = placeOf(world, account)
  const span = periodSeconds - earliest
  file(poisson(archetype.annoyance * reach * months, random), true, earliest, span)
  file(poisson(CARELESS * reach * months, random), false, earliest, span)
  const isAttacked = columns.followers[account] > 500 && random() < BRIGADED * months
  if (isAttacked) file(8 + poisson(14, random), false, earliest + random() * span * 0.95, 6 * 3600)
  for (const report of received) report.time = Math.min(report.time, periodSeconds - 1)
  return received.sort((a, b) => a.time - b.time || a.reporter - b.reporter)
}

/** Exposure to reporters: 1 at 1,000 followers, growing with the cube root. */
function reachOf(followers: number): number {
  return Math.cbrt((followers + 20) / 1000)
}

/** Some account other than the reported one: careful or careless in proportion to its habit. */
function drawReporter(world: World, account: number, careful: boolean, random: Random): number {
  for (;;) {
    const reporter = below(world.accounts, random)
    const care = world.columns.care[reporter]
    if (reporter !== account && random() < (careful ? care : 1 - care)) return reporter
  }
}
