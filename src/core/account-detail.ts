/**
 * One account in full, for a person to read: what the platform saw of it, what the detectors
 * made of that and why, and, apart, what really runs it. Generated again from the seed on demand.
 */
import type { Layer, Reason } from "./detection/detector.ts"
import type { InteractionKind, Language, MediaKind, PROVENANCES } from "./evidence/evidence.ts"
import type { Grade } from "./policy/definition.ts"

/** Another account's post that reads almost the same. */
export interface NearDuplicate {
  readonly account: number
  /** Jaccard similarity of token trigrams, in (0, 1]. */
  readonly similarity: number
  /** Unix seconds. */
  readonly time: number
  readonly text: string
  /** Places of this post's text, from and to, that the other has too. */
  readonly same: readonly (readonly [number, number])[]
  /** Likewise of the other's text. */
  readonly sameThere: readonly (readonly [number, number])[]
  /** Further accounts with such a post. */
  readonly others: readonly number[]
}

/** A post's cover as the platform fingerprints it. */
export interface AccountMedia {
  readonly kind: MediaKind
  /** 64-bit perceptual hash, 16 hex digits. */
  readonly hash: string
  /** One value a band: log10 of the power less the straight line through the lower half of the bands. */
  readonly spectrum: readonly number[]
  /** Whether EXIF data of a camera survived. */
  readonly exif: boolean
  readonly provenance: (typeof PROVENANCES)[number]
  /** Like an earlier cover of the account. */
  readonly reused: boolean
  /** The cover of another account that is most like it, of at most 64 bits that differ. */
  readonly alike: { readonly account: number; readonly differingBits: number } | null
}

export interface AccountPost {
  /** Unix seconds. */
  readonly time: number
  readonly text: string
  readonly nearDuplicate: NearDuplicate | null
  /** The earlier post of the account itself that it is most like, if it reads almost the same. */
  readonly repeats: { readonly time: number; readonly similarity: number } | null
  /** null for a post without a cover. */
  readonly media: AccountMedia | null
}

/** Spectra of many pictures, band by band, as AccountMedia has them. */
export interface SpectrumBand {
  /** Between low and high lie nine tenths of the pictures; middle is the median. */
  readonly low: readonly number[]
  readonly middle: readonly number[]
  readonly high: readonly number[]
  readonly pictures: number
}

/** Seconds between an account's posts, in bins. */
export interface AccountGaps {
  /** Where each bin begins, in seconds; the last has no end. */
  readonly from: readonly number[]
  /** The account's gaps. */
  readonly count: readonly number[]
  /** Mean share of gaps in each bin of authentic accounts, by the scenario's definition, with about as many posts. */
  readonly usual: readonly number[]
  /** How many such accounts there are. */
  readonly accounts: number
}

/** Something that two accounts acted on within the window of co-action. */
export interface SharedObject {
  readonly object: number
  /** Whose it is, where that is known. */
  readonly owner: number | null
  /** When this account acted on it, Unix seconds. */
  readonly time: number
  readonly secondsApart: number
}

export interface AccountInteraction {
  readonly time: number
  readonly kind: InteractionKind
  readonly object: number | null
  readonly target: number | null
}

export interface AccountDetector {
  readonly id: string
  readonly layer: Layer
  readonly title: string
  /** null when there was no evidence to judge by. */
  readonly score: number | null
  /** Added to the log-odds of the risk, from the fusion's intercept on; null when fusion does not use it. */
  readonly contribution: number | null
  readonly features: readonly {
    readonly id: string
    readonly title: string
    readonly unit: string
    readonly value: number | null
  }[]
  readonly reasons: readonly Reason[]
}

export interface AccountDetail {
  readonly account: number
  readonly profile: {
    readonly name: string
    readonly bio: string
    readonly language: Language
    /** Hours east of UTC. */
    readonly timeZone: number
    readonly ageDays: number
    readonly followers: number
    readonly following: number
    readonly verified: boolean
  }
  readonly risk: number
  readonly truth: {
    readonly archetype: string
    readonly creation: number
    readonly scheduling: number
    readonly distribution: number
    readonly oversight: number
    /** The automation runs from this day of the period on, counted from 0, until the end of the other, exclusive. */
    readonly fromDay: number
    readonly untilDay: number
    /** By the scenario's definition. */
    readonly grade: Grade
    /** What its operator spends: effort on evading in [0, 1], and CNY a month in all; null without an operator. */
    readonly operator: { readonly evasion: number; readonly cost: number } | null
    readonly group: number | null
  }
  readonly detectors: readonly AccountDetector[]
  /** All of them, oldest first. */
  readonly posts: readonly AccountPost[]
  readonly interactions: readonly AccountInteraction[]
  readonly reports: readonly {
    readonly time: number
    readonly reporter: number
    readonly reporterDecided: number
    readonly reporterUpheld: number
    /** What the reporter's word is worth, in (0, 1). */
    readonly reliability: number
    /** Reports that came within the same six hours, this one included: they count as one. */
    readonly burst: number
    /** What the report counts for: the reliability over the burst. */
    readonly counted: number
  }[]
  /** Accounts found together with this one, the strongest first, at most 50. */
  readonly neighbours: readonly {
    readonly account: number
    readonly detector: string
    readonly weight: number
    /** By co-action, of the strongest twenty neighbours: what both acted on, at most twenty. Empty for others. */
    readonly objects: readonly SharedObject[]
  }[]
  readonly gaps: AccountGaps
  /** Of images of the platform; null where there are none. */
  readonly usualSpectrum: SpectrumBand | null
}
