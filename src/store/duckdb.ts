/**
 * DuckDB, embedded: one private in-memory database for each piece of work, set so that the result depends
 * neither on the machine's time zone nor on the network.
 */
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type DuckDBConnection, type DuckDBDataChunk, DuckDBInstance } from "@duckdb/node-api"

/** Opens a database, hands it to `work`, and closes it whatever happens. */
export async function withDatabase<Result>(work: (database: DuckDBConnection) => Promise<Result>) {
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    // Work that outgrows memory spills here; by default it would spill into the working directory.
    temp_directory: join(tmpdir(), `assay-duckdb-${process.pid}`),
  })
  try {
    const database = await instance.connect()
    try {
      await database.run("SET TimeZone = 'UTC'")
      return await work(database)
    } finally {
      database.closeSync()
    }
  } finally {
    instance.closeSync()
  }
}

/** A string as an SQL literal. */
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** A name as an SQL identifier. */
export const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`

/** A path as an SQL literal for DuckDB's readers, which would otherwise expand *, ? and [ as patterns. */
export const pathLiteral = (file: string) => literal(file.replace(/[*?[]/g, "[$&]"))

/** All rows of a small result, by column name. */
export async function rowsOf(database: DuckDBConnection, sql: string) {
  const reader = await database.runAndReadAll(sql)
  return reader.getRowObjectsJS()
}

/** A result held in DuckDB's own column chunks. */
export interface Chunks {
  readonly rowCount: number
  readonly chunks: readonly DuckDBDataChunk[]
}

export async function chunksOf(database: DuckDBConnection, sql: string): Promise<Chunks> {
  const result = await database.run(sql)
  const chunks = await result.fetchAllChunks()
  return { rowCount: chunks.reduce((rows, chunk) => rows + chunk.rowCount, 0), chunks }
}

type NumberColumn = Float32Array | Float64Array | Uint32Array | Uint16Array | Uint8Array

/** Copies one column, which has no missing values, into `target`. */
export function fillNumbers<Column extends NumberColumn>(
  { chunks }: Chunks,
  column: number,
  target: Column,
): Column {
  let row = 0
  for (const chunk of chunks) {
    const vector = chunk.getColumnVector(column)
    for (let i = 0; i < chunk.rowCount; i++) {
      const value = vector.getItem(i)
      if (value === null) throw new Error(`column ${column + 1} has no value in row ${row + 1}`)
      target[row++] = value as number
    }
  }
  return target
}

/** One column of text; "" stands for missing values. */
export function textColumn({ chunks, rowCount }: Chunks, column: number): string[] {
  const texts = new Array<string>(rowCount)
  let row = 0
  for (const chunk of chunks) {
    const vector = chunk.getColumnVector(column)
    for (let i = 0; i < chunk.rowCount; i++) texts[row++] = (vector.getItem(i) as string | null) ?? ""
  }
  return texts
}

/** The first line of a failure, for a message of our own. */
export const firstLine = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split("\n")[0]!.trim()
