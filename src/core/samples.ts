/**
 * What the accounts of an archetype look like: a few of a very small population that is drawn for the purpose, by
 * the scenario's recipes, seed, period and languages. They are no accounts of any run.
 */
import type { AccountDetail } from "./account-detail.ts"
import { UsageError } from "./errors.ts"
import { type EvidenceField, INTERACTION_KINDS, type InteractionKind } from "./evidence/evidence.ts"
import { notesOf, profileOf } from "./inspection.ts"
import type { Side } from "./population/archetypes/archetype.ts"
import { resolveArchetypes } from "./population/archetypes/resolve.ts"
import { renderNote } from "./population/language/index.ts"
import { operatorOf } from "./population/operators.ts"
import { buildWorld } from "./population/populate.ts"
import { generateTile } from "./population/tile.ts"
import type { World } from "./population/world.ts"
import type { Scenario } from "./scenario/schema.ts"
import type { Executor } from "./tasks.ts"

export interface SampledAccount {
  readonly profile: AccountDetail["profile"]
  readonly truth: Readonly<Record<"creation" | "scheduling" | "distribution" | "oversight", number>>
  /** What its operator spends; null without an operator. */
  readonly operator: AccountDetail["truth"]["operator"]
  /** In the whole period. */
  readonly postCount: number
  readonly interactionCounts: Readonly<Record<InteractionKind, number>>
  /** A few that lie apart, oldest first. */
  readonly posts: readonly { readonly time: number; readonly text: string }[]
}

export interface ArchetypeSample {
  readonly archetype: string
  readonly side: Side
  /** As the scenario or the built-in recipe has it, in whichever language. */
  readonly title: string
  readonly description: string
  readonly days: number
  readonly accounts: readonly SampledAccount[]
}

/** As small as a scenario may be; each archetype has half of it or more. */
const POPULATION = 100
const ACCOUNTS = 3
const POSTS = 3
/** Of managed archetypes; the other half are the scenario's authentic ones, to have somebody to reply to. */
const MANAGED_SHARE = 0.5

/** Equal recipes, mixes, seeds and periods yield equal samples. */
export async function sampleArchetype(
  scenario: Scenario,
  id: string,
  executor: Executor,
): Promise<ArchetypeSample> {
  const archetype = resolveArchetypes(scenario).get(id)
  if (!archetype) throw new UsageError(`archetype must be one that the scenario knows, got "${id}"`)
  const { side, title, description } = archetype
  const world = await buildWorld(populationOf(scenario, id, side), executor, () => {})
  const kind = world.archetypes.findIndex((one) => one.id === id)
  const accounts = chosenAccounts(world, kind).map((account) => sampleAccount(world, account))
  return { archetype: id, side, title, description, days: scenario.days, accounts }
}

/** The population that samples are drawn from: the archetype alone on its side. */
export function populationOf(scenario: Scenario, id: string, side: Side): Scenario {
  const settings = scenario.population.managed[id] ?? { evasion: 0.3, heldOut: false }
  const population =
    side === "managed"
      ? { ...scenario.population, managed: { [id]: { ...settings, share: 1 } } }
      : { ...scenario.population, authentic: { [id]: { share: 1 } } }
  const prevalence = side === "managed" ? MANAGED_SHARE : 0
  return { ...scenario, accounts: POPULATION, prevalence, population }
}

/** All that a sample depends on: equal texts, equal samples. */
export function sampleKey(scenario: Scenario, id: string): string {
  const side = resolveArchetypes(scenario).get(id)?.side ?? "authentic"
  const { seed, start, days, population, archetypes } = populationOf(scenario, id, side)
  return JSON.stringify({ id, seed, start, days, population, archetypes })
}

/** Those with the most usual numbers of posts, so that nobody is shown who posted nothing while others did. */
function chosenAccounts({ columns, accounts }: World, kind: number): number[] {
  const postsOf = (account: number) => columns.postOffset[account + 1]! - columns.postOffset[account]!
  const ofKind = Array.from({ length: accounts }, (_, account) => account).filter(
    (account) => columns.archetype[account] === kind,
  )
  const byPosts = ofKind.sort((a, b) => postsOf(a) - postsOf(b) || a - b)
  const middle = Math.max(0, Math.floor((byPosts.length - ACCOUNTS) / 2))
  const usual = byPosts.slice(middle, middle + ACCOUNTS)
  return usual.some((account) => postsOf(account) > 0) ? usual : byPosts.slice(-ACCOUNTS)
}

/** Of the evidence, what a sample shows. */
const SHOWN: ReadonlySet<EvidenceField> = new Set(["posts.text", "interactions.kind"])

function sampleAccount(world: World, account: number): SampledAccount {
  const { columns } = world
  const tile = generateTile(world, account, account + 1, SHOWN)
  const notes = notesOf(tile)
  const kinds = tile.interactions!.kind
  return {
    profile: profileOf(world, account),
    truth: {
      creation: columns.creation[account]!,
      scheduling: columns.scheduling[account]!,
      distribution: columns.distribution[account]!,
      oversight: columns.oversight[account]!,
    },
    operator: operatorOf(world, account),
    postCount: notes.length,
    interactionCounts: Object.fromEntries(
      INTERACTION_KINDS.map((kind, k) => [kind, kinds.reduce((sum, one) => sum + (one === k ? 1 : 0), 0)]),
    ) as Record<InteractionKind, number>,
    posts: apart(notes.length).map((post) => ({
      time: tile.periodStart + tile.posts!.time[post]!,
      text: renderNote(notes[post]!, 0, notes[post]!.length),
    })),
  }
}

/** Numbers of a few posts, as far apart as they can be. */
function apart(posts: number): number[] {
  const shown = Math.min(POSTS, posts)
  return Array.from({ length: shown }, (_, k) =>
    shown === 1 ? 0 : Math.round((k * (posts - 1)) / (shown - 1)),
  )
}
