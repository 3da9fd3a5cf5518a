/** Worker threads that run core's tasks; see worker.ts for their side. */
import { Piscina } from "piscina"
import { AssayError, CancelledError, DetectorError } from "../core/errors.ts"
import type { Executor, TaskResult } from "../core/tasks.ts"
import type { Reply } from "./protocol.ts"

export interface Pool extends Executor {
  /** Ends all threads at once, whatever they are doing. */
  close(): Promise<void>
}

/** `workerFile` is the built worker; a signal that aborts ends the threads and rejects what runs with CancelledError. */
export function createPool(workerFile: URL, workers: number, signal?: AbortSignal): Pool {
  const threads = new Piscina({ filename: workerFile.href, minThreads: workers, maxThreads: workers })
  let isEnding = false
  // A thread that is being ended may still answer; nobody waits for it, and it must not end the process.
  threads.on("error", (error) => {
    if (!isEnding) throw error
  })
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
        const reply: Reply = await threads.run(task)
        if ("failure" in reply) throw reviveFailure(reply.failure)
        onDone(++done)
        return reply.result
      })
      try {
        return await Promise.all(running)
      } catch (error) {
        // The tasks that were still under way must not be reported as unhandled.
        await Promise.allSettled(running)
        throw signal?.aborted ? new CancelledError() : error
      }
    },
    async close() {
      signal?.removeEventListener("abort", cancel)
      await end()
    },
  }
}

function reviveFailure(failure: Extract<Reply, { failure: unknown }>["failure"]): Error {
  if (failure.detector !== undefined) return new DetectorError(failure.detector, failure.message)
  return failure.isMendable ? new AssayError(failure.message) : new Error(failure.message)
}
