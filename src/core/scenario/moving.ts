import type { Scenario } from "./schema.ts"

/** Settings of which every one can move a run's bits, in the schema's order. */
export type MovingSettings = Omit<
  Scenario,
  "name" | "description" | "expectations" | "gate" | "rounds" | "detectors"
> & {
  readonly detectors: Omit<Scenario["detectors"], "plugins">
}

/**
 * What a run depends on: not how the scenario is called, nor what somebody expects of it. Plug-ins are left out too,
 * since what they are is told by their contents and not by the names of their files.
 */
export function movingSettings(scenario: Scenario): MovingSettings {
  const { plugins: _, ...detectors } = scenario.detectors
  const settings: Partial<Scenario> & Pick<MovingSettings, "detectors"> = { ...scenario }
  for (const idle of ["name", "description", "expectations", "gate", "rounds"] as const) delete settings[idle]
  return { ...(settings as MovingSettings), detectors }
}
