/** One account in two runs, as text: what moved it first, then all that either run says of it. */

import type { AccountChange, AccountSide, DetectorChange, DetectorSide } from "../core/account-change.ts"
import { decimal } from "../report/plain-numbers.ts"
import { table } from "./table.ts"

const MOST_CAUSES = 4

export function accountChangeText(change: AccountChange): string {
  const { account, profile, before, after } = change
  const blocks = [
    [
      `Account ${account}: ${profile.name}`,
      movedText(change),
      sideText("before", before),
      sideText("after", after),
    ],
    [detectorTable(change)],
    evidenceLines(change),
    reasonLines(change),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")
}

function movedText({ before, after, causes }: AccountChange): string {
  const moves = causes
    .slice(0, MOST_CAUSES)
    .map(({ cause, change }) => `${cause} ${change > 0 ? "+" : ""}${decimal(change, 2)}`)
  const by = moves.length === 0 ? "" : `; what moved it, in log-odds: ${moves.join(", ")}`
  if (before.isFlagged === after.isFlagged)
    return `${after.isFlagged ? "Flagged" : "Not flagged"} by both${by}`
  return `${after.isFlagged ? "Newly flagged" : "No longer flagged"}${by}`
}

const sideText = (name: string, { run, risk, threshold, isFlagged }: AccountSide) =>
  `${name.padEnd(6)}  ${run}: risk ${decimal(risk, 4)}, ${isFlagged ? "flagged" : "not flagged"} at the threshold ${threshold}`

/** Detectors in which nothing changed are there too: they are what the others are read against. */
function detectorTable({ detectors }: AccountChange): string {
  const cells = (side: DetectorSide | null) =>
    side === null
      ? ["–", "not there", "–"]
      : [
          side.version,
          side.score === null ? "no evidence" : decimal(side.score),
          decimal(side.contribution, 2),
        ]
  const heading = ["detector", "version", "score", "log-odds", "version", "score", "log-odds", "change"]
  const rows = detectors.map(({ id, before, after }) => {
    const moved = (after?.contribution ?? 0) - (before?.contribution ?? 0)
    const shown = decimal(moved, 2)
    return [id, ...cells(before), ...cells(after), moved > 0 && shown !== "0.00" ? `+${shown}` : shown]
  })
  return ["Detectors, before and after:", table(heading, rows)].join("\n")
}

/** Something else was measured or made of it; what merely weighs otherwise is in the table above. */
function isOther({ before, after, features }: DetectorChange): boolean {
  if (before?.score !== after?.score || before?.version !== after?.version) return true
  return features.some((feature) => !Object.is(feature.before, feature.after))
}

function evidenceLines({ detectors }: AccountChange): string[] {
  const rows = detectors.filter(isOther).flatMap(({ id, features }) =>
    features.map((feature) => {
      const [before, after] = [feature.before, feature.after].map((value) => measured(value, feature.unit))
      return [id, feature.title, before!, after!, Object.is(feature.before, feature.after) ? "" : "changed"]
    }),
  )
  if (rows.length === 0)
    return ["No detector measured or scored anything else; what changed is how they weigh."]
  return [
    "Evidence of detectors that measured or scored something else:",
    table(["detector", "measured", "before", "after", ""], rows),
  ]
}

/** A feature that is missing is no zero. */
function measured(value: number | null, unit: string): string {
  if (value === null) return "none"
  const shown = String(Number(value.toPrecision(4)))
  return unit === "" || unit === "count" ? shown : `${shown} ${unit}`
}

function reasonLines({ detectors }: AccountChange): string[] {
  const lines = detectors.flatMap(({ id, before, after }) => {
    const [was, is] = [before, after].map((side) => side?.reasons.map(({ text }) => text) ?? [])
    const both = is!.filter((text) => was!.includes(text))
    return [
      ...both.map((text) => `  ${id}: ${text}`),
      ...was!.filter((text) => !both.includes(text)).map((text) => `- ${id}: ${text}`),
      ...is!.filter((text) => !both.includes(text)).map((text) => `+ ${id}: ${text}`),
    ]
  })
  return lines.length === 0 ? [] : ["Reasons (- before only, + after only):", ...lines]
}
