import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { attentionText } from "../../../src/cli/attention-text.ts"
import { DEFAULT_ENFORCEMENT, DEFAULT_REVIEW, type Readers } from "../../../src/core/policy/after-flag.ts"
import { type AttentionSettings, measureAttention } from "../../../src/core/policy/attention/attention.ts"
import { sceneOf, showAll } from "../../../src/core/policy/attention/draws.ts"
import { type Fates, fatesOfTiers, noFates } from "../../../src/core/policy/attention/fates.ts"
import { CANDIDATE_DAYS } from "../../../src/core/policy/attention/feeds.ts"
import { attentionByPlace, between } from "../../../src/core/policy/attention/places.ts"
import { drawingOf } from "../../../src/core/policy/attention/platform.ts"
import { rankFeeds, scoreOf } from "../../../src/core/policy/attention/ranking.ts"
import { EMPTY_POLICY, type Policy } from "../../../src/core/policy/policy.ts"
import { inProcess } from "../../../src/core/tasks.ts"
import {
  ACCOUNTS,
  fates,
  group,
  label,
  madeUpEngagement,
  madeUpInput,
  madeUpStage,
  SHALLOW,
  type Stage,
} from "./made-up.ts"

const DAY = 86_400
const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0)

function impressions({ feeds, platform }: Stage, under: Fates, stands = platform.stands): Float64Array {
  const ranked = rankFeeds({ feeds, platform, fates: under })
  const width = stands.map((times, account) => times * under.reach[account])
  return showAll(sceneOf(feeds, platform), ranked, width)
}

const managedShare = (shown: Float64Array) =>
  sum(shown.filter((_, account) => label[account] === 1)) / sum(shown)

/** Feeds, rankings and impressions (of likes, comments, replies, follows, shares and saves) as one would write them down, post by post. */
function plainImpressions(seed: string, { depth, positionBias, halfLifeHours }: Readers): Float64Array {
  const { postOffset, postTime, time, kind, post, actionOffset } = madeUpEngagement(seed)
  const authorOf = (one: number) => postOffset.findIndex((_, account) => postOffset[account + 1] > one)
  const actions = [...time.keys()].map((at) => ({
    by: actionOffset.findIndex((_, account) => actionOffset[account + 1] > at),
    time: time[at],
    post: post[at],
    weight: [1, 4, 4, 0, 4, 1][kind[at]],
  }))
  const shown = new Float64Array(ACCOUNTS)
  for (const language of [0, 1]) {
    for (let day = CANDIDATE_DAYS; day < 7; day++) {
      const budget = actions.filter(
        ({ by, time }) => by % 2 === language && label[by] === 0 && Math.floor(time / DAY) === day,
      ).length
      const score = (one: number) =>
        sum(
          actions
            .filter((action) => action.post === one && action.time < day * DAY)
            .map((action) => action.weight * 2 ** ((action.time - day * DAY) / 3600 / halfLifeHours)),
        )
      const ranked = [...postTime.keys()]
        .filter((one) => authorOf(one) % 2 === language)
        .filter((one) => postTime[one] < day * DAY && postTime[one] >= (day - CANDIDATE_DAYS) * DAY)
        .map((one) => ({ one, score: score(one) }))
        .sort((a, b) => b.score - a.score || postTime[b.one] - postTime[a.one] || b.one - a.one)
        .slice(0, depth)
      const attention = ranked.map((_, at) => Math.exp(-positionBias * Math.log(at + 1)))
      const total = sum(attention)
      for (const [at, { one }] of ranked.entries()) shown[authorOf(one)] += (attention[at] / total) * budget
    }
  }
  return shown
}

