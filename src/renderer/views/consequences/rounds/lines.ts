/** The lines and the table of rounds that were played. */
import type { Band, CostPoint, RoundRow, RoundsReport } from "../../../../api/contract.ts"
import type { Line } from "../../../charts/LinesChart.tsx"
import type { Table } from "../../../export/table.ts"
import type { Translate } from "../../../i18n/index.ts"

export const EFFORT_LINES = [
  { layer: "behaviour", colour: "managed", dash: [] },
  { layer: "content", colour: "authentic", dash: [9, 4] },
  { layer: "network", colour: "f1", dash: [2, 3] },
] as const

/** What a report has no value for is not a number on the screen. */
export const known = (value: number | null): number => value ?? Number.NaN

/** The mean over populations by round, with its interval as a band. */
export function bandLine(
  rounds: readonly RoundRow[],
  label: string,
  colour: Line["colour"],
  figure: (row: RoundRow) => Band,
): Line {
  const bands = rounds.map(figure)
  return {
    label,
    colour,
    hasDots: true,
    points: rounds.map(({ round }, at) => ({ x: round, y: known(bands[at]!.mean) })),
    band: bands.map(({ low, high }) => [known(low), known(high)] as const),
  }
}

export const costLine = (points: readonly CostPoint[], label: string): Line => ({
  label,
  colour: "recall",
  hasDots: true,
  points: points.flatMap(({ costPerAccount, recall }) =>
    costPerAccount === null || recall === null ? [] : [{ x: costPerAccount, y: recall }],
  ),
})

/** A row a round: each figure with its interval. */
export function roundsTable(t: Translate, { rounds }: RoundsReport): Table {
  const figures: readonly (readonly [name: string, of: (row: RoundRow) => Band])[] = [
    [t("figure.recall"), ({ recall }) => recall],
    [t("figure.falsePositiveRate"), ({ fpr }) => fpr],
    [t("figure.precision"), ({ precision }) => precision],
    [t("rounds.column.costPerAccount"), ({ costPerAccount }) => costPerAccount],
    [t("rounds.column.replaced"), ({ replaced }) => replaced],
    ...EFFORT_LINES.map(
      ({ layer }) =>
        [
          `${t("rounds.effort")}: ${t(`rounds.effort.${layer}`)}`,
          ({ effort }: RoundRow) => effort[layer],
        ] as const,
    ),
  ]
  return {
    columns: [
      t("rounds.round"),
      t("rounds.retrained"),
      ...figures.flatMap(([figure]) => [figure, t("save.low", { figure }), t("save.high", { figure })]),
    ],
    rows: rounds.map((row) => [
      row.round,
      row.retrained ? 1 : 0,
      ...figures.flatMap(([, of]) => {
        const { mean, low, high } = of(row)
        return [mean, low, high]
      }),
    ]),
  }
}
