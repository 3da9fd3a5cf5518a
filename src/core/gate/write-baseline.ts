/**
 * A baseline as YAML in one layout, so that git shows what changed and merges what was changed apart.
 *
 * A list of accounts is cut where the numbers say, never where a line happens to be full: the range of all account
 * numbers is halved until no part holds more than a line does, so an account that comes or goes touches its own line.
 * Ranks have as many values a line as ever, since they change in place. Mappings are in the order of the alphabet.
 */
import { stringify } from "yaml"
import type { Baseline, ByName } from "./baseline.ts"
import type { Rank } from "./ranks.ts"

/** Numbers on a line: of seven digits, that is 108 characters with what is before them. */
const ACCOUNTS_A_LINE = 12
const RANKS_A_LINE = 16

/** The inverse of parseBaseline. */
export function writeBaseline(baseline: Baseline): string {
  const { accounts, definition, versions, figures } = baseline
  const scalar = (name: string, value: string | number | null) => [`${keyOf(name)}: ${textOf(value)}`]
  const block = (name: string, lines: readonly string[]) =>
    lines.length === 0 ? [`${keyOf(name)}: {}`] : [`${keyOf(name)}:`, ...lines.map((line) => `  ${line}`)]
  const scalars = (values: ByName<string | number | null>) =>
    Object.keys(values)
      .sort()
      .flatMap((name) => scalar(name, values[name]))
  const list = (name: string, lines: readonly string[]) => {
    if (lines.length < 2) return [`${keyOf(name)}: [${lines.join()}]`]
    return [`${keyOf(name)}: [`, ...lines.map((line) => `  ${line},`), "  ]"]
  }
  const mapped = <Value>(values: ByName<Value>, lines: (name: string, value: Value) => string[]) =>
    Object.keys(values)
      .sort()
      .flatMap((name) => lines(name, values[name]))
  return [
    "# What later runs are held against. Written by `assay check --update`; not to be edited by hand.",
    ...scalar("format", baseline.format),
    ...scalar("scenario", baseline.scenario),
    ...scalar("run", baseline.run),
    ...scalar("populationDigest", baseline.populationDigest),
    ...scalar("digest", baseline.digest),
    ...block("versions", scalars(versions)),
    ...block("definition", scalars({ ...definition })),
    ...scalar("threshold", baseline.threshold),
    ...scalar("accounts", accounts),
    ...scalar("managed", baseline.managed),
    ...scalar("flagged", baseline.flagged),
    ...scalar("caught", baseline.caught),
    ...scalar("hits", baseline.hits),
    ...block("figures", scalars(figures)),
    ...block(
      "detectors",
      mapped(baseline.detectors, (id, { auc, version }) => [
        `${keyOf(id)}: { auc: ${textOf(auc)}, version: ${version} }`,
      ]),
    ),
    "# Flagged accounts, by archetype and by the detector that speaks loudest for the flag.",
    ...block(
      "flaggedBy",
      mapped(baseline.flaggedBy, (archetype, detectors) =>
        block(
          archetype,
          mapped(detectors, (id, numbers) => list(id, accountLines(numbers, accounts))),
        ),
      ),
    ),
    "# Authentic accounts flagged where 1 % of them are.",
    ...list("hitAtFpr1", accountLines(baseline.hitAtFpr1, accounts)),
    "# Of each AI-managed account, in the order of their numbers: authentic accounts at or above it.",
    ...block(
      "ranks",
      mapped(baseline.ranks, (archetype, ranks) => list(archetype, rankLines(ranks))),
    ),
    "",
  ].join("\n")
}

/** Names that YAML would take for something else are quoted. */
const keyOf = (name: string) => stringify(name, { lineWidth: 0 }).trimEnd()
const textOf = (value: string | number | null) =>
  typeof value === "string" ? stringify(value, { lineWidth: 0 }).trimEnd() : String(value)

function accountLines(numbers: readonly number[], accounts: number): string[] {
  let range = 1
  while (range < accounts) range *= 2
  const lines = (own: readonly number[], from: number, width: number): string[] => {
    if (own.length === 0) return []
    if (own.length <= ACCOUNTS_A_LINE) return [own.join(", ")]
    const middle = from + width / 2
    return [
      ...lines(
        own.filter((number) => number < middle),
        from,
        width / 2,
      ),
      ...lines(
        own.filter((number) => number >= middle),
        middle,
        width / 2,
      ),
    ]
  }
  return lines(numbers, 0, range)
}

function rankLines(ranks: readonly Rank[]): string[] {
  const lines: string[] = []
  for (let at = 0; at < ranks.length; at += RANKS_A_LINE)
    lines.push(
      ranks
        .slice(at, at + RANKS_A_LINE)
        .map(rankText)
        .join(", "),
    )
  return lines
}

/** `12`, or of an account that ties with three authentic ones `12-15`. */
const rankText = ([above, atOrAbove]: Rank) => (above === atOrAbove ? String(above) : `${above}-${atOrAbove}`)
