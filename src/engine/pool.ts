/** Worker threads that run core's tasks; see worker.ts for their side. */
import { Piscina } from "piscina"
import { AssayError, CancelledError, DetectorError, OutOfMemoryError, WorkerError } from "../core/errors.ts"
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
  let breakOff: (error: Error) => void = () => {}
  /** Rejects when a thread fails that has no task, whom nobody else would hear of. */
  const broken = new Promise<never>((_, reject) => {
    breakOff = reject
  })
  broken.catch(() => {})
  // A thread that is being ended may still answer; nobody waits for it, and it must not end the process.
  threads.on("error", (error: Error) => {
    if (!isEnding) breakOff(threadError(error))
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
        const reply: Reply = await threads.run(task).catch((error: unknown) => {
          throw threadError(error)
        })
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
      await end()
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
