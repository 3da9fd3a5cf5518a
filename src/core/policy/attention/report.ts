/**
 * What a policy does to creators and readers, as plain JSON. Attention is impressions of the feeds' readers, and every
 * figure a share, so that it depends on no guess of how many impressions a reader has.
 *
 * Intervals are 95 %. Those of attention come from a cluster bootstrap, AI-managed accounts by operator, authentic ones one
 * by one; rank scores stay as they are in a draw. NDCG hangs on who reacted to whom as well: its intervals come from
 * leaving out a part of the accounts after another, with their posts and reactions, and ranking anew (left-out.ts). They are
 * rather too wide than too narrow; test/policy/attention/left-out.test.ts holds how often they have the truth in them.
 */
import type { Estimate } from "../../evaluation/intervals.ts"
import type { Action } from "../after-flag.ts"
import type { Tier } from "../tiers.ts"

/** Each NaN where it is undefined, as what AI-managed accounts do is without any; JSON has null in its place. */
export interface AttentionFigures {
  /** Share of all attention that AI-managed accounts hold, in [0, 1]. */
  readonly managedShare: Estimate
  /** Of all attention: what passes from AI-managed accounts to authentic creators, in [-1, 1]. */
  readonly returned: Estimate
  /**
   * Of all attention: what authentic creators lose on whom something is done, in [-1, 1]. Those on whom nothing is done gain
   * this and what is returned.
   */
  readonly lostWrongly: Estimate
  /** What such a creator loses of its own attention; at most 1, NaN where there is none. */
  readonly lostPerCreator: Estimate
  /** Authentic creators on whom something is done, of 1,000 authentic creators. */
  readonly wrongPer1000: Estimate
  /** Share of the attention of accounts whose reach is for sale that undisclosed AI-managed accounts hold. */
  readonly paidUndisclosed: Estimate
  /** NDCG against known quality, of all posts that may still be shown, in [0, 1]. */
  readonly ndcg: Estimate
  /** The same of authentic creators' posts alone; those that may no longer be shown are missed. */
  readonly ndcgAuthentic: Estimate
  /** Against doing nothing, with the same accounts left out. */
  readonly ndcgChange: Estimate
  readonly ndcgAuthenticChange: Estimate
}

/** What a threshold does. */
export interface AttentionPoint {
  readonly threshold: number
  /** Accounts of the run at or above it. */
  readonly flagged: number
  readonly figures: AttentionFigures
}

/** AI-managed accounts' shares, in [0, 1], at the report's prevalence. */
export interface ManagedPresence {
  readonly accounts: number
  /** Of the posts that feeds choose from. */
  readonly posts: number
  /** Of the likes, comments, replies, shares and saves. */
  readonly reactions: number
}

export interface AttentionReport {
  readonly seed: string
  /** Bootstrap draws behind each interval of attention. */
  readonly draws: number
  /** Parts of the accounts behind each interval of NDCG; 0 without intervals. */
  readonly parts: number
  /** Share of AI-managed accounts that figures are re-weighted to. */
  readonly prevalence: number
  /** Why what concerns AI-managed accounts cannot be told: the run has none by the definition; null where it can. */
  readonly unknown: "no-managed" | null
  /** Feeds (a language and a topic) times days, of those that have readers and posts. */
  readonly feedDays: number
  readonly presence: ManagedPresence
  /** Nothing is done. */
  readonly baseline: AttentionFigures
  /** AI-managed accounts' reactions do not count, and their posts stay: what artificial signals do to the ranking. */
  readonly withoutSignals: AttentionFigures
  /** Exactly the AI-managed accounts are suspended: what no policy can better. */
  readonly perfect: AttentionFigures
  /** The policy's tiers, or the fates that were given; a review ends as reviewers of the policy's rates would have it. */
  readonly policy: AttentionFigures
  /** Something is done about everybody at or above a threshold. */
  readonly curve: {
    readonly action: Exclude<Action, "none">
    /** By ascending threshold. */
    readonly points: readonly AttentionPoint[]
  }
  /** The policy with one tier's threshold moved, if that was asked for. */
  readonly along: {
    /** Those that it would pass go along with it. */
    readonly tier: Tier
    /** By ascending threshold. */
    readonly points: readonly AttentionPoint[]
  } | null
}
