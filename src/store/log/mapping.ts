/** Which column of a log holds what. */
import { DataError, UsageError } from "../../core/errors.ts"
import { nearestName } from "../nearest.ts"

export const LOG_FIELDS = ["account", "time", "object", "hash", "text", "target", "kind"] as const
export type LogField = (typeof LOG_FIELDS)[number]

/** Names of the log's columns. */
export interface LogMapping {
  /** Who acted. */
  readonly account: string
  /** When: unix seconds (or milli-, micro-, nanoseconds), or ISO 8601. */
  readonly time: string
  /** What was acted on: a post, a link, a hashtag. */
  readonly object?: string
  /** A media fingerprint; taken as the object when none is mapped. */
  readonly hash?: string
  readonly text?: string
  /** The account acted upon; taken as the object when neither object nor hash is mapped. */
  readonly target?: string
  /** post, one of INTERACTION_KINDS, or report. */
  readonly kind?: string
}

/** The fields that are mapped, in the order of LOG_FIELDS. */
export function mappedFields(mapping: LogMapping): { field: LogField; column: string }[] {
  for (const field of Object.keys(mapping)) {
    if (LOG_FIELDS.includes(field as LogField)) continue
    throw new UsageError(`--map ${field}: unknown field; allowed are ${LOG_FIELDS.join(", ")}`)
  }
  for (const field of ["account", "time"] as const) {
    if (!mapping[field]) throw new UsageError(`--map: ${field} is required, e.g. ${field}=COLUMN`)
  }
  return LOG_FIELDS.flatMap((field) => {
    const column = mapping[field]
    return column === undefined ? [] : [{ field, column }]
  })
}

/** Which field yields the object of a row; null when none can. */
export const objectField = (mapping: LogMapping): LogField | null =>
  mapping.object ? "object" : mapping.hash ? "hash" : mapping.target ? "target" : null

/** Where each mapped column stands among `columns`; a DataError names what is there otherwise. */
export function findColumns(file: string, mapping: LogMapping, columns: readonly string[]) {
  return mappedFields(mapping).map(({ field, column }) => {
    const index = columns.indexOf(column)
    if (index < 0) throw missingColumn(file, field, column, columns)
    if (columns.indexOf(column, index + 1) >= 0) {
      throw new DataError(`${file}: ${field}: column "${column}" is there more than once; rename one of them`)
    }
    return { field, column, index }
  })
}

export function missingColumn(file: string, field: LogField, column: string, columns: readonly string[]) {
  const nearest = nearestName(column, columns)
  const hint = nearest ? `did you mean "${nearest}"? ` : ""
  const shown = columns.slice(0, 50).map(printable)
  const more = columns.length > shown.length ? ` and ${columns.length - shown.length} more` : ""
  const encoding = columns.some((name) => name.includes("\ufffd")) ? "; its header is not UTF-8" : ""
  return new DataError(
    `${file}: ${field}: there is no column "${column}"; ${hint}there are ${shown.join(", ")}${more}${encoding}`,
  )
}

const LONGEST_NAME = 60

/** A column's name as one can print it, whatever bytes it is made of. */
function printable(name: string): string {
  if (name === "") return '""'
  const shown = name.slice(0, LONGEST_NAME).replace(/\p{C}/gu, "?")
  return name.length > LONGEST_NAME ? `${shown}...` : shown
}
