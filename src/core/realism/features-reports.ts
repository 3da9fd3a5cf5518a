/** Raw features of the reports that an account received. */
import { type FeatureSection, shareOf } from "./features-section.ts"

export const reportFeatures: FeatureSection = {
  of: "reports",
  features: [
    { id: "reports", title: "Reports received", unit: "count" },
    { id: "reports-per-follower", title: "Reports for each follower", unit: "" },
    { id: "weighted-reports", title: "Reports received, weighted by the reporter's upheld share", unit: "" },
    { id: "reporter-record", title: "Upheld share of the reporters' earlier reports", unit: "share" },
  ],
  describe({ reports, profiles }, account) {
    if (!reports) return null
    const from = reports.offset[account]
    const to = reports.offset[account + 1]
    let decided = 0
    let upheld = 0
    let weighted = 0
    for (let report = from; report < to; report++) {
      decided += reports.reporterDecided[report]
      upheld += reports.reporterUpheld[report]
      // A reporter without a record counts as one who was upheld half the time.
      weighted += (reports.reporterUpheld[report] + 1) / (reports.reporterDecided[report] + 2)
    }
    const followers = profiles ? profiles.followers[account] : Number.NaN
    return [to - from, (to - from) / (1 + followers), weighted, shareOf(upheld, decided)]
  },
}
