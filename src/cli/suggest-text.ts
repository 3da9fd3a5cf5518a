/** Suggested thresholds as tables and sentences. */

import type {
  CapOutcome,
  CapsOutcome,
  ChosenPoint,
  Estimate,
  Guarantee,
  NextStep,
  PerDay,
  Purpose,
  SuggestedCost,
  Suggestion,
  Trade,
  WhyNot,
  Workload,
} from "../core/evaluation/index.ts"
import type { Tier } from "../core/policy/tiers.ts"
import type { RunManifest } from "../core/run.ts"
import { count, counted, decimal, interval, percentage } from "../report/plain-numbers.ts"
import { table, wrapped } from "./table.ts"

/** What a day is made of, above the tables. */
export function workloadText(
  { accountsPerDay, prevalence, secondsPerReview }: Workload,
  { scenario }: RunManifest,
  asked: number | null,
): string {
  const source = asked === null ? `, the run's spread over its ${scenario.days} days` : ""
  const shown = prevalence === undefined ? "" : `, ${percentage(prevalence)} of them AI-managed`
  return `A day: ${amount(accountsPerDay)} accounts judged${source}${shown}; ${secondsPerReview} s a review`
}

/** What a threshold is suggested for, in a few words. */
export function purposeTitle(purpose: Purpose): string {
  switch (purpose.kind) {
    case "max-fpr":
      return `FPR <= ${percent(purpose.maxFpr)} with ${percent(purpose.confidence)}`
    case "false-positives":
      return `false positives <= ${purpose.most}`
    case "false-positives-per-day":
      return `false positives a day <= ${purpose.most}`
    case "reviewer-hours":
      return `reviewer hours a day <= ${purpose.most}`
    case "cost":
      return "least cost"
    case "best-f1":
      return "best F1"
    case "caps":
      return "caps"
  }
}

/** As it was typed: 0.001 is 0.1 %. */
const percent = (share: number) => `${Number((100 * share).toPrecision(12))} %`

type Traded = Suggestion & { readonly trade: Trade | null }

/** `tier`: what trades are against. */
export function suggestionsText(suggestions: readonly Traded[], tier: Tier | undefined): string {
  const found = suggestions.flatMap(({ purpose, operatingPoint: point, perDay }) =>
    point && perDay ? [{ title: purposeTitle(purpose), point, perDay }] : [],
  )
  const tables = found.length > 0 ? [pointTable(found), perDayTable(found)] : []
  return [...tables, ...suggestions.map((suggestion) => tradeText(suggestion, tier))].join("\n\n")
}

interface Found {
  readonly title: string
  readonly point: ChosenPoint
  readonly perDay: PerDay
}

function pointTable(found: readonly Found[]): string {
  return table(
    ["for", "threshold", "95 % interval", "precision", "recall", "FPR"],
    found.map(({ title, point }) => [
      title,
      thresholdText(point.threshold),
      interval(point.thresholdInterval, thresholdText),
      withInterval(point.precision, percentage),
      withInterval(point.recall, percentage),
      withInterval(point.falsePositiveRate, percentage),
    ]),
  )
}

function perDayTable(found: readonly Found[]): string {
  return table(
    ["a day, for", "flagged", "flagged wrongly", "missed", "reviewer hours"],
    found.map(({ title, perDay }) => [
      title,
      withInterval(perDay.flagged, amount),
      withInterval(perDay.falsePositives, amount),
      withInterval(perDay.missed, amount),
      withInterval(perDay.reviewerHours, amount),
    ]),
  )
}

/** What one suggestion trades, in sentences, and its caps. */
function tradeText(suggestion: Traded, tier: Tier | undefined): string {
  const { purpose, why, guarantee, cost, next, caps, trade } = suggestion
  const sentences = [
    ...(why ? [WHY_WORDS[why]] : []),
    ...(guarantee ? [guaranteeText(guarantee)] : []),
    ...(cost ? [costText(cost)] : []),
    ...spentSentences(suggestion),
    ...(trade && tier ? [againstText(trade, tier)] : []),
    ...(next ? [nextText(next)] : []),
    ...(caps ? capsSentences(caps) : []),
  ]
  const lines = [`${purposeTitle(purpose)}:`, ...sentences.map((sentence) => wrapped(sentence, "  "))]
  return [lines.join("\n"), ...(caps ? [capTable(caps)] : [])].join("\n\n")
}

/** How much of a budget is used, and what it buys. */
function spentSentences({ purpose, operatingPoint: point, perDay }: Suggestion): string[] {
  if (point === null || perDay === null || !("most" in purpose)) return []
  const spent = {
    "false-positives": point.confusion.falsePositives,
    "false-positives-per-day": perDay.falsePositives.value,
    "reviewer-hours": perDay.reviewerHours.value,
  }[purpose.kind]
  const { truePositives, falseNegatives } = point.observed
  return [
    `Uses ${amount(spent)} of ${purpose.most} to catch ${count(truePositives)} of ` +
      `${count(truePositives + falseNegatives)} AI-managed accounts; the other ${count(falseNegatives)} are missed.`,
  ]
}

