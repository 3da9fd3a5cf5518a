import { describe, expect, it } from "vitest"
import { tileChecksum } from "../../src/core/digest.ts"
import { type Adaptation, noAdaptation } from "../../src/core/population/adaptation.ts"
import { EFFORT_LAYERS, type Efforts, evenly, meanOver } from "../../src/core/population/efforts.ts"
import { buildWorld } from "../../src/core/population/populate.ts"
import { assignRoster } from "../../src/core/population/roster.ts"
import { generateTile } from "../../src/core/population/tile.ts"
import { drawGroupTraits, traitStages } from "../../src/core/population/traits.ts"
import type { World, WorldColumns } from "../../src/core/population/world.ts"
import { scenarioSchema } from "../../src/core/scenario/schema.ts"
import { inProcess } from "../../src/core/tasks.ts"

const scenario = scenarioSchema.parse({ name: "adapted", accounts: 400, days: 14, prevalence: 0.4 })
const bare = assignRoster(scenario)
const groups = bare.groups.archetype.length
const stages = traitStages(scenario.seed)

const unchanged = () => noAdaptation(scenario.accounts, groups, 7)
const build = (adaptation?: Adaptation): Promise<World> =>
  buildWorld(scenario, inProcess, () => {}, adaptation)
const isManaged = (group: number) => bare.archetypes[bare.groups.archetype[group]!]!.side === "managed"
const checksum = (world: World) => tileChecksum(generateTile(world, 0, world.accounts))

function withEfforts(efforts: Partial<Efforts>): Adaptation {
  const adaptation = unchanged()
  for (const [layer, effort] of Object.entries(efforts))
    for (let group = 0; group < groups; group++)
      if (isManaged(group)) adaptation.effort[layer as keyof Efforts][group] = effort
  return adaptation
}

const plain = build()

