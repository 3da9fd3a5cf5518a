/** What every detector must keep, one check each; a check throws when it is not kept. */
import { expect } from "vitest"
import { emptied, fingerprint, reordered } from "../../src/core/detection/conformance/evidence.ts"
import { populationView, rowOf } from "../../src/core/detection/detect.ts"
import { type Detector, LAYERS, type Reason } from "../../src/core/detection/detector.ts"
import { cut } from "../../src/core/evidence/cut.ts"
import { EVIDENCE_FIELDS, type Evidence } from "../../src/core/evidence/evidence.ts"
import { watched } from "../../src/core/evidence/watched.ts"
import { runDetector } from "./run-detector.ts"

/** Checks of the detector itself, without evidence. */
export const CHECKS: Readonly<Record<string, (detector: Detector) => void>> = {
  "has an id, a layer, a title and a version"({ id, layer, title, version }) {
    expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    expect(LAYERS).toContain(layer)
    expect(title).toMatch(/^\S.*[^\s.]$/)
    expect(Number.isInteger(version) && version >= 1, `version ${version}`).toBe(true)
  },

  "declares known evidence, each once"({ reads }) {
    expect(reads.length).toBeGreaterThan(0)
    expect(new Set(reads).size).toBe(reads.length)
    for (const field of reads) expect(EVIDENCE_FIELDS).toContain(field)
  },

  "declares features with distinct ids and titles"({ features }) {
    expect(features.length).toBeGreaterThan(0)
    for (const key of ["id", "title"] as const) {
      expect(new Set(features.map((feature) => feature[key])).size, `distinct ${key}s`).toBe(features.length)
    }
    for (const { id, title, unit } of features) {
      expect(id).toMatch(/^[a-z][a-zA-Z0-9]*$/)
      expect(title).toMatch(/\S/)
      expect(typeof unit).toBe("string")
    }
  },

  "observes accounts or joins them, in partitions and columns of known size"({ observe, linkage }) {
    expect(observe !== undefined || linkage !== undefined).toBe(true)
    if (!linkage) return
    expect(Number.isInteger(linkage.partitions) && linkage.partitions >= 1).toBe(true)
    for (const count of [0, 1, 1000]) {
      const lengths = linkage.columns({ accounts: count, posts: 2 * count, interactions: 3 * count })
      for (const length of Object.values(lengths)) expect(Number.isInteger(length) && length >= 0).toBe(true)
    }
  },

  "has no score and no reason for a row without evidence"({ features, score, reasons }) {
    const missing = new Float64Array(features.length).fill(Number.NaN)
    expect(score(missing)).toBeNaN()
    expect(reasons(missing, { shareAtOrAbove: () => 0.5 })).toEqual([])
  },
}

export interface CheckOptions {
  /** Mean by which scores may move when accounts are numbered otherwise. */
  readonly orderTolerance: number
}

/** Checks of what the detector makes of evidence, given as one tile of all accounts. */
export const EVIDENCE_CHECKS: Readonly<
  Record<string, (detector: Detector, evidence: Evidence, options: CheckOptions) => Promise<void>>
> = {
  async "scores every account in [0, 1] or not at all, from the features it declares"(detector, evidence) {
    const { scores, features } = await runDetector(detector, evidence)
    expect(scores.length).toBe(evidence.accountCount)
    expect(Object.keys(features).sort()).toEqual(detector.features.map(({ id }) => id).sort())
    expect(
      scores.some((score) => !Number.isNaN(score)),
      "it can judge at least one account",
    ).toBe(true)
  },

  async "is deterministic and leaves the evidence as it was"(detector, evidence) {
    const shown: [tile: Evidence, before: object][] = []
    const show = (tile: Evidence) => {
      shown.push([tile, fingerprint(tile)])
      return tile
    }
    const first = await runDetector(detector, evidence, { show })
    expect(await runDetector(detector, evidence)).toEqual(first)
    for (const [tile, before] of shown) expect(fingerprint(tile)).toEqual(before)
  },

  async "does not depend on how accounts are cut into tiles"(detector, evidence) {
    const whole = await runDetector(detector, evidence)
    for (const tileAccounts of [1, 7, 64]) {
      expect(await runDetector(detector, evidence, { tileAccounts }), `tiles of ${tileAccounts}`).toEqual(
        whole,
      )
    }
  },

  async "does not depend on the order in which tiles are observed and partitions joined"(detector, evidence) {
    const forwards = await runDetector(detector, evidence, { tileAccounts: 50 })
    expect(await runDetector(detector, evidence, { tileAccounts: 50, backwards: true })).toEqual(forwards)
  },

  async "scores an account the same whatever its number"(detector, evidence, { orderTolerance }) {
    // 7919 is a prime, so that multiples of it visit every account.
    const accounts = evidence.accountCount
    const order = Array.from({ length: accounts }, (_, i) => (accounts - 1 - i) * 7919).map(
      (at) => at % accounts,
    )
    const { scores } = await runDetector(detector, evidence)
    const moved = await runDetector(detector, reordered(evidence, order))
    const wanted = order.map((account) => scores[account]!)
    expect([...moved.scores].map(Number.isNaN)).toEqual(wanted.map(Number.isNaN))
    const judged = wanted.filter((score) => !Number.isNaN(score)).length
    const moves = wanted.map((score, account) => Math.abs(moved.scores[account]! - score) || 0)
    expect(moves.reduce((sum, move) => sum + move, 0) / judged).toBeLessThanOrEqual(orderTolerance)
  },

  async "takes accounts of whom nothing was seen, and none at all"(detector, evidence) {
    const { scores } = await runDetector(detector, emptied(evidence))
    // A profile is always there, so a detector that reads it may judge by it.
    if (!detector.reads.includes("profiles")) {
      expect(scores.filter((score) => score > 0).length, "accounts scored on nothing").toBe(0)
    }
    const nobody = await runDetector(detector, cut(evidence, 0, 0))
    expect(nobody.scores.length).toBe(0)
  },

  async "reads no evidence that it does not declare"(detector, evidence) {
    const open = await runDetector(detector, evidence)
    const show = (tile: Evidence) => watched(tile, detector.reads)
    expect(await runDetector(detector, evidence, { show })).toEqual(open)
  },

  async "gives reasons in whole sentences, the strongest first"(detector, evidence) {
    const { features, scores } = await runDetector(detector, evidence)
    const view = populationView(features)
    let told = 0
    for (const [account, score] of scores.entries()) {
      const reasons = detector.reasons(rowOf(detector, features, account), view)
      if (Number.isNaN(score)) expect(reasons, `account ${account} has no score`).toEqual([])
      expectWellTold(reasons)
      told += reasons.length
    }
    expect(told, "reasons over all accounts").toBeGreaterThan(0)
  },
}

function expectWellTold(reasons: readonly Reason[]): void {
  expect(new Set(reasons.map(({ id }) => id)).size, "distinct ids").toBe(reasons.length)
  let before = 1
  for (const { id, text, values, weight } of reasons) {
    expect(id).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/)
    expect(text).not.toMatch(/[{}]|undefined|null|NaN|Infinity|^\s*$/)
    for (const [name, value] of Object.entries(values)) expect(text, name).toContain(String(value))
    expect(weight).toBeGreaterThanOrEqual(0)
    expect(weight).toBeLessThanOrEqual(before)
    before = weight
  }
}
