/**
 * One piece of long work: how far it is, how it ended, and how to call it off. Whoever watches gets its present state
 * at once and then the newest one whenever it changes, so a slow or late watcher never lags behind.
 */
import { CancelledError } from "../core/errors.ts"
import type { WorkEvent, WorkPart } from "./contract.ts"
import { toFailure } from "./failures.ts"
import { createTimeLeft } from "./time-left.ts"

export interface WorkOptions {
  readonly signal: AbortSignal
  readonly onProgress: (progress: WorkProgress) => void
}

export interface WorkProgress {
  readonly stage: string
  /** In [0, 1]. */
  readonly fraction: number
  readonly part?: WorkPart
}

export interface Tracked<Event, Result> {
  /** Rejects with CancelledError when it was called off. */
  readonly outcome: Promise<Result>
  isRunning(): boolean
  /** Ends after the event that ends the work, or when the signal aborts. */
  watch(signal: AbortSignal): AsyncGenerator<Event>
  /** Resolves when the work has ended; what had ended before stays as it is. */
  cancel(): Promise<void>
}

export interface TrackOptions<Event, Result> {
  /** In seconds, from any start. */
  readonly now: () => number
  /** Told of every failure. */
  readonly report: (error: unknown) => void
  /** What is told before the work tells anything. */
  readonly firstStage: string
  readonly doneEvent: (result: Result) => Event
}

/** `work` may announce events of its own, such as what it waits for; its clock starts with its first progress then. */
export function track<Event extends { readonly type: string }, Result>(
  work: (options: WorkOptions & { readonly announce: (event: Event) => void }) => Promise<Result>,
  { now, report, firstStage, doneEvent }: TrackOptions<Event | WorkEvent, Result>,
): Tracked<Event | WorkEvent, Result> {
  const controller = new AbortController()
  const timeLeft = createTimeLeft()
  let started = now()
  let furthest = 0
  let running = true
  let event: Event | WorkEvent = progressEvent(firstStage, 0, 0, null)
  let changed = withResolvers<void>()

  function announce(next: Event | WorkEvent): void {
    event = next
    const { resolve } = changed
    changed = withResolvers()
    resolve()
  }

  function onProgress({ stage, fraction, part }: WorkProgress): void {
    if (!running) return
    if (event.type !== "progress") started = now()
    furthest = Math.max(furthest, Math.min(1, fraction))
    const elapsed = now() - started
    const told = progressEvent(stage, furthest, elapsed, timeLeft.at(elapsed, furthest))
    announce(part ? { ...told, part } : told)
  }

  function end(last: Event | WorkEvent): void {
    running = false
    announce(last)
  }

  async function carryOut(): Promise<Result> {
    try {
      const result = await work({ signal: controller.signal, onProgress, announce })
      end(doneEvent(result))
      return result
    } catch (error) {
      if (error instanceof CancelledError) end({ type: "cancelled" })
      else {
        report(error)
        end({ type: "failed", ...toFailure(error) })
      }
      throw error
    }
  }

  const outcome = carryOut()
  // Who only watches learns of a failure by its event.
  outcome.catch(() => {})
  return {
    outcome,
    isRunning: () => running,
    async *watch(signal) {
      const left = new Promise<void>((resolve) =>
        signal.addEventListener("abort", () => resolve(), { once: true }),
      )
      while (!signal.aborted) {
        const told = event
        const { promise } = changed
        const isLast = !running
        yield told
        if (isLast) return
        if (event === told) await Promise.race([promise, left])
      }
    },
    async cancel() {
      controller.abort()
      await outcome.catch(() => {})
    },
  }
}

function progressEvent(
  stage: string,
  fraction: number,
  elapsedSeconds: number,
  remainingSeconds: number | null,
): Extract<WorkEvent, { type: "progress" }> {
  return { type: "progress", stage, fraction, elapsedSeconds, remainingSeconds }
}

// Promise.withResolvers comes with Node 22.
export interface Resolvers<Value> {
  readonly promise: Promise<Value>
  readonly resolve: (value: Value) => void
}

export function withResolvers<Value>(): Resolvers<Value> {
  let resolve: (value: Value) => void = () => {}
  const promise = new Promise<Value>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
