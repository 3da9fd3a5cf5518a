/** The engine's real worker threads: any number of them yields the same run, and a cancelled one frees them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { codeDigests } from "virtual:code-digests"
import { beforeAll, describe, expect, it } from "vitest"
import { pluginSchema } from "../../src/core/detection/plugin.ts"
import { CancelledError } from "../../src/core/errors.ts"
import type { Run } from "../../src/core/run.ts"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import type { Scenario } from "../../src/core/scenario/schema.ts"
import type { Work } from "../../src/core/simulate.ts"
import { createInspector } from "../../src/engine/inspect.ts"
import { openPlugin } from "../../src/engine/plugins/open.ts"
import { createPool } from "../../src/engine/pool.ts"
import { runScenario } from "../../src/engine/run.ts"
import { openCache } from "../../src/store/cache.ts"

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const workerFile = pathToFileURL(fromHere("../../out/main/worker.js"))
const hostFile = pathToFileURL(fromHere("../../out/main/host.js"))
/** A plug-in that judges by how many posts an account has. */
const PLAIN = `export default {
  id: "plain", layer: "behaviour", title: "Posts", version: 1,
  reads: ["posts.time"], features: [{ id: "posts", title: "Posts", unit: "count" }],
  observe({ posts, accountCount }, columns) {
    for (let k = 0; k < accountCount; k++) columns.posts[k] = posts.offset[k + 1] - posts.offset[k]
  },
  score: (row) => row[0] / (row[0] + 10),
  reasons: () => [],
}
`
const golden = JSON.parse(readFileSync(fromHere("../golden/runs.json"), "utf8"))
const tiny = parseScenario(readFileSync(fromHere("../../simulations/tiny.yaml"), "utf8"), "tiny.yaml")

describe("runScenario", () => {
  it("yields the golden digest with one worker and with two, and falls in progress with neither", async () => {
    for (const workers of [1, 2]) {
      const fractions: number[] = []
      const run = await runScenario(tiny, {
        workers,
        workerFile,
        onProgress: ({ fraction }) => fractions.push(fraction),
      })
      expect(run.manifest.digest, `${workers} workers`).toBe(golden.tiny.digest)
      expect(fractions).toEqual(fractions.toSorted((a, b) => a - b))
      expect(fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true)
    }
  })

  it("yields it with a cache, and with threads that stay for the next run", async () => {
    const folder = mkdtempSync(join(tmpdir(), "assay-same-bits-"))
    const pool = createPool(workerFile, 2)
    const kept = openCache({ folder, limit: 1e9 })
    const detectors = codeDigests.detectors as Record<string, string>
    const before = { ...detectors }
    const made: number[] = []
    try {
      for (const changed of [[], [], ["co-action", "synthetic-media"]]) {
        for (const id of changed) detectors[id] = "edited"
        const onWork = (work: Work) => made.push(work.made)
        const run = await runScenario(tiny, { workers: 2, workerFile, pool, kept, onWork })
        expect(run.manifest.digest, `changed: ${changed.join()}`).toBe(golden.tiny.digest)
      }
    } finally {
      Object.assign(detectors, before)
      await pool.close()
      rmSync(folder, { recursive: true })
    }
    expect(made).toEqual([28, 0, 4])
  })

  it("yields one digest with a plug-in, too, however many workers there are", async () => {
    const small = {
      ...tiny,
      accounts: 300,
      detectors: { ...tiny.detectors, use: ["posting-rhythm" as const] },
    }
    const folder = mkdtempSync(join(tmpdir(), "assay-same-bits-"))
    try {
      writeFileSync(join(folder, "plain.mjs"), PLAIN)
      const settings = pluginSchema.parse({ module: "plain.mjs" })
      const plugin = await openPlugin(settings, folder, { hostFile })
      const digests: string[] = []
      for (const workers of [1, 2, 3]) {
        const { manifest } = await runScenario(small, { workers, workerFile, plugins: [plugin] })
        expect(manifest.detectors.map(({ id }) => id)).toContain("plain")
        digests.push(manifest.digest)
      }
      expect(new Set(digests).size).toBe(1)
      const without = await runScenario(small, { workers: 1, workerFile })
      expect(without.manifest.digest).not.toBe(digests[0])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it("yields another population for another seed", async () => {
    const run = await runScenario({ ...tiny, seed: "another" }, { workers: 2, workerFile })
    expect(run.manifest.populationDigest).not.toBe(golden.tiny.populationDigest)
  })

  it("leaves the population as it is when a detector is taken away", async () => {
    const fewer: Scenario = {
      ...tiny,
      detectors: { ...tiny.detectors, use: ["posting-rhythm", "co-action"] },
    }
    const run = await runScenario(fewer, { workers: 2, workerFile })
    expect(run.manifest.populationDigest).toBe(golden.tiny.populationDigest)
    expect(run.manifest.digest).not.toBe(golden.tiny.digest)
  })

  it("rejects with CancelledError when it is cancelled, before or during the work", async () => {
    const large: Scenario = { ...tiny, accounts: 200_000 }
    await expect(
      runScenario(large, { workers: 2, workerFile, signal: AbortSignal.abort() }),
    ).rejects.toBeInstanceOf(CancelledError)
    const controller = new AbortController()
    const running = runScenario(large, {
      workers: 2,
      workerFile,
      signal: controller.signal,
      onProgress: ({ stage }) => {
        if (stage === "roster") controller.abort()
      },
    })
    await expect(running).rejects.toBeInstanceOf(CancelledError)
  })
})

describe("createPool", () => {
  it("tells a failing detector by its name", async () => {
    const pool = createPool(workerFile, 1)
    try {
      const broken = { kind: "join", detector: "co-action", partition: 0, input: null } as never
      await expect(pool.run([broken], () => {})).rejects.toThrow(/^detector co-action: /)
    } finally {
      await pool.close()
    }
  })
})

describe("createInspector", () => {
  let run: Run
  beforeAll(async () => {
    run = await runScenario(tiny, { workers: 2, workerFile })
  })

  it("stops when it is told to, and works again for whoever asks anew", async () => {
    const stopped = createInspector(run, { workers: 1, workerFile, signal: AbortSignal.abort() })
    await expect(stopped.account(0)).rejects.toBeInstanceOf(CancelledError)
    await expect(createInspector(run, { workers: 1, workerFile }).account(0)).resolves.toMatchObject({
      account: 0,
    })
  })

  it("generates an account's evidence again, exactly as it was scored", async () => {
    const inspector = createInspector(run, { workers: 1, workerFile })
    for (const account of [0, 7, tiny.accounts - 1]) {
      const detail = await inspector.account(account)
      expect(detail.posts).toHaveLength(run.columns.postCount[account])
      expect(detail.interactions).toHaveLength(run.columns.interactionCount[account])
      expect(detail.risk).toBe(run.columns.risk[account])
      const logOdds = detail.detectors.reduce(
        (sum, detector) => sum + detector.contribution!,
        run.manifest.fusion.intercept,
      )
      expect(1 / (1 + Math.exp(-logOdds))).toBeCloseTo(detail.risk, 5)
      const reports = detail.detectors.find(({ id }) => id === "report-reliability")!
      expect(reports.features[0].value).toBe(detail.reports.length)
    }
  })
})
