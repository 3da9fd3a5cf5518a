/** What the page keeps of one answer while it waits for the next: each part until its own new one is known. */
import { describe, expect, it } from "vitest"
import { type Asked, heard, heldOver, NOTHING_YET } from "../../src/renderer/views/consequences/ask.ts"
import { type Standing, standingFor } from "../../src/renderer/views/consequences/decision.ts"
import {
  type Answers,
  answer,
  looksFor,
  PARTS,
  type Part,
  type Told,
} from "../../src/renderer/views/consequences/question.ts"
import { mixedRun, policyOf } from "../policy/follow/small-run.ts"

/** A part's answer, told apart by the question that it is of. */
const found = (part: Part, of: string) => ({
  kind: "found" as const,
  found: { [part]: { of } } as unknown as Partial<Answers>,
})
const hearAll = (asked: Asked, of: string, parts: readonly Part[] = PARTS) =>
  parts.reduce((before, part) => heard(before, before.number, found(part, of)), asked)
const ofWhich = ({ answers }: Asked) =>
  PARTS.map((part) => (answers[part] as { of?: string } | undefined)?.of)

const first = hearAll(heldOver(NOTHING_YET, 1), "first")

describe("answers", () => {
  it("are all known when the last part is", () => {
    expect(hearAll(heldOver(NOTHING_YET, 1), "first", PARTS.slice(0, -1)).working).not.toBeNull()
    expect(first.working).toBeNull()
    expect(first.earlier).toEqual([])
  })

  it("keep each part of the question before until that part of the new one is known", () => {
    const asked = heldOver(first, 2)
    expect(ofWhich(asked)).toEqual(["first", "first", "first", "first"])
    expect(asked.earlier).toEqual(PARTS)
    const some = hearAll(asked, "second", ["consequences", "curve"])
    expect(ofWhich(some)).toEqual(["second", "second", "first", "first"])
    expect(some.earlier).toEqual(["staffing", "surface"])
    expect(some.working).not.toBeNull()
    expect(hearAll(some, "second", ["staffing", "surface"])).toMatchObject({ earlier: [], working: null })
  })

  it("call a part earlier through any number of questions that were overtaken", () => {
    const overtaken = heldOver(hearAll(heldOver(first, 2), "second", ["consequences"]), 3)
    expect(ofWhich(overtaken)).toEqual(["second", "first", "first", "first"])
    expect(overtaken.earlier).toEqual(PARTS)
  })

  it("never take what is told of an overtaken question", () => {
    const asked = heldOver(first, 2)
    expect(heard(asked, 1, found("surface", "late"))).toBe(asked)
    const second = hearAll(asked, "second")
    expect(heard(second, 1, found("curve", "late"))).toBe(second)
    expect(heard(second, 1, { kind: "failed", message: "late" })).toBe(second)
  })

  it("begin with few replicates where all of them take long, and end with as many as the terminal's", () => {
    expect(looksFor(10_000)).toEqual([40])
    expect(looksFor(1_400_000)).toEqual([4, 40])
    expect(looksFor(3_000_000)).toEqual([4, 10])
  })

  it("give way to those of more replicates", () => {
    const few = heard(heldOver(first, 2), 2, found("consequences", "few"))
    expect(ofWhich(heard(few, 2, found("consequences", "more")))[0]).toBe("more")
  })

  it("know a part that has none by its reason, and go on to the others", () => {
    const asked = hearAll(heldOver(first, 2), "second", ["consequences", "curve"])
    const reason = heard(asked, 2, { kind: "unanswered", part: "staffing", message: "one day" })
    expect(ofWhich(reason)).toEqual(["second", "second", undefined, "first"])
    expect(reason).toMatchObject({ earlier: ["surface"], reasons: { staffing: "one day" }, failure: null })
    expect(reason.working).not.toBeNull()
    const all = hearAll(reason, "second", ["surface"])
    expect(all.working).toBeNull()
    expect(heldOver(all, 3)).toMatchObject({ reasons: {}, earlier: ["consequences", "curve", "surface"] })
  })

  it("are told part by part of a horizon of one day, but for staff who answer within a day", () => {
    const policy = policyOf({ review: 0.3 }, { enforcement: { horizonDays: 1 } })
    const told: Told[] = []
    answer({ input: mixedRun(100), policy, accounts: 10 }, (one) => told.push(one))
    const found = told.flatMap((one) => (one.kind === "found" ? Object.keys(one.found) : []))
    expect(found).toEqual(["consequences", "curve", "surface"])
    expect(told.filter(({ kind }) => kind === "unanswered")).toEqual([
      expect.objectContaining({
        part: "staffing",
        message: expect.stringContaining("must be below the horizon's 24 (1 day), got 24"),
      }),
    ])
  })

  it("lose, when the work fails, what is of the setting before, and nothing else", () => {
    const some = hearAll(heldOver(first, 2), "second", ["consequences"])
    const failed = heard(some, 2, { kind: "failed", message: "out of memory" })
    expect(ofWhich(failed)).toEqual(["second", undefined, undefined, undefined])
    expect(failed).toMatchObject({ earlier: [], working: null, failure: "out of memory" })
  })
})

describe("a search", () => {
  it("is told of nowhere but at the run that it is of", () => {
    const [here, there] = [{ id: "here" }, { id: "there" }]
    const working: Standing<"cheapest", { run: object }> = {
      state: "working",
      asked: { run: here },
      done: 0.5,
      remainingSeconds: null,
    }
    expect(standingFor(working, here)).toBe(working)
    expect(standingFor(working, there)).toEqual({ state: "none" })
    const failed: Standing<"cheapest", { run: object }> = { state: "failed", message: "out of memory" }
    expect(standingFor(failed, there)).toBe(failed)
  })
})
