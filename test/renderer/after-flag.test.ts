import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { formatPolicy } from "../../src/core/policy/format-policy.ts"
import { parsePolicy } from "../../src/core/policy/parse-policy.ts"
import { policySchema } from "../../src/core/policy/policy-schema.ts"
import type { Scenario } from "../../src/core/scenario/schema.ts"
import {
  type AfterFlag,
  FIRST_AFTER_FLAG,
  leafAt,
  readAfterFlag,
  sameAfterFlag,
  tellAfterFlag,
  withCohortCost,
  withLeaf,
} from "../../src/renderer/state/after-flag.ts"
import { FIELD_PATHS, FIELDS, fits } from "../../src/renderer/state/after-flag-fields.ts"
import { parsePins, pinOf, settingOfPin, tellPins } from "../../src/renderer/state/pins.ts"
import { changeBy, policyOf } from "../../src/renderer/state/policy.ts"
import { changed, ownSetting, sameSetting } from "../../src/renderer/state/setting.ts"
import {
  MOST_PER_DAY,
  MOST_SECONDS,
  parseSetting,
  placeOfSetting,
  settingAt,
} from "../../src/renderer/state/setting-place.ts"

const scenario = {
  threshold: 0.2,
  days: 28,
  definition: { automation: 0.5, oversight: 0.25, days: 5 },
} as Scenario

const moved: AfterFlag = {
  enforcement: {
    ...FIRST_AFTER_FLAG.enforcement,
    noticeDays: 2.5,
    suspendDays: 30,
    afterReview: { occasional: "none", mostly: "limit", full: "limit" },
    strikes: { lastDays: 30, limitAt: null, suspendAt: 4 },
  },
  review: {
    ...FIRST_AFTER_FLAG.review,
    reviewers: 3,
    order: "riskiest",
    secondOpinion: "before-action",
    overflow: { hours: 12, actFrom: 0.9 },
  },
  appeals: { ...FIRST_AFTER_FLAG.appeals, first: false },
  readers: { ...FIRST_AFTER_FLAG.readers, depth: 40 },
  costs: {
    reviewerHour: 60,
    wrongfulDay: 5,
    missedPer1000Followers: 0.5,
    falsePositiveOf: { archetype: { "a.b,c:d_e*f%": 7 }, language: {}, followers: { "<100": 3 }, age: {} },
  },
}

it("takes a day's accounts and a review's seconds from an address as far as a policy file may say", () => {
  const read = (perDay: number, seconds: number) =>
    parseSetting(new URLSearchParams({ "per-day": String(perDay), seconds: String(seconds) }))
  const allows = (workload: object) => policySchema.safeParse({ name: "one", workload }).success
  expect(read(MOST_PER_DAY, MOST_SECONDS)).toMatchObject({ perDay: MOST_PER_DAY, seconds: MOST_SECONDS })
  expect(read(MOST_PER_DAY + 1, MOST_SECONDS + 1)).toMatchObject({ perDay: null, seconds: null })
  expect(allows({ accountsPerDay: MOST_PER_DAY, secondsPerReview: MOST_SECONDS })).toBe(true)
  expect(allows({ accountsPerDay: MOST_PER_DAY + 1 })).toBe(false)
  expect(allows({ secondsPerReview: MOST_SECONDS + 1 })).toBe(false)
})

it("judges an account again no sooner than a quarter of a day", () => {
  const allows = (recheckDays: number) =>
    policySchema.safeParse({ name: "one", enforcement: { recheckDays } }).success
  expect([allows(0.25), allows(0.24), allows(1e-17)]).toEqual([true, false, false])
})

