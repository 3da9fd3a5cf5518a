import { describe, expect, it } from "vitest"
import { PolicyError } from "../../../src/core/errors.ts"
import { ORDERS } from "../../../src/core/policy/after-flag.ts"
import type { Decided } from "../../../src/core/policy/review/queue-contract.ts"
import { collect, drive, flag, mean, poissonArrivals, queueOf } from "./drive.ts"

const HOUR = 1 / 24
const TEN_MINUTES = 600 / 86_400
const FIXED = { serviceTimes: "fixed" } as const
const byId = (decided: readonly Decided[]) => [...decided].sort((a, b) => a.id - b.id)
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

describe("the review queue", () => {
  it("loses nobody and decides nobody twice", () => {
    const arrivals = poissonArrivals(800, 6, "conservation")
    for (const secondOpinion of ["never", "always"] as const) {
      const review = { reviewers: 4, hoursPerDay: 8, dontKnow: 0.13, overflow: { hours: 30, actFrom: 0.7 } }
      const queue = queueOf({ ...review, secondOpinion }, { secondsPerReview: 120 })
      const decided = drive(queue, arrivals, 6).map(({ id }) => id)
      expect(queue.unfinished().length).toBeGreaterThan(0)
      expect([...decided, ...queue.unfinished()].sort((a, b) => a - b)).toEqual(arrivals.map(({ id }) => id))
    }
  })

  it("keeps to Little's law: the integral of its length is the sum of the waits", () => {
    const arrivals = poissonArrivals(500, 4, "little")
    const queue = queueOf({ reviewers: 3, hoursPerDay: 10 }, { secondsPerReview: 200 })
    const decided: Decided[] = []
    let area = 0
    let before = 0
    const pass = (at: number) => {
      // Steps of a thousandth of a day miss what a reviewer takes in between: small, and never in one direction alone.
      for (; before + 0.001 < at; before += 0.001) {
        collect(queue, before + 0.001, decided)
        area += 0.001 * queue.waiting
      }
    }
    for (const { at, ...one } of arrivals) {
      pass(at)
      collect(queue, at, decided)
      queue.arrive(one, at)
    }
    pass(10)
    expect(queue.waiting).toBe(0)
    expect(area).toBeCloseTo(total(decided.map(({ waited }) => waited)), 0)
    expect(area).toBeGreaterThan(50)
  })

  it("tells what it waits for, how long, and how busy it was", () => {
    const queue = queueOf({ reviewers: 1, ...FIXED })
    expect([queue.waiting, queue.oldest(1), queue.busySeconds]).toEqual([0, 0, 0])
    for (const id of [7, 8, 9]) queue.arrive(flag(id), 1)
    expect([queue.waiting, queue.unfinished()]).toEqual([2, [7, 8, 9]])
    expect(queue.next(1 + TEN_MINUTES / 2)).toBeNull()
    expect(queue.busySeconds).toBeCloseTo(300)
    expect(queue.oldest(1 + TEN_MINUTES / 2)).toBeCloseTo(TEN_MINUTES / 2)
    const decided = collect(queue, 2)
    expect(decided.map(({ id, opinions, by }) => [id, opinions, by])).toEqual(
      [7, 8, 9].map((id) => [id, 1, "reviewers"]),
    )
    for (const [k, { at, waited, seconds }] of decided.entries()) {
      expect(at).toBeCloseTo(1 + (k + 1) * TEN_MINUTES)
      expect(waited).toBeCloseTo(k * TEN_MINUTES)
      expect(seconds).toBe(600)
    }
    expect(queue.busySeconds).toBeCloseTo(1800)
    expect([queue.waiting, queue.oldest(2), queue.unfinished()]).toEqual([0, 0, []])
  })

  it("gives out the decisions before an arrival that nobody had asked for", () => {
    const queue = queueOf({ reviewers: 1, ...FIXED })
    queue.arrive(flag(1), 0)
    queue.arrive(flag(2), 1)
    expect(queue.next(0)).toBeNull()
    expect(collect(queue, 2).map(({ id }) => id)).toEqual([1, 2])
  })

  it("refuses an arrival before its clock, and a number that it has", () => {
    const queue = queueOf()
    queue.arrive(flag(1), 2)
    expect(() => queue.arrive(flag(2), 1.9)).toThrow("case 2 arrives at 1.9, before the queue's 2")
    expect(() => queue.arrive(flag(1), 2)).toThrow("case 1 is in the queue already")
  })

  it("decides nothing without reviewers, and waits for nothing", () => {
    const queue = queueOf({ reviewers: 0 })
    queue.arrive(flag(1), 0)
    expect(queue.next(Infinity)).toBeNull()
    expect([queue.waiting, queue.oldest(4)]).toEqual([1, 4])
  })
})

