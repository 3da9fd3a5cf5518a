import { describe, expect, it } from "vitest"
import { followFlags } from "../../src/core/policy/follow/index.ts"
import { en } from "../../src/renderer/i18n/en.ts"
import { flagEndsTable } from "../../src/renderer/views/consequences/saved-tables.ts"
import { mixedRun, policyOf } from "../policy/follow/small-run.ts"
import { translating } from "./translating.ts"

describe("the saved table of flag ends", () => {
  it("tells each row from all others: reinstatement is a step, and an end", () => {
    const { funnel } = followFlags(mixedRun(100), policyOf({ review: 0.3 }), { replicates: 2 })
    const { columns, rows } = flagEndsTable(translating(en), funnel)
    const named = rows.map(([kind, name]) => `${kind}: ${name}`)
    expect(new Set(named).size, named.join()).toBe(rows.length)
    expect(named).toContain("step: Reinstated")
    expect(named).toContain("end: Reinstated")
    expect(rows.every((row) => row.length === columns.length)).toBe(true)
  })
})