describe("an adaptation", () => {
  it("of nothing leaves every bit in its place", async () => {
    const adapted = await build(unchanged())
    expect(adapted.columns).toEqual((await plain).columns)
    expect(adapted.postTime).toEqual((await plain).postTime)
    expect(checksum(adapted)).toEqual(checksum(await plain))
  })

  it("to the efforts that were drawn leaves every bit in its place", async () => {
    const adaptation = unchanged()
    for (let group = 0; group < groups; group++)
      for (const layer of EFFORT_LAYERS)
        adaptation.effort[layer][group] = drawGroupTraits(bare, group, stages).efforts[layer]
    expect(checksum(await build(adaptation))).toEqual(checksum(await plain))
  })

  it("of behaviour moves when accounts post, and neither whom they follow nor how much they do", async () => {
    const adapted = await build(withEfforts({ behaviour: 1 }))
    expect(adapted.postTime).not.toEqual((await plain).postTime)
    expect(adapted.columns).toEqual((await plain).columns)
    const fields = new Set(["follows"] as const)
    expect(generateTile(adapted, 0, 400, fields).follows).toEqual(
      generateTile(await plain, 0, 400, fields).follows,
    )
  })

  it("of content moves texts and covers, and neither times nor follows", async () => {
    const adapted = await build(withEfforts({ content: 1 }))
    expect(adapted.postTime).toEqual((await plain).postTime)
    const before = generateTile(await plain, 0, 400)
    const after = generateTile(adapted, 0, 400)
    expect(after.follows).toEqual(before.follows)
    expect(after.posts!.tokens).not.toEqual(before.posts!.tokens)
    expect(after.posts!.media!.hash).not.toEqual(before.posts!.media!.hash)
  })

  it("of the network moves follows and what is done together, and no post", async () => {
    const adapted = await build(withEfforts({ network: 1 }))
    expect(adapted.postTime).toEqual((await plain).postTime)
    const before = generateTile(await plain, 0, 400)
    const after = generateTile(adapted, 0, 400)
    expect(after.follows).not.toEqual(before.follows)
    expect(after.interactions!.object).not.toEqual(before.interactions!.object)
  })

  describe("with new accounts", () => {
    const replaced = [...bare.columns.archetype.keys()].filter(
      (account) => bare.archetypes[bare.columns.archetype[account]!]!.side === "managed" && account % 2 === 0,
    )
    const ofKind = (account: number) => bare.archetypes[bare.columns.archetype[account]!]!
    const adaptation = unchanged()
    for (const account of replaced) adaptation.life[account] = 1
    const adapted = build(adaptation)

    it("has them register within the period, with few followers, unless accounts are taken over", async () => {
      const { columns } = await adapted
      const before = (await plain).columns
      const young = replaced.filter((account) => ofKind(account).before === null)
      expect(young.length).toBeGreaterThan(20)
      for (const account of young) {
        expect(columns.ageDays[account]).toBeLessThanOrEqual(-3.5)
        expect(columns.ageDays[account]).toBeGreaterThanOrEqual(-10.5)
        expect(columns.followers[account]).toBeLessThanOrEqual(before.followers[account]!)
        expect(columns.verified[account]).toBe(0)
      }
      const taken = replaced.filter((account) => ofKind(account).before !== null)
      for (const account of taken) {
        expect(columns.ageDays[account]).toBe(before.ageDays[account])
        expect(columns.followers[account]).toBe(before.followers[account])
      }
    })

    it("has nothing of theirs happen before they register", async () => {
      const { columns, postTime } = await adapted
      const young = replaced.filter((account) => ofKind(account).before === null)
      for (const account of young)
        for (const time of postTime.subarray(columns.postOffset[account], columns.postOffset[account + 1]))
          expect(time).toBeGreaterThanOrEqual(Math.floor(-columns.ageDays[account]! * 86_400))
    })

    it("leaves truth, and everybody else's profile, as they were", async () => {
      const { columns } = await adapted
      const before = (await plain).columns
      for (const name of [
        "archetype",
        "group",
        "creation",
        "scheduling",
        "distribution",
        "oversight",
      ] as const)
        expect(columns[name]).toEqual(before[name])
      const others = [...bare.columns.archetype.keys()].filter((account) => !replaced.includes(account))
      const names: (keyof WorldColumns)[] = [
        "ageDays",
        "followers",
        "following",
        "verified",
        "language",
        "topic",
      ]
      for (const name of names)
        for (const account of others) expect(columns[name][account]).toBe(before[name][account])
    })
  })

  it("of the period leaves who there is, and gives everybody other luck", async () => {
    const next = await build(noAdaptation(scenario.accounts, groups, 7, 1))
    expect(next.columns).toEqual((await plain).columns)
    expect(next.postTime).not.toEqual((await plain).postTime)
    const before = generateTile(await plain, 0, 400)
    const after = generateTile(next, 0, 400)
    expect(after.follows).toEqual(before.follows)
    expect(after.posts!.tokens).not.toEqual(before.posts!.tokens)
    expect(after.posts!.media!.hash).not.toEqual(before.posts!.media!.hash)
    expect(after.interactions!.time).not.toEqual(before.interactions!.time)
    expect(after.reports!.time).not.toEqual(before.reports!.time)
    const later = await build(noAdaptation(scenario.accounts, groups, 7, 2))
    expect(later.postTime).not.toEqual(next.postTime)
  })

  it("with absent accounts has nobody do anything there", async () => {
    const adaptation = unchanged()
    const absent = [...bare.groups.members].slice(0, 30)
    for (const account of absent) adaptation.absent[account] = 1
    const world = await build(adaptation)
    const tile = generateTile(world, 0, 400, new Set(["follows", "interactions.time"] as const))
    for (const account of absent)
      for (const offset of [world.columns.postOffset, world.columns.interactionOffset, tile.follows!.offset])
        expect(offset[account + 1]! - offset[account]!).toBe(0)
  })
})

describe("meanOver", () => {
  it("is of equal efforts to the last bit what one of them yields", () => {
    for (const effort of [0.1, 0.2, 0.3, 1 / 3, 0.7, 1])
      expect(meanOver(evenly(effort), (one) => 25 * one * one)).toBe(25 * effort * effort)
  })

  it("is the mean of unlike ones", () => {
    expect(meanOver({ behaviour: 0, content: 0.3, network: 0.9 })).toBeCloseTo(0.4)
  })
})
