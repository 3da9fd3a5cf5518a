/**
 * How a population differs from the one that its seed draws, once its operators have answered what was caught: other
 * efforts, and new accounts in place of lost ones. It is laid over what was drawn, so that everybody else stays as
 * they are; and a new account draws from streams of its own.
 */
import { logNormal } from "../random/distributions.ts"
import { type Random, stage } from "../random/streams.ts"
import { shared } from "../shared-columns.ts"
import { EFFORT_LAYERS, type EffortLayer, type Efforts, eachEffort } from "./efforts.ts"
import { DAY, type World, type WorldColumns } from "./world.ts"

/** In memory that threads share. */
export interface Adaptation {
  /** By layer, one value a group, in [0, 1]; NaN where it is as drawn. */
  readonly effort: Readonly<Record<EffortLayer, Float64Array>>
  /** One value an account: 0 as drawn, n for the n-th account in its place. */
  readonly life: Uint16Array
  /** One value an account: 1 where there is nobody any more, who posts and does nothing. */
  readonly absent: Uint8Array
  /** 0 as drawn; another number, another period of the same length and dates, in which the same accounts have other luck. */
  readonly period: number
  /** Mean days from the period's start until a new account registers. */
  readonly delayDays: number
}

/** One that changes nothing yet. */
export function noAdaptation(accounts: number, groups: number, delayDays: number, period = 0): Adaptation {
  const asDrawn = EFFORT_LAYERS.map((layer) => [layer, shared.f64(groups).fill(Number.NaN)] as const)
  return {
    effort: Object.fromEntries(asDrawn) as Record<EffortLayer, Float64Array>,
    life: shared.u16(accounts),
    absent: shared.u8(accounts),
    period,
    delayDays,
  }
}

/** The efforts of a group's operator, who would spend `drawn`. */
export function adaptedEfforts(
  { adaptation }: Pick<World, "adaptation">,
  group: number,
  drawn: Efforts,
): Efforts {
  if (!adaptation) return drawn
  return eachEffort((layer) => {
    const effort = adaptation.effort[layer][group]
    return Number.isNaN(effort) ? drawn[layer] : effort
  })
}

/** The stream that an account's traits are drawn from: of an account in another's place, one that nobody had before. */
export function traitStream(
  { scenario, adaptation }: Pick<World, "scenario" | "adaptation">,
  account: number,
  asDrawn: Random,
): Random {
  const life = adaptation?.life[account] ?? 0
  return life === 0 ? asDrawn : stage(scenario.seed, `traits/life-${life}`).at(account)
}

/**
 * The stream of what an account does or meets in a period, rather than of what it is like: in another period than the
 * one that was drawn, another stream.
 */
export function eventStream(
  { scenario, adaptation }: Pick<World, "scenario" | "adaptation">,
  stageName: string,
  account: number,
  asDrawn: Random,
): Random {
  const period = adaptation?.period ?? 0
  return period === 0 ? asDrawn : stage(scenario.seed, `${stageName}/period-${period}`).at(account)
}

/** Whether there is nobody any more. */
export const isAbsent = ({ adaptation }: Pick<World, "adaptation">, account: number): boolean =>
  adaptation?.absent[account] === 1

/** Few follow a new account, and it follows few; logs of medians after an assumption, since no figures are published. */
const NEW_FOLLOWERS = { median: 15, sigma: 1 }
const NEW_FOLLOWING = { median: 40, sigma: 0.8 }

/**
 * Gives an account in another's place its short history: registered within the period, few followers, no friends, no
 * mark, no record as a reporter. Where accounts are taken over, the next one that is taken has a history like the
 * last one's, and keeps it.
 */
export function beginLife(world: World, account: number): void {
  const { adaptation, columns, archetypes, scenario } = world
  if (!adaptation) return
  if (isAbsent(world, account)) leave(columns, account)
  const life = adaptation.life[account]
  if (life === 0 || archetypes[columns.archetype[account]].before !== null) return
  const random = stage(scenario.seed, `life-${life}`).at(account)
  const latest = world.periodSeconds / DAY - 1
  columns.ageDays[account] = -Math.min(latest, adaptation.delayDays * (0.5 + random()))
  const followers = logNormal(NEW_FOLLOWERS.median, NEW_FOLLOWERS.sigma, random)
  const following = logNormal(NEW_FOLLOWING.median, NEW_FOLLOWING.sigma, random)
  columns.followers[account] = Math.min(columns.followers[account], followers)
  columns.following[account] = Math.min(columns.following[account], following)
  columns.friends[account] = 0
  columns.bought[account] = 0
  columns.verified[account] = 0
  columns.reportsDecided[account] = 0
  columns.reportsUpheld[account] = 0
}

function leave(columns: WorldColumns, account: number): void {
  for (const column of ["followers", "following", "friends", "bought", "verified"] as const)
    columns[column][account] = 0
}
