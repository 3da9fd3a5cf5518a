/**
 * What a run will take, before it is run: time from finished runs where there are any, else from a rate that was
 * measured once; memory from the bytes that an account keeps. Ranges, since neither is known to a few percent.
 */
import { detectorsNamed } from "./detection/registry.ts"
import { siblingOf } from "./pipeline.ts"
import type { Amount } from "./population/archetypes/archetype.ts"
import { archetypesOf, shareOf } from "./population/world.ts"
import type { Scenario } from "./scenario/schema.ts"

/** Posts and interactions that a population is expected to hold. */
export interface ExpectedSize {
  readonly accounts: number
  readonly posts: number
  readonly interactions: number
}

/** A run that has been made, as far as its time tells of others. */
export interface FinishedRun {
  readonly id: string
  readonly scenario: Scenario
  readonly seconds: number
}

export interface TimeEstimate {
  readonly seconds: number
  readonly secondsRange: readonly [number, number]
  /** The runs that it was taken from, the nearest in size first; none where it rests on the measured rate. */
  readonly from: readonly { readonly id: string; readonly events: number; readonly seconds: number }[]
}

export interface Estimate extends TimeEstimate {
  /** Posts and interactions to generate, the sibling population's included. */
  readonly events: number
  /** Accounts to simulate, the sibling population's included. */
  readonly accounts: number
  /** Bytes that an account keeps until the run is done. */
  readonly bytesPerAccount: number
  /** Bytes in all at the height of the run. */
  readonly memoryRange: readonly [number, number]
}

/**
 * Microseconds that one post or interaction takes one thread, all detectors at work: a run as large as quickstart by two
 * workers on two cores. `npm run bench` tells it of a machine.
 */
export const MICROSECONDS_AN_EVENT = 16
/** Seconds until the threads are up and a run is written. */
const START_SECONDS = 1.5
/** Another machine may be twice as fast as the one that was measured, or three times slower. */
const UNMEASURED = [0.5, 3] as const
/** The same scenario again, on the same machine. */
const MEASURED = [0.8, 1.3] as const
/** More runs than this tell no more. */
const NEAREST = 5

/** Bytes of the program with two threads, before there are accounts. */
export const PROGRAM_BYTES = 300 * 2 ** 20
/** Columns of a world, see world.ts, and of a run. */
const COLUMN_BYTES = 200
/** Time of a post, its place in the feed, its author. */
const POST_BYTES = 8.1
/** While records are linked and scores compared, there is up to this much for each byte that is kept. */
const LINKING = 2.5

export function estimateRun(scenario: Scenario, finished: readonly FinishedRun[], threads: number): Estimate {
  const populations = populationsOf(scenario).map(sizeOf)
  const accounts = populations.reduce((sum, size) => sum + size.accounts, 0)
  const events = populations.reduce((sum, size) => sum + size.posts + size.interactions, 0)
  const kept = populations.reduce((sum, size) => sum + bytesKept(scenario, size), 0)
  return {
    ...estimateTime(scenario, events, finished, threads),
    events,
    accounts,
    bytesPerAccount: kept / accounts,
    memoryRange: [PROGRAM_BYTES + kept, PROGRAM_BYTES + kept * LINKING],
  }
}

/** The populations that a run generates; with a saved model no sibling. */
function populationsOf(scenario: Scenario): Scenario[] {
  return scenario.fusion.model === null ? [siblingOf(scenario), scenario] : [scenario]
}

const eventsOf = (scenario: Scenario) =>
  populationsOf(scenario)
    .map(sizeOf)
    .reduce((sum, { posts, interactions }) => sum + posts + interactions, 0)

function estimateTime(
  scenario: Scenario,
  events: number,
  finished: readonly FinishedRun[],
  threads: number,
): TimeEstimate {
  // Other detectors take another time; runs of the same ones tell more, whatever their size.
  const alike = finished.filter((run) => sameDetectors(run.scenario, scenario))
  const sized = (alike.length > 0 ? alike : finished).map(({ id, scenario: made, seconds }) => {
    return { id, events: eventsOf(made), seconds }
  })
  const distance = (run: { readonly events: number }) => Math.abs(Math.log(run.events / events))
  const from = sized.sort((a, b) => distance(a) - distance(b)).slice(0, NEAREST)
  if (from.length === 0) {
    const seconds = START_SECONDS + (events * MICROSECONDS_AN_EVENT * 1e-6) / threads
    return { seconds, secondsRange: [seconds * UNMEASURED[0], seconds * UNMEASURED[1]], from }
  }
  const guesses = from.map((run) => scaled(run, events)).sort((a, b) => a - b)
  // The further the nearest run is in size, the less it tells: a run ten times as large widens the range by 1.6.
  const strangeness = Math.exp(0.2 * distance(from[0]!))
  return {
    seconds: scaled(from[0]!, events),
    secondsRange: [
      (guesses[0]! * MEASURED[0]) / strangeness,
      guesses[guesses.length - 1]! * MEASURED[1] * strangeness,
    ],
    from,
  }
}

/** Time beyond the start grows as the events do. */
function scaled(run: { readonly events: number; readonly seconds: number }, events: number): number {
  const start = Math.min(START_SECONDS, run.seconds / 2)
  return start + (run.seconds - start) * (events / run.events)
}

function sameDetectors(a: Scenario, b: Scenario): boolean {
  const [some, others] = [a, b].map(({ detectors }) => [...detectors.use].sort().join())
  return some === others
}

/** By the means of the archetypes in the mix. */
export function sizeOf(scenario: Scenario): ExpectedSize {
  const archetypes = archetypesOf(scenario)
  const total = { authentic: 0, managed: 0 }
  for (const archetype of archetypes) total[archetype.side] += shareOf(scenario, archetype)
  const ofSide = { authentic: 1 - scenario.prevalence, managed: scenario.prevalence }
  let posts = 0
  let interactions = 0
  for (const archetype of archetypes) {
    const { side, posting, interaction } = archetype
    const share = (ofSide[side] * shareOf(scenario, archetype)) / total[side]
    posts += share * meanOf(posting.perDay)
    interactions += share * meanOf(interaction.perDay)
  }
  const accountDays = scenario.accounts * scenario.days
  return {
    accounts: scenario.accounts,
    posts: Math.round(posts * accountDays),
    interactions: Math.round(interactions * accountDays),
  }
}

/** Mean of a lognormal. */
const meanOf = ({ median, sigma }: Amount) => median * Math.exp((sigma * sigma) / 2)

/** Columns of the world and the run, features, and the records that linkage keeps of posts and interactions. */
function bytesKept(scenario: Scenario, size: ExpectedSize): number {
  let bytes = COLUMN_BYTES * size.accounts + POST_BYTES * size.posts
  for (const detector of detectorsNamed(scenario.detectors.use)) {
    bytes += 4 * (detector.features.length + 1) * size.accounts
    const linked = Object.values(detector.linkage?.columns(size) ?? {})
    bytes += 4 * linked.reduce((sum, length) => sum + length, 0)
  }
  return bytes
}
