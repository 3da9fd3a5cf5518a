/**
 * When accounts publish. People post in sittings whose gaps have heavy tails, at their own hours, on some
 * days much and on many not at all; tools publish at set times, a little late. Most managed accounts do both.
 *
 * Sittings (bursts) with heavy-tailed gaps follow Barabasi 2005 (Nature 435) and Vazquez et al. 2006;
 * the platform's rhythm by the hour is the one published for Weibo (least at 4, most at 22 o'clock).
 */
import {
  type Alias,
  aliasTable,
  drawAlias,
  exponential,
  gamma,
  geometric,
  logNormal,
  normal,
} from "../random/distributions.ts"
import { type Random, stage } from "../random/streams.ts"
import type { Archetype } from "./archetypes/archetype.ts"
import { type TraitStages, type Traits, traitStages, traitsOf } from "./traits.ts"
import { DAY, firstWeekday, PLATFORM_TIME_ZONE, type World } from "./world.ts"

const HOUR = 3600

/** Share of a platform's activity by local hour, per cent. */
const PLATFORM_RHYTHM = [
  4.6, 2.7, 1.5, 0.9, 0.6, 0.8, 1.6, 3.0, 4.4, 5.2, 5.5, 5.5, 5.6, 5.4, 5.2, 5.2, 5.2, 5.2, 5.2, 5.3, 5.8,
  6.3, 6.7, 6.0,
]
const rhythm: Alias = aliasTable(PLATFORM_RHYTHM)

/** Activity by day of the week, Monday first. */
const WEEKDAY = [1, 1, 1, 1, 1.02, 1.08, 1.06]

/** The middle of the night of somebody who lives by the platform's rhythm, and half its length, hours. */
const NIGHT_MIDDLE = 4.5
const NIGHT_HALF = 3.5

/** Seconds after local midnight at which the account does something. */
export function drawTimeOfDay(traits: Traits, random: Random): number {
  for (;;) {
    const hour =
      random() < traits.peakShare
        ? traits.peakHour + traits.chronotype + 0.8 * normal(random)
        : drawAlias(rhythm, random) + random() + traits.chronotype
    if (isAwake(traits, hour) || random() < traits.sleepless) return wrap(hour, 24) * HOUR
    if (random() < traits.sleepless) return random() * DAY
  }
}

export function isAwake(traits: Traits, hour: number): boolean {
  const fromNight = wrap(hour - NIGHT_MIDDLE - traits.chronotype + 12, 24) - 12
  return Math.abs(fromNight) > NIGHT_HALF
}

/** Remainder in [0, size), also of negative numbers. */
export function wrap(value: number, size: number): number {
  return value - size * Math.floor(value / size)
}

/** Cumulative activity by day, scaled to end at 1: gamma-distributed, so that there are busy days and absences. */
function drawDays(traits: Traits, place: Place, random: Random): Float64Array {
  const days = Math.ceil(place.period / DAY)
  const startDay = Math.floor(place.earliest / DAY)
  const cumulative = new Float64Array(days)
  let total = 0
  for (let day = 0; day < days; day++) {
    if (day >= startDay) total += WEEKDAY[(place.weekday + day) % 7] * gamma(traits.dayShape, random)
    cumulative[day] = total
  }
  if (total > 0) for (let day = 0; day < days; day++) cumulative[day] /= total
  else cumulative[days - 1] = 1
  return cumulative
}

function drawDay(cumulative: Float64Array, random: Random): number {
  const u = random()
  let low = 0
  let high = cumulative.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (cumulative[middle] > u) high = middle
    else low = middle + 1
  }
  return low
}

interface Place {
  /** Seconds to add to a local time to get one of the platform. */
  readonly shift: number
  readonly period: number
  readonly earliest: number
  /** Of the period's first day; Monday is 0. */
  readonly weekday: number
}

