/**
 * npm run bench: how fast the main line and its parts are, and how much memory they take; and the page's frames while
 * something is dragged. `npm run bench -- frames` measures one part of: runs, parts, rules, check, frames. With
 * `-- check bundled` the bundled scenarios are checked at their own sizes, which takes minutes when nothing is kept.
 *
 * Every size and number of workers runs in a process of its own, so that its peak memory is its own. Times are told in
 * seconds and as ratios to a reference that is timed in the same run on the same machine: sorting 1,000,000 seeded
 * uniform doubles with Float64Array.sort. Ratios travel between machines; seconds do not.
 */
import { fork } from "node:child_process"
import { availableParallelism, cpus, loadavg } from "node:os"
import { fileURLToPath } from "node:url"
import { type CheckTimes, measureCheck } from "./check.ts"
import { type FrameTimes, measureFrames } from "./frames.ts"
import { measureParts, type PartTimes } from "./parts.ts"
import { sortReference } from "./reference.ts"
import { measureRules, type RuleTimes } from "./rules.ts"
import { measureRun, type RunMeasure } from "./whole-run.ts"

const SIZES = [20_000, 200_000]
const WORKERS = [1, 2]
const RULE_ACCOUNTS = 1_000_000
const FRAME_ACCOUNTS = 1_000_000

type Job =
  | { readonly kind: "parts"; readonly accounts: number }
  | { readonly kind: "run"; readonly accounts: number; readonly workers: number }
  | { readonly kind: "rules"; readonly accounts: number }
  | { readonly kind: "check"; readonly isWhole: boolean }
  | { readonly kind: "frames"; readonly accounts: number }

async function measure(job: Job): Promise<RunMeasure | PartTimes | RuleTimes | CheckTimes | FrameTimes> {
  switch (job.kind) {
    case "parts":
      return measureParts(job.accounts)
    case "run":
      return measureRun(job.accounts, job.workers)
    case "rules":
      return measureRules(job.accounts)
    case "check":
      return measureCheck(job.isWhole)
    case "frames":
      return measureFrames(job.accounts)
  }
}

function inOwnProcess<Result>(job: Job): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), {
      env: { ...process.env, ASSAY_BENCH_JOB: JSON.stringify(job) },
    })
    child.once("message", (result) => resolve(result as Result))
    child.once("exit", (code) =>
      reject(new Error(`${job.kind} ended with code ${code} before it had a result`)),
    )
  })
}

async function main(): Promise<void> {
  const reference = sortReference()
  console.log(`Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, ${load()}`)
  console.log(`Reference (1.00x): sorting 1,000,000 doubles, ${(1000 * reference).toFixed(1)} ms\n`)
  const isWanted = (part: string) => process.argv.length <= 2 || process.argv.includes(part)
  if (isWanted("runs")) for (const accounts of SIZES) await printRuns(accounts, reference)
  if (isWanted("parts")) for (const accounts of SIZES) await printParts(accounts, reference)
  if (isWanted("rules")) await printRules(reference)
  if (isWanted("check")) await printCheck(reference)
  if (isWanted("frames")) await printFrames(reference)
}

/** Processes that wanted a processor in the last minute: beyond the threads that there are, times are too long. */
const load = () => `load average ${loadavg()[0].toFixed(1)} on ${availableParallelism()} threads`

async function printCheck(reference: number): Promise<void> {
  const isWhole = process.argv.includes("bundled")
  const job = { kind: "check", isWhole } as const
  const { scenarios, accounts, times, cacheMegabytes } = await inOwnProcess<CheckTimes>(job)
  console.log(
    `Runs of a check of the bundled scenarios${isWhole ? "" : ", at most 2,000 + 2,000 accounts each"}: ` +
      `${scenarios} scenarios, ${count(accounts)} accounts, 2 workers, ${load()}`,
  )
  for (const { name, seconds, reused, made } of times) {
    const saved = `${(100 * (1 - seconds / times[0].seconds)).toFixed(0).padStart(3)} % saved`
    console.log(row(`  ${name}`, seconds, reference, `${saved}, findings: ${reused} reused, ${made} made`))
  }
  console.log(`  the cache takes ${count(cacheMegabytes)} MiB\n`)
}

