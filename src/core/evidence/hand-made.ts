/**
 * Evidence written down by hand: as few accounts, posts and actions as a question needs. For tests of detectors, those of
 * plug-ins' authors among them.
 */
import {
  type Evidence,
  type EvidenceSize,
  type Follows,
  MEDIA_KINDS,
  type Media,
  type MediaKind,
  NONE,
  PROVENANCES,
  SPECTRUM_BANDS,
} from "./evidence.ts"
import { styleOfTexts } from "./style.ts"

const DAY = 86_400
/** 2026-03-02 00:00 UTC, on the hour. */
export const PERIOD_START = 1_772_409_600

export interface HandPost {
  readonly time: number
  readonly tokens?: readonly number[]
  /** What its style is counted from. */
  readonly text?: string
  readonly media?: HandMedia
}

export interface HandMedia {
  /** "image" unless told. */
  readonly kind?: MediaKind
  /** Two words: high, low. */
  readonly hash?: readonly [number, number]
  /** SPECTRUM_BANDS values; a natural image's unless told. */
  readonly spectrum?: readonly number[]
  readonly exif?: boolean
  readonly provenance?: (typeof PROVENANCES)[number]
}

export interface HandAction {
  readonly time: number
  readonly object?: number
  readonly target?: number
  readonly kind?: number
  /** Seconds since the object was published. */
  readonly latency?: number
}

export interface HandReport {
  readonly time: number
  readonly reporter?: number
  /** The reporter's earlier reports that were decided, and those upheld. */
  readonly decided?: number
  readonly upheld?: number
}

export interface HandAccount {
  readonly posts?: readonly HandPost[]
  readonly actions?: readonly HandAction[]
  readonly reports?: readonly HandReport[]
  readonly verified?: boolean
  /** Accounts followed. */
  readonly follows?: readonly number[]
}

const byTime = (a: { time: number }, b: { time: number }) => a.time - b.time

/** Offsets, length lists + 1, and the lists one after another, each sorted by time. */
function ragged<Item extends { readonly time: number }>(lists: readonly (readonly Item[])[]) {
  const offset = new Uint32Array(lists.length + 1)
  for (const [i, list] of lists.entries()) offset[i + 1] = offset[i] + list.length
  const items = lists.flatMap((list) => [...list].sort(byTime))
  const column = (of: (item: Item) => number) => Uint32Array.from(items, of)
  return { offset, items, column, time: column((item) => item.time) }
}

/** One tile that holds all accounts, with every kind of evidence. */
export function evidenceOf(accounts: readonly HandAccount[], periodStart = PERIOD_START): Evidence {
  const posts = ragged(accounts.map((account) => account.posts ?? []))
  const actions = ragged(accounts.map((account) => account.actions ?? []))
  const reports = ragged(accounts.map((account) => account.reports ?? []))
  const tokenOffset = new Uint32Array(posts.items.length + 1)
  for (const [i, post] of posts.items.entries())
    tokenOffset[i + 1] = tokenOffset[i] + (post.tokens?.length ?? 0)
  return {
    firstAccount: 0,
    accountCount: accounts.length,
    periodStart,
    periodSeconds: 28 * DAY,
    profiles: {
      ageDays: new Float32Array(accounts.length).fill(400),
      followers: new Uint32Array(accounts.length).fill(100),
      following: new Uint32Array(accounts.length).fill(100),
      verified: Uint8Array.from(accounts, (account) => (account.verified ? 1 : 0)),
      language: new Uint8Array(accounts.length),
    },
    posts: {
      offset: posts.offset,
      time: posts.time,
      firstPost: 0,
      tokenOffset,
      tokens: Uint32Array.from(posts.items.flatMap((post) => post.tokens ?? [])),
      style: styleOfTexts(posts.items.map((post) => post.text ?? "")),
      media: mediaOf(posts.items.map((post) => post.media)),
    },
    interactions: {
      offset: actions.offset,
      time: actions.time,
      kind: Uint8Array.from(actions.items, (action) => action.kind ?? 0),
      object: actions.column((action) => action.object ?? NONE),
      target: actions.column((action) => action.target ?? NONE),
      latency: actions.column((action) => action.latency ?? NONE),
      firstInteraction: 0,
    },
    follows: followsOf(accounts),
    reports: {
      offset: reports.offset,
      time: reports.time,
      reporter: reports.column((report) => report.reporter ?? NONE),
      reporterDecided: Uint16Array.from(reports.items, (report) => report.decided ?? 0),
      reporterUpheld: Uint16Array.from(reports.items, (report) => report.upheld ?? 0),
    },
  }
}

/** log10 of the power in each band of an image whose amplitude falls as 1 / f. */
export const NATURAL_SPECTRUM = Array.from(
  { length: SPECTRUM_BANDS },
  (_, band) => 5 - 2 * Math.log10(frequencyOf(band)),
)

/** Cycles a pixel. */
export function frequencyOf(band: number): number {
  return 1 / 32 + (band * (1 / 2 - 1 / 32)) / (SPECTRUM_BANDS - 1)
}

function mediaOf(items: readonly (HandMedia | undefined)[]): Media {
  const none = new Array<number>(SPECTRUM_BANDS).fill(0)
  return {
    kind: Uint8Array.from(items, (item) => (item ? MEDIA_KINDS.indexOf(item.kind ?? "image") : 0)),
    hash: Uint32Array.from(items.flatMap((item) => [...(item?.hash ?? [0, 0])])),
    spectrum: Float32Array.from(
      items.flatMap((item) => [...(item ? (item.spectrum ?? NATURAL_SPECTRUM) : none)]),
    ),
    exif: Uint8Array.from(items, (item) => (item?.exif ? 1 : 0)),
    provenance: Uint8Array.from(items, (item) => PROVENANCES.indexOf(item?.provenance ?? "none")),
  }
}

function followsOf(accounts: readonly HandAccount[]): Follows {
  const lists = accounts.map((account) => [...(account.follows ?? [])].sort((a, b) => a - b))
  const offset = new Uint32Array(accounts.length + 1)
  for (const [i, list] of lists.entries()) offset[i + 1] = offset[i] + list.length
  return { offset, target: Uint32Array.from(lists.flat()) }
}

export function sizeOfEvidence({ accountCount, posts, interactions }: Evidence): EvidenceSize {
  return {
    accounts: accountCount,
    posts: posts?.time.length ?? 0,
    interactions: interactions?.time.length ?? 0,
  }
}
