import { readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import type { Run } from "../../src/core/run.ts"
import { openStore } from "../../src/store/store.ts"
import { freshFolder } from "./folder.ts"
import { madeUpRun } from "./run.ts"

const [talkative, silent] = ["late-replies", "select"]

/** A run with two plug-ins, of which one has nothing to say and is called like a word of SQL, and one that failed. */
function runWithPlugins(): Run {
  const run = madeUpRun({ accounts: 60 })
  const { scores } = madeUpRun({ accounts: 60, salt: 4 }).columns
  const [first] = run.manifest.detectors
  const plugin = {
    kind: "module" as const,
    source: "module ./late.ts",
    digest: "a".repeat(64),
    features: [{ id: "lateShare", title: "Late replies", unit: "share" }],
  }
  const detectors = [
    ...run.manifest.detectors,
    { ...first!, id: talkative, title: "Late replies", plugin },
    { ...first!, id: silent, plugin: { ...plugin, kind: "endpoint" as const, digest: null, features: [] } },
  ]
  const failures = [{ detector: "broken", message: "threw: no such thing" }]
  return {
    ...run,
    manifest: { ...run.manifest, detectors, failures },
    columns: {
      ...run.columns,
      scores: {
        ...run.columns.scores,
        [talkative]: scores["co-action"]!,
        [silent]: scores["posting-rhythm"]!,
      },
    },
    features: { ...run.features, [talkative]: { lateShare: scores["co-action"]! } },
    reasons: {
      [talkative]: {
        account: Uint32Array.of(3, 3, 59),
        weight: Float32Array.of(0.5, 0.25, 1),
        text: ['Replied late, "always"; it\'s so.', "回复很晚。", "Late.\nTwice."],
      },
      [silent]: { account: new Uint32Array(), weight: new Float32Array(), text: [] },
    },
  }
}

describe("a run with plug-ins", () => {
  it("comes back whole: what they are, what they said of whom, and which failed", async () => {
    const run = runWithPlugins()
    const store = openStore(freshFolder())
    await store.write(run)
    const read = await store.read(run.manifest.id)
    expect(read.manifest).toEqual(run.manifest)
    expect(read.reasons).toEqual(run.reasons)
    expect(read.columns.scores).toEqual(run.columns.scores)
    await store.write(run)
    expect((await store.read(run.manifest.id)).reasons).toEqual(run.reasons)
    expect(await store.problems()).toEqual([])
  })

  it("is damaged without what they said", async () => {
    const run = runWithPlugins()
    const store = openStore(freshFolder())
    rmSync(join(await store.write(run), "reasons.parquet"))
    await expect(store.read(run.manifest.id)).rejects.toThrow(/reasons\.parquet/)
  })

  it("has a file more than one without", async () => {
    const store = openStore(freshFolder())
    const run = madeUpRun({ accounts: 60 })
    expect(readdirSync(await store.write(run))).not.toContain("reasons.parquet")
    expect(await store.read(run.manifest.id)).not.toHaveProperty("reasons")
  })
})
