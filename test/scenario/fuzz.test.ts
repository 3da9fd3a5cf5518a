import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { stringify } from "yaml"
import { ScenarioError } from "../../src/core/errors.ts"
import { parseScenario, resolveScenario } from "../../src/core/scenario/parse.ts"
import { type Scenario, scenarioSchema } from "../../src/core/scenario/schema.ts"

/** Either a scenario or a ScenarioError with lines for people; anything else fails. */
function expectAnswer(attempt: () => Scenario): void {
  try {
    expect(scenarioSchema.safeParse(attempt()).success).toBe(true)
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error
    expect(error.problems.length).toBeGreaterThan(0)
    for (const line of error.problems) expect(line).toMatch(/^x\.yaml: \S/)
  }
}

const fieldNames = [
  ...Object.keys(scenarioSchema.shape),
  "authentic",
  "managed",
  "casual",
  "content-farm",
  "share",
  "archetypes",
  "from",
  "before",
  "group",
  "interaction",
  "mix",
  "use",
  "learning",
  "__proto__",
  "constructor",
  "toString",
]

/** Objects that look like scenarios from afar: known names, any values, any nesting. */
const nearScenario = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.anything(),
    fc.double(),
    fc.constantFrom("co-action", "2026-03-02", "", null),
    fc.array(tie("value"), { maxLength: 4 }),
    tie("mapping"),
  ),
  mapping: fc.dictionary(fc.oneof(fc.constantFrom(...fieldNames), fc.string()), tie("value"), { maxKeys: 8 }),
})).mapping

describe("the scenario parser", () => {
  it("answers any text with a scenario or a ScenarioError", () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(..."nam e:x\n-[]{}&*!|>'\"#?,\t".split("")) }),
    )
    fc.assert(
      fc.property(text, (yaml) => expectAnswer(() => parseScenario(yaml, "x.yaml"))),
      { numRuns: 500 },
    )
  })

  it("answers any value with a scenario or a ScenarioError", () => {
    fc.assert(fc.property(fc.anything(), (value) => expectAnswer(() => resolveScenario(value, "x.yaml"))))
    fc.assert(
      fc.property(nearScenario, (value) => expectAnswer(() => resolveScenario(value, "x.yaml"))),
      { numRuns: 500 },
    )
  })

  it("reads back what it resolved, from YAML", () => {
    const share = fc.double({ min: 0.001, max: 1, noNaN: true })
    const valid = fc.record({
      name: fc.stringMatching(/^[a-z0-9]{1,20}(-[a-z0-9]{1,10}){0,2}$/),
      description: fc.string(),
      seed: fc.string({ minLength: 1, maxLength: 100 }),
      accounts: fc.integer({ min: 100, max: 2_000_000 }),
      days: fc.integer({ min: 7, max: 90 }),
      prevalence: share,
      threshold: share,
      population: fc.record({ managed: fc.record({ "content-farm": fc.record({ share, evasion: share }) }) }),
    })
    fc.assert(
      fc.property(valid, (input) => {
        const scenario = parseScenario(stringify(input), "x.yaml")
        expect(scenario).toMatchObject(input)
        expect(parseScenario(stringify(scenario), "x.yaml")).toEqual(scenario)
      }),
    )
  })
})
