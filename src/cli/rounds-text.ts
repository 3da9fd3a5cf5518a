/** What rounds came to, as tables for people. */
import type {
  Band,
  HalfLife,
  HalfLifeInterval,
  RoundRow,
  RoundsReport,
  UnknownHalfLife,
} from "../core/rounds/index.ts"
import { count, counted, decimal, percentage } from "../report/plain-numbers.ts"
import { type Cell, table, wrapped } from "./table.ts"

export function roundsText(report: RoundsReport): string {
  const { rounds, archetypes } = report
  return [
    headingText(report),
    figuresText(rounds),
    operatorsText(rounds),
    archetypesText(archetypes, rounds),
    recallAgainstCostText(report),
    halfLifeText(report),
  ].join("\n\n")
}

function headingText({ scenario, strategy, settings, threshold, accounts, days, bySeed }: RoundsReport) {
  const { retrainEvery, budget } = settings
  const learning =
    retrainEvery === null
      ? "fusion is learned once"
      : retrainEvery === 1
        ? "fusion is learned again each round"
        : `fusion is learned again every ${retrainEvery} rounds`
  const means = bySeed.length > 1 ? `means and 95 % bands of ${bySeed.length} seeds` : "one seed, so no bands"
  return wrapped(
    `${scenario}: ${count(accounts)} accounts, rounds of ${counted(days, "day")}, flagged from ${threshold}. Operators: ` +
      `${strategy}, within ${budget} times what they spent at first; ${learning}; ${means}.`,
  )
}

const shown = ({ mean, low, high }: Band, show: (value: number) => string) => {
  if (mean === null) return "–"
  const isExact = low === null || high === null || low === high
  return isExact ? show(mean) : `${show(mean)} [${show(low)}, ${show(high)}]`
}

const plain = (digits: number) => (value: number) => decimal(value, digits)

/** One row a round; a star marks those that fusion was learned again for. */
function byRound(heading: readonly string[], rounds: readonly RoundRow[], cells: (row: RoundRow) => Cell[]) {
  const rows = rounds.map((row) => [
    row.retrained && row.round > 0 ? `${row.round} *` : `${row.round}`,
    ...cells(row),
  ])
  return table(["round", ...heading], rows)
}

function figuresText(rounds: readonly RoundRow[]): string {
  const heading = ["recall", "false-positive rate", "precision", "AUC", "flagged"]
  const text = byRound(heading, rounds, ({ recall, fpr, precision, auc, flagged }) => [
    shown(recall, percentage),
    shown(fpr, percentage),
    shown(precision, percentage),
    shown(auc, plain(3)),
    shown(flagged, plain(0)),
  ])
  return rounds.some(({ retrained, round }) => retrained && round > 0)
    ? `${text}\n* learned again for this round.`
    : text
}

function operatorsText(rounds: readonly RoundRow[]): string {
  const heading = [
    "CNY a month an account",
    "accounts there",
    "new",
    "effort: behaviour",
    "content",
    "network",
  ]
  return byRound(heading, rounds, ({ costPerAccount, present, replaced, effort }) => [
    shown(costPerAccount, plain(1)),
    shown(present, plain(0)),
    shown(replaced, plain(0)),
    shown(effort.behaviour, plain(2)),
    shown(effort.content, plain(2)),
    shown(effort.network, plain(2)),
  ])
}

function archetypesText(archetypes: readonly string[], rounds: readonly RoundRow[]): string {
  const first = rounds[0]!
  const last = rounds.at(-1)!
  const rows = archetypes.map((id) => [
    id,
    shown(first.recallByArchetype[id]!, percentage),
    ...(last === first ? [] : [shown(last.recallByArchetype[id]!, percentage)]),
  ])
  return table(
    ["recall by archetype", "round 0", ...(last === first ? [] : [`round ${last.round}`])],
    rows.filter(([, ...recalls]) => recalls.some((recall) => recall !== "–")),
  )
}

/** Cells of the longest bar. */
const BAR = 40

function recallAgainstCostText({ recallAgainstCost }: RoundsReport): string {
  const first = recallAgainstCost[0]!.costPerAccount
  const rows = recallAgainstCost.map(({ round, costPerAccount, recall }) => [
    decimal(costPerAccount, 1),
    costPerAccount === null || !first ? "–" : percentage(costPerAccount / first),
    recall === null ? "–" : percentage(recall),
    `${round}`,
    "#".repeat(Math.round(BAR * (recall ?? 0))),
  ])
  return table(["cost an account", "of round 0's", "recall", "round", "recall, 100 % is 40 wide"], rows)
}

const UNKNOWN_HALF_LIFE: Readonly<Record<UnknownHalfLife, string>> = {
  "one-round": "one round tells nothing of how long the threshold holds; play more with --rounds.",
  "no-managed":
    "cannot be measured: by the scenario's definition no account is AI-managed, so that there is no recall.",
  "none-caught":
    "cannot be measured: nobody AI-managed is caught in round 0, so that there is no recall to halve. A lower threshold in the scenario catches some.",
}

function halfLifeText({ halfLife, days, bySeed }: RoundsReport): string {
  const { within, unknown, ofMean, interval } = halfLife
  if (unknown !== null) return wrapped(`Half-life: ${UNKNOWN_HALF_LIFE[unknown]}`)
  const found =
    ofMean === null
      ? `not within the ${counted(within, "round")} after round 0 that were played (${counted(within * days, "day")}): more than half of round 0's recall is left.`
      : `half of round 0's recall is left after ${decimal(ofMean, 1)} rounds (${decimal(ofMean * days, 0)} days).`
  const sure = interval === null ? "" : intervalText(interval, within)
  return wrapped(`Half-life of the threshold: ${found}${sure}${seedsText(halfLife, bySeed.length)}`)
}

function intervalText({ low, high }: HalfLifeInterval, within: number): string {
  if (low === null) return ` Also the low end of its 95 % interval is longer than ${within}.`
  const end = high === null ? `longer than ${within}` : decimal(high, 1)
  return ` 95 % interval over the seeds: from ${decimal(low, 1)} to ${end} rounds.`
}

function seedsText({ reached, measured, median, within }: HalfLife, seeds: number): string {
  if (seeds === 1) return ""
  const middle = median === null ? `median longer than ${within}` : `median ${decimal(median, 1)}`
  const without = seeds - measured
  const idle = without === 0 ? "" : ` Not counted: ${counted(without, "seed")} that caught nobody in round 0.`
  return ` On their own, ${reached} of ${measured} seeds fell that far; ${middle} rounds.${idle}`
}