describe("a shift", () => {
  const shift = { reviewers: 1, hoursPerDay: 8, startsAt: 9, ...FIXED }

  it("begins nothing before it begins", () => {
    const queue = queueOf(shift)
    queue.arrive(flag(1), 2 * HOUR)
    expect(queue.next(9 * HOUR)).toBeNull()
    expect(queue.waiting).toBe(0)
    expect(queue.next(1)).toMatchObject({ id: 1, waited: expect.closeTo(7 * HOUR) })
  })

  it("carries work over to the next", () => {
    const queue = queueOf(shift, { secondsPerReview: 3 * 3600 })
    queue.arrive(flag(1), 16 * HOUR)
    queue.arrive(flag(2), 16 * HOUR)
    expect(queue.next(1)).toBeNull()
    expect(queue.busySeconds).toBeCloseTo(3600)
    const [first, second] = collect(queue, 3)
    expect([first.at, second.at]).toEqual([expect.closeTo(1 + 11 * HOUR), expect.closeTo(1 + 14 * HOUR)])
    expect([first.waited, second.waited]).toEqual([0, expect.closeTo(19 * HOUR)])
  })

  it("carries work over many shifts", () => {
    const queue = queueOf(shift, { secondsPerReview: 20 * 3600 })
    queue.arrive(flag(1), 16 * HOUR)
    expect(queue.next(10)!.at).toBeCloseTo(3 + 12 * HOUR)
  })

  it("goes on past midnight, on the first day as well", () => {
    const queue = queueOf({ ...shift, startsAt: 22 })
    queue.arrive(flag(1), 3 * HOUR)
    queue.arrive(flag(2), 7 * HOUR)
    expect(collect(queue, 2).map(({ waited }) => waited)).toEqual([0, expect.closeTo(15 * HOUR)])
  })

  it("does as much in five days wherever it lies", () => {
    for (const startsAt of [0, 5.3, 9, 17.7, 23.9]) {
      const queue = queueOf({ ...shift, startsAt, reviewers: 3 }, { secondsPerReview: 4 * 3600 })
      for (let id = 0; id < 100; id++) queue.arrive(flag(id), 0)
      collect(queue, 5)
      expect(queue.busySeconds).toBeCloseTo(3 * 5 * 8 * 3600, 4)
    }
  })
})

describe("the order of service", () => {
  const served = (order: (typeof ORDERS)[number]) => {
    const queue = queueOf({ reviewers: 1, order, ...FIXED })
    queue.arrive(flag(0), 0)
    queue.arrive(flag(1, { risk: 0.2, followers: 9 }), 0.001)
    queue.arrive(flag(2, { risk: Number.NaN, followers: 5000 }), 0.002)
    queue.arrive(flag(3, { risk: 0.9, followers: 70 }), 0.003)
    return collect(queue, 1).map(({ id }) => id)
  }

  it("is the policy's", () => {
    expect(served("oldest")).toEqual([0, 1, 2, 3])
    expect(served("newest")).toEqual([0, 3, 2, 1])
    expect(served("riskiest")).toEqual([0, 3, 1, 2])
    expect(served("most-followed")).toEqual([0, 2, 3, 1])
  })

  it("does not change how much work there is, nor its busy hours", () => {
    const arrivals = poissonArrivals(900, 3, "orders")
    const works = ORDERS.map((order) => {
      const queue = queueOf({ reviewers: 2, order, hoursPerDay: 9 }, { secondsPerReview: 90 })
      const perDay = [1, 2, 3].map((day) => {
        collectUpTo(queue, arrivals, day)
        return queue.busySeconds
      })
      collect(queue, 30)
      return [...perDay, queue.busySeconds]
    })
    for (const work of works.slice(1))
      for (const [k, seconds] of work.entries()) expect(seconds).toBeCloseTo(works[0][k], 3)
    expect(works[0][0]).toBeGreaterThan(10_000)
  })

  function collectUpTo(
    queue: ReturnType<typeof queueOf>,
    arrivals: ReturnType<typeof poissonArrivals>,
    day: number,
  ) {
    for (const { at, ...one } of arrivals)
      if (at >= day - 1 && at < day) {
        collect(queue, at)
        queue.arrive(one, at)
      }
    collect(queue, day)
  }

  it("takes appeals first where the policy says so", () => {
    for (const first of [true, false]) {
      const queue = queueOf({ reviewers: 1, ...FIXED }, { appeals: { first } })
      for (const id of [0, 1]) queue.arrive(flag(id), 0)
      queue.arrive(flag(2, { kind: "appeal" }), 0.001)
      const decided = collect(queue, 1)
      expect(decided.map(({ id }) => id)).toEqual(first ? [0, 2, 1] : [0, 1, 2])
      expect(decided.find(({ id }) => id === 2)!.seconds).toBe(120)
    }
  })
})

