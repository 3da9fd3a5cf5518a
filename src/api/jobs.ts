/** Jobs: one at a time, since one uses all workers. */
import type { JobEntry, JobEvent, JobResult } from "./contract.ts"
import { ConflictError, NotFoundError } from "./failures.ts"
import { type Tracked, track, type WorkOptions } from "./tracked.ts"

export type JobWork = (options: WorkOptions) => Promise<JobResult>

export interface Jobs {
  /** Returns the job's id; throws ConflictError while another job runs. */
  start(scenario: JobEntry["scenario"], work: JobWork): string
  running(): JobEntry[]
  /** Ends after the event that ends the job, or when the signal aborts. */
  watch(id: string, signal: AbortSignal): AsyncGenerator<JobEvent>
  /** Resolves when the job has ended; a job that had ended before stays as it is. */
  cancel(id: string): Promise<void>
  cancelAll(): Promise<void>
}

interface Job extends JobEntry {
  readonly work: Tracked<JobEvent, JobResult>
}

/** Ended jobs that can still be asked how they ended. */
const REMEMBERED = 20

/** `now` in seconds, from any start; `report` is told of what failed. */
export function createJobs(now: () => number, report: (error: unknown) => void): Jobs {
  const jobs = new Map<string, Job>()
  const running = () => [...jobs.values()].filter(({ work }) => work.isRunning())

  function find(id: string): Job {
    const job = jobs.get(id)
    if (!job) throw new NotFoundError(`job must be one that was started here, got "${id}"`)
    return job
  }

  return {
    start(scenario, work) {
      const [other] = running()
      if (other) throw new ConflictError(`one job at a time: ${other.scenario ?? "a check"} is still running`)
      // Of no other server's either: a page that lost one must not take the next one's job for its own.
      const id = crypto.randomUUID()
      const tracked = track<JobEvent, JobResult>(work, {
        now,
        report,
        firstStage: "roster",
        doneEvent: (result) => ({ type: "done", ...result }),
      })
      jobs.set(id, { id, scenario, work: tracked })
      for (const [old, { work }] of jobs) if (jobs.size > REMEMBERED && !work.isRunning()) jobs.delete(old)
      return id
    },
    running: () => running().map(({ id, scenario }) => ({ id, scenario })),
    watch: (id, signal) => find(id).work.watch(signal),
    cancel: async (id) => find(id).work.cancel(),
    async cancelAll() {
      await Promise.all(running().map(({ work }) => work.cancel()))
    },
  }
}
