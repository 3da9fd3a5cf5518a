/** At the first start a small run stands in until the quickstart has been simulated. */
import { library } from "./library.ts"
import { currentPlace } from "./location.ts"
import { formatPlace, START } from "./place.ts"
import { tour } from "./tour.ts"

export const STAND_IN = "tiny"
/** What the workbench opens on; a folder of scenarios of somebody's own may have none. */
export const FIRST_SCENARIO = "quickstart"

export const hasFirstScenario = (): boolean =>
  library.get().scenarios?.some(({ name }) => name === FIRST_SCENARIO) ?? false

/** The run that stands in; null once there is another one. */
export function standIn(): string | null {
  const runs = library.get().runs ?? []
  const [only] = runs
  return only && runs.length === 1 && only.name === STAND_IN ? only.id : null
}

/** Whether it is shown as it was opened: nobody has begun to look around. */
export function isStandInUntouched(): boolean {
  const run = standIn()
  const place = currentPlace()
  return run !== null && !tour.get().open && formatPlace(place) === formatPlace({ ...START, run })
}
