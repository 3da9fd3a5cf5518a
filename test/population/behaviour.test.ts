import { beforeAll, describe, expect, it } from "vitest"
import { INTERACTION_KINDS, NONE } from "../../src/core/evidence/evidence.ts"
import { act } from "../../src/core/population/acting.ts"
import { authorOf, BIN, buildFeed, postAbout } from "../../src/core/population/feed.ts"
import { drawMoment, drawRhythms, isAwake, lengthAt, type Rhythm } from "../../src/core/population/rhythm.ts"
import { drawPause, drawSize } from "../../src/core/population/sitting.ts"
import { firstSecond, type Phase, phasesOf, traitStages } from "../../src/core/population/traits.ts"
import { DAY, PLATFORM_TIME_ZONE, type World } from "../../src/core/population/world.ts"
import { stream } from "../../src/core/random/streams.ts"
import { hourCounts, quietShare } from "../../src/core/realism/behaviour-hours.ts"
import { quantile } from "../../src/core/realism/resample.ts"
import { type Scenario, scenarioSchema } from "../../src/core/scenario/schema.ts"
import { buildTestWorld } from "./world.ts"

type Acts = ReturnType<typeof act>
interface Lived {
  readonly world: World
  readonly lives: readonly (readonly Phase[])[]
  readonly acts: Acts
}

const HOUR = 3600
const ANSWERS = ["comment", "reply"].map((kind) => INTERACTION_KINDS.indexOf(kind as "comment"))

async function live(changes: object = {}): Promise<Lived> {
  const scenario: Scenario = scenarioSchema.parse({ name: "behaviour", accounts: 2500, ...changes })
  const world = await buildTestWorld(scenario)
  const stages = traitStages(world.scenario.seed)
  const lives = Array.from({ length: world.accounts }, (_, account) => phasesOf(world, account, stages))
  return { world, lives, acts: act(world, 0, world.accounts, lives) }
}

const of = (authentic: readonly string[], managed: readonly string[], prevalence: number) => ({
  prevalence,
  population: {
    authentic: Object.fromEntries(authentic.map((id) => [id, { share: 1 }])),
    managed: Object.fromEntries(managed.map((id) => [id, { share: 1, evasion: 0 }])),
  },
})

const idOf = ({ world }: Lived, account: number) => world.archetypes[world.columns.archetype[account]]!.id
const accountsOf = (lived: Lived, id: string) =>
  Array.from({ length: lived.world.accounts }, (_, account) => account).filter(
    (account) => idOf(lived, account) === id,
  )
const postsOf = ({ world: { postTime, columns } }: Lived, account: number) =>
  postTime.subarray(columns.postOffset[account], columns.postOffset[account + 1])
const actTimesOf = ({ acts }: Lived, account: number) =>
  acts.time.subarray(acts.offset[account], acts.offset[account + 1])
const eventsOf = (lived: Lived, account: number) => [
  ...postsOf(lived, account),
  ...actTimesOf(lived, account),
]
const median = (values: readonly number[]) => quantile(Float64Array.from(values).sort(), 0.5)
const rhythmsOf = ({ world, lives }: Lived, account: number): readonly Rhythm[] =>
  drawRhythms(world, account, lives[account]!, traitStages(world.scenario.seed).rhythm)

/** Seconds from a post to each comment or reply of the accounts, from a second of the period on and until another. */
function answerTimes(
  { world, acts }: Lived,
  accounts: readonly number[],
  within: (account: number, time: number) => boolean = () => true,
): number[] {
  const latencies: number[] = []
  for (const account of accounts) {
    for (let k = acts.offset[account]!; k < acts.offset[account + 1]!; k++) {
      if (!ANSWERS.includes(acts.kind[k]!) || acts.object[k] === NONE || !within(account, acts.time[k]!))
        continue
      latencies.push(acts.time[k]! - world.postTime[acts.object[k]!]!)
    }
  }
  return latencies
}
const shareWithin = (seconds: number, values: readonly number[]) =>
  values.filter((value) => value <= seconds).length / values.length

let everybody: Lived
beforeAll(async () => {
  everybody = await live({ prevalence: 0.2 })
})

