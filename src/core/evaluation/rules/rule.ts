/**
 * Rules over several detectors: an account is flagged if its scores meet a formula of thresholds.
 *
 * A threshold is met at or above it; missing evidence (NaN) meets none, and makes a weighted sum meet none.
 */

/** One detector's (or layer's) score is at or above a threshold. */
export interface Threshold {
  readonly kind: "threshold"
  readonly score: string
  readonly threshold: number
}

/** A weighted sum of scores, added up from left to right, is at or above a threshold. */
export interface Weights {
  readonly kind: "weights"
  readonly terms: readonly { readonly weight: number; readonly score: string }[]
  readonly threshold: number
}

/** At least `k` of the members are met, 1 <= k <= their number: all of them is "and", one of them "or". */
export interface AtLeast {
  readonly kind: "at least"
  readonly k: number
  readonly members: readonly Rule[]
}

export type Rule = Threshold | Weights | AtLeast

export const atLeast = (k: number, members: readonly Rule[]): Rule =>
  members.length === 1 ? members[0] : { kind: "at least", k, members }

export const allOf = (members: readonly Rule[]) => atLeast(members.length, members)
export const anyOf = (members: readonly Rule[]) => atLeast(1, members)

/** The rule as `parseRule` reads it: the same rule, to the last digit. */
export function ruleText(rule: Rule): string {
  switch (rule.kind) {
    case "threshold":
      return `${rule.score}>=${rule.threshold}`
    case "weights":
      return `${rule.terms.map(({ weight, score }) => `${weight}*${score}`).join("+")}>=${rule.threshold}`
    case "at least":
      return atLeastText(rule)
  }
}

function atLeastText({ k, members }: AtLeast): string {
  const isAll = k === members.length
  if (!isAll && k > 1) return `${k} of (${members.map(ruleText).join(", ")})`
  const texts = members.map((member) =>
    member.kind === "at least" ? `(${ruleText(member)})` : ruleText(member),
  )
  return texts.join(isAll ? " and " : " or ")
}

/** Names of the scores that the rule reads, each once. */
export function scoresOf(rule: Rule): string[] {
  if (rule.kind === "threshold") return [rule.score]
  if (rule.kind === "weights") return [...new Set(rule.terms.map(({ score }) => score))]
  return [...new Set(rule.members.flatMap(scoresOf))]
}
