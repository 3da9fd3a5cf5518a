/** The tables of Detectors as they are saved. */
import type { WhyReport } from "../../../api/contract.ts"
import type { TransferReport } from "../../../core/evaluation/index.ts"
import { estimateCells, intervalCells, intervalColumns } from "../../export/interval.ts"
import type { Table } from "../../export/table.ts"
import type { Translate } from "../../i18n/index.ts"
import { MATRICES, pairsOf } from "./matrix.ts"
import type { PartRow } from "./rows.ts"
import { SHOWN_FLIPS, SWITCHED_FIGURES, type Switched } from "./switched.ts"

type Naming = (id: string) => string

/** `partName`: of a row. */
export function partsTable(
  t: Translate,
  rows: readonly PartRow[],
  partName: (row: PartRow) => string,
): Table {
  return {
    columns: [
      t("why.part"),
      t("why.judged"),
      ...intervalColumns(t, t("why.alone")),
      ...intervalColumns(t, t("why.addedAuc")),
      ...intervalColumns(t, t("why.addedRecall")),
      t("why.onlyIt"),
    ],
    rows: rows.map((row) => [
      partName(row),
      row.judged,
      ...estimateCells(row.auc),
      ...estimateCells(row.addedAuc),
      ...estimateCells(row.addedRecall),
      row.only.accounts,
    ]),
  }
}

/** Every pair once, by each way to compare them. */
export function pairsTable(
  t: Translate,
  report: Pick<WhyReport, "overlap" | "correlation">,
  nameOf: Naming,
): Table {
  return {
    columns: [
      t("why.matrix.which"),
      t("save.detectorA"),
      t("save.detectorB"),
      ...intervalColumns(t, t("save.value")),
      t("save.caughtByBoth"),
      t("save.caughtByEither"),
      t("save.judgedByBoth"),
    ],
    rows: MATRICES.flatMap((kind) =>
      pairsOf(kind, report).map(({ a, b, estimate, basis }) => [
        t(`why.matrix.${kind}`),
        nameOf(a),
        nameOf(b),
        ...estimateCells(estimate),
        ...("accounts" in basis ? [null, null, basis.accounts] : [basis.both, basis.either, null]),
      ]),
    ),
  }
}

/** `pointName`: of a row of recall. */
export function transferTable(
  t: Translate,
  { seen, heldOut, aucDifference, recalls }: TransferReport,
  pointName: (point: TransferReport["recalls"][number]) => string,
): Table {
  return {
    columns: [
      t("why.transfer.figure"),
      ...intervalColumns(t, t("why.transfer.seen")),
      ...intervalColumns(t, t("why.transfer.heldOut")),
      ...intervalColumns(t, t("why.transfer.lost")),
    ],
    rows: [
      [
        t("figure.auc"),
        ...estimateCells(seen.auc),
        ...estimateCells(heldOut.auc),
        ...estimateCells(aucDifference),
      ],
      ...recalls.map((point) => [
        pointName(point),
        ...estimateCells(point.seen),
        ...estimateCells(point.heldOut),
        ...estimateCells(point.difference),
      ]),
    ],
  }
}

export function switchedTable(t: Translate, of: Switched): Table {
  return {
    columns: [t("off.figure"), t("off.before"), t("off.after"), ...intervalColumns(t, t("off.difference"))],
    rows: SWITCHED_FIGURES.map(({ id, name }) => {
      const { before, after, interval } = of[id]
      return [t(name), before, after, ...intervalCells(after - before, interval)]
    }),
  }
}

/** Who changes sides, by archetype. */
export function switchedFlipsTable(t: Translate, { flips }: Switched, archetypeOf: Naming): Table {
  return {
    columns: [t("save.flip"), t("column.archetype"), t("runs.accounts")],
    rows: SHOWN_FLIPS.flatMap((flip) =>
      flips[flip].byArchetype.map(([archetype, accounts]) => [
        t(`compare.flip.${flip}`),
        archetypeOf(archetype),
        accounts,
      ]),
    ),
  }
}
