/** Does a brigade fool the reports' detector? On the scenario `brigade`, at a third of its size. */
import { readFileSync } from "node:fs"
import { beforeAll, describe, expect, it } from "vitest"
import { reportReliability } from "../../src/core/detection/reports/report-reliability.ts"
import type { Reports } from "../../src/core/evidence/evidence.ts"
import { labelAccounts } from "../../src/core/policy/definition.ts"
import { generateTile } from "../../src/core/population/tile.ts"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import { buildTestWorld } from "../population/world.ts"
import { judge } from "./hand-made.ts"

const ACCOUNTS = 7000
const file = new URL("../../simulations/brigade.yaml", import.meta.url)
const scenario = { ...parseScenario(readFileSync(file, "utf8"), "brigade.yaml"), accounts: ACCOUNTS }

/** Honest accounts that eight or more members of brigades reported. */
const brigaded: number[] = []
/** AI-managed accounts that somebody of no brigade reported. */
const reported: number[] = []
const honest: number[] = []
let score: Float32Array
let count: Float32Array
/** The scores, had the members of brigades reported nobody. */
let spared: Float32Array

beforeAll(async () => {
  const world = await buildTestWorld(scenario)
  const tile = generateTile(world, 0, ACCOUNTS, new Set(["reports"]))
  const judged = await judge(reportReliability, tile)
  score = judged.score
  count = judged.features["report-reliability"]!.reports!
  const isManaged = labelAccounts(world.columns, scenario.definition)
  const isBrigader = new Set(world.brigades.members)
  spared = (
    await judge(reportReliability, { ...tile, reports: without(tile.reports!, (one) => isBrigader.has(one)) })
  ).score
  const { offset, reporter } = tile.reports!
  for (let account = 0; account < ACCOUNTS; account++) {
    const by = reporter.subarray(offset[account], offset[account + 1])
    const hostile = by.filter((one) => isBrigader.has(one)).length
    if (!isManaged[account]) honest.push(account)
    if (!isManaged[account] && hostile >= 8) brigaded.push(account)
    if (isManaged[account] && by.length > hostile) reported.push(account)
  }
})

/** The reports that others than those filed. */
function without(reports: Reports, isLeftOut: (reporter: number) => boolean): Reports {
  const kept = [...reports.reporter.keys()].filter((report) => !isLeftOut(reports.reporter[report]!))
  const take = <Column extends Uint32Array | Uint16Array>(column: Column) =>
    Object.getPrototypeOf(column).constructor.from(kept, (report: number) => column[report]!) as Column
  const { time, reporter, reporterDecided, reporterUpheld } = reports
  return {
    offset: reports.offset.map((end) => kept.filter((report) => report < end).length),
    time: take(time),
    reporter: take(reporter),
    reporterDecided: take(reporterDecided),
    reporterUpheld: take(reporterUpheld),
  }
}

/** How often an account of `some` is above one of `others`; ties count one half. */
function above(value: Float32Array, some: readonly number[], others: readonly number[]): number {
  let sum = 0
  for (const one of some)
    for (const other of others) sum += value[one]! > value[other]! ? 1 : value[one] === value[other] ? 0.5 : 0
  return sum / (some.length * others.length)
}

/** Shares of brigaded honest and of reported managed accounts that a threshold flags at which 5 % of the honest are. */
function flagged(value: Float32Array) {
  const threshold = honest.map((account) => value[account]!).sort((a, b) => b - a)[
    Math.floor(honest.length / 20)
  ]!
  const share = (some: readonly number[]) =>
    some.filter((account) => value[account]! > threshold).length / some.length
  return { brigaded: share(brigaded), reported: share(reported) }
}

describe("brigades against honest creators", () => {
  it("are many, and there are managed accounts to tell from them", () => {
    expect(brigaded.length).toBeGreaterThan(100)
    expect(reported.length).toBeGreaterThan(50)
  })

  it("fool a count of reports: nearly every creator attacked is above every managed account", () => {
    expect(above(count, reported, brigaded)).toBeLessThan(0.05)
    expect(flagged(count).brigaded).toBeGreaterThan(0.95)
    expect(flagged(count).reported).toBeLessThan(0.15)
  })

  // Measured: 0.67, 30 % and 46 %. Not more, because most managed accounts are reported once, by somebody unknown,
  // and creators who are attacked are reported by others besides.
  it("do not fool report-reliability: the managed accounts rank higher, and are flagged more often", () => {
    expect(above(score, reported, brigaded)).toBeGreaterThan(0.62)
    expect(flagged(score).brigaded).toBeLessThan(0.35)
    expect(flagged(score).reported).toBeGreaterThan(0.4)
  })

  it("add less to a creator's score than one report by somebody whose reports are upheld as usual", () => {
    const oneReport = 1 - Math.exp(-0.16)
    const added = brigaded.map((account) => score[account]! - spared[account]!).sort((a, b) => a - b)
    expect(added[Math.floor(added.length / 2)]).toBeLessThan(oneReport)
    expect(added[Math.floor(0.9 * added.length)]).toBeLessThan(oneReport)
  })
})
