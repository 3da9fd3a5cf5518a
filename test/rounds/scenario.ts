/** A scenario small enough to play many rounds of, with operators of several kinds. */
import type { RoundsSettings } from "../../src/core/rounds/index.ts"
import { type Scenario, scenarioSchema } from "../../src/core/scenario/schema.ts"

export const smallScenario = (rounds: Partial<RoundsSettings> = {}): Scenario =>
  scenarioSchema.parse({
    name: "small",
    seed: "small",
    accounts: 300,
    days: 7,
    prevalence: 0.3,
    detectors: { use: ["posting-rhythm", "writing-style", "co-action"] },
    fusion: { learning: { accounts: 1000, prevalence: 0.3 } },
    rounds: { rounds: 3, seeds: 1, ...rounds },
  })
