/**
 * Traits: what one account is like, drawn from its archetype, its group and its own stream.
 * Drawn again wherever they are needed rather than kept: a draw costs less than the memory.
 *
 * People of one kind differ between each other by author-level random effects; accounts of one operator
 * share tools, hours and a model. An operator's evasion effort weakens every trace by the same factor.
 */
import { NONE } from "../evidence/evidence.ts"
import { below, beta, logNormal, normal } from "../random/distributions.ts"
import { type Random, type Stage, stage } from "../random/streams.ts"
import type { Amount, Archetype, Share } from "./archetypes/archetype.ts"
import { DAY, evasionOf, type World } from "./world.ts"

/** What the accounts of one group have in common. */
export interface GroupTraits {
  /** In [0, 1]. */
  readonly evasion: number
  /** Seconds after midnight at which the shared tool publishes. */
  readonly slots: readonly number[]
  readonly language: number
  readonly topic: number
  /** Model family and prompt. */
  readonly phraseSeed: number
  /** Scales pasting, so that some groups live by it and others never do. */
  readonly pasted: number
  readonly onCall: number
  readonly forGroup: number
  /** Median seconds from a call to its answer. */
  readonly callDelay: number
}

export interface Traits {
  readonly archetype: Archetype
  readonly group: GroupTraits | null
  readonly postsPerDay: number
  readonly interactionsPerDay: number
  /** Hours by which the account lives later than the platform's rhythm. */
  readonly chronotype: number
  readonly sleepless: number
  /** Favourite hour of the account's own day, and how much of its activity falls about it. */
  readonly peakHour: number
  readonly peakShare: number
  readonly byTool: number
  readonly slots: readonly number[]
  /** Median seconds by which the tool is late. */
  readonly toolDelay: number
  /** Standard deviation of an interval tool's gap, as a share of the gap. */
  readonly intervalJitter: number
  readonly perSession: number
  /** Shape of the gamma by which days differ in activity; below 1 there are long lulls. */
  readonly dayShape: number
  readonly fast: number
  /** Median seconds and log-SD of an unhurried reaction. */
  readonly latency: Amount
  readonly forGroup: number
  readonly onCall: number
  readonly byModel: number
  readonly pasted: number
  readonly edited: number
}

export interface TraitStages {
  readonly account: Stage
  readonly group: Stage
}

export function traitStages(seed: string): TraitStages {
  return { account: stage(seed, "traits"), group: stage(seed, "group") }
}

/** How strongly a trace remains at an evasion effort: all of it at 0, a quarter at 1. */
const remains = (evasion: number) => 1 - 0.75 * evasion

const share = (of: Share, random: Random) => beta(of.mean, of.concentration, random)
const amount = (of: Amount, random: Random) => logNormal(of.median, of.sigma, random)

export function drawGroupTraits(
  world: Pick<World, "scenario" | "archetypes" | "groups">,
  group: number,
  stages: TraitStages,
): GroupTraits {
  const archetype = world.archetypes[world.groups.archetype[group]]
  const random = stages.group.at(group)
  const evasion = beta(evasionOf(world.scenario, archetype), 5, random)
  const trace = remains(evasion)
  return {
    evasion,
    slots: drawSlots(random),
    language: drawLanguage(random),
    topic: below(8, random),
    phraseSeed: random.int32() >>> 0,
    pasted: share(archetype.writing.pasted, random) * trace,
    onCall: share(archetype.interaction.onCall, random) * trace,
    forGroup: share(archetype.interaction.forGroup, random) * trace,
    callDelay: logNormal(75, 0.7, random) * (1 + 3 * evasion),
  }
}

/** One to four times of day, mostly on the hour, as people and scripts set them. */
function drawSlots(random: Random): number[] {
  const count = 1 + below(4, random)
  const slots: number[] = []
  for (let i = 0; i < count; i++) {
    const hour = 8 + below(15, random)
    const u = random()
    const minute = u < 0.45 ? 0 : u < 0.65 ? 30 : u < 0.85 ? 5 * below(12, random) : below(60, random)
    slots.push(hour * 3600 + minute * 60)
  }
  return slots
}

/** Nine in ten write Chinese. */
export function drawLanguage(random: Random): number {
  return random() < 0.9 ? 0 : 1
}

export function drawTraits(
  world: Pick<World, "scenario" | "archetypes" | "columns">,
  account: number,
  group: GroupTraits | null,
  stages: TraitStages,
): Traits {
  const archetype = world.archetypes[world.columns.archetype[account]]
  const { posting, interaction, writing } = archetype
  const random = stages.account.at(account)
  const evasion = group?.evasion ?? 0
  const trace = remains(evasion)
  return {
    archetype,
    group,
    postsPerDay: Math.min(40, amount(posting.perDay, random)),
    interactionsPerDay: Math.min(150, amount(interaction.perDay, random)),
    chronotype: 1.8 * normal(random),
    sleepless: Math.min(1, share(posting.sleepless, random) * trace),
    peakHour: 9 + 14 * random(),
    peakShare: 0.55 * random(),
    byTool: share(posting.byTool, random) * trace,
    slots: group && archetype.side === "managed" ? group.slots : drawSlots(random),
    toolDelay: logNormal(9, 0.8, random) * (1 + 20 * evasion),
    intervalJitter: logNormal(0.05, 1, random) + 0.3 * evasion,
    perSession: 1 + (posting.perSession - 1) * logNormal(1, 0.5, random),
    dayShape: logNormal(0.5, 0.5, random),
    fast: share(interaction.fast, random) * trace,
    latency: { median: logNormal(15_000, 0.8, random), sigma: 2.2 },
    forGroup: around(group?.forGroup ?? 0, random),
    onCall: around(group?.onCall ?? 0, random),
    byModel: share(writing.byModel, random),
    pasted: group ? around(group.pasted, random) : share(writing.pasted, random),
    edited: Math.min(0.9, share(writing.edited, random) * (1 + evasion)),
  }
}

/** Members differ from their group, but less than groups differ. */
const around = (mean: number, random: Random) => beta(mean, 12, random)

/** Traits of one account, with those of its group. */
export function traitsOf(
  world: Pick<World, "scenario" | "archetypes" | "columns" | "groups">,
  account: number,
  stages: TraitStages,
): Traits {
  const group = world.columns.group[account]
  return drawTraits(world, account, group === NONE ? null : drawGroupTraits(world, group, stages), stages)
}

/** Days the account has been there within the period, at least 1. */
export function daysPresent(ageDays: number, periodSeconds: number): number {
  return Math.max(1, Math.min(periodSeconds / DAY, periodSeconds / DAY + Math.min(0, ageDays)))
}
