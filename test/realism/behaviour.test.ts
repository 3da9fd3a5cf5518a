import { readFileSync } from "node:fs"
import { beforeAll, describe, expect, it } from "vitest"
import { burstiness } from "../../src/core/detection/behaviour/burstiness.ts"
import { stream } from "../../src/core/random/streams.ts"
import { behaviour } from "../../src/core/realism/behaviour.ts"
import { auc } from "../../src/core/realism/behaviour-auc.ts"
import { collectConducts } from "../../src/core/realism/behaviour-conduct.ts"
import { deviationOf, gapsOf, medianOf, merged, variationOf } from "../../src/core/realism/behaviour-gaps.ts"
import { entropyOf, hourCounts, quietShare } from "../../src/core/realism/behaviour-hours.ts"
import {
  addMoments,
  addToHistogram,
  CELLS,
  deviationOfMoments,
  histogramQuantile,
  MOMENTS,
  meanOfMoments,
  pooled,
  quantileOfAccounts,
} from "../../src/core/realism/behaviour-pool.ts"
import { sessionSizes } from "../../src/core/realism/behaviour-sessions.ts"
import { tailExponent, tailExponentOver, tailOf } from "../../src/core/realism/behaviour-tail.ts"
import { type Population, witness } from "../../src/core/realism/population.ts"
import { quantile, resampled } from "../../src/core/realism/resample.ts"
import { measure, type RealismRow } from "../../src/core/realism/row.ts"
import { scenarioSchema } from "../../src/core/scenario/schema.ts"
import { inProcess } from "../../src/core/tasks.ts"
import { testOnLog } from "../store/shared-data.ts"

const DAY = 86_400
const HOUR = 3600

describe("gaps", () => {
  it("are taken between the merged and sorted times of posts and interactions", () => {
    expect([...gapsOf(merged([10, 100], [40], [1000]))]).toEqual([30, 60, 900])
    expect(gapsOf([5])).toHaveLength(0)
  })

  it("have a deviation with n in the denominator, as the published coefficients of variation", () => {
    expect(deviationOf([1, 3])).toBe(1)
    expect(variationOf([1, 3])).toBe(0.5)
    expect(medianOf([9, 1, 5])).toBe(5)
    expect(medianOf([])).toBeNaN()
  })
})

describe("the tail exponent", () => {
  const pareto = (exponent: number, least: number, count: number) =>
    Array.from({ length: count }, (_, k) => least * ((k + 0.5) / count) ** (-1 / (exponent - 1)))

  it("comes out of a power law", () => {
    expect(tailExponent(tailOf(pareto(1.8, 60, 20_000), 60))).toBeCloseTo(1.8, 2)
    expect(tailExponent(tailOf([30, 60], 60))).toBeNaN()
  })

  it("reads over a long window as it would have, though the short one cut the tail", () => {
    const random = stream("test", "renewal")
    const seen = (window: number) => {
      const gaps: number[] = []
      for (let time = 0; gaps.length < 60_000; ) {
        // Each window starts afresh, as an account's period does.
        time = time % window
        const gap = DAY * (1 - random()) ** (-1 / 0.7)
        if (time + gap < window) gaps.push(gap)
        time = time + gap < window ? time + gap : 0
      }
      return tailOf(gaps, DAY)
    }
    const short = seen(28 * DAY)
    const long = tailExponent(seen(193 * DAY))
    expect(tailExponent(short)).toBeGreaterThan(long + 0.15)
    expect(Math.abs(tailExponentOver(short, DAY, 28 * DAY, 193 * DAY) - long)).toBeLessThan(0.1)
  })
})

describe("sessions and hours", () => {
  it("end a session after half an hour without an event", () => {
    expect(sessionSizes([0, 100, 1900, 3701, 9000])).toEqual([3, 1, 1])
    expect(sessionSizes([])).toEqual([])
  })

  it("measure entropy in bits and the quietest eight hours across midnight", () => {
    expect(entropyOf(hourCounts([0, 6, 12, 18].map((hour) => hour * HOUR)))).toBe(2)
    expect(entropyOf([5, 0])).toBe(0)
    expect(entropyOf([0, 0])).toBeNaN()
    const awake = Array.from({ length: 16 }, (_, k) => ((k + 6) % 24) * HOUR)
    expect(quietShare(hourCounts(awake))).toBe(0)
    expect(quietShare(new Float64Array(24).fill(2))).toBeCloseTo(1 / 3)
  })
})

/** Values of accounts that belong to nothing together. */
const alone = (values: readonly number[]) => values.map((value, cluster) => ({ cluster, value }))

