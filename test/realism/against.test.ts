/** Statistics by which a generated population and a real log are compared, on hand-made evidence and on real logs. */
import { describe, expect, it } from "vitest"
import { NONE } from "../../src/core/evidence/evidence.ts"
import { rowsOfLog } from "../../src/core/realism/against-rows.ts"
import { sinceFirstEvent, sincePublication, valuesOf } from "../../src/core/realism/against-statistics.ts"
import { kolmogorovSmirnov } from "../../src/core/realism/kolmogorov-smirnov.ts"
import { readLog } from "../../src/store/log.ts"
import { DAY, evidenceOf, HOUR, PERIOD_START } from "../detection/hand-made.ts"
import { testOnLog } from "../store/shared-data.ts"

describe("the Kolmogorov-Smirnov distance", () => {
  it("is that of scipy.stats.ks_2samp", () => {
    expect(kolmogorovSmirnov([1, 2, 3], [1, 2, 3])).toBe(0)
    expect(kolmogorovSmirnov([1, 2], [3, 4])).toBe(1)
    expect(kolmogorovSmirnov([1, 1, 2, 5], [1, 2, 2, 2, 3])).toBeCloseTo(0.3, 12)
    expect(kolmogorovSmirnov([0, 0, 0, 7], [0, 7])).toBe(0.25)
  })

  it("is the same the other way round", () => {
    const a = [0.1, 0.4, 0.4, 0.9]
    const b = [0.2, 0.4, 0.5]
    expect(kolmogorovSmirnov(a, b)).toBe(kolmogorovSmirnov(b, a))
  })
})

const posts = (...times: number[]) => times.map((time) => ({ time }))

/** How hand-made evidence is read: all of it, in UTC. */
const watched = (evidence: ReturnType<typeof evidenceOf>, changes = {}) => ({
  tiles: [evidence],
  counts: () => true,
  eachIsBoth: false,
  clockStart: evidence.periodStart,
  latency: sincePublication,
  ...changes,
})

describe("values", () => {
  it("are those of posts and interactions together, unless each row is both", () => {
    const evidence = evidenceOf([{ posts: posts(0, 100), actions: posts(40) }])
    expect([...valuesOf(watched(evidence)).gap]).toEqual([40, 60])
    expect([...valuesOf(watched(evidence, { eachIsBoth: true })).gap]).toEqual([100])
  })

  it("leave out accounts that do not count", () => {
    const evidence = evidenceOf([{ posts: posts(0, 7) }, { posts: posts(0, 9) }])
    const counts = (account: number) => account === 1
    expect([...valuesOf(watched(evidence, { counts })).gap]).toEqual([9])
  })

  it("tell the hour by the log's clock", () => {
    const evidence = evidenceOf([{ posts: posts(0, 22 * HOUR + 1800) }])
    expect([...valuesOf(watched(evidence)).hour]).toEqual([0, 22.5])
    const clockStart = PERIOD_START - 5 * HOUR
    expect([...valuesOf(watched(evidence, { clockStart })).hour]).toEqual([17.5, 19])
  })

  it("cut sessions at half an hour, and judge rhythm from twenty events on", () => {
    const times = Array.from({ length: 20 }, (_, k) => k * 1800 + (k >= 10 ? 1 : 0))
    const values = valuesOf(watched(evidenceOf([{ posts: posts(...times) }, { posts: posts(0, 5) }])))
    expect([...values["session-events"]]).toEqual([2, 10, 10])
    expect([values.burstiness.length, values["hour-entropy"].length]).toEqual([1, 1])
  })

  it("count latency from an object's first event by somebody else, or from its publication where that is known", () => {
    const evidence = evidenceOf([
      {
        actions: [
          { time: 50, object: 1, latency: 20 },
          { time: 10, object: 1 },
        ],
      },
      {
        actions: [
          { time: 25, object: 1, latency: NONE },
          { time: 30, object: 2 },
        ],
      },
    ])
    const since = sinceFirstEvent(evidence)
    expect([...valuesOf(watched(evidence, { latency: since })).latency]).toEqual([15])
    expect([...valuesOf(watched(evidence)).latency]).toEqual([20])
  })

  it("take texts by note, marks and repeats by account", () => {
    const note = { time: 1, text: "Good! Very good, all in all.", tokens: [1, 2] }
    const other = { time: 2, text: "Fine.", tokens: [3] }
    const values = valuesOf(watched(evidenceOf([{ posts: [...Array(9).fill(note), other] }])))
    expect([...values["note-length"]]).toEqual([1, ...Array(9).fill(6)])
    expect(values["self-duplicates"][0]).toBeCloseTo(0.8)
    expect(values["sentence-variation"]).toHaveLength(9)
    expect(values.marks).toHaveLength(1)
  })
})

describe("a real log", () => {
  const GERMAN = "coortweet_german_elections.csv.gz"
  const RUSSIAN = "coortweet_russian_coord.csv.gz"

  async function rowsOf(path: string, columns: Parameters<typeof readLog>[1], only = "") {
    const { evidence, accountNames } = await readLog(path, columns)
    const counts = (account: number) => accountNames[account]!.startsWith(only)
    const options = { counts, eachIsBoth: true, latency: sinceFirstEvent(evidence) }
    const found = rowsOfLog(watched(evidence, options), { hasClock: false })
    return (id: string) => Number(found.get(id)?.value.toFixed(3))
  }

  testOnLog(GERMAN, "yields the published share of pairs that repeat: 732 of 1,403", async (path) => {
    const row = await rowsOf(path, { account: "account_id", time: "timestamp", object: "url_id" })
    expect(row("co-action-repeats-coordinated")).toBe(Number((732 / 1403).toFixed(3)))
  })

  testOnLog(GERMAN, "yields the published burstiness of brands' pages: -0.13, 0.02, 0.24", async (path) => {
    const row = await rowsOf(path, { account: "account_id", time: "timestamp", object: "url_id" }, "fb_")
    expect(row("burstiness-brands-p10")).toBeCloseTo(-0.13, 2)
    expect(row("burstiness-brands-p50")).toBeCloseTo(0.02, 2)
    expect(row("burstiness-brands-p90")).toBeCloseTo(0.24, 2)
  })

  testOnLog(
    RUSSIAN,
    "yields the published burstiness of people, and pairs that do not repeat",
    async (path) => {
      const columns = { account: "account_id", time: "timestamp_share", object: "object_id" }
      const row = await rowsOf(path, columns)
      expect(row("burstiness-authentic-p10")).toBeCloseTo(0.38, 2)
      expect(row("burstiness-authentic-p50")).toBeCloseTo(0.63, 1)
      expect(row("burstiness-authentic-p90")).toBeCloseTo(0.87, 1)
      expect(row("memory-authentic-p90")).toBeCloseTo(0.78, 2)
      expect(row("co-action-repeats-ordinary")).toBe(Number((2 / 1092).toFixed(3)))
    },
  )
})

it("a row that needs the clock is covered only where the clock is known", () => {
  const accounts = Array.from({ length: 30 }, (_, k) => ({
    posts: posts(...Array.from({ length: 30 }, (_, n) => n * HOUR * 7 + k * DAY)),
  }))
  const evidence = evidenceOf(accounts)
  const ids = (hasClock: boolean) => [...rowsOfLog(watched(evidence), { hasClock }).keys()]
  expect(ids(false).filter((id) => id.startsWith("rhythm"))).toEqual([])
  expect(ids(true)).toContain("rhythm-22h")
  expect(ids(false)).toContain("burstiness-authentic-p50")
  expect(ids(false)).not.toContain("low-burstiness-auc")
})
