/** Checks what a client asks for before anything starts. */
import { z } from "zod"
import { UsageError } from "../core/errors.ts"
import { scenarioSchema } from "../core/scenario/schema.ts"
import type { JobRequest } from "./contract.ts"

const workers = z.int().min(1).max(64).optional()
const namedSchema = z.strictObject({
  scenario: z.string().min(1),
  seed: scenarioSchema.shape.seed.unwrap().optional(),
  workers,
})
const writtenSchema = z.strictObject({ text: z.string(), workers })

export function parseJobRequest(body: unknown): JobRequest {
  const isWritten = typeof body === "object" && body !== null && "text" in body
  const result = (isWritten ? writtenSchema : namedSchema).safeParse(body)
  if (!result.success) {
    const problems = result.error.issues.map(
      (issue) => `job request: ${[...issue.path, issue.message].join(": ")}`,
    )
    throw new UsageError(problems.join("\n"))
  }
  return Object.fromEntries(
    Object.entries(result.data).filter(([, value]) => value !== undefined),
  ) as unknown as JobRequest
}
