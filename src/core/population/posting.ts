/**
 * When accounts publish. People post in sittings whose gaps have heavy tails, at their own hours, on some
 * days much and on many not at all; tools publish at set times, a little late. Most managed accounts do both.
 */
import { exponential, logNormal, normal } from "../random/distributions.ts"
import { type Random, stage } from "../random/streams.ts"
import { eventStream } from "./adaptation.ts"
import type { Archetype } from "./archetypes/archetype.ts"
import { drawMoment, drawRhythms, lengthAt, type Rhythm, within } from "./rhythm.ts"
import { drawSize } from "./sitting.ts"
import { phasesOf, splitOverPhases, type TraitStages, traitStages } from "./traits.ts"
import { DAY, type World } from "./world.ts"

/** Draws `count` publication times into out from `at`, sorted, in seconds of the period. */
export function drawPostTimes(
  rhythm: Rhythm,
  count: number,
  random: Random,
  out: Uint32Array,
  at: number,
): void {
  if (count === 0) return
  const byTool = Math.round(count * rhythm.traits.byTool)
  if (byTool > 0) drawToolTimes(rhythm, byTool, random, out, at)
  drawSittings(rhythm, count - byTool, random, out, at + byTool)
  out.subarray(at, at + count).sort()
}

/** Tools wake at whole minutes, whoever uses them, and are some seconds late. */
function drawToolTimes(rhythm: Rhythm, count: number, random: Random, out: Uint32Array, at: number): void {
  const { traits } = rhythm
  const draw = TOOLS[traits.archetype.posting.tool](rhythm, count, random)
  for (let post = 0; post < count; post++) {
    out[at + post] = within(rhythm, 60 * Math.floor(draw(post) / 60) + exponential(traits.toolDelay, random))
  }
}

/** How each tool chooses the moment of its k-th post. */
const TOOLS: Record<
  Archetype["posting"]["tool"],
  (rhythm: Rhythm, count: number, random: Random) => (post: number) => number
> = {
  interval({ traits, from, until }, count, random) {
    const gap = (until - from) / count
    const phase = random() * gap
    return (post) => from + phase + post * gap + traits.intervalJitter * gap * normal(random)
  },

  // A slot is used once: whoever plans ahead does not plan two posts for one minute, while there are free ones.
  slots({ traits, from, until, shift }, _count, random) {
    const { slots } = traits
    const firstDay = Math.floor(from / DAY)
    const cells = Math.max(1, Math.floor(until / DAY) - firstDay) * slots.length
    const used = new Set<number>()
    return () => {
      let cell = Math.floor(random() * cells)
      while (used.size < cells && used.has(cell)) cell = (cell + 1) % cells
      used.add(cell)
      const day = firstDay + Math.floor(cell / slots.length)
      return day * DAY + slots[cell % slots.length] + shift[day]
    }
  },

  // What is to look like people is given sittings, busy days and lulls like theirs.
  spread(rhythm, _count, random) {
    return drawSittingTimes(rhythm, random)
  },
}

function drawSittings(rhythm: Rhythm, count: number, random: Random, out: Uint32Array, at: number): void {
  const next = drawSittingTimes(rhythm, random)
  for (let post = 0; post < count; post++) out[at + post] = within(rhythm, next())
}

/** Moments one after another: sittings at the account's own hours, with pauses in them. */
function drawSittingTimes(rhythm: Rhythm, random: Random): () => number {
  let left = 0
  let time = 0
  return () => {
    if (left === 0) {
      time = drawMoment(rhythm, random)
      left = drawSize(lengthAt(rhythm, time, rhythm.traits.perSession), random)
    } else time += 20 + logNormal(400, 1.3, random)
    left--
    return time
  }
}

/** Fills the world's post times for accounts from `first` up to, not including, `end`. */
export function drawPosts(
  world: World,
  first: number,
  end: number,
  stages: TraitStages = traitStages(world.scenario.seed),
): void {
  const posting = stage(world.scenario.seed, "posting")
  const { postOffset } = world.columns
  for (let account = first; account < end; account++) {
    const count = postOffset[account + 1] - postOffset[account]
    if (count === 0) continue
    const random = eventStream(world, "posting", account, posting.at(account))
    const phases = phasesOf(world, account, stages)
    const counts = splitOverPhases(phases, count, ({ postsPerDay }) => postsPerDay, random)
    const rhythms = drawRhythms(world, account, phases, stages.rhythm)
    let at = postOffset[account]
    for (const [k, rhythm] of rhythms.entries()) {
      drawPostTimes(rhythm, counts[k], random, world.postTime, at)
      at += counts[k]
    }
  }
}
