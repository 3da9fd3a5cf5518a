/** The value of --map: which column of a log holds what. */
import { UsageError } from "../core/errors.ts"
import { suggestion } from "../core/scenario/suggest.ts"
import { LOG_FIELDS, type LogField, type LogMapping } from "../store/log.ts"

export type PartialMapping = Partial<Record<LogField, string>>

/**
 * Adds "account=account_id,object=url_id" to what earlier --map options said. A column's name may hold "=",
 * and a comma when the option holds this one pair only.
 */
export function addToMapping(text: string, earlier: PartialMapping = {}): PartialMapping {
  const mapping = { ...earlier }
  for (const pair of pairsOf(text)) {
    const [field, column] = splitPair(pair)
    if (mapping[field] !== undefined)
      throw new UsageError(`--map names ${field} twice: ${mapping[field]} and ${column}`)
    mapping[field] = column
  }
  return mapping
}

/** Commas separate pairs only where a known or misspelt field and "=" follow, so that "a=x,y" stays one pair. */
const pairsOf = (text: string) => text.split(/,(?=[^,=]*=)/)

function splitPair(pair: string): [LogField, string] {
  const equals = pair.indexOf("=")
  const name = pair.slice(0, Math.max(0, equals)).trim()
  const column = pair.slice(equals + 1).trim()
  if (name === "" || column === "") {
    throw new UsageError(`--map must be field=column pairs joined by commas, got ${JSON.stringify(pair)}`)
  }
  const field = LOG_FIELDS.find((known) => known === name)
  if (field) return [field, column]
  throw new UsageError(
    `--map: there is no field ${JSON.stringify(name)}; ${suggestion(name, LOG_FIELDS, "always list")}`,
  )
}

/** All --map options together must say who acted and when. */
export function completeMapping(mapping: PartialMapping): LogMapping {
  const { account, time } = mapping
  const missing = [account === undefined && "account", time === undefined && "time"].filter(Boolean)
  if (account !== undefined && time !== undefined) return { ...mapping, account, time }
  throw new UsageError(
    `--map must also name ${missing.join(" and ")}, e.g. ${missing.join("=COLUMN,")}=COLUMN`,
  )
}
