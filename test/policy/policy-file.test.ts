import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { PolicyError } from "../../src/core/errors.ts"
import { COHORT_KINDS } from "../../src/core/evaluation/index.ts"
import { ACTIONS, ORDERS, SECOND_OPINIONS, SERVICE_TIMES } from "../../src/core/policy/after-flag.ts"
import { formatPolicy } from "../../src/core/policy/format-policy.ts"
import { parsePolicy } from "../../src/core/policy/parse-policy.ts"
import { EMPTY_POLICY, type Policy, tiersOn } from "../../src/core/policy/policy.ts"
import { policyJsonSchema } from "../../src/core/policy/policy-schema.ts"
import { discordOf } from "../../src/core/policy/review/agreement.ts"
import { impressionsOf } from "../../src/core/policy/review/impressions.ts"
import { TIERS } from "../../src/core/policy/tiers.ts"
import { type JsonSchema, resolveSchema } from "../../src/core/scenario/json-schema.ts"

function problemsOf(text: string): readonly string[] {
  try {
    parsePolicy(text, "p.yaml")
  } catch (error) {
    if (error instanceof PolicyError) return error.problems
    throw error
  }
  return []
}

const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0)
const openShare = fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true })
const positiveShare = fc.double({ min: 0, max: 1, minExcluded: true, noNaN: true })
const amount = fc.double({ min: 0, max: 1e9, noNaN: true }).map((value) => value + 0)

const tiers = fc.array(fc.option(share), { minLength: 5, maxLength: 5 }).map((drawn) => {
  const ascending = drawn.filter((threshold) => threshold !== null).sort((a, b) => a - b)
  return Object.fromEntries(
    TIERS.map((tier, at) => [tier, drawn[at] === null ? null : ascending.shift()!]),
  ) as Policy["tiers"]
})

const caps = fc
  .uniqueArray(
    fc.record({
      kind: fc.constantFrom(...COHORT_KINDS),
      name: fc.constantFrom(
        "merchant-with-scheduler",
        "zh",
        "no",
        "<100",
        "100-999",
        "30-179",
        "730+",
        "a: b #",
      ),
      maxFpr: openShare,
    }),
    { selector: ({ kind, name }) => `${kind} ${name}` },
  )
  .map((drawn) => drawn.sort((a, b) => COHORT_KINDS.indexOf(a.kind) - COHORT_KINDS.indexOf(b.kind)))

const cohortCosts = fc.dictionary(
  fc.constantFrom("merchant-with-scheduler", "zh", "no", "<100", "730+"),
  amount,
)
const costs = fc
  .record({
    falsePositive: amount,
    falseNegative: amount,
    review: amount,
    reviewerHour: amount,
    wrongfulDay: amount,
    missedPer1000Followers: amount,
    falsePositiveOf: fc.record({
      archetype: cohortCosts,
      language: cohortCosts,
      followers: cohortCosts,
      age: cohortCosts,
    }),
  })
  .map((drawn) => ({ ...drawn, review: Math.max(drawn.review, 1) }))

const action = fc.constantFrom(...ACTIONS)
const count = fc.option(fc.integer({ min: 1, max: 100 }))

const enforcement = fc.record({
  horizonDays: fc.option(fc.integer({ min: 1, max: 365 })),
  afterReview: fc.record({ occasional: action, mostly: action, full: action }),
  noticeDays: fc.integer({ min: 0, max: 60 }),
  complies: share,
  limitDays: fc.integer({ min: 1, max: 365 }),
  suspendDays: fc.option(fc.integer({ min: 1, max: 3650 })),
  limitedReach: share,
  labelledReach: share,
  recheckDays: fc.integer({ min: 1, max: 365 }),
  strikes: fc.record({ lastDays: fc.integer({ min: 1, max: 3650 }), limitAt: count, suspendAt: count }),
})

const review = fc
  .record({
    reviewers: fc.integer({ min: 0, max: 10_000 }),
    hoursPerDay: fc.integer({ min: 1, max: 24 }),
    startsAt: fc.integer({ min: 0, max: 23 }),
    serviceTimes: fc.constantFrom(...SERVICE_TIMES),
    order: fc.constantFrom(...ORDERS),
    truePositiveRate: openShare,
    falsePositiveRate: openShare,
    dontKnow: share.map((value) => 0.9 * value),
    agreement: share.map((value) => 0.95 * value),
    leniency: share,
    secondOpinion: fc.constantFrom(...SECOND_OPINIONS),
    reports: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
    overflow: fc.option(fc.record({ hours: fc.integer({ min: 1, max: 10_000 }), actFrom: share })),
  })
  .map((drawn) =>
    // Rates that are equal let reviewers agree as little as they like.
    discordOf(drawn, impressionsOf(drawn, drawn.dontKnow)) === null
      ? drawn
      : { ...drawn, falsePositiveRate: drawn.truePositiveRate },
  )

