/** Why a scenario came out as it did, in short sentences, the worst first. */
import type { Measured } from "./measure.ts"
import type { ExpectationRow, GateDetectorRow, GateOutcome, GateRow } from "./report.ts"
import type { GateFigure } from "./settings.ts"
import { worstFirst } from "./worst-first.ts"

export const GATE_FIGURE_NAMES: Readonly<Record<GateFigure, string>> = {
  recall: "recall",
  fpr: "FPR",
  precision: "precision",
  auc: "AUC",
  recallAtFpr1: "recall at FPR 1 %",
}

export interface JudgedRows {
  readonly figures: readonly GateRow[]
  readonly cohorts: readonly GateRow[]
}

export function whyOf(measured: Measured, { figures, cohorts }: JudgedRows, outcome: GateOutcome): string[] {
  const rows = worstFirst([...figures, ...cohorts])
  const own = (wanted: GateOutcome) => rows.filter((row) => row.outcome === wanted).map(rowReason)
  const promises = (wanted: ExpectationRow["outcome"]) =>
    measured.expectations.filter((row) => row.outcome === wanted).map(promiseSentence)
  const failed = measured.detectors.filter(({ state }) => state === "failed").map(failureReason)
  const told = [
    ...promises("broken"),
    ...own("regress"),
    ...failed,
    ...standing(measured),
    ...promises("inconclusive"),
    ...own("inconclusive"),
    ...own("improve"),
  ]
  if (told.length > 0 || outcome !== "pass") return told
  return [
    measured.identical
      ? "Equal to its baseline, bit for bit."
      : "Nothing got worse by what matters, in any figure of all accounts.",
  ]
}

/** Of one that has nothing to be held against, and the other way round. */
function standing({ state, reason, baselineRun }: Measured): string[] {
  if (state === "gone") return ["Its scenario is no longer there; `--update` removes the baseline."]
  switch (reason) {
    case "no baseline":
      return ["It has no baseline; `--update` writes one."]
    case "other accounts":
      return [
        `It holds other accounts than its baseline (${baselineRun}), since the generator or the scenario's population ` +
          "changed; `--update` renews the baseline.",
      ]
    case "other definition":
      return [
        `Its definition labels accounts otherwise than that of its baseline (${baselineRun}); \`--update\` ` +
          "renews the baseline.",
      ]
    case null:
      return []
  }
}

/** What a row that decided says for itself, in a sentence. */
export function rowReason(row: GateRow): string {
  const name = GATE_FIGURE_NAMES[row.figure]
  const subject = row.cohort === null ? capital(name) : `${capital(name)} of ${cohortName(row.cohort)}`
  const { figure, before, after, difference, interval, matters } = row
  const isArea = figure === "auc"
  const value = (of: number | null) => (of === null ? "none" : shownValue(of, isArea))
  const size = (of: number) => `${of > 0 ? "+" : ""}${isArea ? of.toFixed(3) : (100 * of).toFixed(2)}`
  if (before === null || after === null || difference === null || interval === null)
    return `${subject} is not defined on both sides (${value(before)} before, ${value(after)} now).`
  const values = `from ${value(before)} to ${value(after)}, ${size(difference)}${isArea ? "" : " points"} (95 % ${size(interval[0])} to ${size(interval[1])})`
  const least = isArea ? String(Number(matters.toFixed(4))) : unsigned(matters)
  if (row.outcome !== "inconclusive") {
    const verb = difference > 0 ? "rose" : "fell"
    return `${subject} ${verb} ${values}; significant, and at least what matters, ${least}.`
  }
  const settle =
    row.accountsToSettle === null
      ? "no number of accounts would settle it"
      : `about ${estimate(row.accountsToSettle)} accounts would settle it`
  return `${subject} went ${values}: whether it is worse by ${least} is open; ${settle}.`
}

function promiseSentence(row: ExpectationRow): string {
  const { figure, text, value, interval, outcome, accountsToSettle } = row
  const show = (of: number) => shownValue(of, figure === "auc" || figure === "averagePrecision")
  const found = value === null ? "it is not defined" : `it is ${show(value)}`
  const range = interval === null ? "" : ` (95 % ${show(interval[0])} to ${show(interval[1])})`
  if (outcome === "broken") return `Broken promise: ${text}; ${found}${range}.`
  const settle =
    accountsToSettle === null ? "" : `; about ${estimate(accountsToSettle)} accounts would settle it`
  return `Open promise: ${text}; ${found}${range}${settle}.`
}

/** An archetype says what it is; `<100` and `zh` need their kind. */
const cohortName = ({ kind, name }: { readonly kind: string; readonly name: string }) =>
  kind === "archetype" ? name : `${kind} ${name}`

export const failureReason = ({ detector, message }: GateDetectorRow) =>
  `Detector ${detector} failed, so the rest was judged without it: ${message}`

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
/** An area under a curve is no share of accounts, and so no percentage. */
const shownValue = (value: number, isArea: boolean) =>
  isArea ? value.toFixed(3) : `${(100 * value).toFixed(2)} %`
/** Two digits, its thousands set apart: it is an order of magnitude. */
const estimate = (accounts: number) =>
  String(Number(accounts.toPrecision(2))).replace(/\B(?=(\d{3})+$)/g, ",")
const unsigned = (share: number) => {
  const size = Number((100 * share).toFixed(4))
  return `${size} point${size === 1 ? "" : "s"}`
}
