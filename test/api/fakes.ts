/** Stand-ins for the engine and the store: a run of a few accounts, made and kept in memory. */
import { resolve } from "node:path"
import type { Engine, RunOptions, Store } from "../../src/api/app.ts"
import { createApi } from "../../src/api/app.ts"
import type { BaselineFolder, FinishedCheck } from "../../src/api/baseline-updates.ts"
import type { PrepareCheck } from "../../src/api/check-routes.ts"
import { NotFoundError } from "../../src/api/failures.ts"
import { createJobs } from "../../src/api/jobs.ts"
import type { Inspector } from "../../src/api/opened-runs.ts"
import { createPluginAccess, type PluginAccess } from "../../src/api/plugin-consent.ts"
import type { Scenarios } from "../../src/api/scenarios.ts"
import type { AccountDetail } from "../../src/core/account-detail.ts"
import type { Engagement } from "../../src/core/engagement.ts"
import { CancelledError, DataError, ScenarioError } from "../../src/core/errors.ts"
import { compareSides } from "../../src/core/evaluation/index.ts"
import { NONE } from "../../src/core/evidence/evidence.ts"
import type { CheckReport } from "../../src/core/gate/report.ts"
import type { Judgement } from "../../src/core/judgement.ts"
import type { AttentionReport } from "../../src/core/policy/attention/report.ts"
import { EMPTY_POLICY } from "../../src/core/policy/policy.ts"
import type { RoundsReport } from "../../src/core/rounds/index.ts"
import type { Run, RunManifest } from "../../src/core/run.ts"
import { type Scenario, scenarioSchema } from "../../src/core/scenario/schema.ts"
import { whyReport } from "../../src/core/why.ts"

import type { Checks } from "../../src/store/checks.ts"
import { PlaceTakenError } from "../../src/store/trash.ts"
import { openTrust } from "../../src/store/trust.ts"

export const tiny: Scenario = scenarioSchema.parse({ name: "tiny", accounts: 500 })

export function fakeRun(id = "tiny-0123abcd", scenario: Scenario = tiny): Run {
  const manifest: RunManifest = {
    format: 2,
    id,
    name: scenario.name,
    createdAt: "2026-03-10T00:00:00.000Z",
    versions: { assay: "0.1.0", generator: "1" },
    digest: "0123abcd".repeat(8),
    populationDigest: "4567cdef".repeat(8),
    scenario,
    accounts: 3,
    posts: 12,
    interactions: 34,
    archetypes: [
      { id: "casual", side: "authentic" },
      { id: "content-farm", side: "managed" },
    ],
    operators: [{ archetype: "content-farm", operators: 1, accounts: 1, evasion: 0.25, cost: 7.5 }],
    detectors: [],
    fusion: {
      method: "logistic",
      intercept: -3,
      baseRate: 0.03,
      weights: {},
      missing: {},
      calibration: {},
      learnedFrom: { seed: "sibling", accounts: 1000, aiManaged: 50 },
    },
    timings: { posts: 0.5, evidence: 0.25, total: 0.75 },
  }
  return {
    manifest,
    columns: {
      truth: {
        creation: Float32Array.of(0, 0.25, 1),
        scheduling: Float32Array.of(0, 0.5, 1),
        distribution: Float32Array.of(0, 0.75, 1),
        oversight: Float32Array.of(1, 0.5, 0),
        fromDay: Float32Array.of(0, 0, 3.5),
        untilDay: Float32Array.of(28, 28, 28),
      },
      archetype: Uint8Array.of(0, 0, 1),
      language: Uint8Array.of(0, 1, 0),
      followers: Uint32Array.of(10, 4_000_000_000, 0),
      ageDays: Float32Array.of(100.5, -2, 7),
      postCount: Uint32Array.of(1, 2, 9),
      interactionCount: Uint32Array.of(10, 20, 4),
      group: Uint32Array.of(NONE, NONE, 7),
      scores: {
        "co-action": Float32Array.of(0.1, Number.NaN, 0.9),
        "posting-rhythm": Float32Array.of(0, 0.5, 1),
      },
      risk: Float32Array.of(0.01, 0.2, 0.99),
    },
    pairs: {},
    features: {},
  }
}

export interface FakeStore extends Store {
  readonly reads: string[]
  readonly written: Run[]
  /** Titles by run. */
  readonly titles: Map<string, string | null>
}

