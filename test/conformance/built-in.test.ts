import type { DetectorId } from "../../src/core/detection/ids.ts"
import { DETECTOR_IDS } from "../../src/core/detection/ids.ts"
import { detectorsNamed } from "../../src/core/detection/registry.ts"
import { type Conformance, describeDetector } from "./detector.ts"

/** Likenesses are sought among the next four of a bucket, and follows sampled: others when accounts are renumbered. */
const LENIENCE: Partial<Record<DetectorId, Conformance>> = {
  "near-duplicate-text": { orderTolerance: 0.01 },
  "synthetic-media": { orderTolerance: 0.01 },
  "trust-propagation": { orderTolerance: 0.03 },
}

for (const detector of detectorsNamed(DETECTOR_IDS)) {
  describeDetector(detector, LENIENCE[detector.id as DetectorId])
}
