import { describe, expect, it } from "vitest"
import { beginLife, noAdaptation, traitStream } from "../../src/core/population/adaptation.ts"
import type { World } from "../../src/core/population/world.ts"
import { stream } from "../../src/core/random/streams.ts"

const COLUMNS = [
  "ageDays",
  "followers",
  "following",
  "friends",
  "bought",
  "verified",
  "reportsDecided",
  "reportsUpheld",
] as const

/** Three accounts of a maker of accounts and one who takes them over, all with 1,000 of everything. */
function worldWith(life: readonly number[], absent: readonly number[] = [0, 0, 0, 0]): World {
  const adaptation = noAdaptation(4, 1, 7)
  adaptation.life.set(life)
  adaptation.absent.set(absent)
  return {
    adaptation,
    scenario: { seed: "begin" },
    periodSeconds: 28 * 86_400,
    archetypes: [{ before: null }, { before: {} }],
    columns: {
      archetype: Uint8Array.of(0, 0, 0, 1),
      ...Object.fromEntries(COLUMNS.map((name) => [name, new Float64Array(4).fill(1000)])),
    },
  } as unknown as World
}

function begun(life: readonly number[], absent?: readonly number[]) {
  const world = worldWith(life, absent)
  for (let account = 0; account < 4; account++) beginLife(world, account)
  return (account: number) => COLUMNS.map((name) => world.columns[name][account])
}

describe("beginLife", () => {
  it("leaves a new account no friends, mark or record as a reporter, and one taken over all that it had", () => {
    const of = begun([0, 1, 0, 1])
    expect(of(0)).toEqual(COLUMNS.map(() => 1000))
    expect(of(1).slice(3)).toEqual([0, 0, 0, 0, 0])
    expect(of(1)[1]).toBeLessThan(1000)
    expect(of(3)).toEqual(COLUMNS.map(() => 1000))
  })

  it("draws each account in a place anew", () => {
    const [first, second] = [begun([0, 1, 0, 0])(1), begun([0, 2, 0, 0])(1)]
    expect(first.slice(0, 3)).not.toEqual(second.slice(0, 3))
    expect(begun([0, 1, 1, 0])(2).slice(0, 3)).not.toEqual(first.slice(0, 3))
    const asDrawn = stream("begin", "as-drawn")
    const streams = [0, 1, 2].map((life) => traitStream(worldWith([0, life, 0, 0]), 1, asDrawn))
    expect(streams[0]).toBe(asDrawn)
    const drawn = streams.map((random) => random())
    expect(new Set(drawn).size).toBe(3)
  })

  it("takes followers and marks from where nobody is any more", () => {
    expect(begun([0, 0, 0, 0], [0, 0, 1, 0])(2).slice(1, 6)).toEqual([0, 0, 0, 0, 0])
  })
})
