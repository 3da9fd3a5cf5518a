import { describe, expect, it } from "vitest"
import { DataError, ScenarioError } from "../../src/core/errors.ts"
import { baselineOf } from "../../src/core/gate/baseline.ts"
import { judgeCheck } from "../../src/core/gate/judge.ts"
import { measureAgainst, measureGone } from "../../src/core/gate/measure.ts"
import { holmTarone } from "../../src/core/gate/multiplicity.ts"
import { expectationSchema } from "../../src/core/gate/settings.ts"
import type { Run } from "../../src/core/run.ts"
import { type Change, type GateRunOptions, gateRun } from "./run.ts"

const before = gateRun()
const baseline = baselineOf(before)
const scenario = before.manifest.scenario

const checkOf = (options: GateRunOptions) => judgeCheck([measureAgainst(baseline, gateRun(options))])

/** Does not see content farms any more. */
const blind: Change = (score, _, archetype) => (archetype === "content-farm" ? score * 0.4 : score)
/** Sees every AI-managed account more clearly, as its score is its truth. */
const keener: Change = (score, account) => (account < 120 ? score + 0.25 : score)
const noisy =
  (size: number): Change =>
  (score, _account, _archetype, random) =>
    score + size * (random() - 0.5)

describe("judging a check", () => {
  it("passes a run that is equal to its baseline at once", () => {
    const { outcome, exitCode, scenarios } = judgeCheck([measureAgainst(baseline, before)])
    expect([outcome, exitCode]).toEqual(["pass", 0])
    expect(scenarios[0]).toMatchObject({
      identical: true,
      flips: [],
      why: ["Equal to its baseline, bit for bit."],
    })
    for (const row of [...scenarios[0].figures, ...scenarios[0].cohorts])
      expect(row).toMatchObject({ outcome: "pass", difference: 0, interval: [0, 0], p: 1 })
  })

  it("finds that a detector is blind to an archetype, in the figures, the cohort and the flips", () => {
    const { outcome, exitCode, scenarios } = checkOf({ change: blind })
    expect([outcome, exitCode]).toEqual(["regress", 1])
    const rows = [...scenarios[0].figures, ...scenarios[0].cohorts]
    const outcomeOf = (figure: string, name: string | null) =>
      rows.find((row) => row.figure === figure && (row.cohort?.name ?? null) === name)?.outcome
    expect(outcomeOf("recall", null)).toBe("regress")
    expect(outcomeOf("recallAtFpr1", null)).toBe("regress")
    expect(outcomeOf("recall", "content-farm")).toBe("regress")
    expect(outcomeOf("recall", "stealth-agent")).toBe("pass")
    expect(outcomeOf("fpr", null)).toBe("pass")
    expect(scenarios[0].flips.map(({ flip, archetype, reason }) => [flip, archetype, reason])).toEqual([
      ["newlyMissed", "content-farm", "posting-rhythm"],
    ])
    // By multiples of what matters, whatever the figure.
    expect(scenarios[0].why[0]).toMatch(/^AUC fell from 0\.942 to 0\.\d+, -0\.\d+ /)
    expect(scenarios[0].why[1]).toMatch(/^Recall fell from 60\.83 % to \d+\.\d+ %, -\d+\.\d+ points/)
    expect(scenarios[0].detectors[1]).toMatchObject({ detector: "posting-rhythm", state: "changed" })
  })

  it("finds an improvement", () => {
    const { outcome, exitCode, scenarios } = checkOf({ change: keener })
    expect([outcome, exitCode]).toEqual(["improve", 0])
    expect(scenarios[0].flips.every(({ flip }) => flip === "newlyCaught")).toBe(true)
  })

  it("passes a loss that is real and smaller than what matters", () => {
    // One account of each of ten farms is lost: p is 2 / 1,024.
    const lost = new Set(
      baseline.flaggedBy["content-farm"]["posting-rhythm"].filter((_, at) => at % 2 === 0).slice(0, 14),
    )
    const change: Change = (score, account) => (lost.has(account) ? 0.1 : score)
    const matters = {
      ...scenario.gate.matters,
      recall: 0.3,
      precision: 0.3,
      recallAtFpr1: 0.3,
      auc: 0.3,
      cohortRecall: 0.6,
    }
    const run = gateRun({ change, scenario: { gate: { matters } } })
    const { outcome, scenarios } = judgeCheck([measureAgainst(baseline, run)])
    expect(scenarios[0].figures[0].adjusted).toBeLessThan(0.05)
    expect(scenarios[0].figures[0].difference).toBeCloseTo(-lost.size / 120)
    expect(outcome).toBe("pass")
  })

  it("leaves open what so few accounts cannot tell, and says how many could", () => {
    const { outcome, exitCode, scenarios } = checkOf({ change: noisy(0.1) })
    expect([outcome, exitCode]).toEqual(["inconclusive", 3])
    const open = scenarios[0].figures.filter((row) => row.outcome === "inconclusive")
    expect(open.length).toBeGreaterThan(0)
    for (const { accountsToSettle } of open) expect(accountsToSettle).toBeGreaterThan(1500)
    expect(scenarios[0].why[0]).toMatch(/accounts would settle it\.$/)
  })

  it.each([
    ["opens a scenario when a whole fleet turned, which no test of operators can tell", 20, true],
    ["lets a few accounts of a single fleet pass", 3, false],
  ])("%s", (_, turned, counts) => {
    const unchanged = measureAgainst(baseline, gateRun({}))
    const cohort = unchanged.cohorts.find(({ figure }) => figure === "recall")!
    const tested = { difference: -turned / 40, interval: [-1, 1] as const, p: 1, least: 1 }
    const fleet = { ...cohort, accounts: 40, matters: 0.05, tested, unchanged: false }
    const { outcome, scenarios } = judgeCheck([{ ...unchanged, identical: false, cohorts: [fleet] }])
    expect(scenarios[0].cohorts[0]).toMatchObject({ outcome: "inconclusive", counts })
    expect(outcome).toBe(counts ? "inconclusive" : "pass")
  })

  it("has nothing to hold a run against without a baseline, with other accounts or another definition", () => {
    const renamed = { ...baseline, populationDigest: "b".repeat(64) }
    const redefined = { ...baseline, definition: { ...baseline.definition, days: 6 } }
    const { outcome, exitCode, scenarios } = judgeCheck([
      measureAgainst(null, before),
      measureAgainst(renamed, before),
      measureAgainst(redefined, before),
      measureGone(baseline, "gone"),
    ])
    expect([outcome, exitCode]).toEqual(["new", 3])
    expect(scenarios.map((one) => one.outcome)).toEqual(["new", "new", "new", "gone"])
    expect(judgeCheck([measureGone(baseline, "gone")])).toMatchObject({ outcome: "gone", exitCode: 3 })
    expect(scenarios.map(({ why }) => why[0])).toEqual([
      "It has no baseline; `--update` writes one.",
      expect.stringContaining("other accounts than its baseline (made-up-111111111111)"),
      expect.stringContaining("labels accounts otherwise"),
      "Its scenario is no longer there; `--update` removes the baseline.",
    ])
    expect(scenarios[0].figures[0]).toMatchObject({ before: null, after: baseline.figures.recall, p: null })
    expect(scenarios[1].figures[0]).toMatchObject({ before: baseline.figures.recall, difference: 0, p: null })
  })

  it("fails by a broken promise, whatever the baseline says", () => {
    const broken = expectationSchema.parse({ figure: "recall", atLeast: 0.99 })
    const open = expectationSchema.parse({ figure: "recall", atLeast: 0.6 })
    const kept = expectationSchema.parse({ figure: "recall", atLeast: 0.2 })
    const judged = (...expectations: (typeof broken)[]) => {
      const run: Run = {
        ...before,
        manifest: { ...before.manifest, scenario: { ...scenario, expectations } },
      }
      const { outcome, scenarios } = judgeCheck([measureAgainst(baseline, run)])
      return [outcome, scenarios[0].expectations.map((row) => row.outcome)]
    }
    expect(judged(broken, kept)).toEqual(["regress", ["broken", "kept"]])
    expect(judged(open, kept)).toEqual(["inconclusive", ["inconclusive", "kept"]])
    expect(judged(kept)).toEqual(["pass", ["kept"]])
  })

  it("does not pass a run that a detector failed in", () => {
    const failures = [{ detector: "late", message: "detector late: took longer than 30 seconds" }]
    const run: Run = { ...before, manifest: { ...before.manifest, failures } }
    const { outcome, scenarios } = judgeCheck([measureAgainst(baseline, run)])
    expect(outcome).toBe("inconclusive")
    expect(scenarios[0].detectors.at(-1)).toMatchObject({ detector: "late", state: "failed", before: null })
    expect(scenarios[0].why[0]).toContain("Detector late failed")
  })

  it("charges nothing for scenarios in which nothing flipped, and something for those in which much did", () => {
    const changed = measureAgainst(baseline, gateRun({ change: blind }))
    const same = measureAgainst(baseline, before)
    const adjustedOf = (...others: (typeof same)[]) =>
      judgeCheck([changed, ...others]).scenarios[0].figures.map(({ adjusted }) => adjusted)
    expect(adjustedOf(same, same, same)).toEqual(adjustedOf())
    const [alone, besides] = [
      adjustedOf(),
      adjustedOf(measureAgainst(baseline, gateRun({ change: noisy(0.5) }))),
    ]
    expect(besides[0]).toBeGreaterThan(alone[0]!)
  })

  it("corrects figures and cohorts apart, each for half of the rate, over all scenarios", () => {
    const measured = [blind, noisy(0.05)].map((change) => measureAgainst(baseline, gateRun({ change })))
    const { scenarios } = judgeCheck(measured)
    for (const family of ["figures", "cohorts"] as const) {
      const tests = measured.flatMap((one) => one[family]).flatMap(({ tested }) => tested ?? [])
      const told = scenarios.flatMap((one) => one[family]).filter(({ p }) => p !== null)
      expect(told.map(({ adjusted }) => adjusted)).toEqual(holmTarone(tests).map((p) => Math.min(1, 2 * p)))
      // Not all of them at 1, which anything is cut to.
      expect(told.filter(({ adjusted }) => adjusted! < 1).length).toBeGreaterThan(1)
    }
  })

  it("counts an open cohort only where what was seen is itself worse by what matters", () => {
    const measured = measureAgainst(baseline, gateRun({ change: blind }))
    const seen = (difference: number) => {
      const tested = { difference, interval: [-0.2, -0.001] as const, p: 0.04, least: 0 }
      const [cohort] = measured.cohorts.filter(({ figure }) => figure === "recall")
      const cohorts = [{ ...cohort, tested, unchanged: false, matters: 0.05 }]
      return judgeCheck([{ ...measured, cohorts }]).scenarios[0].cohorts[0]
    }
    expect(seen(-0.04)).toMatchObject({ outcome: "inconclusive", counts: false })
    expect(seen(-0.05)).toMatchObject({ outcome: "inconclusive", counts: true })
  })

  it("is stricter at a lower rate of false alarms", () => {
    const measured = [measureAgainst(baseline, gateRun({ change: blind }))]
    const found = (rate: number) =>
      judgeCheck(measured, rate).scenarios[0].cohorts.filter((row) => row.outcome === "regress").length
    expect(found(0.05)).toBeGreaterThan(found(1e-6))
  })

  it("survives JSON as it is", () => {
    const judged = [
      checkOf({ change: noisy(0.3) }),
      judgeCheck([measureAgainst(baselineOf(gateRun({ fleets: [] })), gateRun({ fleets: [] }))]),
    ]
    for (const one of judged) expect(JSON.parse(JSON.stringify(one))).toEqual(one)
  })

  it("compares a population without AI-managed accounts by what it has", () => {
    const empty = gateRun({ fleets: [] })
    const [{ figures, cohorts, outcome }] = judgeCheck([
      measureAgainst(baselineOf(empty), gateRun({ fleets: [], change: (score) => score + 0.1 })),
    ]).scenarios
    expect(outcome).toBe("regress")
    expect(figures.find(({ figure }) => figure === "recall")).toMatchObject({ before: null, outcome: "pass" })
    expect(figures.find(({ figure }) => figure === "fpr")?.outcome).toBe("regress")
    expect(cohorts.every(({ figure }) => figure === "fpr")).toBe(true)
  })

  it("takes a fleet that is lost whole for one observation", () => {
    const fleets = [40, ...Array.from({ length: 40 }, () => 2)]
    const was = gateRun({ fleets, change: (score) => score })
    const lost = gateRun({ fleets, change: (score, account) => (account < 40 ? 0 : score) })
    const [judged] = judgeCheck([measureAgainst(baselineOf(was), lost)]).scenarios
    expect(judged.figures[0].difference).toBeLessThan(-0.1)
    expect(judged.figures[0].p).toBe(1)
    expect(judged.outcome).toBe("inconclusive")
  })

  it("lets no fleet make the size of what a few accounts make significant", () => {
    const fleets = [60, ...Array.from({ length: 80 }, () => 2)]
    const was = gateRun({ fleets })
    const lose = (isLost: (account: number) => boolean) =>
      judgeCheck([
        measureAgainst(
          baselineOf(was),
          gateRun({ fleets, change: (score, account) => (isLost(account) ? 0 : score) }),
        ),
      ]).scenarios[0]
    // One account of each of twenty small fleets.
    const fewOfMany = (account: number) => account >= 60 && account < 100 && account % 2 === 0
    const [recall] = lose((account) => account < 60 || fewOfMany(account)).figures
    expect(recall.adjusted).toBeLessThan(0.05)
    expect(recall.interval![1]).toBeGreaterThan(0)
    expect(recall.outcome).toBe("inconclusive")
    expect(recall.accountsToSettle).toBeGreaterThan(was.manifest.accounts + 1)
    expect(lose(fewOfMany).figures[0].outcome).toBe("regress")
  })
})

