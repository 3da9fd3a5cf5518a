/** The changes that the gate is tried with. */
import { DETECTOR_IDS } from "../../src/core/detection/ids.ts"
import { type Change, jittered, mistaken, rounded, silent, takenFor, unchanged, weakened } from "./changes.ts"

/** The detectors with the largest weights whose word is for AI-managed. */
const STRONGEST = ["response-latency", "language-model", "synthetic-media"]
/** They have something to say about merchants, whose tools post for them. */
const HITTING = ["posting-rhythm", "response-latency", "synthetic-media"]

const percent = (share: number) => `${Number((100 * share).toPrecision(3))} %`

/** Neither version is better: both are as noisy as each other, by draws of their own. */
const SEEDS_APART = [
  [0.2, "account"],
  [0.2, "operator"],
  [0.5, "operator"],
] as const

export const CHANGES: readonly Change[] = [
  ...SEEDS_APART.map(([deviation, by]): Change => {
    const put = jittered(DETECTOR_IDS, deviation, by)
    return {
      id: `seeds-apart-${deviation}-${by}`,
      family: "none",
      title: `noise of ${deviation} in both versions, drawn by ${by}`,
      before: put,
      after: put,
      learnsAgain: false,
    }
  }),
  {
    id: "rounded",
    family: "harmless",
    title: "all scores rounded to six digits",
    after: rounded(DETECTOR_IDS, 1e6),
    learnsAgain: true,
  },
  ...[0.01, 0.05, 0.2].map(
    (deviation): Change => ({
      id: `noise-${deviation}`,
      family: "harmless",
      title: `noise of ${deviation} in the new version`,
      after: jittered(DETECTOR_IDS, deviation, "account"),
      learnsAgain: true,
    }),
  ),
  {
    id: "blind-clock-alignment",
    family: "blinded",
    title: "`clock-alignment` takes clockwork posters for casual people",
    after: takenFor("clock-alignment", "clockwork-poster", "casual"),
    learnsAgain: true,
  },
  {
    id: "three-digits",
    family: "blinded",
    title: "`clock-alignment` keeps three digits of its score",
    after: rounded(["clock-alignment"], 1000),
    learnsAgain: true,
  },
  {
    id: "blind-response-latency",
    family: "blinded",
    title: "`response-latency` takes content farms for casual people",
    after: takenFor("response-latency", "content-farm", "casual"),
    learnsAgain: true,
  },
  {
    id: "silent-response-latency",
    family: "blinded",
    title: "`response-latency` finds nothing to judge reply bots by",
    after: silent("response-latency", "reply-bot"),
    learnsAgain: true,
  },
  {
    id: "blind-co-action",
    family: "blinded",
    title: "`co-action` takes engagement pods for casual people",
    after: takenFor("co-action", "engagement-pod", "casual"),
    learnsAgain: true,
  },
  ...[0.05, 0.1, 0.2, 0.5, 1].map(
    (share): Change => ({
      id: `hit-${share}`,
      family: "hit",
      title: `three detectors take ${percent(share)} of merchants for AI-managed`,
      after: mistaken(HITTING, "merchant-with-scheduler", share),
      learnsAgain: false,
    }),
  ),
  ...[0.02, 0.05, 0.1, 0.2, 0.4, 0.8].map(
    (share): Change => ({
      id: `weak-${share}`,
      family: "weakened",
      title: `three detectors guess about ${percent(share)} of accounts`,
      after: weakened(STRONGEST, share, "account"),
      learnsAgain: true,
    }),
  ),
  ...[0.01, 0.03, 0.05, 0.1, 0.2, -0.02, -0.05].map(
    (by): Change => ({
      id: `threshold-${by}`,
      family: "threshold",
      title: `threshold ${by > 0 ? "raised" : "lowered"} by ${Math.abs(by)}`,
      after: unchanged,
      threshold: by,
      learnsAgain: false,
    }),
  ),
]
