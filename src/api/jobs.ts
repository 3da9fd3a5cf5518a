/**
 * Jobs: one at a time, since one uses all workers. Whoever watches a job gets its present state at once
 * and then the newest one whenever it changes, so a slow or late watcher never lags behind.
 */
import { CancelledError } from "../core/errors.ts"
import type { JobEntry, JobEvent } from "./contract.ts"
import { ConflictError, NotFoundError, toFailure } from "./failures.ts"
import { createTimeLeft } from "./time-left.ts"

/** Returns the id of the run that it wrote. */
export type JobWork = (options: {
  readonly signal: AbortSignal
  readonly onProgress: (progress: { stage: string; fraction: number }) => void
}) => Promise<string>

export interface Jobs {
  /** Returns the job's id; throws ConflictError while another job runs. */
  start(scenario: string, work: JobWork): string
  running(): JobEntry[]
  /** Ends after the event that ends the job, or when the signal aborts. */
  watch(id: string, signal: AbortSignal): AsyncGenerator<JobEvent>
  /** Resolves when the job has ended; a job that had ended before stays as it is. */
  cancel(id: string): Promise<void>
  cancelAll(): Promise<void>
}

interface Job extends JobEntry {
  readonly controller: AbortController
  event: JobEvent
  /** Replaced at each change. */
  changed: PromiseWithResolvers<void>
  ended: Promise<void>
}

/** Ended jobs that can still be asked how they ended. */
const REMEMBERED = 20

/** `now` in seconds, from any start; `report` is told of errors that are not the user's. */
export function createJobs(now: () => number, report: (error: unknown) => void): Jobs {
  const jobs = new Map<string, Job>()
  let count = 0

  const isRunning = (job: Job) => job.event.type === "progress"
  const running = () => [...jobs.values()].filter(isRunning)

  function find(id: string): Job {
    const job = jobs.get(id)
    if (!job) throw new NotFoundError(`job must be one that was started here, got "${id}"`)
    return job
  }

  function announce(job: Job, event: JobEvent): void {
    job.event = event
    const { resolve } = job.changed
    job.changed = withResolvers()
    resolve()
  }

  async function carryOut(job: Job, work: JobWork): Promise<void> {
    const started = now()
    const timeLeft = createTimeLeft()
    let furthest = 0
    const onProgress = ({ stage, fraction }: { stage: string; fraction: number }) => {
      if (!isRunning(job)) return
      furthest = Math.max(furthest, Math.min(1, fraction))
      const elapsedSeconds = now() - started
      const remainingSeconds = timeLeft.at(elapsedSeconds, furthest)
      announce(job, { type: "progress", stage, fraction: furthest, elapsedSeconds, remainingSeconds })
    }
    try {
      announce(job, { type: "done", run: await work({ signal: job.controller.signal, onProgress }) })
    } catch (error) {
      if (error instanceof CancelledError) return announce(job, { type: "cancelled" })
      report(error)
      announce(job, { type: "failed", ...toFailure(error) })
    }
  }

  return {
    start(scenario, work) {
      const [other] = running()
      if (other)
        throw new ConflictError(`one job at a time: ${other.scenario} (${other.id}) is still running`)
      const job: Job = {
        id: String(++count),
        scenario,
        controller: new AbortController(),
        event: { type: "progress", stage: "roster", fraction: 0, elapsedSeconds: 0, remainingSeconds: null },
        changed: withResolvers(),
        ended: Promise.resolve(),
      }
      jobs.set(job.id, job)
      for (const [id, old] of jobs) if (jobs.size > REMEMBERED && !isRunning(old)) jobs.delete(id)
      job.ended = carryOut(job, work)
      return job.id
    },
    running: () => running().map(({ id, scenario }) => ({ id, scenario })),
    async *watch(id, signal) {
      const job = find(id)
      const left = new Promise<void>((resolve) =>
        signal.addEventListener("abort", () => resolve(), { once: true }),
      )
      while (!signal.aborted) {
        const { event, changed } = job
        yield event
        if (event.type !== "progress") return
        if (job.event === event) await Promise.race([changed.promise, left])
      }
    },
    async cancel(id) {
      const job = find(id)
      job.controller.abort()
      await job.ended
    },
    async cancelAll() {
      const all = running()
      for (const job of all) job.controller.abort()
      await Promise.all(all.map((job) => job.ended))
    },
  }
}

// Promise.withResolvers comes with Node 22.
interface PromiseWithResolvers<Value> {
  promise: Promise<Value>
  resolve: (value: Value) => void
}

function withResolvers(): PromiseWithResolvers<void> {
  let resolve = () => {}
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
