/** A check in words that its text, Markdown, JUnit XML and annotations share. */

import { worstOf } from "../../core/gate/judge.ts"
import {
  type CheckOutcome,
  type CheckReport,
  type ExpectationOutcome,
  type ExpectationRow,
  type FlipGroup,
  GATE_FLIPS,
  GATE_OUTCOMES,
  type GateDetectorRow,
  type GateFlip,
  type GateOutcome,
  type GateRow,
  type ScenarioCheck,
} from "../../core/gate/report.ts"
import type { GateFigure } from "../../core/gate/settings.ts"
import { failedPlugins } from "../../core/gate/update.ts"
import { failureReason, GATE_FIGURE_NAMES, rowReason } from "../../core/gate/why.ts"
import { worstFirst } from "../../core/gate/worst-first.ts"
import { count, counted, decimal, interval, percentage, pValue, rounded, signed } from "../plain-numbers.ts"
import { orderedFlips } from "./flips.ts"

/** A sign beside the word, so that neither colour nor the word alone tells. */
export const MARKS: Readonly<Record<CheckOutcome | ExpectationOutcome, string>> = {
  pass: "✓",
  kept: "✓",
  improve: "↑",
  regress: "✗",
  broken: "✗",
  inconclusive: "?",
  new: "+",
  gone: "-",
  incomplete: "!",
}

export const marked = (outcome: CheckOutcome | ExpectationOutcome) => `${MARKS[outcome]} ${outcome}`

/** As an expectation names it: an archetype by its name alone. */
const cohortText = ({ kind, name }: NonNullable<GateRow["cohort"]>) =>
  kind === "archetype" ? name : `${kind}:${name}`

export const rowName = ({ figure, cohort }: GateRow) =>
  cohort === null ? GATE_FIGURE_NAMES[figure] : `${GATE_FIGURE_NAMES[figure]} of ${cohortText(cohort)}`

const isShare = (figure: GateFigure) => figure !== "auc"
const unit = (figure: GateFigure) => (isShare(figure) ? " pp" : "")

export function valueText(figure: GateFigure, value: number | null): string {
  if (value === null) return "–"
  return isShare(figure) ? percentage(value) : decimal(value, 4)
}

export const differenceText = ({ figure, difference }: GateRow) =>
  difference === null ? "–" : `${signed(difference, isShare(figure))}${unit(figure)}`

export const intervalText = ({ figure, interval: around }: GateRow) =>
  around === null ? "–" : interval(around, (value) => signed(value, isShare(figure)))

export const adjustedText = ({ adjusted }: GateRow) => (adjusted === null ? "–" : pValue(adjusted))

export const mattersText = ({ figure, matters }: GateRow) =>
  isShare(figure) ? `${decimal(100 * matters, 2)} pp` : decimal(matters, 4)

/** "" of what is settled. */
export function settleText({
  outcome,
  accountsToSettle,
}: Pick<GateRow | ExpectationRow, "outcome" | "accountsToSettle">): string {
  if (outcome !== "inconclusive") return ""
  return accountsToSettle === null
    ? "no number of accounts would tell"
    : `about ${rounded(accountsToSettle)} accounts would tell`
}

/** All of a row on one line. */
export function rowSentence(row: GateRow): string {
  const said =
    `${rowName(row)}: ${valueText(row.figure, row.before)} -> ${valueText(row.figure, row.after)}, ` +
    `${differenceText(row)} ${intervalText(row)}, adjusted p ${adjustedText(row)}, matters from ${mattersText(row)}: ${row.outcome}`
  const settles = settleText(row)
  return settles === "" ? said : `${said}; ${settles}`
}

export function expectationSentence(row: ExpectationRow): string {
  const isArea = row.figure === "auc" || row.figure === "averagePrecision"
  const show = (value: number) => (isArea ? decimal(value, 4) : percentage(value))
  const found = row.value === null ? "no value" : show(row.value)
  const around = row.interval === null ? "" : ` ${interval(row.interval, show)}`
  const settles = settleText(row)
  return `${row.text}: ${found}${around}, ${counted(row.accounts, "account")}${settles === "" ? "" : `; ${settles}`}`
}

/** What decided a scenario's outcome, and what else moved: the worst first. */
export const decidingRows = ({ figures, cohorts }: ScenarioCheck): readonly GateRow[] =>
  worstFirst([...figures, ...cohorts])

