/**
 * The gate is tried as a whole, by the path of `assay check`: differences that are there are found, and where there are
 * none it seldom cries wolf. What npm run gate-power does at length (docs/gate.md), here on one simulated population, of
 * which samples are drawn by operator.
 *
 * The proof itself is tried as well: gates that lack one of the gate's parts must fail it.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Change, takenFor, unchanged, weakened } from "../../scripts/gate-power/changes.ts"
import { type Mix, type Population, populationsIn } from "../../scripts/gate-power/populations.ts"
import { rowName } from "../../scripts/gate-power/tally.ts"
import { measured } from "../../scripts/gate-power/trial.ts"
import { type Universe, universeOf } from "../../scripts/gate-power/universe.ts"
import { type Versions, versionsOf } from "../../scripts/gate-power/versions.ts"
import { DETECTOR_IDS } from "../../src/core/detection/ids.ts"
import { clopperPearson } from "../../src/core/evaluation/clopper-pearson.ts"
import { NONE } from "../../src/core/evidence/evidence.ts"
import {
  FALSE_ALARMS,
  GATE_BETTER_WHEN,
  type GateRow,
  type JudgedCheck,
  judgeCheck,
  type Measured,
} from "../../src/core/gate/index.ts"
import { parseScenario } from "../../src/core/scenario/parse.ts"

/** Small and quick, with enough AI-managed accounts that their flips can tell something. */
const SCENARIO = `
name: proof
accounts: 8000
days: 14
prevalence: 0.15
fusion:
  learning: { accounts: 4000, prevalence: 0.15 }
gate:
  matters: { recall: 0.05, fpr: 0.02, precision: 0.06, auc: 0.02, recallAtFpr1: 0.06, cohortRecall: 0.05, cohortFpr: 0.04 }
`
const ACCOUNTS = 3000
/** In a folder that is checked at once. */
const SCENARIOS = 5

/** Each version loses sight of other operators, of whom it sees no more than of somebody else: neither is better. */
const blindSpots = weakened(DETECTOR_IDS, 0.25, "operator")
const CHANGES = {
  nothing: { checks: 50, before: blindSpots, after: blindSpots, learnsAgain: false },
  belowWhatMatters: { checks: 16, after: unchanged, threshold: -0.02, learnsAgain: false },
  blinded: { checks: 16, after: takenFor("response-latency", "reply-bot", "casual"), learnsAgain: false },
  weakened: {
    checks: 16,
    after: weakened(["response-latency", "language-model", "synthetic-media"], 0.8, "account"),
    learnsAgain: true,
  },
} as const
type Name = keyof typeof CHANGES
const NAMES = Object.keys(CHANGES) as Name[]

const changeOf = (name: Name): Change => ({ ...CHANGES[name], id: name, family: "none", title: name })

let mix: Mix
let universe: Universe
const folder = mkdtempSync(join(tmpdir(), "assay-proof-"))

