/** What a run stands for a day when nobody says otherwise. */
import { useDial, useLabelled } from "../../../state/dial.ts"

/** The run's judged accounts, spread over its days. */
export function useWorkloadOfRun(): number {
  const { scenario } = useDial().run.manifest
  return useLabelled().index.judged / scenario.days
}
