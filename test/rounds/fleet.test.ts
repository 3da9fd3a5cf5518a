import { describe, expect, it } from "vitest"
import { siblingOf } from "../../src/core/pipeline.ts"
import { EFFORT_LAYERS } from "../../src/core/population/efforts.ts"
import { assignRoster } from "../../src/core/population/roster.ts"
import { adaptationOf, firstFleets, siblingAdaptationOf } from "../../src/core/rounds/fleet.ts"
import { smallScenario } from "./scenario.ts"

const scenario = smallScenario()
const first = firstFleets(scenario)
const sibling = assignRoster(siblingOf(scenario))
const MOVED = { behaviour: 0.11, content: 0.22, network: 0.33 }

/** The sibling's groups of an archetype, in order. */
const groupsOf = (id: string) =>
  [...sibling.groups.archetype.keys()].filter(
    (group) => sibling.archetypes[sibling.groups.archetype[group]!]!.id === id,
  )

describe("firstFleets", () => {
  it("holds every managed account once, none new and none gone", () => {
    const members = first.operators.flatMap((operator) => [...operator.members])
    expect(new Set(members).size).toBe(members.length)
    expect(members).toHaveLength(scenario.accounts * scenario.prevalence)
    expect([...first.life, ...first.absent, ...first.isNew].some((one) => one !== 0)).toBe(false)
  })
})

describe("adaptationOf", () => {
  it("says of every operator what it does, and of no other group", () => {
    const { effort } = adaptationOf(first, scenario, 0)
    const run = new Map(first.operators.map((operator) => [operator.group, operator.efforts]))
    for (const layer of EFFORT_LAYERS)
      for (const [group, value] of effort[layer].entries())
        expect(value).toBe(run.get(group)?.[layer] ?? Number.NaN)
  })
})

describe("siblingAdaptationOf", () => {
  const own = first.operators.filter(({ archetype }) => archetype === "content-farm")
  const model = own[0]!
  const member = model.members[0]!
  const fleets = {
    ...first,
    operators: first.operators.map((one) => (one === model ? { ...one, efforts: MOVED } : one)),
    life: first.life.map((_, account) => (account === member ? 2 : 0)),
  }
  const { effort, life } = siblingAdaptationOf(fleets, scenario, 1)
  const likeIt = groupsOf("content-farm").filter((_, j) => j % own.length === 0)

  it("has the j-th operator of a kind do as the j-th, from the first again where there are more", () => {
    expect(likeIt.length).toBeGreaterThan(1)
    for (const layer of EFFORT_LAYERS)
      for (const [group, value] of effort[layer].entries())
        expect(value).toBe(likeIt.includes(group) ? MOVED[layer] : Number.NaN)
  })

  it("has as many of its accounts new", () => {
    const { offset, members } = sibling.groups
    const expected = new Uint16Array(sibling.accounts)
    for (const group of likeIt)
      for (let i = 0; offset[group]! + i < offset[group + 1]!; i += model.members.length)
        expected[members[offset[group]! + i]!] = 2
    expect([...life]).toEqual([...expected])
  })
})
