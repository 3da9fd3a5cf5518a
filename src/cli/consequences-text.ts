/** What following flags found, as tables for people. */
import type { CohortKind, Estimate } from "../core/evaluation/index.ts"
import type {
  CohortFunnel,
  Consequences,
  CostReport,
  FunnelRow,
  QueueReport,
} from "../core/policy/follow/consequences.ts"
import { COST_PARTS, ENDS, STEPS } from "../core/policy/follow/consequences.ts"
import type { Limit, ShortConsequences, ThresholdCurve, TwoCuts } from "../core/policy/follow/points.ts"
import { nearestCell } from "../core/policy/follow/two-cuts.ts"
import type { Policy, PolicyCosts } from "../core/policy/policy.ts"
import type { Tier } from "../core/policy/tiers.ts"
import { count, counted, decimal, interval, percentage } from "../report/plain-numbers.ts"
import { table, wrapped } from "./table.ts"

const STEP_TITLES: Readonly<Record<(typeof STEPS)[number], string>> = {
  flagged: "flagged",
  "sent-to-review": "  sent to review",
  reviewed: "  reviewed by people",
  "acted-on": "  acted on",
  appealed: "  appealed",
  reinstated: "  reinstated",
}

const END_TITLES: Readonly<Record<(typeof ENDS)[number], string>> = {
  watched: "watched, nothing done",
  labelled: "labelled",
  limited: "limited",
  suspended: "suspended",
  cleared: "cleared by review",
  undecided: "undecided: reviewers cannot tell",
  "let-go": "let go, as the queue overflowed",
  complied: "came under oversight on a notice",
  reinstated: "reinstated on appeal",
  waiting: "still waiting at the end",
}

const COST_TITLES: Readonly<Record<(typeof COST_PARTS)[number], string>> = {
  falsePositives: "authentic accounts acted on",
  wrongfulDays: "wrongful days",
  missed: "AI-managed accounts missed",
  reviews: "reviews",
  reviewerHours: "reviewers' paid hours",
}

/** Whole from 10 on, and below that with one digit. */
export const shownAmount = (value: number) =>
  Math.abs(value) < 10 ? decimal(value, 1) : count(Math.round(value)).replace("−", "-")

export const shown = ({ value, interval: band }: Estimate, show: (value: number) => string = shownAmount) =>
  Number.isNaN(value) ? "–" : `${show(value)} ${interval(band, show)}`

/** `costs`: the policy's, or those that are assumed; null without. */
export function consequencesText(
  consequences: Consequences,
  cohort: CohortKind | undefined,
  costs: (Pick<PolicyCosts, "missedPer1000Followers"> & { readonly areAssumed: boolean }) | null,
): string {
  const { funnel, cohorts, cost, brokenCaps } = consequences
  const kind = cohorts.find((one) => one.kind === cohort)
  return [
    headingText(consequences),
    funnelText(funnel),
    queueText(consequences),
    ...(brokenCaps.length > 0 ? [brokenText(consequences)] : []),
    ...(cost
      ? [
          costText(cost, costs?.areAssumed ? "costs, assumed" : "costs") +
            (costs && costs.missedPer1000Followers > 0 ? REACH_NOTE : ""),
        ]
      : []),
    ...(kind ? [cohortText(kind.kind, kind.rows)] : []),
  ].join("\n\n")
}

const headingText = ({ days, accountsPerDay, prevalence, replicates }: Consequences) =>
  wrapped(
    `${counted(days, "day")}, ${count(Math.round(accountsPerDay))} accounts judged a day, ${percentage(prevalence)} of them ` +
      `AI-managed; means and 95 % bands of ${replicates} replicates.`,
  )

function funnelText({ authentic, managed }: CohortFunnel): string {
  const row = (title: string, of: (row: FunnelRow) => Estimate) => [
    title,
    shown(of(authentic)),
    shown(of(managed)),
  ]
  const rows = [
    row("accounts judged", ({ judged }) => judged),
    row("accounts acted on", ({ accounts }) => accounts["acted-on"]),
    ...STEPS.map((step) => row(step === "flagged" ? "flags" : STEP_TITLES[step], ({ steps }) => steps[step])),
    ["a flag ends as", "", ""],
    ...ENDS.map((end) => row(`  ${END_TITLES[end]}`, ({ ends }) => ends[end])),
    row("days limited or suspended, per 1,000 judged", (one) => one.restrictedDaysPer1000),
    row("days until reinstated, median", ({ daysUntilReinstated }) => daysUntilReinstated),
  ]
  return table(["", "authentic", "AI-managed"], rows)
}

