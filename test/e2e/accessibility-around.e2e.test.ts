/** The views around a run: its network, what it is compared and checked with, how it came about and what else there is. */
import { describeViews } from "./views.ts"

describeViews("accessibility around a run", [
  { name: "Network", fragment: "#/network?threshold=0.1", landmark: "network-counts" },
  { name: "Compare", fragment: "#/compare?threshold=0.1", landmark: "compare" },
  { name: "Gate", fragment: "#/gate?threshold=0.1", landmark: "gate-detail" },
  { name: "Scenario", fragment: "#/scenario?threshold=0.1", landmark: "estimate" },
  { name: "Realism", fragment: "#/realism?threshold=0.1", landmark: "realism-sum" },
  { name: "give-aways", fragment: "#/realism?threshold=0.1&part=leakage", landmark: "leakage-sum" },
  { name: "Runs", fragment: "#/runs?threshold=0.1", landmark: "runs" },
])
