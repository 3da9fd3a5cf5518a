/**
 * A real event log becomes evidence: one tile that holds all accounts.
 *
 * The log is CSV, TSV, JSON lines (each also gzip) or Parquet, read by DuckDB. Every row is either used or
 * counted as unreadable with its reason. The same rows in another order yield the same evidence, bit for bit.
 */
import type { DuckDBConnection } from "@duckdb/node-api"
import { DataError } from "../core/errors.ts"
import {
  EVIDENCE_FIELDS,
  type Evidence,
  type EvidenceField,
  type EvidenceSize,
  NONE,
} from "../core/evidence/evidence.ts"
import { firstLine, rowsOf, withDatabase } from "./duckdb.ts"
import { readInteractions, readPosts, readReports } from "./log/columns.ts"
import { loadDelimited } from "./log/delimited.ts"
import { inspectFile, type LogFile } from "./log/file.ts"
import { loadJsonLines } from "./log/json-lines.ts"
import { type LogField, type LogMapping, mappedFields, objectField } from "./log/mapping.ts"
import { numberNames } from "./log/numbering.ts"
import { loadParquet } from "./log/parquet.ts"
import {
  checkRows,
  countRows,
  createUnreadable,
  type LogRows,
  type TimeReading,
  timeReadings,
} from "./log/rows.ts"

export { LOG_FIELDS, type LogField, type LogMapping } from "./log/mapping.ts"
export type { LogRows, TimeReading, TimeUnit, UnreadableRows } from "./log/rows.ts"

export interface LogEvidence {
  /** One tile, from account 0; what the log does not hold is absent. */
  readonly evidence: Evidence
  readonly size: EvidenceSize
  /** The log's identifier of each account, by number: who acted, and who was acted upon. */
  readonly accountNames: readonly string[]
  readonly objectNames: readonly string[]
  readonly rows: LogRows
  /** How the times were read. */
  readonly times: readonly TimeReading[]
  /** The mapped field that objects come from; null when none is mapped. */
  readonly objectsFrom: LogField | null
  readonly fields: readonly EvidenceField[]
  readonly missing: readonly { readonly field: EvidenceField; readonly why: string }[]
}

export interface ReadLogOptions {
  /** `fraction` of the whole reading, in [0, 1]; never falls. */
  readonly onProgress?: (stage: string, fraction: number) => void
}

/** Reads a log; throws a DataError that names the file when it cannot be used. */
export async function readLog(
  file: string,
  mapping: LogMapping,
  options: ReadLogOptions = {},
): Promise<LogEvidence> {
  const progress = options.onProgress ?? (() => {})
  mappedFields(mapping)
  progress("reading", 0)
  const source = await inspectFile(file)
  return withDatabase(async (database) => {
    await createUnreadable(database)
    await load(database, source, mapping)
    progress("checking", 0.4)
    await checkRows(database, mapping)
    const rows = await countRows(database)
    requireRows(file, rows)
    progress("numbering", 0.6)
    const read = await readEvidence(database, mapping, progress)
    progress("done", 1)
    return { ...read, rows, times: await timeReadings(database), ...fieldsOf(read.evidence, mapping) }
  })
}

async function load(database: DuckDBConnection, file: LogFile, mapping: LogMapping) {
  const loaders = { csv: loadDelimited, tsv: loadDelimited, jsonl: loadJsonLines, parquet: loadParquet }
  try {
    await loaders[file.format](database, file, mapping)
  } catch (error) {
    if (error instanceof DataError) throw error
    throw new DataError(`${file.path}: cannot be read as ${file.format} (${firstLine(error)})`)
  }
}

function requireRows(file: string, rows: LogRows) {
  if (rows.read === 0) throw new DataError(`${file}: there are no rows`)
  if (rows.used > 0) return
  const reasons = rows.reasons.map(({ reason, rows, example }) => `${rows}: ${reason} (${example})`)
  throw new DataError(`${file}: none of its ${rows.read} rows can be used; ${reasons.join("; ")}`)
}

