/** What an inspected account says of itself, held against the run's own features and pairs. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { AccountDetail } from "../../src/core/account-detail.ts"
import { MOST_DIFFERING } from "../../src/core/detection/content/perceptual-hash.ts"
import { riskOf } from "../../src/core/detection/fusion/fusion.ts"
import { detectorsNamed } from "../../src/core/detection/registry.ts"
import { type Inspection, inspectAccount, openInspection } from "../../src/core/inspection.ts"
import { accountClearing, judgeAccount, openJudging } from "../../src/core/judgement.ts"
import { buildWorld } from "../../src/core/population/populate.ts"
import type { Run } from "../../src/core/run.ts"
import { inProcess } from "../../src/core/tasks.ts"
import { openStore } from "../../src/store/store.ts"
import { putTinyRun } from "../setup/tiny-run.ts"

const folder = mkdtempSync(join(tmpdir(), "assay-inspection-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let run: Run
let inspection: Inspection
const inspected = new Map<number, AccountDetail>()

beforeAll(async () => {
  await putTinyRun(folder)
  const store = openStore(folder)
  run = await store.read((await store.list())[0]!.id)
  inspection = openInspection(openJudging(run), await buildWorld(run.manifest.scenario, inProcess, () => {}))
}, 60_000)

function detailOf(account: number): AccountDetail {
  const known = inspected.get(account) ?? inspectAccount(inspection, account)
  inspected.set(account, known)
  return known
}

/** Accounts of the strongest pairs that a detector found. */
const pairedBy = (detector: string) => [...new Set(run.pairs[detector]!.a.subarray(0, 12))]
const some = Array.from({ length: 20 }, (_, k) => k * 25)

