/** The figures of both sides, their differences with intervals, and what these say. */
import type { FigureComparison } from "../../../core/evaluation/index.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { SavableTable } from "../../export/SavableTable.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { reachOf } from "../detectors/difference.ts"
import { differenceText, intervalText } from "./difference-text.ts"
import { ForestBar } from "./ForestBar.tsx"
import { VerdictWord } from "./Headline.tsx"
import { SideMark } from "./SideMark.tsx"
import { figuresTable } from "./saved-tables.ts"
import { isShare } from "./verdicts.ts"

interface FigureTableProps {
  readonly figures: readonly FigureComparison[]
  readonly prevalence: number | undefined
}

/** Half of the axis at least, in units of what matters. */
const LEAST_REACH = 2

export function FigureTable({ figures, prevalence }: FigureTableProps) {
  const t = useT()
  const format = useFormat()
  // In units of what matters: a false-positive rate moves by far less than a recall, and matters as much.
  const reach = Math.max(
    LEAST_REACH,
    reachOf(
      figures.map(({ difference, interval: [low, high], matters }) => ({
        value: difference / matters,
        interval: [low / matters, high / matters],
      })),
    ),
  )
  return (
    <Panel
      title={t("compare.figures.title")}
      meaning={t("compare.figures.meaning")}
      className="panel-compare-figures"
      controls={
        prevalence === undefined ? null : (
          <span className="facts">{t("figures.reweighted", { prevalence: format.share(prevalence) })}</span>
        )
      }
    >
      <SavableTable
        name={t("compare.figures.title")}
        stem="compared-figures"
        table={() => figuresTable(t, figures)}
      />
      <table className="data realism-table" data-testid="compared-figures">
        <thead>
          <tr>
            <th scope="col">{t("compare.column.figure")}</th>
            <th scope="col" className="number">
              <SideMark letter="A" />
            </th>
            <th scope="col" className="number">
              <SideMark letter="B" />
            </th>
            <th scope="col" className="number">
              <Meaning of={t("compare.column.difference.meaning")}>{t("compare.column.difference")}</Meaning>
            </th>
            <th scope="col">
              <Meaning of={t("compare.column.bar.meaning")}>{t("compare.column.bar")}</Meaning>
            </th>
            <th scope="col">
              <Meaning of={t("compare.column.verdict.meaning")}>{t("compare.column.verdict")}</Meaning>
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((row) => (
            <Row key={row.figure} row={row} reach={reach} />
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function Row({ row, reach }: { readonly row: FigureComparison; readonly reach: number }) {
  const t = useT()
  const format = useFormat()
  const { figure, a, b, difference, interval, matters, accountsToSettle } = row
  const show = isShare(figure) ? format.share : (value: number) => format.decimal(value, 4)
  const told = differenceText(t, format, row)
  return (
    <tr data-testid={`compared-${figure}`}>
      <th scope="row">
        <Meaning of={t(`compare.figure.${figure}.meaning`)}>{t(`compare.figure.${figure}`)}</Meaning>
      </th>
      <td className="number">{show(a)}</td>
      <td className="number">{show(b)}</td>
      <td className="number">
        {told}
        <span className="figure-interval">{intervalText(format, row)}</span>
      </td>
      <td>
        <ForestBar
          value={difference / matters}
          interval={[interval[0] / matters, interval[1] / matters]}
          reach={reach}
          matters={1}
          isFirm={row.significant}
          label={`${told}, ${intervalText(format, row)}`}
        />
      </td>
      <td>
        <VerdictWord verdict={row.verdict} />
        <span className="figure-interval">
          {row.verdict === "inconclusive" && Number.isFinite(accountsToSettle)
            ? t("compare.settle", { accounts: format.count(Number(accountsToSettle.toPrecision(2))) })
            : t("compare.matters", {
                least: isShare(figure)
                  ? t("compare.points", { value: format.plain(matters * 100) })
                  : format.plain(matters),
              })}
        </span>
      </td>
    </tr>
  )
}