const appeals = fc.record({
  authenticFile: share,
  managedFile: share,
  delayDays: fc.integer({ min: 1, max: 60 }),
  truePositiveRate: openShare,
  falsePositiveRate: openShare,
  secondsPerAppeal: fc.integer({ min: 0, max: 86_400 }),
  first: fc.boolean(),
})

const readers = fc.record({
  positionBias: share,
  halfLifeHours: fc.integer({ min: 1, max: 1000 }),
  depth: fc.integer({ min: 1, max: 10_000 }),
  leastFollowers: fc.integer({ min: 0, max: 100_000_000 }),
})

const policies: fc.Arbitrary<Policy> = fc.record({
  name: fc.string({ unit: "binary", minLength: 1, maxLength: 20 }),
  description: fc.string({ unit: "binary", maxLength: 200 }),
  definition: fc.option(
    fc.record({ automation: positiveShare, oversight: positiveShare, days: fc.integer({ min: 1, max: 90 }) }),
  ),
  prevalence: fc.option(openShare),
  tiers,
  costs: fc.option(costs),
  caps,
  workload: fc.record({
    accountsPerDay: fc.option(fc.double({ min: 0, max: 1e10, minExcluded: true, noNaN: true })),
    secondsPerReview: fc.double({ min: 0, max: 86_400, noNaN: true }).map((value) => value + 0),
  }),
  enforcement,
  review,
  appeals,
  readers,
})

describe("a policy file", () => {
  it("says after writing and reading what it said before", () => {
    fc.assert(
      fc.property(policies, (policy) => {
        expect(parsePolicy(formatPolicy(policy), "p.yaml")).toEqual(policy)
      }),
      { numRuns: 100 },
    )
  })

  it("needs nothing but a name; what it leaves out is the run's", () => {
    expect(parsePolicy("name: policy", "p.yaml")).toEqual(EMPTY_POLICY)
  })

  it("is written in one order, with what each part means", () => {
    const policy: Policy = {
      ...EMPTY_POLICY,
      name: "March",
      description: "After the rule of 2026-03-10.",
      tiers: { watch: 0.1, label: null, limit: 0.4, review: 0.4, suspend: 0.9 },
      caps: [
        { kind: "archetype", name: "merchant-with-scheduler", maxFpr: 0.02 },
        { kind: "age", name: "<30", maxFpr: 0.05 },
      ],
    }
    expect(formatPolicy(policy)).toMatchInlineSnapshot(`
      "name: "March"
      description: "After the rule of 2026-03-10."

      # Automated from this share on, with oversight below that share, for so many days: AI-managed.
      definition: null

      # Share of AI-managed accounts assumed; null for the run's own.
      prevalence: null

      # An account whose risk is at or above a tier's threshold gets what the tier does; off for nobody.
      tiers:
        watch: 0.1
        label: off
        limit: 0.4
        review: 0.4
        suspend: 0.9

      # In any one currency.
      costs: null

      # The highest false-positive rate that each cohort may have.
      caps:
        archetype:
          merchant-with-scheduler: 0.02
        age:
          "<30": 0.05

      # What a day holds; accountsPerDay null for the run's accounts, spread over its days.
      workload:
        accountsPerDay: null
        secondsPerReview: 6.9

      # What follows a flag, how long it lasts, and what a repetition brings.
      enforcement:
        horizonDays: null
        afterReview:
          occasional: label
          mostly: limit
          full: suspend
        noticeDays: 0
        complies: 0
        limitDays: 14
        suspendDays: null
        limitedReach: 0.2
        labelledReach: 1
        recheckDays: 7
        strikes:
          lastDays: 90
          limitAt: 2
          suspendAt: 3

      # Who reviews, how well, and in which order.
      review:
        reviewers: 1
        hoursPerDay: 8
        startsAt: 9
        serviceTimes: lognormal
        order: oldest
        truePositiveRate: 0.67
        falsePositiveRate: 0.37
        dontKnow: 0.13
        agreement: 0.36
        leniency: 0.2
        secondOpinion: never
        reports: null
        overflow: null

      # Who appeals, and who wins.
      appeals:
        authenticFile: 0.04
        managedFile: 0.01
        delayDays: 1
        truePositiveRate: 0.85
        falsePositiveRate: 0.6
        secondsPerAppeal: 120
        first: true

      # How the feed shares out attention, and what advertisers pay for.
      readers:
        positionBias: 1
        halfLifeHours: 24
        depth: 100
        leastFollowers: 1000
      "
    `)
    expect(tiersOn(policy).map(({ tier }) => tier)).toEqual(["watch", "limit", "review", "suspend"])
  })
})

