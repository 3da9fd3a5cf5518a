/**
 * What a policy does to creators and readers: feeds are ranked over the engagement of a run's population, with everybody at
 * hand, with nobody AI-managed, under the policy, and along a threshold. report.ts says what comes out.
 */
import type { Engagement } from "../../engagement.ts"
import { INTERACTION_KINDS } from "../../evidence/evidence.ts"
import type { RunColumns, RunManifest } from "../../run.ts"
import { inSharedMemory } from "../../shared-columns.ts"
import type { Executor, Task } from "../../tasks.ts"
import type { Action } from "../after-flag.ts"
import { gradeAccounts, labelGrades } from "../definition.ts"
import { EVEN_THRESHOLDS, withTier } from "../follow/settings.ts"
import type { Policy } from "../policy.ts"
import type { Tier } from "../tiers.ts"
import { type RankedSetting, SUMS } from "./draws.ts"
import { type Fates, fatesBy, fatesOfTiers, fatesWithoutSignals, noFates } from "./fates.ts"
import { type Feeds, KIND_WEIGHT } from "./feeds.ts"
import { type DrawnSums, figuresOf, NOTHING_TOLD, withoutManaged } from "./figures.ts"
import { PARTS, type Parts, partsOf, type RankedFeeds } from "./left-out.ts"
import { type Platform, platformOf } from "./platform.ts"
import type { AttentionPoint, AttentionReport, ManagedPresence } from "./report.ts"

export interface AttentionInput {
  readonly manifest: Pick<RunManifest, "scenario" | "archetypes">
  readonly columns: Pick<RunColumns, "truth" | "archetype" | "group" | "risk" | "followers">
  readonly engagement: Engagement
  readonly policy: Policy
}

export interface AttentionSettings {
  /** Names the draws; "attention" unless told. */
  readonly seed?: string
  /** 100 unless told; with 0 there are no intervals. */
  readonly draws?: number
  /** What is done along the threshold; "suspend" unless told. */
  readonly action?: Exclude<Action, "none">
  /** Ascending, in [0, 1]; CURVE_THRESHOLDS unless told. */
  readonly thresholds?: readonly number[]
  /** Also along this tier's threshold, which moves over EVEN_THRESHOLDS. */
  readonly along?: Tier
  /** In place of what the policy's tiers do at once: what following its flags found, say. */
  readonly fates?: Fates
}

/** 0.04 to 1. */
export const CURVE_THRESHOLDS: readonly number[] = Array.from({ length: 25 }, (_, k) => (k + 1) / 25)

const DECLARED = "declared-brand-bot"

/** Draws that one task takes on. */
const DRAWS_AT_ONCE = 4

/** `onDone` is told the share that is done, in [0, 1]. Deterministic, whoever executes it. */
export async function measureAttention(
  input: AttentionInput,
  settings: AttentionSettings,
  executor: Executor,
  onDone: (fraction: number) => void,
): Promise<AttentionReport> {
  const { engagement, policy, columns } = input
  const { seed = "attention", draws = 100, action = "suspend", thresholds = CURVE_THRESHOLDS } = settings
  const { platform, grade } = openPlatform(input)
  const { readers, enforcement } = policy
  const [opened] = await executor.run([{ kind: "feeds", engagement, readers, label: platform.label }], () =>
    onDone(OPENING),
  )
  const feeds = opened as Feeds
  const { risk } = columns
  const by = (isTaken: (account: number) => boolean, what: Action) =>
    fatesBy(risk.length, what, enforcement, isTaken)
  const byTiers = (one: Policy) => fatesOfTiers({ risk, grade, seed }, one)
  const moved = settings.along === undefined ? [] : EVEN_THRESHOLDS
  const fates = [
    noFates(risk.length),
    fatesWithoutSignals(platform.label),
    by((account) => platform.label[account] === 1, "suspend"),
    inSharedMemory(settings.fates ?? byTiers(policy)),
    ...thresholds.map((threshold) => by((account) => risk[account] >= threshold, action)),
    ...moved.map((threshold) => byTiers(withTier(policy, settings.along!, threshold))),
  ]
  const parts = draws > 0 ? partsOf(platform, seed) : null
  const ranked = await rankAll({ feeds, platform, parts }, fates, executor, (done) =>
    onDone(OPENING + RANKING * done),
  )
  const drawn = await drawAll(feeds, platform, ranked, { seed, draws }, executor, (done) =>
    onDone(OPENING + RANKING + (1 - OPENING - RANKING) * done),
  )
  const hasManaged = platform.label.includes(1)
  const told = (setting: number) => (hasManaged ? figuresOf(drawn, setting) : withoutManaged(drawn, setting))
  const pointsOf = (some: readonly number[], first: number): AttentionPoint[] =>
    some.map((threshold, k) => ({
      threshold,
      flagged: risk.reduce((sum, one) => sum + (one >= threshold ? 1 : 0), 0),
      figures: told(first + k),
    }))
  return {
    seed,
    draws,
    parts: draws > 0 ? PARTS : 0,
    prevalence: prevalenceOf(platform),
    unknown: hasManaged ? null : "no-managed",
    feedDays: feeds.day.length,
    presence: presenceOf(engagement, feeds, platform),
    baseline: told(0),
    withoutSignals: hasManaged ? told(1) : NOTHING_TOLD,
    perfect: hasManaged ? told(2) : NOTHING_TOLD,
    policy: told(3),
    curve: { action, points: pointsOf(thresholds, 4) },
    along: settings.along ? { tier: settings.along, points: pointsOf(moved, 4 + thresholds.length) } : null,
  }
}

