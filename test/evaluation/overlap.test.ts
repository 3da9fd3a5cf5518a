import { expect, it } from "vitest"
import { wilson } from "../../src/core/evaluation/intervals.ts"
import { overlapReport } from "../../src/core/evaluation/overlap.ts"

/** Ten authentic accounts, then five AI-managed ones. */
const label = Uint8Array.from({ length: 15 }, (_, account) => (account < 10 ? 0 : 1))
const low = [0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.3]
const scores = {
  // Catches the first three, and flags the last authentic account at its threshold.
  wide: Float32Array.of(...low, 0.9, 0.8, 0.3, 0.1, Number.NaN),
  // Catches the third and the fourth; nothing lies between them and its best authentic account.
  narrow: Float32Array.of(...low, 0.1, 0.1, 0.9, 0.9, 0.1),
  silent: new Float32Array(15).fill(Number.NaN),
}
const archetype = Uint8Array.from(label, (managed, account) => (managed ? 1 + (account % 2) : 0))
const report = overlapReport(scores, label, archetype, ["casual", "farm", "pod"], 0.1)

it("counts whom each detector catches by its own threshold, and whom only it catches", () => {
  const [wide, narrow, silent] = report.detectors
  expect(wide).toMatchObject({ id: "wide", caught: 3, falsePositives: 1, alone: 2 })
  expect(wide!.recall).toEqual({ value: 0.6, interval: wilson(3, 5) })
  // Accounts 10 and 11.
  expect(wide!.aloneByArchetype).toEqual([
    { archetype: "farm", accounts: 1 },
    { archetype: "pod", accounts: 1 },
  ])
  expect(narrow).toMatchObject({ id: "narrow", caught: 2, falsePositives: 1, alone: 1 })
  expect(silent).toMatchObject({ caught: 0, falsePositives: 0, alone: 0, aloneByArchetype: [] })
  expect(report).toMatchObject({ aiManaged: 5, caughtByAny: 4, falsePositivesOfAny: 1 })
})

it("tells how far two detectors catch the same", () => {
  expect(report.pairs[0]).toEqual({
    a: "wide",
    b: "narrow",
    both: 1,
    either: 4,
    jaccard: { value: 0.25, interval: wilson(1, 4) },
  })
  expect(report.pairs.length).toBe(3)
  expect(
    overlapReport({ silent: scores.silent, also: scores.silent }, label, archetype, ["a", "b", "c"]).pairs[0]!
      .jaccard.value,
  ).toBeNaN()
})

it("keeps every detector within the false-positive rate", () => {
  const strict = overlapReport(scores, label, archetype, ["casual", "farm", "pod"], 0)
  expect(strict.detectors.map(({ caught, falsePositives }) => [caught, falsePositives])).toEqual([
    [2, 0],
    [2, 0],
    [0, 0],
  ])
  expect(strict.falsePositivesOfAny).toBe(0)
})
