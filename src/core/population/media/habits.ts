/**
 * Who posts what: how much of an account's posts is pictured, and how many of the pictures are its own, made by a
 * model, or used again. Accounts of one kind differ, and those of one group less so, for they share an operator's
 * image model, a stock of pictures and an idea of what to post; see the archetypes' media sections.
 */
import { NONE } from "../../evidence/evidence.ts"
import { below, beta, gamma, powerLaw } from "../../random/distributions.ts"
import { mix32, type Random, type Stage } from "../../random/streams.ts"
import type { Archetype } from "../archetypes/archetype.ts"
import type { Traits } from "../traits.ts"
import type { World } from "../world.ts"
import { drawPhone, type Phone } from "./camera.ts"
import { FAMILY_COUNT } from "./generator.ts"

/** Shares of an account's pictures; they sum to 1. */
export interface Mix {
  readonly captured: number
  readonly generated: number
  readonly reused: number
}

export interface Habits {
  /** Share of the posts with a picture, and of those the share of videos. */
  readonly pictured: number
  readonly video: number
  readonly mix: Mix
  /** Share of the account's own pictures that are screenshots and graphics, of all that are filtered, and forwarded. */
  readonly screens: number
  readonly filtered: number
  readonly forwarded: number
  readonly phone: Phone
  /** Image model that the account, or its operator, uses. */
  readonly family: number
  /** Effort spent on content that looks authentic, in [0, 1]. */
  readonly evasion: number
  /** Group whose stock the account uses, and its members; NONE for the web at large. */
  readonly group: number
  readonly members: number
  readonly topic: number
}

/** Accounts of a group differ about the group's mix as this many pictures would. */
const WITHIN_GROUP = 12

export function drawHabits(
  world: World,
  account: number,
  traits: Traits,
  groups: Stage,
  random: Random,
): Habits {
  const { archetype, group, efforts } = traits
  const { media } = archetype
  const number = group === null ? NONE : world.columns.group[account]
  const phone = drawPhone(random)
  const ownTool = random.int32()
  return {
    pictured: beta(media.pictured.mean, media.pictured.concentration, random),
    video: beta(media.video.mean, media.video.concentration, random),
    mix: group === null ? mixOf(archetype, random) : around(mixOf(archetype, groups.at(number)), random),
    screens: beta(0.18, 4, random),
    filtered: beta(0.45, 2, random),
    forwarded: beta(0.15, 3, random),
    phone,
    // Fans choose for themselves. Another hash than the text model's, so that an operator's two models are chosen apart.
    family: mix32(group && archetype.side === "managed" ? group.phraseSeed : ownTool) % FAMILY_COUNT,
    evasion: efforts.content,
    group: number,
    members: number === NONE ? 0 : world.groups.offset[number + 1] - world.groups.offset[number],
    topic: world.columns.topic[account],
  }
}

/** A mix drawn about the archetype's shares, after Dirichlet, so that each share has the mean that the archetype says. */
function mixOf({ media: { generated, reused } }: Archetype, random: Random): Mix {
  const mean = { captured: 1 - generated.mean - reused.mean, generated: generated.mean, reused: reused.mean }
  return dirichlet(mean, (generated.concentration + reused.concentration) / 2, random)
}

const around = (mean: Mix, random: Random): Mix => dirichlet(mean, WITHIN_GROUP, random)

function dirichlet(mean: Mix, concentration: number, random: Random): Mix {
  const part = (share: number) => (share > 0 ? gamma(share * concentration, random) : 0)
  const captured = part(mean.captured)
  const generated = part(mean.generated)
  const reused = part(mean.reused)
  const sum = captured + generated + reused
  if (!(sum > 0)) return mean
  return { captured: captured / sum, generated: generated / sum, reused: reused / sum }
}

/** Pictures a topic that go round the web; the most popular of them are met now and then, most hardly ever. */
const WEB = 1_000_000
const WEB_OFFSET = 60
const WEB_EXPONENT = 1.1

/** Numbers that a group's stock may take; four million groups have such. */
const GROUP_ROOM = 1024

/** A picture of the stock that the account draws on: its number, among those of all groups or of the web. */
export function drawStockPicture({ group, members, topic }: Habits, random: Random): number {
  if (group === NONE) return topic * WEB + powerLaw(WEB_OFFSET, WEB - 1, WEB_EXPONENT, random)
  const stock = Math.min(GROUP_ROOM, 20 + 4 * members)
  // The first pictures of a stock are used most.
  return group * GROUP_ROOM + Math.min(below(stock, random), below(stock, random))
}