export function fakeStore(initial: readonly Run[] = []): FakeStore {
  const written: Run[] = [...initial]
  const reads: string[] = []
  const titles = new Map<string, string | null>()
  const trashed: Run[] = []
  const find = (id: string) => {
    const run = written.find((one) => one.manifest.id === id)
    if (!run) throw new NotFoundError(`run must be one of the store, got "${id}"`)
    return run
  }
  return {
    reads,
    written,
    titles,
    problems: async () => [{ folder: "/runs/torn", name: "torn", message: "run.json is torn", bytes: 7 }],
    extras: async (id) => ({ title: titles.get(id) ?? null, bytes: 1234 }),
    async rename(id, title) {
      find(id)
      titles.set(id, title)
    },
    exportScores: async (run, format) => ({
      bytes: 5,
      body: new Blob([`${run.manifest.id.slice(0, 1)} ${format}`]).stream(),
    }),
    trash: {
      async put(id) {
        trashed.push(find(id))
        written.splice(written.indexOf(find(id)), 1)
        return `token-${id}`
      },
      list: async () => [],
      async restore(token) {
        const run = trashed.find(({ manifest }) => token === `token-${manifest.id}`)
        if (!run) throw new NotFoundError(`there is no deleted run "${token}"`)
        if (written.some(({ manifest }) => manifest.id === run.manifest.id))
          throw new PlaceTakenError(`${run.manifest.id} was made again meanwhile`)
        written.push(run)
        return run.manifest.id
      },
      async remove() {},
    },
    list: async () => written.map((run) => run.manifest).reverse(),
    manifest: async (id) => find(id).manifest,
    async read(id) {
      reads.push(id)
      return find(id)
    },
    async write(run) {
      written.push(run)
      return `/runs/${run.manifest.id}`
    },
  }
}

/** Runs until it is told to finish or to fail, and stops as the real one does when it is cancelled. */
export interface FakeEngine extends Engine {
  readonly started: { scenario: Scenario; options: RunOptions }[]
  /** Reports that were asked for, and of which scenario. */
  readonly measured: string[]
  finish(): void
  fail(error: unknown): void
}

export const fakeInspector = (): Inspector => ({
  account: async (number) => ({ account: number, risk: 0.5 }) as unknown as AccountDetail,
  judgement: (account, threshold = 0.2) => ({ account, clearing: { threshold } }) as unknown as Judgement,
  prepare: async () => {},
  evidence: async (members) => ({ members: members.length, objects: 7, sharedObjects: 0, strongest: [] }),
  followsAmong: async (accounts) => follows((from, to) => accounts.includes(from) && accounts.includes(to)),
  followsOf: async (accounts) => follows((from, to) => accounts.includes(from) || accounts.includes(to)),
})

/** The first account and the third follow each other, and the second follows the first. */
function follows(isWanted: (from: number, to: number) => boolean) {
  const all = [
    [0, 2],
    [1, 0],
    [2, 0],
  ] as const
  const wanted = all.filter(([from, to]) => isWanted(from, to))
  return { from: Uint32Array.from(wanted, ([from]) => from), to: Uint32Array.from(wanted, ([, to]) => to) }
}

export function fakeEngine(): FakeEngine {
  const started: FakeEngine["started"] = []
  const measured: string[] = []
  let settle = { finish: () => {}, fail: (_error: unknown) => {} }
  return {
    started,
    measured,
    finish: () => settle.finish(),
    fail: (error) => settle.fail(error),
    run: (scenario, options) =>
      new Promise<Run>((resolve, reject) => {
        started.push({ scenario, options })
        settle = { finish: () => resolve(fakeRun("tiny-new", scenario)), fail: reject }
        options.signal.addEventListener("abort", () => reject(new CancelledError()))
      }),
    inspect: fakeInspector,
    async sample(scenario, archetype) {
      measured.push(`sample of ${archetype} in ${scenario.name}`)
      const told = { title: archetype, description: "", days: scenario.days }
      return { archetype, side: "authentic", ...told, accounts: [] }
    },
    async realism(scenario) {
      measured.push(`realism of ${scenario.name}`)
      const counts = { met: 0, within: 0, applicable: 0, checks: 0, checksMet: 0 }
      return { scenario: scenario.name, accounts: 500, rows: [], ...counts }
    },
    async leakage(scenario) {
      measured.push(`leakage of ${scenario.name}`)
      throw new ScenarioError(["fusion.learning must yield more accounts to learn from"])
    },
    async switchOff(run, off) {
      measured.push(`${run.manifest.id} without ${off.join(", ")}`)
      return run.columns.risk.map((risk) => risk / 2)
    },
    async why(run) {
      measured.push(`why of ${run.manifest.id}`)
      return whyReport(run)
    },
    async engagement(run, { onProgress }) {
      measured.push(`engagement of ${run.manifest.id}`)
      onProgress({ stage: "engagement", fraction: 1 })
      return { accounts: run.manifest.accounts } as unknown as Engagement
    },
    async attention(run, policy, { engagement, draws }) {
      measured.push(`attention of ${run.manifest.id} under ${policy.name}, ${draws} draws`)
      const { accounts } = engagement
      return { draws, feedDays: accounts, prevalence: Number.NaN } as unknown as AttentionReport
    },
    async rounds({ name, rounds }) {
      measured.push(`${rounds.rounds} rounds of ${name}`)
      return { scenario: name, strategy: rounds.strategy, settings: rounds } as unknown as RoundsReport
    },
    compare: async (a, b, options) => {
      measured.push(`comparison of ${a.run.manifest.id} and ${b.run.manifest.id}`)
      return compareSides(a, b, options)
    },
  }
}

