/**
 * When accounts act and on what, against the published figures: burstiness and memory of the gaps between events,
 * tails, sessions, hours, differences between authors, and how fast they respond.
 */
import { type Conducts, collectConducts } from "./behaviour-conduct.ts"
import { hourRows, rhythmRows, sessionRows } from "./behaviour-hours-rows.ts"
import { latencyRows } from "./behaviour-latency-rows.ts"
import { burstinessRows, memoryRows, regularRows, separationRows, tailRows } from "./behaviour-rhythm-rows.ts"
import { timingRows } from "./behaviour-timing-rows.ts"
import { varietyRows } from "./behaviour-variety-rows.ts"
import { defineDomain } from "./row.ts"

export const behaviour = defineDomain<Conducts>({
  group: "behaviour",
  collect: collectConducts,
  rows: [
    ...burstinessRows,
    ...separationRows,
    ...regularRows,
    ...memoryRows,
    ...tailRows,
    ...sessionRows,
    ...hourRows,
    ...rhythmRows,
    ...varietyRows,
    ...latencyRows,
    ...timingRows,
  ],
})
