/** Names of the built-in detectors, one a layer so far, in the order in which they are shown. */
export const DETECTOR_IDS = [
  "posting-rhythm",
  "near-duplicate-text",
  "co-action",
  "report-reliability",
] as const

export type DetectorId = (typeof DETECTOR_IDS)[number]
