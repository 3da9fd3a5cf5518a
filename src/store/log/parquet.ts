/** Parquet: columns have types; identifiers become text as they are, timestamps become seconds. */
import type { DuckDBConnection } from "@duckdb/node-api"
import { DataError } from "../../core/errors.ts"
import { identifier, pathLiteral, rowsOf } from "../duckdb.ts"
import type { LogFile } from "./file.ts"
import { findColumns, type LogField, type LogMapping } from "./mapping.ts"

const NESTED = /\[\d*\]$|^(STRUCT|MAP|UNION|BIT|INTERVAL)/
const MOMENT = /^(DATE$|TIMESTAMP)/
const NUMBER_OR_TEXT = /^(VARCHAR|U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*)$/

/** Fills the table `source`: one text column a mapped field, and `instant` (seconds) when time is a timestamp. */
export async function loadParquet(database: DuckDBConnection, file: LogFile, mapping: LogMapping) {
  const reader = `read_parquet(${pathLiteral(file.path)}, binary_as_string = true)`
  const columns = await rowsOf(database, `DESCRIBE SELECT * FROM ${reader}`)
  const names = columns.map((column) => column.column_name as string)
  const fields = findColumns(file.path, mapping, names).map(({ field, column, index }) => {
    const type = columns[index]!.column_type as string
    requireType(file.path, field, column, type)
    const text = `${identifier(column)}::VARCHAR AS ${identifier(field)}`
    const isMoment = field === "time" && MOMENT.test(type)
    return isMoment ? `${text}, epoch(${identifier(column)}::TIMESTAMPTZ) AS instant` : text
  })
  await database.run(`CREATE TABLE source AS SELECT ${fields.join(", ")} FROM ${reader}`)
}

function requireType(file: string, field: LogField, column: string, type: string) {
  const isFit = field === "time" ? MOMENT.test(type) || NUMBER_OR_TEXT.test(type) : !NESTED.test(type)
  if (isFit) return
  const allowed = field === "time" ? "a number, a text or a timestamp" : "a text or a number"
  throw new DataError(`${file}: ${field}: column "${column}" is ${type}; it must be ${allowed}`)
}