const SECONDS_PER_DAY = 86_400

async function readEvidence(
  database: DuckDBConnection,
  mapping: LogMapping,
  progress: (stage: string, fraction: number) => void,
) {
  const objectsFrom = objectField(mapping)
  const accountNames = await numberNames(
    database,
    "account",
    "SELECT account AS name FROM event UNION ALL SELECT target FROM event",
  )
  const objectNames = await numberNames(
    database,
    "object",
    `SELECT ${objectsFrom ?? "NULL::VARCHAR"} AS name FROM event WHERE kind IS NULL OR kind NOT IN ('post', 'report')`,
  )
  const [span] = await rowsOf(
    database,
    "SELECT min(second)::DOUBLE AS first, max(second)::DOUBLE AS last FROM event",
  )
  // The period begins at midnight (UTC), so that a second of the period tells the time of the day.
  const periodStart = Math.floor((span!.first as number) / SECONDS_PER_DAY) * SECONDS_PER_DAY
  const accountCount = accountNames.length
  progress("posts", 0.7)
  const posts = await readPosts(database, accountCount, periodStart, mapping.text !== undefined)
  progress("interactions", 0.9)
  const interactions = await readInteractions(database, accountCount, periodStart, objectsFrom)
  const reports = await readReports(database, accountCount, periodStart)
  const evidence: Evidence = {
    firstAccount: 0,
    accountCount,
    periodStart,
    periodSeconds: (span!.last as number) - periodStart + 1,
    ...(posts.time.length > 0 && { posts }),
    ...(interactions.time.length > 0 && { interactions }),
    ...(reports.time.length > 0 && { reports }),
  }
  const size = { accounts: accountCount, posts: posts.time.length, interactions: interactions.time.length }
  return { evidence, size, accountNames, objectNames, objectsFrom }
}

/** Which kinds of evidence the log yields, and why the others are missing. */
function fieldsOf(evidence: Evidence, mapping: LogMapping) {
  const { posts, interactions, reports } = evidence
  const isEmpty = (field: LogField) =>
    `column "${mapping[field]}" (${field}) is empty in every row that counts`
  const objectFrom = objectField(mapping)
  const noInteractions = mapping.kind
    ? "no row is of an interaction's kind"
    : objectFrom
      ? isEmpty(objectFrom)
      : "no column is mapped to object, hash or target"
  const whyMissing: Record<EvidenceField, string | null> = {
    profiles: "a log holds events, not profiles",
    "posts.style": posts?.style ? null : mapping.text ? isEmpty("text") : "no column is mapped to text",
    "posts.media": "a log holds no pictures",
    "interactions.latency": hasNumbers(interactions?.latency)
      ? null
      : "no object is a post of the log, one that names itself as its object",
    follows: "a log holds events, not who follows whom",
    "interactions.kind": mapping.kind
      ? interactions
        ? null
        : noInteractions
      : "no column is mapped to kind",
    "posts.time": posts ? null : "no row is of kind post",
    "posts.text": posts?.tokens?.length
      ? null
      : mapping.text
        ? isEmpty("text")
        : "no column is mapped to text",
    "interactions.time": interactions ? null : noInteractions,
    "interactions.object": hasNumbers(interactions?.object)
      ? null
      : !interactions || !objectFrom
        ? noInteractions
        : isEmpty(objectFrom),
    "interactions.target": hasNumbers(interactions?.target)
      ? null
      : mapping.target
        ? isEmpty("target")
        : "no column is mapped to target",
    reports: reports ? null : mapping.kind ? "no row is of kind report" : "no column is mapped to kind",
  }
  return {
    fields: EVIDENCE_FIELDS.filter((field) => whyMissing[field] === null),
    missing: EVIDENCE_FIELDS.flatMap((field) => {
      const why = whyMissing[field]
      return why === null ? [] : [{ field, why }]
    }),
  }
}

const hasNumbers = (column: Uint32Array | undefined) => column?.some((number) => number !== NONE) ?? false