function queueText({ queue, wrongfulDays, hoursToAction }: Consequences): string {
  const { backlog, arrivals } = queue.perDay
  const last = backlog.value.length - 1
  const rows = [
    ["flags and appeals a day", shownAmount(meanOf(arrivals.value))],
    ["reviewers' time at work", workText(queue)],
    ["hours from flag to decision, median", shown(queue.hours.median)],
    ["hours from flag to decision, p95", shown(queue.hours.p95)],
    ["decided within 24 hours", shown(queue.within24Hours, percentage)],
    [
      "waiting at the end",
      `${shownAmount(backlog.value[last])} [${shownAmount(backlog.low[last])}, ${shownAmount(backlog.high[last])}]`,
    ],
    ["hours from flag to action, median", shown(hoursToAction)],
    ["reviewers' hours of work", shown(queue.reviewerHours)],
    ["wrongful days", shown(wrongfulDays)],
  ]
  return table(["review and harm", ""], rows)
}

/** From this share of the paid time on a day counts as full. */
const FULL = 0.995

/** A mean below 100 % hides a queue that is full from some day on. */
function workText({ perDay: { utilisation }, backlogGrows }: QueueReport): string {
  const { value } = utilisation
  const mean = percentage(meanOf(value))
  if (!backlogGrows) return mean
  const from = value.findLastIndex((share) => !(share >= FULL)) + 1
  const full = from > 0 && from < value.length ? `; 100 % from day ${from + 1} on` : ""
  return `${mean}${full}; the queue still grows at the end`
}

const brokenText = ({ brokenCaps, replicates }: Consequences) =>
  [
    `Caps that it breaks, by the mean of ${replicates} replicates:`,
    ...brokenCaps.map((cap) => wrapped(limitText(cap), "  ")),
  ].join("\n")

