/**
 * Reports that take seconds and depend on a scenario alone: measured once, one after another since each uses all
 * workers, and kept for the few scenarios that were asked for last.
 */
import type { Scenario } from "../core/scenario/schema.ts"

export interface Measurements<Report> {
  /** The report of exactly this scenario; a measurement under way is waited for, not begun again. */
  of(scenario: Scenario): Promise<Report>
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

export function createMeasurements<Report>(
  measure: (scenario: Scenario) => Promise<Report>,
  queue: Queue,
  capacity = 4,
): Measurements<Report> {
  // A Map keeps the order of insertion: the first is the one unused for longest.
  const kept = new Map<string, Promise<Report>>()
  return {
    of(scenario) {
      const content = JSON.stringify(scenario)
      const report = kept.get(content) ?? queue(() => measure(scenario))
      kept.delete(content)
      kept.set(content, report)
      // What failed once may work the next time.
      report.catch(() => kept.get(content) === report && kept.delete(content))
      for (const oldest of kept.keys()) {
        if (kept.size <= capacity) break
        kept.delete(oldest)
      }
      return report
    },
  }
}
