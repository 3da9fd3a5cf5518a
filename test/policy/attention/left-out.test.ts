import { beforeAll, describe, expect, it } from "vitest"
import type { Engagement } from "../../../src/core/engagement.ts"
import type { Estimate } from "../../../src/core/evaluation/index.ts"
import { INTERACTION_KINDS, NONE } from "../../../src/core/evidence/evidence.ts"
import { DEFAULT_READERS } from "../../../src/core/policy/after-flag.ts"
import { drawFeeds, SUMS } from "../../../src/core/policy/attention/draws.ts"
import { type Fates, fatesWithoutSignals, noFates } from "../../../src/core/policy/attention/fates.ts"
import { openFeeds } from "../../../src/core/policy/attention/feeds.ts"
import { figuresOf } from "../../../src/core/policy/attention/figures.ts"
import {
  PARTS,
  partsOf,
  QUALITY_SUMS,
  qualityWithout,
  rankLeavingOut,
  withoutAccounts,
} from "../../../src/core/policy/attention/left-out.ts"
import { platformOf } from "../../../src/core/policy/attention/platform.ts"
import { rankedOf, rankFeeds } from "../../../src/core/policy/attention/ranking.ts"
import type { AttentionFigures } from "../../../src/core/policy/attention/report.ts"
import { below, exponential, normal } from "../../../src/core/random/distributions.ts"
import { stream } from "../../../src/core/random/streams.ts"
import { ACCOUNTS, fates, group, label, madeUpStage, SHALLOW, type Stage } from "./made-up.ts"

describe("partsOf", () => {
  it("deals everybody out evenly, operators whole", () => {
    const { platform } = madeUpStage("parts")
    const { of, count } = partsOf(platform, "parts")
    for (const first of [0, 20]) expect(new Set([0, 5, 10, 15].map((more) => of[first + more])).size).toBe(1)
    const authentic = Array.from({ length: count }, () => 0)
    for (const [account, part] of of.entries()) if (label[account] === 0) authentic[part]++
    expect(Math.max(...authentic) - Math.min(...authentic)).toBeLessThanOrEqual(1)
    expect([...partsOf(platform, "others").of]).not.toEqual([...of])
    expect(group[0]).toBe(group[5])
  })
})

describe("qualityWithout", () => {
  it("is what ranking anew finds, with the part's posts and reactions gone", () => {
    const half = fates({
      reach: (account) => [1, 0.3, 0][account % 3],
      counts: (account) => (account % 2) / 2,
    })
    for (const [prevalence, depth] of [
      [null, 8],
      [0.4, 30],
    ] as const)
      for (const under of [noFates(ACCOUNTS), fatesWithoutSignals(label), half]) {
        const { feeds, platform } = madeUpStage("without", { ...SHALLOW, depth }, prevalence)
        const parts = partsOf(platform, "without")
        const input = { feeds, platform, fates: under }
        const found = qualityWithout(input, withoutAccounts(input, parts), rankedOf(input))
        for (let part = 0; part < PARTS; part++) {
          const stands = platform.stands.map((times, account) => (parts.of[account] === part ? 0 : times))
          const plain = sumsOf({ feeds, platform: { ...platform, stands } }, under)
          for (const [at, name] of QUALITY_SUMS.entries())
            expect(found[part * QUALITY_SUMS.length + at]).toBeCloseTo(plain[SUMS.indexOf(name)], 9)
        }
      }
  })
})

function sumsOf({ feeds, platform }: Pick<Stage, "feeds" | "platform">, under: Fates): Float64Array {
  const ranked = rankFeeds({ feeds, platform, fates: under })
  return drawFeeds({ feeds, platform, seed: "plain", draws: [0, 1], settings: [{ fates: under, ranked }] })
}

const PEOPLE = 80
const FLEETS = 10
const FLEET = 3
const EVERYBODY = PEOPLE + FLEETS * FLEET
const POSTS = 4
const REACTIONS = 8
const DAYS = 5
const DAY = 86_400

