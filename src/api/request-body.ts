/** Bodies of requests: JSON of a limited length. */
import { bodyLimit } from "hono/body-limit"
import { UsageError } from "../core/errors.ts"

/** A scenario with as many archetypes as it may have, each with all of its parameters, has a tenth of this. */
export const SCENARIO_BYTES = 2 * 1024 * 1024

export async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch {
    throw new UsageError("the body of the request must be JSON")
  }
}

export function limitedTo(bytes: number) {
  return bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new UsageError(`a request must have at most ${bytes} bytes`)
    },
  })
}
