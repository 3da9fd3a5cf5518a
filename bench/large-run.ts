/**
 * A run of any size for the page: accounts of a small simulated run, drawn with replacement, their scores shaken a little
 * so that hardly any two are tied. What a million accounts cost to draw depends on their number and on how truth and
 * scores are spread, not on what they posted.
 */
import { assembleRun } from "../src/core/assemble.ts"
import { runMainLine } from "../src/core/pipeline.ts"
import type { Truth } from "../src/core/population/truth.ts"
import { below, normal } from "../src/core/random/distributions.ts"
import { stream } from "../src/core/random/streams.ts"
import type { RunColumns, RunManifest } from "../src/core/run.ts"
import { scenarioSchema } from "../src/core/scenario/schema.ts"
import { inProcess } from "../src/core/tasks.ts"

export interface LargeRun {
  readonly manifest: RunManifest
  readonly columns: RunColumns
}

const SIMULATED = 4_000
/** Of a score's log-odds. */
const SHAKE = 0.05

export async function largeRun(accounts: number): Promise<LargeRun> {
  const scenario = scenarioSchema.parse({
    name: "frames",
    accounts: SIMULATED,
    seed: "bench",
    prevalence: 0.05,
    fusion: { learning: { accounts: SIMULATED } },
  })
  const outcome = await runMainLine(scenario, inProcess, () => {})
  const { manifest, columns } = assembleRun(outcome, {
    assayVersion: "bench",
    createdAt: "2026-03-10T00:00:00.000Z",
    timings: { total: 0 },
  })
  const random = stream("bench", "frames")
  const from = Uint32Array.from({ length: accounts }, () => below(SIMULATED, random))
  const drawn = <Values extends Float32Array | Uint32Array | Uint8Array>(values: Values): Values => {
    const Column = values.constructor as new (length: number) => Values
    const out = new Column(accounts)
    for (let account = 0; account < accounts; account++) out[account] = values[from[account]]
    return out
  }
  const shaken = (score: Float32Array) =>
    drawn(score).map((value) => {
      if (!(value > 0 && value < 1)) return value
      const odds = (value / (1 - value)) * Math.exp(SHAKE * normal(random))
      return odds / (1 + odds)
    })
  const truth = Object.fromEntries(
    Object.entries(columns.truth).map(([part, values]) => [part, drawn(values as Float32Array)]),
  ) as unknown as Truth
  const oversight = truth.oversight
  // Where many accounts share one value of oversight, a slider would move all of them at once or none.
  for (let account = 0; account < accounts; account++)
    oversight[account] = Math.min(1, Math.max(0, oversight[account] + 0.02 * normal(random)))
  return {
    manifest: { ...manifest, accounts },
    columns: {
      truth,
      archetype: drawn(columns.archetype),
      language: drawn(columns.language),
      followers: drawn(columns.followers),
      ageDays: drawn(columns.ageDays),
      postCount: drawn(columns.postCount),
      interactionCount: drawn(columns.interactionCount),
      group: drawn(columns.group),
      scores: Object.fromEntries(Object.entries(columns.scores).map(([id, score]) => [id, shaken(score)])),
      risk: shaken(columns.risk),
    },
  }
}
