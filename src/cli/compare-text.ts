/** A comparison as tables. */

import {
  type Cause,
  type ClassTest,
  type ComparedFigure,
  type ComparisonReport,
  type FigureComparison,
  FLIPS,
  type Flip,
  type FlippedAccount,
  type SideReport,
} from "../core/evaluation/index.ts"
import type { Definition } from "../core/policy/definition.ts"
import {
  count,
  counted,
  decimal,
  interval,
  percentage,
  pValue,
  rounded,
  signed,
} from "../report/plain-numbers.ts"
import { definitionText } from "./definition.ts"
import { table, wrapped } from "./table.ts"

const FIGURE_NAMES: Readonly<Record<ComparedFigure, string>> = {
  recall: "recall",
  fpr: "FPR",
  precision: "precision",
  auc: "AUC",
  ap: "average precision",
}

const FLIP_NAMES: Readonly<Record<Flip, string>> = {
  newlyCaught: "newly caught",
  newlyMissed: "newly missed",
  newlyHit: "newly hit",
  newlyCleared: "newly cleared",
}

/** `own`: the definition of the first run's scenario. */
export function comparisonText(report: ComparisonReport, own: Definition): string {
  const blocks = [
    headLines(report, own),
    ["Figures over all accounts, B less A, with paired 95 % intervals", figureTable(report.figures)],
    flipLines(report),
    causeLines(report),
    ["McNemar's exact test among accounts of a class", classTable(report.tests)],
    cohortLines(report),
    listedLines(report.listed),
    [readingText(report)],
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")
}

function headLines({ a, b, accounts, maxFpr, relabelled }: ComparisonReport, own: Definition): string[] {
  const chosen = maxFpr === null ? "" : `, each threshold chosen for an FPR of at most ${percentage(maxFpr)}`
  const isOther = (["automation", "oversight", "days"] as const).some(
    (key) => a.definition[key] !== b.definition[key],
  )
  return [
    `A  ${sideText(a)}`,
    `B  ${sideText(b)}`,
    `${count(accounts)} accounts, ${count(a.managed)} AI-managed${chosen}`,
    definitionText(a.definition, own),
    ...(isOther
      ? [
          `B: ${definitionText(b.definition, own)}`,
          `${counted(relabelled.toManaged, "account")} AI-managed only by B's definition, ${relabelled.toAuthentic} only by A's`,
        ]
      : []),
  ]
}

function sideText({ run, score, threshold, missing }: SideReport): string {
  const at = Number.isFinite(threshold) ? `at ${decimal(threshold, 4)} or above` : "at no threshold"
  const unjudged = missing === 0 ? "" : `; ${counted(missing, "account")} without it, not flagged`
  return `${run}: ${score}, flagged ${at}${unjudged}`
}

const showsShare = (figure: ComparedFigure) => figure !== "auc" && figure !== "ap"

function figureTable(figures: readonly FigureComparison[]): string {
  const rows = figures.map(
    ({ figure, a, b, difference, interval: around, matters, verdict, accountsToSettle }) => {
      const show = (value: number) => (showsShare(figure) ? percentage(value) : decimal(value, 4))
      const unit = showsShare(figure) ? " pp" : ""
      return [
        FIGURE_NAMES[figure],
        show(a),
        show(b),
        `${signed(difference, showsShare(figure))}${unit}`,
        interval(around, (value) => signed(value, showsShare(figure))),
        `${showsShare(figure) ? decimal(100 * matters, 2) : decimal(matters, 4)}${unit}`,
        verdict,
        Number.isFinite(accountsToSettle) ? `about ${rounded(accountsToSettle)} accounts would tell` : "",
      ]
    },
  )
  return table(["figure", "A", "B", "difference", "95 % interval", "matters from", "verdict", ""], rows)
}

function flipLines({ flips, archetypes }: ComparisonReport): string[] {
  const total = FLIPS.map((flip) => `${count(flips[flip])} ${FLIP_NAMES[flip]}`).join(", ")
  const heading = `Decided differently by B: ${total}`
  if (archetypes.length === 0) return [heading]
  const rows = archetypes.map((row) => [row.archetype, ...FLIPS.map((flip) => count(row[flip]))])
  return [heading, table(["archetype", ...FLIPS.map((flip) => FLIP_NAMES[flip])], rows)]
}

const MOST_CAUSES = 4

function causeLines({ causes }: ComparisonReport): string[] {
  if (causes.length === 0) return []
  const rows = causes.map(({ flip, causes: own }) => [FLIP_NAMES[flip], causesText(own)])
  return [
    "What moved them, in log-odds of the risk, on average (above 0: towards a flag)",
    table(["flip", "largest changes"], rows),
  ]
}

const causesText = (causes: readonly Cause[]) =>
  causes
    .slice(0, MOST_CAUSES)
    .map(({ cause, change }) => `${cause} ${change > 0 ? "+" : ""}${decimal(change, 2)}`)
    .join(", ")

function classTable(tests: readonly ClassTest[]): string {
  const rows = tests.map((test) => [
    test.class,
    count(test.accounts),
    count(test.gained),
    count(test.lost),
    pValue(test.exact),
    pValue(test.midP),
  ])
  return table(["class", "accounts", "only B flags", "only A flags", "exact p", "mid-p"], rows)
}

/** Cohorts in which anybody flipped; the others are counted. */
function cohortLines({ cohorts, cohortKind }: ComparisonReport): string[] {
  const moved = cohorts.filter(({ gained, lost }) => gained + lost > 0)
  const still = cohorts.length - moved.length
  const heading = `Within cohorts (${cohortKind}): ${counted(cohorts.length, "test")}, ${still} of them without a flip`
  if (moved.length === 0) return [heading]
  const rows = moved.map((test) => [
    test.cohort,
    test.class,
    count(test.accounts),
    count(test.gained),
    count(test.lost),
    `${signed(test.difference, true)} pp`,
    pValue(test.exact),
    pValue(test.holm),
    pValue(test.benjaminiHochberg),
    test.verdict,
  ])
  return [
    heading,
    table(
      [
        "cohort",
        "class",
        "accounts",
        "only B",
        "only A",
        "difference",
        "exact p",
        "Holm",
        "B.-H.",
        "verdict",
      ],
      rows,
    ),
  ]
}

function listedLines(listed: readonly FlippedAccount[]): string[] {
  if (listed.length === 0) return []
  const rows = listed.map(({ account, flip, archetype, scoreA, scoreB, causes }) => [
    account,
    FLIP_NAMES[flip],
    archetype,
    decimal(scoreA, 4),
    decimal(scoreB, 4),
    causesText(causes),
  ])
  return [table(["account", "flip", "archetype", "score A", "score B", "largest changes, log-odds"], rows)]
}

function readingText({ figures }: ComparisonReport): string {
  const isOpen = figures.some(({ verdict }) => verdict === "inconclusive")
  return wrapped(
    "Better or worse: the interval leaves 0 out and the difference matters. No change: the interval holds only " +
      `differences too small to matter. Inconclusive: neither${isOpen ? "; more accounts may tell" : ""}. ` +
      "Assay check may decide otherwise: within cohorts, too, it counts by operator, where these tests take accounts as " +
      "independent; it corrects over all tests of the check, and has each scenario's own least that matters.",
  )
}
