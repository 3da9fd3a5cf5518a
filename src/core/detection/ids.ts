/** Names of the built-in detectors, layer by layer, in the order in which they are shown. */
export const DETECTOR_IDS = [
  "posting-rhythm",
  "clock-alignment",
  "response-latency",
  "activity-mix",
  "change-point",
  "near-duplicate-text",
  "writing-style",
  "synthetic-media",
  "co-action",
  "trust-propagation",
  "report-reliability",
] as const

export type DetectorId = (typeof DETECTOR_IDS)[number]