/** Shares of the time. */
const OPENING = 0.1
const RANKING = 0.2

function openPlatform({ manifest, columns, policy }: AttentionInput): {
  readonly platform: Platform
  readonly grade: Uint8Array
} {
  const { archetype, group, followers, truth } = columns
  const grade = gradeAccounts(truth, policy.definition ?? manifest.scenario.definition)
  const isDeclared = manifest.archetypes.map(({ id }) => id === DECLARED)
  const declared = Uint8Array.from(archetype, (index) => (isDeclared[index] ? 1 : 0))
  const label = labelGrades(grade)
  return {
    platform: platformOf(inSharedMemory({ label, group, declared, followers }), policy.prevalence),
    grade,
  }
}

type Ranked = RankedSetting & Pick<RankedFeeds, "without">

async function rankAll(
  scene: { readonly feeds: Feeds; readonly platform: Platform; readonly parts: Parts | null },
  fates: readonly Fates[],
  executor: Executor,
  onDone: (fraction: number) => void,
): Promise<Ranked[]> {
  const tasks = fates.map((one): Task => ({ kind: "rank-feeds", ...scene, fates: one }))
  const ranked = await executor.run(tasks, (done) => onDone(done / tasks.length))
  return fates.map((one, k) => ({ fates: one, ...(ranked[k] as RankedFeeds) }))
}

/** Draw 0 is the run itself. */
async function drawAll(
  feeds: Feeds,
  platform: Platform,
  ranked: readonly Ranked[],
  { seed, draws }: { readonly seed: string; readonly draws: number },
  executor: Executor,
  onDone: (fraction: number) => void,
): Promise<DrawnSums> {
  const settings: RankedSetting[] = ranked.map(({ fates, ranked }) => ({ fates, ranked }))
  const tasks: Task[] = []
  for (let first = 0; first <= draws; first += DRAWS_AT_ONCE) {
    const range = [first, Math.min(draws + 1, first + DRAWS_AT_ONCE)] as const
    tasks.push({ kind: "draw-feeds", feeds, platform, settings, seed, draws: range })
  }
  const parts = (await executor.run(tasks, (done) => onDone(done / tasks.length))) as Float64Array[]
  const values = new Float64Array((draws + 1) * settings.length * SUMS.length)
  let at = 0
  for (const part of parts) {
    values.set(part, at)
    at += part.length
  }
  return {
    values,
    draws: draws + 1,
    settings: settings.length,
    without: ranked.map(({ without }) => without),
  }
}

const prevalenceOf = ({ label, stands }: Platform) =>
  shareOf(label.length, (account) => [label[account], stands[account]])

function presenceOf(
  { kind, actionOffset, accounts }: Engagement,
  { author }: Feeds,
  platform: Platform,
): ManagedPresence {
  const { label, stands } = platform
  const isReaction = INTERACTION_KINDS.map((name) => KIND_WEIGHT[name] > 0)
  const reactions = new Uint32Array(accounts)
  for (let account = 0; account < accounts; account++)
    for (let at = actionOffset[account]; at < actionOffset[account + 1]; at++)
      if (isReaction[kind[at]]) reactions[account]++
  return {
    accounts: prevalenceOf(platform),
    posts: shareOf(author.length, (at) => [label[author[at]], stands[author[at]]]),
    reactions: shareOf(accounts, (account) => [label[account], stands[account] * reactions[account]]),
  }
}

/** Share of the weight that has a label of 1; NaN without any. */
function shareOf(count: number, one: (at: number) => readonly [label: number, weight: number]): number {
  let managed = 0
  let all = 0
  for (let at = 0; at < count; at++) {
    const [label, weight] = one(at)
    managed += label * weight
    all += weight
  }
  return managed / all
}
