import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { expect, test } from "vitest"
import { DataError } from "../../src/core/errors.ts"
import { openStore } from "../../src/store/store.ts"
import { openTrash } from "../../src/store/trash.ts"
import { freshFolder } from "./folder.ts"
import { madeUpRun } from "./run.ts"

const HOUR = 3_600_000

async function storeWithRun() {
  const store = openStore(freshFolder())
  const run = madeUpRun({ accounts: 10 })
  await store.write(run)
  return { store, run, id: run.manifest.id }
}

const ids = async (store: ReturnType<typeof openStore>) => (await store.list()).map(({ id }) => id)

test("a deleted run is in no list, and comes back as it was", async () => {
  const { store, run, id } = await storeWithRun()
  await store.rename(id, "The one that works")
  const token = await store.trash.put(id)
  expect(await ids(store)).toEqual([])
  expect(await store.problems()).toEqual([])
  await expect(store.read(id)).rejects.toThrow(/there is no run/)
  const [trashed] = await store.trash.list()
  expect(trashed).toMatchObject({ token, id, title: "The one that works" })
  expect(trashed!.bytes).toBeGreaterThan(1000)
  expect(await store.trash.restore(token)).toBe(id)
  expect((await store.read(id)).manifest).toEqual(run.manifest)
  expect((await store.extras(id)).title).toBe("The one that works")
  expect(await store.trash.list()).toEqual([])
})

test("a run that was made again meanwhile is not replaced by the deleted one", async () => {
  const { store, run, id } = await storeWithRun()
  const token = await store.trash.put(id)
  await store.write({ ...run, manifest: { ...run.manifest, createdAt: "2026-05-01T00:00:00.000Z" } })
  await expect(store.trash.restore(token)).rejects.toThrow(/made again meanwhile/)
  expect((await store.manifest(id)).createdAt).toBe("2026-05-01T00:00:00.000Z")
  expect((await store.trash.list()).map((one) => one.token)).toEqual([token])
})

test("a damaged folder is deleted and restored like a run", async () => {
  const { store } = await storeWithRun()
  mkdirSync(join(store.folder, "Copy of a run"))
  writeFileSync(join(store.folder, "Copy of a run", "run.json"), "{")
  expect((await store.problems()).map(({ folder }) => basename(folder))).toEqual(["Copy of a run"])
  const token = await store.trash.put("Copy of a run")
  expect(await store.problems()).toEqual([])
  await store.trash.restore(token)
  expect(readFileSync(join(store.folder, "Copy of a run", "run.json"), "utf8")).toBe("{")
})

test("no name leads out of the store", async () => {
  const { store } = await storeWithRun()
  for (const name of ["..", ".", "", "../x", "a/b", "a\\b", ".trash", "nothing-here"])
    await expect(store.trash.put(name), name).rejects.toThrow(/there is no run/)
  for (const token of ["x", "1234567890123-..", "1234567890123-../x", "1234567890123-gone"])
    await expect(store.trash.restore(token), token).rejects.toThrow(/there is no deleted run/)
})

test("is emptied of what was deleted long ago, and of nothing else", async () => {
  const { store, run, id } = await storeWithRun()
  let clock = Date.parse("2026-03-10T00:00:00Z")
  const trash = openTrash(store.folder, () => clock)
  const old = await trash.put(id)
  clock += 20 * HOUR
  await store.write(run)
  const young = await trash.put(id)
  clock += 5 * HOUR
  await trash.empty(24 * HOUR)
  expect((await trash.list()).map(({ token }) => token)).toEqual([young])
  expect(existsSync(join(store.folder, ".trash", old))).toBe(false)
  await trash.remove(young)
  await trash.remove(young)
  expect(readdirSync(join(store.folder, ".trash"))).toEqual([])
})

test("two runs of one name deleted in one moment are both kept", async () => {
  const { store, run, id } = await storeWithRun()
  const trash = openTrash(store.folder, () => Date.parse("2026-03-10T00:00:00Z"))
  const first = await trash.put(id)
  await store.write(run)
  const second = await trash.put(id)
  expect(new Set([first, second]).size).toBe(2)
  expect(await trash.list()).toHaveLength(2)
})

test("a title is trimmed, checked, kept beside the run, and taken away again", async () => {
  const { store, run, id } = await storeWithRun()
  expect((await store.extras(id)).title).toBeNull()
  await store.rename(id, "  基线，三月  ")
  expect((await store.extras(id)).title).toBe("基线，三月")
  await store.write(run)
  expect((await store.extras(id)).title).toBe("基线，三月")
  for (const [text, problem] of [
    ["   ", /1 to 80 characters, got 0/],
    ["x".repeat(81), /1 to 80 characters, got 81/],
    ["two\nlines", /one line/],
  ] as const)
    await expect(store.rename(id, text)).rejects.toThrow(problem)
  await expect(store.rename("gone-1", "x")).rejects.toThrow(/there is no run/)
  await store.rename(id, null)
  expect((await store.extras(id)).title).toBeNull()
  expect((await store.read(id)).manifest.digest).toBe(run.manifest.digest)
})

test("what is no deleted run in the trash hides none of those that are", async () => {
  const { store, id } = await storeWithRun()
  const token = await store.trash.put(id)
  for (const name of ["1234567890123-.hidden", "notes"]) mkdirSync(join(store.folder, ".trash", name))
  expect((await store.trash.list()).map((one) => one.token)).toEqual([token])
})

test("a title that cannot be taken away is told with its file", async () => {
  const { store, id } = await storeWithRun()
  mkdirSync(join(store.folder, id, "title.json"))
  await expect(store.rename(id, null)).rejects.toThrow(DataError)
  await expect(store.rename(id, null)).rejects.toThrow(/title\.json: cannot be written/)
})

test("a broken title breaks nothing", async () => {
  const { store, id } = await storeWithRun()
  const file = join(store.folder, id, "title.json")
  for (const text of ["{", "[]", '{"title":3}', '{"title":""}']) {
    writeFileSync(file, text)
    expect((await store.extras(id)).title, text).toBeNull()
  }
  expect(await ids(store)).toEqual([id])
  renameSync(join(store.folder, id, "scores.parquet"), join(store.folder, id, "scores.gone"))
  expect(await ids(store)).toEqual([])
  expect((await store.problems())[0]!.message).toMatch(/lacks scores.parquet/)
})
