/** The part of the api that lists policies and reads policy files for the page, by the same code as the terminal. */
import { Hono } from "hono"
import { z } from "zod"
import { UsageError } from "../core/errors.ts"
import { parsePolicy } from "../core/policy/parse-policy.ts"
import type { NamedPolicy } from "./contract.ts"
import { limitedTo, readJson } from "./request-body.ts"

/** Longer than any policy with a cap for each of 200 archetypes. */
const POLICY_BYTES = 256 * 1024

const parseRequest = z.strictObject({ text: z.string(), fileName: z.string().min(1).max(1000) })

export function createPolicies(bundled: () => Promise<readonly NamedPolicy[]>) {
  return new Hono()
    .get("/policies", async (c) => c.json(await bundled()))
    .post("/policies/parse", limitedTo(POLICY_BYTES), async (c) => {
      const asked = parseRequest.safeParse(await readJson(c.req.raw))
      if (!asked.success)
        throw new UsageError(
          "a request must have text, the policy's, and fileName, its name of 1 to 1000 characters",
        )
      return c.json(parsePolicy(asked.data.text, asked.data.fileName))
    })
}
