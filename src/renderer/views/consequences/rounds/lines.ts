/** The lines and the tables of rounds that were played: a line for each series. */
import type { Band, RoundRow, RoundsReport } from "../../../../api/contract.ts"
import type { Line } from "../../../charts/LinesChart.tsx"
import type { Table } from "../../../export/table.ts"
import type { Translate } from "../../../i18n/index.ts"
import type { Look } from "./series.ts"

/** What is drawn and told of a series. */
export interface Drawn {
  /** No two that are drawn together have the same. */
  readonly name: string
  readonly look: Look
  readonly report: RoundsReport
}

export const LAYERS = ["behaviour", "content", "network"] as const

/** What a report has no value for is not a number on the screen. */
export const known = (value: number | null): number => value ?? Number.NaN

const ends = ({ low, high }: Band) => [known(low), known(high)] as const

/** From here on bands would lie on one another so that nobody could tell them apart. */
const MANY_LINES = 3
/** Of a round, between neighbouring lines. */
const APART = 0.07

/**
 * Means over populations by round, with their intervals: as bands, and where there are many, as bars side by side, each line
 * moved a little from its round.
 */
export function linesByRound(drawn: readonly Drawn[], figure: (row: RoundRow) => Band): Line[] {
  const isMany = drawn.length >= MANY_LINES
  return drawn.map(({ name, look, report: { rounds } }, at) => {
    const aside = isMany ? APART * (at - (drawn.length - 1) / 2) : 0
    const intervals = rounds.map((row) => ends(figure(row)))
    return {
      label: name,
      ...look,
      points: rounds.map((row) => ({ x: row.round + aside, y: known(figure(row).mean) })),
      ...(isMany ? { intervals } : { band: intervals }),
    }
  })
}

/** How far left and right of their rounds lines may lie. */
export const MOST_ASIDE = 0.25

/** A point a round, in order, with recall's interval as a bar; rounds without a cost or a recall are passed over. */
export const linesByCost = (drawn: readonly Drawn[]): Line[] =>
  drawn.map(({ name, look, report: { rounds } }) => {
    const told = rounds.filter(
      ({ costPerAccount, recall }) => costPerAccount.mean !== null && recall.mean !== null,
    )
    return {
      label: name,
      ...look,
      points: told.map(({ costPerAccount, recall }) => ({ x: costPerAccount.mean!, y: recall.mean! })),
      intervals: told.map(({ recall }) => ends(recall)),
    }
  })

type Figure = readonly [name: string, of: (row: RoundRow) => Band]

/** A row for each series and round: figures with their intervals. */
export function tableByRound(t: Translate, drawn: readonly Drawn[], figures: readonly Figure[]): Table {
  return {
    columns: [
      t("rounds.strategies"),
      t("rounds.round"),
      ...figures.flatMap(([figure]) => [figure, t("save.low", { figure }), t("save.high", { figure })]),
    ],
    rows: drawn.flatMap(({ name, report: { rounds } }) =>
      rounds.map((row) => [
        name,
        row.round,
        ...figures.flatMap(([, of]) => {
          const { mean, low, high } = of(row)
          return [mean, low, high]
        }),
      ]),
    ),
  }
}

/** All figures of all rounds, and whether fusion was learned again for them. */
export function roundsTable(t: Translate, drawn: readonly Drawn[]): Table {
  const { columns, rows } = tableByRound(t, drawn, [
    [t("figure.recall"), ({ recall }) => recall],
    [t("figure.falsePositiveRate"), ({ fpr }) => fpr],
    [t("figure.precision"), ({ precision }) => precision],
    [t("rounds.column.costPerAccount"), ({ costPerAccount }) => costPerAccount],
    [t("rounds.column.replaced"), ({ replaced }) => replaced],
    ...LAYERS.map(
      (layer): Figure => [
        `${t("rounds.effort")}: ${t(`rounds.effort.${layer}`)}`,
        ({ effort }) => effort[layer],
      ],
    ),
  ])
  const retrained = drawn.flatMap(({ report }) => report.rounds.map((row) => (row.retrained ? 1 : 0)))
  return {
    columns: [...columns, t("rounds.retrained")],
    rows: rows.map((row, at) => [...row, retrained[at]!]),
  }
}
