/** The answer of `assay bisect` for people. */

import type { GateFigure } from "../core/gate/settings.ts"
import { counted } from "../report/plain-numbers.ts"
import { short } from "./bisect/git.ts"
import type { BisectReport, TriedCommit } from "./bisect/search.ts"
import { table } from "./table.ts"

const FIGURES: Readonly<Record<GateFigure, string>> = {
  recall: "recall",
  fpr: "false-positive rate",
  precision: "precision",
  auc: "AUC",
  recallAtFpr1: "recall at FPR 1 %",
}

export function bisectText(report: BisectReport): string {
  return [headline(report), endsText(report), triedText(report), ...accountsText(report)].join("\n\n")
}

function headline({ outcome, first, good, bad, tried, candidates, ...asked }: BisectReport): string {
  const figure = figureName(asked)
  switch (outcome) {
    case "found":
      return [
        `${first!.id} moved ${figure} of ${asked.scenario}`,
        `  ${first!.subject}`,
        `  ${first!.author}, ${first!.date}`,
      ].join("\n")
    case "nothing moved":
      return `Nothing moved: ${figure} of ${asked.scenario} is much the same at ${short(good)} and ${short(bad)}.`
    case "undecided":
      return (
        `These accounts do not tell: whether ${figure} of ${asked.scenario} moved by what matters between ${short(good)} and ` +
        `${short(bad)} is open.\nMore accounts would tell more; so may a cohort (--cohort) that the change concerns.`
      )
    case "several":
      return [
        `One of these ${counted(candidates.length, "commit")} moved ${figure} of ${asked.scenario}; those in between could not be measured:`,
        ...candidates.map((commit) => `  ${short(commit)} ${commit.subject} (${commit.author})`),
      ].join("\n")
  }
}

const figureName = ({ figure, cohort }: Pick<BisectReport, "figure" | "cohort">) =>
  cohort === null ? FIGURES[figure] : `${FIGURES[figure]} of ${cohort.kind} ${cohort.name}`

function endsText({ good, bad, ends }: BisectReport): string {
  const change = `From ${shown(good.value)} to ${shown(bad.value)}: ${signed(ends.difference)}`
  const matters = `${ends.matters} matters`
  if (ends.by === "figures")
    return `${change}; ${matters}. Not tested account by account: the ends' runs hold other accounts or cannot be read.`
  const [low, high] = ends.interval!
  return `${change}, 95 % interval ${signed(low)} to ${signed(high)}, p = ${Number(ends.p!.toPrecision(2))}; ${matters}.`
}

function triedText({ tried }: BisectReport): string {
  const skipped = tried.filter(({ verdict }) => verdict === "skipped").length
  const heading = ["commit", "verdict", "figure", "subject"]
  const rows = tried.map((one) => [short(one), one.verdict, shown(one.value), subjectOf(one)])
  const skippedText = skipped > 0 ? `, ${skipped} of them skipped` : ""
  return `${counted(tried.length, "commit")} tried${skippedText}\n${table(heading, rows)}`
}

const subjectOf = ({ subject, problem }: TriedCommit) =>
  problem === null ? subject : `${subject} (${problem})`

function accountsText({ tried }: BisectReport): string[] {
  const others = tried.filter(({ otherAccounts }) => otherAccounts)
  if (others.length === 0) return []
  return [
    `Other accounts than at --good were simulated at ${others.map(short).join(", ")}: there a figure may differ by chance.`,
  ]
}

const shown = (value: number | null) => (value === null ? "–" : value.toFixed(4))

const signed = (value: number) => `${value < 0 ? "-" : "+"}${Math.abs(value).toFixed(4)}`
