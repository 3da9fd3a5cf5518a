/** Detectors over evidence that somebody brings: those run whose evidence is there, the others say what they lack. */
import type { Evidence, EvidenceField, EvidenceSize } from "../evidence/evidence.ts"
import type { Executor } from "../tasks.ts"
import { observeTile } from "../tasks.ts"
import { allocateObserved, type Detection, detect } from "./detect.ts"
import type { DetectionSettings, Detector } from "./detector.ts"

export interface EvidenceDetection extends Detection {
  readonly ran: readonly Detector[]
  readonly couldNotRun: readonly { readonly detector: Detector; readonly lacks: readonly EvidenceField[] }[]
}

/** `evidence` is one tile that holds all accounts; `fields` says which evidence it has. */
export async function detectEvidence(
  detectors: readonly Detector[],
  evidence: Evidence,
  size: EvidenceSize,
  fields: readonly EvidenceField[],
  settings: DetectionSettings,
  executor: Executor,
  onDone: (fraction: number) => void,
): Promise<EvidenceDetection> {
  const lacksOf = (detector: Detector) => detector.reads.filter((field) => !fields.includes(field))
  const ran = detectors.filter((detector) => lacksOf(detector).length === 0)
  const observed = allocateObserved(ran, size)
  observeTile(evidence, observed)
  const none = new Uint32Array(size.accounts + 1)
  const offsets = {
    postOffset: evidence.posts?.offset ?? none,
    interactionOffset: evidence.interactions?.offset ?? none,
  }
  const detection = await detect(ran, observed, size, offsets, settings, executor, onDone)
  const couldNotRun = detectors
    .map((detector) => ({ detector, lacks: lacksOf(detector) }))
    .filter(({ lacks }) => lacks.length > 0)
  return { ...detection, ran, couldNotRun }
}