/** A frame of a display of 60 Hz, milliseconds. */
const FRAME = 1000 / 60

async function printFrames(reference: number): Promise<void> {
  const job = { kind: "frames", accounts: FRAME_ACCOUNTS } as const
  const { accounts, browser, opening, drags } = await inOwnProcess<FrameTimes>(job)
  if (browser === null) {
    console.log("SKIPPED: frames of the page need Chromium, which is not here. Name it in ASSAY_CHROMIUM.")
    return
  }
  console.log(
    `\n${accounts.toLocaleString("en")} accounts, a frame of the page while something is dragged ` +
      `(Chromium ${browser}, without a graphics processor; 60 Hz leaves ${FRAME.toFixed(1)} ms)`,
  )
  console.log(`  from opening the page to its first chart: ${opening.toFixed(1)} s; afterwards, ${load()}`)
  for (const { name, median, p95, framesPerSecond } of drags)
    console.log(
      row(
        `  ${name}`,
        median / 1000,
        reference,
        `95 %: ${p95.toFixed(1).padStart(5)} ms, ${framesPerSecond.toFixed(0).padStart(3)} frames/s` +
          `${p95 > FRAME ? "  over a frame" : ""}`,
      ),
    )
}

async function printRules(reference: number): Promise<void> {
  const { accounts, times } = await inOwnProcess<RuleTimes>({ kind: "rules", accounts: RULE_ACCOUNTS })
  console.log(`${accounts.toLocaleString("en")} accounts, rules over 6 detectors, 8 cohorts`)
  for (const { name, seconds } of times) console.log(row(`  ${name}`, seconds, reference, ""))
}

async function printRuns(accounts: number, reference: number): Promise<void> {
  console.log(`${accounts.toLocaleString("en")} accounts, whole run (with 20,000 more to learn from)`)
  const seconds: number[] = []
  for (const workers of WORKERS) {
    const run = await inOwnProcess<RunMeasure>({ kind: "run", accounts, workers })
    seconds.push(run.seconds)
    const perSecond = `${count(run.accountsSimulated / run.seconds)} accounts/s, ${count(run.eventsSimulated / run.seconds)} events/s`
    const anEvent = (1e6 * workers * run.seconds) / run.eventsSimulated
    console.log(
      row(
        `  ${workers} worker${workers > 1 ? "s" : ""}`,
        run.seconds,
        reference,
        `${perSecond}, ${anEvent.toFixed(1)} µs an event and worker, peak memory ${count(run.peakMegabytes)} MiB`,
      ),
    )
  }
  console.log(`  second worker: ${(seconds[0] / seconds[1]).toFixed(2)} times the speed of one\n`)
}

async function printParts(accounts: number, reference: number): Promise<void> {
  console.log(`${accounts.toLocaleString("en")} accounts, parts in one thread`)
  const { parts, lookUpNanoseconds, microsecondsAnEvent, held, peakMegabytes } =
    await inOwnProcess<PartTimes>({ kind: "parts", accounts })
  for (const { name, seconds, note } of parts) console.log(row(`  ${name}`, seconds, reference, note))
  console.log(
    `  ${"threshold look-up, all figures".padEnd(NAME_WIDTH - 2)} ${lookUpNanoseconds.toFixed(0).padStart(7)} ns`,
  )
  const [plain, pictured] = microsecondsAnEvent.map((microseconds) => microseconds.toFixed(2))
  console.log(`  generation: ${plain} µs an event, ${pictured} with pictures`)
  console.log(
    `  memory: ${count(held.world)} B an account for the world, ${count(held.observed)} B for what detectors observed, ` +
      `${held.largestTile.toFixed(1)} MiB for the largest tile; peak ${count(peakMegabytes)} MiB\n`,
  )
}

const NAME_WIDTH = 56
const count = (value: number) => Math.round(value).toLocaleString("en")

function row(name: string, seconds: number, reference: number, note: string): string {
  return `${name.padEnd(NAME_WIDTH)} ${seconds.toFixed(3).padStart(8)} s ${(seconds / reference).toFixed(2).padStart(8)}x  ${note}`
}

const job = process.env.ASSAY_BENCH_JOB
if (job) process.send!(await measure(JSON.parse(job)))
else await main()
