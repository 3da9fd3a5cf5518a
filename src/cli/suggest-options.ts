/** The values of `assay suggest`'s own options, and how they are checked. */
import { UsageError } from "../core/errors.ts"
import {
  type Cap,
  COHORT_KINDS,
  type CohortIndex,
  type CohortKind,
  type Costs,
  capEvery,
} from "../core/evaluation/index.ts"
import { suggestion } from "../core/scenario/suggest.ts"
import { oneOf, quoted } from "./options.ts"

/** As typed in `--cap kind:name=rate`: which cohorts there are is known only when the run is read. */
export interface TypedCap {
  readonly kind: CohortKind
  /** null for every cohort of the kind. */
  readonly name: string | null
  readonly maxFpr: number
}

/** A number above 0 and below 1. */
export function openShare(option: string) {
  return (text: string): number => {
    const value = Number(text)
    if (value > 0 && value < 1) return value
    throw new UsageError(`${option} must be in (0, 1), got ${quoted(text)}`)
  }
}

/** A number of 0 or more, or above 0. */
export function amount(option: string, { above0 = false } = {}) {
  return (text: string): number => {
    const value = Number(text)
    if (text.trim() !== "" && Number.isFinite(value) && (above0 ? value > 0 : value >= 0)) return value
    throw new UsageError(
      `${option} must be a number ${above0 ? "above 0" : "of 0 or more"}, got ${quoted(text)}`,
    )
  }
}

/** `archetype:merchant-with-scheduler=0.02`; may be given again. */
export function cap(text: string, before: readonly TypedCap[] = []): TypedCap[] {
  const [, kind, name, rate] =
    /^([^:=]*):(.+)=([^=]*)$/.exec(text) ?? malformed("--cap", text, "kind:name=rate")
  const parsed = { kind: kindOf("--cap", kind!), name: name!, maxFpr: openShare("--cap")(rate!) }
  if (before.some((other) => other.kind === parsed.kind && other.name === parsed.name)) {
    throw new UsageError(`--cap: ${parsed.kind} ${parsed.name} has two caps; one is allowed`)
  }
  return [...before, parsed]
}

/** `archetype=0.02`; may be given again, for another kind. */
export function capAll(text: string, before: readonly TypedCap[] = []): TypedCap[] {
  const [, kind, rate] = /^([^=]*)=([^=]*)$/.exec(text) ?? malformed("--cap-all", text, "kind=rate")
  const parsed = { kind: kindOf("--cap-all", kind!), name: null, maxFpr: openShare("--cap-all")(rate!) }
  if (before.some((other) => other.kind === parsed.kind)) {
    throw new UsageError(`--cap-all: ${parsed.kind} has two caps; one is allowed`)
  }
  return [...before, parsed]
}

const kindOf = (option: string, text: string) => oneOf(option, COHORT_KINDS)(text)

function malformed(option: string, text: string, form: string): never {
  throw new UsageError(`${option} must be ${form}, got ${quoted(text)}`)
}

/** The caps of cohorts that there are; a cohort's own cap stands instead of that of its kind. */
export function capsOf(
  named: readonly TypedCap[],
  every: readonly TypedCap[],
  indices: ReadonlyMap<CohortKind, CohortIndex>,
): Cap[] {
  const own = named.map(({ kind, name, maxFpr }) => {
    return { kind, name: cohortNamed(name!, kind, indices.get(kind)!), maxFpr }
  })
  const isOwn = (cap: Cap) => own.some(({ kind, name }) => kind === cap.kind && name === cap.name)
  const others = every.flatMap(({ kind, maxFpr }) => capEvery(kind, indices.get(kind)!, maxFpr))
  return [...own, ...others.filter((cap) => !isOwn(cap))]
}

function cohortNamed(name: string, kind: CohortKind, { names }: CohortIndex): string {
  if (names.includes(name)) return name
  throw new UsageError(
    `--cap: there is no ${kind} ${quoted(name)}; ${suggestion(name, names, "always list")}`,
  )
}

const COST_NAMES = { fp: "falsePositive", fn: "falseNegative", review: "review" } as const
const COST_WORDS = Object.keys(COST_NAMES) as (keyof typeof COST_NAMES)[]

/** `fp=50,fn=200,review=1`, in any one currency, each of them: a cost that is not thought of is not a cost of 0. */
export function costs(text: string): Costs {
  const parsed = { falsePositive: Number.NaN, falseNegative: Number.NaN, review: Number.NaN }
  for (const part of text.split(",")) {
    const [, word, value] =
      /^([^=]*)=([^=]*)$/.exec(part) ?? malformed("--cost", part, "fp=...,fn=...,review=...")
    parsed[COST_NAMES[oneOf("--cost", COST_WORDS)(word!)]] = amount(`--cost: ${word}`)(value!)
  }
  const missing = COST_WORDS.filter((word) => Number.isNaN(parsed[COST_NAMES[word]]))
  if (missing.length > 0)
    throw new UsageError(
      `--cost must have all of fp, fn and review, got no ${missing.join(" and no ")}; ${missing[0]}=0 counts it as nothing`,
    )
  if (Object.values(parsed).some((cost) => cost > 0)) return parsed
  throw new UsageError("--cost must have a cost above 0, got none")
}
