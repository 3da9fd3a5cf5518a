/**
 * Reports that take seconds and depend on one subject alone, a scenario or a run: measured once, one after another,
 * since two at a time would take each other's workers, and kept for the few subjects that were asked for last.
 */
import { CancelledError } from "../core/errors.ts"
import type { ReportEvent, ReportName } from "./contract.ts"
import { type Tracked, track, type WorkOptions, withResolvers } from "./tracked.ts"

export interface Reports<Subject, Report> {
  /** The report of exactly this subject; a measurement under way is waited for, not begun again. */
  of(subject: Subject): Promise<Report>
  /** How its measurement stands, from now until it ends or the signal aborts; one that is not under way is begun. */
  watch(subject: Subject, signal: AbortSignal): AsyncGenerator<ReportEvent>
  /** Resolves when it has ended; what is measured already is kept. */
  cancel(subject: Subject): Promise<void>
}

/** Lets one piece of work begin when the one before has ended, however it ended. */
export interface Line {
  /** `onWaiting` is told what is at work instead, at once and whenever that changes. */
  inTurn<Result>(
    name: ReportName,
    options: { readonly signal: AbortSignal; readonly onWaiting: (first: ReportName) => void },
    work: () => Promise<Result>,
  ): Promise<Result>
}

interface Place {
  readonly name: ReportName
  readonly begin: () => void
  readonly onWaiting: (first: ReportName) => void
}

export function createLine(): Line {
  const places: Place[] = []

  function leave(place: Place): void {
    const wasFirst = places[0] === place
    places.splice(places.indexOf(place), 1)
    const [first, ...others] = places
    if (!wasFirst || !first) return
    first.begin()
    for (const { onWaiting } of others) onWaiting(first.name)
  }

  return {
    async inTurn(name, { signal, onWaiting }, work) {
      const turn = withResolvers<void>()
      const place: Place = { name, begin: () => turn.resolve(), onWaiting }
      places.push(place)
      const first = places[0]!
      if (first === place) place.begin()
      else onWaiting(first.name)
      try {
        await Promise.race([turn.promise, untilAborted(signal)])
        return await work()
      } finally {
        leave(place)
      }
    },
  }
}

/** Rejects when the signal aborts, and never resolves. */
function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(new CancelledError())
    signal.addEventListener("abort", () => reject(new CancelledError()), { once: true })
  })
}

export interface ReportOptions<Subject, Report> {
  readonly kind: ReportName["kind"]
  readonly measure: (subject: Subject, options: WorkOptions) => Promise<Report>
  /** Subjects with the same key are one and the same. */
  readonly keyOf: (subject: Subject) => string
  /** What people call it. */
  readonly nameOf: (subject: Subject) => string
  readonly line: Line
  /** In seconds, from any start. */
  readonly now: () => number
  /** Told of what failed. */
  readonly report: (error: unknown) => void
  readonly capacity?: number
}

export function createReports<Subject, Report>({
  kind,
  measure,
  keyOf,
  nameOf,
  line,
  now,
  report,
  capacity = 4,
}: ReportOptions<Subject, Report>): Reports<Subject, Report> {
  // A Map keeps the order of insertion: the first is the one unused for longest.
  const kept = new Map<string, Tracked<ReportEvent, Report>>()

  function begin(subject: Subject): Tracked<ReportEvent, Report> {
    const name: ReportName = { kind, subject: nameOf(subject) }
    return track<ReportEvent, Report>(
      ({ signal, onProgress, announce }) =>
        line.inTurn(
          name,
          { signal, onWaiting: (first) => announce({ type: "waiting", behind: first }) },
          () => measure(subject, { signal, onProgress }),
        ),
      { now, report, firstStage: "starting", doneEvent: () => ({ type: "done" }) },
    )
  }

  function find(subject: Subject): Tracked<ReportEvent, Report> {
    const key = keyOf(subject)
    const tracked = kept.get(key) ?? begin(subject)
    kept.delete(key)
    kept.set(key, tracked)
    // What failed once may work the next time.
    tracked.outcome.catch(() => kept.get(key) === tracked && kept.delete(key))
    // What is under way stays: it could neither be waited for nor called off otherwise.
    for (const [oldest, { isRunning }] of kept) {
      if (kept.size <= capacity) break
      if (!isRunning()) kept.delete(oldest)
    }
    return tracked
  }

  return {
    of: (subject) => find(subject).outcome,
    watch: (subject, signal) => find(subject).watch(signal),
    cancel: async (subject) => kept.get(keyOf(subject))?.cancel(),
  }
}
