/**
 * CSV and TSV: reads the mapped columns as text, and counts every line that breaks the format.
 *
 * Types are not guessed: "007" and "7" are two accounts. Unquoted NA, NULL, NaN, None and \N, which other
 * tools write for a missing value, count as missing.
 */
import type { DuckDBConnection } from "@duckdb/node-api"
import { identifier, literal, pathLiteral, rowsOf } from "../duckdb.ts"
import type { LogFile } from "./file.ts"
import { withOneLineEnd } from "./line-ends.ts"
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
  try {
    await readAll(database, reading)
  } catch (error) {
    if (!isOfMixedLineEnds(error)) throw error
    await withOneLineEnd(file, (even) => readAll(database, { ...reading, file: even }))
  }
  await addRejects(database)
}

/** A strict reader does not take lines that end now in \n, now in \r\n; any other would drop surplus columns silently. */
const isOfMixedLineEnds = (error: unknown) => String(error).includes("state machine reached an invalid state")

/** From the file makes `source` and `rejects`. */
async function readAll(database: DuckDBConnection, reading: Reading) {
  const physical = await countLines(database, reading.file)
  await readRecords(database, reading)
  const lost = physical.lines - (await accountedLines(database))
  if (
    physical.quotes > 0 &&
    (lost !== 0 || physical.quotes % 2 === 1 || (await quotesWentAstray(database)))
  ) {
    await readLineByLine(database, reading, lost)
  }
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
  // Values that span lines are put in quotes again, so that a line of a quote alone counts.
  const spanning = columns.map(
    (_, index) => `CASE WHEN ${hasLineEnd(`c${index}`)} THEN '"' || c${index} || '"' END`,
  )
  await readRejecting(
    database,
    `CREATE OR REPLACE TABLE source AS
     SELECT ${mapped.map(({ field, index }) => `c${index} AS ${identifier(field)}`).join(", ")},
       CASE WHEN ${columns.map((_, index) => hasLineEnd(`c${index}`)).join(" OR ")}
         THEN ${lineCount(`concat_ws(',', 'x', ${spanning.join(", ")}, 'x')`)} ELSE 1 END AS lines
     FROM read_csv(${pathLiteral(file.path)}, ${commonOptions(file)}, columns = {${columns.join(", ")}},
       header = true, delim = ${literal(delimiter)}, quote = '"', escape = '"', nullstr = ${MISSING_LIST},
       allow_quoted_nulls = false, strict_mode = true)`,
  )
}

const hasLineEnd = (value: string) =>
  `coalesce(contains(${value}, chr(10)) OR contains(${value}, chr(13)), false)`
const lineCount = (value: string) =>
  `len(list_filter(regexp_split_to_array(${value}, '[\r\n]+'), lambda part: trim(part) <> ''))`

/** A reader of one text column `line` for each line of the file. */
const lineReader = (file: LogFile, hasHeader: boolean) =>
  `read_csv(${pathLiteral(file.path)}, ${commonOptions(file)}, columns = {'line': 'VARCHAR'},
     header = ${hasHeader}, delim = '', quote = '', escape = '', strict_mode = false)`

/** Makes the table `lines` of a file's lines, blank ones left out, and `rejects`. */
export async function readLines(database: DuckDBConnection, file: LogFile, hasHeader: boolean) {
  await readRejecting(
    database,
    `CREATE OR REPLACE TABLE lines AS SELECT line FROM ${lineReader(file, hasHeader)} WHERE trim(line) <> ''`,
  )
}

const commonOptions = (file: LogFile) =>
  // Not in parallel: which of several broken lines is met first must not depend on threads.
  `auto_detect = false, ignore_errors = true, store_rejects = true, rejects_table = 'raw_rejects',
   rejects_scan = 'raw_scans', parallel = false, compression = '${file.gzip ? "gzip" : "none"}'`

/**
 * Runs a reading statement and gathers what it rejected into `rejects`: one row a broken record, as a line
 * with several faults is one. `lines` is how many lines it took, `rows` how many records it stands for: behind a
 * stray quote every line is taken for one.
 */
async function readRejecting(database: DuckDBConnection, sql: string) {
  await database.run("DROP TABLE IF EXISTS raw_rejects; DROP TABLE IF EXISTS raw_scans")
  await database.run(sql)
  await database.run(`CREATE OR REPLACE TABLE rejects AS
    SELECT *, CASE WHEN error_type = 'UNQUOTED VALUE' THEN lines ELSE 1 END AS rows
    FROM (SELECT min(error_type::VARCHAR) AS error_type, trim(any_value(csv_line), chr(10) || chr(13)) AS csv_line,
        ${lineCount("any_value(csv_line)")} AS lines
      FROM raw_rejects GROUP BY line ORDER BY line)
    WHERE trim(coalesce(csv_line, '?')) <> ''`)
}

/** Lines that are not blank, and quotes; what DuckDB's records are checked against. */
async function countLines(database: DuckDBConnection, file: LogFile) {
  await readRejecting(
    database,
    `CREATE OR REPLACE TABLE physical AS SELECT count(*) AS lines,
       coalesce(sum(length(line) - length(replace(line, '"', ''))), 0) AS quotes
     FROM ${lineReader(file, true)} WHERE trim(line) <> ''`,
  )
  const [found] = await rowsOf(
    database,
    `SELECT lines::DOUBLE + (SELECT count(*) FROM rejects) AS lines, quotes::DOUBLE AS quotes FROM physical`,
  )
  return found as unknown as { lines: number; quotes: number }
}

