/**
 * What a test asks, checked before anything is counted: a figure without a place, or a share of 60, must be told and not
 * compared. Whoever writes tests in JavaScript has no compiler that would.
 */
import { UsageError } from "../core/errors.ts"
import { suggestion } from "../core/scenario/suggest.ts"
import type { At } from "./contract.ts"

/** A share or a bound of one, in [0, 1]. Throws a UsageError that names the argument. */
export function requireShare(asker: string, name: string, value: unknown): void {
  if (typeof value === "number" && value >= 0 && value <= 1) return
  throw new UsageError(`${asker}: ${name} must be a number in [0, 1], got ${shown(value)}`)
}

/** `known`: fields that the asker takes. Throws a UsageError when `options` is no object, or has another field. */
export function requireFields(asker: string, name: string, options: unknown, known: readonly string[]): void {
  if (typeof options !== "object" || options === null || Array.isArray(options))
    throw new UsageError(`${asker}: ${name} must be an object of ${known.join(", ")}, got ${shown(options)}`)
  const stranger = Object.keys(options).find((field) => !known.includes(field))
  if (stranger !== undefined)
    throw new UsageError(
      `${asker}: ${name} has no ${stranger} here; ${suggestion(stranger, known, "always list")}`,
    )
}

const PLACES = ["threshold", "atFpr"] as const

/** Where a rate is judged; `more`: fields that the asker takes besides. Throws a UsageError that names the field. */
export function requireAt(asker: string, at: unknown, more: readonly string[] = []): At {
  requireFields(asker, "at", at, [...PLACES, ...more])
  const { threshold, atFpr } = at as { readonly threshold?: unknown; readonly atFpr?: unknown }
  if (threshold !== undefined && atFpr !== undefined)
    throw new UsageError(`${asker}: at must have one of threshold and atFpr, got both`)
  if (threshold === undefined && atFpr === undefined)
    throw new UsageError(`${asker}: at must have threshold or atFpr, got ${shown(at)}`)
  if (atFpr !== undefined) {
    requireShare(asker, "at.atFpr", atFpr)
    return { atFpr: atFpr as number }
  }
  // What `threshold` answers when only flagging nobody keeps a rate.
  if (threshold !== Number.POSITIVE_INFINITY) requireShare(asker, "at.threshold", threshold)
  return { threshold: threshold as number }
}

export function requireSure(asker: string, name: string, { sure }: { readonly sure?: unknown }): void {
  if (sure === undefined || typeof sure === "boolean") return
  throw new UsageError(`${asker}: ${name}.sure must be true or false, got ${shown(sure)}`)
}

export function requireCohort(asker: string, name: string, cohort: unknown): void {
  if (typeof cohort === "string" && cohort !== "") return
  throw new UsageError(
    `${asker}: ${name} must be a cohort's name, as newsroom or language:en, got ${shown(cohort)}`,
  )
}

/** As it is written in a test. */
function shown(value: unknown): string {
  if (typeof value === "function") return "a function"
  if (typeof value === "number" || value === undefined) return String(value)
  return JSON.stringify(value) ?? typeof value
}
