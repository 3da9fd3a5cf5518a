/** Reads a run's columns from Arrow IPC: the only place that knows their names on the wire. */
import { tableFromIPC } from "@uwdata/flechette"
import type { RunColumns } from "../../core/run.ts"

/** The answer is not what the contract promises; names the column, what was found and what is allowed. */
export class ColumnError extends Error {
  override name = "ColumnError"
}

type Constructor<Values> = { new (length: number): Values; from(values: ArrayLike<number>): Values }

const SCORE_PREFIX = "score_"
const REPORTS = "reports"

/** Takes the bytes of GET /api/runs/:id/columns; `accounts` is the manifest's number of accounts. */
export function readColumns(bytes: Uint8Array, accounts: number): RunColumns {
  const { table, column } = tableOf(bytes, accounts)
  const scoreNames = table.names.map(String).filter((name) => name.startsWith(SCORE_PREFIX))
  return {
    truth: {
      creation: column("truth_creation", Float32Array),
      scheduling: column("truth_scheduling", Float32Array),
      distribution: column("truth_distribution", Float32Array),
      oversight: column("truth_oversight", Float32Array),
      fromDay: column("truth_from_day", Float32Array),
      untilDay: column("truth_until_day", Float32Array),
    },
    archetype: column("archetype", Uint8Array),
    language: column("language", Uint8Array),
    followers: column("followers", Uint32Array),
    ageDays: column("age_days", Float32Array),
    postCount: column("post_count", Uint32Array),
    interactionCount: column("interaction_count", Uint32Array),
    group: column("group", Uint32Array),
    scores: Object.fromEntries(
      scoreNames.map((name) => [name.slice(SCORE_PREFIX.length), column(name, Float32Array)]),
    ),
    risk: column("risk", Float32Array),
  }
}

/** Of the same bytes: how many reports each account got; null where the run does not know. */
export function readReports(bytes: Uint8Array, accounts: number): Float32Array | null {
  const { table, column } = tableOf(bytes, accounts)
  return table.names.includes(REPORTS) ? column(REPORTS, Float32Array) : null
}

/** Takes the bytes of GET /api/runs/:id/risk. */
export function readRisk(bytes: Uint8Array, accounts: number): Float32Array {
  return tableOf(bytes, accounts).column("risk", Float32Array)
}

function tableOf(bytes: Uint8Array, accounts: number) {
  const table = parseTable(bytes)
  if (table.numRows !== accounts)
    throw new ColumnError(`columns: expected ${accounts} rows, one an account, got ${table.numRows}`)

  function column<Values extends ArrayLike<number>>(name: string, kind: Constructor<Values>): Values {
    const child = table.names.includes(name) ? table.getChild(name) : undefined
    if (!child)
      throw new ColumnError(`columns: ${name} is missing; the answer has ${table.names.join(", ") || "none"}`)
    const values = child.toArray() as ArrayLike<number>
    return values instanceof kind ? values : kind.from(values)
  }
  return { table, column }
}

function parseTable(bytes: Uint8Array) {
  try {
    return tableFromIPC(bytes)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new ColumnError(`columns: expected an Arrow IPC stream, got ${bytes.length} bytes: ${detail}`)
  }
}
