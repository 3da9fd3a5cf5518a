/** Worker threads that run core's tasks; see worker.ts for their side. */
import { Piscina } from "piscina"
import { AssayError, CancelledError, DetectorError, OutOfMemoryError, WorkerError } from "../core/errors.ts"
import type { Executor, TaskResult } from "../core/tasks.ts"
import type { Reply } from "./protocol.ts"

export interface Pool extends Executor {
  /** Ends all threads at once if they have work or one failed; else they rest a while, for the next pool of as many. */
  close(): Promise<void>
}

/** How long threads rest before they end. */
const REST_MS = 30_000

/**
 * Threads that did their work well and rest, by their number and file. The next pool of as many takes them over: half of
 * a small run's time is that threads start and compile what they do. None holds up a process that is at its end.
 */
const resting = new Map<string, { readonly threads: Piscina; readonly wake: () => void }>()

function rest(key: string, threads: Piscina): void {
  const wake = () => {
    clearTimeout(timer)
    threads.off("error", end)
    resting.delete(key)
  }
  const end = () => {
    wake()
    void threads.destroy()
  }
  const timer = setTimeout(end, REST_MS).unref()
  threads.on("error", end)
  resting.set(key, { threads, wake })
}

function takeThreads(key: string, workerFile: URL, workers: number): Piscina {
  const rested = resting.get(key)
  rested?.wake()
  if (rested) return rested.threads
  const threads = new Piscina({ filename: workerFile.href, minThreads: workers, maxThreads: workers })
  // A thread that is being ended may still answer; nobody waits for it, and it must not end the process.
  threads.on("error", () => {})
  return threads
}

/** `workerFile` is the built worker; a signal that aborts ends the threads and rejects what runs with CancelledError. */
export function createPool(workerFile: URL, workers: number, signal?: AbortSignal): Pool {
  const key = `${workers} ${workerFile.href}`
  const threads = takeThreads(key, workerFile, workers)
  let isEnding = false
  let hasFailed = false
  /** Tasks that were given and are not answered, or never will be. */
  let pending = 0
  let breakOff: (error: Error) => void = () => {}
  /** Rejects when a thread fails that has no task, whom nobody else would hear of. */
  const broken = new Promise<never>((_, reject) => {
    breakOff = reject
  })
  broken.catch(() => {})
  const onError = (error: Error) => {
    hasFailed = true
    breakOff(threadError(error))
  }
  threads.on("error", onError)
  const end = () => {
    isEnding = true
    return threads.destroy()
  }
  const cancel = () => void end()
  if (signal?.aborted) cancel()
  signal?.addEventListener("abort", cancel, { once: true })
  return {
    async run(tasks, onDone) {
      let done = 0
      const running = tasks.map(async (task): Promise<TaskResult> => {
        pending++
        const reply: Reply = await threads.run(task).catch((error: unknown) => {
          throw threadError(error)
        })
        pending--
        if ("failure" in reply) throw reviveFailure(reply.failure)
        onDone(++done)
        return reply.result
      })
      try {
        return await Promise.race([Promise.all(running), broken])
      } catch (error) {
        // What is still queued might never get a thread: a pool whose thread failed starts no new ones.
        await end()
        // The tasks that were still under way must not be reported as unhandled.
        await Promise.allSettled(running)
        throw signal?.aborted ? new CancelledError() : error
      }
    },
    async close() {
      signal?.removeEventListener("abort", cancel)
      if (isEnding || hasFailed || pending > 0 || resting.has(key)) return end()
      threads.off("error", onError)
      rest(key, threads)
    },
  }
}

function threadError(cause: unknown): Error {
  const { code, message } = cause as NodeJS.ErrnoException
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return new OutOfMemoryError()
  return new WorkerError(
    `a worker thread ended before its work was done (${message}); nothing of it was kept`,
  )
}

function reviveFailure(failure: Extract<Reply, { failure: unknown }>["failure"]): Error {
  const { message, stack, detector, isMendable, isOutOfMemory } = failure
  if (detector !== undefined) return new DetectorError(detector, message)
  if (isOutOfMemory) return new OutOfMemoryError()
  return isMendable ? new AssayError(message) : Object.assign(new Error(message), { stack })
}
