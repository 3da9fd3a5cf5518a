/** Decisions over consequences as tables for people: how many reviewers, the cheapest policy, one policy or another. */
import type { CohortKind } from "../core/evaluation/index.ts"
import type {
  CheapestReport,
  ComparedConsequence,
  ConsequencesComparison,
  PairedEstimate,
  SettingConsequences,
} from "../core/policy/follow/points.ts"
import type { StaffingAnswer } from "../core/policy/follow/staff.ts"
import { counted, decimal, percentage } from "../report/plain-numbers.ts"
import { limitText, shown, shownAmount } from "./consequences-text.ts"
import { table, wrapped } from "./table.ts"

export function staffingText(answer: StaffingAnswer): string {
  const { reviewers, interval, mostlyEnough, share, hours, most, why, shareInReach, days } = answer
  const goal = `decide ${percentage(share)} of the flags within ${shownAmount(hours)} hours`
  if (reviewers !== null) {
    const [low, high, mostly] = [...interval, mostlyEnough].map((end) => end ?? `more than ${most}`)
    return wrappedLines(
      `Reviewers on a shift to ${goal}, over ${counted(days, "day")}: ${reviewers} [${low}, ${high}]`,
      `${reviewers} is enough in half of the replicates at least, ${mostly} in 95 % of them; the interval is between replicates.`,
      ...growthLines(answer),
      `By Erlang's formula, whose hours are until a case is begun, not decided, as if a day had only the shift's hours and each ` +
        `case were looked at once: ${answer.byFormula}`,
    )
  }
  return why === "shift"
    ? wrapped(
        `No number of reviewers can ${goal}: with these hours of work only ${percentage(shareInReach)} can be reached in time, as the rest come too long before the next shift.`,
      )
    : wrappedLines(
        `More than ${most} reviewers are needed to ${goal}, over ${counted(days, "day")}.`,
        ...growthLines(answer),
      )
}

const wrappedLines = (...lines: readonly string[]) => lines.map((line) => wrapped(line)).join("\n")

const growthLines = ({ arrivals: { first, last, stillGrow }, days }: StaffingAnswer): string[] =>
  stillGrow
    ? [
        `Flags and appeals still grow at the end, from ${shownAmount(first)} on day 1 to ${shownAmount(last)} on day ${days}: later it ` +
          "takes more (enforcement.horizonDays makes it longer).",
      ]
    : []

export function cheapestText(report: CheapestReport): string {
  const { cheapest, present, unlimited, nearest, binding, looked, unjudged, replicates, held, saving } =
    report
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
    "wrongful days",
    "hours p95",
  ]
  return [
    table(heading, rows),
    cheapest
      ? `Of ${looked} settings; means and 95 % bands of ${replicates} replicates.`
      : `None of ${looked} settings keeps all limits.`,
    ...(saving
      ? [
          `Saved against the policy as it stands, replicate by replicate: ${shown(saving)} over ${counted(report.days, "day")}.`,
        ]
      : []),
    ...(held.length > 0 ? [`The cheapest keeps: ${held.map(limitText).join("; ")}.`] : []),
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
  shown(one.wrongfulDays),
  shown(one.hoursP95),
]

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