describe("more reviewers", () => {
  it("make nobody wait longer", () => {
    const arrivals = poissonArrivals(600, 5, "monotone")
    const waits = (reviewers: number) =>
      byId(drive(queueOf({ reviewers, hoursPerDay: 8 }, { secondsPerReview: 150 }), arrivals))
    let fewer = waits(1)
    for (const reviewers of [2, 3, 5, 9]) {
      const more = waits(reviewers)
      for (const [k, { waited }] of more.entries()) expect(waited).toBeLessThanOrEqual(fewer[k].waited + 1e-9)
      expect(mean(more.map(({ waited }) => waited))).toBeLessThan(mean(fewer.map(({ waited }) => waited)))
      fewer = more
    }
  })

  it("come to the same verdicts, as do other orders, hours and distributions of times", () => {
    const arrivals = poissonArrivals(300, 2, "verdicts")
    const verdicts = (review: Parameters<typeof queueOf>[0]) =>
      byId(drive(queueOf({ dontKnow: 0.13, secondOpinion: "before-action", ...review }), arrivals)).map(
        ({ id, decision, opinions }) => [id, decision, opinions],
      )
    const known = verdicts({ reviewers: 5 })
    expect(verdicts({ reviewers: 11 })).toEqual(known)
    expect(verdicts({ reviewers: 5, order: "riskiest" })).toEqual(known)
    expect(verdicts({ reviewers: 5, hoursPerDay: 12, startsAt: 3, serviceTimes: "lognormal" })).toEqual(known)
    expect(new Set(known.map(([, decision]) => decision))).toEqual(
      new Set(["managed", "authentic", "unknown"]),
    )
  })
})

describe("second opinions", () => {
  const opinions = (review: Parameters<typeof queueOf>[0]) =>
    drive(queueOf({ reviewers: 20, dontKnow: 0, ...review }), poissonArrivals(500, 2, "opinions"))

  it("are asked for when the policy says so, and a third where two differ", () => {
    const never = opinions({ secondOpinion: "never" })
    expect(never.every((one) => one.opinions === 1)).toBe(true)
    const before = opinions({ secondOpinion: "before-action" })
    for (const one of before) {
      if (one.opinions === 1) expect(one.decision).toBe("authentic")
      expect(one.opinions).toBeLessThanOrEqual(3)
    }
    const always = opinions({ secondOpinion: "always" })
    expect(new Set(always.map((one) => one.opinions))).toEqual(new Set([2, 3]))
    // Whoever two find AI-managed before an action was found so by the first, and two of three say so in any case.
    for (const id of acted(before)) expect(acted(never).has(id) && acted(always).has(id)).toBe(true)
    expect(acted(before).size).toBeGreaterThan(50)
    expect(acted(before).size).toBeLessThan(Math.min(acted(never).size, acted(always).size))
  })

  const acted = (decided: readonly Decided[]) =>
    new Set(decided.filter(({ decision }) => decision === "managed").map(({ id }) => id))

  it("come from another desk, before younger cases, even while a desk stays idle", () => {
    const queue = queueOf(
      { reviewers: 2, secondOpinion: "always", agreement: 0.95, ...FIXED },
      { appeals: { first: true } },
    )
    // A long appeal keeps the second desk busy, so that nobody but the first is there for a case.
    const both = queueOf(
      { reviewers: 2, secondOpinion: "always", agreement: 0.95, ...FIXED },
      { appeals: { first: true, secondsPerAppeal: 7200 } },
    )
    both.arrive(flag(9, { kind: "appeal" }), 0)
    both.arrive(flag(1), 0)
    expect(both.next(1.9 * HOUR)).toBeNull()
    both.arrive(flag(2), 1.9 * HOUR)
    const decided = collect(both, 1)
    expect(decided.map(({ id, at }) => [id, at])).toEqual([
      [9, expect.closeTo(2 * HOUR)],
      [1, expect.closeTo(2 * HOUR + TEN_MINUTES)],
      [2, expect.closeTo(2 * HOUR + 2 * TEN_MINUTES)],
    ])
    // With both desks free the second takes over at once.
    queue.arrive(flag(1), 0)
    expect(queue.next(1)!.at).toBeCloseTo(2 * TEN_MINUTES)
  })

  it("come from whoever is there when every desk has had the case", () => {
    const queue = queueOf({ reviewers: 1, secondOpinion: "always", ...FIXED })
    queue.arrive(flag(1), 0)
    const decided = queue.next(1)!
    expect(decided.seconds).toBe(decided.opinions * 600)
    expect(decided.at).toBeCloseTo(decided.opinions * TEN_MINUTES)
  })

  it("follow a reviewer who does not know, and the third who does not makes it undecided", () => {
    const decided = opinions({ dontKnow: 0.6, agreement: 0.8 })
    const unknown = decided.filter(({ decision }) => decision === "unknown")
    expect(unknown.length).toBeGreaterThan(20)
    expect(unknown.every((one) => one.opinions === 3)).toBe(true)
    expect(new Set(decided.map((one) => one.opinions))).toEqual(new Set([1, 2, 3]))
  })
})

