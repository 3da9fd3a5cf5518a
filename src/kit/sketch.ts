/** Accounts sketched by hand: what one posted and did, in the fewest words. */
import type { Evidence, InteractionKind, Language } from "../core/evidence/evidence.ts"
import { INTERACTION_KINDS, LANGUAGES } from "../core/evidence/evidence.ts"
import {
  evidenceOf,
  type HandAccount,
  type HandAction,
  type HandMedia,
  type HandReport,
} from "../core/evidence/hand-made.ts"
import { tokenize } from "../core/evidence/tokenize.ts"

/** Seconds since the start of the period, as `at` gives them. */
export type Moment = number

export interface PostSketch {
  readonly time: Moment
  /** Its tokens and style follow from it. */
  readonly text?: string
  readonly media?: HandMedia
}

export interface ActionSketch {
  readonly time: Moment
  /** The post, link or other thing acted upon, by number. */
  readonly object?: number
  /** The account acted upon, by its place among those sketched. */
  readonly target?: number
  /** Seconds since the object was published. */
  readonly latency?: number
}

export interface ReportSketch extends HandReport {
  readonly time: Moment
}

export interface ProfileSketch {
  /** Days since registration at the start of the period; 400 unless told. */
  readonly ageDays?: number
  /** 100 unless told. */
  readonly followers?: number
  /** 100 unless told. */
  readonly following?: number
  readonly verified?: boolean
  /** "zh" unless told. */
  readonly language?: Language
}

export interface AccountSketch {
  /** A number is a post of which only the time matters. */
  readonly posts?: readonly (PostSketch | Moment)[]
  readonly likes?: readonly (ActionSketch | Moment)[]
  readonly comments?: readonly (ActionSketch | Moment)[]
  readonly replies?: readonly (ActionSketch | Moment)[]
  readonly follows?: readonly (ActionSketch | Moment)[]
  readonly shares?: readonly (ActionSketch | Moment)[]
  readonly saves?: readonly (ActionSketch | Moment)[]
  readonly reports?: readonly ReportSketch[]
  /** Accounts that it followed before the period began, by their places among those sketched. */
  readonly followed?: readonly number[]
  readonly profile?: ProfileSketch
}

/** Under which name each kind of interaction stands in a sketch. */
const ACTIONS = {
  like: "likes",
  comment: "comments",
  reply: "replies",
  follow: "follows",
  share: "shares",
  save: "saves",
} as const satisfies Record<InteractionKind, keyof AccountSketch>

/** An account for `assay.score`; what is left out did not happen. */
export const account = (sketch: AccountSketch): AccountSketch => sketch

/** A moment of the period of four weeks: day 0 to 27, and the time of day at UTC as "09:30" or "09:30:15". */
export function at(day: number, clock = "00:00"): Moment {
  const parts = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(clock)
  if (!parts)
    throw new RangeError(
      `at(${day}, ...): a time of day such as "09:30" is needed, got ${JSON.stringify(clock)}`,
    )
  const [hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0))
  return ((day * 24 + hours) * 60 + minutes) * 60 + seconds
}

/** One tile that holds all sketched accounts, with every kind of evidence. */
export function sketchedEvidence(sketches: readonly AccountSketch[]): Evidence {
  const evidence = evidenceOf(sketches.map(handAccount))
  const column = (name: "ageDays" | "followers" | "following") =>
    evidence.profiles![name].map((usual, k) => sketches[k].profile?.[name] ?? usual)
  return {
    ...evidence,
    profiles: {
      ageDays: column("ageDays") as Float32Array,
      followers: column("followers") as Uint32Array,
      following: column("following") as Uint32Array,
      verified: evidence.profiles!.verified,
      language: Uint8Array.from(sketches, ({ profile }) => LANGUAGES.indexOf(profile?.language ?? "zh")),
    },
  }
}

function handAccount(sketch: AccountSketch): HandAccount {
  const { posts = [], reports = [], followed = [], profile } = sketch
  return {
    posts: posts.map((post) => (typeof post === "number" ? { time: post } : { ...post, ...tokensOf(post) })),
    actions: INTERACTION_KINDS.flatMap((name, kind) =>
      (sketch[ACTIONS[name]] ?? []).map((action): HandAction => {
        return typeof action === "number" ? { time: action, kind } : { ...action, kind }
      }),
    ),
    reports,
    follows: followed,
    verified: profile?.verified ?? false,
  }
}

function tokensOf({ text }: PostSketch) {
  const tokens: number[] = []
  if (text !== undefined) tokenize(text, (token) => tokens.push(token))
  return { tokens }
}
