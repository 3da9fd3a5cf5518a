/** Every file of simulations/rounds, played small. */
import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { playRounds, STRATEGY_NAMES } from "../../src/core/rounds/index.ts"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import { inProcess } from "../../src/core/tasks.ts"

const folder = new URL("../../simulations/rounds/", import.meta.url)
const textOf = (name: string) => readFileSync(new URL(`${name}.yaml`, folder), "utf8")

describe("simulations/rounds", () => {
  it("has a file for each strategy, and none besides", () => {
    expect(readdirSync(folder).sort()).toEqual(STRATEGY_NAMES.map((name) => `${name}.yaml`).sort())
  })

  it.each(STRATEGY_NAMES)(
    "%s.yaml is named for its strategy, points at the schema, and plays",
    async (name) => {
      const text = textOf(name)
      expect(text.split("\n")[0]).toBe("# yaml-language-server: $schema=../scenario.schema.json")
      const scenario = parseScenario(text, `${name}.yaml`)
      expect(scenario.name).toBe(`rounds-${name}`)
      expect(scenario.rounds.strategy).toBe(name)
      const report = await playRounds(
        {
          ...scenario,
          accounts: 300,
          days: 7,
          prevalence: 0.3,
          detectors: { ...scenario.detectors, use: ["posting-rhythm", "writing-style", "co-action"] },
          fusion: { ...scenario.fusion, learning: { accounts: 1000, prevalence: 0.3 } },
          rounds: { ...scenario.rounds, rounds: 2, seeds: 2 },
        },
        inProcess,
        () => {},
      )
      expect(report.strategy).toBe(name)
      expect(report.rounds).toHaveLength(2)
      // What is reported survives JSON, so nothing in it is NaN, infinite or undefined.
      expect(JSON.parse(JSON.stringify(report))).toEqual(report)
      for (const { recall, present } of report.rounds) {
        expect(recall.mean).toBeGreaterThan(0)
        expect(recall.low).toBeLessThanOrEqual(recall.mean!)
        expect(present.mean).toBeLessThanOrEqual(90)
      }
      for (const { rounds } of report.bySeed) {
        const moved = rounds[0]!.riskDigest !== rounds[1]!.riskDigest
        expect(moved).toBe(name !== "steadfast")
      }
    },
  )
})
