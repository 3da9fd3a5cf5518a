/**
 * When an account is there at all: spells of activity and absences, weekdays, the hours that it keeps, and the time
 * zones that it travels through. Publishing and interacting follow the same rhythm, since the same hand does both.
 *
 * Everybody lives by the same clock of work and meals; what differs is when one sleeps. So that all together show the
 * rhythm published for Weibo (least at 4, most at 22 o'clock), those who are awake at its edges do the more then.
 */
import {
  type Alias,
  aliasTable,
  below,
  drawAlias,
  exponential,
  gamma,
  geometric,
  normal,
  poisson,
} from "../random/distributions.ts"
import type { Random, Stage } from "../random/streams.ts"
import { eventStream } from "./adaptation.ts"
import type { Phase, Traits } from "./traits.ts"
import { DAY, firstWeekday, PLATFORM_TIME_ZONE, type World } from "./world.ts"

const HOUR = 3600

/** How much somebody who is awake does, by local hour. */
const WAKING_RHYTHM = [
  6.6, 4.2, 2.4, 0.8, 0.2, 0.5, 2.7, 6.4, 6.7, 6.3, 5.8, 5.3, 5.5, 5.2, 4.8, 4.8, 4.8, 4.8, 4.9, 5.0, 5.5,
  6.1, 6.9, 7.1,
]
const hoursOfDay: Alias = aliasTable(WAKING_RHYTHM)

const SATURDAY = 5

/** The middle of the night of somebody who lives by the platform's rhythm, and half its length, hours. */
const NIGHT_MIDDLE = 4.5
const NIGHT_HALF = 3.5

/** Mean days that a spell of much or little activity lasts. */
const SPELL_DAYS = 5
/** Mean days that a trip lasts. */
const TRIP_DAYS = 6

/** The days and the clock of one phase of an account's life. */
export interface Rhythm {
  readonly traits: Traits
  /** Seconds of the period within which the account lives so; the second exclusive. */
  readonly from: number
  readonly until: number
  /** Cumulative activity by day of the period, ending at 1. */
  readonly days: Float64Array
  /** How long the account sits in each spell, of its mean over all that it does, by day of the period. */
  readonly zest: Float64Array
  /** Seconds to add to the account's local time to get the platform's, by day of the period. */
  readonly shift: Int32Array
}

/** The rhythms of an account's phases, in order; the same each time they are drawn. */
export function drawRhythms(
  world: World,
  account: number,
  phases: readonly Phase[],
  rhythms: Stage,
): readonly Rhythm[] {
  const random = eventStream(world, "rhythm", account, rhythms.at(account))
  const weekday = firstWeekday(world.scenario)
  const home = world.columns.timeZone[account]
  return phases.map(({ traits, from, until }) => ({
    traits,
    from,
    until,
    ...drawDays(traits, from, until, weekday, random),
    shift: drawShift(traits, until, home, random),
  }))
}

/**
 * Days' weights: a gamma a spell, so that there are busy weeks and absences, and an exponential a day. In a busy
 * spell one also sits longer; in a quiet one one looks in and is gone.
 */
function drawDays(
  traits: Traits,
  from: number,
  until: number,
  weekday: number,
  random: Random,
): Pick<Rhythm, "days" | "zest"> {
  const count = Math.ceil(until / DAY)
  const days = new Float64Array(count)
  const zest = new Float64Array(count)
  const { weekend } = traits.archetype.time
  let total = 0
  let weighted = 0
  let spell = 0
  let left = 0
  for (let day = Math.floor(from / DAY); day < count; day++) {
    if (left-- <= 0) {
      spell = gamma(traits.dayShape, random)
      left = geometric(1 / SPELL_DAYS, random)
    }
    const isWeekend = (weekday + day) % 7 >= SATURDAY
    const weight = (isWeekend ? weekend : 1) * spell * exponential(1, random)
    total += weight
    weighted += weight * spell * spell
    days[day] = total
    zest[day] = spell * spell
  }
  if (!(weighted > 0)) return { days: days.fill(1, count - 1), zest: zest.fill(1) }
  return { days: days.map((sum) => sum / total), zest: zest.map((square) => (square * total) / weighted) }
}

/** Home's time zone, and on trips another one. */
function drawShift(traits: Traits, until: number, home: number, random: Random): Int32Array {
  const days = Math.ceil(until / DAY)
  const shift = new Int32Array(days).fill((PLATFORM_TIME_ZONE - home) * HOUR)
  const trips = poisson((traits.archetype.time.trips * days) / 30, random)
  for (let trip = 0; trip < trips; trip++) {
    const first = below(days, random)
    const length = 2 + geometric(1 / (TRIP_DAYS - 1), random)
    const zone = below(24, random) - 11
    shift.fill((PLATFORM_TIME_ZONE - zone) * HOUR, first, first + length)
  }
  return shift
}

/** A moment at which the account does something, in seconds of the period. */
export function drawMoment(rhythm: Rhythm, random: Random): number {
  const day = drawDay(rhythm.days, random)
  return within(rhythm, day * DAY + drawTimeOfDay(rhythm.traits, random) + rhythm.shift[day])
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

/** Mean length of a sitting that begins at a moment, of an account that sits for `mean` events. */
export const lengthAt = ({ zest }: Rhythm, moment: number, mean: number): number =>
  1 + (mean - 1) * zest[Math.floor(moment / DAY)]

/** Seconds after local midnight: about the favourite hour, by the platform's rhythm, or at any hour. */
export function drawTimeOfDay(traits: Traits, random: Random): number {
  if (random() < traits.sleepless) return random() * DAY
  for (;;) {
    const hour =
      random() < traits.peakShare
        ? traits.peakHour + 0.8 * normal(random)
        : drawHour(random) + traits.archetype.time.late
    if (isAwake(traits, hour)) return wrap(hour, 24) * HOUR
  }
}

/** An hour of the day, by how much people do at it. */
export const drawHour = (random: Random): number => drawAlias(hoursOfDay, random) + random()

export function isAwake(traits: Traits, hour: number): boolean {
  const fromNight = wrap(hour - NIGHT_MIDDLE - traits.chronotype + 12, 24) - 12
  return Math.abs(fromNight) > NIGHT_HALF
}

/** Remainder in [0, size), also of negative numbers. */
export function wrap(value: number, size: number): number {
  return value - size * Math.floor(value / size)
}

/** Wraps a time into the phase; whole seconds. */
export function within({ from, until }: Pick<Rhythm, "from" | "until">, time: number): number {
  return Math.floor(from + wrap(time - from, until - from))
}