describe("an inspected account", () => {
  it("names as many shared objects as co-action counted", () => {
    const { coActionWindow } = run.manifest.scenario.detectors
    let told = 0
    for (const account of pairedBy("co-action")) {
      const partners = detailOf(account).neighbours.filter(({ detector }) => detector === "co-action")
      for (const { weight, objects } of partners.slice(0, 20)) {
        expect(objects.length).toBe(Math.min(20, weight))
        told += objects.length
        for (const { secondsApart } of objects) expect(secondsApart).toBeLessThanOrEqual(coActionWindow)
      }
    }
    expect(told).toBeGreaterThan(20)
  })

  it("marks in a near-duplicate what both posts say", () => {
    const posts = pairedBy("near-duplicate-text").flatMap((account) => detailOf(account).posts)
    const duplicates = posts.filter(({ nearDuplicate }) => nearDuplicate !== null)
    expect(duplicates.length).toBeGreaterThan(3)
    for (const { text, nearDuplicate } of duplicates) {
      const { similarity, same, sameThere, text: there } = nearDuplicate!
      expect(similarity).toBeGreaterThanOrEqual(0.4)
      const parts = (of: string, places: typeof same) => places.map(([from, to]) => of.slice(from, to))
      expect(parts(text, same).join("").length).toBeGreaterThan(0.3 * text.length)
      // Whatever is marked here stands there too, though perhaps cut otherwise or capitalised.
      const other = parts(there, sameThere).join("").toLowerCase()
      for (const letter of parts(text, same).join("").toLowerCase().match(/\p{L}/gu)!)
        expect(other).toContain(letter)
    }
  })

  it("tells posts that repeat an earlier one of the account", () => {
    const repeated =
      run.features["phrase-inventory"]!.duplicates ?? run.features["phrase-inventory"]!.repeated
    const most = [...repeated.keys()].sort((a, b) => (repeated[b]! || 0) - (repeated[a]! || 0))[0]!
    const { posts } = detailOf(most)
    const repeats = posts.filter((post) => post.repeats !== null)
    expect(repeats.length).toBeGreaterThan(1)
    for (const post of repeats) {
      const earlier = posts.find(({ time }) => time === post.repeats!.time)!
      expect(earlier.time).toBeLessThan(post.time)
      if (post.repeats!.similarity === 1) expect(earlier.text).toBe(post.text)
    }
  })

  it("counts every gap once, and its peers' in shares", () => {
    for (const account of some) {
      const { posts, gaps } = detailOf(account)
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
      expect(sum(gaps.count)).toBe(Math.max(0, posts.length - 1))
      if (gaps.accounts > 0) expect(sum(gaps.usual)).toBeCloseTo(1, 9)
    }
    expect(some.some((account) => detailOf(account).gaps.accounts >= 30)).toBe(true)
  })

  it("counts reports as the detector did", () => {
    const weight = run.features["report-reliability"]!.weight!
    const reported = [...weight.keys()].filter((account) => weight[account]! > 0).slice(0, 10)
    expect(reported.length).toBeGreaterThan(3)
    for (const account of reported) {
      const counted = detailOf(account).reports.reduce((sum, report) => sum + report.counted, 0)
      expect(counted).toBeCloseTo(weight[account]!, 5)
    }
  })

  it("finds the covers that it shares with those who share several", () => {
    const shared = run.features["synthetic-media"]!.repeated!
    const sharing = [...shared.keys()].filter((account) => shared[account]! >= 2).slice(0, 8)
    expect(sharing.length).toBeGreaterThan(0)
    for (const account of sharing) {
      const alike = detailOf(account).posts.flatMap(({ media }) => media?.alike ?? [])
      expect(alike.length).toBeGreaterThan(0)
      for (const { account: other, differingBits } of alike) {
        expect(differingBits).toBeLessThanOrEqual(MOST_DIFFERING)
        expect(other).not.toBe(account)
      }
    }
  })

  it("holds nine tenths of its pictures' power within what is usual, over many accounts", () => {
    const { low, high, middle } = detailOf(0).usualSpectrum!
    let within = 0
    let all = 0
    for (const account of some)
      for (const { media } of detailOf(account).posts)
        for (const [band, value] of (media?.spectrum ?? []).entries()) {
          all++
          if (value >= low[band]! && value <= high[band]!) within++
        }
    expect(all).toBeGreaterThan(500)
    expect(within / all).toBeGreaterThan(0.8)
    expect(within / all).toBeLessThan(0.97)
    for (const [band, value] of middle.entries()) expect(value).toBeGreaterThan(low[band]!)
  })
})

describe("what would have cleared it", () => {
  it("is on the other side with the score that was needed, and with the feature that yields it", () => {
    const { threshold } = run.manifest.scenario
    const detectors = detectorsNamed(run.manifest.scenario.detectors.use)
    let features = 0
    for (const account of some) {
      const scores = Object.fromEntries(
        Object.entries(run.columns.scores).map(([id, column]) => [id, column[account]!]),
      )
      const { isFlagged, detectors: ways } = accountClearing(run, account, threshold)
      expect(isFlagged).toBe(run.columns.risk[account]! >= threshold)
      for (const { detector: id, needed, feature } of ways) {
        if (!needed) continue
        const flaggedAt = (score: number) =>
          riskOf(run.manifest.fusion, { ...scores, [id]: score }) >= threshold
        expect(flaggedAt(needed.score)).toBe(!isFlagged)
        if (!feature) continue
        features++
        const detector = detectors.find((one) => one.id === id)!
        const row = detector.features.map((one) =>
          one.id === feature.feature ? feature.needed : run.features[id]![one.id]![account]!,
        )
        expect(flaggedAt(Math.fround(detector.score(row)))).toBe(!isFlagged)
      }
    }
    expect(features).toBeGreaterThan(20)
  })

  it("tells the same reasons, and the same name, with the evidence and without", () => {
    for (const account of [3, 90, 161]) {
      const judgement = judgeAccount(inspection, account)
      expect(judgement.detectors).toEqual(detailOf(account).detectors)
      expect(detailOf(account).profile).toMatchObject(judgement.profile)
    }
  })
})