const WHY_WORDS: Readonly<Record<WhyNot, string>> = {
  "too-few-authentic": "There is no such threshold: too few authentic accounts.",
  "no-judged-cohort":
    "There is no such threshold: no capped cohort has enough authentic accounts to be judged by.",
  "no-managed": "There is no such threshold: no account is AI-managed by this definition.",
  "no-authentic": "There is no such threshold: no account is authentic by this definition.",
  "nobody-flagged": "Flags nobody: no threshold that flags anybody serves.",
}

function guaranteeText({ maxFpr, authentic, needed, allowed, risk, leastFpr }: Guarantee): string {
  const needs = `needs ${counted(needed, "authentic account")} or more, and has ${count(authentic)}`
  if (allowed === null || risk === null) {
    return `The guarantee ${needs}; with these it can be given for ${percentage(leastFpr)} at best.`
  }
  return (
    `The guarantee ${needs}: ${count(allowed)} of them may be flagged. The true rate is above ` +
    `${percent(maxFpr)} with a chance of at most ${percentage(risk)}.`
  )
}

function costText({ parts, perDay, flaggingNobody, flaggingEveryone }: SuggestedCost): string {
  return (
    `Costs ${withInterval(perDay, amount)} a day: ${amount(parts.falsePositives)} for false positives, ` +
    `${amount(parts.missed)} for what is missed, ${amount(parts.reviews)} for reviews. Flagging nobody costs ` +
    `${amount(flaggingNobody)}, flagging everyone ${amount(flaggingEveryone)}.`
  )
}

function againstText({ from, recall, perDay }: Trade, tier: Tier): string {
  const points = (share: number) => signed(100 * share, (size) => decimal(size, 1))
  const more = (value: number) => signed(value, amount)
  return (
    `Against ${tier} at ${from}: ${withInterval(recall, points)} points of recall; a day ` +
    `${withInterval(perDay.falsePositives, more)} wrong flags, ${withInterval(perDay.missed, more)} missed, ` +
    `${withInterval(perDay.reviewerHours, more)} reviewer hours.`
  )
}

function signed(value: number, show: (size: number) => string): string {
  return `${value < 0 ? "-" : value > 0 ? "+" : ""}${show(Math.abs(value))}`
}

function nextText({ threshold, recallGained, falsePositivesPerDay, reviewerHoursPerDay }: NextStep): string {
  return (
    `${decimal(100 * recallGained, 1)} points more recall, at ${thresholdText(threshold)}, would flag ` +
    `${amount(falsePositivesPerDay)} more wrongly a day and take ${amount(reviewerHoursPerDay)} more reviewer hours.`
  )
}

const cohortText = ({ kind, name }: CapOutcome) => `${kind} ${name}`

function capsSentences({ confidenceEach, uncapped, recallCost, caps }: CapsOutcome): string[] {
  const binding = caps.filter((cap) => cap.binding).map(cohortText)
  const tooSmall = caps.filter((cap) => cap.tooSmall).map(cohortText)
  const held =
    binding.length > 0
      ? `Held by the cap of ${binding.join(", ")}: without caps the threshold would be ${thresholdText(uncapped)}. ` +
        `The caps cost ${withInterval(recallCost, percentage)} of recall.`
      : "No cap that can be judged binds."
  const guaranteed =
    confidenceEach === null
      ? []
      : [`Each cap is guaranteed at ${decimal(100 * confidenceEach, 2)} %, so that all hold.`]
  const unknown =
    tooSmall.length > 0
      ? [`Too few authentic accounts to judge, so not known to be kept: ${tooSmall.join(", ")}.`]
      : []
  return [held, ...guaranteed, ...unknown]
}

function capTable({ caps }: CapsOutcome): string {
  return table(
    ["cohort", "", "cap", "authentic", "may be flagged", "are flagged", "FPR", "its own threshold", ""],
    caps.map((cap) => [
      cap.kind,
      cap.name,
      percent(cap.maxFpr),
      count(cap.authentic),
      cap.allowed === null ? "–" : count(cap.allowed),
      count(cap.falsePositives),
      withInterval(cap.falsePositiveRate, percentage),
      cap.threshold === null ? "–" : thresholdText(cap.threshold),
      capNote(cap),
    ]),
  )
}

function capNote({ tooSmall, needed, binding, broken }: CapOutcome): string {
  if (tooSmall) return `too few to judge, ${count(needed)} needed${broken ? "; yet above the cap" : ""}`
  return binding ? "binds" : ""
}

/** Rounded up, so that a threshold typed as it stands flags nobody whom the exact one does not. */
function thresholdText(threshold: number): string {
  return Number.isFinite(threshold) ? decimal(Math.ceil(threshold * 1e6) / 1e6, 6) : "none"
}

function amount(value: number): string {
  if (!Number.isFinite(value)) return "–"
  return value >= 100 || Number.isInteger(value)
    ? count(Math.round(value))
    : decimal(value, value < 1 ? 3 : 1)
}

const withInterval = ({ value, interval: around }: Estimate, show: (value: number) => string) =>
  `${show(value)} ${interval(around, show)}`
