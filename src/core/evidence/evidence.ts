/**
 * Evidence: what a platform could observe of accounts, and all that a detector may see.
 *
 * Structure of arrays. A ragged column pairs `offset` (length accounts + 1) with value arrays:
 * account i owns the values from offset[i] up to, not including, offset[i + 1].
 * Nothing here says what really runs an account; `Truth` lives in population/truth.ts and shares no type.
 */

/** No object, no target: the interaction or the column does not point at anything. */
export const NONE = 0xffffffff

export const INTERACTION_KINDS = ["like", "comment", "reply", "follow", "share", "save"] as const
export type InteractionKind = (typeof INTERACTION_KINDS)[number]

export const LANGUAGES = ["zh", "en"] as const
export type Language = (typeof LANGUAGES)[number]

/** Posts of the tile's accounts, sorted by time within an account. */
export interface Posts {
  /** Length accounts + 1. */
  readonly offset: Uint32Array
  /** Seconds since the start of the period, length posts. */
  readonly time: Uint32Array
  /** Number of a post in the whole population: firstPost + position here. */
  readonly firstPost: number
  /** Absent when there is no text. Length posts + 1. */
  readonly tokenOffset?: Uint32Array
  /** Ids into the lexicon. */
  readonly tokens?: Uint32Array | Uint16Array
}

/** What the tile's accounts did to others, sorted by time within an account. */
export interface Interactions {
  readonly offset: Uint32Array
  /** Seconds since the start of the period. */
  readonly time: Uint32Array
  /** Index into INTERACTION_KINDS. */
  readonly kind: Uint8Array
  /** The post, link or other thing acted upon, by number; NONE when the action has no object (a follow). */
  readonly object: Uint32Array
  /** The account acted upon, by number; NONE when unknown. */
  readonly target: Uint32Array
  readonly firstInteraction: number
}

/** Reports that the tile's accounts received, sorted by time within an account. */
export interface Reports {
  readonly offset: Uint32Array
  readonly time: Uint32Array
  /** The account that reported. */
  readonly reporter: Uint32Array
  /** Of the reporter's reports before the period: how many were decided, and how many upheld. */
  readonly reporterDecided: Uint16Array
  readonly reporterUpheld: Uint16Array
}

/** Public profile, one value an account. */
export interface Profiles {
  /** Days between registration and the start of the period; negative when registered within it. */
  readonly ageDays: Float32Array
  readonly followers: Uint32Array
  readonly following: Uint32Array
  readonly verified: Uint8Array
  /** Index into LANGUAGES: the language of the profile. */
  readonly language: Uint8Array
}

/** The evidence of accounts firstAccount to firstAccount + accountCount - 1. */
export interface Evidence {
  readonly firstAccount: number
  readonly accountCount: number
  /** Unix seconds at which second 0 lies. */
  readonly periodStart: number
  readonly periodSeconds: number
  readonly profiles?: Profiles
  readonly posts?: Posts
  readonly interactions?: Interactions
  readonly reports?: Reports
}

/** The kinds of evidence a detector can ask for. */
export const EVIDENCE_FIELDS = [
  "profiles",
  "posts.time",
  "posts.text",
  "interactions.time",
  "interactions.object",
  "interactions.target",
  "reports",
] as const
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number]

/** How much evidence there is in the whole population; sizes the shared columns of linkage. */
export interface EvidenceSize {
  readonly accounts: number
  readonly posts: number
  readonly interactions: number
}
