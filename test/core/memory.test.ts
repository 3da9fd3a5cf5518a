/** What a run reuses of earlier ones: nothing in it may differ for that. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { codeDigests } from "virtual:code-digests"
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { assembleRun } from "../../src/core/assemble.ts"
import { fingerprint } from "../../src/core/detection/conformance/evidence.ts"
import type { Plugin } from "../../src/core/detection/plugin.ts"
import { runMainLine } from "../../src/core/pipeline.ts"
import type { Run } from "../../src/core/run.ts"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import type { Scenario } from "../../src/core/scenario/schema.ts"
import type { Work } from "../../src/core/simulate.ts"
import { inProcess, type Task } from "../../src/core/tasks.ts"
import { openCache } from "../../src/store/cache.ts"

const scenario = parseScenario(
  `
name: small
accounts: 300
days: 7
prevalence: 0.2
detectors: { use: [posting-rhythm, response-latency, near-duplicate-text, report-reliability] }
fusion: { learning: { accounts: 1000, prevalence: 0.2 } }
`,
  "small.yaml",
)
const DETECTORS = scenario.detectors.use.length
/** One of the population, two of the sibling that is learned from. */
const TILES = 3

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-memory-"))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

interface Told {
  readonly run: Run
  readonly work: Work
  readonly tasks: readonly Task["kind"][]
  /** Tiles whose notes were written to be kept. */
  readonly written: number
}

async function runWith(of: Scenario, isKept: boolean, plugins: readonly Plugin[] = []): Promise<Told> {
  const tasks: Task["kind"][] = []
  let written = 0
  const executor: typeof inProcess = {
    run(given, onDone) {
      tasks.push(...given.map(({ kind }) => kind))
      written += given.filter((task) => task.kind === "evidence" && task.wantsWords && !task.words).length
      return inProcess.run(given, onDone)
    },
  }
  const kept = isKept ? openCache({ folder, limit: 1e9 }) : null
  const outcome = await runMainLine(of, executor, () => {}, { kept, plugins })
  const circumstances = { assayVersion: "test", createdAt: "2026-03-02T00:00:00.000Z", timings: { total: 0 } }
  return { run: assembleRun(outcome, circumstances), work: outcome.work, tasks, written }
}

const bits = (run: Run) => fingerprint(run)

let bare: Run
beforeAll(async () => {
  bare = (await runWith(scenario, false)).run
})

