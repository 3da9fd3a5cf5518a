/** Puts the real engine, store and scenarios behind the api: once, for the server, the window and the terminal. */
import { availableParallelism } from "node:os"
import { join } from "node:path"
import type { Run } from "../core/run.ts"
import { parseScenario } from "../core/scenario/parse.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import { attentionOf, engagementOf } from "../engine/attention.ts"
import { compareOnWorker } from "../engine/compare.ts"
import { createInspector } from "../engine/inspect.ts"
import { auditLeakage, measureRealism } from "../engine/realism.ts"
import { runRounds } from "../engine/rounds.ts"
import { runScenario, type ScenarioRunOptions } from "../engine/run.ts"
import { sampleInProcess } from "../engine/samples.ts"
import { switchOff } from "../engine/switch-off.ts"
import { explainRun } from "../engine/why.ts"
import { cacheSettings, openCache } from "../store/cache.ts"
import { openChecks } from "../store/checks.ts"
import { readModel } from "../store/model-file.ts"
import { openStore } from "../store/store.ts"
import { openTrust } from "../store/trust.ts"
import { type Api, createApi, type Engine, type RunOptions, type Store } from "./app.ts"
import { bundledPolicies } from "./bundled-policies.ts"
import { baselinesIn, createChecking } from "./checking.ts"
import { createJobs, type Jobs } from "./jobs.ts"
import { findPlaces, type Places } from "./places.ts"
import { createPluginAccess } from "./plugin-consent.ts"
import { openScenarios, type Scenarios } from "./scenarios.ts"
import type { WorkOptions } from "./tracked.ts"

export interface Assembled {
  readonly places: Places
  readonly engine: Engine
  readonly store: Store
  readonly scenarios: Scenarios
  readonly workers: number
  readonly api: Api
  readonly jobs: Jobs
  /** Cancels what still runs; resolves when its workers are gone. */
  close(): Promise<void>
}

export interface AssembleOptions {
  readonly places?: Places
  readonly workers?: number
}

/** A day: long enough to notice on the morning after. */
const KEPT_DELETED_MS = 24 * 60 * 60 * 1000

export function assemble({
  places = findPlaces(),
  workers = availableParallelism(),
}: AssembleOptions = {}): Assembled {
  const closing = new AbortController()
  const { workerFile } = places
  const own = { workers, workerFile, signal: closing.signal }
  const plugins = createPluginAccess(places.scenarioFolder, openTrust(places.configFolder))
  const untilClosed = ({ signal, onProgress }: WorkOptions) => ({
    ...own,
    signal: AbortSignal.any([signal, closing.signal]),
    onProgress,
  })
  async function simulate(
    scenario: Scenario,
    options: RunOptions & Pick<ScenarioRunOptions, "kept" | "onWork">,
  ): Promise<Run> {
    const { model } = scenario.fusion
    const loaded = model === null ? null : await readModel(model, places.scenarioFolder)
    const opened = await plugins.open(scenario, { hostFile: places.hostFile, signal: options.signal })
    return runScenario(scenario, { ...options, ...opened, workerFile, model: loaded })
  }
  const engine: Engine = {
    run: simulate,
    inspect: (run) => createInspector(run, own),
    sample: sampleInProcess,
    realism: (scenario, options) => measureRealism(scenario, untilClosed(options)),
    leakage: (scenario, options) => auditLeakage(scenario, untilClosed(options)),
    why: (run, options) => explainRun(run, untilClosed(options)),
    engagement: (run, options) => engagementOf(run, untilClosed(options)),
    attention: (run, policy, { engagement, draws, ...options }) =>
      attentionOf(run, policy, { ...untilClosed(options), engagement, draws }),
    rounds: (scenario, options) => runRounds(scenario, untilClosed(options)),
    switchOff: (run, off) => switchOff(run, off, own),
    compare: (a, b, options, signal) =>
      compareOnWorker(a, b, options, { workerFile, signal: AbortSignal.any([signal, closing.signal]) }),
  }
  const store = openStore(places.storeFolder)
  void store.trash.empty(KEPT_DELETED_MS)
  const scenarios = openScenarios(places.scenarioFolder, parseScenario)
  const report = (error: unknown) => console.error(error)
  const now = () => performance.now() / 1000
  const jobs = createJobs(now, report)
  const api = createApi({
    version: places.version,
    engine,
    store,
    checking: {
      checks: openChecks(places.storeFolder),
      baselines: baselinesIn(places.scenarioFolder),
      prepare: createChecking({
        folder: places.scenarioFolder,
        plugins,
        write: store.write,
        simulate: async (scenario, options) => {
          let work = { reused: 0, made: 0 }
          const cache = cacheSettings(places.storeFolder)
          const run = await simulate(scenario, {
            ...options,
            kept: cache === null ? null : openCache(cache),
            onWork: (done) => {
              work = done
            },
          })
          return { run, ...work }
        },
      }),
    },
    scenarios,
    roundsScenarios: openScenarios(join(places.root, "simulations/rounds"), parseScenario),
    policies: bundledPolicies(join(places.root, "simulations/policies")),
    plugins,
    jobs,
    now,
    workers,
    report,
  })
  return {
    places,
    engine,
    store,
    scenarios,
    workers,
    api,
    jobs,
    async close() {
      closing.abort()
      await jobs.cancelAll()
    },
  }
}
