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
