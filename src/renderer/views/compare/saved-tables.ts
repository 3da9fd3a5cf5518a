/** The tables of Compare as they are saved: all rows, shares as they are and not in percentage points. */
import type { Comparison } from "../../../api/contract.ts"
import type { Cause, FigureComparison, Flip, Verdict } from "../../../core/evaluation/index.ts"
import { intervalCells, intervalColumns } from "../../export/interval.ts"
import type { Table } from "../../export/table.ts"
import type { Translate } from "../../i18n/index.ts"

type Paired = Extract<Comparison, { kind: "paired" }>["report"]
type Naming = (id: string) => string

export function verdictName(t: Translate, verdict: Verdict): string {
  const name = verdict === "no change" ? "same" : verdict
  return t(`compare.verdict.${name}`)
}

export function figuresTable(t: Translate, figures: readonly FigureComparison[]): Table {
  return {
    columns: [
      t("compare.column.figure"),
      "A",
      "B",
      ...intervalColumns(t, t("compare.column.difference")),
      t("save.matters"),
      t("compare.column.verdict"),
    ],
    rows: figures.map(({ figure, a, b, difference, interval, matters, verdict }) => [
      t(`compare.figure.${figure}`),
      a,
      b,
      ...intervalCells(difference, interval),
      matters,
      verdictName(t, verdict),
    ]),
  }
}

export function cohortsTable(t: Translate, { cohorts }: Pick<Paired, "cohorts">, cohortOf: Naming): Table {
  return {
    columns: [
      t("cohorts.cohort"),
      t("compare.column.class"),
      t("runs.accounts"),
      t("compare.column.onlyB"),
      t("compare.column.onlyA"),
      ...intervalColumns(t, t("compare.column.difference")),
      t("compare.column.holm"),
      t("compare.column.verdict"),
    ],
    rows: cohorts.map((row) => [
      cohortOf(row.cohort),
      t(row.class === "AI-managed" ? "class.managed" : "class.authentic"),
      row.accounts,
      row.gained,
      row.lost,
      ...intervalCells(row.difference, row.interval),
      row.holm,
      verdictName(t, row.verdict),
    ]),
  }
}

/** A row an archetype, a column a kind of flip; all accounts first. */
export function flipsTable(
  t: Translate,
  { flips, archetypes }: Pick<Paired, "flips" | "archetypes">,
  kinds: readonly Flip[],
  archetypeOf: Naming,
): Table {
  return {
    columns: [t("column.archetype"), ...kinds.map((flip) => t(`compare.flip.${flip}`))],
    rows: [
      [t("save.all"), ...kinds.map((flip) => flips[flip])],
      ...archetypes.map((row) => [archetypeOf(row.archetype), ...kinds.map((flip) => row[flip])]),
    ],
  }
}

/** The accounts of all kinds that the comparison lists. */
export function flippedTable(
  t: Translate,
  { listed }: Pick<Paired, "listed">,
  archetypeOf: Naming,
  reasonsOf: (causes: readonly Cause[]) => string,
): Table {
  return {
    columns: [
      t("column.account"),
      t("save.flip"),
      t("column.archetype"),
      `${t("column.risk")} A`,
      `${t("column.risk")} B`,
      t("compare.why"),
    ],
    rows: listed.map(({ account, flip, archetype, scoreA, scoreB, causes }) => [
      account,
      t(`compare.flip.${flip}`),
      archetypeOf(archetype),
      scoreA,
      scoreB,
      reasonsOf(causes),
    ]),
  }
}
