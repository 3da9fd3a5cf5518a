import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type AccountFilter, ANY_ACCOUNT } from "../../src/renderer/state/account-filter.ts"
import { type Basis, beginsWith, selectAccounts } from "../../src/renderer/views/accounts/select.ts"

const basis: Basis = {
  threshold: 0.5,
  risk: Float32Array.of(0.1, 0.4, 0.5, 0.9, Number.NaN, 0.7),
  label: Uint8Array.of(0, 1, 0, 1, 1, 0),
  grade: Uint8Array.of(0, 2, 1, 3, 3, 0),
  group: Uint32Array.of(7, 7, 0xffffffff, 2, 2, 0xffffffff),
  archetype: Uint8Array.of(0, 1, 0, 1, 1, 0),
  scores: { "co-action": Float32Array.of(0, 0.2, Number.NaN, 0.8, 1, 0.5) },
  cohorts: () => ({ of: Uint8Array.of(0, 1, 0, 1, 0, 1), count: 2, names: ["zh", "en"] }),
  other: { threshold: 0.3, label: Uint8Array.of(0, 0, 0, 1, 1, 1) },
  namedArchetypes: [false, true],
  named: Uint8Array.of(0, 0, 1, 0, 0, 0),
}

const select = (changes: Partial<AccountFilter>) => [...selectAccounts({ ...ANY_ACCOUNT, ...changes }, basis)]

describe("selectAccounts", () => {
  it("keeps everyone without a filter", () => expect(select({})).toEqual([0, 1, 2, 3, 4, 5]))

  const cases: [string, Partial<AccountFilter>, number[]][] = [
    ["a grade", { grade: "full" }, [3, 4]],
    ["a cohort", { cohort: { kind: "language", name: "en" } }, [1, 3, 5]],
    ["a cohort that the run does not have", { cohort: { kind: "language", name: "fr" } }, []],
    ["a range of risks, both ends included", { scores: [{ of: "risk", from: 0.5, to: 0.75 }] }, [2, 5]],
    [
      "a detector's scores, missing ones left out",
      { scores: [{ of: "co-action", from: 0, to: 1 }] },
      [0, 1, 3, 4, 5],
    ],
    ["a score that the run does not have", { scores: [{ of: "gone", from: 0, to: 1 }] }, []],
    ["a group", { memberOf: 7 }, [0, 1]],
    ["the flagged, whoever they are", { outcome: "flagged" }, [2, 3, 5]],
    ["those no longer flagged", { flips: "no-longer-flagged" }, [1]],
    ["the newly flagged", { flips: "newly-flagged" }, []],
    ["who newly counts as AI-managed", { flips: "newly-managed" }, [1]],
    ["who no longer does", { flips: "no-longer-managed" }, [5]],
    ["all who changed sides", { flips: "any" }, [1, 5]],
    ["a search by number", { search: "3" }, [1, 2, 3, 4]],
    ["a search by archetype or name", { search: "farm" }, [1, 2, 3, 4]],
    ["several at once", { outcome: "flagged", memberOf: 2, search: "farm" }, [3]],
  ]
  it.each(cases)("keeps %s", (_what, changes, wanted) => expect(select(changes)).toEqual(wanted))
})

describe("beginsWith", () => {
  it("tells what the digits of a number begin with", () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.stringMatching(/^\d{1,4}$/), (account, digits) => {
        expect(beginsWith(digits)(account)).toBe(String(account).startsWith(digits))
      }),
    )
  })

  it("finds no number by letters", () => expect(beginsWith("1a")(1)).toBe(false))
})
