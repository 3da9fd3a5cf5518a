import { spawnSync } from "node:child_process"
import { once } from "node:events"
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { setTimeout as sleep } from "node:timers/promises"
import { DuckDBInstance } from "@duckdb/node-api"
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest"
import type { Run } from "../../src/core/run.ts"
import { openStore } from "../../src/store/store.ts"
import { bundleWriter, type Writer } from "./child.ts"
import { freshFolder } from "./folder.ts"
import { madeUpRun } from "./run.ts"

/** Typed arrays as their bytes, so that two runs are equal only bit for bit. */
function bytesOf(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) {
    return `${value.constructor.name} ${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("hex")}`
  }
  if (value === null || typeof value !== "object") return value
  if (Array.isArray(value)) return value.map(bytesOf)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, bytesOf(part)]))
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => "no error",
    (error: Error) => `${error.name}: ${error.message}`,
  )

async function rewrite(file: string, select: (source: string) => string) {
  const instance = await DuckDBInstance.create(":memory:")
  const database = await instance.connect()
  await database.run(`CREATE TABLE old AS SELECT * FROM '${file}'`)
  const detectors = `KV_METADATA {'assay-detectors': '["co-action"]'}`
  await database.run(`COPY (${select("old")}) TO '${file}' (FORMAT parquet, ${detectors})`)
  database.closeSync()
  instance.closeSync()
}