describe("a run with a cache", () => {
  it("is the one without, when everything is made and when everything is reused", async () => {
    const cold = await runWith(scenario, true)
    expect(bits(cold.run)).toEqual(bits(bare))
    expect(cold.work).toEqual({ reused: 0, made: 2 * DETECTORS })
    const warm = await runWith(scenario, true)
    expect(bits(warm.run)).toEqual(bits(bare))
    expect(warm.work).toEqual({ reused: 2 * DETECTORS, made: 0 })
    expect(warm.tasks).toEqual([])
  })

  it("runs a detector again whose code changed, and no other; draws and writes nothing that it does not read", async () => {
    await runWith(scenario, true)
    const changed = codeDigests.detectors as Record<string, string>
    const before = changed["response-latency"]!
    changed["response-latency"] = "0".repeat(64)
    try {
      const again = await runWith(scenario, true)
      expect(bits(again.run)).toEqual(bits(bare))
      expect(again.work).toEqual({ reused: 2 * (DETECTORS - 1), made: 2 })
      expect(new Set(again.tasks)).toEqual(new Set(["evidence"]))
    } finally {
      changed["response-latency"] = before
    }
  })

  it("writes no note again for a detector that reads them, unless they are no longer kept", async () => {
    await runWith(scenario, true)
    const detectors = codeDigests.detectors as Record<string, string>
    const before = detectors["near-duplicate-text"]!
    try {
      for (const [edit, missing] of ["first", "second"].entries()) {
        detectors["near-duplicate-text"] = missing
        const notes = readdirSync(folder).filter((name) => name.endsWith(".notes.kept"))
        for (const name of notes.slice(0, edit)) rmSync(join(folder, name))
        const again = await runWith(scenario, true)
        expect(bits(again.run)).toEqual(bits(bare))
        expect(again.work.made).toBe(2)
        expect(again.written).toBe(edit)
      }
    } finally {
      detectors["near-duplicate-text"] = before
    }
  })

  it("makes everything again when the generator's code changed", async () => {
    await runWith(scenario, true)
    const digests = codeDigests as { generator: string }
    const before = digests.generator
    digests.generator = "0".repeat(64)
    try {
      const again = await runWith(scenario, true)
      expect(again.work).toEqual({ reused: 0, made: 2 * DETECTORS })
      expect(again.tasks).toContain("roster")
      expect(bits(again.run)).toEqual(bits(bare))
    } finally {
      digests.generator = before
    }
  })

  it("is the same after a detector was dropped, and after it came back", async () => {
    const fewer = { ...scenario, detectors: { ...scenario.detectors, use: scenario.detectors.use.slice(1) } }
    await runWith(scenario, true)
    const dropped = await runWith(fewer, true)
    expect(dropped.work).toEqual({ reused: 2 * (DETECTORS - 1), made: 0 })
    expect(bits(dropped.run)).toEqual(bits((await runWith(fewer, false)).run))
    expect((await runWith(scenario, true)).work.made).toBe(0)
  })

  it("shares what settings do not move that no population is shaped by", async () => {
    await runWith(scenario, true)
    const otherwise: Scenario = {
      ...scenario,
      name: "other",
      definition: { ...scenario.definition, automation: 0.6 },
      fusion: { ...scenario.fusion, method: "maximum" },
      threshold: 0.5,
    }
    const moved = await runWith(otherwise, true)
    expect(moved.work.made).toBe(0)
    expect(bits(moved.run)).toEqual(bits((await runWith(otherwise, false)).run))
    for (const other of [
      { ...scenario, seed: "another" },
      { ...scenario, start: "2026-03-03" },
      { ...scenario, detectors: { ...scenario.detectors, coActionWindow: 61 } },
    ])
      expect((await runWith(other, true)).work.reused).toBe(0)
  })

  it.each<[string, (file: string) => void]>([
    ["corrupted", (file) => flip(file)],
    ["truncated", (file) => truncateSync(file, readFileSync(file).length - 100)],
    ["empty", (file) => writeFileSync(file, "")],
    ["of another program", (file) => writeFileSync(file, "{}")],
  ])("makes again what is %s on disk, and is the same", async (_, damage) => {
    await runWith(scenario, true)
    const files = readdirSync(folder).map((name) => join(folder, name))
    expect(files).toHaveLength(2 * (1 + DETECTORS) + TILES)
    for (const file of files) damage(file)
    const again = await runWith(scenario, true)
    expect(again.work).toEqual({ reused: 0, made: 2 * DETECTORS })
    expect(bits(again.run)).toEqual(bits(bare))
    expect((await runWith(scenario, true)).work.made).toBe(0)
  })

  it("takes a population again whose findings are kept, and findings whose population is not", async () => {
    await runWith(scenario, true)
    const all = readdirSync(folder).filter((name) => !name.endsWith(".notes.kept"))
    const files = all.map((name) => join(folder, name))
    // Populations are the two largest entries but for their notes.
    files.sort((a, b) => readFileSync(b).length - readFileSync(a).length)
    for (const file of files.slice(0, 2)) rmSync(file)
    const again = await runWith(scenario, true)
    expect(again.tasks).toContain("roster")
    expect(again.work).toEqual({ reused: 2 * DETECTORS, made: 0 })
    expect(bits(again.run)).toEqual(bits(bare))
  })

  it("takes a plug-in's findings by its content, and asks one again that has none", async () => {
    const asked: string[] = []
    const plugin = (digest: string | null): Plugin => ({
      kind: "endpoint",
      source: "endpoint http://localhost",
      digest,
      description: { id: "told", layer: "content", title: "Told", version: 1, reads: [], features: [] },
      async detect({ size }) {
        asked.push(String(digest))
        return {
          score: new Float32Array(size.accounts).fill(0.5),
          features: {},
          summary: { half: Number.NaN },
          reasons: { account: Uint32Array.of(1), weight: Float32Array.of(1), text: ["Because"] },
        }
      },
    })
    const first = await runWith(scenario, true, [plugin("a")])
    expect(first.work.made).toBe(2 * (DETECTORS + 1))
    const second = await runWith(scenario, true, [plugin("a")])
    expect(second.work).toEqual({ reused: 2 * (DETECTORS + 1), made: 0 })
    expect(bits(second.run)).toEqual(bits(first.run))
    await runWith(scenario, true, [plugin("b")])
    await runWith(scenario, true, [plugin(null)])
    await runWith(scenario, true, [plugin(null)])
    expect(asked).toEqual(["a", "a", "b", "b", "null", "null", "null", "null"])
    // What asks plug-ins and reads their answers is ours, and may change.
    const before = codeDigests.plugins
    Object.assign(codeDigests, { plugins: "changed" })
    try {
      expect((await runWith(scenario, true, [plugin("b")])).work.made).toBe(2)
    } finally {
      Object.assign(codeDigests, { plugins: before })
    }
  })
})

function flip(file: string): void {
  const bytes = readFileSync(file)
  const middle = bytes.length >> 1
  bytes[middle] = bytes[middle]! ^ 1
  writeFileSync(file, bytes)
}
