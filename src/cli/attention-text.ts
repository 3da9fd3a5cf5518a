/** What a policy does to creators and readers, as tables for people. */
import type { Estimate } from "../core/evaluation/index.ts"
import type { AttentionFigures, AttentionPoint, AttentionReport } from "../core/policy/attention/report.ts"
import { count, decimal, interval, percentage } from "../report/plain-numbers.ts"
import { table, wrapped } from "./table.ts"

type Show = (value: number) => string

/** Never "-0.0 %". */
const points: Show = (share) => percentage(share).replace(/^-(?=0\.0+ %$)/, "")
const three: Show = (value) => decimal(value, 3)
const change: Show = (value) => decimal(value, 4)
const one: Show = (value) => decimal(value, 1)

/** What each figure is called, and how it is written. */
const ROWS: readonly (readonly [figure: keyof AttentionFigures, title: string, show: Show])[] = [
  ["managedShare", "attention on AI-managed accounts", points],
  ["returned", "  of all attention, returned to authentic creators", points],
  ["lostWrongly", "  of all attention, lost by wrongly hit creators", points],
  ["lostPerCreator", "such a creator's loss, of its own", points],
  ["wrongPer1000", "such creators, of 1,000 authentic ones", one],
  ["paidUndisclosed", "paid reach on undisclosed AI-managed accounts", points],
  ["ndcg", "NDCG against known quality", three],
  ["ndcgChange", "  change", change],
  ["ndcgAuthentic", "NDCG of authentic creators' posts alone", three],
  ["ndcgAuthenticChange", "  change", change],
]

const shown = ({ value, interval: band }: Estimate, show: Show) =>
  Number.isNaN(value) ? "–" : Number.isNaN(band[0]) ? show(value) : `${show(value)} ${interval(band, show)}`

export function attentionText(report: AttentionReport): string {
  const { curve, along, unknown } = report
  return [
    headingText(report),
    ...(unknown === null ? [] : [NO_MANAGED]),
    figuresText(report),
    ...(unknown === null ? [signalsText(report)] : []),
    ...(curve.points.length > 0 ? [curveText(`nothing but ${curve.action} from`, curve.points)] : []),
    ...(along ? [curveText(`the policy, ${along.tier} from`, along.points)] : []),
    ...(unknown === null ? [NOTE] : []),
  ].join("\n\n")
}

const headingText = ({ draws, parts, prevalence, feedDays, presence }: AttentionReport) =>
  wrapped(
    `Attention in ${count(feedDays)} feeds of a day. AI-managed accounts are ${percentage(prevalence)} of the accounts, with ` +
      `${percentage(presence.posts)} of the posts and ${percentage(presence.reactions)} of the reactions. ` +
      (draws > 0
        ? `Intervals: 95 %, of ${count(draws)} draws of the accounts; of NDCG by leaving out ${parts} parts of them, one after another.`
        : "No draws, so no intervals."),
  )

function figuresText({ baseline, withoutSignals, policy, perfect }: AttentionReport): string {
  const settings = [baseline, policy, perfect, withoutSignals]
  const rows = ROWS.map(([figure, title, show]) => [
    title,
    ...settings.map((figures) => shown(figures[figure], show)),
  ])
  return table(["", "nothing done", "policy", "perfect", "signals not counted"], rows)
}

/** Whether ranking finds good posts better once artificial signals are gone. */
function signalsText({ withoutSignals }: AttentionReport): string {
  const { ndcgChange, ndcgAuthenticChange } = withoutSignals
  return wrapped(
    `Does ranking find good posts better once AI-managed accounts' reactions do not count? ${verdict(ndcgChange)}: NDCG ` +
      `changes by ${shown(ndcgChange, change)}, that of authentic creators' posts by ${shown(ndcgAuthenticChange, change)}.`,
  )
}

function verdict({ value, interval: [low, high] }: Estimate): string {
  if (Number.isNaN(value) || Number.isNaN(low)) return "Not told without an interval"
  if (low > 0) return "Yes"
  return high < 0 ? "No, worse" : "Not shown either way"
}

function curveText(heading: string, along: readonly AttentionPoint[]): string {
  const rows = along.map(({ threshold, flagged, figures }) => [
    decimal(threshold, 2),
    count(flagged),
    shown(figures.managedShare, points),
    shown(figures.returned, points),
    shown(figures.lostWrongly, points),
    shown(figures.paidUndisclosed, points),
    shown(figures.ndcg, three),
    shown(figures.ndcgChange, change),
  ])
  const titles = [
    "accounts",
    "on AI-managed",
    "returned",
    "lost wrongly",
    "paid, undisclosed",
    "NDCG",
    "its change",
  ]
  return table([heading, ...titles], rows)
}

const NO_MANAGED = wrapped(
  "No account of the run is AI-managed by this definition: what such accounts hold, what is returned from them and whether " +
    "their signals mislead cannot be told. What remains is whom it wrongly hits, and how feeds are ranked.",
)

const NOTE = wrapped(
  "Perfect: exactly the AI-managed accounts are suspended. Signals not counted: their posts stay, and only their " +
    "reactions do not count.",
)
