/** Two sides of a figure and their paired difference, as cells of a saved table. */
import type { PairedEstimate } from "../../../../core/policy/follow/index.ts"
import { estimateCells, intervalColumns } from "../../../export/interval.ts"
import type { Cell } from "../../../export/table.ts"
import type { Translate } from "../../../i18n/index.ts"
import { verdictOf } from "./words.ts"

export const savedColumns = (t: Translate, name: string): readonly string[] => [
  ...[t("versus.now"), name, t("versus.difference")].flatMap((side) => intervalColumns(t, side)),
  t("versus.verdict"),
]

export const savedCells = (t: Translate, paired: PairedEstimate, isTooSmall = false): readonly Cell[] => [
  ...estimateCells(paired.a),
  ...estimateCells(paired.b),
  ...estimateCells(paired.difference),
  t(`versus.verdict.${verdictOf(paired, isTooSmall)}`),
]
