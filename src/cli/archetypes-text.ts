/** Archetypes as text: all of a scenario with what each is, or one with every parameter. */

import {
  amountSpread,
  type Parameter,
  type ParameterValue,
  shareSpread,
} from "../core/population/archetypes/describe.ts"
import type { ArchetypeEntry, ArchetypeSheet } from "../core/population/archetypes/entries.ts"
import { count, decimal, percentage } from "../report/plain-numbers.ts"
import { CALLED } from "./called.ts"
import { table, wrapped } from "./table.ts"

const SIDE_TITLES = {
  authentic:
    "Authentic: people, and automation that people oversee. Whoever is flagged here is flagged wrongly.",
  managed: "Managed: run by an operator's automated systems.",
} as const

/** Blocks by side. `mix`: whose shares are told. */
export function archetypesText(entries: readonly ArchetypeEntry[], mix: string): string {
  const blocks = (["authentic", "managed"] as const).map((side) =>
    [SIDE_TITLES[side], ...entries.filter((entry) => entry.side === side).map(entryText)].join("\n\n"),
  )
  return [...blocks, `Shares are those of ${mix}. One in full: ${CALLED} archetypes ID`].join("\n\n")
}

function entryText(entry: ArchetypeEntry): string {
  const origin = entry.from === null ? "" : `, made from ${entry.from}`
  return [
    `${entry.id}: ${entry.title}${origin}`,
    wrapped(entry.description, "    "),
    `    ${mixText(entry)}`,
    ...(entry.costs.length > 0 ? [`    ${costText(entry)}`] : []),
  ].join("\n")
}

function mixText({ side, share, evasion, heldOut }: ArchetypeEntry): string {
  if (share === 0) return "Not in the mix"
  const effort = evasion === null ? "" : `, evasion effort ${evasion}${heldOut ? ", held out" : ""}`
  return `${percentage(share)} of the ${side} accounts${effort}`
}

const amountOf = (cost: number) => (Number.isInteger(cost) ? count(cost) : decimal(cost, 1))

function costText({ costs }: ArchetypeEntry): string {
  const parts = costs.map(({ evasion, cost }) => `${amountOf(cost)} at effort ${evasion}`)
  return `Costs its operator CNY a month: ${parts.join(", ")}`
}

export function archetypeText(sheet: ArchetypeSheet): string {
  const sections = new Map<string, Parameter[]>()
  for (const parameter of sheet.parameters) {
    const [section] = parameter.path.split(".")
    sections.set(section!, [...(sections.get(section!) ?? []), parameter])
  }
  const rows = [...sections.values()].flat().map(({ path, value, meaning }) => {
    return [path, valueText(value), spreadText(value), meaning]
  })
  return [
    entryText(sheet),
    table(["parameter", "value", "varies", "meaning"], rows),
    wrapped(
      "Value: the mean of a share, the median of an amount. Varies between accounts: the standard deviation (SD) of a " +
        "share, the 10th to the 90th percentile of an amount. A scenario changes a parameter under archetypes.",
    ),
  ].join("\n\n")
}

function valueText(value: ParameterValue | null): string {
  if (value === null) return "none"
  if (typeof value !== "object") return String(value)
  return String("mean" in value ? value.mean : value.median)
}

function spreadText(value: ParameterValue | null): string {
  if (value === null || typeof value !== "object") return ""
  if ("mean" in value) {
    return value.mean === 0 || value.mean === 1 ? "" : `SD ${decimal(shareSpread(value), 2)}`
  }
  const [low, high] = amountSpread(value)
  return value.sigma === 0 ? "" : `${rounded(low)} to ${rounded(high)}`
}

/** Two digits that matter, and no fraction from ten on. */
const rounded = (value: number) => count(value >= 10 ? Math.round(value) : Number(value.toPrecision(2)))
