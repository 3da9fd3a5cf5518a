import { beforeAll, describe, expect, it } from "vitest"
import { mediaDomain } from "../../src/core/realism/media.ts"
import type { Gallery } from "../../src/core/realism/media-sample.ts"
import { aboveChance, accuracyLost, judgeShared } from "../../src/core/realism/media-sharing.ts"
import { combOf, departureOf, slopeOf } from "../../src/core/realism/media-spectrum.ts"
import { measurable, type Population, witness } from "../../src/core/realism/population.ts"
import { measure, type RealismRow } from "../../src/core/realism/row.ts"
import { scenarioSchema } from "../../src/core/scenario/schema.ts"
import { inProcess } from "../../src/core/tasks.ts"

const frequency = (band: number) => (band + 1) / 32
const powerLaw = (slope: number) =>
  Float32Array.from({ length: 16 }, (_, band) => 3 + slope * Math.log10(frequency(band)))

describe("statistics of a spectrum", () => {
  it("give back the slope of a power law, wherever it starts", () => {
    const twice = new Float32Array(32)
    twice.set(powerLaw(-1.7), 16)
    expect(slopeOf(twice, 16)).toBeCloseTo(-1.7, 5)
    expect(departureOf(twice, 16)).toBeCloseTo(0, 5)
  })

  it("see a comb where there is one", () => {
    const combed = powerLaw(-2)
    const plain = combOf(combed, 0)
    for (const band of [3, 7, 11]) combed[band] += 0.3
    expect(combOf(combed, 0) - plain).toBeCloseTo(0.3, 5)
  })

  it("see a departure from the power law, to whichever side", () => {
    const bent = (by: number) => powerLaw(-2).map((power, band) => (band % 2 === 0 ? power - by : power + by))
    expect(departureOf(bent(0.2), 0)).toBeCloseTo(0.2, 1)
    expect(departureOf(bent(-0.2), 0)).toBeCloseTo(0.2, 1)
  })
})

describe("a detector learned before sharing", () => {
  /** Pictures of both kinds; a generated one has a tooth of `before`, and `after` publication. */
  const galleries = (before: number, after: number): Gallery[] =>
    Array.from({ length: 800 }, (_, account) => {
      const shape = (tooth: number) =>
        powerLaw(-2 - 0.3 * ((account % 7) / 7)).map((power, band) => (band === 7 ? power + tooth : power))
      const made = { before: shape(before), after: shape(after) }
      const taken = { before: shape(0), after: shape(0) }
      return {
        account,
        cluster: account,
        photographs: [],
        models: [],
        captured: [taken],
        generated: [made],
        covers: 2,
        signed: 0,
      }
    })

  it("loses nothing where nothing is lost", () => {
    const verdicts = judgeShared(galleries(0.5, 0.5))!
    expect(aboveChance(verdicts, "before")).toBe(1)
    expect(accuracyLost(verdicts)).toBe(0)
  })

  it("loses all where the trace is gone", () => {
    expect(accuracyLost(judgeShared(galleries(0.5, 0))!)).toBe(1)
  })

  it("is tried on other accounts than it learned from", () => {
    expect(judgeShared(galleries(0.5, 0.5))).toHaveLength(400)
  })

  it("does not judge where there is too little to learn from", () => {
    expect(judgeShared(galleries(0.5, 0.5).slice(0, 50))).toBeNull()
  })
})

describe("the media rows", () => {
  const scenario = scenarioSchema.parse({ name: "test", accounts: 3000, prevalence: 0.2 })
  let population: Population
  let rows: readonly RealismRow[]

  beforeAll(async () => {
    population = await witness(measurable(scenario), inProcess, () => {})
    rows = measure(mediaDomain, population)
  })

  it("all apply to an ordinary population, with an interval about the value", () => {
    for (const row of rows) {
      expect(row.generated, row.id).not.toBeNull()
      expect(row.interval![0], row.id).toBeLessThanOrEqual(row.generated!)
      expect(row.interval![1], row.id).toBeGreaterThanOrEqual(row.generated!)
    }
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })

  it("measure the same of the same population", () => {
    expect(measure(mediaDomain, population)).toEqual(rows)
  })

  it("say why they do not apply where nobody posts a picture", () => {
    const bare = population.tiles.map(({ evidence, behind }) => ({
      behind,
      evidence: { ...evidence, posts: { ...evidence.posts!, media: undefined } },
    }))
    const none = measure(mediaDomain, { ...population, tiles: bare } as unknown as Population)
    for (const row of none) {
      expect(row.met, row.id).toBeNull()
      expect(row.why, row.id).not.toBe("")
    }
  })
})
