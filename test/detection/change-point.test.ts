import { describe, expect, it } from "vitest"
import { changePoint } from "../../src/core/detection/behaviour/change-point.ts"
import { chiSquaredSurprise } from "../../src/core/detection/tails.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { DAY, type HandAccount, type HandAction, HOUR, judge } from "./hand-made.ts"
import { randomOf } from "./texts.ts"

const random = randomOf("change")
const DAYS = 28

/** `perDay` actions a day, of a kind and within two hours that depend on the day. */
function account(
  perDay: number,
  kindOn: (day: number) => number,
  hourOn: (day: number) => number,
): HandAccount {
  const actions: HandAction[] = []
  for (let day = 0; day < DAYS; day++) {
    for (let k = 0; k < perDay; k++) {
      actions.push({ time: Math.floor(day * DAY + (hourOn(day) + 2 * random()) * HOUR), kind: kindOn(day) })
    }
  }
  return { actions }
}
const oneOf = (...values: number[]) => values[Math.floor(values.length * random())]!
const steady = (perDay: number) =>
  account(
    perDay,
    () => oneOf(0, 0, 0, 1, 4, 5),
    () => oneOf(8, 12, 18, 20, 20),
  )

/** ln 2 for each action: the ratio of two mixes that share nothing against one of halves. */
const halves = (actions: number) => 2 * actions * Math.LN2

describe("change point", () => {
  it("ranks accounts that switched above those that did not, and finds the day", async () => {
    const since = (day: number) => day >= 17
    const kinds = account(
      4,
      (day) => (since(day) ? 1 : oneOf(0, 0, 4)),
      () => oneOf(8, 12, 20),
    )
    const hours = account(
      4,
      () => oneOf(0, 0, 1, 4),
      (day) => (since(day) ? oneOf(2, 4) : oneOf(12, 20)),
    )
    const { score, feature } = await judge(changePoint, [
      kinds,
      hours,
      ...Array.from({ length: 40 }, () => steady(4)),
    ])
    const [first, second, ...others] = score
    expect(Math.min(first!, second!)).toBeGreaterThan(0.6)
    expect(Math.max(...others)).toBeLessThan(0.5)
    expect(feature("day", 0)).toBe(18)
    expect(Math.abs(feature("day", 1) - 18)).toBeLessThanOrEqual(1)
    expect(feature("kinds", 0)).toBeGreaterThan(5 * feature("hours", 0))
    expect(feature("hours", 1)).toBeGreaterThan(5 * feature("kinds", 1))
  })

  it("counts what one counts by hand", async () => {
    // Likes for 14 days, comments for 14, two a day, always at eight.
    const { feature, score } = await judge(changePoint, [
      account(
        2,
        (day) => (day < 14 ? 0 : 1),
        () => 9,
      ),
    ])
    expect(feature("actions", 0)).toBe(56)
    expect(feature("day", 0)).toBe(15)
    expect(feature("before", 0)).toBe(28)
    expect(feature("rateRatio", 0)).toBe(1)
    expectClose(feature("kinds", 0), halves(56), 1e-5)
    expect(feature("hours", 0)).toBe(0)
    // Splits before days 6 to 24 leave ten actions and three days on either side: 19 were tried.
    const nats = chiSquaredSurprise(halves(56), 1) - Math.log(19)
    expectClose(feature("surprise", 0), nats, 1e-5)
    expectClose(score[0]!, nats / (nats + 6), 1e-5)
  })

  it("forgives who does one thing a day, another on the next", async () => {
    // Ten of one kind on each day, of any kind: halves differ by chance, and by much if actions were independent.
    const moody = Array.from({ length: 30 }, () => {
      const kinds = Array.from({ length: DAYS }, () => oneOf(0, 1, 4))
      return account(
        10,
        (day) => kinds[day]!,
        () => 20,
      )
    })
    const { score } = await judge(changePoint, moody)
    expect(Math.max(...score)).toBeLessThan(0.6)
    expect(score.filter((value) => value > 0.5).length).toBeLessThanOrEqual(2)
  })

  it("does not take a holiday for a change", async () => {
    const away = steady(6)
    const { score, feature } = await judge(changePoint, [
      { actions: away.actions!.filter(({ time }) => time < 10 * DAY || time > 24 * DAY) },
    ])
    expect(score[0]!).toBeLessThan(0.4)
    expect(feature("rateRatio", 0)).not.toBeNaN()
  })

  it("says nothing about few actions, or about none before the last days", async () => {
    const { score } = await judge(changePoint, [
      { actions: Array.from({ length: 19 }, (_, day) => ({ time: day * DAY })) },
      { actions: Array.from({ length: 60 }, (_, i) => ({ time: 26 * DAY + i * 60 })) },
      {},
    ])
    expect([...score].every(Number.isNaN)).toBe(true)
  })

  it("has one reason, which names what changed", async () => {
    const { features } = await judge(changePoint, [
      account(
        2,
        (day) => (day < 14 ? 0 : 1),
        () => 9,
      ),
      account(
        2,
        (day) => (day < 14 ? 0 : 1),
        (day) => (day < 14 ? 9 : 20),
      ),
    ])
    const reasonsOf = (number: number) => {
      const row = changePoint.features.map(({ id }) => features["change-point"]![id]![number]!)
      return changePoint.reasons(row, { shareAtOrAbove: () => 0.01 }).map(({ text }) => text)
    }
    const numbers =
      "28 actions before, 28 since, 1 times as many a day; 1 in 100 accounts have a change this strong"
    expect(reasonsOf(0)).toEqual([`since day 15 it does other things: ${numbers}`])
    expect(reasonsOf(1)).toEqual([`since day 15 it does other things at other hours: ${numbers}`])
  })
})
