/** Attention on real worker threads: a run's engagement is generated again, and any number of them finds the same. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { collectEngagement } from "../../src/core/engagement.ts"
import { CancelledError, DataError } from "../../src/core/errors.ts"
import { EMPTY_POLICY } from "../../src/core/policy/policy.ts"
import { BIN } from "../../src/core/population/feed.ts"
import { buildWorld } from "../../src/core/population/populate.ts"
import { generateTile } from "../../src/core/population/tile.ts"
import type { Run } from "../../src/core/run.ts"
import { inProcess } from "../../src/core/tasks.ts"
import { attentionOf, engagementOf } from "../../src/engine/attention.ts"
import { openStore } from "../../src/store/store.ts"
import { putTinyRun } from "../setup/tiny-run.ts"

const workerFile = pathToFileURL(fileURLToPath(new URL("../../out/main/worker.js", import.meta.url)))
const folder = mkdtempSync(join(tmpdir(), "assay-attention-"))
let run: Run

beforeAll(async () => {
  const report = await putTinyRun(folder)
  run = await openStore(folder).read(basename(report.run))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe("collectEngagement", () => {
  it("finds what tiles show of posts and reactions, and the quality that the feed drew them by", async () => {
    const { scenario } = run.manifest
    const engagement = await collectEngagement(scenario, inProcess, () => {})
    const world = await buildWorld(scenario, inProcess, () => {})
    const { posts, interactions } = generateTile(
      world,
      100,
      140,
      new Set(["posts.time", "interactions.object"]),
    )
    const first = engagement.actionOffset[100]
    const end = engagement.actionOffset[140]
    expect([...engagement.postTime.subarray(engagement.postOffset[100], engagement.postOffset[140])]).toEqual(
      [...posts!.time],
    )
    expect([...engagement.time.subarray(first, end)]).toEqual([...interactions!.time])
    expect([...engagement.kind.subarray(first, end)]).toEqual([...interactions!.kind])
    expect([...engagement.post.subarray(first, end)]).toEqual([...interactions!.object])
    expect(end - first).toBeGreaterThan(100)
    // A bin of the feed holds each post as often as quality and following have it, give or take one.
    const { entries, offset } = world.feed
    const authorOf = (post: number) =>
      engagement.postOffset.findIndex((_, k) => engagement.postOffset[k + 1] > post)
    const pull = (post: number) =>
      engagement.quality[post] * Math.sqrt(20 + engagement.followers[authorOf(post)])
    let busiest = 0
    for (let bin = 0; bin + 1 < offset.length; bin++)
      if (offset[bin + 1] - offset[bin] > offset[busiest + 1] - offset[busiest]) busiest = bin
    const inBin = [...engagement.postTime.keys()].filter(
      (post) => Math.floor(engagement.postTime[post] / BIN) === busiest,
    )
    const all = inBin.reduce((sum, post) => sum + pull(post), 0)
    expect(inBin.length).toBeGreaterThan(10)
    for (const post of inBin) {
      const times = entries
        .subarray(offset[busiest], offset[busiest + 1])
        .filter((one) => one === post).length
      expect(Math.abs(times - (inBin.length * pull(post)) / all)).toBeLessThan(1.001)
    }
  })
})

describe("attentionOf", () => {
  const settings = { draws: 4, thresholds: [0.2, 0.6], action: "limit" } as const

  it("finds the same with one worker and with two, and with engagement that is there", async () => {
    const fractions: number[] = []
    const one = await attentionOf(run, EMPTY_POLICY, {
      ...settings,
      workers: 1,
      workerFile,
      onProgress: ({ stage, fraction }) => fractions.push(fraction + (stage === "attention" ? 1 : 0)),
    })
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b))
    const engagement = await engagementOf(run, { workers: 2, workerFile })
    const two = await attentionOf(run, EMPTY_POLICY, { ...settings, workers: 2, workerFile, engagement })
    expect(two).toEqual(one)
    expect(one.baseline.managedShare.value).toBeGreaterThan(0)
    expect(JSON.parse(JSON.stringify(one)).curve.points).toHaveLength(2)
  })

  it("rejects with CancelledError when it is cancelled, before or during the work", async () => {
    await expect(
      attentionOf(run, EMPTY_POLICY, { workers: 1, workerFile, signal: AbortSignal.abort() }),
    ).rejects.toBeInstanceOf(CancelledError)
    const controller = new AbortController()
    const running = attentionOf(run, EMPTY_POLICY, {
      workers: 1,
      workerFile,
      signal: controller.signal,
      onProgress: ({ stage }) => stage === "attention" && controller.abort(),
    })
    await expect(running).rejects.toBeInstanceOf(CancelledError)
  })

  it("refuses a run of another generator", async () => {
    const other: Run = { ...run, manifest: { ...run.manifest, versions: { assay: "0", generator: "other" } } }
    await expect(attentionOf(other, EMPTY_POLICY, { workers: 1, workerFile })).rejects.toBeInstanceOf(
      DataError,
    )
  })
})
