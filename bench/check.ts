/**
 * A check of scenarios as after a change to a detector: everything made, nothing changed, one behaviour detector
 * changed, one content detector changed. Measured is what the cache saves: simulating, learning and assembling the runs,
 * without the comparison, which takes the same time whatever was reused.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { codeDigests } from "virtual:code-digests"
import type { DetectorId } from "../src/core/detection/ids.ts"
import type { Kept } from "../src/core/kept.ts"
import { parseScenario } from "../src/core/scenario/parse.ts"
import type { Scenario } from "../src/core/scenario/schema.ts"
import { createPool } from "../src/engine/pool.ts"
import { runScenario } from "../src/engine/run.ts"
import { openCache } from "../src/store/cache.ts"
import { folderBytes } from "../src/store/folder-bytes.ts"
import { timed } from "./reference.ts"

/** Of the bundled scenarios, unless they are asked for as they are. */
const FEWER = 2_000
const LIMIT = 8 * 2 ** 30

export interface CheckTimes {
  readonly scenarios: number
  /** Simulated, those to learn from included. */
  readonly accounts: number
  readonly times: readonly {
    readonly name: string
    readonly seconds: number
    readonly reused: number
    readonly made: number
  }[]
  readonly cacheMegabytes: number
}

export async function measureCheck(isWhole: boolean): Promise<CheckTimes> {
  const scenarios = bundled(isWhole)
  const folder = mkdtempSync(join(tmpdir(), "assay-bench-cache-"))
  try {
    const kept = openCache({ folder, limit: LIMIT })
    const times = []
    for (const [name, changed] of [
      ["cold: all populations and findings made", null],
      ["warm: nothing changed", null],
      ["one behaviour detector changed", "response-latency"],
      ["one content detector changed", "near-duplicate-text"],
    ] as const) {
      const { seconds, result } = await timed(() => changedCode(changed, () => check(scenarios, kept)))
      times.push({ name: changed ? `${name}: ${changed}` : name, seconds, ...result })
    }
    return {
      scenarios: scenarios.length,
      accounts: scenarios.reduce((sum, { accounts, fusion }) => sum + accounts + fusion.learning.accounts, 0),
      times,
      cacheMegabytes: (await folderBytes(folder)) / 2 ** 20,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function bundled(isWhole: boolean): Scenario[] {
  const folder = resolve("simulations")
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"))
  return files.sort().map((file) => {
    const scenario = parseScenario(readFileSync(join(folder, file), "utf8"), file)
    if (isWhole) return scenario
    const learning = {
      ...scenario.fusion.learning,
      accounts: Math.min(FEWER, scenario.fusion.learning.accounts),
    }
    return {
      ...scenario,
      accounts: Math.min(FEWER, scenario.accounts),
      fusion: { ...scenario.fusion, learning },
    }
  })
}

/** Runs all scenarios with the threads of one pool. */
async function check(scenarios: readonly Scenario[], kept: Kept) {
  const workerFile = new URL("./worker.js", import.meta.url)
  const workers = 2
  const pool = createPool(workerFile, workers)
  const total = { reused: 0, made: 0 }
  try {
    for (const scenario of scenarios) {
      const onWork = (work: typeof total) => {
        total.reused += work.reused
        total.made += work.made
      }
      await runScenario(scenario, { workers, workerFile, pool, kept, onWork })
    }
  } finally {
    await pool.close()
  }
  return total
}

let edits = 0

/** Does something as if the detector's source had been edited. */
async function changedCode<Result>(id: DetectorId | null, work: () => Promise<Result>): Promise<Result> {
  if (id === null) return work()
  const digests = codeDigests.detectors as Record<string, string>
  const before = digests[id]
  digests[id] = `edit ${++edits}`
  try {
    return await work()
  } finally {
    digests[id] = before
  }
}
