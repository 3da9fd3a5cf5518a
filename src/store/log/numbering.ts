/**
 * Dense numbers for identifiers. They follow the order of the identifiers' UTF-16 code units, so that they
 * depend neither on the order of rows nor on a locale.
 */
import { type DuckDBConnection, DuckDBDataChunk, UINTEGER } from "@duckdb/node-api"
import { chunksOf, textColumn } from "../duckdb.ts"

/**
 * Makes the table `table` (name VARCHAR, number UINTEGER) from the distinct texts that `names` (a query of
 * one column called name) yields, and returns them by number.
 */
export async function numberNames(
  database: DuckDBConnection,
  table: string,
  names: string,
): Promise<string[]> {
  await database.run(`CREATE TABLE ${table} AS
    SELECT name, (row_number() OVER (ORDER BY name) - 1)::UINTEGER AS number
    FROM (SELECT DISTINCT name FROM (${names}) WHERE name IS NOT NULL)`)
  const byBytes = textColumn(await chunksOf(database, `SELECT name FROM ${table} ORDER BY number`), 0)
  if (isSorted(byBytes)) return byBytes
  // DuckDB sorts by bytes of UTF-8, which puts emoji after, not before, the code units from U+E000 on.
  const order = Array.from(byBytes, (_, rank) => rank)
  order.sort((a, b) => (byBytes[a]! < byBytes[b]! ? -1 : 1))
  await renumber(database, table, order)
  return order.map((rank) => byBytes[rank]!)
}

function isSorted(names: readonly string[]) {
  for (let i = 1; i < names.length; i++) if (names[i - 1]! > names[i]!) return false
  return true
}

/** `order[number]` is the number that the name had before. */
async function renumber(database: DuckDBConnection, table: string, order: readonly number[]) {
  await database.run("CREATE TEMP TABLE renumbering (before UINTEGER, after UINTEGER)")
  const appender = await database.createAppender("renumbering")
  const chunkRows = 2048
  for (let start = 0; start < order.length; start += chunkRows) {
    const before = order.slice(start, start + chunkRows)
    const chunk = DuckDBDataChunk.create([UINTEGER, UINTEGER], before.length)
    chunk.setColumns([before, before.map((_, i) => start + i)])
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
  await database.run(`CREATE OR REPLACE TABLE ${table} AS
    SELECT name, after AS number FROM ${table} JOIN renumbering ON before = number`)
  await database.run("DROP TABLE renumbering")
}
