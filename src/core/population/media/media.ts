/**
 * The covers of a tile's posts: a picture is made, handled and uploaded by one forward model for everybody, and its
 * fingerprint taken of what is left. Classes differ in what made their pictures, and in nothing else.
 *
 * Drawn from a stage of its own, so that whether anybody looks at media changes nothing else.
 */

import { MEDIA_KINDS, type Media, NONE, SPECTRUM_BANDS } from "../../evidence/evidence.ts"
import { below } from "../../random/distributions.ts"
import { type Random, type Stage, stage } from "../../random/streams.ts"
import { eventStream } from "../adaptation.ts"
import type { Phase } from "../traits.ts"
import type { World } from "../world.ts"
import { drawPhone } from "./camera.ts"
import { writeHash } from "./content.ts"
import { FAMILY_COUNT } from "./generator.ts"
import { drawHabits, drawStockPicture, type Habits } from "./habits.ts"
import { CAMERA, GENERATOR, Picture } from "./picture.ts"
import { drawExif, drawProvenance } from "./provenance.ts"
import { writeLogPower } from "./spectrum.ts"

/** How a picture came to be. */
export const ORIGINS = ["none", "captured", "generated", "reused"] as const
export const [, CAPTURED, GENERATED, REUSED] = ORIGINS.keys()

/** What only the generator knows about the covers, one value a post. */
export interface BehindMedia {
  /** Index into ORIGINS. */
  readonly origin: Uint8Array
  /** Index into MAKERS: what made the pixels, also of a picture that was used again. */
  readonly maker: Uint8Array
  /** Number of the picture used again, NONE for one of the account's own. Of a group's stock where `group` says so. */
  readonly stock: Uint32Array
  /** Group whose stock the picture is of; NONE for the web's. */
  readonly group: Uint32Array
  /** 1 where somebody filtered, forwarded, laundered or cut it before it was uploaded. */
  readonly handled: Uint8Array
  /** As the maker left it, before anybody handled it: SPECTRUM_BANDS values a post, log10 of the power. */
  readonly undamaged: Float32Array
}

/** Looks behind the covers of accounts from `first` up to, not including, `end`. */
export function lookBehindMedia(
  world: World,
  first: number,
  end: number,
  lives: readonly (readonly Phase[])[],
): BehindMedia {
  const posts = world.columns.postOffset[end] - world.columns.postOffset[first]
  const behind: BehindMedia = {
    origin: new Uint8Array(posts),
    maker: new Uint8Array(posts),
    stock: new Uint32Array(posts).fill(NONE),
    group: new Uint32Array(posts).fill(NONE),
    handled: new Uint8Array(posts),
    undamaged: new Float32Array(posts * SPECTRUM_BANDS),
  }
  drawMedia(world, first, end, lives, behind)
  return behind
}

interface Stages {
  readonly groups: Stage
  readonly stock: Stage
  readonly web: Stage
}

/**
 * Draws the covers of accounts from `first` up to, not including, `end`, whose phases of life are `lives`; fills
 * `behind`, where given, with what no evidence says.
 */
export function drawMedia(
  world: World,
  first: number,
  end: number,
  lives: readonly (readonly Phase[])[],
  behind?: BehindMedia,
): Media {
  const { postOffset } = world.columns
  const posts = postOffset[end] - postOffset[first]
  const media: Media = {
    kind: new Uint8Array(posts),
    hash: new Uint32Array(2 * posts),
    spectrum: new Float32Array(SPECTRUM_BANDS * posts),
    exif: new Uint8Array(posts),
    provenance: new Uint8Array(posts),
  }
  const { seed } = world.scenario
  const stages = {
    groups: stage(seed, "media/group"),
    stock: stage(seed, "media/stock"),
    web: stage(seed, "media/web"),
  }
  const accounts = stage(seed, "media")
  const picture = new Picture()
  for (let account = first; account < end; account++) {
    if (postOffset[account] === postOffset[account + 1]) continue
    const random = accounts.at(account)
    const phases = lives[account - first].map(({ traits, until }) => ({
      until,
      habits: drawHabits(world, account, traits, stages.groups, random),
    }))
    const events = eventStream(world, "media", account, random)
    for (let post = postOffset[account]; post < postOffset[account + 1]; post++) {
      const { habits } = phases.find(({ until }) => world.postTime[post] < until)!
      if (events() < habits.pictured)
        drawCover(habits, stages, events, picture, media, post - postOffset[first], behind)
    }
  }
  return media
}

function drawCover(
  habits: Habits,
  stages: Stages,
  random: Random,
  picture: Picture,
  media: Media,
  at: number,
  behind: BehindMedia | undefined,
): void {
  const { evasion, mix } = habits
  const isVideo = random() < habits.video
  const which = random()
  const origin = which < mix.reused ? REUSED : which < mix.reused + mix.generated ? GENERATED : CAPTURED
  const number = origin === REUSED ? drawStockPicture(habits, random) : NONE
  make(origin, number, habits, stages, random, picture)
  if (behind) {
    behind.origin[at] = origin
    behind.maker[at] = picture.maker
    behind.stock[at] = number
    behind.group[at] = number === NONE ? NONE : habits.group
    writeLogPower(picture.spectrum, behind.undamaged, at * SPECTRUM_BANDS)
  }
  if (isVideo) picture.frame(random)
  if (random() < habits.filtered) picture.filter(random)
  if (origin === REUSED) picture.reuse(evasion, random)
  else if (random() < habits.forwarded) picture.forward(random)
  if (picture.maker === GENERATOR && random() < evasion) picture.launder(random)
  if (behind) behind.handled[at] = picture.handled ? 1 : 0
  picture.upload(random)

  media.kind[at] = MEDIA_KINDS.indexOf(isVideo ? "video" : "image")
  writeHash(picture.content, media.hash, 2 * at)
  writeLogPower(picture.spectrum, media.spectrum, at * SPECTRUM_BANDS)
  const file = {
    photographed: picture.maker === CAMERA,
    generated: picture.maker === GENERATOR,
    handled: picture.handled,
  }
  media.exif[at] = drawExif(file, 0.3 * evasion, random)
  media.provenance[at] = drawProvenance(file, random)
}

/** Share of the pictures of a stock, or of the web, that a model made, and that are screenshots. */
const STOCK_GENERATED = 0.15
const STOCK_SCREENS = 0.25

function make(
  origin: number,
  number: number,
  habits: Habits,
  stages: Stages,
  random: Random,
  picture: Picture,
): void {
  if (origin === GENERATED) picture.generate(habits.family, random)
  else if (origin === REUSED) takeFromStock(number, habits, stages, picture)
  else if (random() < habits.screens) picture.screenshot(random)
  else picture.photograph(habits.phone, random)
}

/** A picture that is used again is the same whoever uses it, so it is drawn from a stream of its own. */
function takeFromStock(number: number, { group, family }: Habits, stages: Stages, picture: Picture): void {
  const random = (group === NONE ? stages.web : stages.stock).at(number)
  const which = random()
  if (which < STOCK_GENERATED) {
    // An operator's stock is of its own make; what goes round the web is of any.
    const webFamily = below(FAMILY_COUNT, random)
    picture.generate(group === NONE ? webFamily : family, random)
  } else if (which < STOCK_GENERATED + STOCK_SCREENS) picture.screenshot(random)
  else picture.photograph(drawPhone(random), random)
}
