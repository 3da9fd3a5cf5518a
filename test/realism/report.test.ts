/** The realism report: when a row is met, and that the same scenario yields the same rows whoever measures them. */
import { readFileSync } from "node:fs"
import { pathToFileURL } from "node:url"
import { beforeAll, describe, expect, it } from "vitest"
import { MOST_MEASURED, measurable, type Population } from "../../src/core/realism/population.ts"
import type { RealismReport } from "../../src/core/realism/realism-report.ts"
import { countsOf, realismReport } from "../../src/core/realism/report.ts"
import {
  about,
  defineDomain,
  type Estimate,
  measure,
  type NotApplicable,
} from "../../src/core/realism/row.ts"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import { inSharedMemory } from "../../src/core/shared-columns.ts"
import { inProcess } from "../../src/core/tasks.ts"
import { measureRealism } from "../../src/engine/realism.ts"

const tiny = parseScenario(readFileSync("simulations/tiny.yaml", "utf8"), "tiny.yaml")

/** The one row of a domain whose statistic comes out so. */
function rowOf(estimate: Estimate | NotApplicable, published: readonly [number, number] = [1, 2]) {
  const target = { id: "a", title: "A", side: "all", unit: "", certainty: "soft", source: "B" } as const
  const domain = defineDomain<null>({
    group: "network",
    collect: () => null,
    rows: [{ ...target, published, estimate: () => estimate }],
  })
  return measure(domain, {} as Population)[0]!
}

describe("a row", () => {
  it("is met when its interval touches the published range", () => {
    expect(rowOf({ value: 1.5, interval: [1.4, 1.6], count: 9 })).toMatchObject({ met: true, generated: 1.5 })
    expect(rowOf({ value: 2.1, interval: [2, 2.2], count: 9 }).met).toBe(true)
    expect(rowOf({ value: 0.5, interval: [0, 9], count: 9 }).met).toBe(true)
    expect(rowOf({ value: 2.2, interval: [2.1, 2.3], count: 9 }).met).toBe(false)
    expect(rowOf({ value: 0.9, interval: [0.8, 0.99], count: 9 }).met).toBe(false)
  })

  it("of a single published value is met within a tenth of it, also below zero", () => {
    expect(about(2)).toEqual([1.8, 2.2])
    const below = rowOf({ value: -0.5, interval: [-0.5, -0.5], count: 9 }, about(-0.45))
    expect(below.met).toBe(false)
    expect(rowOf({ value: -0.49, interval: [-0.49, -0.49], count: 9 }, about(-0.45)).met).toBe(true)
  })

  it("that cannot be taken does not apply, and says why", () => {
    expect(rowOf({ why: "nobody" })).toMatchObject({
      met: null,
      generated: null,
      interval: null,
      why: "nobody",
    })
  })

  it("that comes to no number without a reason is a defect, told by its name", () => {
    const numbers = [Number.NaN, Number.POSITIVE_INFINITY]
    for (const wrong of numbers) {
      expect(() => rowOf({ value: wrong, interval: [0, 1], count: 20 })).toThrow(/realism row a comes to/)
      expect(() => rowOf({ value: 1, interval: [0, wrong], count: 20 })).toThrow(/realism row a comes to/)
    }
  })

  it("that is a sanity check is counted apart from published statistics", () => {
    const met = rowOf({ value: 1.5, interval: [1.4, 1.6], count: 9 })
    const within = rowOf({ value: 2.1, interval: [2, 2.2], count: 9 })
    const missed = rowOf({ value: 9, interval: [9, 9], count: 9 })
    const rows = [
      met,
      within,
      missed,
      rowOf({ why: "nobody" }),
      { ...met, check: true },
      { ...missed, check: true },
    ]
    expect(countsOf(rows)).toEqual({ met: 2, within: 1, applicable: 3, checks: 2, checksMet: 1 })
  })
})

describe("the report", () => {
  const stages: number[] = []
  let report: RealismReport
  beforeAll(async () => {
    report = await realismReport(tiny, inProcess, (_, fraction) => stages.push(fraction))
  }, 120_000)

  it("is the same in process and on worker threads, and counts its rows", async () => {
    const options = { workers: 2, workerFile: pathToFileURL("out/main/worker.js") }
    expect(await measureRealism(tiny, options)).toEqual(report)
    expect(stages).toEqual(stages.toSorted((a, b) => a - b))
    expect(stages.at(-1)).toBe(1)
    const statistics = report.rows.filter((row) => !row.check)
    expect(report.met).toBe(statistics.filter((row) => row.met === true).length)
    expect(report.applicable).toBe(statistics.filter((row) => row.why === null).length)
    // The value lies in its interval, so a row that is right by its value is met.
    expect(report.within).toBeGreaterThan(0)
    expect(report.within).toBeLessThanOrEqual(report.met)
  }, 120_000)

  it("has rows of every group, each with a name of its own, a range and a source", () => {
    const { rows } = report
    expect([...new Set(rows.map(({ group }) => group))].sort()).toEqual([
      "behaviour",
      "media",
      "network",
      "reports",
      "text",
    ])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    for (const { id, title, published, source, generated, interval, met } of rows) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(published[0], id).toBeLessThanOrEqual(published[1])
      expect([title, source].every((text) => text.length > 0)).toBe(true)
      expect([generated, interval, met].filter((one) => one === null).length % 3, id).toBe(0)
      if (interval) expect(interval[0], id).toBeLessThanOrEqual(interval[1])
    }
  })

  it("marks what is no published statistic", () => {
    expect(report.rows.filter(({ check }) => check).map(({ id }) => id)).toEqual([
      "generated-departure",
      "generated-comb",
      "hash-match-same",
      "hash-match-unrelated",
      "co-action-repeats-ordinary",
      "follower-tail",
      "prevalence",
    ])
  })

  it("measures corpora of one size on both sides", () => {
    for (const name of ["heaps", "zlib"]) {
      const [authentic, managed] = ["authentic", "managed"].map(
        (side) => report.rows.find(({ id }) => id === `${name}-${side}`)!.title.match(/\d+ characters/)![0],
      )
      expect(authentic).toBe(managed)
    }
  })

  it("measures a large scenario by fewer accounts of its kind", () => {
    expect(measurable({ ...tiny, accounts: 2_000_000 }).accounts).toBe(MOST_MEASURED)
    expect(measurable(tiny)).toEqual(tiny)
  })
})

describe("shared memory", () => {
  it("holds the same values in the same types, and leaves the rest as it is", () => {
    const tile = {
      time: Uint32Array.of(1, 2),
      part: { x: Float32Array.of(0.5), none: undefined },
      n: 3,
      list: null,
    }
    const copy = inSharedMemory(tile)
    expect(copy).toEqual(tile)
    expect(copy.time.buffer).toBeInstanceOf(SharedArrayBuffer)
    expect(copy.part.x.buffer).toBeInstanceOf(SharedArrayBuffer)
    expect(inSharedMemory(copy).time).toBe(copy.time)
  })
})
