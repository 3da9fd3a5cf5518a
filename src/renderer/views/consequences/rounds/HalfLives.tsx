/** How long the threshold holds against each, and where recall, false positives and cost go: the legend of the charts. */
import { ActionIcon } from "@mantine/core"
import type { RoundsQuestion } from "../../../../api/contract.ts"
import { useColours } from "../../../charts/ChartBox.tsx"
import { LineSample } from "../../../components/LineSample.tsx"
import { Meaning } from "../../../components/Meaning.tsx"
import { SavableTable } from "../../../export/SavableTable.tsx"
import type { Table } from "../../../export/table.ts"
import { type Format, useFormat } from "../../../format.ts"
import { type Translate, useT } from "../../../i18n/index.ts"
import { halfLifeEnds, halfLifeText, headline } from "./half-life-words.ts"
import { type Drawn, known } from "./lines.ts"
import { playedRounds } from "./series.ts"

interface HalfLivesProps {
  readonly drawn: readonly Drawn[]
  /** One for each that is drawn. */
  readonly questions: readonly RoundsQuestion[]
}

export function HalfLives({ drawn, questions }: HalfLivesProps) {
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const columns = columnsOf(t, format)
  return (
    <>
      <p className="rounds-headline" data-testid="rounds-half-life">
        {headline(t, format, drawn)}
      </p>
      <div className="table-scroll">
        <table className="data rounds-table" data-testid="rounds-table">
          <caption className="facts">{t("rounds.table.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("rounds.strategies")}</th>
              <th scope="col" className="number">
                <Meaning of={t("rounds.halfLife.meaning")}>{t("rounds.halfLife")}</Meaning>
              </th>
              {columns.map(({ name }) => (
                <th scope="col" className="number" key={name}>
                  {name}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {drawn.map(({ name, look, report }, at) => (
              <tr key={name}>
                <th scope="row">
                  <span className="rounds-name">
                    <LineSample colour={colours[look.colour]} dash={look.dash} marker={look.marker} /> {name}
                  </span>
                </th>
                <td className="number">
                  {halfLifeText(t, format, report.halfLife)}
                  <span className="figure-interval">{halfLifeEnds(t, format, report.halfLife)}</span>
                </td>
                {columns.map(({ name, of, show }) => {
                  const { first, last } = of(report)
                  return (
                    <td className="number" key={name}>
                      {`${show(known(first.mean))} → ${show(known(last.mean))}`}
                      {last.low === null || last.high === null ? null : (
                        <span className="figure-interval">{`${show(last.low)} – ${show(last.high)}`}</span>
                      )}
                    </td>
                  )
                })}
                <td>
                  <ActionIcon
                    size="sm"
                    variant="subtle"
                    color="gray"
                    aria-label={t("rounds.removeNamed", { name })}
                    title={t("rounds.removeNamed", { name })}
                    onClick={() => playedRounds.remove(questions[at]!)}
                  >
                    ×
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SavableTable name={t("rounds.halfLife.table")} stem="half-lives" table={() => tableOf(t, drawn)} />
    </>
  )
}

const figureOf =
  (figure: "recall" | "fpr" | "costPerAccount") =>
  ({ rounds }: Drawn["report"]) => ({
    first: rounds[0]![figure],
    last: rounds.at(-1)![figure],
  })

const columnsOf = (t: Translate, format: Format) => [
  { name: t("figure.recall"), of: figureOf("recall"), show: format.share },
  { name: t("figure.falsePositiveRate"), of: figureOf("fpr"), show: format.share },
  { name: t("rounds.column.costPerAccount"), of: figureOf("costPerAccount"), show: format.number },
]

/** Ends and half-lives that are longer than what was played are empty cells. */
function tableOf(t: Translate, drawn: readonly Drawn[]): Table {
  const figure = t("rounds.halfLife")
  return {
    columns: [
      t("rounds.strategies"),
      figure,
      t("save.low", { figure }),
      t("save.high", { figure }),
      t("rounds.halfLife.within"),
      t("rounds.halfLife.reachedBy"),
      t("rounds.seeds"),
    ],
    rows: drawn.map(({ name, report: { halfLife, settings } }) => [
      name,
      halfLife.ofMean,
      halfLife.interval?.low ?? null,
      halfLife.interval?.high ?? null,
      halfLife.within,
      halfLife.reached,
      settings.seeds,
    ]),
  }
}
