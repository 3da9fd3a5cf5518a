/** The table of pins as it is saved: all that makes a setting, and all that follows from it. */
import { TIERS } from "../../../../core/policy/tiers.ts"
import { estimateCells, intervalCells, intervalColumns } from "../../../export/interval.ts"
import type { Table } from "../../../export/table.ts"
import type { Translate } from "../../../i18n/index.ts"
import type { Setting } from "../../../state/setting.ts"
import { PIN_FIGURES, type PinFigure, type PinFigures } from "./pin-figures.ts"

export interface PinRow {
  readonly name: string
  readonly setting: Setting
  readonly figures: PinFigures
}

export function pinFigureName(t: Translate, figure: PinFigure): string {
  if (figure === "cost") return t("pins.cost")
  if (figure === "flagged" || figure === "falsePositives") return t(`suggest.${figure}`)
  return t(`figure.${figure}`)
}

/** `cohortOf`: a cohort's name. */
export function pinsTable(t: Translate, rows: readonly PinRow[], cohortOf: (name: string) => string): Table {
  return {
    columns: [
      t("pins.nameHead"),
      t("tierTable.tier"),
      ...TIERS.map((tier) => `${t("tierTable.threshold")}: ${t(`tier.${tier}`)}`),
      t("prevalence.title"),
      t("save.automation"),
      t("save.oversight"),
      t("save.days"),
      ...PIN_FIGURES.flatMap((figure) => intervalColumns(t, pinFigureName(t, figure))),
      t("pins.worst"),
      ...intervalColumns(t, t("save.worstRate")),
    ],
    rows: rows.map(({ name, setting: { tier, tiers, prevalence, definition }, figures }) => [
      name,
      t(`tier.${tier}`),
      ...TIERS.map((one) => tiers[one]),
      prevalence ?? null,
      definition.automation,
      definition.oversight,
      definition.days,
      ...PIN_FIGURES.flatMap((figure) => estimateCells(figures[figure])),
      figures.worst === null ? null : cohortOf(figures.worst.name),
      ...intervalCells(figures.worst?.falsePositiveRate, figures.worst?.falsePositiveRateInterval),
    ]),
  }
}
