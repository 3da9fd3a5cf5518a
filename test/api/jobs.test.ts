import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { JobEvent, JobResult } from "../../src/api/contract.ts"
import { createJobs, type JobWork } from "../../src/api/jobs.ts"
import { CancelledError, DataError } from "../../src/core/errors.ts"

type Progress = Extract<JobEvent, { type: "progress" }>

/** A job that the test drives by hand. */
function drivenJob() {
  const clock = { seconds: 0 }
  const reported: unknown[] = []
  const jobs = createJobs(
    () => clock.seconds,
    (error) => reported.push(error),
  )
  let onProgress: Parameters<JobWork>[0]["onProgress"] = () => {}
  let finish: (result: JobResult) => void = () => {}
  let fail: (error: unknown) => void = () => {}
  const work: JobWork = (options) => {
    onProgress = options.onProgress
    return new Promise((resolve, reject) => {
      finish = resolve
      fail = reject
      options.signal.addEventListener("abort", () => reject(new CancelledError()))
    })
  }
  const id = jobs.start("tiny", work)
  const now = async () => {
    const watch = jobs.watch(id, new AbortController().signal)
    const { value } = await watch.next()
    return value as JobEvent
  }
  return {
    jobs,
    id,
    now,
    clock,
    reported,
    work,
    tell: (stage: string, fraction: number) => onProgress({ stage, fraction }),
    finish: (run: string) => finish({ run }),
    fail: (error: unknown) => fail(error),
  }
}

describe("the progress of a job", () => {
  it("starts at nothing, before the first stage tells", async () => {
    expect(await drivenJob().now()).toEqual({
      type: "progress",
      stage: "roster",
      fraction: 0,
      elapsedSeconds: 0,
      remainingSeconds: null,
    })
  })

  it("never falls, never leaves [0, 1], and never promises less than no time", async () => {
    const step = fc.record({
      fraction: fc.double({ noNaN: true, min: -1, max: 2 }),
      seconds: fc.double({ noNaN: true, min: 0, max: 100 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const job = drivenJob()
        let last = 0
        for (const { fraction, seconds } of steps) {
          job.clock.seconds += seconds
          job.tell("posts", fraction)
          const event = (await job.now()) as Progress
          expect(event.fraction).toBeGreaterThanOrEqual(last)
          expect(event.fraction).toBeLessThanOrEqual(1)
          expect(event.remainingSeconds ?? 0).toBeGreaterThanOrEqual(0)
          expect(event.remainingSeconds ?? 0).toBeLessThan(Number.POSITIVE_INFINITY)
          last = event.fraction
        }
      }),
    )
  })

  it("estimates the time left exactly when the pace is even", async () => {
    const job = drivenJob()
    for (const second of [1, 2, 3]) {
      job.clock.seconds = second
      job.tell("posts", second / 10)
    }
    expect(((await job.now()) as Progress).remainingSeconds).toBeCloseTo(7, 9)
  })

  it("does not let a sudden stop of the pace throw the estimate about", async () => {
    const job = drivenJob()
    job.clock.seconds = 5
    job.tell("posts", 0.5)
    job.clock.seconds = 5.1
    job.tell("linkage", 0.9)
    // At the pace of the last instant it would be 0.57 s; at the pace before, 4.9 s.
    expect(((await job.now()) as Progress).remainingSeconds).toBeGreaterThan(4)
  })

  it("is over once the job has ended", async () => {
    const job = drivenJob()
    job.finish("tiny-1")
    await Promise.resolve()
    await Promise.resolve()
    job.tell("posts", 0.5)
    expect(await job.now()).toEqual({ type: "done", run: "tiny-1" })
  })
})

describe("watching a job", () => {
  it("skips what a slow watcher missed", async () => {
    const job = drivenJob()
    const watch = job.jobs.watch(job.id, new AbortController().signal)
    await watch.next()
    for (let i = 1; i <= 1000; i++) job.tell("posts", i / 1000)
    const { value } = await watch.next()
    expect((value as Progress).fraction).toBe(1)
  })

  it("ends when its signal aborts, though nothing changes", async () => {
    const job = drivenJob()
    const controller = new AbortController()
    const watch = job.jobs.watch(job.id, controller.signal)
    await watch.next()
    const next = watch.next()
    controller.abort()
    expect(await next).toEqual({ value: undefined, done: true })
  })

  it("tells each of several watchers the end", async () => {
    const job = drivenJob()
    const ends = [1, 2, 3].map(async () => {
      const events: JobEvent[] = []
      for await (const event of job.jobs.watch(job.id, new AbortController().signal)) events.push(event)
      return events.at(-1)
    })
    job.finish("tiny-1")
    expect(await Promise.all(ends)).toEqual(Array(3).fill({ type: "done", run: "tiny-1" }))
  })
})

describe("the end of a job", () => {
  it("tells what failed, and reports it", async () => {
    const job = drivenJob()
    const error = new DataError("disk is full")
    job.fail(error)
    await job.jobs.cancel(job.id)
    expect(await job.now()).toEqual({ type: "failed", kind: "DataError", message: "disk is full" })
    expect(job.reported).toEqual([error])
  })

  it("by cancelling is no failure, and cancelling again changes nothing", async () => {
    const job = drivenJob()
    await job.jobs.cancel(job.id)
    await job.jobs.cancel(job.id)
    expect(await job.now()).toEqual({ type: "cancelled" })
    expect(job.reported).toEqual([])
  })

  it("by closing waits until nothing runs", async () => {
    const job = drivenJob()
    await job.jobs.cancelAll()
    expect(job.jobs.running()).toEqual([])
  })

  it("is remembered for the last twenty jobs", async () => {
    const job = drivenJob()
    job.finish("tiny-1")
    for (let i = 0; i < 20; i++) {
      await Promise.resolve()
      await Promise.resolve()
      job.jobs.start("tiny", async () => ({ run: "tiny-2" }))
      await Promise.resolve()
    }
    await expect(job.now()).rejects.toThrow(/job must be one that was started here, got "[0-9a-f-]{36}"/)
  })
})