describe("a wrong policy file is told by file, field, what is allowed and what was found:", () => {
  const cases: [what: string, text: string, problems: string[]][] = [
    ["nothing", "", ["p.yaml: is empty; a policy needs at least a name, like `name: my policy`"]],
    ["a list", "[1]", ["p.yaml: must be a mapping of fields like name, tiers and caps, got a list"]],
    ["no name", "tiers: {}", ["p.yaml: name is missing; it must be text of 1 to 80 characters"]],
    [
      "a threshold out of range",
      "name: a\ntiers: {review: 1.5}",
      ["p.yaml: tiers.review must be in [0, 1], or off, got 1.5"],
    ],
    [
      "a threshold that is a word",
      "name: a\ntiers: {review: of}",
      ['p.yaml: tiers.review must be a number in [0, 1], or off, got "of"'],
    ],
    [
      "an unknown tier",
      "name: a\ntiers: {supsend: 0.5}",
      ["p.yaml: tiers.supsend is not a field here; did you mean suspend?"],
    ],
    [
      "a stricter tier below a milder one",
      "name: a\ntiers: {label: 0.6, limit: off, suspend: 0.5}",
      ["p.yaml: tiers.suspend must be at or above tiers.label, 0.6, since it is the stricter, got 0.5"],
    ],
    [
      "a cap of all or nothing",
      "name: a\ncaps: {archetype: {casual: 0, newsroom: 1}}",
      [
        "p.yaml: caps.archetype.casual must be in (0, 1), got 0",
        "p.yaml: caps.archetype.newsroom must be in (0, 1), got 1",
      ],
    ],
    [
      "an unknown kind of cohort",
      "name: a\ncaps: {archetypes: {casual: 0.1}}",
      ["p.yaml: caps.archetypes is not a field here; did you mean archetype?"],
    ],
    [
      "part of a definition",
      "name: a\ndefinition: {oversight: 0.5}",
      [
        "p.yaml: definition.automation is missing; it must be a number in (0, 1]",
        "p.yaml: definition.days is missing; it must be an integer in [1, 90]",
      ],
    ],
    [
      "no cost at all",
      "name: a\ncosts: {review: 0}",
      ["p.yaml: costs must have a cost above 0, got none; leave costs out, or write null, for no costs"],
    ],
    [
      "a field twice",
      "name: a\nname: b",
      ["p.yaml: line 2, column 1: name is given twice; a field must stand once"],
    ],
    [
      "two documents",
      "name: a\n---\nname: b",
      ["p.yaml: line 2, column 1: a second document starts here; a file must hold one policy"],
    ],
    [
      "a prevalence of all",
      "name: a\nprevalence: 1",
      ["p.yaml: prevalence must be in (0, 1), or null, got 1"],
    ],
    [
      "a day without accounts",
      "name: a\nworkload: {accountsPerDay: 0}",
      ["p.yaml: workload.accountsPerDay must be in (0, 10000000000], or null, got 0"],
    ],
  ]
  it.each(cases)("%s", (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems)
  })
})

describe("policyJsonSchema", () => {
  const schema = policyJsonSchema()
  const leaves = (at: JsonSchema, path: string): [string, JsonSchema][] => {
    const { properties } = resolveSchema(at, schema)
    return properties === undefined
      ? [[path, at]]
      : Object.entries(properties).flatMap(([name, field]) => leaves(field, path ? `${path}.${name}` : name))
  }

  it.each(leaves(schema, ""))("describes %s", (_, field) => {
    expect(field.description).toMatch(/\.$/)
  })

  it("asks for a name only", () => {
    expect(schema.required).toEqual(["name"])
  })
})
