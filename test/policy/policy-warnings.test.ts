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
  ])("says what does nothing in %s", (text, warning) => {
    expect(warningsOf(text)).toEqual([expect.stringMatching(warning)])
  })

  it.each([
    "tiers: {label: 0.3, limit: 0.4, suspend: 0.9}",
    "enforcement: {complies: 0.3, noticeDays: 2}",
    "enforcement: {strikes: {limitAt: 1, suspendAt: 2}}",
    "enforcement: {strikes: {limitAt: 3, suspendAt: null}}",
    "enforcement: {afterReview: {occasional: limit, mostly: limit, full: limit}}",
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
