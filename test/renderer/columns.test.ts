import { columnFromArray, tableFromColumns, tableToIPC } from "@uwdata/flechette"
import { describe, expect, it } from "vitest"
import { encodeColumns } from "../../src/api/columns.ts"
import type { RunColumns } from "../../src/core/run.ts"
import { ColumnError, readColumns, readReports } from "../../src/renderer/api/columns.ts"

const columns: RunColumns = {
  truth: {
    creation: Float32Array.of(0, 0.25),
    scheduling: Float32Array.of(1, 0.5),
    distribution: Float32Array.of(0, 1),
    oversight: Float32Array.of(1, 0),
    fromDay: Float32Array.of(0, 9.5),
    untilDay: Float32Array.of(28, 28),
  },
  archetype: Uint8Array.of(0, 5),
  language: Uint8Array.of(1, 0),
  followers: Uint32Array.of(12, 3_000_000),
  ageDays: Float32Array.of(-3.5, 900),
  postCount: Uint32Array.of(0, 40),
  interactionCount: Uint32Array.of(7, 0),
  group: Uint32Array.of(0xffffffff, 3),
  scores: { "posting-rhythm": Float32Array.of(Number.NaN, 0.75), "co-action": Float32Array.of(0.5, 0) },
  risk: Float32Array.of(0.125, 1),
}

describe("readColumns", () => {
  it("reads back what the api writes, missing scores as NaN", () => {
    expect(readColumns(encodeColumns(columns), 2)).toEqual(columns)
  })

  it("reads how many reports each account got, where the run knows", () => {
    const reports = Float32Array.of(0, 7)
    const bytes = encodeColumns(columns, reports)
    expect(readColumns(bytes, 2)).toEqual(columns)
    expect(readReports(bytes, 2)).toEqual(reports)
    expect(readReports(encodeColumns(columns), 2)).toBeNull()
  })

  it("names the column that is missing and those that are there", () => {
    const table = tableFromColumns([["risk", columnFromArray(columns.risk)]])
    const bytes = tableToIPC(table, { format: "stream" })!
    expect(() => readColumns(bytes, 2)).toThrow(
      new ColumnError("columns: truth_creation is missing; the answer has risk"),
    )
  })

  it("tells how many rows were expected and found", () => {
    expect(() => readColumns(encodeColumns(columns), 3)).toThrow(/expected 3 rows.*got 2/)
  })

  it("says so when the answer is no Arrow stream", () => {
    const page = new TextEncoder().encode("<!doctype html>")
    expect(() => readColumns(page, 2)).toThrow(/expected an Arrow IPC stream, got 15 bytes/)
  })
})