describe("a run", () => {
  test("comes back bit for bit", async () => {
    const store = openStore(join(freshFolder(), "deep/runs"))
    for (const accounts of [1, 2048, 5000]) {
      const run = madeUpRun({ accounts, salt: accounts })
      const folder = await store.write(run)
      expect(folder).toBe(join(store.folder, run.manifest.id))
      const read = await store.read(run.manifest.id)
      expect(bytesOf(read)).toEqual(bytesOf(run))
      expect(await store.manifest(run.manifest.id)).toEqual(run.manifest)
    }
  })

  test("keeps what only unusual columns hold", async () => {
    const made = madeUpRun({ accounts: 3 })
    const ends = Float32Array.of(Number.POSITIVE_INFINITY, -0, 1e-45)
    const run: Run = { ...made, features: { "co-action": { repeats: ends } }, pairs: {} }
    const store = openStore(freshFolder())
    await store.write(run)
    expect(bytesOf(await store.read(run.manifest.id))).toEqual(bytesOf(run))
  })

  test("is readable by other tools: names for archetypes, NULL for what is missing", async () => {
    const run = madeUpRun({ accounts: 100 })
    const folder = await openStore(freshFolder()).write(run)
    const instance = await DuckDBInstance.create(":memory:")
    const database = await instance.connect()
    const ask = async (sql: string) => (await database.runAndReadAll(sql)).getRowObjectsJS()
    const [accounts] = await ask(
      `SELECT count(*)::INT AS n, count("group")::INT AS grouped,
         count(*) FILTER (archetype = 'content-farm')::INT AS farms FROM '${folder}/accounts.parquet'`,
    )
    expect(accounts).toEqual({
      n: 100,
      grouped: run.columns.group.filter((group) => group !== 0xffffffff).length,
      farms: run.columns.archetype.filter((archetype) => archetype === 1).length,
    })
    const [scores] = await ask(`SELECT count("co-action")::INT AS judged FROM '${folder}/scores.parquet'`)
    expect(scores!.judged).toBe(
      run.columns.scores["co-action"]!.filter((score) => !Number.isNaN(score)).length,
    )
    database.closeSync()
    instance.closeSync()
  })

  test("of the same id is replaced, also when what is there is damaged", async () => {
    const store = openStore(freshFolder())
    const first = madeUpRun()
    await store.write(first)
    const later = madeUpRun({ createdAt: "2026-04-01T00:00:00.000Z" })
    await store.write(later)
    expect((await store.list()).map(({ createdAt }) => createdAt)).toEqual([later.manifest.createdAt])
    const folder = join(store.folder, first.manifest.id)
    truncateSync(join(folder, "scores.parquet"), 10)
    await store.write(first)
    expect(bytesOf(await store.read(first.manifest.id))).toEqual(bytesOf(first))
    writeFileSync(join(folder, "run.json"), "{")
    await store.write(later)
    expect(bytesOf(await store.read(first.manifest.id))).toEqual(bytesOf(later))
    expect(readdirSync(store.folder)).toEqual([first.manifest.id])
  })

  test("is whole to a reader while it is replaced", async () => {
    const store = openStore(freshFolder())
    const run = madeUpRun({ accounts: 20_000 })
    const { id } = run.manifest
    await store.write(run)
    let isWriting = true
    const writing = (async () => {
      for (let i = 0; i < 5; i++) await store.write(run)
      isWriting = false
    })()
    let reads = 0
    while (isWriting) {
      expect((await store.list()).map((manifest) => manifest.id)).toEqual([id])
      expect((await store.read(id)).columns.risk).toEqual(run.columns.risk)
      reads++
    }
    await writing
    expect(reads).toBeGreaterThan(0)
  })

  test("written by several at once is whole", async () => {
    const store = openStore(freshFolder())
    const run = madeUpRun()
    await Promise.all([1, 2, 3, 4].map(() => store.write(run)))
    expect(bytesOf(await store.read(run.manifest.id))).toEqual(bytesOf(run))
    expect(readdirSync(store.folder)).toEqual([run.manifest.id])
  })

  test("is removed, once or twice", async () => {
    const store = openStore(freshFolder())
    const run = madeUpRun()
    await store.write(run)
    await store.remove(run.manifest.id)
    await store.remove(run.manifest.id)
    expect(await store.list()).toEqual([])
    expect(readdirSync(store.folder)).toEqual([])
    expect(await failure(store.read(run.manifest.id))).toBe(
      `NotFoundError: ${store.folder}: there is no run "${run.manifest.id}"`,
    )
  })

  test("that is not sound is not written", async () => {
    const store = openStore(freshFolder())
    const run = madeUpRun({ accounts: 5 })
    const short = { ...run, columns: { ...run.columns, risk: new Float32Array(4) } }
    expect(await failure(store.write(short))).toBe(
      `DataError: run ${run.manifest.id}: risk must have one value an account (5), got 4`,
    )
    const nameless = { ...run, manifest: { ...run.manifest, id: "../x" } }
    expect(await failure(store.write(nameless))).toMatch(/^DataError: run id must be lower-case letters/)
    const infinite = { ...run, manifest: { ...run.manifest, timings: { roster: Number.NaN, total: 1 } } }
    expect(await failure(store.write(infinite))).toMatch(/run.json: timings.roster: /)
    expect(readdirSync(store.folder)).toEqual([])
  })
})

describe("the list", () => {
  test("is empty before the first run, and newest first after", async () => {
    const store = openStore(join(freshFolder(), "runs"))
    expect([await store.list(), await store.problems()]).toEqual([[], []])
    for (const [salt, day] of [
      [1, "02"],
      [2, "04"],
      [3, "03"],
    ] as const) {
      await store.write(madeUpRun({ accounts: 3, salt, createdAt: `2026-03-${day}T00:00:00.000Z` }))
    }
    expect((await store.list()).map(({ createdAt }) => createdAt.slice(8, 10))).toEqual(["04", "03", "02"])
  })

  test("leaves out what is damaged and tells why", async () => {
    const store = openStore(freshFolder())
    const damage: [string, (folder: string) => void, RegExp][] = [
      ["no-manifest", (folder) => rmSync(join(folder, "run.json")), /it has no run.json$/],
      [
        "half-manifest",
        (folder) => truncateSync(join(folder, "run.json"), 100),
        /run.json: this is not whole JSON/,
      ],
      ["no-scores", (folder) => rmSync(join(folder, "scores.parquet")), /the run lacks scores.parquet$/],
      [
        "no-digest",
        (folder) => edit(folder, ({ digest, ...rest }) => rest),
        /run.json: digest: .*expected string, received undefined$/,
      ],
      [
        "later-format",
        (folder) => edit(folder, (manifest) => ({ ...manifest, format: 3 })),
        /run.json: format: .*2/,
      ],
      [
        "other-id",
        (folder) => edit(folder, (manifest) => ({ ...manifest, id: "x" })),
        /id must be the folder's name/,
      ],
    ]
    const whole = madeUpRun({ accounts: 3, name: "whole" })
    await store.write(whole)
    for (const [name, spoil] of damage) spoil(await store.write(madeUpRun({ accounts: 3, name })))
    mkdirSync(join(store.folder, "Not A Run"))
    mkdirSync(join(store.folder, ".hidden"))
    writeFileSync(join(store.folder, "notes.txt"), "mine")
    expect((await store.list()).map(({ name }) => name)).toEqual(["whole"])
    const problems = await store.problems()
    expect(problems).toHaveLength(damage.length + 1)
    for (const [name, , message] of damage) {
      expect(problems.find(({ folder }) => folder.includes(name))!.message).toMatch(message)
    }
  })

  function edit(folder: string, change: (manifest: Record<string, unknown>) => unknown) {
    const file = join(folder, "run.json")
    writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, "utf8")))))
  }
})