/** Of the rows that made the outcome, the figure of all accounts and the cohort that moved by most. */
export function leadingRows(check: ScenarioCheck): readonly GateRow[] {
  const own = decidingRows(check).filter((row) => row.outcome === check.outcome)
  const first = (isCohort: boolean) => own.find(({ cohort }) => (cohort !== null) === isCohort) ?? []
  return [first(false), first(true)].flat()
}

const LEADS: Partial<Readonly<Record<GateOutcome, string>>> = {
  regress: "Worst",
  inconclusive: "Open",
  improve: "Best",
}

/** The cause before its echoes, in a sentence; none where no figure decided. */
function leadTold(check: ScenarioCheck): readonly string[] {
  const told = leadingRows(check).map(
    (row) => `${rowName(row)} ${differenceText(row)}, 95 % ${intervalText(row)}`,
  )
  return told.length === 0 ? [] : [`${LEADS[check.outcome]}: ${told.join("; ")}.`]
}

/** What failed: it stands before all other reasons, which were judged without it. */
export const failuresTold = (check: ScenarioCheck): readonly string[] =>
  failedDetectors(check).map(({ told }) => `detector ${told}`)

/** `why`, but for what failuresTold says. */
function whyBesides({ detectors, why }: ScenarioCheck): readonly string[] {
  const failures = detectors.filter(({ state }) => state === "failed").map(failureReason)
  return why.filter((sentence) => !failures.includes(sentence))
}

/** Why, but for what the table of rows and failuresTold say. */
export function reasonsBesides(check: ScenarioCheck): readonly string[] {
  const rows = decidingRows(check).map(rowReason)
  return [...leadTold(check), ...whyBesides(check).filter((sentence) => !rows.includes(sentence))]
}

/** Of a scenario that is open, but better in something: both in a few words. "" of all others. */
export function betterThough(check: ScenarioCheck): string {
  const named = (outcome: GateOutcome) => decidingRows(check).filter((row) => row.outcome === outcome)
  const [better, open] = [named("improve"), named("inconclusive")]
  if (check.outcome !== "inconclusive" || better.length === 0) return ""
  const some = (rows: readonly GateRow[]) =>
    rows.slice(0, MOST_NAMED).map(rowName).join(", ") +
    (rows.length > MOST_NAMED ? ` and ${rows.length - MOST_NAMED} more` : "")
  return `better: ${some(better)}${open.length === 0 ? "" : `; open: ${some(open)}`}`
}

const MOST_NAMED = 2

/** Of a scenario that is better and open, both in a sentence; none of all others. */
export function bothTold(check: ScenarioCheck): readonly string[] {
  const both = betterThough(check)
  return both === "" ? [] : [`${capital(both)}.`]
}

/** Why a scenario came out as it did, sentence by sentence: what failed, then what stands out. */
export const reasonsTold = (check: ScenarioCheck): readonly string[] => [
  ...failuresTold(check),
  ...bothTold(check),
  ...leadTold(check),
  ...whyBesides(check),
]

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const unkept = ({ expectations }: ScenarioCheck) =>
  expectations
    .filter(({ outcome }) => outcome !== "kept")
    .sort((a, b) => Number(b.outcome === "broken") - Number(a.outcome === "broken"))

const FLIP_NAMES: Readonly<Record<GateFlip, string>> = {
  newlyHit: "newly hit",
  newlyMissed: "newly missed",
  newlyCaught: "newly caught",
  newlyCleared: "newly cleared",
}

/** "14 newly hit, 2 newly missed"; "" when nobody changed side. */
export function flipTotals({ flips }: ScenarioCheck): string {
  return GATE_FLIPS.flatMap((flip) => {
    const accounts = flips
      .filter((group) => group.flip === flip)
      .reduce((sum, g) => sum + g.accounts.length, 0)
    return accounts === 0 ? [] : [`${accounts} ${FLIP_NAMES[flip]}`]
  }).join(", ")
}

const STARTED_AS: Readonly<Record<GateFlip, string>> = {
  newlyHit: "authentic accounts that were not flagged",
  newlyMissed: "AI-managed accounts that were flagged",
  newlyCaught: "AI-managed accounts that were not flagged",
  newlyCleared: "authentic accounts that were flagged",
}

