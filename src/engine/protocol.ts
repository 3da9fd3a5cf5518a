/**
 * What travels between the engine and its worker threads: a Task of core there, a Reply back.
 * Errors are told in plain words, because an error loses its class on the way between threads.
 */
import { AssayError, DetectorError, isAllocationFailure } from "../core/errors.ts"
import { perform, type Task, type TaskResult } from "../core/tasks.ts"

export type Reply =
  | { readonly result: TaskResult }
  | {
      readonly failure: {
        readonly message: string
        readonly stack?: string
        readonly detector?: string
        readonly isMendable: boolean
        readonly isOutOfMemory?: boolean
      }
    }

export function answer(task: Task): Reply {
  try {
    return { result: perform(task) }
  } catch (error) {
    if (error instanceof DetectorError) {
      const message = error.message.replace(`detector ${error.detector}: `, "")
      return { failure: { message, detector: error.detector, isMendable: true } }
    }
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    return {
      failure: {
        message,
        ...(stack === undefined ? {} : { stack }),
        isMendable: error instanceof AssayError,
        isOutOfMemory: isAllocationFailure(error),
      },
    }
  }
}
