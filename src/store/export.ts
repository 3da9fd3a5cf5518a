/** Writes a table as CSV, JSON lines or Parquet, by the file's extension. */
import { dirname, resolve } from "node:path"
import { DOUBLE, type DuckDBType, FLOAT, INTEGER, UINTEGER, VARCHAR } from "@duckdb/node-api"
import { DataError } from "../core/errors.ts"
import { makeFolder, writeBeside } from "./beside.ts"
import { identifier, literal, withDatabase } from "./duckdb.ts"
import { createTable, type TableColumn } from "./table.ts"

/** All columns have the same length. A column that holds a string is text; null and NaN are missing. */
export interface ExportColumn {
  readonly name: string
  readonly values: ArrayLike<string | number | null>
}

const FORMATS = [
  {
    ending: /\.csv(\.gz)?$/i,
    isJson: false,
    options: (texts: string) => `FORMAT csv, HEADER${texts && `, FORCE_QUOTE (${texts})`}`,
  },
  { ending: /\.(jsonl|ndjson)(\.gz)?$/i, isJson: true, options: () => "FORMAT json" },
  { ending: /\.parquet$/i, isJson: false, options: () => "FORMAT parquet, COMPRESSION zstd" },
]

/**
 * Writes the table beside and renames it into place; a file of this name is replaced. In CSV all text is
 * quoted, so that 007 stays text and NA a name for readers that care.
 */
export async function writeTable(file: string, columns: readonly ExportColumn[]): Promise<void> {
  const format = requireFormat(file)
  checkColumns(file, columns)
  const typed = columns.map(typedColumn)
  const texts = typed.filter(({ type }) => type === VARCHAR).map(({ name }) => identifier(name))
  const zip = /\.gz$/i.test(file) ? ", COMPRESSION gzip" : ""
  await makeFolder(dirname(resolve(file)))
  await writeBeside(resolve(file), (path) =>
    withDatabase(async (database) => {
      await createTable(database, "exported", typed)
      await database.run(
        `COPY (SELECT ${typed.map((column) => present(column, format.isJson)).join(", ")} FROM exported)
         TO ${literal(path)} (${format.options(texts.join(", "))}${zip})`,
      )
    }),
  )
}

/** The format that the name asks for; throws when it asks for none, so that it can be told before the work. */
export function requireFormat(file: string) {
  const format = FORMATS.find(({ ending }) => ending.test(file))
  if (format) return format
  throw new DataError(`${file}: the name must end in .csv, .jsonl, .ndjson (each also .gz) or .parquet`)
}

function checkColumns(file: string, columns: readonly ExportColumn[]) {
  const names = new Set(columns.map(({ name }) => name.toLowerCase()))
  if (columns.length === 0) throw new DataError(`${file}: there must be at least one column`)
  if (names.size < columns.length)
    throw new DataError(`${file}: the names of columns must differ, capitals aside`)
  for (const { name, values } of columns) {
    if (values.length === columns[0]!.values.length) continue
    throw new DataError(
      `${file}: column ${name} must have ${columns[0]!.values.length} values, as the first has, got ${values.length}`,
    )
  }
}

function typedColumn({ name, values }: ExportColumn): TableColumn {
  if (values instanceof Float32Array) return { name, type: FLOAT, values }
  const type = typeOf(values)
  if (type !== VARCHAR) return { name, type, values }
  return { name, type, values: Array.from(values, (value) => (value === null ? null : String(value))) }
}

/** Text as soon as there is a string; else the narrowest type of number that holds all. */
function typeOf(values: ArrayLike<string | number | null>): DuckDBType {
  let lowest = 0
  let highest = 0
  for (let row = 0; row < values.length; row++) {
    const value = values[row]
    if (typeof value === "string") return VARCHAR
    if (value === null || value === undefined) continue
    if (!Number.isInteger(value) || Object.is(value, -0)) lowest = Number.NEGATIVE_INFINITY
    lowest = Math.min(lowest, value)
    highest = Math.max(highest, value)
  }
  if (lowest >= 0 && highest <= 0xffffffff) return UINTEGER
  return lowest >= -0x80000000 && highest <= 0x7fffffff ? INTEGER : DOUBLE
}

/** NaN is missing, and JSON has no word for it. */
function present({ name, type }: TableColumn, isJson: boolean) {
  const column = identifier(name)
  if (type !== FLOAT && type !== DOUBLE) return column
  // By way of text a 32-bit 0.1 becomes 0.1; the JSON writer would make it 0.10000000149011612.
  const value = isJson && type === FLOAT ? `${column}::VARCHAR::DOUBLE` : column
  return `CASE WHEN NOT isnan(${column}) THEN ${value} END AS ${column}`
}
