/**
 * A tile: the evidence of a fixed number of accounts, generated whenever somebody wants to look at it.
 * The same world and the same range yield the same evidence, whoever asks and however often.
 */
import { withLatency, withStyle } from "../evidence/derived.ts"
import {
  EVIDENCE_FIELDS,
  type Evidence,
  type EvidenceField,
  type Profiles,
  type Reports,
} from "../evidence/evidence.ts"
import { once } from "../once.ts"
import { stage } from "../random/streams.ts"
import { act } from "./acting.ts"
import { eventStream } from "./adaptation.ts"
import { drawMedia, lookBehindMedia } from "./media/media.ts"
import { drawFollows } from "./network/follows.ts"
import { publish, type Words, writePosts } from "./notes.ts"
import { drawReports, type ReceivedReport } from "./reports.ts"
import { type Phase, phasesOf, traitStages } from "./traits.ts"
import { vocabularySigns } from "./visible.ts"
import { periodStart, type World } from "./world.ts"

const ALL: ReadonlySet<EvidenceField> = new Set(EVIDENCE_FIELDS)

/** All that the population's checksum is taken over. */
export const CHECKED: ReadonlySet<EvidenceField> = new Set(
  EVIDENCE_FIELDS.filter((field) => field !== "posts.media"),
)

/** Whether the words of notes must be there for any of the fields. */
export const needsWords = (fields: ReadonlySet<EvidenceField>): boolean =>
  fields.has("posts.text") || fields.has("posts.style")

/**
 * Generates the evidence of accounts from `first` up to, not including, `end`; `world` must have its posts' times.
 * What costs time and is not among `fields` is left out; what is there is the same, bit by bit, whatever else is asked
 * for, because every stage has streams of its own. `words`: those of its notes, where they are asked for and known, so
 * that nobody writes them again.
 */
export function generateTile(
  world: World,
  first: number,
  end: number,
  fields: ReadonlySet<EvidenceField> = ALL,
  words?: Words | undefined,
): Evidence {
  const lives = once(() => livesOf(world, first, end))
  const isAskedFor = (...any: EvidenceField[]) => any.some((field) => fields.has(field))
  const posts =
    needsWords(fields) && !words
      ? writePosts(world, first, end, lives()).posts
      : { ...publish(world, first, end), ...words }
  const media = isAskedFor("posts.media") ? { media: drawMedia(world, first, end, lives()) } : {}
  const interactions = isAskedFor(...INTERACTION_FIELDS)
    ? { interactions: withLatency(act(world, first, end, lives()), world.postTime) }
    : {}
  return {
    firstAccount: first,
    accountCount: end - first,
    periodStart: periodStart(world.scenario),
    periodSeconds: world.periodSeconds,
    profiles: sliceProfiles(world, first, end),
    posts: withStyle({ ...posts, ...media }, vocabularySigns),
    ...interactions,
    ...(isAskedFor("follows") ? { follows: drawFollows(world, first, end, lives()) } : {}),
    ...(isAskedFor("reports") ? { reports: receive(world, first, end) } : {}),
  }
}

const INTERACTION_FIELDS = EVIDENCE_FIELDS.filter((field) => field.startsWith("interactions."))

/** The phases of each account's life. */
export function livesOf(world: World, first: number, end: number): (readonly Phase[])[] {
  const stages = traitStages(world.scenario.seed)
  return Array.from({ length: end - first }, (_, k) => phasesOf(world, first + k, stages))
}

/** What only the generator knows about the posts of a tile, one value a post. No detector sees it. */
export interface Behind {
  /** Index into AUTHORSHIPS of writing.ts. */
  readonly authorship: Uint8Array
  /** Index into ORIGINS of media/media.ts. */
  readonly origin: Uint8Array
}

/** Looks behind the posts of accounts from `first` up to, not including, `end`. */
export function lookBehind(world: World, first: number, end: number): Behind {
  const lives = livesOf(world, first, end)
  const { authorship } = writePosts(world, first, end, lives)
  return { authorship, origin: lookBehindMedia(world, first, end, lives).origin }
}

function sliceProfiles({ columns }: World, first: number, end: number): Profiles {
  return {
    ageDays: columns.ageDays.subarray(first, end),
    followers: columns.followers.subarray(first, end),
    following: columns.following.subarray(first, end),
    verified: columns.verified.subarray(first, end),
    language: columns.language.subarray(first, end),
  }
}

function receive(world: World, first: number, end: number): Reports {
  const reporting = stage(world.scenario.seed, "report")
  const offset = new Uint32Array(end - first + 1)
  const all: ReceivedReport[] = []
  for (let account = first; account < end; account++) {
    all.push(...drawReports(world, account, eventStream(world, "report", account, reporting.at(account))))
    offset[account - first + 1] = all.length
  }
  const { reportsDecided, reportsUpheld } = world.columns
  return {
    offset,
    time: Uint32Array.from(all, (report) => report.time),
    reporter: Uint32Array.from(all, (report) => report.reporter),
    reporterDecided: Uint16Array.from(all, (report) => reportsDecided[report.reporter]),
    reporterUpheld: Uint16Array.from(all, (report) => reportsUpheld[report.reporter]),
  }
}