describe("accounts in time", () => {
  it("do nothing before they registered or after the period ends", async () => {
    const young = { reach: { ageDays: { median: 10 } } }
    const lived = await live({ archetypes: { casual: young, "reply-bot": young }, prevalence: 0.2 })
    const { world } = lived
    let registeredWithin = 0
    const outside: number[] = []
    for (let account = 0; account < world.accounts; account++) {
      const first = firstSecond(world, account)
      if (first > 0) registeredWithin++
      if (eventsOf(lived, account).some((time) => time < first || time >= world.periodSeconds))
        outside.push(account)
    }
    expect(registeredWithin).toBeGreaterThan(500)
    expect(outside).toEqual([])
  })

  it("do the same each time they are asked", () => {
    const { world, lives, acts } = everybody
    const again = act(world, 300, 340, lives.slice(300, 340))
    const range = [acts.offset[300], acts.offset[340]] as const
    for (const column of ["time", "kind", "object", "target"] as const)
      expect(again[column]).toEqual(acts[column].slice(...range))
  })

  it("publish as before when another archetype joins the population", async () => {
    const before = await live(of(["casual", "creator"], ["cyborg"], 0))
    const joined = of(["casual", "creator"], ["cyborg"], 0)
    const after = await live({
      ...joined,
      population: {
        ...joined.population,
        authentic: { ...joined.population.authentic, newsroom: { share: 0.1 } },
      },
    })
    const same = Array.from({ length: before.world.accounts }, (_, account) => account).filter(
      (account) => idOf(before, account) === idOf(after, account),
    )
    expect(same.length).toBeGreaterThan(2000)
    expect(same.length).toBeLessThan(before.world.accounts)
    for (const account of same) {
      expect(postsOf(after, account)).toEqual(postsOf(before, account))
      expect(actTimesOf(after, account)).toHaveLength(actTimesOf(before, account).length)
    }
  })
})

describe("sittings", () => {
  it("hold as many events in the mean as is asked, most of them one, some of them dozens", () => {
    const random = stream("test", "sizes")
    const sizes = Array.from({ length: 200_000 }, () => drawSize(2.4, random)).sort((a, b) => a - b)
    expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeCloseTo(2.4, 1)
    expect(sizes[0]).toBe(1)
    expect(quantile(sizes, 0.4)).toBe(1)
    expect(sizes.at(-1)).toBeGreaterThan(24)
    expect(drawSize(1, random)).toBe(1)
  })

  it("pause for the account's median, with a tail of many times that", () => {
    const random = stream("test", "pauses")
    const pauses = Array.from({ length: 50_000 }, () => drawPause(60, random)).sort((a, b) => a - b)
    expect(quantile(pauses, 0.5)).toBeGreaterThan(58)
    expect(quantile(pauses, 0.5)).toBeLessThan(64)
    expect(quantile(pauses, 0.99)).toBeGreaterThan(10 * 60)
  })

  it("are longer in busy spells and shorter in quiet ones, with the same mean over all that an account does", () => {
    const { traits } = everybody.lives[0]![0]!
    const rhythm: Rhythm = {
      traits,
      from: 0,
      until: 2 * DAY,
      days: Float64Array.of(0.8, 1),
      zest: Float64Array.of(1.2, 0.2),
      shift: new Int32Array(2),
    }
    expect(lengthAt(rhythm, 100, 3)).toBeCloseTo(3.4)
    expect(lengthAt(rhythm, DAY + 100, 3)).toBeCloseTo(1.4)
    for (let account = 0; account < 50; account++) {
      for (const { days, zest } of rhythmsOf(everybody, account)) {
        const mean = zest.reduce((sum, value, day) => sum + value * (days[day]! - (days[day - 1] ?? 0)), 0)
        expect(mean).toBeCloseTo(1, 6)
        expect(days.at(-1)).toBeCloseTo(1, 9)
      }
    }
  })
})

