/**
 * A run's columns as one Arrow IPC stream: one row an account, one record batch, no nulls.
 *
 *   truth_creation, truth_scheduling, truth_distribution, truth_oversight   float32, in [0, 1]
 *   truth_from_day, truth_until_day   float32, days of the period within which the automation runs
 *   archetype (index into the manifest's archetypes), language (index into LANGUAGES)   uint8
 *   followers, post_count, interaction_count, group (NONE for an account on its own)   uint32
 *   age_days, risk, score_<detector id> (NaN where there was no evidence)   float32
 *   reports   float32, how many each account got; missing where the run does not know
 */
import { columnFromArray, tableFromColumns, tableToIPC } from "@uwdata/flechette"
import type { RunColumns } from "../core/run.ts"

export const ARROW_STREAM = "application/vnd.apache.arrow.stream"

type Values = Float32Array | Uint32Array | Uint8Array

export function namedColumns(columns: RunColumns): [name: string, values: Values][] {
  const { truth } = columns
  return [
    ["truth_creation", truth.creation],
    ["truth_scheduling", truth.scheduling],
    ["truth_distribution", truth.distribution],
    ["truth_oversight", truth.oversight],
    ["truth_from_day", truth.fromDay],
    ["truth_until_day", truth.untilDay],
    ["archetype", columns.archetype],
    ["language", columns.language],
    ["followers", columns.followers],
    ["age_days", columns.ageDays],
    ["post_count", columns.postCount],
    ["interaction_count", columns.interactionCount],
    ["group", columns.group],
    ["risk", columns.risk],
    ...Object.entries(columns.scores).map(([id, values]): [string, Values] => [`score_${id}`, values]),
  ]
}

/** Typed arrays are taken over as they are: no value is visited on its own. */
export function encodeColumns(
  columns: RunColumns,
  reports: Float32Array | null = null,
): Uint8Array<ArrayBuffer> {
  const named = namedColumns(columns)
  return encode(reports === null ? named : [...named, ["reports", reports]])
}

/** Of other risks for the same accounts, one column. */
export const encodeRisk = (risk: Float32Array) => encode([["risk", risk]])

function encode(columns: readonly [name: string, values: Values][]): Uint8Array<ArrayBuffer> {
  const table = tableFromColumns(columns.map(([name, values]) => [name, columnFromArray(values)]))
  return tableToIPC(table, { format: "stream" }) as Uint8Array<ArrayBuffer>
}
