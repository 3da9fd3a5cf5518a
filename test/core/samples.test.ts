import { describe, expect, it } from "vitest"
import { UsageError } from "../../src/core/errors.ts"
import { sampleArchetype, sampleKey } from "../../src/core/samples.ts"
import { scenarioSchema } from "../../src/core/scenario/schema.ts"
import { inProcess } from "../../src/core/tasks.ts"

const of = (input: object = {}) => scenarioSchema.parse({ name: "sampled", days: 14, ...input })
const sample = (id: string, input: object = {}) => sampleArchetype(of(input), id, inProcess)

describe("a sample of an archetype", () => {
  it("shows accounts with posts of the period, oldest first", async () => {
    const { accounts, days, side } = await sample("creator")
    expect([side, days, accounts.length]).toEqual(["authentic", 14, 3])
    for (const { posts, postCount, operator } of accounts) {
      expect(posts).toHaveLength(Math.min(3, postCount))
      expect(posts.every(({ text }) => text.length > 0)).toBe(true)
      const times = posts.map(({ time }) => time)
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(operator).toBeNull()
    }
  })

  it("is the same for the same seed and another for another", async () => {
    expect(await sample("reply-bot")).toEqual(await sample("reply-bot"))
    expect(await sample("reply-bot")).not.toEqual(await sample("reply-bot", { seed: "other" }))
  })

  it("follows what the scenario says of recipe, languages and evasion", async () => {
    const english = await sample("casual", { population: { languages: { zh: 0, en: 1 } } })
    expect(english.accounts.map(({ profile }) => profile.language)).toEqual(["en", "en", "en"])
    const busy = await sample("mine", {
      archetypes: {
        mine: { from: "content-farm", title: "Mine", posting: { perDay: { median: 40, sigma: 0 } } },
      },
      population: { managed: { mine: { share: 1, evasion: 1 } } },
    })
    expect(busy).toMatchObject({ side: "managed", title: "Mine" })
    const [first] = busy.accounts
    expect(first!.postCount).toBeGreaterThan(200)
    expect(first!.operator!.evasion).toBeGreaterThan(0.5)
  })

  it("can be had of an archetype that is not in the mix", async () => {
    const population = { managed: { cyborg: { share: 1 } } }
    expect((await sample("stealth-agent", { population })).accounts).toHaveLength(3)
  })

  it("is refused of one that there is not", async () => {
    await expect(sample("no-such")).rejects.toThrow(UsageError)
  })

  it("has a key that moves with what it depends on, and with nothing else", () => {
    const key = sampleKey(of(), "casual")
    expect(sampleKey(of({ name: "other", accounts: 500, threshold: 0.9 }), "casual")).toBe(key)
    for (const change of [{ seed: "b" }, { days: 15 }, { start: "2026-04-01" }])
      expect(sampleKey(of(change), "casual")).not.toBe(key)
    expect(sampleKey(of(), "creator")).not.toBe(key)
  })
})
