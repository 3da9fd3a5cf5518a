/** The population that the benchmarks use: the defaults, at a given size. */
import { type Scenario, scenarioSchema } from "../src/core/scenario/schema.ts"

export const benchScenario = (accounts: number): Scenario =>
  scenarioSchema.parse({ name: "bench", accounts, seed: "bench" })
