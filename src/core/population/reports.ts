/**
 * Who reports whom. Careful readers report what is spam; careless ones report what they dislike, whoever is
 * behind it; brigades gang up on creators whom a crowd wants gone. Most reports are wrong, and a few people file
 * most of them.
 */
import { below, exponential, logNormal, poisson } from "../random/distributions.ts"
import type { Random } from "../random/streams.ts"
import { drawAttackers } from "./network/brigades.ts"
import { neighboursOf, popularPlace } from "./network/neighbourhood.ts"
import { firstSecond } from "./traits.ts"
import { DAY, type World } from "./world.ts"

export interface ReceivedReport {
  time: number
  reporter: number
}

/** Share of the reports that readers of one's own community file. */
const FROM_COMMUNITY = 0.35
/** Share of the reports that a post calls forth, and seconds after it, median and log-SD. */
const AFTER_POST = 0.7
const DELAY = { median: 6 * 3600, sigma: 1.5 }
/** Creators with fewer followers are nobody's enemies. */
const LEAST_ATTACKED = 500
/** Within these seconds an attack is over; half of it comes in the first hour or so. */
const ATTACK = 6 * 3600
const ATTACK_MEAN_DELAY = 1.5 * 3600

/** All reports that an account receives in the period, sorted by time; nobody reports it twice. */
export function drawReports(world: World, account: number, random: Random): ReceivedReport[] {
  const { careless } = world.scenario.population.reports
  const received = new Map<number, number>()
  for (const { from, until, annoyance } of spansOf(world, account)) {
    const exposure = (reachOf(world.columns.followers[account]) * (until - from)) / (30 * DAY)
    for (const [rate, careful] of [
      [annoyance, true],
      [careless, false],
    ] as const) {
      for (let count = poisson(rate * exposure, random); count > 0; count--) {
        const reporter = drawReporter(world, account, careful, random)
        received.set(reporter, drawMoment(world, account, from, until, random))
      }
    }
  }
  attack(world, account, random, received)
  return Array.from(received, ([reporter, time]) => ({ time, reporter })).sort(
    (a, b) => a.time - b.time || a.reporter - b.reporter,
  )
}

/** Spans of the period within which an account annoys careful readers as much as its kind does. */
function spansOf(world: World, account: number): { from: number; until: number; annoyance: number }[] {
  const { columns, archetypes, formerly, periodSeconds } = world
  const kind = columns.archetype[account]
  const { annoyance } = archetypes[kind].reach
  const former = formerly[kind]
  const start = firstSecond(world, account)
  const switched = Math.floor(columns.fromDay[account] * DAY)
  if (former === null || switched <= start) return [{ from: start, until: periodSeconds, annoyance }]
  return [
    { from: start, until: switched, annoyance: former.reach.annoyance },
    { from: switched, until: periodSeconds, annoyance },
  ]
}

/** Exposure to reporters: 1 at 1,000 followers, growing with the cube root. */
function reachOf(followers: number): number {
  return Math.cbrt((followers + 20) / 1000)
}

/** Some account other than the reported one: careful or careless in proportion to its habit. */
function drawReporter(world: World, account: number, careful: boolean, random: Random): number {
  const neighbours = neighboursOf(world, account)
  for (;;) {
    const reporter =
      random() < FROM_COMMUNITY
        ? neighbours[below(neighbours.length, random)]
        : world.columns.keenest[popularPlace(world.accounts, random)]
    const care = world.columns.care[reporter]
    if (reporter !== account && random() < (careful ? care : 1 - care)) return reporter
  }
}

/** A while after one of the account's posts, or any time. */
function drawMoment(world: World, account: number, from: number, until: number, random: Random): number {
  const { postOffset } = world.columns
  const posts = postOffset[account + 1] - postOffset[account]
  if (posts > 0 && random() < AFTER_POST) {
    const post = postOffset[account] + below(posts, random)
    const time = world.postTime[post] + logNormal(DELAY.median, DELAY.sigma, random)
    if (time >= from && time < until) return Math.floor(time)
  }
  return Math.floor(from + random() * (until - from))
}

/** A brigade does not know what runs an account: it goes for whom people follow, and most of these are honest. */
function attack(world: World, account: number, random: Random, received: Map<number, number>): void {
  const { columns, periodSeconds, scenario } = world
  const chance = (scenario.population.reports.brigades * scenario.days) / 30
  if (columns.followers[account] <= LEAST_ATTACKED || random() >= chance) return
  const earliest = firstSecond(world, account)
  const begin = earliest + random() * (periodSeconds - ATTACK - earliest)
  for (const reporter of drawAttackers(world, account, random))
    received.set(reporter, Math.floor(begin + Math.min(ATTACK - 1, exponential(ATTACK_MEAN_DELAY, random))))
}