/** Lines that went into rows or into rejects. */
async function accountedLines(database: DuckDBConnection): Promise<number> {
  const [found] = await rowsOf(
    database,
    `SELECT ((SELECT coalesce(sum(lines), 0) FROM source) + (SELECT coalesce(sum(lines), 0) FROM rejects))::DOUBLE
       AS lines`,
  )
  return found!.lines as number
}

/** Whether a quote that was never closed seems to have swallowed the lines that follow. */
async function quotesWentAstray(database: DuckDBConnection): Promise<boolean> {
  const [found] = await rowsOf(
    database,
    `SELECT coalesce((SELECT bool_or(error_type = 'LINE SIZE OVER MAXIMUM' OR lines > 1) FROM rejects), false)
       OR coalesce((SELECT bool_or(${hasLineEnd('"time"')}) FROM source), false) AS astray`,
  )
  return found!.astray === true
}

/**
 * The careful way, when a quote that is never closed has swallowed lines: each line is a record of its own,
 * so that only the line with the quote is lost. Values that rightly span lines are lost by it as well, so it
 * is taken when it saves more rows than it costs; otherwise the `lost` lines are counted as unreadable.
 */
async function readLineByLine(database: DuckDBConnection, reading: Reading, lost: number) {
  await database.run("ALTER TABLE source RENAME TO source_by_quotes")
  await database.run("ALTER TABLE rejects RENAME TO rejects_by_quotes")
  await readLines(database, reading.file, true)
  await splitLines(database, reading)
  const [count] = await rowsOf(
    database,
    "SELECT (SELECT count(*) FROM source_by_quotes) <= (SELECT count(*) FROM source) AS is_better",
  )
  if (count!.is_better) return
  await database.run("DROP TABLE source; DROP TABLE rejects")
  await database.run("ALTER TABLE source_by_quotes RENAME TO source")
  await database.run("ALTER TABLE rejects_by_quotes RENAME TO rejects")
  if (lost > 0) await database.run(`INSERT INTO rejects VALUES ('UNQUOTED VALUE', '', ${lost}, ${lost})`)
}

/** From `lines` makes `source`, and adds the lines that have faults to `rejects`. */
async function splitLines(database: DuckDBConnection, { delimiter, columnCount, mapped }: Reading) {
  // Each match begins with the delimiter, so that none is empty; what does not match is a fault.
  const pattern = `[${delimiter}](?:"(?:[^"]|"")*"|[^"${delimiter}][^${delimiter}]*|)`
  await database.run(`CREATE TABLE split AS
    SELECT line, parts, array_to_string(parts, '') <> ${literal(delimiter)} || line AS is_broken
    FROM (SELECT line, regexp_extract_all(${literal(delimiter)} || line, ${literal(pattern)}) AS parts
      FROM (SELECT trim(line, chr(13)) AS line FROM lines))`)
  const fields = mapped.map(({ field, index }) => `${unquoted(index)} AS ${identifier(field)}`)
  await database.run(`CREATE TABLE source AS SELECT ${fields.join(", ")}, 1 AS lines FROM split
    WHERE NOT is_broken AND len(parts) = ${columnCount}`)
  await database.run(`INSERT INTO rejects
    SELECT CASE WHEN is_broken THEN 'UNQUOTED VALUE' WHEN len(parts) < ${columnCount} THEN 'MISSING COLUMNS'
      ELSE 'TOO MANY COLUMNS' END, line, 1, 1
    FROM split WHERE is_broken OR len(parts) <> ${columnCount} ORDER BY rowid`)
}

/** Moves `rejects` into `unreadable`, with the reasons in words. */
export async function addRejects(database: DuckDBConnection) {
  await database.run(`INSERT INTO unreadable
    SELECT ${rejectReason}, left(csv_line, 200), rows FROM rejects ORDER BY rowid`)
}

/** The value of part `index` (a delimiter, then perhaps a quoted text); NULL when missing. */
function unquoted(index: number) {
  const part = `parts[${index + 1}][2:]`
  return `CASE WHEN starts_with(${part}, '"') THEN replace(${part}[2:-2], '""', '"')
    WHEN list_contains(${MISSING_LIST}, ${part}) THEN NULL ELSE ${part} END`
}

/** DuckDB's names of faults in our words. */
const rejectReason = `CASE error_type
  WHEN 'MISSING COLUMNS' THEN 'the line has fewer columns than the header'
  WHEN 'TOO MANY COLUMNS' THEN 'the line has more columns than the header'
  WHEN 'UNQUOTED VALUE' THEN 'a quote is not closed, or text follows the closing quote'
  WHEN 'INVALID ENCODING' THEN 'the text is not UTF-8'
  WHEN 'LINE SIZE OVER MAXIMUM' THEN 'the line is longer than 2 MB'
  ELSE 'the line cannot be read (' || lower(error_type) || ')' END`

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
