/**
 * Errors that say whose fault they are. Each names what was found and what is allowed;
 * the terminal turns them into exit code 2, the api into a 4xx answer.
 */

/** The base of all errors that a user can mend. `message` is complete and ready to print. */
export class AssayError extends Error {
  override name = "AssayError"
}

/** A scenario that cannot be used; one problem per line of `problems`. */
export class ScenarioError extends AssayError {
  override name = "ScenarioError"
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"))
  }
}

/** A policy that cannot be used; one problem per line of `problems`. */
export class PolicyError extends AssayError {
  override name = "PolicyError"
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"))
  }
}

/** A log, a run on disk or another data file that cannot be read. */
export class DataError extends AssayError {
  override name = "DataError"
}

/** A run on disk that is not whole any more: a file is missing, cut short or changed. */
export class DamagedRunError extends DataError {
  override name = "DamagedRunError"
}

/** No room is left where something is to be written. */
export class DiskFullError extends DataError {
  override name = "DiskFullError"
}

/** A file or folder that may not be read or written. */
export class PermissionError extends DataError {
  override name = "PermissionError"
}

/** A worker thread that ended though nobody ended it. */
export class WorkerError extends AssayError {
  override name = "WorkerError"
}

/** There is less memory than the work takes. */
export class OutOfMemoryError extends AssayError {
  override name = "OutOfMemoryError"
  constructor() {
    super(
      "there is not enough memory for this; a scenario with fewer accounts or days, or fewer workers, needs less",
    )
  }
}

/** How JavaScript says that an array found no room. */
export const isAllocationFailure = (error: unknown): boolean =>
  error instanceof RangeError &&
  /allocation failed|invalid (typed )?array (buffer )?length/i.test(error.message)

/** Nothing of that name is there. */
export class NotFoundError extends AssayError {
  override name = "NotFoundError"
}

/** A wrong command line or request. */
export class UsageError extends AssayError {
  override name = "UsageError"
}

/** A detector that threw, returned a value out of range or the wrong number of scores. */
export class DetectorError extends AssayError {
  override name = "DetectorError"
  constructor(
    readonly detector: string,
    detail: string,
  ) {
    super(`detector ${detector}: ${detail}`)
  }
}

/** The work was cancelled by whoever asked for it; not a fault. */
export class CancelledError extends AssayError {
  override name = "CancelledError"
  constructor() {
    super("cancelled")
  }
}
