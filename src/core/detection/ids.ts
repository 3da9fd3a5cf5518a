/** Names of the built-in detectors, layer by layer, in the order in which they are shown. */
export const DETECTOR_IDS = [
  "posting-rhythm",
  "clock-alignment",
  "response-latency",
  "activity-mix",
  "change-point",
  "near-duplicate-text",
  "phrase-inventory",
  "writing-style",
  "language-model",
  "synthetic-media",
  "co-action",
  "dense-groups",
  "trust-propagation",
  "report-reliability",
] as const

export type DetectorId = (typeof DETECTOR_IDS)[number]