describe("the clock", () => {
  it("finds nobody acting in his sleep who keeps hours, wherever he is", () => {
    const random = stream("test", "moments")
    for (const account of accountsOf(everybody, "traveller")) {
      for (const rhythm of rhythmsOf(everybody, account)) {
        const orderly = { ...rhythm, traits: { ...rhythm.traits, sleepless: 0 } }
        for (let k = 0; k < 20; k++) {
          const moment = drawMoment(orderly, random)
          // What would lie beyond the period is wrapped to its other end, another day and another zone.
          if (moment < rhythm.from + DAY || moment >= rhythm.until - DAY) continue
          // A moment near midnight may have been drawn for the day before or after, in another zone.
          const day = Math.floor(moment / DAY)
          const zones = [day - 1, day, day + 1].flatMap((near) => orderly.shift[near] ?? [])
          expect(zones.some((shift) => isAwake(orderly.traits, (moment - shift) / HOUR))).toBe(true)
        }
      }
    }
  })

  it("leaves travellers and newsrooms hardly a quiet hour, and ordinary people a night", async () => {
    const lived = await live(of(["casual", "traveller", "newsroom"], ["cyborg"], 0))
    const quiet = (id: string) =>
      median(
        accountsOf(lived, id)
          .map((account) => eventsOf(lived, account))
          .filter((times) => times.length >= 60)
          .map((times) => quietShare(hourCounts(times))),
      )
    expect(quiet("casual")).toBeLessThan(0.06)
    expect(quiet("traveller")).toBeGreaterThan(1.6 * quiet("casual"))
    expect(quiet("newsroom")).toBeGreaterThan(2 * quiet("casual"))
  })

  it("takes travellers through time zones, and keeps ordinary people at home", () => {
    const travelled = (id: string) => {
      const accounts = accountsOf(everybody, id)
      const away = accounts.filter((account) => new Set(rhythmsOf(everybody, account)[0]!.shift).size > 1)
      return away.length / accounts.length
    }
    expect(travelled("traveller")).toBeGreaterThan(0.9)
    expect(travelled("casual")).toBeLessThan(0.12)
  })

  it("finds night-shift workers at work when others sleep", () => {
    const nightly = (id: string) => {
      const hours = new Float64Array(24)
      for (const account of accountsOf(everybody, id)) {
        const shift = PLATFORM_TIME_ZONE - everybody.world.columns.timeZone[account]!
        for (const time of eventsOf(everybody, account)) hours[(Math.floor(time / HOUR) - shift + 48) % 24]!++
      }
      return hours.slice(2, 6).reduce((a, b) => a + b) / hours.reduce((a, b) => a + b)
    }
    expect(nightly("casual")).toBeLessThan(0.06)
    expect(nightly("night-shift-worker")).toBeGreaterThan(3 * nightly("casual"))
  })
})

describe("the feed", () => {
  it("holds in each bin as many entries as posts, all published in it", () => {
    const { feed, postTime } = everybody.world
    const published = new Uint32Array(feed.offset.length - 1)
    for (const time of postTime) published[Math.floor(time / BIN)]!++
    const wrong: number[] = []
    for (let bin = 0; bin < published.length; bin++) {
      if (feed.offset[bin + 1]! - feed.offset[bin]! !== published[bin]) wrong.push(bin)
      for (let k = feed.offset[bin]!; k < feed.offset[bin + 1]!; k++)
        if (Math.floor(postTime[feed.entries[k]!]! / BIN) !== bin) wrong.push(bin)
    }
    expect(feed.entries.length).toBe(postTime.length)
    expect(wrong).toEqual([])
  })

  it("knows every post's author", () => {
    const { world } = everybody
    const wrong: number[] = []
    for (let post = 0; post < world.postTime.length; post++) {
      const author = authorOf(world, post)
      if (post < world.columns.postOffset[author]! || post >= world.columns.postOffset[author + 1]!)
        wrong.push(post)
    }
    expect(wrong).toEqual([])
  })

  it("shows popular authors' posts more often, about in proportion", () => {
    // In each of 400 bins five posts of an author and five of another with a fifth of the popularity.
    const world = {
      scenario: { seed: "popular" },
      accounts: 2,
      periodSeconds: 400 * BIN,
      postTime: Uint32Array.from({ length: 4000 }, (_, post) => (post % 400) * BIN),
      columns: { postOffset: Uint32Array.of(0, 2000, 4000), popularity: Float32Array.of(5, 1) },
    } as unknown as World
    const { entries } = buildFeed(world)
    const popular = entries.filter((post) => post < 2000).length / entries.length
    expect(popular).toBeGreaterThan(0.75)
    expect(popular).toBeLessThan(0.9)
  })

  it("has nothing to show before the first post", () => {
    const feed = {
      entries: Uint32Array.of(7),
      offset: Uint32Array.of(0, 0, 1, 1),
      authors: new Uint32Array(1),
    }
    const world = { feed } as unknown as World
    expect(postAbout(world, 10, 0.5)).toBe(-1)
    expect(postAbout(world, BIN + 10, 0.99)).toBe(7)
    expect(postAbout(world, 2 * BIN + 10, 0.5)).toBe(7)
  })
})

