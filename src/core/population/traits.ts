/**
 * Traits: what one account is like, drawn from its archetype, its group and its own stream.
 * Drawn again wherever they are needed rather than kept: a draw costs less than the memory.
 *
 * People of one kind differ between each other by author-level random effects; accounts of one operator
 * share tools, hours and a model. An operator's evasion effort on a layer weakens every trace there by the same factor.
 */
import { INTERACTION_KINDS, NONE } from "../evidence/evidence.ts"
import { below, beta, dirichlet, logNormal, normal } from "../random/distributions.ts"
import { type Random, type Stage, stage } from "../random/streams.ts"
import type { Scenario } from "../scenario/schema.ts"
import { adaptedEfforts, traitStream } from "./adaptation.ts"
import type { Amount, Archetype, Share } from "./archetypes/archetype.ts"
import { type Efforts, evenly, NO_EFFORT } from "./efforts.ts"
import { drawHour } from "./rhythm.ts"
import { DAY, evasionOf, type World } from "./world.ts"

/** What the accounts of one group have in common. */
export interface GroupTraits {
  readonly efforts: Efforts
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
  /** Median seconds in which the shared tool reacts. */
  readonly fastMedian: number
  /** What the operator uses its accounts for: weights of the kinds of interaction. */
  readonly mix: readonly number[]
}

export interface Traits {
  readonly archetype: Archetype
  readonly group: GroupTraits | null
  /** Spent on looking authentic. */
  readonly efforts: Efforts
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
  /** Mean posts, and mean interactions, in one sitting. */
  readonly perSession: number
  readonly actionsPerSession: number
  /** Median seconds between two events of a sitting. */
  readonly pace: number
  /** Weights of the kinds of interaction, in the order of INTERACTION_KINDS. */
  readonly mix: readonly number[]
  /** Shape of the gamma by which days differ in activity; below 1 there are long lulls. */
  readonly dayShape: number
  readonly fast: number
  /** Median seconds of a reaction at a machine's speed. */
  readonly fastMedian: number
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
  /** Of what an account was before it switched. */
  readonly former: Stage
  readonly group: Stage
  /** Of the days and the clock of each account, see rhythm.ts. */
  readonly rhythm: Stage
}

export function traitStages(seed: string): TraitStages {
  return {
    account: stage(seed, "traits"),
    former: stage(seed, "traits/former"),
    group: stage(seed, "group"),
    rhythm: stage(seed, "rhythm"),
  }
}

/** How strongly a trace remains at an evasion effort: all of it at 0, a quarter at 1. */
export const remains = (evasion: number) => 1 - 0.75 * evasion

const share = (of: Share, random: Random) => beta(of.mean, of.concentration, random)
const amount = (of: Amount, random: Random) => logNormal(of.median, of.sigma, random)

/** Median seconds from a call to its answers: a controller reaches agents sooner than a phone its owner. */
const CALL_DELAY = { authentic: 75, managed: 18 }

export function drawGroupTraits(
  world: Pick<World, "scenario" | "archetypes" | "groups" | "adaptation">,
  group: number,
  stages: TraitStages,
): GroupTraits {
  const archetype = world.archetypes[world.groups.archetype[group]]
  const random = stages.group.at(group)
  const drawn = evenly(beta(evasionOf(world.scenario, archetype), 5, random))
  const efforts = adaptedEfforts(world, group, drawn)
  const acting = remains(efforts.network)
  return {
    efforts,
    slots: drawSlots(random),
    language: drawLanguage(world.scenario, random),
    topic: below(8, random),
    phraseSeed: random.int32() >>> 0,
    pasted: share(archetype.writing.pasted, random) * remains(efforts.content),
    onCall: share(archetype.interaction.onCall, random) * acting,
    forGroup: share(archetype.interaction.forGroup, random) * acting,
    callDelay: logNormal(CALL_DELAY[archetype.side], 0.7, random) * (1 + 2 * efforts.network),
    fastMedian: amount(archetype.interaction.fastLatency, random),
    mix: drawMix(archetype, random),
  }
}

/** Two to five times of day, mostly on the hour, as people and scripts set them. */
function drawSlots(random: Random): number[] {
  const count = 2 + below(4, random)
  const slots: number[] = []
  for (let i = 0; i < count; i++) {
    const hour = 8 + below(15, random)
    const u = random()
    const minute = u < 0.45 ? 0 : u < 0.65 ? 30 : u < 0.85 ? 5 * below(12, random) : below(60, random)
    slots.push(hour * 3600 + minute * 60)
  }
  return slots
}

/** Index into LANGUAGES, by the scenario's weights. */
export function drawLanguage({ population }: Pick<Scenario, "population">, random: Random): number {
  const { zh, en } = population.languages
  return random() * (zh + en) < zh ? 0 : 1
}

/** How much of one account is automated; shares in [0, 1], as in Truth. */
type Automation = Readonly<Record<"creation" | "scheduling" | "distribution", number>>

