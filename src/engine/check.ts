/** Checks scenarios against their baselines: runs one after the other, measures each, and judges all of them together. */
import { AssayError, CancelledError, DataError } from "../core/errors.ts"
import {
  type Baseline,
  baselineOf,
  type CheckProblem,
  type CheckReport,
  type GateMatters,
  judgeCheck,
  type Measured,
  measureAgainst,
  measureGone,
  type ScenarioCheck,
  updateRefusal,
} from "../core/gate/index.ts"
import type { Run } from "../core/run.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import { baseName, type CheckSubject, type CheckSubjects, withoutPath } from "./check-subjects.ts"
import { ASSAY_VERSION } from "./version.ts"

/** A finished run, and how much of it was made of what was kept. */
export interface SimulatedRun {
  readonly run: Run
  /** Detectors whose findings were kept, and those that ran. */
  readonly reused: number
  readonly made: number
}

export type Simulate = (
  subject: CheckSubject,
  onProgress: (stage: string, fraction: number) => void,
) => Promise<SimulatedRun>

export interface CheckProgress {
  readonly scenario: string
  /** From 1. */
  readonly place: number
  readonly of: number
  readonly stage: string
  /** Of the whole check, by accounts and days. */
  readonly fraction: number
}

export interface CheckOptions {
  /** As it was named. */
  readonly folder: string
  /** Where it lies, absolute. */
  readonly path: string
  /** Chance of any false alarm, in (0, 1). */
  readonly rate: number
  /** What matters, instead of what each scenario says. */
  readonly matters: Partial<GateMatters>
  /** Whether baselines are to be written anew, so that one that cannot be true of the accounts is no problem. */
  readonly anew?: boolean
  readonly simulate: Simulate
  /** Told of each run before it is let go. */
  readonly onRun?: (run: Run) => Promise<void>
  readonly onProgress?: (progress: CheckProgress) => void
  readonly signal?: AbortSignal
}

export interface Checked {
  readonly report: CheckReport
  /** What each run would be held against from now on, by the name of the scenario's file. */
  readonly baselines: ReadonlyMap<string, Baseline>
}

interface Looked {
  readonly file: string
  readonly measured: Measured
  readonly seconds: number | null
  readonly reused: number
  readonly made: number
}

/** A scenario that cannot be run is a problem of its own; the others go on. Rejects with CancelledError when aborted. */
export async function checkScenarios(
  { subjects, gone, problems: known }: CheckSubjects,
  options: CheckOptions,
): Promise<Checked> {
  const started = performance.now()
  const problems: CheckProblem[] = [...known]
  const looked: Looked[] = []
  const baselines = new Map<string, Baseline>()
  const progress = progressOver(subjects, options.onProgress)
  for (const [place, subject] of subjects.entries()) {
    const { file, path } = subject
    const found = await attempt(async () => {
      const one = await look(subject, options, progress(place))
      baselines.set(file, one.baseline)
      looked.push(one)
    }, options.signal)
    if (found)
      problems.push({
        file: found instanceof ContradictedBaseline ? `baselines/${file}` : file,
        message: withoutPath(found.message, path),
      })
  }
  for (const { file, baseline } of gone)
    looked.push({ file, measured: measureGone(baseline, baseName(file)), seconds: null, reused: 0, made: 0 })
  const { outcome, exitCode, scenarios } = judgeCheck(
    looked.map(({ measured }) => measured),
    options.rate,
  )
  const judged = scenarios.map((one, at): ScenarioCheck => {
    const { file, seconds, reused, made } = looked[at]!
    return { ...one, file, seconds, reused, made }
  })
  // What stands in the way of baselines stands in the way of a verdict: it was not all looked at.
  const isWhole = updateRefusal({ problems, scenarios: judged }) === null
  const report: CheckReport = {
    format: 1,
    assay: ASSAY_VERSION,
    createdAt: new Date().toISOString(),
    folder: options.folder,
    path: options.path,
    rate: options.rate,
    ...(isWhole ? { outcome, exitCode } : INCOMPLETE),
    scenarios: judged,
    problems,
    seconds: secondsSince(started),
  }
  return { report, baselines }
}

const INCOMPLETE = { outcome: "incomplete", exitCode: 2 } as const

/** Undefined when all went well; what is neither the user's to mend nor a cancellation goes on its way. */
async function attempt(work: () => Promise<void>, signal?: AbortSignal): Promise<AssayError | undefined> {
  if (signal?.aborted) throw new CancelledError()
  try {
    await work()
    return undefined
  } catch (error) {
    if (signal?.aborted || error instanceof CancelledError) throw new CancelledError()
    if (error instanceof AssayError) return error
    throw error
  }
}

async function look(
  subject: CheckSubject,
  { simulate, onRun, matters, anew = false }: CheckOptions,
  onProgress: (stage: string, fraction: number) => void,
): Promise<Looked & { readonly baseline: Baseline }> {
  const started = performance.now()
  const { run, reused, made } = await simulate(subject, onProgress)
  await onRun?.(run)
  return {
    file: subject.file,
    measured: measured(subject.baseline, withMatters(run, matters), anew),
    baseline: baselineOf(run),
    seconds: secondsSince(started),
    reused,
    made,
  }
}

function measured(baseline: Baseline | null, run: Run, anew: boolean): Measured {
  try {
    return measureAgainst(baseline, run)
  } catch (error) {
    if (baseline === null || !(error instanceof DataError)) throw error
    if (anew) return measureAgainst(null, run)
    throw new ContradictedBaseline(error.message)
  }
}

/** What is wrong is the baseline's file, and not its scenario's. */
class ContradictedBaseline extends DataError {}

/** Only what is measured sees it; the run that is kept says what its scenario says. */
function withMatters(run: Run, matters: Partial<GateMatters>): Run {
  const { manifest } = run
  const { scenario } = manifest
  const gate = { ...scenario.gate, matters: { ...scenario.gate.matters, ...matters } }
  return { ...run, manifest: { ...manifest, scenario: { ...scenario, gate } } }
}

const secondsSince = (started: number) => (performance.now() - started) / 1000

/** Days of accounts, the sibling population's too: what a run takes is near proportional to them. */
const sizeOf = ({ accounts, days, fusion }: Scenario) =>
  days * (accounts + (fusion.model === null ? fusion.learning.accounts : 0))

function progressOver(subjects: readonly CheckSubject[], tell: CheckOptions["onProgress"]) {
  const sizes = subjects.map(({ scenario }) => sizeOf(scenario))
  const all = sizes.reduce((sum, size) => sum + size, 0)
  return (place: number) => {
    const before = sizes.slice(0, place).reduce((sum, size) => sum + size, 0)
    const { name } = subjects[place]!.scenario
    return (stage: string, fraction: number) =>
      tell?.({
        scenario: name,
        place: place + 1,
        of: subjects.length,
        stage,
        fraction: (before + fraction * sizes[place]!) / all,
      })
  }
}
