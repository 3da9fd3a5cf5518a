import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { fingerprint } from "../../src/core/detection/conformance/evidence.ts"
import { UsageError } from "../../src/core/errors.ts"
import { shared } from "../../src/core/shared-columns.ts"
import { cacheSettings, openCache } from "../../src/store/cache.ts"
import { openStore } from "../../src/store/store.ts"
import { bundleWriter, type Writer } from "./child.ts"
import { freshFolder } from "./folder.ts"
import { madeUpRun } from "./run.ts"

const LIMIT = 1e9

/** Everything that core keeps: columns of all kinds, some in shared memory, of no length or part of larger ones. */
const value = () => {
  const times = shared.u32(5)
  times.set([5, 4, 3, 2, 1])
  return {
    score: Float32Array.of(0.5, Number.NaN, 1),
    columns: {
      times,
      none: shared.f64(0),
      days: Int8Array.of(-3, 3),
      part: new Uint16Array(9).subarray(2, 4),
    },
    summary: { pairs: 3, share: Number.NaN },
    reasons: { text: ["He said „no“", "十"] },
    pairs: undefined,
  }
}

describe("a cache", () => {
  it("gives back what was put, bit by bit, to whoever opens the folder", async () => {
    const folder = join(freshFolder(), "not", "there", "yet")
    expect(await openCache({ folder, limit: LIMIT }).get("findings", "a")).toBeUndefined()
    await openCache({ folder, limit: LIMIT }).put("findings", "a", value())
    const again = (await openCache({ folder, limit: LIMIT }).get("findings", "a")) as ReturnType<typeof value>
    expect(fingerprint(again)).toEqual(fingerprint(value()))
    expect(again.columns.part.buffer.byteLength).toBe(4)
  })

  it("tells kinds and keys apart", async () => {
    const cache = openCache({ folder: freshFolder(), limit: LIMIT })
    await cache.put("findings", "a", { of: "findings" })
    await cache.put("population", "a", { of: "population" })
    await cache.put("findings", "b", { of: "b" })
    expect(await cache.get("findings", "a")).toEqual({ of: "findings" })
    expect(await cache.get("population", "a")).toEqual({ of: "population" })
    expect(await cache.get("population", "b")).toBeUndefined()
  })

  it("has nothing where an entry is damaged anywhere, and is mended by the next one", async () => {
    const folder = freshFolder()
    const cache = openCache({ folder, limit: LIMIT })
    await cache.put("findings", "a", value())
    const file = join(folder, readdirSync(folder)[0]!)
    const whole = readFileSync(file)
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Buffer.from(whole)
      damaged[at] = damaged[at]! ^ 0x10
      writeFileSync(file, damaged)
      expect(await cache.get("findings", "a"), `byte ${at}`).toBeUndefined()
      writeFileSync(file, whole.subarray(0, at))
      expect(await cache.get("findings", "a"), `${at} bytes`).toBeUndefined()
    }
    await cache.put("findings", "a", value())
    expect(await cache.get("findings", "a")).toBeDefined()
  })

  it("stays within its limit by what was of no use for the longest time", async () => {
    const folder = freshFolder()
    const cache = openCache({ folder, limit: 25_000 })
    for (const [k, key] of ["a", "b"].entries()) {
      await cache.put("findings", key, { column: new Uint8Array(10_000) })
      // A second apart, in the order of the keys.
      for (const name of readdirSync(folder)) {
        const { mtimeMs } = statSync(join(folder, name))
        if (mtimeMs > 1e6) utimesSync(join(folder, name), k + 1, k + 1)
      }
    }
    expect(await cache.get("findings", "a")).toBeDefined()
    await cache.put("findings", "c", { column: new Uint8Array(10_000) })
    expect(await cache.get("findings", "b")).toBeUndefined()
    expect(await cache.get("findings", "a")).toBeDefined()
    expect(await cache.get("findings", "c")).toBeDefined()
  })

  it("lets notes go before anything else, however lately they were of use", async () => {
    const folder = freshFolder()
    const cache = openCache({ folder, limit: 25_000 })
    await cache.put("findings", "a", { column: new Uint8Array(10_000) })
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), 1, 1)
    await cache.put("notes", "a", { column: new Uint8Array(10_000) })
    await cache.put("population", "a", { column: new Uint8Array(10_000) })
    expect(await cache.get("notes", "a")).toBeUndefined()
    expect(await cache.get("findings", "a")).toBeDefined()
    expect(await cache.get("population", "a")).toBeDefined()
  })

  it("counts what other processes put there too", async () => {
    const folder = freshFolder()
    await openCache({ folder, limit: LIMIT }).put("findings", "a", { column: new Uint8Array(10_000) })
    await openCache({ folder, limit: 15_000 }).put("findings", "b", { column: new Uint8Array(10_000) })
    expect(readdirSync(folder)).toHaveLength(1)
  })

  it("keeps nothing where no folder can be, and says nothing", async () => {
    const file = join(freshFolder(), "file")
    writeFileSync(file, "")
    const cache = openCache({ folder: join(file, "cache"), limit: LIMIT })
    await cache.put("findings", "a", value())
    expect(await cache.get("findings", "a")).toBeUndefined()
  })
})

