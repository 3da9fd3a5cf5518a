import { describe, expect, it } from "vitest"
import { createOpenedRuns } from "../../src/api/opened-runs.ts"
import { fakeInspector, fakeRun } from "./fakes.ts"

function counted(capacity: number) {
  const reads: string[] = []
  const inspected: string[] = []
  const runs = createOpenedRuns(
    async (id) => {
      reads.push(id)
      if (id === "gone" && reads.length === 1) throw new Error("not there yet")
      return fakeRun(id)
    },
    (run) => {
      inspected.push(run.manifest.id)
      return fakeInspector()
    },
    capacity,
  )
  return { runs, reads, inspected }
}

describe("the opened runs", () => {
  it("are read once for many who ask at once", async () => {
    const { runs, reads } = counted(2)
    await Promise.all([runs.open("a"), runs.open("a"), runs.open("a")])
    expect(reads).toEqual(["a"])
  })

  it("make room by closing the one unused for longest", async () => {
    const { runs, reads } = counted(2)
    for (const id of ["a", "b", "a", "c", "a", "b"]) await runs.open(id)
    expect(reads).toEqual(["a", "b", "c", "b"])
  })

  it("try again after a failure", async () => {
    const { runs } = counted(2)
    await expect(runs.open("gone")).rejects.toThrow("not there yet")
    expect((await runs.open("gone")).run.manifest.id).toBe("gone")
  })

  it("make an inspector only when one is asked for, and only one", async () => {
    const { runs, inspected } = counted(2)
    const opened = await runs.open("a")
    expect(inspected).toEqual([])
    expect(opened.inspector()).toBe(opened.inspector())
    expect(inspected).toEqual(["a"])
  })
})