beforeAll(async () => {
  const workerFile = pathToFileURL(resolve(import.meta.dirname, "../../out/main/worker.js"))
  const populations = populationsIn(folder, { workers: 2, workerFile })
  const scenario = parseScenario(SCENARIO, "proof.yaml")
  mix = await populations.mix(scenario)
  universe = universeOf([await populations.population(mix, scenario.accounts, 0)])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Trials = Readonly<Record<Name, readonly Measured[]>>

function trials(names: readonly Name[], seen: (population: Population) => Population = (one) => one): Trials {
  const measure = (name: Name): Measured[] => {
    if (!names.includes(name)) return []
    const versions = versionsOf(mix, changeOf(name))
    return Array.from({ length: CHANGES[name].checks }, (_, number) => {
      const { before, after }: Versions = versions(universe.drawn(ACCOUNTS, number), number)
      return measured({ before: seen(before), after: seen(after) })
    })
  }
  return Object.fromEntries(NAMES.map((name) => [name, measure(name)])) as Record<Name, Measured[]>
}

type Judge = (measured: readonly Measured[]) => JudgedCheck

/** What the gate fails at; nothing of one that works. A chance of one in a thousand is not taken for chance. */
function failings(judge: Judge, tried: Trials): string[] {
  const shareOf = (name: Name, scenarios = 1) => {
    const folders = Array.from({ length: Math.floor(tried[name].length / scenarios) }, (_, at) =>
      tried[name].slice(at * scenarios, (at + 1) * scenarios),
    )
    const judged = folders.map((folder) => judge(folder))
    return { found: judged.filter(({ outcome }) => outcome === "regress").length, of: judged.length }
  }
  const isOften = ({ found, of }: { found: number; of: number }) =>
    of > 0 && clopperPearson(found, of, 0.998)[0] > FALSE_ALARMS
  const isSeldom = ({ found, of }: { found: number; of: number }, power: number) => found < power * of
  return [
    ...(isOften(shareOf("nothing")) ? ["cries wolf"] : []),
    ...(isOften(shareOf("nothing", SCENARIOS)) ? ["cries wolf over many scenarios"] : []),
    ...(isOften(shareOf("belowWhatMatters")) ? ["flags what does not matter"] : []),
    ...(isSeldom(shareOf("blinded"), 0.5) ? ["misses a blinded detector"] : []),
    ...(isSeldom(shareOf("weakened"), 0.9) ? ["misses weak detectors"] : []),
  ]
}

/** A gate that judges each row by itself. */
const byRow =
  (regresses: (row: GateRow, worse: number) => boolean): Judge =>
  (measured) => {
    const judged = judgeCheck(measured)
    const isRegress = judged.scenarios.some(({ figures, cohorts }) =>
      [...figures, ...cohorts].some(
        (row) => row.difference !== null && regresses(row, -row.difference * GATE_BETTER_WHEN[row.figure]),
      ),
    )
    return { ...judged, outcome: isRegress ? "regress" : "pass" }
  }

describe("the gate", () => {
  let all: Trials
  beforeAll(() => {
    all = trials(NAMES)
  })

  it("has changes to find that are as large as the proof takes them to be", () => {
    const effect = (name: Name, row: string) => {
      const { figures, cohorts } = measured(versionsOf(mix, changeOf(name))(universe.all, 0))
      const { before, after } = [...figures, ...cohorts].find((one) => rowName(one) === row)!
      return after! - before!
    }
    const { recall, fpr, cohortRecall } = mix.scenario.gate.matters
    expect(effect("belowWhatMatters", "fpr")).toBeGreaterThan(fpr / 4)
    expect(effect("belowWhatMatters", "fpr")).toBeLessThan(fpr)
    expect(effect("blinded", "recall of archetype reply-bot")).toBeLessThan(-cohortRecall)
    expect(effect("weakened", "recall")).toBeLessThan(-recall)
  })

  it("finds what is worse, and cries wolf no oftener than it says", () => {
    expect(failings(judgeCheck, all)).toEqual([])
  })

  it("would cry wolf without its first key, significance", () => {
    const judge = byRow((row, worse) => worse >= row.matters)
    expect(failings(judge, all)).toContain("cries wolf")
  })

  it("would cry wolf if it forgot how many tests it makes", () => {
    const judge = byRow((row, worse) => worse >= row.matters && row.p! <= FALSE_ALARMS)
    expect(failings(judge, all)).toContain("cries wolf over many scenarios")
  })

  it("would flag what does not matter without its second key", () => {
    const judge = byRow((row, worse) => worse > 0 && row.adjusted! <= FALSE_ALARMS)
    expect(failings(judge, all)).toContain("flags what does not matter")
  })

  it("would cry wolf if it took an operator's accounts for so many observations", () => {
    const apart = trials(["nothing"], ({ manifest, columns }) => ({
      manifest,
      columns: { ...columns, group: columns.group.map(() => NONE) },
    }))
    expect(failings(judgeCheck, apart)).toContain("cries wolf")
  }, 240_000)

  it("would miss what is worse if it never spoke", () => {
    const judge = byRow(() => false)
    expect(failings(judge, all)).toEqual(["misses a blinded detector", "misses weak detectors"])
  })
})