describe("reading", () => {
  test.each(["accounts", "scores", "features", "pairs"])(
    "names %s.parquet when it is cut short",
    async (name) => {
      const store = openStore(freshFolder())
      const run = madeUpRun()
      const file = join(await store.write(run), `${name}.parquet`)
      truncateSync(file, statSync(file).size >> 1)
      expect(await failure(store.read(run.manifest.id))).toMatch(
        new RegExp(`^DamagedRunError: ${file}: this is not a readable part of a run`),
      )
    },
  )

  test.each<[string, string, (source: string) => string, string]>([
    ["a row is missing", "scores", (t) => `SELECT * FROM ${t} LIMIT 9`, "one row an account \\(10\\), got 9"],
    ["rows are in another order", "accounts", (t) => `SELECT * FROM ${t} ORDER BY account DESC`, "in order$"],
    [
      "a detector is missing",
      "scores",
      (t) => `SELECT * EXCLUDE "co-action" FROM ${t}`,
      "got posting-rhythm$",
    ],
    [
      "an archetype is unknown",
      "accounts",
      (t) => `SELECT * REPLACE ('x' AS archetype) FROM ${t}`,
      "column 2 has no value",
    ],
    [
      "a truth is missing",
      "accounts",
      (t) => `SELECT * REPLACE (NULL AS creation) FROM ${t}`,
      "no value in row 1",
    ],
    ["a pair leads outside", "pairs", (t) => `SELECT * REPLACE (10 AS b) FROM ${t}`, "one of the run's 10$"],
  ])("fails when %s", async (_, name, select, message) => {
    const store = openStore(freshFolder())
    const run = madeUpRun({ accounts: 10 })
    const file = join(await store.write(run), `${name}.parquet`)
    await rewrite(file, select)
    expect(await failure(store.read(run.manifest.id))).toMatch(
      new RegExp(`^DamagedRunError: ${file}: .*${message}`),
    )
  })

  test.each(["..", "../../etc", "", "A", "a/b", ".a", "nothing-here"])(
    "finds no run called %j",
    async (id) => {
      const store = openStore(freshFolder())
      await store.write(madeUpRun({ accounts: 3 }))
      // One after the other: a promise that rejects while another is awaited counts as unhandled.
      for (const ask of [store.manifest, store.read]) expect(await failure(ask(id))).toMatch(/^NotFoundError/)
    },
  )
})

/** A disk of so many kilobytes that goes with the test; null where none can be mounted. */
function smallDisk(kilobytes: number): string | null {
  const folder = mkdtempSync(join(tmpdir(), "assay-disk-"))
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", folder])
  onTestFinished(() => {
    if (status === 0) spawnSync("umount", ["--lazy", folder])
    rmSync(folder, { recursive: true, force: true })
  })
  return status === 0 ? folder : null
}

