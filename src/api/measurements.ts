/**
 * Reports that take seconds and depend on one subject alone, a scenario or a run: measured once, one after another,
 * since two at a time would take each other's workers, and kept for the few subjects that were asked for last.
 */

export interface Measurements<Subject, Report> {
  /** The report of exactly this subject; a measurement under way is waited for, not begun again. */
  of(subject: Subject): Promise<Report>
}

/** Lets one piece of work begin when the one before has ended, however it ended. */
export type Queue = <Result>(work: () => Promise<Result>) => Promise<Result>

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work)
    last = next.catch(() => {})
    return next
  }
}

/** Subjects with the same key are one and the same. */
export function createMeasurements<Subject, Report>(
  measure: (subject: Subject) => Promise<Report>,
  keyOf: (subject: Subject) => string,
  queue: Queue,
  capacity = 4,
): Measurements<Subject, Report> {
  // A Map keeps the order of insertion: the first is the one unused for longest.
  const kept = new Map<string, Promise<Report>>()
  return {
    of(subject) {
      const key = keyOf(subject)
      const report = kept.get(key) ?? queue(() => measure(subject))
      kept.delete(key)
      kept.set(key, report)
      // What failed once may work the next time.
      report.catch(() => kept.get(key) === report && kept.delete(key))
      for (const oldest of kept.keys()) {
        if (kept.size <= capacity) break
        kept.delete(oldest)
      }
      return report
    },
  }
}
