import { expect, it } from "vitest"
import { clopperPearson } from "../../src/core/evaluation/clopper-pearson.ts"
import { overlapReport } from "../../src/core/evaluation/overlap.ts"
import { drawAccounts, intervalOf, samplingOf } from "../../src/core/evaluation/resample.ts"
import { NONE } from "../../src/core/evidence/evidence.ts"
import { normal } from "../../src/core/random/distributions.ts"
import { stream } from "../../src/core/random/streams.ts"

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
const judged = { label, archetype, archetypes: ["casual", "farm", "pod"] }
const sampling = samplingOf(label, new Uint32Array(15).fill(NONE), { seed: "a" })
const report = overlapReport(scores, judged, sampling, 0.1)

it("counts whom each detector catches by its own threshold, and whom only it catches", () => {
  const [wide, narrow, silent] = report.detectors
  expect(wide).toMatchObject({ id: "wide", caught: 3, falsePositives: 1, alone: 2 })
  expect(wide!.recall.value).toBe(0.6)
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
  expect(report.pairs[0]).toMatchObject({
    a: "wide",
    b: "narrow",
    both: 1,
    either: 4,
    jaccard: { value: 0.25 },
  })
  expect(report.pairs.length).toBe(3)
  const [silent] = overlapReport({ silent: scores.silent, also: scores.silent }, judged, sampling).pairs
  expect(silent!.jaccard).toEqual({ value: Number.NaN, interval: [0, 1] })
})

it("keeps every detector within the false-positive rate", () => {
  const strict = overlapReport(scores, judged, sampling, 0)
  expect(strict.detectors.map(({ caught, falsePositives }) => [caught, falsePositives])).toEqual([
    [2, 0],
    [2, 0],
    [0, 0],
  ])
  expect(strict.falsePositivesOfAny).toBe(0)
})

it("has intervals of draws by operator in which thresholds are chosen again, no narrower than Clopper and Pearson's", () => {
  const random = stream("overlap", "test")
  const many = Uint8Array.from({ length: 1200 }, (_, account) => (account < 200 ? 1 : 0))
  // Twenty fleets of ten, each easy or hard to catch as a whole.
  const level = Float64Array.from({ length: 20 }, () => 2 + normal(random))
  const group = Uint32Array.from(many, (managed, account) => (managed ? account % 20 : NONE))
  const one = Float32Array.from(
    many,
    (managed, account) => normal(random) / 4 + (managed ? level[account % 20]! : 0),
  )
  const other = Float32Array.from(one, (score) => score + normal(random) / 4)
  const kinds = { label: many, archetype: many, archetypes: ["casual", "farm"] }
  const drawing = samplingOf(many, group, { seed: "a" })
  const [of] = overlapReport({ one, other }, kinds, drawing, 0.05).detectors
  const recalls: number[] = []
  drawAccounts(drawing, (times) => {
    const authentic: number[] = []
    for (let account = 200; account < 1200; account++)
      for (let k = 0; k < times[account]!; k++) authentic.push(one[account]!)
    // Fifty of a thousand may be flagged; the next one may not, nor whoever is level with it.
    const spared = authentic.sort((a, b) => b - a)[50]!
    let [caught, all] = [0, 0]
    for (let account = 0; account < 200; account++) {
      all += times[account]!
      if (one[account]! > spared) caught += times[account]!
    }
    recalls.push(caught / all)
  })
  const exact = clopperPearson(of!.caught, 200)
  const drawn = intervalOf(recalls)
  expect(of!.recall.interval).toEqual([Math.min(exact[0], drawn[0]), Math.max(exact[1], drawn[1])])
  expect(drawn[1] - drawn[0]).toBeGreaterThan(1.3 * (exact[1] - exact[0]))
})
