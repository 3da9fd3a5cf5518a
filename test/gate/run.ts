/** Small runs of any kind of population, made without simulating: risks follow from two detectors as in a real run. */
import { sigmoid } from "../../src/core/detection/fusion/calibration.ts"
import { contributions } from "../../src/core/detection/fusion/fusion.ts"
import { rocAuc } from "../../src/core/evaluation/curves.ts"
import { createScoreIndex } from "../../src/core/evaluation/score-index.ts"
import { NONE } from "../../src/core/evidence/evidence.ts"
import { type Random, stream } from "../../src/core/random/streams.ts"
import type { Run, RunManifest } from "../../src/core/run.ts"
import { type Scenario, scenarioSchema } from "../../src/core/scenario/schema.ts"

const ARCHETYPES: RunManifest["archetypes"] = [
  { id: "casual", side: "authentic" },
  { id: "newsroom", side: "authentic" },
  { id: "content-farm", side: "managed" },
  { id: "stealth-agent", side: "managed" },
]
const [CASUAL, NEWSROOM, CONTENT_FARM, STEALTH_AGENT] = ARCHETYPES.map((_, kind) => kind)

export type Change = (score: number, account: number, archetype: string, random: Random) => number

export interface GateRunOptions {
  readonly seed?: string
  /** AI-managed accounts come in fleets of such sizes, half of them content farms; the rest of the accounts are authentic. */
  readonly fleets?: readonly number[]
  readonly accounts?: number
  /** What a changed detector makes of an account's score. */
  readonly change?: Change
  readonly scenario?: Partial<Scenario>
}

const twos = (count: number) => Array.from({ length: count }, () => 2)

/** The same seed has the same accounts, whatever the change. */
export function gateRun({
  seed = "gate",
  fleets = twos(60),
  accounts = 1500,
  change,
  scenario = {},
}: GateRunOptions = {}): Run {
  const random = stream(seed, "test/gate/run")
  const managed = fleets.reduce((sum, size) => sum + size, 0)
  const group = new Uint32Array(accounts).fill(NONE)
  const archetype = new Uint8Array(accounts)
  let next = 0
  for (const [fleet, size] of fleets.entries())
    for (let member = 0; member < size; member++) {
      group[next] = fleet
      archetype[next++] = fleet % 2 === 0 ? CONTENT_FARM : STEALTH_AGENT
    }
  for (; next < accounts; next++) archetype[next] = random() < 0.1 ? NEWSROOM : CASUAL
  const moods = fleets.map(() => random())
  const score = Float32Array.from(archetype, (_, account) => {
    const noise = (random() + random() + random()) / 3
    if (account >= managed) return 0.75 * noise
    return 0.25 + 0.25 * moods[group[account]] + 0.5 * noise
  })
  const beside = Float32Array.from(score, () => (random() < 0.2 ? Number.NaN : random()))
  const followers = Uint32Array.from(score, () => Math.floor(10 ** (5 * random())))
  const ageDays = Float32Array.from(score, () => 1000 * random())
  const language = Uint8Array.from(score, () => (random() < 0.8 ? 0 : 1))
  const moved = stream(seed, "test/gate/change")
  const changed = change
    ? score.map((value, account) =>
        Math.min(1, Math.max(0, change(value, account, ARCHETYPES[archetype[account]].id, moved))),
      )
    : score
  const truth = truthOf(accounts, managed)
  const label = Uint8Array.from(score, (_, account) => (account < managed ? 1 : 0))
  const scores = { "co-action": beside, "posting-rhythm": changed }
  const risk = changed.map((_, account) => {
    const own = Object.fromEntries(Object.entries(scores).map(([id, column]) => [id, column[account]]))
    return sigmoid(
      Object.values(contributions(FUSION, own)).reduce((sum, part) => sum + part, FUSION.intercept),
    )
  })
  const digest = change ? "2".repeat(64) : "1".repeat(64)
  const whole = scenarioSchema.parse({ name: "made-up", seed, threshold: 0.75 })
  return {
    manifest: {
      format: 2,
      id: `made-up-${digest.slice(0, 12)}`,
      name: "made-up",
      createdAt: "2026-03-02T00:00:00.000Z",
      versions: { assay: "0.1.0", generator: "2.2" },
      digest,
      populationDigest: "a".repeat(64),
      scenario: { ...whole, ...scenario },
      accounts,
      posts: accounts,
      interactions: accounts,
      archetypes: ARCHETYPES,
      operators: [],
      detectors: Object.entries(scores).map(([id, column]) => ({
        id,
        layer: "behaviour",
        title: `Detector ${id}`,
        version: change ? 2 : 1,
        auc: nullable(rocAuc(createScoreIndex(column, label))),
        aucInterval: null,
        judged: accounts,
        summary: {},
      })),
      fusion: FUSION,
      timings: { total: 1 },
    },
    columns: {
      truth,
      archetype,
      language,
      followers,
      ageDays,
      postCount: new Uint32Array(accounts),
      interactionCount: new Uint32Array(accounts),
      group,
      scores,
      risk,
    },
    features: {},
    pairs: {},
  }
}

const nullable = (value: number) => (Number.isNaN(value) ? null : value)

const FUSION = {
  method: "logistic",
  baseRate: 0.1,
  intercept: -1,
  weights: { "co-action": 0.1, "posting-rhythm": 1.5 },
  missing: { "co-action": 0.05, "posting-rhythm": 0 },
  calibration: {
    "co-action": { score: [0, 1], probability: [0.08, 0.12] },
    "posting-rhythm": { score: [0, 0.5, 1], probability: [0.001, 0.15, 0.95] },
  },
  learnedFrom: { seed: "sibling", accounts: 1000, aiManaged: 100 },
} satisfies RunManifest["fusion"]

function truthOf(accounts: number, managed: number): Run["columns"]["truth"] {
  const column = (ofManaged: number, ofAuthentic: number) =>
    new Float32Array(accounts).map((_, account) => (account < managed ? ofManaged : ofAuthentic))
  return {
    creation: column(1, 0),
    scheduling: column(1, 0),
    distribution: column(1, 0),
    oversight: column(0, 1),
    fromDay: column(0, 0),
    untilDay: column(28, 28),
  }
}