export const fakeScenarios: Scenarios = {
  list: async () => [
    { file: "broken.yaml", name: "broken", error: "broken.yaml: days must be 7 or more, got 1" },
  ],
  async load(name) {
    if (name === "broken") throw new ScenarioError(["broken.yaml: days must be 7 or more, got 1"])
    if (name !== "tiny") throw new NotFoundError(`scenario must be one of tiny, broken; got "${name}"`)
    return tiny
  },
  async read(name) {
    throw new NotFoundError(`scenario must be one of tiny, broken; got "${name}"`)
  },
  async save(name) {
    throw new DataError(`${name}.yaml: cannot be written (the disk is read-only)`)
  },
}

/** Keeps them in memory, the newest first. */
export function fakeChecks(reports: readonly CheckReport[] = []): Checks {
  const kept = [...reports]
  const idOf = ({ createdAt, outcome }: CheckReport) => `${createdAt.replaceAll(/[:.]/g, "-")}-${outcome}`
  return {
    list: async () =>
      kept.map((report) => ({ id: idOf(report), createdAt: report.createdAt, outcome: report.outcome })),
    async read(id) {
      const found = kept.find((report) => idOf(report) === id)
      if (!found) throw new NotFoundError(`there is no check "${id}"`)
      return found
    },
    async write(report) {
      kept.unshift(report)
      return idOf(report)
    },
  }
}

/** A folder of baselines in memory, and a check that ends as it is told here. */
export interface FakeChecking {
  readonly baselines: BaselineFolder
  readonly prepare: PrepareCheck
  readonly texts: Map<string, string>
  /** What a check was asked for. */
  readonly asked: Parameters<PrepareCheck>[0][]
}

export function fakeChecking(finished?: FinishedCheck): FakeChecking {
  const texts = new Map<string, string>()
  const asked: FakeChecking["asked"] = []
  return {
    texts,
    asked,
    baselines: {
      folder: resolve("simulations"),
      read: async () => new Map(texts),
      async write(written, gone) {
        for (const [file, text] of written) texts.set(file, text)
        for (const file of gone) texts.delete(file)
      },
    },
    prepare: async (wanted) => {
      asked.push(wanted)
      return async ({ onProgress }) => {
        onProgress({ stage: "posts", fraction: 0.5 })
        if (!finished) throw new DataError("there is no scenario to check")
        return finished
      }
    },
  }
}

export function fakeApi(
  initial: readonly Run[] = [],
  scenarios: Scenarios = fakeScenarios,
  checks: Checks = fakeChecks(),
  plugins: PluginAccess = createPluginAccess("/nowhere", openTrust("/nowhere")),
  checked: FakeChecking = fakeChecking(),
) {
  const engine = fakeEngine()
  const store = fakeStore(initial)
  const reported: unknown[] = []
  const clock = { seconds: 0 }
  const report = (error: unknown) => reported.push(error)
  const now = () => clock.seconds
  const jobs = createJobs(now, report)
  const api = createApi({
    version: "0.1.0",
    engine,
    store,
    checking: { checks, ...checked },
    scenarios,
    roundsScenarios: { load: async (name) => ({ ...tiny, name }) },
    policies: async () => [{ name: "march", policy: { ...EMPTY_POLICY, name: "March" } }],
    plugins,
    jobs,
    now,
    workers: 2,
    report,
  })
  return { api, engine, store, jobs, clock, reported }
}
