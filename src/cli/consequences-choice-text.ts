/** Decisions over consequences as tables for people: how many reviewers, the cheapest policy, one policy or another. */
import type { CohortKind } from "../core/evaluation/index.ts"
import type {
  CheapestReport,
  ComparedConsequence,
  ConsequencesComparison,
  Limit,
  PairedEstimate,
  SettingConsequences,
} from "../core/policy/follow/points.ts"
import type { StaffingAnswer } from "../core/policy/follow/staff.ts"
import { decimal, percentage } from "../report/plain-numbers.ts"
import { shown, shownAmount } from "./consequences-text.ts"
import { table, wrapped } from "./table.ts"

export function staffingText({
  reviewers,
  interval,
  share,
  hours,
  most,
  why,
  shareInReach,
  byFormula,
}: StaffingAnswer): string {
  const goal = `decide ${percentage(share)} of the flags within ${shownAmount(hours)} hours`
  if (reviewers !== null) {
    const [low, high] = interval.map((end) => end ?? `more than ${most}`)
    return (
      `Reviewers on a shift to ${goal}: ${reviewers} [${low}, ${high}]\n` +
      `By Erlang's formula, as if a day had only the shift's hours and each case were looked at once: ${byFormula}`
    )
  }
  return why === "shift"
    ? wrapped(
        `No number of reviewers can ${goal}: with these hours of work only ${percentage(shareInReach)} can be reached in time, as the rest come too long before the next shift.`,
      )
    : `More than ${most} reviewers are needed to ${goal}.`
}

export function cheapestText(report: CheapestReport): string {
  const { cheapest, present, unlimited, nearest, binding, looked, unjudged, replicates } = report
  const named: [string, SettingConsequences | null][] = [
    ["as it stands", present],
    ["cheapest within limits", cheapest],
    ["nearest to the limits", nearest],
    ["cheapest without limits", unlimited],
  ]
  const rows = named.flatMap(([title, one]) => (one ? [settingRow(title, one)] : []))
  const heading = [
    "",
    "label",
    "limit",
    "review",
    "suspend",
    "reviewers",
    "cost",
    "authentic acted on",
    "caught",
    "hours p95",
  ]
  return [
    table(heading, rows),
    cheapest
      ? `Of ${looked} settings; means and 95 % bands of ${replicates} replicates.`
      : `None of ${looked} settings keeps all limits.`,
    ...(nearest ? [`The nearest to them breaks: ${nearest.broken.map(limitText).join("; ")}.`] : []),
    ...(binding.length > 0 ? [`What keeps from the cheapest: ${binding.map(limitText).join("; ")}.`] : []),
    ...(unjudged.length > 0
      ? [
          `Not judged, for fewer than 100 authentic accounts in the run: ${unjudged.map(({ kind, name }) => `${kind} ${name}`).join(", ")}.`,
        ]
      : []),
  ].join("\n")
}

const at = (threshold: number | null) => (threshold === null ? "off" : decimal(threshold, 2))

const settingRow = (title: string, one: SettingConsequences) => [
  title,
  at(one.label),
  at(one.limit),
  at(one.review),
  at(one.suspend),
  one.reviewers,
  one.cost ? shown(one.cost.total) : "–",
  shown(one.falsePositiveRate, percentage),
  shown(one.recall, percentage),
  shown(one.hoursP95),
]

function limitText(limit: Limit): string {
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

const FIGURE_TITLES: Readonly<Record<ComparedConsequence, string>> = {
  falsePositiveRate: "authentic acted on",
  recall: "AI-managed caught",
  wrongfulDays: "wrongful days",
  sentToReview: "sent to review",
  backlog: "waiting at the end",
  hoursP95: "hours to decision, p95",
  within24Hours: "decided within 24 hours",
  reviewerHours: "reviewers' hours of work",
  cost: "cost",
  hoursToAction: "hours to action, median",
}

const SHARES: ReadonlySet<string> = new Set(["falsePositiveRate", "recall", "within24Hours"])

export function differencesText(
  { differences, cohorts }: ConsequencesComparison,
  against: string,
  cohort: CohortKind | undefined,
): string {
  const rows = differences.map(({ figure, ...paired }) => [
    FIGURE_TITLES[figure],
    ...pairedCells(paired, SHARES.has(figure) ? percentage : shownAmount),
  ])
  const heading = ["this policy", against, "difference", "beyond chance"]
  const kind = cohorts.find((one) => one.kind === cohort)
  const cohortTables = kind
    ? COHORT_FIGURES.map(([name, title, show]) =>
        table(
          [`${kind.kind}: ${title}`, ...heading],
          kind.rows.map((row) => [
            row.isTooSmall ? `${row.name} (few)` : row.name,
            ...pairedCells(row[name], show, row.isTooSmall),
          ]),
        ),
      )
    : []
  const basis = `Both for the same accounts, by this policy's definition, costs and days; ${against}'s own reviewers, appeals and enforcement.`
  return [table(["", ...heading], rows), wrapped(basis), ...cohortTables].join("\n\n")
}

const COHORT_FIGURES = [
  ["actedOn", "authentic acted on", percentage],
  ["restrictedDaysPer1000", "wrongful days per 1,000", shownAmount],
  ["caught", "AI-managed caught", percentage],
] as const

const pairedCells = (
  { a, b, difference, significant }: PairedEstimate,
  show: (value: number) => string,
  isTooSmall = false,
): string[] => [
  shown(a, show),
  shown(b, show),
  shown(difference, show),
  Number.isNaN(difference.value) ? "–" : isTooSmall ? "too few to judge" : significant ? "yes" : "no",
]