describe("pooling", () => {
  it("finds quantiles of a histogram to 1 %, and none of nothing", () => {
    const counts = new Float64Array(CELLS)
    expect(histogramQuantile(counts, 0.5)).toBeNaN()
    for (let value = 1; value <= 1000; value++) addToHistogram(counts, value)
    expect(histogramQuantile(counts, 0.5) / 500).toBeCloseTo(1, 1.9)
    expect(histogramQuantile(counts, 0.9) / 900).toBeCloseTo(1, 1.9)
  })

  it("takes moments", () => {
    const sums = new Float64Array(MOMENTS)
    for (const value of [2, 4, 9]) addMoments(sums, value)
    expect(meanOfMoments(sums)).toBe(5)
    expect(deviationOfMoments(sums)).toBeCloseTo(deviationOf([2, 4, 9]), 12)
  })

  it("draws accounts, so that events of one account do not count as many", () => {
    // 400 accounts of 100 equal events each: the mean is as uncertain as that of 400 values.
    const random = stream("test", "accounts")
    const values = Array.from({ length: 400 }, () => random())
    const estimate = pooled(
      "test",
      alone(values),
      MOMENTS,
      (sums, { value }) => {
        for (let event = 0; event < 100; event++) addMoments(sums, value)
      },
      meanOfMoments,
    )
    if ("why" in estimate) throw new Error(estimate.why)
    const error = deviationOf(values) / Math.sqrt(400)
    expect(estimate.count).toBe(400)
    expect((estimate.interval[1] - estimate.interval[0]) / (2 * 1.96 * error)).toBeGreaterThan(0.7)
    expect((estimate.interval[1] - estimate.interval[0]) / (2 * 1.96 * error)).toBeLessThan(1.3)
  })

  it("draws whole fleets, and never parts one among lots", () => {
    // 50 fleets of 40 accounts that are all alike: the mean is as uncertain as that of 50 values.
    const random = stream("test", "fleets")
    const fleets = Array.from({ length: 50 }, () => random())
    const accounts = fleets.flatMap((value, cluster) =>
      Array.from({ length: 40 }, () => ({ cluster, value })),
    )
    const add = (sums: Float64Array, { value }: { value: number }) => addMoments(sums, value)
    const estimate = pooled("test", accounts, MOMENTS, add, meanOfMoments)
    if ("why" in estimate) throw new Error(estimate.why)
    const error = deviationOf(fleets) / Math.sqrt(50)
    const width = (estimate.interval[1] - estimate.interval[0]) / (2 * 1.96 * error)
    expect(width).toBeGreaterThan(0.7)
    expect(width).toBeLessThan(1.3)
    expect(pooled("test", accounts, MOMENTS, add, meanOfMoments)).toEqual(estimate)
  })

  it("bounds a quantile over fleets by drawing fleets", () => {
    const fleets = Array.from({ length: 40 }, (_, k) => k)
    const fleet = (size: number) =>
      fleets.flatMap((value) => Array.from({ length: size }, () => ({ cluster: value, value })))
    const widthOf = (found: ReturnType<typeof quantileOfAccounts>) => {
      if ("why" in found) throw new Error(found.why)
      return found.interval[1] - found.interval[0]
    }
    // However many accounts a fleet has, there are forty of them; independent accounts would be known six times as well.
    const of40 = widthOf(quantileOfAccounts("test", fleet(40), 0.5))
    const of2 = widthOf(quantileOfAccounts("test", fleet(2), 0.5))
    expect(of40 / widthOf(quantileOfAccounts("test", alone(fleets), 0.5))).toBeGreaterThan(0.6)
    expect(of40 / of2).toBeGreaterThan(0.6)
    expect(
      of40 / widthOf(quantileOfAccounts("test", alone(fleet(40).map(({ value }) => value)), 0.5)),
    ).toBeGreaterThan(4)
  })

  it("says when accounts belong to too few groups to be drawn", () => {
    const accounts = Array.from({ length: 60 }, (_, k) => ({ cluster: k % 4, value: k }))
    const why = "they belong to only 4 groups, of 5 needed"
    expect(quantileOfAccounts("test", accounts, 0.5)).toEqual({ why })
    expect(resampled(accounts, (drawn) => drawn.length, "test")).toEqual({ why })
  })

  it("bounds a quantile over accounts by order statistics, and says when there are too few", () => {
    const values = alone(Array.from({ length: 101 }, (_, k) => k))
    expect(quantileOfAccounts("test", values, 0.5)).toMatchObject({ value: 50, count: 101 })
    const median = quantileOfAccounts("test", values, 0.5)
    if ("why" in median) throw new Error(median.why)
    const { interval } = median
    expect(interval[0]).toBeCloseTo(40.2, 0)
    expect(interval[1]).toBeCloseTo(59.8, 0)
    expect(quantileOfAccounts("test", alone([1, 2]), 0.5)).toEqual({ why: "only 2 to measure, of 20 needed" })
  })

  it("counts for an AUC how often the lower is the positive, ties half", () => {
    expect(auc(Float64Array.of(3, 4), Float64Array.of(1, 2))).toBe(1)
    expect(auc(Float64Array.of(1, 2), Float64Array.of(3, 4))).toBe(0)
    expect(auc(Float64Array.of(1, 2, 3), Float64Array.of(2))).toBe(0.5)
  })
})

