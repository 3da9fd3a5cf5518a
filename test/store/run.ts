/** A made-up run of any size, different for every salt, with missing values in every column that may have them. */
import { NONE } from "../../src/core/evidence/evidence.ts"
import type { Run } from "../../src/core/run.ts"
import { scenarioSchema } from "../../src/core/scenario/schema.ts"

export function madeUpRun({
  accounts = 1000,
  salt = 1,
  name = "made-up",
  createdAt = "2026-03-02T00:00:00.000Z",
} = {}): Run {
  // A linear congruential generator: the values only have to be many and different.
  let state = salt >>> 0
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state
  }
  const share = () => Float32Array.from({ length: accounts }, () => draw() / 2 ** 32)
  const gapped = () => share().map((value) => (value < 0.3 ? Number.NaN : value))
  const counts = () => Uint32Array.from({ length: accounts }, draw)
  const below = (limit: number) => Uint8Array.from({ length: accounts }, () => (draw() >>> 16) % limit)
  const digest = salt.toString(16).padStart(64, "0")
  const pairCount = Math.min(accounts, 500)
  const account = () => Uint32Array.from({ length: pairCount }, () => (draw() >>> 8) % accounts)
  const detector = { title: "A detector", version: 1, auc: 0.75, aucInterval: [0.5, 1] as const, judged: 1 }
  return {
    manifest: {
      format: 2,
      id: `${name}-${digest.slice(-12)}`,
      name,
      createdAt,
      versions: { assay: "0.1.0", generator: "1.1" },
      digest,
      populationDigest: digest,
      scenario: scenarioSchema.parse({ name }),
      accounts,
      posts: accounts * 3,
      interactions: accounts * 5,
      archetypes: [
        { id: "casual", side: "authentic" },
        { id: "content-farm", side: "managed" },
      ],
      operators: [{ archetype: "content-farm", operators: 2, accounts: 30, evasion: 0.25, cost: 240.5 }],
      detectors: [
        { ...detector, id: "posting-rhythm", layer: "behaviour", summary: {} },
        {
          ...detector,
          id: "co-action",
          layer: "network",
          auc: null,
          aucInterval: null,
          summary: { pairs: 3 },
        },
      ],
      fusion: {
        method: "logistic",
        baseRate: 0.05,
        intercept: -3,
        weights: { "posting-rhythm": 1, "co-action": 0.5 },
        missing: { "posting-rhythm": 0, "co-action": -0.25 },
        calibration: { "posting-rhythm": { score: [0, 1], probability: [0.01, 0.9] } },
        learnedFrom: { seed: "assay/learning", accounts: 20_000, aiManaged: 1000 },
      },
      timings: { roster: 0.25, total: 0.5 },
    },
    columns: {
      truth: {
        creation: share(),
        scheduling: share(),
        distribution: share(),
        oversight: share(),
        fromDay: share(),
        untilDay: share(),
      },
      archetype: below(2),
      language: below(2),
      followers: counts(),
      ageDays: share().map((value) => value * 2000 - 20),
      postCount: counts(),
      interactionCount: counts(),
      group: counts().map((value) => (value < 2 ** 31 ? NONE : value)),
      scores: { "posting-rhythm": gapped(), "co-action": gapped() },
      risk: share(),
    },
    features: {
      "posting-rhythm": { burstiness: gapped(), sleepGap: gapped() },
      "co-action": { repeats: gapped() },
    },
    pairs: {
      "co-action": { a: account(), b: account(), weight: share().slice(0, pairCount) },
      "near-duplicate-text": { a: new Uint32Array(), b: new Uint32Array(), weight: new Float32Array() },
    },
  }
}
