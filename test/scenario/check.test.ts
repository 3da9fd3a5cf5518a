import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { checkText } from "../../src/core/scenario/check.ts"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import { fieldOf, nameOf } from "../../src/core/scenario/problems.ts"

/** Path, line and column of each problem. */
function placesOf(text: string) {
  const checked = checkText(text)
  if ("scenario" in checked) throw new Error("the scenario was accepted")
  return checked.problems.map(({ path, line, column }) => [path.join("/"), line, column])
}

describe("the check of a text", () => {
  it("yields the scenario that the terminal would run", () => {
    const text = "name: fine\naccounts: 500\n"
    expect(checkText(text)).toEqual({ scenario: parseScenario(text, "fine.yaml") })
  })

  it("says what the terminal says, without the file's name", () => {
    const text = "name: x\nprevalence: 2\nacounts: 3\n"
    const checked = checkText(text)
    const lines = "problems" in checked ? checked.problems.map(({ message }) => `x.yaml: ${message}`) : []
    expect(() => parseScenario(text, "x.yaml")).toThrow(lines.join("\n"))
    expect(lines).toHaveLength(2)
  })

  it("finds the line of a field at any depth", () => {
    const text = [
      "# first",
      "name: x",
      "population:",
      "  managed:",
      "    content-farm: { share: 1, evasion: 7 }",
      "detectors:",
      "  use:",
      "    - co-action",
      "    - no-such",
      "definition: { days: 60 }",
    ].join("\n")
    expect(placesOf(text)).toEqual([
      ["population/managed/content-farm/evasion", 5, 31],
      ["detectors/use/1", 9, 7],
      ["definition/days", 10, 15],
    ])
  })

  it("places what is missing at what it is missing from", () => {
    expect(placesOf("accounts: 500")).toEqual([["name", 1, 1]])
    expect(placesOf("name: x\narchetypes:\n  mine: { title: Mine }")[0]).toEqual([
      "archetypes/mine/from",
      3,
      3,
    ])
  })

  it("places what is wrong with the YAML, or with the text as a whole", () => {
    expect(placesOf("name: x\nname: y")).toEqual([["", 2, 1]])
    expect(placesOf("")).toEqual([["", 1, 1]])
    expect(placesOf("- a")).toEqual([["", 1, 1]])
  })

  it("finds each field again by the name that a message gives it", () => {
    const key = fc.oneof(fc.stringMatching(/^[\w-]{1,20}$/), fc.string({ minLength: 1, maxLength: 20 }))
    const path = fc.tuple(key, fc.array(fc.oneof(key, fc.nat(300)), { maxLength: 4 }))
    fc.assert(
      fc.property(path, ([first, rest]) => {
        fc.pre(first !== "is" && first !== "must")
        expect(fieldOf(`${nameOf([first, ...rest])} must be in [0, 1], got 2`)).toEqual([first, ...rest])
      }),
    )
  })
})
