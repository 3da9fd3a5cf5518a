import { describe, expect, it } from "vitest"
import type { AccountDetail } from "../../src/core/account-detail.ts"
import { byDay, byWeekHour } from "../../src/renderer/views/accounts/activity.ts"

const at = (iso: string) => Date.parse(iso) / 1000

function accountWith(posts: string[], interactions: string[], timeZone: number): AccountDetail {
  return {
    posts: posts.map((iso) => ({ time: at(iso), text: "", nearDuplicate: null })),
    interactions: interactions.map((iso) => ({ time: at(iso), kind: "like", object: 1, target: 2 })),
    profile: { timeZone },
  } as unknown as AccountDetail
}

describe("byWeekHour", () => {
  it("counts by the account's own weekday and hour", () => {
    // A Sunday evening in UTC is a Monday morning in Beijing.
    const times = [at("2026-03-01T22:30:00Z"), at("2026-03-01T22:59:59Z"), at("2026-03-04T12:00:00Z")]
    const count = byWeekHour(times, 8)
    expect(count[0 * 24 + 6]).toBe(2)
    expect(count[2 * 24 + 20]).toBe(1)
    expect(count.reduce((sum, posts) => sum + posts, 0)).toBe(3)
  })

  it("understands zones west of UTC and of half hours", () => {
    expect(byWeekHour([at("2026-03-02T00:15:00Z")], -3.5)[6 * 24 + 20]).toBe(1)
  })
})

describe("byDay", () => {
  it("has an entry for every local day between the first and the last, empty ones included", () => {
    const days = byDay(accountWith(["2026-03-01T23:00:00Z"], ["2026-03-04T01:00:00Z"], 8))
    expect(days.map(({ posts, interactions }) => [posts, interactions])).toEqual([
      [1, 0],
      [0, 0],
      [0, 1],
    ])
    expect(days[0]!.start).toBe(at("2026-03-01T16:00:00Z"))
  })

  it("is empty for an account that did nothing", () => {
    expect(byDay(accountWith([], [], 0))).toEqual([])
  })
})
