/** One account of a run as text. */

import type { AccountDetail } from "../core/account-detail.ts"
import type { AccountClearing } from "../core/judgement.ts"
import type { Definition } from "../core/policy/definition.ts"
import { isManaged } from "../core/policy/definition.ts"
import type { Relabelling } from "../core/policy/relabelling.ts"
import type { Tier } from "../core/policy/tiers.ts"
import { counted, decimal, money, percentage } from "../report/plain-numbers.ts"
import { clearingLines } from "./clearing-text.ts"
import { definitionText, gradeText } from "./definition.ts"
import { table } from "./table.ts"

const MOST_NEIGHBOURS = 5

/** What really runs an account, and the definition that it is graded by. */
export type GradedTruth = AccountDetail["truth"] & {
  readonly definition: Definition
  /** What of the definition would have to move for another label. */
  readonly relabellings: readonly Relabelling[]
}

/** What a policy does about an account. */
export interface MetTier {
  /** The policy's. */
  readonly name: string
  /** null where nothing is done. */
  readonly tier: Tier | null
  readonly threshold: number | null
}

/** `posts`: how many to show. `met` without a policy, and `truth` when it is not asked for, are not there. */
export function accountText(
  detail: AccountDetail,
  clearing: AccountClearing,
  posts: number,
  met: MetTier | null,
  truth: GradedTruth | undefined,
): string {
  const blocks = [
    [...headLines(detail), ...(met ? [tierText(met)] : [])],
    clearingLines(clearing, detail),
    [detectorTable(detail)],
    detail.detectors.flatMap(({ id, reasons }) => reasons.map(({ text }) => `- ${id}: ${text}`)),
    neighbourLines(detail),
    postLines(detail, posts),
    truth === undefined ? [] : truthLines(truth),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")
}

function headLines({ account, profile, risk }: AccountDetail): string[] {
  const { name, language, followers, ageDays, verified } = profile
  const days = Math.round(Math.abs(ageDays))
  const registered = `registered ${counted(days, "day")} ${ageDays < 0 ? "into" : "before"} the period`
  return [
    `Account ${account}: ${name} (${language}), ${counted(followers, "follower")}, ${registered}${verified ? ", verified" : ""}`,
    `Risk ${decimal(risk, 4)}`,
  ]
}

function tierText({ name, tier, threshold }: MetTier): string {
  return `Policy ${name}: ${tier === null ? "nothing is done" : `${tier}, from a risk of ${threshold} on`}`
}

/** Rows that add up to the log-odds of the risk; a detector counts against where fusion found its like authentic. */
function detectorTable({ detectors, risk }: AccountDetail): string {
  const logOdds = Math.log(risk / (1 - risk))
  const added = detectors.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0)
  return table(
    ["detector", "score", "log-odds added to the risk"],
    [
      ["start: how common AI-managed accounts are", "", decimal(logOdds - added, 2)],
      ...detectors.map(({ id, score, contribution }) => [
        id,
        score === null ? "no evidence" : decimal(score),
        decimal(contribution, 2),
      ]),
      ["sum", "", decimal(logOdds, 2)],
    ],
  )
}

function neighbourLines({ neighbours }: AccountDetail): string[] {
  const shown = neighbours.slice(0, MOST_NEIGHBOURS)
  if (shown.length === 0) return []
  const texts = shown.map(
    ({ account, detector, weight }) => `${account} (${detector}, ${counted(weight, "time")})`,
  )
  const more = neighbours.length > shown.length ? ` and ${neighbours.length - shown.length} more` : ""
  return [`Found together with account ${texts.join(", ")}${more}`]
}

function postLines({ posts, interactions, reports }: AccountDetail, most: number): string[] {
  const shown = posts.slice(0, most).map(({ time, text, nearDuplicate }) => {
    const when = new Date(time * 1000).toISOString().slice(0, 16).replace("T", " ")
    const mark = nearDuplicate
      ? ` [${percentage(nearDuplicate.similarity)} like a post of account ${nearDuplicate.account}]`
      : ""
    return `  ${when}Z  ${text}${mark}`
  })
  const summary = `${counted(posts.length, "post")}, ${counted(interactions.length, "interaction")}, ${counted(reports.length, "report")} received`
  return [shown.length > 0 ? `${summary}; the first posts:` : summary, ...shown]
}

function truthLines(truth: GradedTruth): string[] {
  const { archetype, creation, scheduling, distribution, oversight, operator, grade, definition } = truth
  const spent =
    operator === null
      ? "no operator"
      : `its operator spends ${money(operator.cost)} a month, evasion effort ${decimal(operator.evasion, 2)}`
  return [
    `Truth: ${archetype}; automated: ${percentage(creation)} of creation, ${percentage(scheduling)} of scheduling, ` +
      `${percentage(distribution)} of distribution; ${percentage(oversight)} of that overseen by a human; ` +
      `${automatedDays(truth)}; ${spent}`,
    gradeText(grade),
    definitionText(definition),
    relabellingText(truth),
  ]
}

function relabellingText({ grade, relabellings }: GradedTruth): string {
  const other = isManaged(grade) ? "authentic" : "AI-managed"
  if (relabellings.length === 0) return `No single part of the definition, moved, would make it ${other}`
  const ways = relabellings.map(({ part, side, bound }) => {
    const value = part === "days" ? String(bound) : decimal(bound, 3)
    return `${part} ${side === "at-most" ? `${value} or less` : side === "above" ? `above ${value}` : `${value} or more`}`
  })
  return `It would be ${other} by a definition with ${ways.join(", or with ")}`
}

/** Days of the period within which the automation runs, counted from 1 as people do. */
function automatedDays({ fromDay, untilDay }: GradedTruth): string {
  const days = counted(Math.round(untilDay - fromDay), "day")
  return fromDay === 0 ? `for ${days}` : `for ${days}, since day ${Math.floor(fromDay) + 1}`
}