export function limitText(limit: Limit): string {
  switch (limit.kind) {
    case "hours":
      return `95 % decided within ${shownAmount(limit.hours)} hours (found ${shown(limit.shareInTime, percentage)})`
    case "waiting":
      return `at most ${shownAmount(limit.most)} waiting at the end (found ${shown(limit.backlog)})`
    case "acted-on":
      return `at most ${percentage(limit.most)} of authentic accounts acted on (found ${shown(limit.rate, percentage)})`
    case "cap": {
      const { kind, name, maxFpr } = limit.cap
      return `${kind} ${name} at most ${percentage(maxFpr)} acted on (found ${shown(limit.rate, percentage)})`
    }
  }
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const REACH_NOTE = `\n${wrapped(
  "Followers stand for the reach of AI-managed accounts that are missed. --attention tells the impressions that they keep.",
)}`

function costText(cost: CostReport, title: string): string {
  const rows = COST_PARTS.map((part) => [COST_TITLES[part], shown(cost[part])])
  return table([title, ""], [...rows, ["total", shown(cost.total)]])
}

function cohortText(kind: CohortKind, rows: readonly CohortFunnel[]): string {
  const cells = rows
    .filter(({ authentic, managed }) => authentic.judged.value + managed.judged.value > 0)
    .map(({ name, authentic, managed, isTooSmall }) => [
      isTooSmall ? `${name} (few)` : name,
      shown(authentic.accounts["acted-on"]),
      percentage(authentic.accounts["acted-on"].value / authentic.judged.value),
      shown(authentic.restrictedDaysPer1000),
      shown(authentic.steps.appealed),
      shown(authentic.steps.reinstated),
      shown(managed.accounts.caught),
      percentage(managed.accounts.caught.value / managed.judged.value),
    ])
  const heading = [
    kind,
    "authentic acted on",
    "share",
    "days per 1,000",
    "appealed",
    "reinstated",
    "AI-managed caught",
    "share",
  ]
  const few = rows.some(({ isTooSmall }) => isTooSmall)
    ? "\n(few): fewer than 100 accounts of the run, too few to judge."
    : ""
  return table(heading, cells) + few
}

/** `tiers`: the policy's, before one of them moves. */
export function curveText({ tier, points, replicates }: ThresholdCurve, tiers: Policy["tiers"]): string {
  const hasCost = points.some(({ cost }) => cost !== null)
  const rows = points.map((point) => [
    decimal(point.threshold, 2),
    shown(point.falsePositiveRate, percentage),
    shown(point.recall, percentage),
    shown(point.wrongfulDays),
    shown(point.backlog),
    shown(point.hoursP95),
    ...(hasCost ? [point.cost ? shown(point.cost.total) : "–"] : []),
  ])
  const heading = [tier, "authentic acted on", "AI-managed caught", "wrongful days", "waiting", "hours p95"]
  const bands = `Means and 95 % bands of ${replicates} replicates.`
  const note = swallowsMilder(tier, points[0]!.threshold, tiers) ? `\n${SWALLOWED}` : ""
  return `${table([...heading, ...(hasCost ? ["cost"] : [])], rows)}\n${bands}${note}`
}

/** Whether people look, along the curve, at those on whom label or limit acts at once where review begins higher. */
const swallowsMilder = (tier: Tier, lowest: number, { label, limit }: Policy["tiers"]) =>
  tier === "review" && [label, limit].some((threshold) => threshold !== null && threshold > lowest)

const SWALLOWED = wrapped(
  "Where review begins below label or limit it takes their place: people look first, and act on fewer than those tiers, which " +
    "act on everybody they reach. So more can be acted on as review begins higher.",
)

/** What is told over two cuts: nothing of a cost that the policy does not have. */
const SURFACES: readonly (readonly [string, (cell: ShortConsequences) => Estimate | undefined])[] = [
  ["Waiting at the end", ({ backlog }) => backlog],
  ["Wrongful days", ({ wrongfulDays }) => wrongfulDays],
  ["Cost", ({ cost }) => cost?.total],
]

/** The answer before the tables; nothing of a policy without costs. */
function leastText({ review, suspend, cells }: TwoCuts, near: ShortConsequences): string[] {
  const costs = cells.flatMap((row, low) =>
    row.flatMap((cell, high) => (cell?.cost ? [{ total: cell.cost.total, low, high }] : [])),
  )
  if (costs.length === 0 || near.cost === null) return []
  const least = costs.reduce((best, one) => (one.total.value < best.total.value ? one : best))
  return [
    wrapped(
      `Least cost: review from ${decimal(review[least.low], 2)}, suspend from ${decimal(suspend[least.high], 2)}, with ` +
        `${shown(least.total)}; nearest to the policy as it stands ${shown(near.cost.total)}. The least of ${costs.length} cells is told ` +
        "a little too cheap.",
    ),
  ]
}

/** One table a figure: review's thresholds downwards, suspend's across; then the cell nearest to the policy, with bands. */
export function twoCutsText(surface: TwoCuts, tiers: Policy["tiers"]): string {
  const { review, suspend, cells, replicates } = surface
  const { row, column } = nearestCell(surface, tiers)
  const near = cells[row][column]!
  const told = SURFACES.flatMap(([title, of]) => {
    const band = of(near)
    return band ? [{ title, of, band }] : []
  })
  const tables = told.map(({ title, of }) => {
    const rows = review.map((low, at) => [
      decimal(low, 2),
      ...cells[at].map((cell) => (cell ? shownAmount(of(cell)!.value) : "")),
    ])
    return `${title}: review from (down), suspend from (across)\n${table(["", ...suspend.map((high) => decimal(high, 2))], rows)}`
  })
  const nearest = told.map(({ title, band }) => `${title.toLowerCase()} ${shown(band)}`).join(", ")
  return [
    ...leastText(surface, near),
    ...tables,
    wrapped(
      `Nearest to the policy, review from ${decimal(review[row], 2)} and suspend from ${decimal(suspend[column], 2)}: ${nearest}. ` +
        `Means and 95 % bands of ${replicates} replicates; --json has the band of every cell.`,
    ),
  ].join("\n\n")
}
