/**
 * `import { defineDetector } from "assay"`: all that a detector is written with, and nothing that runs one. What a
 * detector is tested with is `assay/vitest`.
 */
export type {
  DetectionSettings,
  Detector,
  Feature,
  JoinPart,
  Layer,
  Linkage,
  LinkColumns,
  LinkInput,
  LinkPairs,
  LinkResult,
  PopulationView,
  Reason,
} from "../core/detection/detector.ts"
export { LAYERS } from "../core/detection/detector.ts"
export {
  AssayError,
  CancelledError,
  DataError,
  DetectorError,
  NotFoundError,
  ScenarioError,
  UsageError,
} from "../core/errors.ts"
export type {
  Evidence,
  EvidenceField,
  EvidenceSize,
  Follows,
  InteractionKind,
  Interactions,
  Language,
  Media,
  MediaKind,
  Posts,
  Profiles,
  Reports,
  Style,
} from "../core/evidence/evidence.ts"
export {
  EVIDENCE_FIELDS,
  INTERACTION_KINDS,
  LANGUAGES,
  MEDIA_KINDS,
  NONE,
  PROVENANCES,
  SPECTRUM_BANDS,
  STYLE_WINDOW,
} from "../core/evidence/evidence.ts"
export { type DeclaredEvidence, type DetectorDefinition, defineDetector } from "./define-detector.ts"
