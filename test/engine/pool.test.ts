/** What becomes of a pool whose threads fail: each way has an error of its own, and nothing hangs. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { describe, expect, it } from "vitest"
import type { Task } from "../../src/core/tasks.ts"
import { createPool, type Pool } from "../../src/engine/pool.ts"
import { answer } from "../../src/engine/protocol.ts"
import { freshFolder } from "../store/folder.ts"

const thread = (name: string) => new URL(`threads/${name}.mjs`, import.meta.url)

/** More tasks than threads, so that some are queued when the first fails. */
const tasks = Array.from({ length: 8 }, () => ({ kind: "measure" }) as unknown as Task)

async function failureOf(workerFile: URL): Promise<string> {
  const pool = createPool(workerFile, 2)
  try {
    await pool.run(tasks, () => {})
    return "no error"
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`
  } finally {
    await pool.close()
  }
}

describe("a pool", () => {
  it("says so when a thread ends by itself", async () => {
    expect(await failureOf(thread("ends"))).toBe(
      "WorkerError: a worker thread ended before its work was done (worker exited with code: 7); nothing of it was kept",
    )
  })

  it("says so when the worker cannot be loaded", async () => {
    const file = join(freshFolder(), "broken.mjs")
    writeFileSync(file, "export default (\n")
    expect(await failureOf(pathToFileURL(file))).toMatch(/^WorkerError: a worker thread ended .*Unexpected/)
  })

  it("says so when a thread runs out of memory, and when an array finds no room", async () => {
    const told = /^OutOfMemoryError: there is not enough memory for this/
    expect(await failureOf(thread("greedy"))).toMatch(told)
    expect(await failureOf(thread("hungry"))).toMatch(told)
  })
})

describe("the threads of a pool", () => {
  const whoAnswers = async (pool: Pool) => [...new Set(await pool.run(tasks, () => {}))]
  const named = (signal?: AbortSignal) => createPool(thread("named"), 1, signal)

  it("work on for the next pool of as many, and for no other", async () => {
    const first = named()
    const who = await whoAnswers(first)
    const beside = named()
    expect(await whoAnswers(beside)).not.toEqual(who)
    await first.close()
    await beside.close()
    const [next, two] = [named(), createPool(thread("named"), 2)]
    expect(await whoAnswers(next)).toEqual(who)
    expect(await whoAnswers(two)).not.toContain(who[0])
    await next.close()
    await two.close()
  })

  it("end with work that is called off, and with a pool that is closed over it", async () => {
    const endless = [{ kind: "never" } as unknown as Task]
    const seen = new Set<unknown>()
    for (const how of ["abort", "close"] as const) {
      const controller = new AbortController()
      const pool = named(controller.signal)
      seen.add((await whoAnswers(pool))[0])
      const working = pool.run(endless, () => {}).catch((error: Error) => error.name)
      if (how === "abort") controller.abort()
      else await pool.close()
      expect(await working).toBe(how === "abort" ? "CancelledError" : "WorkerError")
      await pool.close()
    }
    const last = named()
    expect(seen).not.toContain((await whoAnswers(last))[0])
    await last.close()
    expect(seen.size).toBe(2)
  })
})

describe("a worker", () => {
  it("tells a failed allocation from other faults, and keeps its stack out of the message", () => {
    const impossible = {
      kind: "why",
      get run(): never {
        throw new RangeError("Array buffer allocation failed")
      },
    } as unknown as Task
    expect(answer(impossible)).toMatchObject({ failure: { isOutOfMemory: true, isMendable: false } })
    const wrong = answer({ kind: "join", detector: "no-such", partition: 0 } as unknown as Task)
    expect(wrong).toMatchObject({ failure: { isOutOfMemory: false } })
    expect("failure" in wrong && wrong.failure.message).not.toContain("\n    at ")
  })
})
