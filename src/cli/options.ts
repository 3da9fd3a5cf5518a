/** Options that several commands have, and how their values are checked. */
import { Option } from "commander"
import { UsageError } from "../core/errors.ts"
import { scenarioSchema } from "../core/scenario/schema.ts"
import { suggestion } from "../core/scenario/suggest.ts"
import { CALLED } from "./called.ts"

type Parser<Value> = (text: string) => Value

/** A whole number from `least` to `most`. */
export function wholeNumber(option: string, least: number, most: number): Parser<number> {
  return (text) => {
    const value = Number(text)
    if (text.trim() !== "" && Number.isInteger(value) && value >= least && value <= most) return value
    throw new UsageError(`${option} must be a whole number in [${least}, ${most}], got ${quoted(text)}`)
  }
}

/** A number in [0, 1]. */
export function share(option: string): Parser<number> {
  return (text) => {
    const value = Number(text)
    if (text.trim() !== "" && value >= 0 && value <= 1) return value
    throw new UsageError(`${option} must be in [0, 1], got ${quoted(text)}`)
  }
}

/** A number above 0, up to 1. */
export function positiveShare(option: string): Parser<number> {
  return (text) => {
    const value = Number(text)
    if (value > 0 && value <= 1) return value
    throw new UsageError(`${option} must be in (0, 1], got ${quoted(text)}`)
  }
}

/** Hours ahead of UTC; quarters of an hour are in use. */
export function hours(option: string): Parser<number> {
  return (text) => {
    const value = Number(text)
    if (text.trim() !== "" && value >= -12 && value <= 14) return value
    throw new UsageError(`${option} must be a number of hours in [-12, 14], got ${quoted(text)}`)
  }
}

/** One of a few words; a misspelt one is told the nearest. */
export function oneOf<Word extends string>(option: string, words: readonly Word[]): Parser<Word> {
  return (text) => {
    const word = words.find((known) => known === text)
    if (word !== undefined) return word
    throw new UsageError(`${option}: there is no ${quoted(text)}; ${suggestion(text, words, "always list")}`)
  }
}

/** A text that a scenario may have as its seed. */
export function seed(text: string): string {
  if (scenarioSchema.shape.seed.safeParse(text).success) return text
  throw new UsageError(`--seed must be a text of 1 to 100 characters, got ${text.length}`)
}

/** An empty value reads as nothing at all unless it is quoted. */
export const quoted = (text: string) => (/^[\w.+-]+$/.test(text) ? text : JSON.stringify(text))

export const storeOption = () =>
  new Option("--store <folder>", "where runs are kept (default: ASSAY_STORE, else ./runs)")

export const jsonOption = () =>
  new Option("--json", "print one JSON object instead of tables; its fields: docs/json.md")

export const workersOption = () =>
  new Option("--workers <n>", "worker threads, 1 to 256 (default: one a processor); same outcome").argParser(
    wholeNumber("--workers", 1, 256),
  )

/** Text below a command's help: what to type, and what it is for. */
export function examples(lines: Readonly<Record<string, string>>): string {
  const typed = Object.entries(lines).map(
    ([line, meaning]) => [line.replace(/\bassay (?=[a-z])/, `${CALLED} `), meaning] as const,
  )
  const width = Math.max(...typed.map(([line]) => line.length))
  const wide = width > 44
  const shown = typed.map(([line, meaning]) =>
    wide ? `  ${line}\n      ${meaning}` : `  ${line.padEnd(width)}  ${meaning}`,
  )
  return `\nExamples:\n${shown.join("\n")}`
}