describe("what follows a flag", () => {
  it("is the defaults where nothing is said, and then need not be said", () => {
    expect(readAfterFlag(null)).toBe(FIRST_AFTER_FLAG)
    expect(tellAfterFlag(structuredClone(FIRST_AFTER_FLAG))).toBeNull()
  })

  it("comes back from the address that tells what differs, and from a pin", () => {
    expect(readAfterFlag(tellAfterFlag(moved))).toEqual(moved)
    const one = { ...FIRST_AFTER_FLAG, review: { ...FIRST_AFTER_FLAG.review, reviewers: 3 } }
    expect(tellAfterFlag(one)).toBe("review.reviewers:3")
    const setting = changed(ownSetting(scenario), { afterFlag: moved })
    expect(settingAt(placeOfSetting(setting, scenario), scenario).afterFlag).toEqual(moved)
    const said = new URLSearchParams()
    tellPins([pinOf("now", setting, scenario)], said)
    const [pin] = parsePins(new URLSearchParams(said.toString()))
    expect(settingOfPin(pin!, scenario).afterFlag).toEqual(moved)
  })

  it("makes another setting, which can be gone back from", () => {
    const own = ownSetting(scenario)
    expect(sameAfterFlag(moved, FIRST_AFTER_FLAG)).toBe(false)
    expect(sameSetting(own, changed(own, { afterFlag: moved }))).toBe(false)
  })

  it("survives being saved as a policy and opened, with all costs", () => {
    const setting = changed(ownSetting(scenario), { afterFlag: moved })
    const policy = parsePolicy(formatPolicy(policyOf(setting, "May")), "may.yaml")
    const opened = changed(ownSetting(scenario), changeBy(policy, scenario))
    expect(opened.afterFlag).toEqual(moved)
    expect(opened.costs).toEqual(setting.costs)
  })

  it("is changed leaf by leaf, and the address tells the one that changed", () => {
    for (const path of FIELD_PATHS) {
      if (path.startsWith("review.overflow.")) {
        expect(leafAt(FIRST_AFTER_FLAG, path)).toBeUndefined()
        continue
      }
      const field = FIELDS[path]
      const before = leafAt(FIRST_AFTER_FLAG, path)
      const other =
        field.kind === "switch"
          ? !before
          : field.kind === "choice"
            ? field.of.find((one) => one !== before)!
            : [1, 0.5, 2].find((one) => one !== before && fits(field, one))!
      const after = withLeaf(FIRST_AFTER_FLAG, path, other)
      expect(leafAt(after, path)).toBe(other)
      expect(tellAfterFlag(after)).toBe(`${path}:${other}`)
      expect(readAfterFlag(tellAfterFlag(after))).toEqual(after)
    }
  })

  it("has costs of cohorts, set and taken away one by one", () => {
    const one = withCohortCost(FIRST_AFTER_FLAG, "archetype", "casual", 7)
    const two = withCohortCost(one, "age", "<30", 3)
    expect(two.costs.falsePositiveOf).toMatchObject({ archetype: { casual: 7 }, age: { "<30": 3 } })
    expect(withCohortCost(two, "age", "<30", null)).toEqual(one)
    expect(sameAfterFlag(withCohortCost(one, "archetype", "casual", null), FIRST_AFTER_FLAG)).toBe(true)
  })

  it("takes what makes no sense as not said", () => {
    const said = "review.reviewers:2.5,review.order:oddest,review.overflow.hours:3,nothing:1,toString:1,,:"
    expect(readAfterFlag(said)).toBe(FIRST_AFTER_FLAG)
    expect(readAfterFlag("costs.falsePositiveOf.archetype.__proto__:1")).toBe(FIRST_AFTER_FLAG)
  })

  it("knows every setting of the schema, and keeps to its ranges", () => {
    const values = fc.oneof(
      fc.constantFrom(
        0,
        1,
        -1,
        0.5,
        0.9,
        0.95,
        2,
        3,
        24,
        25,
        60,
        61,
        100,
        101,
        365,
        366,
        1000,
        1001,
        3650,
        3651,
      ),
      fc.constantFrom(10_000, 10_001, 86_400, 86_401, 1e6, 1e6 + 1, 1e8, 1e8 + 1, 1e9, 1e9 + 1, 1.5),
      fc.constantFrom(null, true, "label", "newest", "fixed", "always", "nonsense"),
    )
    const costs = { falsePositive: 1 }
    fc.assert(
      fc.property(fc.constantFrom(...FIELD_PATHS), values, (path, value) => {
        const [section = "", ...names] = path.split(".")
        const inner = names.reduceRight<unknown>((held, name) => ({ [name]: held }), value)
        // Whoever names one part of the rule for an overflowing queue names the other.
        const whole = path.startsWith("review.overflow.")
          ? { overflow: { hours: 24, actFrom: 0.5, [names[1] ?? ""]: value } }
          : (inner as object)
        const policy = { name: "p", [section]: section === "costs" ? { ...costs, ...whole } : whole }
        expect(fits(FIELDS[path], value), `${path}: ${value}`).toBe(policySchema.safeParse(policy).success)
      }),
      { numRuns: 2000 },
    )
  })
})