/** Readers who react to what is good, and fleets that push their own posts. */
function platformByChance(seed: string): Stage {
  const random = stream(seed, "test/platform")
  const posts = EVERYBODY * POSTS
  const isFleet = (account: number) => account >= PEOPLE
  const appeal = Array.from({ length: EVERYBODY }, () => Math.exp(0.7 * normal(random)))
  const postTime = Uint32Array.from({ length: posts }, () => below(DAYS * DAY, random))
  for (let account = 0; account < EVERYBODY; account++)
    postTime.subarray(account * POSTS, (account + 1) * POSTS).sort()
  const quality = Float64Array.from(
    { length: posts },
    (_, post) => appeal[Math.floor(post / POSTS)] * exponential(1, random),
  )
  const upTo = quality.slice()
  for (let post = 1; post < posts; post++) upTo[post] += upTo[post - 1]
  const good = () => {
    const at = random() * upTo[posts - 1]
    return upTo.findIndex((sum) => sum > at)
  }
  const own = (account: number) => {
    const fleet = account - ((account - PEOPLE) % FLEET)
    return fleet * POSTS + below(FLEET * POSTS, random)
  }
  const post = new Uint32Array(EVERYBODY * REACTIONS)
  const time = new Uint32Array(post.length)
  for (let at = 0; at < post.length; at++) {
    const account = Math.floor(at / REACTIONS)
    post[at] = isFleet(account) ? own(account) : good()
    time[at] = Math.min(DAYS * DAY - 1, Math.floor(postTime[post[at]] + exponential(30_000, random)))
  }
  const engagement: Engagement = {
    accounts: EVERYBODY,
    days: DAYS,
    language: new Uint8Array(EVERYBODY),
    topic: new Uint8Array(EVERYBODY),
    followers: new Uint32Array(EVERYBODY),
    postOffset: Uint32Array.from({ length: EVERYBODY + 1 }, (_, account) => account * POSTS),
    postTime,
    quality,
    actionOffset: Uint32Array.from({ length: EVERYBODY + 1 }, (_, account) => account * REACTIONS),
    time,
    kind: new Uint8Array(post.length).fill(INTERACTION_KINDS.indexOf("like")),
    post,
  }
  const labels = Uint8Array.from({ length: EVERYBODY }, (_, account) => (isFleet(account) ? 1 : 0))
  const platform = platformOf(
    {
      label: labels,
      group: Uint32Array.from({ length: EVERYBODY }, (_, account) =>
        isFleet(account) ? Math.floor((account - PEOPLE) / FLEET) : NONE,
      ),
      declared: new Uint8Array(EVERYBODY),
      followers: engagement.followers,
    },
    null,
  )
  return {
    engagement,
    platform,
    feeds: openFeeds({ engagement, readers: { ...DEFAULT_READERS, depth: 20 }, label: labels }),
  }
}

/** Nothing done, signals not counted, and the fleets suspended with a few people. */
function judged(seed: string, hasIntervals: boolean): readonly AttentionFigures[] {
  const { feeds, platform } = platformByChance(seed)
  const parts = hasIntervals ? partsOf(platform, seed) : null
  const suspended = noFates(EVERYBODY)
  for (let account = 0; account < EVERYBODY; account++)
    if (account >= PEOPLE || account % 7 === 0) suspended.reach[account] = suspended.counts[account] = 0
  const under = [noFates(EVERYBODY), fatesWithoutSignals(platform.label), suspended]
  const ranked = under.map((one) => rankLeavingOut({ feeds, platform, fates: one, parts }))
  const settings = under.map((one, at) => ({ fates: one, ranked: ranked[at].ranked }))
  const values = drawFeeds({ feeds, platform, seed, draws: [0, 1], settings })
  const drawn = { values, draws: 1, settings: 3, without: ranked.map(({ without }) => without) }
  return under.map((_, setting) => figuresOf(drawn, setting))
}

const FIGURES: readonly [string, (settings: readonly AttentionFigures[]) => Estimate][] = [
  ["NDCG", ([nothing]) => nothing.ndcg],
  ["NDCG of authentic creators", ([nothing]) => nothing.ndcgAuthentic],
  ["its change without signals", ([, signals]) => signals.ndcgChange],
  ["its change with some suspended", ([, , suspended]) => suspended.ndcgChange],
  ["that of authentic creators", ([, , suspended]) => suspended.ndcgAuthenticChange],
]

describe("intervals of NDCG", () => {
  let many: (readonly AttentionFigures[])[] = []
  let asked: (readonly AttentionFigures[])[] = []
  beforeAll(() => {
    many = Array.from({ length: 200 }, (_, at) => judged(`truth-${at}`, false))
    asked = Array.from({ length: 60 }, (_, at) => judged(`asked-${at}`, true))
  })

  it.each(FIGURES)("hold what platforms of their kind come to in the mean: %s", (_, of) => {
    const values = many.map((settings) => of(settings).value)
    const truth = values.reduce((sum, one) => sum + one, 0) / values.length
    const spread = Math.sqrt(values.reduce((sum, one) => sum + (one - truth) ** 2, 0) / values.length)
    const intervals = asked.map((settings) => of(settings).interval)
    const held = intervals.filter(([low, high]) => low <= truth && truth <= high).length
    // Of 60 at 95 %, 53 or fewer have a chance of 3 %.
    expect(held).toBeGreaterThanOrEqual(54)
    const width = intervals.reduce((sum, [low, high]) => sum + (high - low) / intervals.length, 0)
    expect(width / (2 * 1.96 * spread)).toBeLessThan(1.8)
  })
})
