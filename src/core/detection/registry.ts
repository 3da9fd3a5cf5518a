/** The built-in detectors, in the order of ids.ts. */

import { postingRhythm } from "./behaviour/posting-rhythm.ts"
import { nearDuplicateText } from "./content/near-duplicate-text.ts"
import type { Detector } from "./detector.ts"
import { DETECTOR_IDS, type DetectorId } from "./ids.ts"
import { coAction } from "./network/co-action.ts"
import { reportReliability } from "./reports/report-reliability.ts"

const BY_ID: Readonly<Record<DetectorId, Detector>> = {
  "posting-rhythm": postingRhythm,
  "near-duplicate-text": nearDuplicateText,
  "co-action": coAction,
  "report-reliability": reportReliability,
}

/** The named detectors in the registry's order, whatever the order of the names. */
export function detectorsNamed(ids: readonly DetectorId[]): readonly Detector[] {
  return DETECTOR_IDS.filter((id) => ids.includes(id)).map((id) => BY_ID[id])
}
