import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { COHORT_KINDS, FLIPS } from "../../src/core/evaluation/index.ts"
import { EDGE_KINDS } from "../../src/core/network/contents.ts"
import { GRADES } from "../../src/core/policy/definition.ts"
import { TIERS, type Tiers } from "../../src/core/policy/tiers.ts"
import { FLIP_KINDS, OUTCOMES } from "../../src/renderer/state/account-filter.ts"
import { WORST_FIRST } from "../../src/renderer/state/gate-place.ts"
import { LEAST_TOGETHER, MOST_SHOWN, NETWORK_COLOURS } from "../../src/renderer/state/network-place.ts"
import { pinName } from "../../src/renderer/state/pins.ts"
import {
  CHART_GROUPS,
  formatPlace,
  parsePlace,
  REALISM_PARTS,
  START,
  VIEWS,
} from "../../src/renderer/state/place.ts"

const anyShare = fc.double({ min: 0, max: 1, noNaN: true }).map((share) => share + 0)
const anyAmount = fc.double({ min: 0, max: 1e6, noNaN: true }).map((amount) => amount + 0)

const anyTiers = fc
  .array(anyShare, { minLength: TIERS.length, maxLength: TIERS.length })
  .map((shares) => shares.sort((a, b) => a - b))
  .map((shares) => Object.fromEntries(TIERS.map((tier, i) => [tier, shares[i]!])) as unknown as Tiers)

const anyCosts = fc
  .record({ falsePositive: anyAmount, falseNegative: anyAmount, review: anyAmount })
  .filter(({ falsePositive, falseNegative, review }) => falsePositive + falseNegative + review > 0)

const anyCaps = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom(...COHORT_KINDS),
    name: fc.constantFrom("casual", "merchant-with-scheduler", "1,000 to 9,999", "en"),
    maxFpr: fc.double({ min: 1e-6, max: 0.999, noNaN: true }),
  }),
  { minLength: 1, maxLength: 4, selector: ({ kind, name }) => `${kind}:${name}` },
)

const anySetting = {
  tiers: fc.option(anyTiers),
  tiersOff: fc.subarray([...TIERS]),
  tier: fc.option(fc.constantFrom(...TIERS)),
  costs: fc.option(anyCosts),
  caps: fc.option(anyCaps),
  perDay: fc.option(anyAmount.map((amount) => amount + 1)),
  seconds: fc.option(anyAmount.map((amount) => amount % 86_400)),
  prevalence: fc.option(fc.double({ min: 1e-6, max: 0.999, noNaN: true })),
  oversight: fc.option(fc.double({ min: 0.01, max: 1, noNaN: true })),
  automation: fc.option(fc.double({ min: 0.01, max: 1, noNaN: true })),
  after: fc.option(fc.constantFrom("review.reviewers:3", "review.order:newest,review.reports:5")),
  days: fc.option(fc.integer({ min: 1, max: 90 })),
}

const anyPin = fc.record({
  name: fc.string({ unit: "grapheme", maxLength: 30 }).map(pinName),
  setting: fc.record({ ...anySetting, threshold: fc.constant(null), tiers: anyTiers }),
})

const anyPlace = fc.record({
  ...anySetting,
  view: fc.constantFrom(...VIEWS),
  run: fc.option(fc.string({ minLength: 1 })),
  threshold: fc.option(anyShare),
  pins: fc.array(anyPin, { maxLength: 3 }),
  off: fc.uniqueArray(fc.constantFrom("co-action", "posting-rhythm", "writing-style"), { maxLength: 2 }),
  detector: fc.option(fc.constantFrom("co-action", "posting-rhythm")),
  against: fc.record({
    run: fc.option(fc.string({ minLength: 1 })),
    threshold: fc.option(anyShare),
    tiers: fc.option(anyTiers),
    oversight: fc.option(fc.double({ min: 0.01, max: 1, noNaN: true })),
    automation: fc.option(fc.double({ min: 0.01, max: 1, noNaN: true })),
    days: fc.option(fc.integer({ min: 1, max: 90 })),
  }),
  atFpr: fc.option(fc.constantFrom(0.01, 0.001)),
  flip: fc.option(fc.constantFrom(...FLIPS)),
  account: fc.option(fc.nat()),
  outcome: fc.constantFrom(...OUTCOMES),
  grade: fc.option(fc.constantFrom(...GRADES)),
  search: fc.string(),
  cohort: fc.option(
    fc.record({
      kind: fc.constantFrom(...COHORT_KINDS),
      name: fc.constantFrom("casual", "<30", "100-999", "zh"),
    }),
  ),
  scores: fc.uniqueArray(
    fc
      .record({ of: fc.constantFrom("risk", "co-action", "writing-style"), from: anyShare, to: anyShare })
      .filter(({ from, to }) => from <= to),
    { selector: ({ of }) => of },
  ),
  memberOf: fc.option(fc.nat()),
  flips: fc.option(fc.constantFrom(...FLIP_KINDS)),
  flipsFrom: fc.option(anyShare),
  hidden: fc.subarray(["grade", "archetype", "posts"]),
  charts: fc.constantFrom(...CHART_GROUPS),
  pair: fc.option(fc.string({ minLength: 1 })),
  cohorts: fc.constantFrom(...COHORT_KINDS),
  part: fc.constantFrom(...REALISM_PARTS),
  scenario: fc.option(fc.constantFrom("", "quickstart", "run:tiny-0123abcd")),
  sort: fc.constantFrom("risk", "posts", "co-action"),
  descending: fc.boolean(),
  group: fc.option(fc.integer({ min: 1, max: 10_000 })),
  steps: fc.constantFrom(1, 2),
  colour: fc.constantFrom(...NETWORK_COLOURS),
  edges: fc.subarray([...EDGE_KINDS], { minLength: 1 }),
  least: fc.constantFrom(...LEAST_TOGETHER),
  most: fc.constantFrom(...MOST_SHOWN),
  check: fc.option(fc.string({ minLength: 1 })),
  checked: fc.option(fc.constantFrom("tiny.yaml", "点.yaml")),
  gateOutcome: fc.option(fc.constantFrom(...WORST_FIRST)),
})

describe("an address", () => {
  it("brings back the very place it was written for", () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        // Only the editor's address tells what is edited.
        const scenario = place.view === "scenario" ? place.scenario : null
        expect(parsePlace(formatPlace(place))).toEqual({ ...place, scenario })
      }),
    )
  })

  it("is short at the start", () => {
    expect(formatPlace(START)).toBe("#/trade-offs")
    expect(parsePlace("")).toEqual(START)
  })

  it("takes what makes no sense as not said", () => {
    const place = parsePlace(
      "#/nowhere?threshold=1.5&prevalence=0&oversight=0&automation=2&days=0.5&account=1.5&outcome=odd&charts=pie&cohorts=shoe&grade=1&part=2" +
        "&tiers=0.5,0.4,0.6,0.7,0.8&tier=ban&costs=0,0,0&cap=shoe:casual:0.1&per-day=0&seconds=-1&pin=a*tiers_2&pin=%25E0%25A4" +
        "&group=0&steps=3&colour=red&edges=likes&least=4&most=7&gate=fine",
    )
    expect(place).toEqual(START)
  })
})
