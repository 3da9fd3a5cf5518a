import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  countGrades,
  type Definition,
  GRADES,
  gradeAccounts,
  isManaged,
  labelAccounts,
} from "../../src/core/policy/definition.ts"
import type { Truth } from "../../src/core/population/truth.ts"

type Life = Record<keyof Truth, number>

const DEFAULT: Definition = { automation: 0.5, oversight: 0.25, days: 5 }
const BY_HAND: Life = { creation: 0, scheduling: 0, distribution: 0, oversight: 0, fromDay: 0, untilDay: 28 }

const truthOf = (lives: readonly Life[]): Truth =>
  Object.fromEntries(
    Object.keys(BY_HAND).map((key) => [key, Float32Array.from(lives, (life) => life[key as keyof Truth])]),
  ) as unknown as Truth

const gradeOf = (life: Partial<Life>, definition: Partial<Definition> = {}) =>
  GRADES[gradeAccounts(truthOf([{ ...BY_HAND, ...life }]), { ...DEFAULT, ...definition })[0]!]

const life = fc.record({
  creation: fc.float({ min: 0, max: 1, noNaN: true }),
  scheduling: fc.float({ min: 0, max: 1, noNaN: true }),
  distribution: fc.float({ min: 0, max: 1, noNaN: true }),
  oversight: fc.float({ min: 0, max: 1, noNaN: true }),
  fromDay: fc.float({ min: 0, max: 27, noNaN: true }),
  untilDay: fc.constant(28),
})
const share = fc.double({ min: 0.01, max: 1, noNaN: true })
const definition = fc.record({ automation: share, oversight: share, days: fc.integer({ min: 1, max: 28 }) })

describe("the grades of the definition", () => {
  it.each<[what: string, life: Partial<Life>, grade: string]>([
    ["everything by hand", {}, "none"],
    ["a draft polished now and then", { creation: 0.05 }, "none"],
    ["all posts scheduled, under the owner's eyes", { scheduling: 1, oversight: 0.7 }, "none"],
    ["oversight that is just meaningful", { creation: 1, distribution: 1, oversight: 0.25 }, "none"],
    ["a third of the posts by a model, unread", { creation: 0.33 }, "occasional"],
    ["everything, but for three days only", { creation: 1, distribution: 1, fromDay: 25 }, "occasional"],
    ["most posts, with interaction by hand", { creation: 0.8 }, "mostly"],
    ["all posts, with interaction by hand", { creation: 1 }, "mostly"],
    ["all posts and interaction, since the start", { scheduling: 0.95, distribution: 0.6 }, "full"],
    ["all posts and interaction, since a switch", { creation: 1, distribution: 1, fromDay: 9 }, "mostly"],
  ])("call %s %s", (_, lived, grade) => {
    expect(gradeOf(lived)).toBe(grade)
  })

  it("move with the definition", () => {
    const overseen = { creation: 1, distribution: 1, oversight: 0.4 }
    expect([gradeOf(overseen), gradeOf(overseen, { oversight: 0.5 })]).toEqual(["none", "full"])
    const late = { creation: 1, distribution: 1, fromDay: 25 }
    expect([gradeOf(late), gradeOf(late, { days: 3 })]).toEqual(["occasional", "mostly"])
    const third = { creation: 0.33 }
    expect([gradeOf(third), gradeOf(third, { automation: 0.3 })]).toEqual(["occasional", "mostly"])
  })

  it("label AI-managed who is hosted mostly or in full, and count everybody once", () => {
    fc.assert(
      fc.property(fc.array(life, { maxLength: 30 }), definition, (lives, by) => {
        const truth = truthOf(lives)
        const grade = Array.from(gradeAccounts(truth, by), (at) => GRADES[at]!)
        expect(Array.from(labelAccounts(truth, by), Boolean)).toEqual(grade.map(isManaged))
        const counts = countGrades(gradeAccounts(truth, by))
        for (const name of GRADES) expect(counts[name]).toBe(grade.filter((one) => one === name).length)
      }),
    )
  })

  it("make nobody authentic whom a stricter definition calls AI-managed", () => {
    fc.assert(
      fc.property(fc.array(life, { maxLength: 30 }), definition, definition, (lives, a, b) => {
        const wider = {
          automation: Math.min(a.automation, b.automation),
          oversight: Math.max(a.oversight, b.oversight),
          days: Math.min(a.days, b.days),
        }
        const truth = truthOf(lives)
        const [narrow, wide] = [labelAccounts(truth, a), labelAccounts(truth, wider)]
        for (const [account, label] of narrow.entries()) expect(wide[account]).toBeGreaterThanOrEqual(label)
      }),
    )
  })
})
