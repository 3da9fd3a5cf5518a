/** How an error becomes an answer: whose fault it is decides the status. */
import { AssayError, isAllocationFailure, NotFoundError, OutOfMemoryError } from "../core/errors.ts"
import { PlaceTakenError } from "../store/trash.ts"
import type { ConsentFailure, Failure, PluginEntry } from "./contract.ts"

export { NotFoundError }

/** What was asked for is fine, but not now. */
export class ConflictError extends AssayError {
  override name = "ConflictError"
}

/** Plug-ins would run that nobody has consented to. */
export class ConsentError extends AssayError {
  override name = "ConsentError"
  constructor(
    message: string,
    readonly plugins: readonly PluginEntry[],
    /** Where more than one was to be run. */
    readonly scenario?: string,
  ) {
    super(message)
  }
}

/** The part of an error that may leave the process: never its stack. */
export function toFailure(error: unknown): Failure | ConsentFailure {
  if (error instanceof ConsentError)
    return {
      kind: "consent",
      message: error.message,
      plugins: error.plugins,
      ...(error.scenario !== undefined && { scenario: error.scenario }),
    }
  if (isAllocationFailure(error)) return toFailure(new OutOfMemoryError())
  if (error instanceof Error) return { kind: error.name, message: error.message || error.name }
  return { kind: "Error", message: String(error) }
}

/** 403, 404 and 409 by their class, 400 for every other mistake that a user can mend, 500 for ours. */
export function statusOf(error: unknown): 400 | 403 | 404 | 409 | 500 {
  if (error instanceof ConsentError) return 403
  if (error instanceof NotFoundError) return 404
  if (error instanceof ConflictError || error instanceof PlaceTakenError) return 409
  return error instanceof AssayError ? 400 : 500
}
