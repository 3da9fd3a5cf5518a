import { describe, expect, it } from "vitest"
import { EMPTY_POLICY } from "../../src/core/policy/policy.ts"
import { fakeApi } from "./fakes.ts"

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
