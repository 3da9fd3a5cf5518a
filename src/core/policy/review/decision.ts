/** What reviewers come to: AI-managed, authentic, or that they cannot tell. */
export const DECISIONS = ["managed", "authentic", "unknown"] as const
export type Decision = (typeof DECISIONS)[number]
