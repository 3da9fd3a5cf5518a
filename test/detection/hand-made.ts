/** Judges evidence written down by hand. */
import { detectEvidence, type EvidenceDetection } from "../../src/core/detection/detect-evidence.ts"
import type { Detector } from "../../src/core/detection/detector.ts"
import { EVIDENCE_FIELDS, type Evidence } from "../../src/core/evidence/evidence.ts"
import { evidenceOf, type HandAccount, sizeOfEvidence } from "../../src/core/evidence/hand-made.ts"
import { inProcess } from "../../src/core/tasks.ts"

export {
  evidenceOf,
  frequencyOf,
  type HandAccount,
  type HandAction,
  type HandMedia,
  type HandPost,
  type HandReport,
  NATURAL_SPECTRUM,
  PERIOD_START,
  sizeOfEvidence,
} from "../../src/core/evidence/hand-made.ts"

export const MINUTE = 60
export const HOUR = 3600
export const DAY = 86_400

export interface Judged extends EvidenceDetection {
  /** One score an account. */
  readonly score: Float32Array
  /** The value of a feature for an account. */
  readonly feature: (id: string, account: number) => number
}

/** Runs one detector over one tile, on the path that a real log takes. */
export async function judge(
  detector: Detector,
  evidence: Evidence | readonly HandAccount[],
  window = 60,
): Promise<Judged> {
  const tile = "accountCount" in evidence ? evidence : evidenceOf(evidence)
  const settings = { coActionWindow: window }
  const size = sizeOfEvidence(tile)
  const found = await detectEvidence([detector], tile, size, EVIDENCE_FIELDS, settings, inProcess, () => {})
  const features = found.features[detector.id]!
  return {
    ...found,
    score: found.scores[detector.id]!,
    feature: (id, account) => features[id]![account]!,
  }
}
