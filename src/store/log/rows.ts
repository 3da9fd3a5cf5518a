/** Decides for every row of the log whether it can be used, and when it happened. */
import type { DuckDBConnection } from "@duckdb/node-api"
import { INTERACTION_KINDS } from "../../core/evidence/evidence.ts"
import { identifier, literal, rowsOf } from "../duckdb.ts"
import { LOG_FIELDS, type LogMapping } from "./mapping.ts"

/** Rows that cannot be used, for one reason. */
export interface UnreadableRows {
  readonly reason: string
  readonly rows: number
  /** One of them, as far as it could be read. */
  readonly example: string
}

export interface LogRows {
  /** Records in the file, without header and blank lines; read = used + unreadable. */
  readonly read: number
  readonly used: number
  readonly unreadable: number
  /** The most frequent first. */
  readonly reasons: readonly UnreadableRows[]
}

export type TimeUnit = "seconds" | "milliseconds" | "microseconds" | "nanoseconds" | "timestamps"

/** How the times were read, and of how many rows; one entry unless the log mixes them. */
export interface TimeReading {
  readonly unit: TimeUnit
  readonly rows: number
}

const KINDS = ["post", ...INTERACTION_KINDS, "report"]
const KIND_LIST = `[${KINDS.map(literal).join(", ")}]`

/** The last second that 32 bits hold; 2106-02-07. */
const LAST_SECOND = 0xffffffff

/**
 * The unit of a plain number follows from its size: 1e11 seconds would lie in the year 5138, 1e11 milliseconds
 * lie in 1973.
 */
const byMagnitude = (seconds: string, millis: string, micros: string, nanos: string) =>
  `CASE WHEN number IS NULL THEN NULL WHEN abs(number) < 1e11 THEN ${seconds} WHEN abs(number) < 1e14 THEN ${millis}
     WHEN abs(number) < 1e17 THEN ${micros} ELSE ${nanos} END`

/** The table `unreadable`: readers add what they reject, `checkRows` the rest. */
export async function createUnreadable(database: DuckDBConnection) {
  await database.run("CREATE TABLE unreadable (reason VARCHAR, example VARCHAR, lines BIGINT)")
}

/**
 * From `source` makes `event`: account, second (whole unix seconds; a fraction is dropped), object, target,
 * text, kind (lower case; NULL when none is mapped), one row a readable row. Missing values are NULL.
 */
export async function checkRows(database: DuckDBConnection, mapping: LogMapping) {
  await database.run("ALTER TABLE source ADD COLUMN IF NOT EXISTS instant DOUBLE")
  for (const field of LOG_FIELDS) {
    await database.run(`ALTER TABLE source ADD COLUMN IF NOT EXISTS ${identifier(field)} VARCHAR`)
  }
  await database.run(`CREATE TABLE timed AS SELECT rowid AS row, * REPLACE (lower(trim(kind)) AS kind),
      floor(coalesce(instant, ${byMagnitude("number", "number / 1e3", "number / 1e6", "number / 1e9")},
        epoch(TRY_CAST("time" AS TIMESTAMPTZ)))) AS second,
      CASE WHEN instant IS NOT NULL OR number IS NULL THEN 'timestamps'
        ELSE ${byMagnitude("'seconds'", "'milliseconds'", "'microseconds'", "'nanoseconds'")} END AS unit
    FROM (SELECT rowid, *, TRY_CAST("time" AS DOUBLE) AS number FROM source)`)
  await database.run("DROP TABLE source")
  await database.run(`ALTER TABLE timed ADD COLUMN reason VARCHAR`)
  await database.run(`UPDATE timed SET reason = CASE
      WHEN ${isEmpty("account")} THEN 'the account is empty'
      WHEN ${isEmpty("time")} THEN 'the time is empty'
      WHEN second IS NULL THEN 'the time is neither a number nor an ISO 8601 date and time'
      WHEN NOT (second BETWEEN 0 AND ${LAST_SECOND - 1}) THEN 'the time lies outside 1970 to 2106'
      ${mapping.kind ? kindFaults : ""} END`)
  await database.run(`INSERT INTO unreadable SELECT reason, left(${exampleOf(mapping)}, 200), 1
    FROM timed WHERE reason IS NOT NULL ORDER BY row`)
  await database.run(`CREATE TABLE event AS SELECT account, second::UINTEGER AS second, unit, kind,
      ${["object", "hash", "target", "text"].map((field) => `${nullIfEmpty(field)} AS ${identifier(field)}`).join(", ")}
    FROM timed WHERE reason IS NULL`)
  await database.run("DROP TABLE timed")
}

const isEmpty = (field: string) => `trim(coalesce(${identifier(field)}, ''), E' \\t\\r\\n') = ''`
const nullIfEmpty = (field: string) => `CASE WHEN NOT (${isEmpty(field)}) THEN ${identifier(field)} END`

const kindFaults = `
  WHEN ${isEmpty("kind")} THEN 'the kind is empty'
  WHEN NOT list_contains(${KIND_LIST}, kind) THEN ${literal(`the kind is none of ${KINDS.join(", ")}`)}
  WHEN kind = 'report' AND ${isEmpty("target")} THEN 'a report has no target'`

/** The mapped values of a row, readable in a message. */
function exampleOf(mapping: LogMapping) {
  const shown = (["account", "time", "kind", "target"] as const).filter((field) => mapping[field])
  const parts = shown.map((field) => `'${field} "' || coalesce(${identifier(field)}, '') || '"'`)
  return parts.join(" || ', ' || ")
}

/** The account of all rows: none is dropped without being counted. */
export async function countRows(database: DuckDBConnection): Promise<LogRows> {
  const reasons = await rowsOf(
    database,
    `SELECT reason, sum(lines)::DOUBLE AS lines, first(example ORDER BY rowid) AS example
     FROM unreadable GROUP BY reason ORDER BY lines DESC, reason`,
  )
  const [events] = await rowsOf(database, "SELECT count(*)::DOUBLE AS rows FROM event")
  const used = events!.rows as number
  const unreadable = reasons.reduce((rows, { lines }) => rows + (lines as number), 0)
  return {
    read: used + unreadable,
    used,
    unreadable,
    reasons: reasons.map(({ reason, lines, example }) => ({
      reason: reason as string,
      rows: lines as number,
      example: (example as string | null) ?? "",
    })),
  }
}

export async function timeReadings(database: DuckDBConnection): Promise<TimeReading[]> {
  const units = await rowsOf(
    database,
    "SELECT unit, count(*)::DOUBLE AS rows FROM event GROUP BY unit ORDER BY rows DESC, unit",
  )
  return units.map(({ unit, rows }) => ({ unit: unit as TimeUnit, rows: rows as number }))
}