describe("impressions", () => {
  it("are the plain ranking's, bit for bit, when nothing is done", () => {
    // Deep down are posts that nothing speaks for, the latest first.
    for (const readers of [SHALLOW, { ...SHALLOW, depth: 50, positionBias: 0.5 }])
      for (const seed of ["a", "b"])
        expect([...impressions(madeUpStage(seed, readers), noFates(ACCOUNTS))]).toEqual([
          ...plainImpressions(seed, readers),
        ])
  })

  it("sum to what the readers have, whatever a policy does and whoever is drawn", () => {
    const stage = madeUpStage("sum")
    const draw = drawingOf(stage.platform, "sum")
    const share = fc.oneof(fc.constantFrom(0, 0.2, 1), fc.double({ min: 0.01, max: 1, noNaN: true }))
    const column = fc.array(share, { minLength: ACCOUNTS, maxLength: ACCOUNTS })
    fc.assert(
      fc.property(column, column, fc.nat(20), (reach, counts, k) => {
        const under = fates({ reach: (account) => reach[account], counts: (account) => counts[account] })
        // One account at least stays, so that there is something to show.
        for (const account of [0, 1, 2, 3, 4, 5]) under.reach[account] = 1
        const stands = draw(k).map((times, account) => (account < 12 ? Math.max(1, times) : times))
        const shown = impressions(stage, under, stands)
        const least = shown.reduce((least, one) => Math.min(least, one), 0)
        expect(least).toBe(0)
        const filled = sum(stage.feeds.budget.filter((_, day) => isServed(stage, under, stands, day)))
        expect(Math.abs(sum(shown) - filled)).toBeLessThan(1e-9 * filled)
      }),
      { numRuns: 40 },
    )
  })

  it("fill all places that readers scroll to as long as there are posts, whoever is drawn", () => {
    const stage = madeUpStage("filled")
    const { feeds, platform } = stage
    const draw = drawingOf(platform, "filled")
    const ranked = rankFeeds({ feeds, platform, fates: noFates(ACCOUNTS) })
    const attention = attentionByPlace(SHALLOW.depth, SHALLOW.positionBias)
    for (let k = 0; k < 40; k++) {
      const stands = draw(k)
      showAll(sceneOf(feeds, platform), ranked, stands, (shown, day) => {
        const posts = feeds.candidates.subarray(feeds.from[day], feeds.to[day])
        const places = sum([...posts].map((post) => stands[feeds.author[post]]))
        expect(shown.total).toBeCloseTo(between(attention, 0, Math.min(SHALLOW.depth, places)), 9)
      })
    }
  })

  it("go to nobody AI-managed when exactly they are suspended, and to nobody else when all others are", () => {
    const stage = madeUpStage("exact")
    expect(managedShare(impressions(stage, fates({ reach: (account) => 1 - label[account] })))).toBe(0)
    expect(managedShare(impressions(stage, fates({ reach: (account) => label[account] })))).toBe(1)
  })

  it("of AI-managed accounts never rise as more of them are limited, when reactions count as before", () => {
    const stage = madeUpStage("monotone")
    for (const kept of [0, 0.3]) {
      let last = 1
      for (let reached = 0; reached <= ACCOUNTS; reached += 5) {
        const under = fates({ reach: (account) => (label[account] === 1 && account < reached ? kept : 1) })
        const share = managedShare(impressions(stage, under))
        expect(share).toBeLessThanOrEqual(last + 1e-12)
        last = share
      }
      expect(last).toBeLessThan(managedShare(impressions(stage, noFates(ACCOUNTS))))
    }
  })
})

/** Whether a feed-day has anything to show. */
function isServed({ feeds }: Stage, { reach }: Fates, stands: Float64Array, day: number): boolean {
  const posts = feeds.candidates.subarray(feeds.from[day], feeds.to[day])
  return posts.some((post) => reach[feeds.author[post]] * stands[feeds.author[post]] > 0)
}

