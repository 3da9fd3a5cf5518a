import { describe, expect, it } from "vitest"
import { DETECTOR_IDS } from "../../src/core/detection/ids.ts"
import { ScenarioError } from "../../src/core/errors.ts"
import { MANAGED_ARCHETYPES } from "../../src/core/population/archetypes/ids.ts"
import { parseScenario, resolveScenario } from "../../src/core/scenario/parse.ts"

/** The lines of the error that a scenario raises, without the file's name. */
function problemsOf(text: string): string[] {
  try {
    parseScenario(text, "x.yaml")
  } catch (error) {
    expect(error).toBeInstanceOf(ScenarioError)
    return (error as ScenarioError).problems.map((line) => {
      expect(line).toMatch(/^x\.yaml: /)
      return line.replace(/^x\.yaml: /, "")
    })
  }
  throw new Error("the scenario was accepted")
}

describe("parseScenario", () => {
  it("fills in every default", () => {
    const scenario = parseScenario("name: short", "x.yaml")
    expect(scenario.accounts).toBe(20_000)
    expect(scenario.fusion.learning.prevalence).toBe(0.05)
    expect(scenario.population.managed["content-farm"]?.evasion).toBe(0.3)
    expect(scenario.detectors.use).toEqual(DETECTOR_IDS)
  })

  it("tells all problems at once: field, what is allowed, what was found", () => {
    const text = `
      name: Bad Name
      accounts: 1.5
      days: .nan
      seed: 42
      start: 2026-02-30
      threshold: lots
      population:
        managed:
          content-farm: { share: 1.5 }
      fusion: { l2: .inf, learning: { accounts: 10 } }`
    expect(problemsOf(text)).toEqual([
      'name must be lower-case letters, digits and hyphens, up to 60 characters, got "Bad Name"',
      'seed must be text of 1 to 100 characters, got 42; write "42" in quotes',
      "accounts must be an integer in [100, 2000000], got 1.5",
      "days must be an integer in [7, 90], got NaN",
      'start must be a date like 2026-03-02, got "2026-02-30"',
      "population.managed.content-farm.share must be in [0, 1], got 1.5",
      "fusion.l2 must be a number in [0.001, 1000], got Infinity",
      "fusion.learning.accounts must be an integer in [1000, 200000], got 10",
      'threshold must be a number in [0, 1], got "lots"',
    ])
  })

  it.each([
    ["prevalance: 0.1", "prevalance is not a field here; did you mean prevalence?"],
    [
      "detectors: { co_action_window: 5 }",
      "detectors.co_action_window is not a field here; did you mean coActionWindow?",
    ],
    [
      "population: { managed: { content-farm: { share: 1, evasoin: 1 } } }",
      "population.managed.content-farm.evasoin is not a field here; did you mean evasion?",
    ],
    [
      "population: { managed: { content-frm: { share: 1 }, stealth-agent: { share: 1 } } }",
      "population.managed.content-frm is not an archetype of this side; did you mean content-farm? " +
        `(allowed: ${MANAGED_ARCHETYPES.join(", ")})`,
    ],
    [
      "definition: { colour: red }",
      "definition.colour is not a field here; allowed: automation, oversight, days",
    ],
    [
      "detectors: { use: [co-acton] }",
      `detectors.use[0] must be one of ${DETECTOR_IDS.join(", ")}, got "co-acton"; did you mean co-action?`,
    ],
  ])("names the nearest known name in %s", (yaml, problem) => {
    expect(problemsOf(`name: x\n${yaml}`)).toEqual([problem])
  })

  it.each([
    ["", "is empty; a scenario needs at least a name, like `name: my-scenario`"],
    ["# only a comment\n", "is empty; a scenario needs at least a name, like `name: my-scenario`"],
    ["- name: x", "must be a mapping of fields like name, accounts and days, got a list"],
    ["quickstart", 'must be a mapping of fields like name, accounts and days, got "quickstart"'],
    [
      "accounts: 500",
      "name is missing; it must be lower-case letters, digits and hyphens, up to 60 characters",
    ],
    [
      "name: x\npopulation:",
      "population must be a mapping of authentic, managed, languages, reports, got nothing",
    ],
    [
      "name: x\npopulation: []",
      "population must be a mapping of authentic, managed, languages, reports, got an empty list",
    ],
    [
      "name: x\ndetectors: { use: [] }",
      `detectors.use must be a list of 1 or more of: ${DETECTOR_IDS.join(", ")}, got an empty list`,
    ],
    ["name: x\nname: y", "line 2, column 1: name is given twice; a field must stand once"],
    [
      "name: x\n---\nname: y",
      "line 2, column 1: a second document starts here; a file must hold one scenario",
    ],
    ["name: x\n\tdays: 7", "line 2, column 1: Tabs are not allowed as indentation"],
    ["name: !text x", "line 1, column 7: Unresolved tag: !text"],
    ["name: x\n? [a]\n: 1", "line 2, column 3: With stringKeys, all keys must be strings"],
  ])("explains what is wrong with %j", (yaml, problem) => {
    expect(problemsOf(yaml)).toEqual([problem])
  })

  it("says line and column of a syntax error", () => {
    expect(problemsOf("name: x\ndetectors: [a")[0]).toMatch(/^line 2, column \d+: /)
  })

  it("shortens what it quotes", () => {
    const [problem] = problemsOf(`name: ${"a".repeat(5000)}`)
    expect(problem.length).toBeLessThan(200)
    expect(problem).toMatch(/got "a{60}"… \(5000 characters\)$/)
  })

  it("does not take an alias bomb apart", () => {
    const rows = Array.from({ length: 12 }, (_, i) => {
      const members =
        i === 0
          ? "x"
          : Array(9)
              .fill(`*a${i - 1}`)
              .join(", ")
      return `a${i}: &a${i} [${members}]`
    })
    expect(problemsOf(`name: x\n${rows.join("\n")}`)).toEqual([expect.stringMatching(/alias/i)])
  })

  it.each([
    ["start: 1969-12-31", ['start must be a date from 2000-01-01 to 2099-12-31, got "1969-12-31"']],
    [
      "detectors: { use: [co-action, co-action] }",
      ['detectors.use[1] must be named once, got "co-action" again'],
    ],
    [
      "detectors: { plugins: [{ module: ./a.ts, endpoint: 'http://127.0.0.1:1' }, { batch: 8 }] }",
      [
        "detectors.plugins[0] must have one of module, program, endpoint, got module and endpoint",
        "detectors.plugins[1] must have one of module, program, endpoint, got none",
      ],
    ],
    [
      "detectors: { plugins: [{ module: ./a.ts }, { program: [x, y] }, { program: [x, y], batch: 8 }] }",
      ["detectors.plugins[2] must be named once, got detectors.plugins[1] again"],
    ],
    [
      "detectors: { plugins: [{ endpoint: 'ftp://example.org' }, { program: python3 late.py }] }",
      [
        'detectors.plugins[0].endpoint must be an address like http://127.0.0.1:8080/detect, got "ftp://example.org"',
        'detectors.plugins[1].program must be a list of 1 or more texts, got "python3 late.py"',
      ],
    ],
    [
      "detectors: { use: [posting-rhythm], plugins: [{ module: ./a.ts }] }\nfusion: { method: weighted-sum, weights: { mine: 1, co-action: 1 } }\n",
      ['fusion.weights must name detectors of detectors.use, got "co-action"'],
    ],
    [
      "fusion: { learning: { prevalence: 0 } }",
      [
        "fusion.learning.prevalence must be above 0 and below 1, so that there are both classes to learn from, got 0",
      ],
    ],
    [
      "fusion: { model: a.model.json, method: maximum, l2: 3 }",
      ["fusion.model must stand alone, as the model says how to fuse, got method, l2 beside it"],
    ],
    [
      "fusion: { weights: { co-action: 1 } }",
      ['fusion.weights is for the method weighted-sum only, got "logistic"'],
    ],
    [
      "fusion: { method: weighted-sum, weights: { co-acton: 1, posting-rhythm: 1 } }\ndetectors: { use: [co-action] }",
      ['fusion.weights must name detectors of detectors.use, got "co-acton", "posting-rhythm"'],
    ],
    [
      "fusion: { method: weighted-sum, weights: { co-action: 0 } }",
      ["fusion.weights must have a weight above 0, got weights that are all 0"],
    ],
    [
      "population: { authentic: { casual: { share: 0 } }, managed: {} }",
      [
        "population.authentic must have an archetype with a share above 0, got shares that are all 0",
        "population.managed must have an archetype with a share above 0, got no archetype",
      ],
    ],
  ])("sees that the fields agree: %s", (yaml, problems) => {
    expect(problemsOf(`name: x\n${yaml}`)).toEqual(problems)
  })

  it("leaves weights of detectors that it cannot know to whoever opens the plug-ins", () => {
    const yaml =
      "detectors: { plugins: [{ module: ./a.ts }] }\nfusion: { method: weighted-sum, weights: { mine: 1 } }"
    expect(parseScenario(`name: x\n${yaml}`, "x.yaml").fusion.weights).toEqual({ mine: 1 })
  })

  it("tells contradictions together with wrong fields", () => {
    expect(problemsOf("name: x\ndays: 1\nstart: 1969-12-31")).toHaveLength(2)
  })

  it.each([0, 1])("accepts prevalence %i: a population of one side only", (prevalence) => {
    expect(parseScenario(`name: x\nprevalence: ${prevalence}`, "x.yaml").prevalence).toBe(prevalence)
  })
})

describe("resolveScenario", () => {
  it("leaves a resolved scenario as it is", () => {
    const scenario = parseScenario("name: again\ndays: 10", "x.yaml")
    expect(resolveScenario(scenario, "x.yaml")).toEqual(scenario)
  })
})