describe("the behaviour rows", () => {
  let population: Population
  let rows: Map<string, RealismRow>
  const measured = (of: Population) => new Map(measure(behaviour, of).map((row) => [row.id, row]))
  beforeAll(async () => {
    const scenario = scenarioSchema.parse({ name: "rows", accounts: 2500, prevalence: 0.15 })
    population = await witness(scenario, inProcess, () => {})
    rows = measured(population)
  })

  /** The population with the times of what accounts published and did made over, account by account. */
  const madeOver = (change: (times: Uint32Array, period: number) => Uint32Array): Population => ({
    ...population,
    tiles: population.tiles.map(({ evidence, behind }) => {
      const remake = <Events extends { time: Uint32Array; offset: Uint32Array }>(events: Events): Events => {
        const time = events.time.slice()
        for (let k = 0; k + 1 < events.offset.length; k++) {
          const own = time.subarray(events.offset[k], events.offset[k + 1])
          own.set(change(own, evidence.periodSeconds))
        }
        return { ...events, time }
      }
      const posts = remake(evidence.posts!)
      return { behind, evidence: { ...evidence, posts, interactions: remake(evidence.interactions!) } }
    }),
  })

  it("carry an id of their own, a range in order and a title", () => {
    const ids = behaviour.rows.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { published, title, source } of behaviour.rows) {
      expect(published[0]).toBeLessThanOrEqual(published[1])
      expect(title.length * source.length).toBeGreaterThan(0)
    }
  })

  it("say why where they cannot apply", () => {
    for (const id of ["quiet-hours-managed", "direct-message-latency-authentic-median"]) {
      expect(rows.get(id)).toMatchObject({ met: null, generated: null })
      expect(rows.get(id)!.why).toMatch(/\w/)
    }
  })

  it("tell a population whose accounts act at even gaps from people", () => {
    const regular = measured(
      madeOver((times, period) => times.map((_, k) => Math.floor((k * period) / times.length))),
    )
    for (const id of ["burstiness-authentic-p50", "burstiness-managed-p50", "regular-posting-authentic"]) {
      expect(rows.get(id)!.met, id).toBe(true)
      expect(regular.get(id)!.met, id).toBe(false)
    }
    expect(regular.get("burstiness-managed-p50")!.generated).toBeLessThan(-0.9)
    expect(regular.get("regular-posting-authentic")!.generated).toBe(1)
  })

  it("tell a population that never sleeps from people", () => {
    const random = stream("test", "sleepless")
    const sleepless = measured(
      madeOver((times, period) => times.map(() => Math.floor(random() * period)).sort()),
    )
    for (const id of ["quiet-hours-authentic-p50", "rhythm-04h", "session-events-mean"])
      expect(sleepless.get(id)!.met, id).toBe(false)
    expect(sleepless.get("rhythm-04h")!.generated).toBeCloseTo(1 / 24, 2)
  })

  it("count of a hijacked account only what the automation did, under managed accounts", () => {
    const { world, label } = population
    const conducts = collectConducts(population)
    const total = conducts.people.length + conducts.brand.length + conducts.managed.length
    expect(total).toBe(world.accounts)
    const managedEvents = conducts.managed.reduce((sum, { events }) => sum + events, 0)
    let all = 0
    for (const { evidence } of population.tiles) {
      for (let k = 0; k < evidence.accountCount; k++) {
        if (label[evidence.firstAccount + k] !== 1) continue
        for (const events of [evidence.posts!, evidence.interactions!])
          all += events.offset[k + 1]! - events.offset[k]!
      }
    }
    expect(managedEvents).toBeLessThan(all)
    expect(managedEvents).toBeGreaterThan(0.8 * all)
  })
})

testOnLog(
  "moltbook_agent_timing.csv",
  "published quantiles of agents' B are corrected for finite size, with n in the deviation",
  async (path) => {
    const lines = readFileSync(path, "utf8").trim().split("\n").slice(1)
    const corrected = lines
      .map((line) => line.split(","))
      .map(([, posts, cov]) => ({ intervals: Number(posts) - 1, cov: Number(cov) }))
      .filter(({ intervals }) => intervals >= 19)
      .map(({ intervals, cov }) => burstiness(intervalsOf(intervals, cov)))
      .sort((a, b) => a - b)
    const quantiles = [0.1, 0.5, 0.9].map((share) => quantile(corrected, share))
    for (const [k, published] of [-0.45, 0.65, 0.87].entries())
      expect(Math.abs(quantiles[k]! - published)).toBeLessThan(0.011)
  },
)

/** Intervals with mean 1 and a given coefficient of variation: one long, the others alike. */
function intervalsOf(count: number, cov: number): number[] {
  const long = 1 + cov * Math.sqrt(count - 1)
  return [long, ...new Array(count - 1).fill((count - long) / (count - 1))]
}
