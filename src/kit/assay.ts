/** What a test is given: ways to have detectors judge a simulated population, or a few accounts sketched by hand. */
import { availableParallelism } from "node:os"
import { dirname } from "node:path"
import { findPlaces } from "../api/places.ts"
import type { Plugin, ToldReasons } from "../core/detection/plugin.ts"
import { DetectorError, UsageError } from "../core/errors.ts"
import { RISK } from "../core/evaluation/index.ts"
import type { Evidence } from "../core/evidence/evidence.ts"
import { sizeOfEvidence } from "../core/evidence/hand-made.ts"
import { judgeAccount, openJudging } from "../core/judgement.ts"
import type { Kept } from "../core/kept.ts"
import { type Memory, memoryOf } from "../core/memory.ts"
import { buildWorld } from "../core/population/populate.ts"
import type { World } from "../core/population/world.ts"
import type { Run } from "../core/run.ts"
import { type Scenario, scenarioSchema } from "../core/scenario/schema.ts"
import { suggestion } from "../core/scenario/suggest.ts"
import { remembering, sizeOf } from "../core/simulate.ts"
import { inProcess } from "../core/tasks.ts"
import { openPlugin } from "../engine/plugins/open.ts"
import { runScenario } from "../engine/run.ts"
import { cacheSettings, openCache } from "../store/cache.ts"
import type {
  Assay,
  DetectorSource,
  Judged,
  JudgedRun,
  JudgeOptions,
  RunOptions,
  ScoredAccount,
} from "./contract.ts"
import { JudgedPopulation } from "./judged.ts"
import { readScenario } from "./scenarios.ts"
import { type AccountSketch, sketchedEvidence } from "./sketch.ts"
import { hosting, openDetector } from "./sources.ts"

/** Where a test stands. */
export interface TestPlace {
  /** Absolute folder of the test's file: paths start from it. */
  readonly folder: string
  /** What repeats the test. */
  readonly repeat: string
}

/** Of evidence that no scenario stands behind: the window that a scenario has unless it is told. */
const SETTINGS = { coActionWindow: scenarioSchema.shape.detectors.parse({}).coActionWindow }

/** Populations of a test file, the last few used; tests of one detector often ask for the same. */
const KEPT_WORLDS = 4
const worlds = new Map<string, Promise<World>>()

export class AssayFixture implements Assay {
  constructor(private readonly place: TestPlace) {}

  async judge(source: DetectorSource, { scenario: name, ...change }: JudgeOptions): Promise<Judged> {
    const { scenario } = await readScenario(name, this.place.folder, change)
    const kept = keptWork()
    const memory = kept && memoryOf(scenario, kept)
    const { plugin } = remembering(await openDetector(source, this.place.folder), memory)
    const world = await worldOf(scenario, memory)
    const evidence = { kind: "world", world, size: sizeOf(world) } as const
    const { score, reasons } = await plugin.detect(evidence, scenario.detectors, () => {})
    const told = toldBy(reasons)
    const { id } = plugin.description
    return new JudgedPopulation({
      of: id,
      run: {
        manifest: { name: scenario.name, accounts: world.accounts, archetypes: world.archetypes, scenario },
        columns: { ...world.columns, truth: world.columns, scores: { [id]: score }, risk: score },
      },
      score,
      reasons: (account) => told.get(account) ?? [],
      repeat: this.place.repeat,
    })
  }

  async run(name: string, { detectors = [], ...change }: RunOptions = {}): Promise<JudgedRun> {
    const { folder } = this.place
    const { scenario, file } = await readScenario(name, folder, change)
    const plugins = await Promise.all([
      // Whoever names a scenario in a test runs what it names.
      ...scenario.detectors.plugins.map((settings) => openPlugin(settings, dirname(file), hosting())),
      ...detectors.map((source) => openDetector(source, folder)),
    ])
    const { workerFile } = findPlaces()
    const run = await runScenario(scenario, {
      workers: availableParallelism(),
      workerFile,
      plugins,
      kept: keptWork(),
    })
    const [failure] = run.manifest.failures ?? []
    if (failure) throw new DetectorError(failure.detector, failure.message)
    return judgedRun(run, this.place.repeat)
  }

  async score(source: DetectorSource, accounts: AccountSketch): Promise<ScoredAccount>
  async score(source: DetectorSource, accounts: readonly AccountSketch[] | Evidence): Promise<ScoredAccount[]>
  async score(source: DetectorSource, of: AccountSketch | readonly AccountSketch[] | Evidence) {
    const plugin = await openDetector(source, this.place.folder)
    if (isList(of)) return scored(plugin, sketchedEvidence(of))
    if ("accountCount" in of) return scored(plugin, of)
    const [only] = await scored(plugin, sketchedEvidence([of]))
    return only
  }
}

const isList = (of: object): of is readonly AccountSketch[] => Array.isArray(of)

/** Where work of earlier tests is kept. Only where somebody named a folder: a test fills no disk unasked. */
function keptWork(): Kept | null {
  const settings = process.env.ASSAY_CACHE ? cacheSettings(findPlaces().storeFolder) : null
  return settings && openCache(settings)
}

function worldOf(scenario: Scenario, memory: Memory | null): Promise<World> {
  const key = JSON.stringify({ ...scenario, detectors: null, fusion: null })
  const world = worlds.get(key) ?? rememberedWorld(scenario, memory)
  // The last one used is the last one to go.
  worlds.delete(key)
  worlds.set(key, world)
  for (const old of [...worlds.keys()].slice(0, -KEPT_WORLDS)) worlds.delete(old)
  return world
}

async function rememberedWorld(scenario: Scenario, memory: Memory | null): Promise<World> {
  const known = await memory?.population()
  return known?.world ?? buildWorld(scenario, inProcess, () => {})
}

function judgedRun(run: Run, repeat: string): JudgedRun {
  const { scores, risk } = run.columns
  const judging = openJudging(run)
  const told = (account: number, id?: string) =>
    judgeAccount(judging, account)
      .detectors.filter((one) => id === undefined || one.id === id)
      .flatMap(({ reasons }) => reasons)
      .sort((a, b) => b.weight - a.weight)
      .map(({ text }) => text)
  const judge = (of: string, score: Float32Array, id?: string) =>
    new JudgedPopulation({ of, run, score, reasons: (account) => told(account, id), repeat })
  const detector = (id: string) => {
    if (!Object.hasOwn(scores, id)) throw new UsageError(noDetector(id, Object.keys(scores)))
    return judge(id, scores[id], id)
  }
  return Object.assign(judge(RISK, risk), { detector })
}

const noDetector = (id: string, known: readonly string[]) =>
  `the run has no detector ${JSON.stringify(id)}; ${suggestion(id, known, "always list")}`

async function scored(plugin: Plugin, evidence: Evidence): Promise<ScoredAccount[]> {
  const size = sizeOfEvidence(evidence)
  const { score, features, reasons } = await plugin.detect(
    { kind: "evidence", evidence, size },
    SETTINGS,
    () => {},
  )
  const told = toldBy(reasons)
  return Array.from(score, (value, account) => ({
    score: value,
    reasons: told.get(account) ?? [],
    features: Object.fromEntries(Object.entries(features).map(([id, column]) => [id, column[account]])),
  }))
}

/** Each account's reasons, the strongest first. */
function toldBy({ account, text }: ToldReasons): ReadonlyMap<number, readonly string[]> {
  const told = new Map<number, string[]>()
  for (const [at, one] of account.entries()) told.set(one, [...(told.get(one) ?? []), text[at]])
  return told
}
