/** Evidence as a program or an endpoint gets it: account by account, in JSON, and no more of it than it declares. */
import type { PluginDescription, PluginEvidence } from "../../core/detection/plugin.ts"
import {
  type Evidence,
  type EvidenceField,
  INTERACTION_KINDS,
  type Interactions,
  LANGUAGES,
  MEDIA_KINDS,
  type Media,
  NONE,
  type Posts,
  PROVENANCES,
  type Reports,
  SPECTRUM_BANDS,
  type Style,
} from "../../core/evidence/evidence.ts"
import { renderNote } from "../../core/population/language/index.ts"
import { PluginFault } from "./hosted.ts"
import { tilesFor } from "./judging.ts"
import type { Batch } from "./messages.ts"

/** Messages of at most `size` accounts each, in the order of accounts. */
export function* batchesFor(
  source: PluginEvidence,
  { reads }: PluginDescription,
  size: number,
): Generator<Batch> {
  requireWords(source, reads)
  const has = (field: EvidenceField) => reads.includes(field)
  let waiting: object[] = []
  let number = 0
  let first = 0
  for (const tile of tilesFor(source, reads)) {
    const { periodStart, periodSeconds } = tile
    for (let account = 0; account < tile.accountCount; account++) {
      waiting.push(accountOf(tile, account, has))
      const last = tile.firstAccount + account
      if (waiting.length < size && last + 1 < source.size.accounts) continue
      const message = { type: "accounts", batch: number, periodStart, periodSeconds, accounts: waiting }
      yield { number: number++, first, last, text: JSON.stringify(message) }
      waiting = []
      first = last + 1
    }
  }
}

/** A log keeps its texts as hashes of words, which nobody can read. */
function requireWords(source: PluginEvidence, reads: readonly EvidenceField[]): void {
  if (!reads.includes("posts.text") || source.kind === "world" || source.words === "generator") return
  throw new PluginFault(
    "reads posts.text, which a log keeps as hashes of its words; only a module can read those",
  )
}

type Has = (field: EvidenceField) => boolean

function accountOf(tile: Evidence, account: number, has: Has): object {
  const { profiles, posts, interactions, follows, reports } = tile
  const readsPosts = has("posts.time") || has("posts.text") || has("posts.style") || has("posts.media")
  const readsInteractions = INTERACTION_FIELDS.some(has)
  return {
    account: tile.firstAccount + account,
    ...(has("profiles") &&
      profiles && {
        profile: {
          ageDays: profiles.ageDays[account],
          followers: profiles.followers[account],
          following: profiles.following[account],
          verified: profiles.verified[account] === 1,
          language: LANGUAGES[profiles.language[account]!],
        },
      }),
    ...(readsPosts && { posts: posts ? owned(posts.offset, account, (at) => postOf(posts, at, has)) : [] }),
    ...(readsInteractions && {
      interactions: interactions
        ? owned(interactions.offset, account, (at) => interactionOf(interactions, at, has))
        : [],
    }),
    ...(has("follows") && {
      follows: follows ? owned(follows.offset, account, (at) => follows.target[at]) : [],
    }),
    ...(has("reports") && {
      reports: reports ? owned(reports.offset, account, (at) => reportOf(reports, at)) : [],
    }),
  }
}

const INTERACTION_FIELDS: readonly EvidenceField[] = [
  "interactions.time",
  "interactions.kind",
  "interactions.object",
  "interactions.target",
  "interactions.latency",
]

function owned<Item>(offset: Uint32Array, account: number, of: (at: number) => Item): Item[] {
  const from = offset[account]!
  return Array.from({ length: offset[account + 1]! - from }, (_, k) => of(from + k))
}

const known = (number: number | undefined) => (number === undefined || number === NONE ? null : number)

function postOf(posts: Posts, at: number, has: Has): object {
  const { firstPost, time, tokenOffset, tokens } = posts
  return {
    post: firstPost + at,
    ...(has("posts.time") && { time: time[at] }),
    ...(has("posts.text") && {
      text: tokenOffset && tokens ? renderNote(tokens, tokenOffset[at]!, tokenOffset[at + 1]!) : null,
    }),
    ...(has("posts.style") && { style: posts.style ? styleOf(posts.style, at) : null }),
    ...(has("posts.media") && { media: posts.media ? mediaOf(posts.media, at) : null }),
  }
}

/** NaN becomes null as JSON is written. */
const styleOf = (style: Style, at: number) =>
  Object.fromEntries(Object.entries(style).map(([name, column]) => [name, (column as Uint16Array)[at]]))

function mediaOf(media: Media, at: number): object | null {
  const kind = MEDIA_KINDS[media.kind[at]!]
  if (kind === "none") return null
  const word = (k: number) => media.hash[2 * at + k]!.toString(16).padStart(8, "0")
  return {
    kind,
    hash: word(0) + word(1),
    spectrum: [...media.spectrum.subarray(at * SPECTRUM_BANDS, (at + 1) * SPECTRUM_BANDS)],
    exif: media.exif[at] === 1,
    provenance: PROVENANCES[media.provenance[at]!],
  }
}

function interactionOf(interactions: Interactions, at: number, has: Has): object {
  const { time, kind, object, target, latency } = interactions
  return {
    ...(has("interactions.time") && { time: time[at] }),
    ...(has("interactions.kind") && { kind: INTERACTION_KINDS[kind[at]!] }),
    ...(has("interactions.object") && { object: known(object[at]) }),
    ...(has("interactions.target") && { target: known(target[at]) }),
    ...(has("interactions.latency") && { latency: known(latency?.[at]) }),
  }
}

const reportOf = ({ time, reporter, reporterDecided, reporterUpheld }: Reports, at: number): object => ({
  time: time[at],
  reporter: known(reporter[at]),
  reporterDecided: reporterDecided[at],
  reporterUpheld: reporterUpheld[at],
})