/** Draws `count` publication times into out from `at`, sorted, in seconds of the period. */
export function drawPostTimes(
  traits: Traits,
  count: number,
  place: Place,
  random: Random,
  out: Uint32Array,
  at: number,
): void {
  if (count === 0) return
  const byTool = Math.round(count * traits.byTool)
  if (byTool > 0) drawToolTimes(traits, byTool, place, random, out, at)
  drawSittings(traits, count - byTool, place, random, out, at + byTool)
  out.subarray(at, at + count).sort()
}

/** Tools wake at whole minutes, whoever uses them, and are some seconds late. */
function drawToolTimes(
  traits: Traits,
  count: number,
  place: Place,
  random: Random,
  out: Uint32Array,
  at: number,
): void {
  const draw = TOOLS[traits.archetype.posting.tool](traits, count, place, random)
  for (let post = 0; post < count; post++) {
    out[at + post] = inPeriod(60 * Math.floor(draw(post) / 60) + exponential(traits.toolDelay, random), place)
  }
}

/** How each tool chooses the moment of its k-th post. */
const TOOLS: Record<
  Archetype["posting"]["tool"],
  (traits: Traits, count: number, place: Place, random: Random) => (post: number) => number
> = {
  interval(traits, count, place, random) {
    const gap = (place.period - place.earliest) / count
    const phase = random() * gap
    return (post) => place.earliest + phase + post * gap + traits.intervalJitter * gap * normal(random)
  },

  // A slot is used once: whoever plans ahead does not plan two posts for one minute, while there are free ones.
  slots({ slots }, _count, place, random) {
    const firstDay = Math.floor(place.earliest / DAY)
    const cells = Math.max(1, Math.floor(place.period / DAY) - firstDay) * slots.length
    const used = new Set<number>()
    return () => {
      let cell = Math.floor(random() * cells)
      while (used.size < cells && used.has(cell)) cell = (cell + 1) % cells
      used.add(cell)
      return (firstDay + Math.floor(cell / slots.length)) * DAY + slots[cell % slots.length] + place.shift
    }
  },

  // What is to look like people is given busy days and lulls like theirs.
  spread(traits, _count, place, random) {
    const days = drawDays(traits, place, random)
    return () => drawDay(days, random) * DAY + drawTimeOfDay(traits, random) + place.shift
  },
}

function drawSittings(
  traits: Traits,
  count: number,
  place: Place,
  random: Random,
  out: Uint32Array,
  at: number,
): void {
  const days = drawDays(traits, place, random)
  for (let post = 0; post < count; ) {
    let time = drawDay(days, random) * DAY + drawTimeOfDay(traits, random) + place.shift
    const sitting = Math.min(count - post, 1 + geometric(1 / traits.perSession, random))
    for (let k = 0; k < sitting; k++) {
      out[at + post++] = inPeriod(time, place)
      time += 20 + logNormal(400, 1.3, random)
    }
  }
}

/** Wraps a time into what the account has of the period. */
export function inPeriod(time: number, place: Place): number {
  return Math.floor(place.earliest + wrap(time - place.earliest, place.period - place.earliest))
}

export function placeOf(world: World, account: number): Place {
  const { timeZone, ageDays } = world.columns
  return {
    weekday: firstWeekday(world.scenario),
    shift: (PLATFORM_TIME_ZONE - timeZone[account]) * HOUR,
    period: world.periodSeconds,
    earliest: Math.max(0, Math.min(world.periodSeconds - DAY, Math.floor(-ageDays[account] * DAY))),
  }
}

/** Fills the world's post times for accounts from `first` up to, not including, `end`. */
export function drawPosts(
  world: World,
  first: number,
  end: number,
  stages: TraitStages = traitStages(world.scenario.seed),
): void {
  const posting = stage(world.scenario.seed, "posting")
  const { postOffset } = world.columns
  for (let account = first; account < end; account++) {
    const count = postOffset[account + 1] - postOffset[account]
    if (count === 0) continue
    const traits = traitsOf(world, account, stages)
    drawPostTimes(
      traits,
      count,
      placeOf(world, account),
      posting.at(account),
      world.postTime,
      postOffset[account],
    )
  }
}