function drawTraits(
  archetype: Archetype,
  group: GroupTraits | null,
  automation: Automation | null,
  random: Random,
): Traits {
  const { time, posting, interaction, writing } = archetype
  const going = (of: Share, part: keyof Automation) =>
    share(automation ? goingWith(of, automation[part], archetype.truth[part].mean) : of, random)
  const efforts = group?.efforts ?? NO_EFFORT
  const trace = remains(efforts.behaviour)
  const fleet = archetype.side === "managed" ? group : null
  const busy = logNormal(1, interaction.perDay.sigma, random)
  return {
    archetype,
    group,
    efforts,
    postsPerDay: Math.min(40, amount(posting.perDay, random)),
    interactionsPerDay: Math.min(150, interaction.perDay.median * busy),
    chronotype: time.late + time.spread * normal(random),
    sleepless: Math.min(1, share(time.sleepless, random) * trace),
    peakHour: drawHour(random) + time.late,
    peakShare: 0.2 * random(),
    byTool: going(posting.byTool, "scheduling") * trace,
    slots: fleet ? fleet.slots : drawSlots(random),
    toolDelay: logNormal(9, 0.8, random) * (1 + 20 * efforts.behaviour),
    intervalJitter: logNormal(0.05, 1, random) + 0.3 * efforts.behaviour,
    perSession: 1 + (posting.perSession - 1) * logNormal(1, 0.5, random),
    actionsPerSession:
      1 +
      (interaction.perSession - 1) *
        logNormal(SITTING_MEDIAN, SITTING_SIGMA, random) *
        Math.exp(LONGER_WITH_MORE * Math.log(busy)),
    pace: logNormal(30, 1.3, random),
    mix: fleet ? dirichlet(fleet.mix, LIKE_THE_FLEET, random) : drawMix(archetype, random),
    dayShape: amount(time.steadiness, random),
    fast: going(interaction.fast, "distribution") * trace,
    fastMedian: fleet ? fleet.fastMedian : amount(interaction.fastLatency, random),
    latency: { median: amount(interaction.latency, random), sigma: LATENCY_SIGMA },
    forGroup: around(group?.forGroup ?? 0, random),
    onCall: around(group?.onCall ?? 0, random),
    byModel: going(writing.byModel, "creation"),
    pasted: group ? around(group.pasted, random) : going(writing.pasted, "creation"),
    edited: Math.min(0.9, share(writing.edited, random) * (1 + efforts.content)),
  }
}

/**
 * What shows of automation goes with how much of it there is: the kind's mean share, moved on the scale of log-odds by
 * as much as the account's truth lies above or below its kind's. A share that no account of the kind has stays 0.
 */
function goingWith(of: Share, truth: number, kindMean: number): Share {
  if (of.mean <= 0 || of.mean >= 1 || kindMean <= 0 || kindMean >= 1) return of
  const mean = 1 / (1 + Math.exp(logOdds(kindMean) - logOdds(truth) - logOdds(of.mean)))
  return { ...of, mean }
}

/** Of a share in [0, 1]; shares within a thousandth of either end count as that far from it. */
function logOdds(share: number): number {
  const inside = Math.min(0.999, Math.max(0.001, share))
  return Math.log(inside / (1 - inside))
}

/** Accounts differ in how long they sit, by this log-SD; the median is such that the mean is 1. */
const SITTING_SIGMA = 2.2
const SITTING_MEDIAN = Math.exp(-(SITTING_SIGMA ** 2) / 2)

/** Who does more sits longer rather than more often: the mean length grows with this power of the rate. */
const LONGER_WITH_MORE = 0.7

/** Log-SD of unhurried reactions of one account; with the differences between accounts, 2.1 to 2.6 (Weibo). */
const LATENCY_SIGMA = 2.14

/** Concentration of members' mixes about their fleet's: they run the same jobs. */
const LIKE_THE_FLEET = 40

function drawMix({ interaction: { mix, variety } }: Archetype, random: Random): number[] {
  return dirichlet(
    INTERACTION_KINDS.map((kind) => mix[kind]),
    variety,
    random,
  )
}

/** Members differ from their group, but less than groups differ. */
const around = (mean: number, random: Random) => beta(mean, 12, random)

/** A span of the period within which an account is one and the same: its traits, from and until in seconds. */
export interface Phase {
  readonly traits: Traits
  readonly from: number
  readonly until: number
}

type Cast = Pick<
  World,
  "scenario" | "archetypes" | "formerly" | "columns" | "groups" | "periodSeconds" | "adaptation"
>

/** The phases of an account's life within the period, in order: one, or two for an account that switched. */
export function phasesOf(world: Cast, account: number, stages: TraitStages): readonly Phase[] {
  const { columns, periodSeconds } = world
  const kind = columns.archetype[account]
  const groupNumber = columns.group[account]
  const group = groupNumber === NONE ? null : drawGroupTraits(world, groupNumber, stages)
  const automation = {
    creation: columns.creation[account],
    scheduling: columns.scheduling[account],
    distribution: columns.distribution[account],
  }
  const random = traitStream(world, account, stages.account.at(account))
  const traits = drawTraits(world.archetypes[kind], group, automation, random)
  const former = world.formerly[kind]
  const start = firstSecond(world, account)
  const switched = Math.floor(columns.fromDay[account] * DAY)
  if (former === null || switched <= start) return [{ traits, from: start, until: periodSeconds }]
  return [
    { traits: drawTraits(former, null, null, stages.former.at(account)), from: start, until: switched },
    { traits, from: switched, until: periodSeconds },
  ]
}

/** Second of the period from which the account is there: 0, or when it registered; a day before the end at the latest. */
export function firstSecond(
  { columns, periodSeconds }: Pick<World, "columns" | "periodSeconds">,
  account: number,
) {
  return Math.max(0, Math.min(periodSeconds - DAY, Math.floor(-columns.ageDays[account] * DAY)))
}

/** Splits a count of events over the phases, in proportion to `rate` and length. */
export function splitOverPhases(
  phases: readonly Phase[],
  count: number,
  rate: (traits: Traits) => number,
  random: Random,
): number[] {
  if (phases.length === 1) return [count]
  const [first, second] = phases.map(({ traits, from, until }) => rate(traits) * (until - from))
  let before = 0
  for (let event = 0; event < count; event++) if (random() * (first + second) < first) before++
  return [before, count - before]
}
