/**
 * The statistics that a generated population and a real log are compared by, each a list of values: of events, of
 * accounts or of notes. Both sides go through the same functions.
 */
import { burstiness, memory } from "../detection/behaviour/burstiness.ts"
import { type Evidence, type Interactions, NONE, STYLE_WINDOW } from "../evidence/evidence.ts"
import { gapsOf, merged } from "./behaviour-gaps.ts"
import { entropyOf, hourCounts, quietShare } from "./behaviour-hours.ts"
import { sessionSizes } from "./behaviour-sessions.ts"

const STATISTICS = [
  { id: "gap", title: "Gap between an account's events", unit: "seconds" },
  { id: "burstiness", title: "Burstiness B of the gaps, accounts with 20 or more events", unit: "" },
  { id: "memory", title: "Memory M of the gaps, accounts with 20 or more events", unit: "" },
  { id: "session-events", title: "Events in a session (no gap above 30 minutes)", unit: "count" },
  { id: "hour", title: "Hour of day of an event", unit: "hours" },
  { id: "hour-entropy", title: "Entropy of the hour, accounts with 20 or more events", unit: "bits" },
  {
    id: "quiet-share",
    title: "Share of events in the quietest eight hours, the same accounts",
    unit: "share",
  },
  {
    id: "latency",
    title: "Time from an object's first event to another account's action on it",
    unit: "seconds",
  },
  { id: "note-length", title: "Units of text in a note", unit: "count" },
  { id: "sentence-variation", title: "Coefficient of variation of a note's sentence lengths", unit: "" },
  { id: "type-token-ratio", title: `Distinct units of a note's first ${STYLE_WINDOW}`, unit: "share" },
  { id: "marks", title: "Exclamation, question and tilde marks a character, by account", unit: "share" },
  {
    id: "self-duplicates",
    title: "Share of notes that repeat one of the account's own, 10 or more",
    unit: "share",
  },
] as const

export type StatisticId = (typeof STATISTICS)[number]["id"]
export const AGAINST_STATISTICS: readonly { id: StatisticId; title: string; unit: string }[] = STATISTICS

/** Evidence that is compared, and how to read it. */
export interface Watched {
  readonly tiles: readonly Evidence[]
  /** Whether an account, by its number in the population, counts. */
  readonly counts: (account: number) => boolean
  /** Whether a row of the log became a post and an interaction both, so that posts are all events there are. */
  readonly eachIsBoth: boolean
  /** Unix seconds of local clocks at the tiles' second 0, as if the place were in UTC. */
  readonly clockStart: number
  /** Seconds from an object's first event to the tile's interaction; NONE when unknown or the first itself. */
  readonly latency: (interactions: Interactions, index: number) => number
}

/** Fewer events than this have no rhythm, as in the published figures. */
const LEAST_EVENTS = 20
const LEAST_NOTES = 4
const LEAST_REPEATABLE = 10
const DAY = 86_400

type Values = Readonly<Record<StatisticId, number[]>>

/** All values of every statistic, ascending. */
export function valuesOf(watched: Watched): Readonly<Record<StatisticId, Float64Array>> {
  const values = Object.fromEntries(STATISTICS.map(({ id }) => [id, []])) as unknown as Values
  for (const tile of watched.tiles) {
    for (let account = 0; account < tile.accountCount; account++) {
      if (!watched.counts(tile.firstAccount + account)) continue
      addRhythm(values, eventTimes(tile, account, watched), watched.clockStart)
      addLatencies(values, tile, account, watched)
      addTexts(values, tile, account)
    }
  }
  return Object.fromEntries(
    Object.entries(values).map(([id, list]) => [id, Float64Array.from(list).sort()]),
  ) as Readonly<Record<StatisticId, Float64Array>>
}

/** Times of all that an account did, ascending. */
export function eventTimes(
  { posts, interactions }: Evidence,
  account: number,
  { eachIsBoth }: Pick<Watched, "eachIsBoth">,
): Float64Array {
  const posted = posts?.time.subarray(posts.offset[account], posts.offset[account + 1]) ?? []
  if (eachIsBoth) return Float64Array.from(posted)
  const acted =
    interactions?.time.subarray(interactions.offset[account], interactions.offset[account + 1]) ?? []
  return merged(posted, acted)
}

function addRhythm(values: Values, times: Float64Array, clockStart: number): void {
  const gaps = gapsOf(times)
  const clock = times.map((time) => (time + clockStart) % DAY)
  for (const gap of gaps) values.gap.push(gap)
  for (const size of sessionSizes(times)) values["session-events"].push(size)
  for (const second of clock) values.hour.push(second / 3600)
  if (times.length < LEAST_EVENTS) return
  const hours = hourCounts(clock)
  add(values.burstiness, burstiness(gaps))
  add(values.memory, memory(gaps))
  add(values["hour-entropy"], entropyOf(hours))
  add(values["quiet-share"], quietShare(hours))
}

function addLatencies(
  values: Values,
  { interactions }: Evidence,
  account: number,
  { latency }: Watched,
): void {
  if (!interactions) return
  for (let i = interactions.offset[account]; i < interactions.offset[account + 1]; i++) {
    const seconds = latency(interactions, i)
    if (seconds !== NONE) values.latency.push(seconds)
  }
}

function addTexts(values: Values, { posts }: Evidence, account: number): void {
  if (!posts?.style) return
  const { style, tokenOffset, tokens } = posts
  const from = posts.offset[account]
  const to = posts.offset[account + 1]
  let marks = 0
  let characters = 0
  const notes = new Set<string>()
  for (let post = from; post < to; post++) {
    if (style.units[post] > 0) values["note-length"].push(style.units[post])
    add(values["sentence-variation"], style.sentenceVariation[post])
    if (style.types[post] > 0) values["type-token-ratio"].push(style.types[post] / STYLE_WINDOW)
    marks += style.marks[post]
    characters += style.characters[post]
    if (tokens && tokenOffset) notes.add(tokens.subarray(tokenOffset[post], tokenOffset[post + 1]).join())
  }
  if (to - from >= LEAST_NOTES && characters > 0) values.marks.push(marks / characters)
  if (to - from >= LEAST_REPEATABLE && tokens) values["self-duplicates"].push(1 - notes.size / (to - from))
}

function add(list: number[], value: number): void {
  if (!Number.isNaN(value)) list.push(value)
}

/** Latencies of a log: no publication is known, so an object's first event stands for it. */
export function sinceFirstEvent({ interactions, accountCount }: Evidence): Watched["latency"] {
  const first = new Map<number, { time: number; owner: number }>()
  const owner = new Uint32Array(interactions?.time.length ?? 0)
  for (let account = 0; interactions && account < accountCount; account++) {
    for (let i = interactions.offset[account]; i < interactions.offset[account + 1]; i++) {
      owner[i] = account
      const earlier = first.get(interactions.object[i])
      if (!earlier || interactions.time[i] < earlier.time)
        first.set(interactions.object[i], { time: interactions.time[i], owner: account })
    }
  }
  return ({ object, time }, i) => {
    const start = object[i] === NONE ? undefined : first.get(object[i])
    return !start || start.owner === owner[i] ? NONE : time[i] - start.time
  }
}

/** Latencies of generated evidence, which knows when a post was published. */
export const sincePublication: Watched["latency"] = ({ latency }, i) => latency?.[i] ?? NONE
