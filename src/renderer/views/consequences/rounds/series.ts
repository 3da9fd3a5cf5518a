/**
 * The rounds that are looked at together: each a question of its own, played one after another, kept until it is taken
 * away. One at a time, since the server plays one at a time and each that is followed holds a connection.
 */
import type { RoundsQuestion } from "../../../../api/contract.ts"
import type { Marker } from "../../../charts/markers.ts"
import type { MeasuredReport } from "../../../state/reports.ts"
import { roundsReport, subjectOf } from "../../../state/reports.ts"
import { createStore, type Store } from "../../../state/store.ts"
import type { Colours } from "../../../theme.ts"

export interface Look {
  readonly colour: keyof Colours
  readonly dash: readonly number[]
  readonly marker: Marker
}

/** Colour, dash and shape tell the lines apart, each of them alone. */
export const LOOKS: readonly Look[] = [
  { colour: "authentic", dash: [], marker: "circle" },
  { colour: "managed", dash: [9, 4], marker: "square" },
  { colour: "f1", dash: [2, 3], marker: "up" },
  { colour: "falsePositiveRate", dash: [9, 3, 2, 3], marker: "diamond" },
  { colour: "threshold", dash: [14, 3], marker: "down" },
  { colour: "muted", dash: [5, 2], marker: "cross" },
]

export interface Series {
  readonly question: RoundsQuestion
  /** One of LOOKS, which it keeps while others come and go. */
  readonly look: number
}

export interface Lineup {
  readonly series: readonly Series[]
  /** Of the one that is being played, or null. */
  readonly playing: string | null
  /** All that are played in this go, in order, the finished ones too. */
  readonly lot: readonly string[]
}

export interface Rounds {
  readonly lineup: Pick<Store<Lineup>, "get" | "subscribe">
  /** Adds what is not there yet and plays it; of more than LOOKS the oldest leave, but not the one that is played. */
  play(questions: readonly RoundsQuestion[]): void
  /** Plays those that were called off, failed, or were not begun. */
  resume(): void
  /** Ends the one that is played, and begins none of those behind it. */
  cancel(): void
  /** Not of the one that is being played. */
  remove(question: RoundsQuestion): void
}

export function createRounds(
  reports: Pick<MeasuredReport<unknown>, "of" | "subscribe" | "begin" | "cancel">,
): Rounds {
  const lineup = createStore<Lineup>({ series: [], playing: null, lot: [] })
  /**
   * What follows the one that is played: those behind it, nothing once it is called off, or all that are unplayed where
   * more was asked for before the end of what was called off was told.
   */
  let then: "behind" | "nothing" | "unplayed" = "behind"

  const isReady = (subject: string) => reports.of(subject)?.state === "ready"

  const unplayed = () =>
    lineup
      .get()
      .series.map(({ question }) => subjectOf(question))
      .filter((subject) => !isReady(subject))

  function playNext(tried: readonly string[]): void {
    const behind = unplayed().filter((subject) => !tried.includes(subject))
    const [playing = null] = behind
    lineup.set({ ...lineup.get(), playing, lot: [...tried, ...behind] })
    if (playing === null) return
    const stop = reports.subscribe(() => {
      const state = reports.of(playing)?.state
      if (state === "measuring" || state === undefined) return
      stop()
      if (then === "unplayed") playFirst()
      else if (then === "nothing" || state === "cancelled") lineup.set({ ...lineup.get(), playing: null })
      else playNext([...tried, playing])
    })
    reports.begin(playing)
  }

  function playFirst(): void {
    then = "behind"
    playNext([])
  }

  /** Whatever is added while others are played follows them. */
  function resume(): void {
    const { playing, lot } = lineup.get()
    if (playing === null) {
      playFirst()
      return
    }
    if (then === "nothing") then = "unplayed"
    const behind = unplayed()
    const stays = lot.filter((subject) => isReady(subject) || behind.includes(subject))
    lineup.set({ ...lineup.get(), lot: [...new Set([...stays, ...behind])] })
  }

  function cancel(): void {
    const { playing } = lineup.get()
    if (playing === null) return
    then = "nothing"
    void reports.cancel(playing)
  }

  return {
    lineup,
    play(questions) {
      const { series, playing } = lineup.get()
      lineup.set({ ...lineup.get(), series: withMore(series, questions, playing) })
      resume()
    },
    resume,
    cancel,
    remove(question) {
      const subject = subjectOf(question)
      const { series, playing, lot } = lineup.get()
      if (playing === subject) return
      lineup.set({
        series: series.filter((one) => subjectOf(one.question) !== subject),
        playing,
        lot: lot.filter((one) => one !== subject || isReady(one)),
      })
    },
  }
}

/** With what is new at the end, in looks that are free. Whatever is `playing` stays. */
export function withMore(
  series: readonly Series[],
  questions: readonly RoundsQuestion[],
  playing: string | null = null,
): readonly Series[] {
  const isThere = new Set(series.map(({ question }) => subjectOf(question)))
  const room = LOOKS.length - (playing !== null && isThere.has(playing) ? 1 : 0)
  const fresh = questions.filter((question) => !isThere.has(subjectOf(question))).slice(-room)
  // What was asked for again is wanted, however long it is there.
  const wanted = new Set(questions.map(subjectOf))
  const leaving = Math.max(0, series.length + fresh.length - LOOKS.length)
  const mayLeave = series.filter(({ question }) => subjectOf(question) !== playing)
  const oldestFirst = [
    ...mayLeave.filter(({ question }) => !wanted.has(subjectOf(question))),
    ...mayLeave.filter(({ question }) => wanted.has(subjectOf(question))),
  ]
  const gone = new Set(oldestFirst.slice(0, leaving))
  const kept = series.filter((one) => !gone.has(one))
  const taken = new Set(kept.map(({ look }) => look))
  const free = LOOKS.map((_, look) => look).filter((look) => !taken.has(look))
  return [...kept, ...fresh.map((question, at) => ({ question, look: free[at]! }))]
}

/** How far a row of plays of about the same length is, from how far the one under way is. */
export function farAlong(
  done: number,
  count: number,
  current: { readonly fraction: number; readonly remainingSeconds: number | null },
): { readonly fraction: number; readonly remainingSeconds: number | null } {
  const { fraction, remainingSeconds } = current
  const behind = count - done - 1
  return {
    fraction: (done + fraction) / count,
    // As long as all of this one takes, for each behind it.
    remainingSeconds:
      remainingSeconds === null || (fraction >= 1 && behind > 0)
        ? remainingSeconds
        : remainingSeconds + (behind > 0 ? (behind * remainingSeconds) / (1 - fraction) : 0),
  }
}

export const playedRounds = createRounds(roundsReport)
