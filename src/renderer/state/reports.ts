/** Reports on a scenario that take a while: asked for once, then kept as long as the page is open. */
import type { LeakageReport, RealismReport } from "../../api/contract.ts"
import { api } from "../api/client.ts"

export interface KeptReport<Report> {
  readonly of: (scenario: string) => Promise<Report>
  /** Milliseconds since the report was asked for; it is waited for in other views as well. */
  readonly waited: (scenario: string) => number
}

function keeping<Report>(ask: (scenario: string) => Promise<Report>): KeptReport<Report> {
  const kept = new Map<string, { report: Promise<Report>; since: number }>()
  return {
    of(scenario) {
      const known = kept.get(scenario)
      if (known) return known.report
      const report = ask(scenario)
      kept.set(scenario, { report, since: Date.now() })
      // What failed may succeed when it is asked for again.
      report.catch(() => kept.delete(scenario))
      return report
    },
    waited: (scenario) => Date.now() - (kept.get(scenario)?.since ?? Date.now()),
  }
}

export const realismReport: KeptReport<RealismReport> = keeping(api.realism)
export const leakageReport: KeptReport<LeakageReport> = keeping(api.leakage)
