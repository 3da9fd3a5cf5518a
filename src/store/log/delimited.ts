/**
 * CSV and TSV: reads the mapped columns as text, and counts every line that breaks the format.
 *
 * Types are not guessed: "007" and "7" are two accounts. Unquoted NA, NULL, NaN, None and \N, which other
 * tools write for a missing value, count as missing.
 */
import type { DuckDBConnection } from "@duckdb/node-api"
import { identifier, literal, pathLiteral, rowsOf } from "../duckdb.ts"
import type { LogFile } from "./file.ts"
import { findColumns, type LogMapping } from "./mapping.ts"

const MISSING = ["", "NA", "NULL", "null", "NaN", "None", "\\N"]
const MISSING_LIST = `[${MISSING.map(literal).join(", ")}]`

/** Fills the table `source` (one text column a mapped field) and adds to the table `unreadable`. */
export async function loadDelimited(database: DuckDBConnection, file: LogFile, mapping: LogMapping) {
  const delimiter = file.format === "tsv" ? "\t" : findDelimiter(file.head)
  const header = splitHeader(file.head, delimiter)
  const reading: Reading = {
    file,
    delimiter,
    columnCount: header.length,
    mapped: findColumns(file.path, mapping, header),
  }
  await readRecords(database, reading)
  if (await quotesWentAstray(database)) await readLineByLine(database, reading)
  await database.run(
    `INSERT INTO unreadable SELECT ${rejectReason("error_type")}, left(csv_line, 200), lines FROM rejects`,
  )
}

interface Reading {
  readonly file: LogFile
  readonly delimiter: string
  readonly columnCount: number
  readonly mapped: readonly { field: string; index: number }[]
}

/** The usual way: DuckDB follows quotes, also across line ends. */
async function readRecords(database: DuckDBConnection, reading: Reading) {
  const { file, delimiter, columnCount, mapped } = reading
  const columns = Array.from({ length: columnCount }, (_, index) => `'c${index}': 'VARCHAR'`)
  const read = (isStrict: boolean) =>
    readRejecting(
      database,
      `CREATE OR REPLACE TABLE source AS
       SELECT ${mapped.map(({ field, index }) => `c${index} AS ${identifier(field)}`).join(", ")}
       FROM read_csv(${pathLiteral(file.path)}, ${commonOptions(file)}, columns = {${columns.join(", ")}},
         header = true, delim = ${literal(delimiter)}, quote = '"', escape = '"', nullstr = ${MISSING_LIST},
         allow_quoted_nulls = false, strict_mode = ${isStrict})`,
    )
  try {
    await read(true)
  } catch (error) {
    // Lines that end now in \n, now in \r\n are fine, but stop the strict reader.
    if (!String(error).includes("state machine reached an invalid state")) throw error
    await read(false)
  }
}

/** Reads one text column `line` for each line of the file; also serves JSON lines. */
export async function readLines(database: DuckDBConnection, file: LogFile, skipsHeader: boolean) {
  await readRejecting(
    database,
    `CREATE OR REPLACE TABLE lines AS SELECT line
     FROM read_csv(${pathLiteral(file.path)}, ${commonOptions(file)}, columns = {'line': 'VARCHAR'},
       header = ${skipsHeader}, delim = '', quote = '', escape = '', strict_mode = false)
     WHERE trim(line) <> ''`,
  )
}

const commonOptions = (file: LogFile) =>
  // Not in parallel: which of several broken lines is met first must not depend on threads.
  `auto_detect = false, ignore_errors = true, store_rejects = true, rejects_table = 'raw_rejects',
   rejects_scan = 'raw_scans', parallel = false, compression = '${file.gzip ? "gzip" : "none"}'`

/**
 * Runs a reading statement and gathers what it rejected into `rejects`: one row a broken record, with the
 * number of lines that it took. A line with several faults is one broken record.
 */
async function readRejecting(database: DuckDBConnection, sql: string) {
  await database.run("DROP TABLE IF EXISTS raw_rejects; DROP TABLE IF EXISTS raw_scans")
  await database.run(sql)
  await database.run(`CREATE OR REPLACE TABLE rejects AS
    SELECT line, min(error_type::VARCHAR) AS error_type, any_value(csv_line) AS csv_line,
      CASE WHEN bool_or(${isAstray})
        THEN len(list_filter(string_split(any_value(csv_line), chr(10)), lambda part: trim(part) <> ''))
        ELSE 1 END AS lines,
      bool_or(${isAstray}) AS is_astray
    FROM raw_rejects GROUP BY line ORDER BY line`)
}

/** A quote that was never closed, and swallowed the lines that follow. */
const isAstray = `(error_type = 'LINE SIZE OVER MAXIMUM' OR (contains(rtrim(csv_line, chr(10) || chr(13)), chr(10))
  AND (error_type = 'UNQUOTED VALUE' OR (length(csv_line) - length(replace(csv_line, '"', ''))) % 2 = 1)))`

