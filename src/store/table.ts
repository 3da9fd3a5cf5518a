/** Columns in memory become a table of DuckDB, in bulk. */
import { type DuckDBConnection, DuckDBDataChunk, type DuckDBType } from "@duckdb/node-api"
import { identifier } from "./duckdb.ts"

export interface TableColumn {
  readonly name: string
  readonly type: DuckDBType
  /** Nulls cost more than numbers do: a long column had better mark missing values by a number. */
  readonly values: ArrayLike<number | string | null>
}

/** DuckDB's own chunk size. */
const CHUNK_ROWS = 2048

/** Makes the table `name`; all columns have the same length, and rows keep their order. */
export async function createTable(database: DuckDBConnection, name: string, columns: readonly TableColumn[]) {
  const types = columns.map(({ type }) => type)
  const definitions = columns.map((column) => `${identifier(column.name)} ${column.type}`)
  await database.run(`CREATE TABLE ${identifier(name)} (${definitions.join(", ")})`)
  const appender = await database.createAppender(name)
  const rowCount = columns[0]!.values.length
  for (let start = 0; start < rowCount; start += CHUNK_ROWS) {
    const chunk = DuckDBDataChunk.create(types, Math.min(CHUNK_ROWS, rowCount - start))
    for (const [column, { values }] of columns.entries()) fillColumn(chunk, column, values, start)
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

function fillColumn(
  chunk: DuckDBDataChunk,
  column: number,
  values: ArrayLike<number | string | null>,
  start: number,
) {
  const vector = chunk.getColumnVector(column)
  for (let row = 0; row < chunk.rowCount; row++) vector.setItem(row, values[start + row]!)
  vector.flush()
}
