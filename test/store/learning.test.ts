import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import type { Run } from "../../src/core/run.ts"
import { openStore } from "../../src/store/store.ts"
import { freshFolder } from "./folder.ts"
import { madeUpRun } from "./run.ts"

/** A run whose sibling population is the one that a run of another salt evaluated. */
function learnedRun(accounts = 700): Run {
  const run = madeUpRun({ accounts: 50 })
  const { truth, archetype, scores } = madeUpRun({ accounts, salt: 9 }).columns
  const learnedFrom = { ...run.manifest.fusion.learnedFrom, accounts }
  const fusion = { ...run.manifest.fusion, learnedFrom }
  return { ...run, manifest: { ...run.manifest, fusion }, learning: { truth, archetype, scores } }
}

describe("what fusion learned from", () => {
  it("comes back bit for bit, missing scores as missing", async () => {
    const run = learnedRun()
    const store = openStore(freshFolder())
    await store.write(run)
    const { learning } = await store.read(run.manifest.id)
    expect(learning).toEqual(run.learning)
    expect(learning!.scores["co-action"]!.some(Number.isNaN)).toBe(true)
  })

  it("stays when the same run is written again", async () => {
    const run = learnedRun()
    const store = openStore(freshFolder())
    for (let time = 0; time < 2; time++) await store.write(run)
    expect((await store.read(run.manifest.id)).learning).toEqual(run.learning)
    expect(await store.problems()).toEqual([])
  })

  it("is missing from a run of an earlier Assay, which opens all the same", async () => {
    const run = learnedRun()
    const store = openStore(freshFolder())
    const folder = await store.write(run)
    rmSync(join(folder, "learning.parquet"))
    const file = join(folder, "run.json")
    const manifest = JSON.parse(readFileSync(file, "utf8"))
    const { l2, learning } = manifest.scenario.fusion
    // All that fusion had to say before there was a choice of methods.
    manifest.scenario.fusion = { l2, learning }
    writeFileSync(file, JSON.stringify(manifest))
    const read = await store.read(run.manifest.id)
    expect(read.learning).toBeUndefined()
    expect(read.manifest).toEqual(run.manifest)
    expect(await store.problems()).toEqual([])
  })

  it("is refused with another number of accounts than the manifest says", async () => {
    const run = learnedRun()
    const store = openStore(freshFolder())
    const short = { ...run.learning!, archetype: new Uint8Array(3) }
    await expect(store.write({ ...run, learning: short })).rejects.toThrow(
      /learning.parquet: archetype must have one value an account \(700\), got 3/,
    )
    const folder = await store.write(run)
    const file = join(folder, "run.json")
    writeFileSync(file, readFileSync(file, "utf8").replace('"accounts": 700', '"accounts": 701'))
    await expect(store.read(run.manifest.id)).rejects.toThrow(
      /learning.parquet: there must be one row an account \(701\), got 700/,
    )
  })

  it("is not written when fusion was read from a file, and where it came from is", async () => {
    const { learning: _, ...run } = learnedRun()
    const learned = {
      scenario: "shop",
      seed: "assay/sibling",
      run: "shop-1",
      digest: "0".repeat(64),
      createdAt: "2026-03-02T00:00:00.000Z",
      definition: { automation: 0.5, oversight: 0.25, days: 5 },
      archetypes: ["casual"],
    }
    const model = { file: "shop.model.json", name: "shop", digest: "1".repeat(64), learned }
    const store = openStore(freshFolder())
    const folder = await store.write({ ...run, manifest: { ...run.manifest, model } })
    expect(existsSync(join(folder, "learning.parquet"))).toBe(false)
    expect((await store.read(run.manifest.id)).manifest.model).toEqual(model)
  })
})
