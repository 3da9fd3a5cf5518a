import { describe, expect, it } from "vitest"
import { baselineOf } from "../../src/core/gate/baseline.ts"
import { measureAgainst } from "../../src/core/gate/measure.ts"
import { gateRun } from "./run.ts"

const before = gateRun()
const { language, archetype } = before.columns
const cohortsAfter = (change: (account: number, score: number) => number) =>
  measureAgainst(baselineOf(before), gateRun({ change: (score, account) => change(account, score) }))
    .flipCohorts

describe("whom a change of sides is about", () => {
  const ENGLISH = 1

  it("is the language where all who write it are hit, though archetypes are, too", () => {
    const [hit, ...others] = cohortsAfter((account, score) => (language[account] === ENGLISH ? 1 : score))
    expect(hit).toMatchObject({ flip: "newlyHit", cohort: { kind: "language", name: "en" } })
    expect(hit.accounts).toBe(hit.flipped)
    // A fifth of the population writes it.
    expect(hit.share).toBeGreaterThan(0.15)
    expect(hit.share).toBeLessThan(0.25)
    expect(others.map(({ flip }) => flip)).toEqual(["newlyCaught"])
  })

  it("is the archetype where that is what they have in common", () => {
    const newsroom = 1
    const [hit] = cohortsAfter((account, score) => (archetype[account] === newsroom ? 1 : score))
    expect(hit).toMatchObject({ flip: "newlyHit", cohort: { kind: "archetype", name: "newsroom" } })
  })

  it("is nobody where it hits as chance would, or too few to tell", () => {
    expect(cohortsAfter((account, score) => (account % 7 === 0 ? 1 : score))).toEqual([])
    const [some] = [...language.keys()].filter((account) => language[account] === ENGLISH && account > 200)
    expect(cohortsAfter((account, score) => (account === some ? 1 : score))).toEqual([])
    expect(cohortsAfter((_, score) => score)).toEqual([])
  })
})
