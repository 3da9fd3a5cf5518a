import { describe, expect, it } from "vitest"
import { reportReliability } from "../../src/core/detection/reports/report-reliability.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { DAY, type HandReport, HOUR, judge } from "./hand-made.ts"

const reports = (count: number, gap: number, record: { decided?: number; upheld?: number } = {}) =>
  Array.from({ length: count }, (_, i): HandReport => ({ time: i * gap, reporter: 100 + i, ...record }))

/** (0 + 4 * 0.16) / (0 + 4): what a report by somebody without a record counts. */
const UNKNOWN = 0.16

describe("report reliability", () => {
  it("scores 0 an account that nobody reported: that is evidence too", async () => {
    const { score, feature } = await judge(reportReliability, [{}])
    expect(score[0]!).toBe(0)
    expect(feature("reports", 0)).toBe(0)
    expect([feature("earlierDecided", 0), feature("earlierUpheld", 0)]).toEqual([0, 0])
  })

  it("counts each reporter's record once, however often he reports", async () => {
    const by = (reporter: number, time: number) => ({ time, reporter, decided: 4, upheld: 3 })
    const { feature } = await judge(reportReliability, [
      { reports: [by(1, 0), by(2, 10 * DAY), by(1, 20 * DAY)] },
      {},
      {},
    ])
    expect([feature("reports", 0), feature("earlierDecided", 0), feature("earlierUpheld", 0)]).toEqual([
      3, 8, 6,
    ])
  })

  it("weighs a report by its reporter's record, shrunk to 16 % by four decisions", async () => {
    const { score, feature } = await judge(reportReliability, [
      { reports: reports(1, DAY) },
      { reports: reports(1, DAY, { decided: 16, upheld: 15 }) },
      { reports: reports(1, DAY, { decided: 16, upheld: 0 }) },
    ])
    expectClose(feature("weight", 0), UNKNOWN, 1e-6)
    expectClose(feature("weight", 1), 15.64 / 20, 1e-6)
    expectClose(feature("weight", 2), 0.64 / 20, 1e-6)
    expectClose(score[1]!, 1 - Math.exp(-15.64 / 20), 1e-6)
    expect(score[1]!).toBeGreaterThan(score[0]!)
    expect(score[0]!).toBeGreaterThan(score[2]!)
  })

  it("lets three careful reporters outweigh ten careless ones", async () => {
    const { score } = await judge(reportReliability, [
      { reports: reports(3, DAY, { decided: 20, upheld: 17 }) },
      { reports: reports(10, DAY, { decided: 20, upheld: 1 }) },
    ])
    expect(score[0]!).toBeGreaterThan(score[1]!)
  })

  it("counts forty reports within six hours as one, and forty spread ones in full", async () => {
    const { score, feature } = await judge(reportReliability, [
      { reports: reports(40, 500) },
      { reports: reports(40, 16 * HOUR) },
      { reports: reports(2, 16 * HOUR) },
    ])
    expectClose(feature("weight", 0), UNKNOWN, 1e-6)
    expectClose(feature("weight", 1), UNKNOWN * 40, 1e-6)
    expect(feature("largestBurst", 0)).toBe(40)
    expect(feature("largestBurst", 1)).toBe(1)
    expect(score[0]!).toBeLessThan(score[2]!)
    expect(score[1]!).toBeGreaterThan(0.99)
  })

  it("takes steady reports, five hours apart for a week, for no brigade", async () => {
    const { feature } = await judge(reportReliability, [{ reports: reports(34, 5 * HOUR) }])
    expect(feature("largestBurst", 0)).toBe(2)
    // Two by two.
    expectClose(feature("weight", 0), UNKNOWN * 17, 1e-5)
  })

  it("takes the mean of the records in a burst: no number of careless reporters outweighs a careful one", async () => {
    const careless = reports(40, 100, { decided: 12, upheld: 0 })
    const careful: HandReport = { time: 10, reporter: 5, decided: 16, upheld: 15 }
    const { feature } = await judge(reportReliability, [
      { reports: careless },
      { reports: [careful] },
      { reports: [...careless, careful] },
    ])
    expectClose(feature("weight", 0), 0.64 / 16, 1e-6)
    expectClose(feature("weight", 1), 15.64 / 20, 1e-6)
    expectClose(feature("weight", 2), (40 * (0.64 / 16) + 15.64 / 20) / 41, 1e-6)
  })

  it("begins a burst with its first report: six hours are still within, a second more is not", async () => {
    const { feature } = await judge(reportReliability, [
      { reports: [{ time: 0 }, { time: 6 * HOUR }] },
      { reports: [{ time: 0 }, { time: 6 * HOUR + 1 }] },
    ])
    expect(feature("largestBurst", 0)).toBe(2)
    expect(feature("largestBurst", 1)).toBe(1)
  })

  it("tells how many reports there are, what they count, and that it may be a brigade", async () => {
    const { features } = await judge(reportReliability, [{ reports: reports(40, 500) }])
    const row = reportReliability.features.map(({ id }) => features["report-reliability"]![id]![0]!)
    const [reported, burst] = reportReliability.reasons(row, { shareAtOrAbove: () => 0.01 })
    expect(reported!.text).toBe(
      "reports received: 40; of 0 earlier reports by the same people that were decided, 0 were upheld; they count as 0.16, as much as in 1 in 100 accounts",
    )
    expect(burst!.values).toEqual({ burst: 40 })
    expect(burst!.weight).toBeLessThan(reported!.weight)
  })
})
