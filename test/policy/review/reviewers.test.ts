/** What reviewers come to when cases pass through the queue, against the rates and the agreement that the policy states. */
import { describe, expect, it } from "vitest"
import { PolicyError } from "../../../src/core/errors.ts"
import {
  type Appeals,
  DEFAULT_APPEALS,
  DEFAULT_REVIEW,
  type Review,
} from "../../../src/core/policy/after-flag.ts"
import { parsePolicy } from "../../../src/core/policy/parse-policy.ts"
import { agreementOf } from "../../../src/core/policy/review/agreement.ts"
import { chanceOf, LOG_SD, type Opinion } from "../../../src/core/policy/review/chance.ts"
import { reviewersFor, reviewersOf } from "../../../src/core/policy/review/reviewers.ts"
import { flag, mean } from "./drive.ts"

const CASES = 12_000

/** The first opinions on each case, half of them on AI-managed accounts (those of an even number). */
function opinionsOn(
  { review = {}, appeals = {} }: { review?: Partial<Review>; appeals?: Partial<Appeals> },
  { kind = "flag" as "flag" | "appeal", each = 2, cases = CASES, seed = "reviewers", from = 0 } = {},
): Opinion[][] {
  const settings = { ...DEFAULT_REVIEW, leniency: 0, ...review }
  const reviewers = reviewersFor(settings, { ...DEFAULT_APPEALS, ...appeals })
  const seconds = { flag: 10, appeal: 60 }
  const chance = chanceOf({ reviewers, serviceTimes: settings.serviceTimes, seconds }, seed)
  return Array.from({ length: cases }, (_, instance) => {
    const next = chance(flag(from + instance, { instance, kind, isManaged: instance % 2 === 0 }))
    return Array.from({ length: each }, next)
  })
}

function sdOf(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
}

type Verdict = Opinion["decision"]
const verdicts = (opinions: readonly Opinion[][], which = 0) => opinions.map((one) => one[which].decision)
const share = <Item>(items: readonly Item[], is: (item: Item) => boolean) =>
  items.filter(is).length / items.length

/** Share found AI-managed of a class's decisions. */
const foundManaged = (found: readonly Verdict[], parity: 0 | 1) =>
  share(
    found.filter((one, at) => at % 2 === parity && one !== "unknown"),
    (one) => one === "managed",
  )

/** Cohen's kappa of those of whom both decided. */
function kappa(first: readonly Verdict[], second: readonly Verdict[]): number {
  const pairs = first.map((one, at) => [one, second[at]]).filter((pair) => !pair.includes("unknown"))
  const [a, b] = [0, 1].map((which) => share(pairs, (pair) => pair[which] === "managed"))
  const byChance = a * b + (1 - a) * (1 - b)
  return (share(pairs, ([one, other]) => one === other) - byChance) / (1 - byChance)
}

/** Four standard errors of a share of half the cases. */
const NEAR_SHARE = 4 * Math.sqrt(0.25 / (CASES / 2))
/** And of kappa, whose standard error is near 1 over the root of the pairs. */
const NEAR_KAPPA = 4 / Math.sqrt(CASES)

const expectNear = (found: number, expected: number, reach: number) =>
  expect(Math.abs(found - expected), `${found} for ${expected}`).toBeLessThan(reach)

