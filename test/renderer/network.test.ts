import { describe, expect, it } from "vitest"
import type { NetworkGraph } from "../../src/api/contract.ts"
import { orderScores } from "../../src/core/evaluation/index.ts"
import { en } from "../../src/renderer/i18n/en.ts"
import type { Translate } from "../../src/renderer/i18n/index.ts"
import { holdRun } from "../../src/renderer/state/run.ts"
import { COLOURS } from "../../src/renderer/theme.ts"
import { modelOf, moveTo } from "../../src/renderer/views/network/graph-model.ts"
import {
  flaggedShare,
  groupRow,
  isBeyondChance,
  managedShare,
} from "../../src/renderer/views/network/group-rows.ts"
import { firstPlaces, iterationsFor, layOut } from "../../src/renderer/views/network/layout.ts"
import {
  alongRamp,
  between,
  lookOf,
  type Painting,
  paletteOf,
} from "../../src/renderer/views/network/paint.ts"
import { accountsTable, edgesTable } from "../../src/renderer/views/network/saved-tables.ts"
import { fakeRun } from "../api/fakes.ts"

const { manifest, columns } = fakeRun()
const run = holdRun(manifest, columns)
const labelled = run.labelledBy(manifest.scenario.definition)
const graph: NetworkGraph = {
  accounts: [2, 0, 1],
  group: [1, 1, 0],
  community: [0, 0, 1],
  step: [0, 1, 2],
  edges: { from: [0, 1], to: [1, 2], weight: [8, 2], kind: [0, 3] },
  accountsInAll: 3,
  edgesInAll: 2,
}
const t = ((key: keyof typeof en) => en[key]) as unknown as Translate
t.known = (_, otherwise) => otherwise

describe("a layout", () => {
  const input = {
    community: Uint32Array.of(0, 0, 0, 1, 1, 1),
    from: Uint32Array.of(0, 0, 1, 3, 3, 4, 2),
    to: Uint32Array.of(1, 2, 2, 4, 5, 5, 3),
    weight: Float32Array.of(9, 9, 9, 9, 9, 9, 1),
  }
  const settled = () => {
    const layout = layOut(input)
    for (let k = 0; k < layout.iterations; k++) layout.step()
    return layout.places()
  }

  it("begins with a place of its own for everybody", () => {
    const places = firstPlaces(input.community)
    const told = Array.from({ length: 6 }, (_, node) => `${places[2 * node]} ${places[2 * node + 1]}`)
    expect(new Set(told).size).toBe(6)
  })

  it("is the same every time", () => {
    expect(settled()).toEqual(settled())
  })

  it("has whoever is joined nearer than whoever is not", () => {
    const places = settled()
    const apart = (a: number, b: number) =>
      Math.hypot(places[2 * a]! - places[2 * b]!, places[2 * a + 1]! - places[2 * b + 1]!)
    expect(Math.max(apart(0, 1), apart(3, 4))).toBeLessThan(Math.min(apart(0, 4), apart(1, 5)))
    expect(places.every(Number.isFinite)).toBe(true)
  })

  it("takes fewer iterations for more accounts", () => {
    expect(iterationsFor(5000)).toBeLessThan(iterationsFor(100))
  })

  it("is drawn, and moved, account by account", () => {
    const model = modelOf(graph, Float32Array.of(0, 1, 2, 3, 4, 5))
    expect(model.getNodeAttribute("0", "x")).toBe(2)
    expect(model.neighbors("0").toSorted()).toEqual(["1", "2"])
    moveTo(model, graph.accounts, Float32Array.of(9, 8, 7, 6, 5, 4))
    expect([model.getNodeAttribute("2", "x"), model.getNodeAttribute("1", "y")]).toEqual([9, 4])
  })
})