describe("scoreOf", () => {
  it("counts what an actor stands for once for each, but within an operator once", () => {
    const own = madeUpStage("own")
    const half = madeUpStage("own", SHALLOW, 0.5)
    const before = scoreOf({ ...own, fates: noFates(ACCOUNTS) })
    const after = scoreOf({ ...half, fates: noFates(ACCOUNTS) })
    const { signalOffset, actor, weight, author } = own.feeds
    let apart = 0
    for (let slot = 0; slot < before.length; slot += CANDIDATE_DAYS) {
      const by = author[slot / CANDIDATE_DAYS]
      let [plain, weighed] = [0, 0]
      for (let at = signalOffset[slot]; at < signalOffset[slot + 1]; at++) {
        const from = actor[at]
        const isOwn = label[by] === 1 && label[from] === 1 && group[by] === group[from] && group[by] < 2
        if (isOwn) apart++
        plain += weight[at]
        // 12 of 60 accounts are AI-managed: for one half of them each stands for two and a half.
        weighed += weight[at] * (isOwn ? 1 : label[from] === 1 ? 2.5 : 0.625)
      }
      expect(before[slot]).toBeCloseTo(plain, 9)
      expect(after[slot]).toBeCloseTo(weighed, 9)
    }
    expect(apart).toBeGreaterThan(0)
  })
})

describe("drawingOf", () => {
  it("draws the accounts of an operator together, and as many authentic accounts as there are", () => {
    const { platform } = madeUpStage("draws")
    const draw = drawingOf(platform, "draws")
    expect([...draw(0)]).toEqual([...platform.stands])
    expect([...draw(3)]).toEqual([...draw(3)])
    const totals = new Set<number>()
    for (let k = 1; k <= 20; k++) {
      const drawn = draw(k)
      for (const first of [0, 20])
        expect(new Set([0, 5, 10, 15].map((more) => drawn[first + more])).size).toBe(1)
      expect(sum(drawn.filter((_, account) => label[account] === 0))).toBe(48)
      totals.add(drawn[0])
    }
    expect(totals.size).toBeGreaterThan(1)
  })
})

describe("fatesOfTiers", () => {
  const policy: Policy = {
    ...EMPTY_POLICY,
    tiers: { watch: 0.1, label: 0.2, limit: 0.3, review: null, suspend: 0.9 },
    enforcement: { ...DEFAULT_ENFORCEMENT, labelledReach: 0.8 },
  }

  it("takes each account to the harshest tier that it reaches", () => {
    const risk = Float32Array.of(0.05, 0.1, 0.25, 0.3, 0.89, 0.95, Number.NaN)
    const under = fatesOfTiers({ risk, grade: new Uint8Array(7), seed: "tiers" }, policy)
    expect([...under.reach]).toEqual([1, 1, 0.8, 0.2, 0.2, 0, 1])
    expect([...under.counts]).toEqual([...under.reach])
    expect([...under.disclosed]).toEqual([0, 0, 1, 0, 0, 0, 0])
  })

  it("acts on those before reviewers as often as they find one AI-managed, by the grade that they see", () => {
    const accounts = 4000
    const grade = Uint8Array.from({ length: accounts }, (_, account) => [0, 2, 3, 1][account % 4])
    const tiers = { ...EMPTY_POLICY.tiers, review: 0.5 }
    const risk = new Float32Array(accounts).fill(0.7)
    const { reach, disclosed } = fatesOfTiers(
      { risk, grade, seed: "review" },
      { tiers, enforcement: DEFAULT_ENFORCEMENT, review: { ...DEFAULT_REVIEW, dontKnow: 0.5 } },
    )
    const shareOf = (kind: number, isSo: (account: number) => boolean) =>
      [...grade.keys()].filter((account) => grade[account] === kind && isSo(account)).length / 1000
    // An eighth of the accounts leave three reviewers at a loss.
    expect(Math.abs(shareOf(0, (account) => reach[account] === 0.2) - 0.37 * 0.875)).toBeLessThan(0.04)
    expect(Math.abs(shareOf(2, (account) => reach[account] === 0.2) - 0.67 * 0.875)).toBeLessThan(0.04)
    expect(Math.abs(shareOf(3, (account) => reach[account] === 0) - 0.67 * 0.875)).toBeLessThan(0.04)
    expect(Math.abs(shareOf(1, (account) => disclosed[account] === 1) - 0.37 * 0.875)).toBeLessThan(0.04)
  })
})