describe("responses", () => {
  it("of people take hours and hardly ever a minute, of reply bots minutes", async () => {
    const lived = await live(of(["casual"], ["reply-bot"], 0.1))
    const people = answerTimes(lived, accountsOf(lived, "casual"))
    const bots = answerTimes(lived, accountsOf(lived, "reply-bot"))
    expect([...people, ...bots].every((seconds) => seconds >= 0)).toBe(true)
    expect(median(people)).toBeGreaterThan(3 * HOUR)
    expect(shareWithin(60, people)).toBeLessThan(0.012)
    expect(median(bots)).toBeLessThan(HOUR / 4)
    expect(shareWithin(60, bots)).toBeGreaterThan(0.1)
  })

  it("of power users come within a minute more often than of casual ones", () => {
    const fast = (id: string) => shareWithin(60, answerTimes(everybody, accountsOf(everybody, id)))
    expect(fast("power-user")).toBeGreaterThan(1.5 * fast("casual"))
  })
})

describe("operators", () => {
  it("give the members of a fleet one tool, which other groups do not share", () => {
    const { world, lives } = everybody
    const { offset, members, archetype } = world.groups
    let fleets = 0
    let others = 0
    for (let group = 0; group + 1 < offset.length; group++) {
      const own = [...members.subarray(offset[group], offset[group + 1])].map(
        (account) => lives[account]!.at(-1)!.traits,
      )
      if (own.length < 3) continue
      const isFleet = world.archetypes[archetype[group]!]!.side === "managed"
      isFleet ? fleets++ : others++
      expect(new Set(own.map(({ fastMedian }) => fastMedian)).size).toBe(isFleet ? 1 : own.length)
      expect(new Set(own.map(({ slots }) => slots.join())).size === 1).toBe(isFleet)
    }
    expect(fleets).toBeGreaterThan(5)
    expect(others).toBeGreaterThan(5)
  })

  it("use the accounts of a fleet for the same things, more than accounts of two fleets", () => {
    const { world, lives } = everybody
    const mixOf = (account: number) => lives[account]!.at(-1)!.traits.mix
    const distance = (a: number, b: number) =>
      mixOf(a).reduce((sum, share, kind) => sum + Math.abs(share - mixOf(b)[kind]!), 0) / 2
    const farm = accountsOf(everybody, "content-farm")
    const within: number[] = []
    const between: number[] = []
    for (const [k, a] of farm.entries())
      for (const b of farm.slice(k + 1))
        (world.columns.group[a] === world.columns.group[b] ? within : between).push(distance(a, b))
    expect(median(within)).toBeLessThan(0.4 * median(between))
  })
})

describe("hijacked accounts", () => {
  it("keep a person's pace until their day, and a machine's from then on", async () => {
    const lived = await live(of(["casual"], ["hijacked-account"], 0.4))
    const accounts = accountsOf(lived, "hijacked-account").filter(
      (account) => lived.lives[account]!.length === 2,
    )
    expect(accounts.length).toBeGreaterThan(500)
    const switched = (account: number) => lived.lives[account]![1]!.from
    const before = answerTimes(lived, accounts, (account, time) => time < switched(account))
    const after = answerTimes(lived, accounts, (account, time) => time >= switched(account))
    expect(shareWithin(60, before)).toBeLessThan(0.015)
    expect(shareWithin(60, after)).toBeGreaterThan(10 * shareWithin(60, before))
    expect(median(after)).toBeLessThan(median(before) / 5)
  })

  it("have another rhythm before and after", async () => {
    const lived = await live(of(["casual"], ["hijacked-account"], 0.4))
    for (const account of accountsOf(lived, "hijacked-account")) {
      const rhythms = rhythmsOf(lived, account)
      if (rhythms.length < 2) continue
      expect(rhythms[0]!.until).toBe(rhythms[1]!.from)
      expect(rhythms[0]!.traits.chronotype).not.toBe(rhythms[1]!.traits.chronotype)
      const early = [...postsOf(lived, account)].filter((time) => time < rhythms[1]!.from)
      expect(early.every((time) => time >= rhythms[0]!.from)).toBe(true)
    }
  })
})