async function quotesWentAstray(database: DuckDBConnection) {
  const [found] = await rowsOf(
    database,
    `SELECT (SELECT bool_or(is_astray) FROM rejects) OR
       (SELECT bool_or(contains("time", chr(10))) FROM source) AS astray`,
  )
  return found!.astray === true
}

/**
 * The careful way, when a quote that is never closed has swallowed lines: each line is a record of its own,
 * so that only the line with the quote is lost. Taken when it saves more rows than it costs, as values that
 * rightly span lines are lost by it.
 */
async function readLineByLine(database: DuckDBConnection, reading: Reading) {
  const { file, delimiter, columnCount, mapped } = reading
  await database.run(
    "ALTER TABLE source RENAME TO source_by_quotes; ALTER TABLE rejects RENAME TO rejects_by_quotes",
  )
  await readLines(database, file, true)
  // Each match begins with the delimiter, so that none is empty; what does not match is a fault.
  const pattern = `[${delimiter}](?:"(?:[^"]|"")*"|[^"${delimiter}][^${delimiter}]*|)`
  await database.run(`CREATE TABLE split AS SELECT line,
      regexp_extract_all(${literal(delimiter)} || rtrim(line, chr(13)), ${literal(pattern)}) AS parts FROM lines`)
  const isWhole = `array_to_string(parts, '') = ${literal(delimiter)} || rtrim(line, chr(13))`
  const fields = mapped.map(({ field, index }) => `${unquoted(index)} AS ${identifier(field)}`)
  await database.run(`CREATE TABLE source AS SELECT ${fields.join(", ")} FROM split
      WHERE ${isWhole} AND len(parts) = ${columnCount}`)
  await database.run(`INSERT INTO rejects
      SELECT NULL, CASE WHEN NOT (${isWhole}) THEN 'UNQUOTED VALUE'
        WHEN len(parts) < ${columnCount} THEN 'MISSING COLUMNS' ELSE 'TOO MANY COLUMNS' END, line, 1, false
      FROM split WHERE NOT (${isWhole}) OR len(parts) <> ${columnCount}`)
  const [count] = await rowsOf(
    database,
    `SELECT (SELECT count(*) FROM source_by_quotes) AS by_quotes, (SELECT count(*) FROM source) AS by_line,
       (SELECT bool_or(error_type = 'LINE SIZE OVER MAXIMUM') FROM rejects_by_quotes) AS is_uncounted`,
  )
  if (count!.is_uncounted || (count!.by_line as bigint) >= (count!.by_quotes as bigint)) return
  await database.run("DROP TABLE source; DROP TABLE rejects")
  await database.run(
    "ALTER TABLE source_by_quotes RENAME TO source; ALTER TABLE rejects_by_quotes RENAME TO rejects",
  )
}

/** The value of part `index` (a delimiter, then perhaps a quoted text); NULL when missing. */
function unquoted(index: number) {
  const part = `parts[${index + 1}][2:]`
  return `CASE WHEN starts_with(${part}, '"') THEN replace(${part}[2:-2], '""', '"')
    WHEN list_contains(${MISSING_LIST}, ${part}) THEN NULL ELSE ${part} END`
}

/** DuckDB's names of faults in our words. */
export const rejectReason = (errorType: string) => `CASE ${errorType}
  WHEN 'MISSING COLUMNS' THEN 'the line has fewer columns than the header'
  WHEN 'TOO MANY COLUMNS' THEN 'the line has more columns than the header'
  WHEN 'UNQUOTED VALUE' THEN 'a quote is not closed, or text follows the closing quote'
  WHEN 'INVALID ENCODING' THEN 'the text is not UTF-8'
  WHEN 'LINE SIZE OVER MAXIMUM' THEN 'the line is longer than 2 MB'
  ELSE 'the line cannot be read (' || lower(${errorType}) || ')' END`

/** The character among , ; tab | that the header holds most often, outside quotes. */
function findDelimiter(head: string): string {
  const bare = firstRecord(head).replace(/"(?:[^"]|"")*"/g, "")
  let best = ","
  for (const candidate of [";", "\t", "|"]) {
    if (bare.split(candidate).length > bare.split(best).length) best = candidate
  }
  return best
}

/** The text up to the first line end outside quotes. */
function firstRecord(head: string): string {
  const found = /^(?:[^"\r\n]|"(?:[^"]|"")*")*/.exec(head)
  return found ? found[0] : ""
}

function splitHeader(head: string, delimiter: string): string[] {
  const record = delimiter + firstRecord(head)
  const cell = new RegExp(`[${delimiter}](?:"((?:[^"]|"")*)"|([^${delimiter}]*))`, "g")
  return [...record.matchAll(cell)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "")
}
