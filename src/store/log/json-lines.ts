/** JSON lines: one object a line; numbers keep their digits, so that a 20-digit id stays itself. */
import type { DuckDBConnection } from "@duckdb/node-api"
import { DataError } from "../../core/errors.ts"
import { identifier, literal, rowsOf } from "../duckdb.ts"
import { addRejects, readLines } from "./delimited.ts"
import type { LogFile } from "./file.ts"
import { type LogMapping, mappedFields, missingColumn } from "./mapping.ts"

/** Fills the table `source` (one text column a mapped field) and adds to the table `unreadable`. */
export async function loadJsonLines(database: DuckDBConnection, file: LogFile, mapping: LogMapping) {
  await readLines(database, file, false)
  await addRejects(database)
  await database.run(`CREATE TABLE checked AS SELECT line,
    CASE WHEN NOT json_valid(line) THEN 'the line is not JSON'
         WHEN json_type(line) <> 'OBJECT' THEN 'the line is not a JSON object' END AS reason FROM lines`)
  await requireColumns(database, file, mapping)
  const fields = mappedFields(mapping)
  const faults = fields.map(({ field, column }) => {
    const type = `json_type(line, ${pointer(column)})`
    return `WHEN ${type} IN ('OBJECT', 'ARRAY', 'BOOLEAN')
      THEN ${literal(`${field} is not a text or a number but `)} || lower(${type})`
  })
  await database.run(`UPDATE checked SET reason = CASE ${faults.join(" ")} END WHERE reason IS NULL`)
  await database.run(`INSERT INTO unreadable
    SELECT reason, left(line, 200), 1 FROM checked WHERE reason IS NOT NULL ORDER BY checked.rowid`)
  const values = fields.map(
    ({ field, column }) =>
      `CASE WHEN reason IS NULL THEN json_extract_string(line, ${pointer(column)}) END AS ${identifier(field)}`,
  )
  await database.run(`CREATE TABLE source AS SELECT ${values.join(", ")} FROM checked WHERE reason IS NULL`)
}

/** A JSON pointer (RFC 6901) to a key of the object itself. */
const pointer = (key: string) => literal(`/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`)

async function requireColumns(database: DuckDBConnection, file: LogFile, mapping: LogMapping) {
  const found = await rowsOf(
    database,
    `SELECT DISTINCT key FROM (
       SELECT unnest(json_keys(CASE WHEN reason IS NULL THEN line ELSE '{}' END)) AS key FROM checked
     ) ORDER BY key`,
  )
  const keys = found.map(({ key }) => key as string)
  if (keys.length === 0) {
    const [first] = await rowsOf(database, "SELECT left(line, 100) AS line FROM checked LIMIT 1")
    throw new DataError(
      `${file.path}: no line is a JSON object; the first is ${String(first?.line ?? "blank")}`,
    )
  }
  for (const { field, column } of mappedFields(mapping)) {
    if (!keys.includes(column)) throw missingColumn(file.path, field, column, keys)
  }
}
