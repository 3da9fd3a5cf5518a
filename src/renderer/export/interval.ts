/** A figure with its 95% interval as three cells of a saved table. */
import type { Translate } from "../i18n/index.ts"
import type { Cell } from "./table.ts"

export const intervalColumns = (t: Translate, figure: string): readonly string[] => [
  figure,
  t("save.low", { figure }),
  t("save.high", { figure }),
]

type Interval = readonly [low: number, high: number]

/** Empty cells for what cannot be told. */
export const intervalCells = (
  value: number | null | undefined,
  interval: Interval | null | undefined,
): readonly Cell[] => [value ?? null, interval?.[0] ?? null, interval?.[1] ?? null]

export const estimateCells = (
  of: { readonly value: number; readonly interval: Interval } | null,
): readonly Cell[] => intervalCells(of?.value, of?.interval)
