/** Bodies of requests: JSON of a limited length. */
import { UsageError } from "../core/errors.ts"

export async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch {
    throw new UsageError("the body of the request must be JSON")
  }
}

/** For a bodyLimit of so many bytes. */
export const refuseLength = (bytes: number) => (): never => {
  throw new UsageError(`a request must have at most ${bytes} bytes`)
}