describe("a baseline that cannot be true of the run's accounts", () => {
  it.each([
    ["caught", { caught: baseline.caught - 1 }, "caught must be 73, got 72"],
    ["ranks", { ranks: { ...baseline.ranks, casual: [[0, 0] as const] } }, "ranks.casual must have 0 ranks"],
    ["hits", { hitAtFpr1: [3] }, "hitAtFpr1 must hold authentic accounts, got 3, which is AI-managed"],
    [
      "flags",
      { flaggedBy: { casual: { "co-action": [0] } } },
      "flaggedBy.casual.co-action must hold accounts of casual, got 0, which is of content-farm",
    ],
  ])("is refused: %s", (_, edit, message) => {
    const measure = () => measureAgainst({ ...baseline, ...edit }, gateRun({ change: blind }))
    expect(measure).toThrow(DataError)
    expect(measure).toThrow(`the baseline of made-up: ${message}`)
  })
})

describe("a promise about what the run does not have", () => {
  it.each([
    [{ of: "casul" }, "expectations[0].of must be a cohort of the run, got casul; did you mean casual?"],
    [{ of: "followers:<10" }, "expectations[0].of must be a cohort of the run, got followers:<10"],
    [
      { score: "co-acton" },
      "expectations[0].score must be risk or a detector of the run, got co-acton; did you mean co-action?",
    ],
  ])("is told by its field: %o", (promise, message) => {
    const expectations = [expectationSchema.parse({ figure: "recall", atLeast: 0.5, ...promise })]
    const measure = () => measureAgainst(null, gateRun({ scenario: { expectations } }))
    expect(measure).toThrow(ScenarioError)
    expect(measure).toThrow(`made-up: ${message}`)
  })
})
