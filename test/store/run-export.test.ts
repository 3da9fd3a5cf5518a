import { readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { buffer } from "node:stream/consumers"
import { DuckDBInstance } from "@duckdb/node-api"
import { expect, test, vi } from "vitest"
import { exportScores, scoreColumns } from "../../src/store/run-export.ts"
import { freshFolder } from "./folder.ts"
import { madeUpRun } from "./run.ts"

const run = madeUpRun({ accounts: 3000 })

async function rowsOf(file: string) {
  const instance = await DuckDBInstance.create(":memory:")
  const database = await instance.connect()
  const reader = await database.runAndReadAll(`SELECT * FROM '${file}' ORDER BY account`)
  const rows = reader.getRowObjectsJS()
  database.closeSync()
  instance.closeSync()
  return rows
}

test.each(["csv", "parquet"] as const)(
  "as %s has one row an account, and what is missing empty",
  async (format) => {
    const { bytes, body } = await exportScores(run, format)
    const content = await buffer(body as Parameters<typeof buffer>[0])
    expect(content.length).toBe(bytes)
    const file = join(freshFolder(), `scores.${format}`)
    writeFileSync(file, content)
    const rows = await rowsOf(file)
    expect(rows).toHaveLength(3000)
    const { risk, scores, archetype } = run.columns
    for (const account of [0, 1, 2047, 2048, 2999]) {
      const row = rows[account]!
      expect(row.account).toBe(format === "csv" ? BigInt(account) : account)
      expect(row.archetype).toBe(run.manifest.archetypes[archetype[account]!]!.id)
      expect(Math.fround(row.risk as number)).toBe(risk[account])
      expect(Number(row.flagged)).toBe(risk[account]! >= run.manifest.scenario.threshold ? 1 : 0)
      const score = scores["co-action"]![account]!
      expect(row["co-action"] === null ? Number.NaN : Math.fround(row["co-action"] as number)).toBe(score)
    }
  },
)

test("leaves no file behind that nobody reads", async () => {
  const temporary = freshFolder()
  vi.stubEnv("TMPDIR", temporary)
  const { body } = await exportScores(run, "csv")
  expect(readdirSync(temporary).filter((name) => name.startsWith("assay-export"))).toEqual([])
  await body.cancel()
  vi.unstubAllEnvs()
})

test("labels accounts by the scenario's own definition", () => {
  const columns = new Map(scoreColumns(run).map(({ name, values }) => [name, values]))
  const [grade, managed] = [columns.get("grade")!, columns.get("ai_managed")!]
  for (let account = 0; account < 3000; account++)
    expect(managed[account] === 1).toBe(["mostly", "full"].includes(grade[account] as string))
})
