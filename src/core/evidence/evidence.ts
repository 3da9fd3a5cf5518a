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

export const MEDIA_KINDS = ["none", "image", "video"] as const
export type MediaKind = (typeof MEDIA_KINDS)[number]

/** C2PA manifest that survived the upload: none, one signed by a camera or editor, one that says "made by AI". */
export const PROVENANCES = ["none", "captured", "generated"] as const

/** Bands of the radial power spectrum, evenly spaced in spatial frequency from 1/32 to 1/2 cycles a pixel. */
export const SPECTRUM_BANDS = 16

/** What the platform keeps of each post's cover, as uploaded and recompressed; length posts unless said otherwise. */
export interface Media {
  /** Index into MEDIA_KINDS; the other columns are 0 where there is none. */
  readonly kind: Uint8Array
  /** 64-bit perceptual hash, two words a post: high, low. */
  readonly hash: Uint32Array
  /** SPECTRUM_BANDS values a post: log10 of the radially averaged power. */
  readonly spectrum: Float32Array
  /** 1 where EXIF data of a camera survived. */
  readonly exif: Uint8Array
  /** Index into PROVENANCES. */
  readonly provenance: Uint8Array
}

/** Whom the tile's accounts followed when the period began, ascending within an account. */
export interface Follows {
  /** Length accounts + 1. */
  readonly offset: Uint32Array
  /** Account numbers. */
  readonly target: Uint32Array
}

/** Units at the beginning of a post over which Style.types is counted. */
export const STYLE_WINDOW = 80

/** How each post is written, without knowing what its words mean; length posts. style.ts counts it. */
export interface Style {
  /** Units of text: one a Chinese, Japanese or Korean character, one a word or number of another script. */
  readonly units: Uint16Array
  /** Of the units, those that are such characters. */
  readonly ideographs: Uint16Array
  /** Letters, digits and such characters, of all units together. */
  readonly characters: Uint16Array
  /** Sentences of at least one unit. */
  readonly sentences: Uint16Array
  /** Standard deviation of the sentences' lengths in units over their mean; NaN below two sentences. */
  readonly sentenceVariation: Float32Array
  /** Exclamation, question and tilde marks. */
  readonly marks: Uint16Array
  readonly emoji: Uint16Array
  readonly hashtags: Uint16Array
  readonly links: Uint16Array
  /** Distinct units among the first STYLE_WINDOW; 0 for a post that has fewer. */
  readonly types: Uint8Array
}

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
  readonly media?: Media
  /** Absent when there is no text. */
  readonly style?: Style
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
  /** Seconds since the object was published; NONE when that is not known. Absent when it never is. */
  readonly latency?: Uint32Array
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
  readonly follows?: Follows
  readonly reports?: Reports
}

/** The kinds of evidence a detector can ask for. */
export const EVIDENCE_FIELDS = [
  "profiles",
  "posts.time",
  "posts.text",
  "posts.style",
  "posts.media",
  "interactions.time",
  "interactions.kind",
  "interactions.object",
  "interactions.target",
  "interactions.latency",
  "follows",
  "reports",
] as const
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number]

/** How much evidence there is in the whole population; sizes the shared columns of linkage. */
export interface EvidenceSize {
  readonly accounts: number
  readonly posts: number
  readonly interactions: number
}
