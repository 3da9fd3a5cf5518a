/** The built-in detectors, in the order of ids.ts. */

import { activityMix } from "./behaviour/activity-mix.ts"
import { changePoint } from "./behaviour/change-point.ts"
import { clockAlignment } from "./behaviour/clock-alignment.ts"
import { postingRhythm } from "./behaviour/posting-rhythm.ts"
import { responseLatency } from "./behaviour/response-latency.ts"
import { languageModel } from "./content/language-model.ts"
import { nearDuplicateText } from "./content/near-duplicate-text.ts"
import { phraseInventory } from "./content/phrase-inventory.ts"
import { syntheticMedia } from "./content/synthetic-media.ts"
import { writingStyle } from "./content/writing-style.ts"
import type { Detector } from "./detector.ts"
import { DETECTOR_IDS, type DetectorId } from "./ids.ts"
import { coAction } from "./network/co-action.ts"
import { denseGroups } from "./network/dense-groups.ts"
import { trustPropagation } from "./network/trust-propagation.ts"
import { reportReliability } from "./reports/report-reliability.ts"

const BY_ID: Readonly<Record<DetectorId, Detector>> = {
  "posting-rhythm": postingRhythm,
  "clock-alignment": clockAlignment,
  "response-latency": responseLatency,
  "activity-mix": activityMix,
  "change-point": changePoint,
  "near-duplicate-text": nearDuplicateText,
  "phrase-inventory": phraseInventory,
  "writing-style": writingStyle,
  "language-model": languageModel,
  "synthetic-media": syntheticMedia,
  "co-action": coAction,
  "dense-groups": denseGroups,
  "trust-propagation": trustPropagation,
  "report-reliability": reportReliability,
}

/** The named detectors in the registry's order, whatever the order of the names. */
export function detectorsNamed(ids: readonly DetectorId[]): readonly Detector[] {
  return DETECTOR_IDS.filter((id) => ids.includes(id)).map((id) => BY_ID[id])
}
