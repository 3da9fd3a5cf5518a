/** A small platform written down by chance from a seed: two feeds, a week, and more posts than readers scroll to. */
import type { Engagement } from "../../../src/core/engagement.ts"
import { INTERACTION_KINDS, NONE } from "../../../src/core/evidence/evidence.ts"
import { DEFAULT_READERS, type Readers } from "../../../src/core/policy/after-flag.ts"
import type { AttentionInput } from "../../../src/core/policy/attention/attention.ts"
import type { Fates } from "../../../src/core/policy/attention/fates.ts"
import { type Feeds, openFeeds } from "../../../src/core/policy/attention/feeds.ts"
import { type Platform, platformOf } from "../../../src/core/policy/attention/platform.ts"
import { EMPTY_POLICY, type Policy } from "../../../src/core/policy/policy.ts"
import { below, exponential } from "../../../src/core/random/distributions.ts"
import { stream } from "../../../src/core/random/streams.ts"
import { parseScenario } from "../../../src/core/scenario/parse.ts"

export const ACCOUNTS = 60
const DAYS = 7
const DAY = 86_400

/** Every fifth account is AI-managed; two operators run four of them each, the others are on their own. */
export const label = Uint8Array.from({ length: ACCOUNTS }, (_, account) => (account % 5 === 0 ? 1 : 0))
export const group = Uint32Array.from({ length: ACCOUNTS }, (_, account) =>
  account % 5 === 0 && account < 40 ? (account < 20 ? 0 : 1) : NONE,
)

export function madeUpEngagement(seed: string): Engagement {
  const random = stream(seed, "test/engagement")
  const postOffset = new Uint32Array(ACCOUNTS + 1)
  for (let account = 0; account < ACCOUNTS; account++)
    postOffset[account + 1] = postOffset[account] + below(8, random)
  const posts = postOffset[ACCOUNTS]
  const postTime = new Uint32Array(posts)
  for (let account = 0; account < ACCOUNTS; account++)
    postTime.set(
      Array.from({ length: postOffset[account + 1] - postOffset[account] }, () =>
        below(DAYS * DAY, random),
      ).sort((a, b) => a - b),
      postOffset[account],
    )
  // Few, so that nothing speaks for many posts.
  const perAccount = 12
  const actionOffset = Uint32Array.from({ length: ACCOUNTS + 1 }, (_, account) => account * perAccount)
  const time = new Uint32Array(ACCOUNTS * perAccount)
  const kind = new Uint8Array(time.length)
  const post = new Uint32Array(time.length).fill(NONE)
  for (let at = 0; at < time.length; at++) {
    kind[at] = below(INTERACTION_KINDS.length, random)
    time[at] = below(DAYS * DAY, random)
    if (INTERACTION_KINDS[kind[at]] === "follow") continue
    post[at] = below(posts, random)
    time[at] = Math.min(DAYS * DAY - 1, Math.floor(postTime[post[at]] + exponential(20_000, random)))
  }
  return {
    accounts: ACCOUNTS,
    days: DAYS,
    language: Uint8Array.from({ length: ACCOUNTS }, (_, account) => account % 2),
    topic: new Uint8Array(ACCOUNTS),
    followers: Uint32Array.from({ length: ACCOUNTS }, () => below(2000, random)),
    postOffset,
    postTime,
    quality: Float64Array.from({ length: posts }, () => exponential(1, random)),
    actionOffset,
    time,
    kind,
    post,
  }
}

export const SHALLOW: Readers = { ...DEFAULT_READERS, depth: 8 }

export interface Stage {
  readonly engagement: Engagement
  readonly feeds: Feeds
  readonly platform: Platform
}

export function madeUpStage(
  seed: string,
  readers: Readers = SHALLOW,
  prevalence: number | null = null,
): Stage {
  const engagement = madeUpEngagement(seed)
  const platform = platformOf(
    { label, group, declared: new Uint8Array(ACCOUNTS), followers: engagement.followers },
    prevalence,
  )
  return { engagement, feeds: openFeeds({ engagement, readers, label }), platform }
}

/** Risk 0.01 for the first account, 0.02 more for each after it, up to 1, whatever they are. */
export function madeUpInput(seed: string, policy: Partial<Policy> = {}): AttentionInput {
  const all = (value: number) => new Float32Array(ACCOUNTS).fill(value)
  const engagement = madeUpEngagement(seed)
  return {
    manifest: {
      scenario: parseScenario("name: made-up\nseed: made-up\naccounts: 100\ndays: 7\n", "made-up.yaml"),
      archetypes: [{ id: "casual", side: "authentic" }],
    },
    columns: {
      truth: {
        creation: Float32Array.from(label),
        scheduling: Float32Array.from(label),
        distribution: Float32Array.from(label),
        oversight: all(0),
        fromDay: all(0),
        untilDay: all(7),
      },
      archetype: new Uint8Array(ACCOUNTS),
      group,
      risk: Float32Array.from({ length: ACCOUNTS }, (_, account) => Math.min(1, (account + 0.5) / 50)),
      followers: engagement.followers,
    },
    engagement,
    policy: { ...EMPTY_POLICY, readers: SHALLOW, ...policy },
  }
}

/** Fates of which what is not told is as if nothing were done. */
export function fates(told: Partial<Record<keyof Fates, (account: number) => number>>): Fates {
  const column = (value: (account: number) => number) =>
    Float64Array.from({ length: ACCOUNTS }, (_, account) => value(account))
  return {
    reach: column(told.reach ?? (() => 1)),
    counts: column(told.counts ?? (() => 1)),
    disclosed: column(told.disclosed ?? (() => 0)),
  }
}
