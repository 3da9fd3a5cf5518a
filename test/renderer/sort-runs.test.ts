import { describe, expect, it } from "vitest"
import type { RunEntry } from "../../src/api/contract.ts"
import { createFormat } from "../../src/renderer/format.ts"
import { NEWEST_FIRST, sortRuns, turned } from "../../src/renderer/views/runs/sort-runs.ts"

const run = (id: string, more: Partial<RunEntry>): RunEntry => ({
  id,
  title: null,
  name: "tiny",
  seed: "tiny",
  createdAt: "2026-03-01T00:00:00.000Z",
  accounts: 500,
  prevalence: 0.1,
  digest: "",
  populationDigest: "",
  seconds: 1,
  bytes: 1000,
  ...more,
})

const runs = [
  run("a", { title: "run 10", bytes: 2_000_000, createdAt: "2026-03-02T00:00:00.000Z" }),
  run("b", { title: "run 9", bytes: 999 }),
  run("c", { seed: "other", createdAt: "2026-03-03T00:00:00.000Z" }),
]

const ids = (order: Parameters<typeof sortRuns>[1]) =>
  sortRuns(runs, order, new Intl.Collator("en", { numeric: true }))
    .map(({ id }) => id)
    .join("")

describe("the list of runs", () => {
  it("begins with the newest", () => {
    expect(ids(NEWEST_FIRST)).toBe("cab")
  })

  it("is sorted by what runs are called, numbers in names as numbers", () => {
    const byName = turned(NEWEST_FIRST, "name")
    expect(byName).toEqual({ by: "name", descending: false })
    expect(ids(byName)).toBe("bac")
    expect(ids(turned(byName, "name"))).toBe("cab")
  })

  it("is sorted by numbers from the highest, and equal ones stay as they were", () => {
    expect(ids(turned(NEWEST_FIRST, "bytes"))).toBe("acb")
    expect(ids(turned(NEWEST_FIRST, "accounts"))).toBe("abc")
  })
})

describe("disk use", () => {
  it.each([
    [0, "0 bytes"],
    [999, "999 bytes"],
    [1000, "1 kB"],
    [1_234_567, "1.2 MB"],
    [45_600_000, "46 MB"],
    [7_800_000_000_000, "7,800 GB"],
  ])("of %d bytes reads %s", (bytes, text) => {
    expect(createFormat("en").bytes(bytes)).toBe(text)
  })
})
