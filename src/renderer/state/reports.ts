/** Reports on a scenario or a run that take a while: asked for once, then kept as long as the page is open. */
import type { LeakageReport, RealismReport, WhyReport } from "../../api/contract.ts"
import { api } from "../api/client.ts"

export interface KeptReport<Report> {
  /** By a scenario's name or a run's id. */
  readonly of: (subject: string) => Promise<Report>
  /** Milliseconds since the report was asked for; it is waited for in other views as well. */
  readonly waited: (subject: string) => number
}

function keeping<Report>(ask: (subject: string) => Promise<Report>): KeptReport<Report> {
  const kept = new Map<string, { report: Promise<Report>; since: number }>()
  return {
    of(subject) {
      const known = kept.get(subject)
      if (known) return known.report
      const report = ask(subject)
      kept.set(subject, { report, since: Date.now() })
      // What failed may succeed when it is asked for again.
      report.catch(() => kept.delete(subject))
      return report
    },
    waited: (subject) => Date.now() - (kept.get(subject)?.since ?? Date.now()),
  }
}

export const realismReport: KeptReport<RealismReport> = keeping(api.realism)
export const leakageReport: KeptReport<LeakageReport> = keeping(api.leakage)
export const whyReport: KeptReport<WhyReport> = keeping(api.why)