describe("measureAttention", () => {
  const measure = (seed: string, settings: AttentionSettings = {}, policy: Partial<Policy> = {}) =>
    measureAttention(madeUpInput(seed, policy), { draws: 12, ...settings }, inProcess, () => {})

  it("tells shares, each with an interval that can be", async () => {
    const report = await measure("shares", { action: "limit" })
    expect(report.presence.accounts).toBeCloseTo(0.2, 12)
    expect(report.curve.points.map(({ flagged }) => flagged)).toEqual(
      report.curve.points.map(({ threshold }) => Math.round(60 - threshold * 50)),
    )
    for (const figures of [
      report.baseline,
      report.policy,
      ...report.curve.points.map((one) => one.figures),
    ]) {
      const { managedShare, paidUndisclosed, ndcg, ndcgAuthentic } = figures
      for (const { value, interval } of [managedShare, paidUndisclosed, ndcg, ndcgAuthentic]) {
        for (const one of [value, ...interval]) {
          expect(one).toBeGreaterThanOrEqual(0)
          expect(one).toBeLessThanOrEqual(1)
        }
        expect(interval[0]).toBeLessThan(interval[1])
      }
    }
  })

  it("changes nothing with a policy without tiers, and with a threshold that nobody reaches", async () => {
    const report = await measure("nothing", { thresholds: [0.5] })
    expect(report.policy).toEqual(report.baseline)
    expect(report.baseline.lostPerCreator.value).toBeNaN()
    expect(report.curve.points[0].figures).not.toEqual(report.baseline)
  })

  it("tells what passes to authentic creators, and what those lose on whom something is done", async () => {
    const { curve } = await measure("passes", { thresholds: [0.5], action: "limit" })
    const stage = madeUpStage("passes")
    const isTaken = (account: number) => (account + 0.5) / 50 >= 0.5
    const taken = (account: number) => (isTaken(account) ? 0.2 : 1)
    const before = impressions(stage, noFates(ACCOUNTS))
    const after = impressions(stage, fates({ reach: taken, counts: taken }))
    const passed = (isOne: (account: number) => boolean) =>
      sum(after.map((shown, account) => (isOne(account) ? shown - before[account] : 0))) / sum(before)
    const { returned, lostWrongly } = curve.points[0].figures
    expect(returned.value).toBeCloseTo(
      passed((account) => label[account] === 0),
      12,
    )
    expect(lostWrongly.value).toBeCloseTo(-passed((account) => label[account] === 0 && isTaken(account)), 12)
    expect(returned.value + lostWrongly.value).toBeCloseTo(
      passed((account) => label[account] === 0 && !isTaken(account)),
      12,
    )
    expect(lostWrongly.value).toBeGreaterThan(0)
  })

  it("finds that no policy betters suspending exactly the AI-managed, and that hitting all others only harms", async () => {
    const wrong = fates({ reach: (account) => label[account], counts: (account) => label[account] })
    const { baseline, perfect, policy, curve } = await measure("wrong", { fates: wrong })
    expect(perfect.managedShare).toEqual({ value: 0, interval: [0, 0] })
    expect(perfect.wrongPer1000.value).toBe(0)
    expect(perfect.paidUndisclosed.value).toBe(0)
    expect(perfect.returned.value).toBeCloseTo(baseline.managedShare.value, 12)
    for (const { figures } of curve.points.filter(({ threshold }) => threshold > 0.1))
      expect(figures.managedShare.value).toBeGreaterThan(0)
    expect(policy.managedShare.value).toBe(1)
    expect(policy.lostWrongly.value).toBeCloseTo(1 - baseline.managedShare.value, 12)
    expect(policy.lostPerCreator).toEqual({ value: 1, interval: [1, 1] })
    expect(policy.wrongPer1000.value).toBe(1000)
    expect(policy.ndcgAuthentic.value).toBe(0)
    expect(policy.ndcgAuthenticChange.value).toBe(-baseline.ndcgAuthentic.value)
  })

  it("has intervals as wide as the luck of reviewers, who decide once: an account is drawn with what they decided", async () => {
    const tiers = { ...EMPTY_POLICY.tiers, review: 0 }
    const widths: number[] = []
    for (let k = 0; k < 20; k++) {
      const { policy } = await measure(`luck ${k}`, { draws: 100, thresholds: [] }, { tiers })
      const [low, high] = policy.wrongPer1000.interval
      widths.push(high - low)
    }
    const { postOffset } = madeUpEngagement("luck 0")
    const creators = label.filter(
      (one, account) => one === 0 && postOffset[account + 1] > postOffset[account],
    )
    const found = DEFAULT_REVIEW.falsePositiveRate * (1 - DEFAULT_REVIEW.dontKnow ** 3)
    const luck = 1000 * Math.sqrt((found * (1 - found)) / creators.length)
    const told = sum(widths) / widths.length / (2 * 1.96)
    expect(told / luck).toBeGreaterThan(0.85)
    expect(told / luck).toBeLessThan(1.15)
  })

  it("tells a label from reach that meets undisclosed accounts", async () => {
    const tiers = { ...EMPTY_POLICY.tiers, label: 0 }
    const { baseline, policy } = await measure("label", { thresholds: [] }, { tiers })
    expect(baseline.paidUndisclosed.value).toBeGreaterThan(0)
    expect(policy.paidUndisclosed.value).toBe(0)
    // Labels take no reach by default.
    expect(policy.managedShare).toEqual(baseline.managedShare)
    expect(policy.lostPerCreator.value).toBe(0)
  })

  it("weighs AI-managed accounts to the prevalence asked for", async () => {
    const shares: number[] = []
    for (const prevalence of [0.02, 0.2, 0.6]) {
      const { presence, baseline, ...told } = await measure("rare", { thresholds: [] }, { prevalence })
      expect(told.prevalence).toBeCloseTo(prevalence, 12)
      expect(presence.accounts).toBeCloseTo(prevalence, 12)
      shares.push(baseline.managedShare.value)
    }
    expect(shares[0]).toBeLessThan(shares[1] / 2)
    expect(shares[2]).toBeGreaterThan(1.2 * shares[1])
  })

  it("tells no intervals without draws, and the same values", async () => {
    const { baseline } = await measure("draws", { draws: 0, thresholds: [] })
    const drawn = await measure("draws", { thresholds: [] })
    expect(baseline.ndcg).toEqual({ value: drawn.baseline.ndcg.value, interval: [Number.NaN, Number.NaN] })
  })

  it("tells nothing of AI-managed accounts where there are none, and of the others what it does", async () => {
    const input = madeUpInput("nobody", { tiers: { ...EMPTY_POLICY.tiers, suspend: 0.5 } })
    const truth = { ...input.columns.truth, oversight: new Float32Array(ACCOUNTS).fill(1) }
    const nobody = { ...input, columns: { ...input.columns, truth } }
    const { unknown, ...report } = await measureAttention(nobody, { draws: 4 }, inProcess, () => {})
    expect(unknown).toBe("no-managed")
    for (const figures of [report.baseline, report.policy, report.curve.points[0].figures])
      for (const figure of ["managedShare", "returned", "paidUndisclosed"] as const)
        expect(figures[figure]).toEqual({ value: Number.NaN, interval: [Number.NaN, Number.NaN] })
    expect(report.policy.lostWrongly.value).toBeGreaterThan(0)
    expect(report.policy.ndcg.value).toBeGreaterThan(0)
    for (const { value } of [...Object.values(report.perfect), ...Object.values(report.withoutSignals)])
      expect(value).toBeNaN()
    const text = attentionText({ unknown, ...report })
    expect(text).toContain("No account of the run is AI-managed by this definition")
    expect(text).not.toMatch(/Not shown either way|Perfect:/)
  })

  it("goes from 0 to 1 as it works", async () => {
    const told: number[] = []
    await measureAttention(madeUpInput("told"), { draws: 8 }, inProcess, (done) => told.push(done))
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBeCloseTo(1, 12)
  })
})
