/** Samples of an archetype, in the calling thread: a hundred accounts are drawn before a thread would have started. */
import { type ArchetypeSample, sampleArchetype } from "../core/samples.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import { inProcess } from "../core/tasks.ts"

export function sampleInProcess(scenario: Scenario, archetype: string): Promise<ArchetypeSample> {
  return sampleArchetype(scenario, archetype, inProcess)
}