describe("how an account looks", () => {
  const palette = paletteOf(COLOURS.light, "light")
  const painting: Painting = { run, labelled, threshold: 0.2, colour: "risk", showsTruth: false, palette }

  it("has a ring from the threshold on, and a square only where truth is shown", () => {
    expect(lookOf(painting, 1, 0)).toMatchObject({ isFlagged: true, isSquare: false })
    expect(lookOf(painting, 0, 0).isFlagged).toBe(false)
    expect(lookOf(painting, 2, 0).isSquare).toBe(false)
    expect(lookOf({ ...painting, showsTruth: true }, 2, 0).isSquare).toBe(true)
  })

  it("is coloured by what is asked for", () => {
    const colourOf = (colour: Painting["colour"], account: number, community = 0) =>
      lookOf({ ...painting, colour }, account, community).colour
    expect(colourOf("truth", 2)).toBe(COLOURS.light.managed)
    expect(colourOf("outcome", 2)).toBe(palette.outcome.tp)
    expect(colourOf("outcome", 1)).toBe(palette.outcome.fp)
    expect(colourOf("community", 0, 2)).toBe(palette.community[2])
    expect(colourOf("community", 0, 500)).toBe(palette.community.at(-1))
  })

  it("changes with the threshold for those alone whom it passes", () => {
    const order = orderScores(Float32Array.of(0.9, 0.3, Number.NaN, 0.5, 0.3))
    const passed = (a: number, b: number) => [...between(order, a, b)].toSorted()
    // At or above counts as flagged.
    expect(passed(Math.fround(0.3), 0.5)).toEqual([1, 4])
    expect(passed(0.95, 0.4)).toEqual([0, 3])
    expect(passed(0.6, 0.7)).toEqual([])
  })

  it("goes along the ramp with the risk", () => {
    expect(alongRamp(["#000000", "#ffffff"], 0)).toBe("#000000")
    expect(alongRamp(["#000000", "#ffffff"], 1)).toBe("#ffffff")
    expect(alongRamp(["#000000", "#808080", "#ffffff"], 0.25)).toBe("#404040")
  })
})

describe("a row of the groups", () => {
  const group = {
    number: 1,
    members: [2, 0, 1],
    links: 2,
    density: 2 / 3,
    together: 9,
    surprise: null,
    block: null,
  }
  const row = groupRow(group, columns.risk)

  it("has the mean risk, and who is flagged at or above a threshold", () => {
    expect(row.meanRisk).toBeCloseTo(0.4, 6)
    expect([0, 0.2, 0.201, 1].map((threshold) => flaggedShare(row, Math.fround(threshold)))).toEqual([
      1,
      2 / 3,
      1 / 3,
      0,
    ])
    expect(managedShare(row, labelled.label)).toBeCloseTo(1 / 3)
  })

  it("leaves out members without a risk", () => {
    const some = groupRow(group, Float32Array.of(Number.NaN, 0.5, 0.7))
    expect(some.meanRisk).toBeCloseTo(0.6)
    expect(flaggedShare(some, 0)).toBeCloseTo(2 / 3)
  })

  it("is beyond chance only where its surprise is above ln 2", () => {
    const block = { members: 3, inGroup: 3, linked: 1, joined: 9, expected: 1, surprise: Math.LN2 }
    expect(isBeyondChance(row)).toBe(false)
    expect(isBeyondChance({ ...row, group: { ...group, block } })).toBe(false)
    expect(isBeyondChance({ ...row, group: { ...group, block: { ...block, surprise: 1 } } })).toBe(true)
  })
})

describe("what is saved", () => {
  it("has all accounts, with truth only where it is shown", () => {
    const options = { run, labelled, threshold: 0.5, showsTruth: false }
    expect(accountsTable(graph, options, t).rows).toEqual([
      [2, columns.risk[2], "yes", 1, 1, 1, 0],
      [0, columns.risk[0], "no", 2, 1, 1, 1],
      [1, columns.risk[1], "no", 1, 2, null, 2],
    ])
    const told = accountsTable(graph, { ...options, showsTruth: true }, t)
    expect(told.rows[0]!.slice(-1)).toEqual(["yes"])
    expect(told.columns).toHaveLength(told.rows[0]!.length)
  })

  it("has all lines by account number", () => {
    expect(edgesTable(graph, t).rows).toEqual([
      [2, 0, "Co-action", 8],
      [0, 1, "Follows", 2],
    ])
  })
})
