import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { bundledPolicies } from "../../src/api/bundled-policies.ts"
import { PolicyError } from "../../src/core/errors.ts"
import { EMPTY_POLICY } from "../../src/core/policy/policy.ts"
import { temporaryFolder } from "../cli/terminal.ts"
import { fakeApi } from "./fakes.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

async function parse(body: unknown) {
  const { api } = fakeApi()
  const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }
  const response = await api.request("/api/policies/parse", init)
  return { status: response.status, body: await response.json() }
}

describe("POST /api/policies/parse", () => {
  it("answers the policy that a file's text means", async () => {
    const answer = await parse({ text: "name: March\ntiers: { suspend: 0.9 }", fileName: "march.yaml" })
    const tiers = { ...EMPTY_POLICY.tiers, suspend: 0.9 }
    expect(answer).toEqual({ status: 200, body: { ...EMPTY_POLICY, name: "March", tiers } })
  })

  it("tells all that is wrong with it by its name, as the terminal does", async () => {
    const answer = await parse({ text: "tiers: { suspend: 9, revew: 1 }", fileName: "march.yaml" })
    expect(answer).toEqual({
      status: 400,
      body: {
        kind: "PolicyError",
        message: [
          "march.yaml: name is missing; it must be text of 1 to 80 characters",
          "march.yaml: tiers.suspend must be in [0, 1], or off, got 9",
          "march.yaml: tiers.revew is not a field here; did you mean review?",
        ].join("\n"),
      },
    })
  })

  it("wants a text and a name", async () => {
    expect(await parse({ text: 1 })).toMatchObject({ status: 400, body: { kind: "UsageError" } })
  })
})

describe("GET /api/policies", () => {
  it("answers those that Assay comes with", async () => {
    const response = await fakeApi().api.request("/api/policies")
    expect(await response.json()).toEqual([{ name: "march", policy: { ...EMPTY_POLICY, name: "March" } }])
  })

  it("has them by the names that the terminal takes, and leaves other files alone", async () => {
    const bundled = await bundledPolicies("simulations/policies")()
    expect(bundled.map(({ name }) => name)).toEqual(["graded", "strict"])
    expect(bundled[0]!.policy.tiers.review).toBe(0.6)
  })

  it("names the file that is no policy", async () => {
    writeFileSync(join(folder.path, "torn.yaml"), "tiers: 3")
    await expect(bundledPolicies(folder.path)()).rejects.toThrow(PolicyError)
    await expect(bundledPolicies(folder.path)()).rejects.toThrow("torn.yaml")
  })
})
