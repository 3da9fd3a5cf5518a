/** Reports on a scenario that take a while: asked for once, then kept as long as the page is open. */
import type { LeakageReport, RealismReport } from "../../api/contract.ts"
import { api } from "../api/client.ts"

function keeping<Report>(ask: (scenario: string) => Promise<Report>) {
  const kept = new Map<string, Promise<Report>>()
  return (scenario: string): Promise<Report> => {
    const known = kept.get(scenario)
    if (known) return known
    const asked = ask(scenario)
    kept.set(scenario, asked)
    // What failed may succeed when it is asked for again.
    asked.catch(() => kept.delete(scenario))
    return asked
  }
}

export const realismReport: (scenario: string) => Promise<RealismReport> = keeping(api.realism)
export const leakageReport: (scenario: string) => Promise<LeakageReport> = keeping(api.leakage)
