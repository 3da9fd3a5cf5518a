/**
 * What the network of a run holds, for a person to look at: groups of accounts that act together again and again, and
 * graphs of accounts and what joins them. Plain numbers in columns, as they travel.
 */

/** What an edge is: objects acted on together, notes or covers that are alike, or a follow. */
export const EDGE_KINDS = ["co-action", "text", "media", "follow"] as const
export type EdgeKind = (typeof EDGE_KINDS)[number]

/** The kinds that are kept with a run, and the detector whose pairs they are. Follows are generated again. */
export const PAIR_DETECTORS = {
  "co-action": "co-action",
  text: "near-duplicate-text",
  media: "synthetic-media",
} as const
export type PairKind = keyof typeof PAIR_DETECTORS
export const PAIR_KINDS = ["co-action", "text", "media"] as const satisfies readonly PairKind[]

/** The densest block of a group, as dense-groups judged it. */
export interface GroupBlock {
  /** Accounts of the block, of whom `inGroup` are of the group and have no block that is more surprising. */
  readonly members: number
  readonly inGroup: number
  /** Share of the block's pairs that act together repeatedly. */
  readonly linked: number
  /** Times a member joined others on an object within the window, and times expected by chance. */
  readonly joined: number
  readonly expected: number
  /** Nats a member. */
  readonly surprise: number
}

/** Accounts that act together again and again, most of them with many others of the group. */
export interface NetworkGroup {
  /** From 1; the first is the least likely to be chance. */
  readonly number: number
  /** Accounts, whoever acted together with other members most first. */
  readonly members: readonly number[]
  /** Pairs of members that acted together repeatedly, and what share of all pairs they are. */
  readonly links: number
  readonly density: number
  /** Objects acted on together, summed over those pairs. */
  readonly together: number
  /** Nats a member, the mean of what dense-groups found; null when the run did not use that detector. */
  readonly surprise: number | null
  readonly block: GroupBlock | null
}

export interface GroupList {
  /** Seconds within which two actions on one object count as together. */
  readonly window: number
  /** Accounts that acted together with some other repeatedly, and pairs of them. */
  readonly linkedAccounts: number
  readonly links: number
  /** Whether a run's limit of pairs cut off weaker ones. */
  readonly isCut: boolean
  readonly groups: readonly NetworkGroup[]
}

/** Edges in columns: places of their ends in NetworkGraph.accounts, how often, and the index in EDGE_KINDS. */
export interface NetworkEdges {
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** Objects acted on together, pairs of posts that are alike; of follows 1, or 2 for one in either direction. */
  readonly weight: readonly number[]
  readonly kind: readonly number[]
}

export interface NetworkGraph {
  /** The strongest first; of a neighbourhood the account itself, then step by step. */
  readonly accounts: readonly number[]
  /** As accounts: the number of the group in GroupList, 0 for none. */
  readonly group: readonly number[]
  /** As accounts: communities of what is shown, from 0, the largest first. */
  readonly community: readonly number[]
  /** As accounts: steps from the account asked for; null when none was. */
  readonly step: readonly number[] | null
  readonly edges: NetworkEdges
  /** Accounts and edges that there are, of which the strongest are shown. */
  readonly accountsInAll: number
  readonly edgesInAll: number
}

/** An object that members of a group acted on together. */
export interface SharedObject {
  /** Number of the post, and the account that published it. */
  readonly object: number
  readonly author: number
  /** Members that acted on it at all, and the most that did so one after another, each within the window of the next. */
  readonly acting: number
  readonly together: number
  /** Unix seconds of the first of those actions, and seconds from there to the last. */
  readonly time: number
  readonly seconds: number
}

/** What joins the members of a group. */
export interface GroupEvidence {
  /** Members whose actions were generated again; the strongest, when the group is very large. */
  readonly members: number
  /** Objects that any of them acted on, and those on which two or more did so within the window. */
  readonly objects: number
  readonly sharedObjects: number
  /** The objects that joined the most members first. */
  readonly strongest: readonly SharedObject[]
}
