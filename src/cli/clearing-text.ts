/** What would have cleared a flagged account, or flagged another, as text. */

import type { AccountDetail } from "../core/account-detail.ts"
import type { AccountClearing } from "../core/judgement.ts"
import { decimal, percentage } from "../report/plain-numbers.ts"
import { table, wrapped } from "./table.ts"

type Way = AccountClearing["detectors"][number]

export function clearingLines(clearing: AccountClearing, detail: AccountDetail): string[] {
  const ways = clearing.detectors.filter(({ needed }) => needed !== null)
  const sentences = [
    headSentence(clearing, detail),
    smallestSentence(clearing, detail),
    withoutSentence(clearing),
  ]
  const rows = ways
    .toSorted((a, b) => (a.way ?? 2) - (b.way ?? 2))
    .map((way) => [
      way.detector,
      way.score === null ? "no evidence" : decimal(way.score),
      neededText(way),
      percentage(way.share ?? Number.NaN),
      featureText(way, detail),
    ])
  const heading = ["detector", "score", "would have sufficed", "accounts with such", "for instance"]
  return [wrapped(sentences.join(" ")), ...(rows.length > 0 ? [table(heading, rows)] : [])]
}

const verb = ({ isFlagged }: AccountClearing) => (isFlagged ? "cleared" : "flagged")

function headSentence(clearing: AccountClearing, { risk }: AccountDetail): string {
  const { isFlagged, threshold } = clearing
  return isFlagged
    ? `Flagged: its risk is at or above the threshold ${threshold}; at a threshold above ${decimal(risk, 4)} it is not.`
    : `Not flagged: its risk is below the threshold ${threshold}; at ${decimal(risk, 4)} or lower it is.`
}

function smallestSentence(clearing: AccountClearing, detail: AccountDetail): string {
  const way = clearing.detectors.find(({ detector }) => detector === clearing.smallest)
  if (!way) return `No single detector's score would have ${verb(clearing)} it.`
  const feature = featureText(way, detail)
  return (
    `The smallest single change that would have ${verb(clearing)} it: a score of ${neededText(way)} by ${way.detector}, ` +
    `instead of ${decimal(way.score)}${feature === "" ? "" : ` (${feature})`}.`
  )
}

function withoutSentence(clearing: AccountClearing): string {
  const { without } = clearing
  if (without === null) return `Leaving out detectors would not have ${verb(clearing)} it.`
  return `Without what ${listed(without)} found it would have been ${verb(clearing)}.`
}

function listed(ids: readonly string[]): string {
  return ids.length === 1 ? ids[0]! : `${ids.slice(0, -1).join(", ")} and ${ids.at(-1)}`
}

/** Rounded to the side that suffices. */
function neededText({ needed }: Way): string {
  if (needed === null) return "none"
  const { side, score } = needed
  if (side === "at-most") return `${decimal(Math.floor(score * 1000) / 1000)} or less`
  return `${decimal(Math.ceil(score * 1000) / 1000)} or more`
}

function featureText({ detector, feature }: Way, { detectors }: AccountDetail): string {
  if (feature === null) return ""
  const known = detectors.find(({ id }) => id === detector)?.features.find(({ id }) => id === feature.feature)
  const unit = known && known.unit !== "" && known.unit !== "count" ? ` ${known.unit}` : ""
  const number = (value: number) => String(Number(value.toPrecision(3)))
  return `${known?.title ?? feature.feature}: ${number(feature.needed)} instead of ${number(feature.value)}${unit}`
}
