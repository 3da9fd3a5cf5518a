/**
 * `import { expect, test } from "assay/vitest"`: a detector's own test says whom it must catch and whom it must spare, on
 * a simulated population whose truth is known.
 *
 *   test("catches those who post by clock and hits no merchants", async ({ assay }) => {
 *     const judged = await assay.judge("./late-poster.ts", { scenario: "tiny" })
 *     expect(judged).toReachRecall(0.6, { atFpr: 0.01 })
 *     expect(judged).toHitNobodyOf("merchant-with-scheduler", { threshold: 0.5 })
 *   })
 */
import { dirname, relative } from "node:path"
import { type TestAPI, vi, expect as vitestExpect, test as vitestTest } from "vitest"
import { AssayFixture } from "./assay.ts"
import type { Assay, At, AtSure, AtSureOf, ConformanceOptions, Sureness } from "./contract.ts"
import { matchers } from "./matchers.ts"

export type {
  Assay,
  At,
  AtSure,
  AtSureOf,
  ConformanceOptions,
  DetectorSource,
  Estimate,
  HitAccount,
  Judged,
  JudgedRun,
  JudgeOptions,
  PluginLimits,
  RunOptions,
  ScoredAccount,
  Sureness,
} from "./contract.ts"
export {
  type AccountSketch,
  type ActionSketch,
  account,
  at,
  type PostSketch,
  type ProfileSketch,
  type ReportSketch,
} from "./sketch.ts"

export interface AssayMatchers {
  /** Recall is at least this; `sure` asks it of the whole 95 % interval. */
  toReachRecall(least: number, at: AtSureOf): void
  /** Precision, at the scenario's prevalence. */
  toReachPrecision(least: number, at: AtSure): void
  toReachAuc(least: number, options?: Sureness): void
  /** The false-positive rate of all authentic accounts is at most this. */
  toKeepFpr(most: number, at: AtSure): void
  /** `cohort`: an archetype's name, or kind and name as in language:en, followers:<100, age:730+. */
  toKeepFprOf(cohort: string, most: number, at: AtSure): void
  /** No authentic account of the cohort is flagged, and there is at least one. */
  toHitNobodyOf(cohort: string, at: At): void
  /** Of a detector, a file, an object, a program or an endpoint: it keeps its contract, as `assay conform` asks it. */
  toConform(options?: ConformanceOptions): Promise<void>
}

declare module "vitest" {
  interface Matchers<T> extends AssayMatchers {}
}

vitestExpect.extend(matchers)

/** To simulate takes longer than the five seconds that Vitest gives a test unless told. */
const TEST_MILLISECONDS = 120_000
vi.setConfig({ testTimeout: TEST_MILLISECONDS })

export const expect = vitestExpect

/** Vitest's `test` with `assay` among what a test is given. */
export const test: TestAPI<{ assay: Assay }> = vitestTest.extend<{ assay: Assay }>({
  // Vitest reads from the pattern which other fixtures are needed.
  assay: async ({ task }, use) => {
    const { filepath } = task.file
    const place = { folder: dirname(filepath), repeat: commandFor(filepath, task.name) }
    await use(new AssayFixture(place))
  },
})

function commandFor(file: string, name: string): string {
  const pattern = name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
  return `npx vitest run ${relative(process.cwd(), file)} -t ${shellQuoted(pattern)}`
}

const shellQuoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`
