/** The views of one run's numbers and accounts; accessibility-around.e2e.test.ts looks at the others. */
import { describeViews } from "./views.ts"

describeViews("accessibility of a run", [
  { name: "Trade-offs", fragment: "#/trade-offs?threshold=0.1", landmark: "sweep-chart" },
  { name: "curves", fragment: "#/trade-offs?threshold=0.1&charts=curves", landmark: "archetype-chart" },
  { name: "costs", fragment: "#/trade-offs?threshold=0.1&charts=cost", landmark: "cost-figures" },
  { name: "who is hit", fragment: "#/trade-offs?threshold=0.1&charts=hit", landmark: "cohort-table" },
  { name: "two detectors", fragment: "#/trade-offs?threshold=0.1&charts=pair", landmark: "pair-figures" },
  {
    name: "Consequences",
    fragment: "#/consequences?threshold=0.1",
    landmark: "funnel-chart",
  },
  { name: "Detectors", fragment: "#/detectors?threshold=0.1", landmark: "why-report" },
  { name: "Accounts", fragment: "#/accounts?threshold=0.1", landmark: "account-grid" },
  { name: "an account", fragment: "#/accounts?threshold=0.1&account=1", landmark: "account-page" },
])
