/** The Pareto front as it is saved. */
import { falsePositiveRate, type GridPoint, type PairHow, recall } from "../../../core/evaluation/index.ts"
import type { PairAxes } from "../../charts/pair-grid.ts"
import type { Table } from "../../export/table.ts"
import type { Translate } from "../../i18n/index.ts"

interface Front {
  readonly axes: Pick<PairAxes, "x" | "y">
  readonly names: readonly [string, string]
  readonly how: PairHow
  readonly front: readonly GridPoint[]
}

export function frontTable(t: Translate, { axes, names, how, front }: Front): Table {
  return {
    columns: [
      `${names[0]} ≥`,
      `${names[1]} ≥`,
      t("pair.how"),
      t("figure.recall"),
      t("pair.figure.falsePositiveRate"),
    ],
    rows: front.map(({ x, y, confusion }) => [
      axes.x[x]!,
      axes.y[y]!,
      t(`pair.how.${how}`),
      recall(confusion),
      falsePositiveRate(confusion),
    ]),
  }
}
