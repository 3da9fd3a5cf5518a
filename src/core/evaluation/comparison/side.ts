/**
 * One side of a comparison: a score, a threshold on it and the labels of a definition, over the accounts that both
 * sides judge. So that both speak of the same accounts, one without a score is not left out: it is not flagged, and
 * ranks below all others.
 */
import { type ClassCounts, createScoreIndex, type ScoreIndex } from "../score-index.ts"

export interface Side {
  /** One an account, in [0, 1]; NaN is missing. */
  readonly score: Float32Array
  /** In [0, 1]; Infinity flags nobody. */
  readonly threshold: number
  /** 1 for AI-managed, 0 for authentic. */
  readonly label: Uint8Array
}

/** Below every score and threshold. */
const LOWEST = -1

/** The score with what is missing put lowest, for whatever ranks accounts. */
export function rankable(score: Float32Array): Float32Array {
  const ranked = score.slice()
  for (let account = 0; account < ranked.length; account++)
    if (Number.isNaN(ranked[account])) ranked[account] = LOWEST
  return ranked
}

/** The index over all accounts, none of them missing. */
export const indexOfSide = ({ score, label }: Pick<Side, "score" | "label">): ScoreIndex =>
  createScoreIndex(rankable(score), label)

/** Whether the sides decide by the same scores and threshold under the same labels, so that nothing is left to chance. */
export function areIdentical(a: Side, b: Side): boolean {
  return a.threshold === b.threshold && areEqual(a.label, b.label) && areEqual(a.score, b.score)
}

function areEqual(a: Float32Array | Uint8Array, b: Float32Array | Uint8Array): boolean {
  if (a === b) return true
  return a.every((value, at) => Object.is(value, b[at]))
}

/** Accounts of each class under one side's labels. */
export function classCounts({ label }: Side): Omit<ClassCounts, "missing"> {
  const managed = label.reduce((sum, value) => sum + value, 0)
  return { managed, authentic: label.length - managed }
}

/** Throws a RangeError unless all four columns speak of the same accounts. */
export function requireSameAccounts(a: Side, b: Side): void {
  for (const [name, column] of [
    ["a.label", a.label],
    ["b.score", b.score],
    ["b.label", b.label],
  ] as const)
    if (column.length !== a.score.length)
      throw new RangeError(
        `${name} must have one value for each of ${a.score.length} accounts, got ${column.length}`,
      )
}