describe("reviewers", () => {
  for (const review of [
    {},
    { truePositiveRate: 0.93, falsePositiveRate: 0.05, agreement: 0.85, dontKnow: 0 },
    { truePositiveRate: 0.15, dontKnow: 0.4, agreement: 0.6 },
  ])
    it(`err, doubt and agree as the policy states: ${JSON.stringify(review)}`, () => {
      const stated = { ...DEFAULT_REVIEW, ...review }
      const opinions = opinionsOn({ review })
      for (const which of [0, 1]) {
        const found = verdicts(opinions, which)
        expectNear(foundManaged(found, 0), stated.truePositiveRate, NEAR_SHARE)
        expectNear(foundManaged(found, 1), stated.falsePositiveRate, NEAR_SHARE)
        expectNear(
          share(found, (one) => one === "unknown"),
          stated.dontKnow,
          NEAR_SHARE,
        )
      }
      expectNear(kappa(verdicts(opinions, 0), verdicts(opinions, 1)), stated.agreement, NEAR_KAPPA)
    })

  it("agree as far on an account that comes back", () => {
    const opinions = [0, CASES].map((from) => verdicts(opinionsOn({}, { from, each: 1 })))
    expectNear(kappa(opinions[0], opinions[1]), DEFAULT_REVIEW.agreement, NEAR_KAPPA)
  })

  it("agree no further when they differ much: each opinion is another reviewer's", () => {
    const opinions = opinionsOn({ review: { leniency: 1.5 } }, { each: 5 })
    for (const [one, other] of [
      [0, 1],
      [0, 4],
      [2, 3],
    ])
      expectNear(kappa(verdicts(opinions, one), verdicts(opinions, other)), DEFAULT_REVIEW.agreement, 0.08)
  })

  it("leave the next one in doubt where one is, more often than elsewhere", () => {
    const opinions = opinionsOn({})
    const [first, second] = [verdicts(opinions, 0), verdicts(opinions, 1)]
    const after = (is: boolean) =>
      share(
        second.filter((_, at) => (first[at] === "unknown") === is),
        (one) => one === "unknown",
      )
    expect(after(true)).toBeGreaterThan(after(false) + 0.01)
  })

  it("differ among themselves by their leniency, and by as much on average as the rates say", () => {
    const SEEDS = 24
    const spread = (leniency: number) => {
      const rates = Array.from({ length: SEEDS }, (_, k) =>
        share(
          verdicts(opinionsOn({ review: { leniency } }, { seed: `team-${k}`, each: 1, cases: 1000 })),
          (one) => one === "managed",
        ),
      )
      return { middle: mean(rates), sd: sdOf(rates) }
    }
    const [same, differing] = [spread(0), spread(1.5)]
    expect(differing.sd).toBeGreaterThan(1.5 * same.sd)
    expectNear(differing.middle, same.middle, (4 * differing.sd) / Math.sqrt(SEEDS))
  })

  it("keep agreement and rates whatever the leniency, by a difficulty that grows with it", () => {
    const [none, some] = [0, 0.5].map((leniency) =>
      reviewersOf({ ...DEFAULT_REVIEW, leniency }, DEFAULT_APPEALS),
    )
    expect(some.flags).toEqual(none.flags)
    expect(some.difficulty / none.difficulty).toBeCloseTo(Math.sqrt(1.25), 9)
    for (const { weights, flags } of [none, some]) {
      expect(agreementOf(flags, weights.account ** 2)).toBeCloseTo(DEFAULT_REVIEW.agreement, 9)
      expect(weights.account ** 2 + weights.reviewer ** 2 + weights.moment ** 2).toBeCloseTo(1, 12)
    }
  })

  it("turn down the appeals of those whom they found AI-managed by the appeals' own rates", () => {
    const flags = verdicts(opinionsOn({}, { each: 1, cases: 2 * CASES }))
    const appeals = verdicts(opinionsOn({}, { kind: "appeal", each: 1, cases: 2 * CASES }))
    for (const [parity, rate] of [
      [0, DEFAULT_APPEALS.truePositiveRate],
      [1, DEFAULT_APPEALS.falsePositiveRate],
    ] as const) {
      const appealed = appeals.filter(
        (one, at) => at % 2 === parity && flags[at] === "managed" && one !== "unknown",
      )
      expectNear(
        share(appealed, (one) => one === "managed"),
        rate,
        4 * Math.sqrt(0.25 / appealed.length),
      )
    }
  })

  it("are solved once for each set of errors", () => {
    expect(reviewersFor({ ...DEFAULT_REVIEW, reviewers: 7 } as Review, DEFAULT_APPEALS)).toBe(
      reviewersFor(DEFAULT_REVIEW, DEFAULT_APPEALS),
    )
    const stricter = reviewersFor({ ...DEFAULT_REVIEW, falsePositiveRate: 0.2 }, DEFAULT_APPEALS)
    expect(stricter.flags.authentic).toBeLessThan(
      reviewersFor(DEFAULT_REVIEW, DEFAULT_APPEALS).flags.authentic,
    )
  })

  it("that agree less than their rates make them are refused, with the least that can be", () => {
    const good = { ...DEFAULT_REVIEW, truePositiveRate: 0.95, falsePositiveRate: 0.02 }
    const at = (agreement: number) => () => reviewersOf({ ...good, agreement }, DEFAULT_APPEALS)
    // Without doubts 0.93² / 4 of 0.485 times 0.515, 0.866; with them the pairs of whom both decided are clearer cases.
    expect(at(0.36)).toThrow(PolicyError)
    expect(at(0.36)).toThrow(
      /^review\.agreement must be at least 0\.869, since with a truePositiveRate of 0\.95 and a falsePositiveRate of 0\.02 .*, got 0\.36$/,
    )
    expect(at(0.869)).not.toThrow()
    expect(at(0.867)).toThrow(PolicyError)
    const [, least] = /at least (0\.\d+),/.exec(
      messageOf({ ...good, truePositiveRate: 0.9999, falsePositiveRate: 0.0001 }),
    )!
    expect(Number(least)).toBeGreaterThan(0.999)
  })

  function messageOf(review: Review): string {
    try {
      return String(reviewersOf(review, DEFAULT_APPEALS).difficulty)
    } catch (error) {
      return (error as Error).message
    }
  }

  it("are refused so in a policy's file already, with its name", () => {
    const text = "name: keen\nreview: { truePositiveRate: 0.95, falsePositiveRate: 0.02 }"
    expect(() => parsePolicy(text, "keen.yaml")).toThrow(
      /^keen\.yaml: review\.agreement must be at least 0\.869, /,
    )
    expect(parsePolicy(text.replace(" }", ", agreement: 0.9 }"), "keen.yaml").review.agreement).toBe(0.9)
  })
})

describe("a reviewer's time", () => {
  const times = (serviceTimes: Review["serviceTimes"], kind: "flag" | "appeal" = "flag") =>
    opinionsOn({ review: { serviceTimes } }, { kind }).flatMap((one) => one.map(({ seconds }) => seconds))

  it("has the mean that is asked for, whatever the distribution", () => {
    for (const [serviceTimes, variation] of [
      ["exponential", 1],
      ["lognormal", Math.sqrt(Math.exp(LOG_SD ** 2) - 1)],
      ["fixed", 0],
    ] as const) {
      const seconds = times(serviceTimes)
      const reach = (4 * 10 * variation) / Math.sqrt(seconds.length) + 1e-9
      expectNear(mean(seconds), 10, reach)
      expect(sdOf(seconds) / 10).toBeCloseTo(variation, 1)
    }
    expect(mean(times("fixed", "appeal"))).toBeCloseTo(60, 9)
  })

  it("spreads by its logarithm's SD when it is lognormal", () => {
    const logs = times("lognormal").map(Math.log)
    expectNear(sdOf(logs), LOG_SD, 4 * (LOG_SD / Math.sqrt(2 * logs.length)))
  })
})