describe("a writer that fails", () => {
  let writer: Writer
  beforeAll(async () => {
    writer = await bundleWriter()
  }, 60_000)
  afterAll(() => writer.remove())

  test("by being killed leaves whole runs only", async () => {
    const store = openStore(freshFolder())
    let leftovers = 0
    for (const delay of [0, 40, 80, 160]) {
      const child = writer.start([store.folder, "20000", "1000"])
      await once(child.stdout!, "data")
      while (!partials(store.folder).length) await sleep(1)
      await sleep(delay)
      child.kill("SIGKILL")
      await once(child, "exit")
      leftovers += partials(store.folder).length
      for (const manifest of await store.list()) {
        const run = madeUpRun({ accounts: 20_000, salt: Number.parseInt(manifest.digest, 16) })
        expect(bytesOf(await store.read(manifest.id))).toEqual(bytesOf(run))
      }
      expect(await store.problems()).toEqual([])
    }
    // Otherwise no writer was killed in the middle, and nothing has been tested.
    expect(leftovers).toBeGreaterThan(0)
    expect((await store.list()).length).toBeGreaterThan(0)
  })

  test("leaves leftovers that a later writer removes, though not those of one at work", async () => {
    const store = openStore(freshFolder())
    const [old, young] = ["a-1", "b-2"].map((id) => join(store.folder, `.${id}.partial-0123456789ab`))
    for (const folder of [old!, young!]) mkdirSync(folder)
    writeFileSync(join(old!, "scores.parquet"), "half")
    const yesterday = Date.now() / 1000 - 86_400
    utimesSync(old!, yesterday, yesterday)
    await store.write(madeUpRun({ accounts: 3 }))
    expect([existsSync(old!), existsSync(young!)]).toEqual([false, true])
    expect(await store.list()).toHaveLength(1)
  })

  test("for want of room says so, names the place and leaves nothing", async () => {
    const folder = join(freshFolder(), "runs")
    // No file may grow beyond 40 blocks of 512 bytes: as on a full disk, writing stops in the middle.
    const child = writer.start([folder, "20000", "1"], "ulimit -f 40")
    expect(await text(child.stdout!)).toMatch(
      new RegExp(
        `^DiskFullError: ${folder}/made-up-0{11}2: cannot be written \\(a file may not grow that large here\\)\n$`,
      ),
    )
    expect(readdirSync(folder)).toEqual([])
  })

  test("on a full disk says so, and keeps the runs that were there", async (context) => {
    const disk = smallDisk(256)
    if (disk === null) return context.skip("mounting a disk of our own needs root")
    const store = openStore(join(disk, "runs"))
    const kept = madeUpRun({ accounts: 3 })
    await store.write(kept)
    const large = madeUpRun({ accounts: 20_000, salt: 2 })
    expect(await failure(store.write(large))).toBe(
      `DiskFullError: ${store.folder}/${large.manifest.id}: cannot be written (the disk is full)`,
    )
    expect(readdirSync(store.folder)).toEqual([kept.manifest.id])
    expect(bytesOf(await store.read(kept.manifest.id))).toEqual(bytesOf(kept))
  })

  test("for want of a folder says so and leaves nothing", async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, "file"), "")
    const message = await failure(openStore(join(folder, "file/runs")).write(madeUpRun({ accounts: 3 })))
    expect(message).toBe(
      `DataError: ${folder}/file/runs: cannot be written (part of the path is a file, not a folder)`,
    )
    expect(readdirSync(folder)).toEqual(["file"])
    expect(await failure(openStore(join(folder, "file")).list())).toMatch(
      /^DataError: .*file: the store's folder/,
    )
  })

  test.runIf(existsSync("/proc/self"))("is refused where no folder can be made", async () => {
    expect(await failure(openStore("/proc/none/runs").write(madeUpRun()))).toBe(
      "DataError: /proc/none: cannot be written (the folder does not exist)",
    )
  })

  const partials = (folder: string) => readdirSync(folder).filter((name) => name.includes(".partial-"))
})
