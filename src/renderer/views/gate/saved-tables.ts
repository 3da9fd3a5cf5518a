/** The tables of the gate as they are saved: all rows, shares as they are and not in percentage points. */
import type { ExpectationRow, FlipGroup, GateDetectorRow, GateRow } from "../../../api/contract.ts"
import { intervalCells, intervalColumns } from "../../export/interval.ts"
import type { Table } from "../../export/table.ts"
import type { Format } from "../../format.ts"
import type { Translate } from "../../i18n/index.ts"
import { archetypeName } from "../../names.ts"
import { cohortText, promiseText, type Titles } from "./words.ts"

type Naming = (id: string) => string

export function rowsTable(t: Translate, format: Format, rows: readonly GateRow[]): Table {
  return {
    columns: [
      t("gate.column.cohort"),
      t("gate.column.figure"),
      t("gate.column.accounts"),
      t("gate.column.before"),
      t("gate.column.after"),
      ...intervalColumns(t, t("gate.column.difference")),
      "p",
      t("gate.column.p"),
      t("save.matters"),
      t("gate.column.outcome"),
      t("gate.save.settle"),
    ],
    rows: rows.map((row) => [
      row.cohort === null ? null : cohortText(t, format, row.cohort),
      t(`gate.figure.${row.figure}`),
      row.accounts,
      row.before,
      row.after,
      ...intervalCells(row.difference, row.interval),
      row.p,
      row.adjusted,
      row.matters,
      t(`gate.outcome.${row.outcome}`),
      row.accountsToSettle,
    ]),
  }
}

export function promisesTable(
  t: Translate,
  format: Format,
  titles: Titles,
  rows: readonly ExpectationRow[],
): Table {
  return {
    columns: [
      t("gate.column.promise"),
      t("gate.column.accounts"),
      ...intervalColumns(t, t("gate.column.value")),
      t("gate.column.outcome"),
      t("gate.save.settle"),
    ],
    rows: rows.map((row) => [
      promiseText(t, format, titles, row),
      row.accounts,
      ...intervalCells(row.value, row.interval),
      t(`gate.promise.${row.outcome}`),
      row.accountsToSettle,
    ]),
  }
}

/** A row an account. */
export function flipsTable(t: Translate, flips: readonly FlipGroup[], nameOf: Naming): Table {
  return {
    columns: [
      t("column.account"),
      t("gate.column.flip"),
      t("gate.column.archetype"),
      t("gate.column.reason"),
    ],
    rows: flips.flatMap(({ flip, archetype, reason, accounts }) =>
      accounts.map((account) => [
        account,
        t(`gate.flip.${flip}`),
        archetypeName(t, {}, archetype),
        nameOf(reason),
      ]),
    ),
  }
}

export function detectorsTable(t: Translate, rows: readonly GateDetectorRow[], nameOf: Naming): Table {
  const both = (column: string) => [
    `${column} (${t("gate.column.before")})`,
    `${column} (${t("gate.column.after")})`,
  ]
  return {
    columns: [
      t("gate.column.detector"),
      t("gate.column.state"),
      ...both(t("gate.column.version")),
      ...both(t("gate.column.auc")),
    ],
    rows: rows.map(({ detector, state, before, after }) => [
      nameOf(detector),
      t(`gate.state.${state}`),
      before?.version ?? null,
      after?.version ?? null,
      before?.auc ?? null,
      after?.auc ?? null,
    ]),
  }
}
