import { describe, expect, it } from "vitest"
import { parsePolicy } from "../../src/core/policy/parse-policy.ts"
import { policyWarnings } from "../../src/core/policy/policy-warnings.ts"

const warningsOf = (text: string) => policyWarnings(parsePolicy(`name: odd\n${text}`, "odd.yaml"))

describe("policyWarnings", () => {
  it.each([
    [
      "tiers: {label: 0.4, limit: 0.4, review: 0.6}",
      /^tiers\.label reaches nobody, since tiers\.limit .* got 0\.4$/,
    ],
    [
      "enforcement: {complies: 0.3}",
      /^enforcement\.complies of 0\.3 does nothing.*noticeDays must be above 0.*got 0$/,
    ],
    ["enforcement: {strikes: {limitAt: 3, suspendAt: 2}}", /strikes\.limitAt of 3 does nothing.*below 2/],
    ["enforcement: {strikes: {limitAt: 2, suspendAt: 2}}", /strikes\.limitAt of 2 does nothing/],
    [
      "enforcement: {afterReview: {full: label}}",
      /afterReview\.full is milder.*limit or harsher.*got label$/,
    ],
    ["tiers: {review: 0.5}\nreview: {reviewers: 0}", /^review\.reviewers of 0 leaves .* waiting for good/],
    [
      "enforcement: {noticeDays: 14, horizonDays: 14}",
      /^enforcement\.noticeDays of 14 lets no limit or suspension .*horizonDays of 14/,
    ],
    [
      "review: {truePositiveRate: 0.3, falsePositiveRate: 0.4}",
      /^review\.truePositiveRate of 0\.3 lies below falsePositiveRate of 0\.4/,
    ],
  ])("says what does nothing in %s", (text, warning) => {
    expect(warningsOf(text)).toEqual([expect.stringMatching(warning)])
  })

  it.each([
    "tiers: {label: 0.3, limit: 0.4, suspend: 0.9}",
    "enforcement: {complies: 0.3, noticeDays: 2}",
    "enforcement: {strikes: {limitAt: 1, suspendAt: 2}}",
    "enforcement: {strikes: {limitAt: 3, suspendAt: null}}",
    "enforcement: {afterReview: {occasional: limit, mostly: limit, full: limit}}",
    "tiers: {suspend: 0.5}\nreview: {reviewers: 0}",
    "tiers: {review: 0.5}\nreview: {reviewers: 0, overflow: {hours: 24, actFrom: 0.5}}",
    "enforcement: {noticeDays: 13, horizonDays: 14}",
    "enforcement: {noticeDays: 60}",
    "review: {truePositiveRate: 0.4, falsePositiveRate: 0.4}",
  ])("has nothing to say of %s", (text) => {
    expect(warningsOf(text)).toEqual([])
  })

  it.each([
    ["tiers: {label: 0.5, review: 0.3}", "tiers.review must be at or above tiers.label, 0.5"],
    ["tiers: {limit: 0.5, review: 0.3}", "tiers.review must be at or above tiers.limit, 0.5"],
  ])("leaves to the parser what cannot be followed: %s", (text, problem) => {
    expect(() => warningsOf(text)).toThrow(`odd.yaml: ${problem}`)
  })
})