/** Whom a flip is about: "newly hit: 13 of 14 are of language:en, which holds 41.2 % of the authentic accounts ...". */
export const flipCohortSentences = ({ flipCohorts }: ScenarioCheck): readonly string[] =>
  flipCohorts.map(
    ({ flip, cohort, accounts, flipped, share }) =>
      `${FLIP_NAMES[flip]}: ${count(accounts)} of ${count(flipped)} are of ${cohortText(cohort)}, ` +
      `which holds ${percentage(share)} of the ${STARTED_AS[flip]}`,
  )

export function flipSentence({ flip, archetype, reason, accounts }: FlipGroup, most: number): string {
  const shown = accounts.slice(0, most).join(", ")
  const more = accounts.length > most ? ", ..." : ""
  return `${FLIP_NAMES[flip]}: ${accounts.length} ${archetype}, loudest: ${reason}: ${shown}${more}`
}

export const failedDetectors = ({ detectors }: ScenarioCheck) =>
  detectors
    .filter(({ state }) => state === "failed")
    .map(({ detector, message }) => {
      return { detector, told: `${detector} failed and was left out: ${message ?? "it did not say why"}` }
    })

/** Of those that ran, which are not as they were; without a baseline there is nothing to be other than. */
export function changedDetectors({ detectors, baselineRun, figures }: ScenarioCheck): readonly string[] {
  const changed = detectors.filter(({ state }) => state !== "same" && state !== "failed")
  // Over other accounts a detector that is the same has another AUC.
  const isPaired = figures.every(({ outcome }) => outcome !== "new")
  return baselineRun === null ? [] : changed.map((row) => detectorSentence(row, isPaired))
}

type Side = GateDetectorRow["before"]

function detectorSentence({ detector, before, after, state }: GateDetectorRow, isPaired: boolean): string {
  const side = (of: Side) => (of === null ? "none" : `version ${of.version}, AUC ${decimal(of.auc, 4)}`)
  const isUnraised = isPaired && state === "changed" && before?.version === after?.version
  const hint = isUnraised ? "; raise its version if its code changed" : ""
  return `${detector} ${state}: ${side(before)} -> ${side(after)}${hint}`
}

/** What to type to look closer; none where nothing can be looked at. `called`: how Assay is started. */
export function commandsFor(check: ScenarioCheck, called = "assay"): readonly string[] {
  const { run, baselineRun } = check
  if (run === null) return []
  const [first] = orderedFlips(check)
  if (baselineRun === null || first === undefined) return [`${called} report ${run} --out report.html`]
  return [
    `${called} inspect ${run} ${first.accounts[0]} --against ${baselineRun}`,
    `${called} compare ${baselineRun} ${run} --flips 5`,
  ]
}

const PLURALS: Readonly<Record<GateOutcome, string>> = {
  pass: "passed",
  improve: "improved",
  regress: "regressed",
  inconclusive: "inconclusive",
  new: "new",
  gone: "gone",
}

/** The verdict on one line. */
export function verdictText(report: CheckReport): string {
  const { scenarios, problems, rate, seconds } = report
  const counts = GATE_OUTCOMES.flatMap((outcome) => {
    const found = scenarios.filter((scenario) => scenario.outcome === outcome).length
    return found === 0 ? [] : [`${found} ${PLURALS[outcome]}`]
  })
  const unchecked = problems.length === 0 ? [] : [`${problems.length} could not be checked`]
  const failed = failedPlugins(scenarios)
  const failures = failed.length === 0 ? "" : `; ${failed.join(", ")} failed`
  const of = counted(scenarios.length + problems.length, "scenario")
  const promised = scenarios.some(({ expectations }) => expectations.length > 0)
  const worst = worstOf(scenarios.map(({ outcome }) => outcome))
  const verdict = [
    marked(report.outcome),
    // Of no scenario there is nothing to be sure of.
    ...(report.outcome === "incomplete" && scenarios.length > 0 ? [marked(worst)] : []),
  ]
  return (
    `${verdict.join(", ")}: of ${of} ${[...counts, ...unchecked].join(", ")}${failures} ` +
    `(chance of any false alarm at most ${percentage(rate)}${promised ? ", promises apart" : ""}; ${seconds.toFixed(1)} s)`
  )
}