describe("a process with a cache", () => {
  let writer: Writer
  beforeAll(async () => {
    writer = await bundleWriter("cache-writer.ts")
  }, 60_000)
  afterAll(() => writer.remove())

  const names = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])
  const found = async (folder: string, sizes: readonly number[], limits?: string) =>
    Number(await text(writer.start([folder, ...sizes.map(String)], limits).stdout!))

  it("loses what a full disk does not take, and nothing else", async () => {
    const folder = freshFolder()
    expect(await found(folder, [LIMIT, 1000, 1])).toBe(1)
    // No file may grow beyond 40 blocks of 512 bytes.
    const limits = "trap '' XFSZ; ulimit -f 40"
    expect(await found(folder, [LIMIT, 100_000, 3], limits)).toBe(0)
    expect(readdirSync(folder)).toHaveLength(1)
    expect(await openCache({ folder, limit: LIMIT }).get("findings", "1000 bytes, 0")).toEqual({
      column: new Uint8Array(1000),
    })
  })

  it("has whole entries and no others when it is killed in the middle of writing", async () => {
    const folder = freshFolder()
    const column = (entry: number) => new Uint8Array(4_000_000).fill(entry)
    for (const wait of [5, 20, 50]) {
      const child = writer.start([folder, String(LIMIT), "4000000", "200"])
      const end = new Promise((done) => child.on("close", done))
      const namesBefore = names(folder).length
      await expect
        .poll(() => names(folder).length, { interval: 1, timeout: 30_000 })
        .toBeGreaterThan(namesBefore)
      await new Promise((later) => setTimeout(later, wait))
      child.kill("SIGKILL")
      await end
    }
    const cache = openCache({ folder, limit: LIMIT })
    let whole = 0
    for (let entry = 0; entry < 200; entry++) {
      const found = (await cache.get("findings", `4000000 bytes, ${entry}`)) as
        | { column: Uint8Array }
        | undefined
      if (found === undefined) continue
      whole++
      expect(Buffer.from(found.column).equals(column(entry)), `entry ${entry}`).toBe(true)
    }
    expect(whole).toBe(names(folder).filter((name) => name.endsWith(".kept")).length)
    await cache.put("findings", "after", { of: "after" })
    expect(await cache.get("findings", "after")).toEqual({ of: "after" })
  })

  it("shares it with others that put and trim at once", async () => {
    const folder = freshFolder()
    const limit = 400_000
    const counts = await Promise.all([0, 1, 2].map(() => found(folder, [limit, 50_000, 60])))
    // What one has put another may trim at once, but whatever is found is right.
    for (const count of counts) expect(count).toBeGreaterThan(0)
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2 * limit)
  })
})

describe("the store", () => {
  it("takes its cache for no run, and leaves it alone when it clears leftovers away", async () => {
    const folder = freshFolder()
    const settings = cacheSettings(folder, {})!
    expect(settings.folder).toBe(join(folder, ".cache"))
    await openCache(settings).put("findings", "a", value())
    utimesSync(settings.folder, 1, 1)
    const store = openStore(folder)
    await store.write(madeUpRun({ accounts: 3 }))
    expect(await openCache(settings).get("findings", "a")).toBeDefined()
    expect(await store.list()).toHaveLength(1)
    expect(await store.problems()).toEqual([])
  })
})

describe("the environment", () => {
  it("says where the cache is, and how large", () => {
    expect(cacheSettings("/runs", {})).toEqual({ folder: "/runs/.cache", limit: 4 * 2 ** 30 })
    expect(cacheSettings("/runs", { ASSAY_CACHE: "/c", ASSAY_CACHE_LIMIT: "1.5 GB" })).toEqual({
      folder: "/c",
      limit: 1.5e9,
    })
    expect(cacheSettings("/runs", { ASSAY_CACHE_LIMIT: "0" })).toBeNull()
    for (const wrong of ["much", "-1", "5TB", "1,5GB"])
      expect(() => cacheSettings("/runs", { ASSAY_CACHE_LIMIT: wrong }), wrong).toThrow(UsageError)
  })
})
