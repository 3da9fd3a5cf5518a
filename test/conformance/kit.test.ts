/** The kit itself: a sound detector passes, and each planted fault is found by the check that is meant for it. */
import { describe, expect, it } from "vitest"
import { CHECKS, EVIDENCE_CHECKS } from "../../src/core/detection/conformance/checks.ts"
import { fingerprint, reordered } from "../../src/core/detection/conformance/evidence.ts"
import { populations } from "../../src/core/detection/conformance/populations.ts"
import type { Detector } from "../../src/core/detection/detector.ts"
import { tilesOf } from "../../src/core/evidence/cut.ts"
import type { Evidence } from "../../src/core/evidence/evidence.ts"
import { describeDetector } from "./detector.ts"

const sound: Detector = {
  id: "late-poster",
  layer: "behaviour",
  title: "Late poster",
  version: 1,
  reads: ["posts.time"],
  features: [{ id: "late", title: "Share of posts in the second half of the day", unit: "share" }],
  observe(tile, columns) {
    const { offset, time } = tile.posts!
    for (let account = 0; account < tile.accountCount; account++) {
      const own = time.subarray(offset[account], offset[account + 1])
      const late = own.filter((second) => second % 86_400 >= 43_200).length
      columns.late![account] = own.length > 0 ? late / own.length : Number.NaN
    }
  },
  score: (row) => row[0]!,
  reasons: (row) =>
    row[0]! > 0.5
      ? [
          {
            id: "late-poster.late",
            values: { late: row[0]! },
            text: `posts late: ${row[0]}`,
            weight: row[0]!,
          },
        ]
      : [],
}

describeDetector(sound)

const [byHand] = populations
const options = { orderTolerance: 0, alwaysTells: true }
const changed = (change: Partial<Detector>): Detector => ({ ...sound, ...change })
const afterwards = (then: (tile: Evidence, late: Float32Array) => void) =>
  changed({
    observe(tile, columns) {
      sound.observe!(tile, columns)
      then(tile, columns.late!)
    },
  })
let calls = 0

describe("the kit finds", () => {
  const faultsOfForm: [fault: string, detector: Detector, check: string][] = [
    ["an id with capitals", changed({ id: "Late Poster" }), "has an id, a layer, a title and a version"],
    ["a version of 0", changed({ version: 0 }), "has an id, a layer, a title and a version"],
    [
      "evidence named twice",
      changed({ reads: ["reports", "reports"] }),
      "declares known evidence, each once",
    ],
    [
      "two features of one id",
      changed({ features: [...sound.features, { ...sound.features[0]!, title: "Other" }] }),
      "declares features with distinct ids and titles",
    ],
    [
      "a score for missing evidence",
      changed({ score: () => 0.5 }),
      "has no score and no reason for a row without evidence",
    ],
  ]

  it.each(faultsOfForm)("%s", (_, detector, check) => {
    expect(() => CHECKS[check]!(sound)).not.toThrow()
    expect(() => CHECKS[check]!(detector)).toThrow()
  })

  it("a detector that neither observes nor joins", () => {
    const { observe: _, ...idle } = sound
    const check = CHECKS["observes accounts or joins them, in partitions and columns of known size"]!
    expect(() => check(idle)).toThrow()
  })

  const faults: [fault: string, detector: Detector, check: string][] = [
    [
      "a score above 1",
      changed({ score: (row) => 2 * row[0]! }),
      "scores every account in [0, 1] or not at all, from the features it declares",
    ],
    [
      "a memory of earlier calls",
      changed({ score: (row) => row[0]! / ++calls }),
      "is deterministic and leaves the evidence as it was",
    ],
    [
      "evidence that is written to",
      afterwards((tile) => tile.posts!.time.fill(0)),
      "is deterministic and leaves the evidence as it was",
    ],
    [
      "a score relative to the tile",
      afterwards((_, late) => {
        const highest = late.reduce((most, value) => Math.max(most, value || 0), 1e-9)
        for (const [account, value] of late.entries())
          late[account] = value / highest / 2 + late.length / 2000
      }),
      "does not depend on how accounts are cut into tiles",
    ],
    [
      "a score by the account's number",
      afterwards((tile, late) => {
        for (const account of late.keys()) late[account]! /= 1 + tile.firstAccount + account
      }),
      "scores an account the same whatever its number",
    ],
    [
      "a score on nothing",
      afterwards((_, late) => {
        for (const [account, value] of late.entries()) if (Number.isNaN(value)) late[account] = 0.3
      }),
      "takes accounts of whom nothing was seen, and none at all",
    ],
    [
      "evidence that is not declared",
      afterwards((tile, late) => {
        late[0] = tile.reports!.time.length > 0 ? 1 : 0
      }),
      "reads no evidence that it does not declare",
    ],
    [
      "a column that is not declared",
      afterwards((tile, late) => {
        late[0] = tile.posts!.tokens!.length > 0 ? 1 : 0
      }),
      "reads no evidence that it does not declare",
    ],
    [
      "a reason with a place left open",
      changed({ reasons: () => [{ id: "late", values: {}, text: "late in {share}", weight: 0.5 }] }),
      "gives reasons in whole sentences, the strongest first",
    ],
    [
      "a reason that hides its number",
      changed({
        reasons: (row) =>
          Number.isNaN(row[0]!) ? [] : [{ id: "late", values: { share: 17 }, text: "late", weight: 0.5 }],
      }),
      "gives reasons in whole sentences, the strongest first",
    ],
  ]

  it.each(faults)("%s", async (_, detector, check) => {
    const evidence = await byHand!.load()
    await expect(EVIDENCE_CHECKS[check]!(detector, structuredClone(evidence), options)).rejects.toThrow()
  })
})

describe("evidence", () => {
  it("is the same after it was cut and put together, and after it was shuffled there and back", async () => {
    for (const { load } of populations) {
      const evidence = await load()
      const accounts = evidence.accountCount
      const same = Array.from({ length: accounts }, (_, account) => account)
      const plain = fingerprint(evidence)
      expect(fingerprint(reordered(evidence, same))).toEqual(plain)
      const there = reordered(evidence, same.toReversed())
      expect(fingerprint(there)).not.toEqual(plain)
      expect(fingerprint(reordered(there, same.toReversed()))).toEqual(plain)
      expect(tilesOf(evidence, 7).reduce((sum, tile) => sum + tile.accountCount, 0)).toBe(accounts)
    }
  })
})
