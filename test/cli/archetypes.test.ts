import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import type { ArchetypeEntry, ArchetypeSheet } from "../../src/core/population/archetypes/entries.ts"
import { ARCHETYPES } from "../../src/core/population/archetypes/index.ts"
import { temporaryFolder } from "./terminal.ts"
import { assay, assayJson } from "./warm.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

const OWN = `
name: own
population:
  authentic: { casual: { share: 0.9 }, weekender: { share: 0.3 } }
archetypes:
  weekender: { from: merchant-with-scheduler, title: Weekender, time: { weekend: 3 } }
`
writeFileSync(join(folder.path, "own.yaml"), OWN)

const list = async (...args: string[]) =>
  ((await assayJson(folder.path, "archetypes", "--json", ...args)) as { archetypes: ArchetypeEntry[] })
    .archetypes
const sheet = (...args: string[]) =>
  assayJson(folder.path, "archetypes", "--json", ...args) as Promise<ArchetypeSheet>

describe("assay archetypes", () => {
  it("lists both sides with what each is, its share and its cost", async () => {
    const entries = await list()
    expect(entries.map(({ id }) => id)).toEqual(ARCHETYPES.map(({ id }) => id))
    for (const side of ["authentic", "managed"]) {
      const shares = entries.filter((entry) => entry.side === side).map(({ share }) => share)
      expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1)
    }
    const { stdout } = await assay(folder.path, "archetypes")
    for (const { id, title } of ARCHETYPES) expect(stdout).toContain(`\n${id}: ${title}\n    `)
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100)
    expect(stdout.match(/Costs its operator CNY a month: /g)).toHaveLength(9)
    expect(stdout).toContain("evasion effort 0.4, held out")
  })

  it("prints one with every parameter, its meaning and what evading costs", async () => {
    const { running, evading } = ARCHETYPES.find(({ id }) => id === "reply-bot")!.cost!
    const { parameters, costs } = await sheet("reply-bot")
    expect(costs).toEqual([
      { evasion: 0, cost: running },
      { evasion: 0.5, cost: running + evading / 4 },
      { evasion: 1, cost: running + evading },
    ])
    for (const { path, meaning } of parameters) expect(meaning, path).toMatch(/\S\.$/)
    const { stdout } = await assay(folder.path, "archetypes", "reply-bot")
    for (const { path } of parameters) expect(stdout).toMatch(new RegExp(`^${path} `, "m"))
    expect(stdout).not.toMatch(/NaN|Infinity|undefined|\[object/)
  })

  it("shows them as a scenario mixes and makes them", async () => {
    const entries = await list("--scenario", "own.yaml")
    expect(entries.at(-1)).toMatchObject({
      id: "weekender",
      title: "Weekender",
      from: "merchant-with-scheduler",
      side: "authentic",
      share: expect.closeTo(0.25),
      costs: [],
    })
    expect(entries.find(({ id }) => id === "creator")).toMatchObject({ share: 0 })
    const { parameters } = await sheet("weekender", "--scenario", "own.yaml")
    expect(parameters).toContainEqual(expect.objectContaining({ path: "time.weekend", value: 3 }))
    const { stdout } = await assay(folder.path, "archetypes", "weekender", "--scenario", "own.yaml")
    expect(stdout).toContain("weekender: Weekender, made from merchant-with-scheduler\n")
  })
})