describe("a queue that overflows", () => {
  it("has the rule decide whoever is next once they have waited for so long", () => {
    const queue = queueOf({ reviewers: 0, overflow: { hours: 2, actFrom: 0.5 } })
    queue.arrive(flag(1, { risk: 0.5 }), 0)
    queue.arrive(flag(2, { risk: 0.49 }), HOUR)
    queue.arrive(flag(3, { risk: Number.NaN }), HOUR)
    queue.arrive(flag(4, { kind: "appeal" }), HOUR)
    expect(queue.next(1.99 * HOUR)).toBeNull()
    const decided = collect(queue, 1)
    expect(decided.map(({ id, decision }) => [id, decision])).toEqual([
      [1, "managed"],
      [2, "authentic"],
      [3, "authentic"],
    ])
    for (const one of decided) expect(one).toMatchObject({ by: "overflow", opinions: 0, seconds: 0 })
    expect(decided.map(({ waited }) => waited)).toEqual(decided.map(() => expect.closeTo(2 * HOUR)))
    expect(queue.unfinished()).toEqual([4])
  })

  it("leaves whom the shift begins with at that very moment to people first", () => {
    const queue = queueOf({
      reviewers: 1,
      hoursPerDay: 8,
      startsAt: 12,
      overflow: { hours: 6, actFrom: 0.5 },
      ...FIXED,
    })
    for (const id of [1, 2]) queue.arrive(flag(id), 0.25)
    expect(collect(queue, 1).map(({ id, by }) => [id, by])).toEqual([
      [2, "overflow"],
      [1, "reviewers"],
    ])
  })

  it("lets nobody wait longer than that, and leaves what people began to them", () => {
    const arrivals = poissonArrivals(400, 3, "overflow")
    const queue = queueOf(
      { reviewers: 1, overflow: { hours: 3, actFrom: 0.5 }, secondOpinion: "always" },
      { secondsPerReview: 300 },
    )
    const decided = drive(queue, arrivals)
    expect(Math.max(...decided.map(({ waited }) => waited))).toBeLessThanOrEqual(3 * HOUR + 1e-9)
    const people = decided.filter(({ by }) => by === "reviewers")
    expect(people.length).toBeGreaterThan(100)
    expect(decided.length - people.length).toBeGreaterThan(100)
    expect(people.every(({ opinions }) => opinions >= 2)).toBe(true)
  })
})

it("refuses an agreement below what the rates alone bring, by its field", () => {
  expect(() => queueOf({ agreement: 0.05 })).toThrow(PolicyError)
  expect(() => queueOf({ agreement: 0.05 })).toThrow(
    /^review\.agreement must be at least 0\.091, .*got 0\.05/,
  )
})
