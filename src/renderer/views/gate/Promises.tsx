/** What the scenario promises, held against what was found. */
import type { ExpectationRow } from "../../../api/contract.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { SavableTable } from "../../export/SavableTable.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { PromiseWord } from "./Outcome.tsx"
import { PromiseBar } from "./PromiseBar.tsx"
import { promisesTable } from "./saved-tables.ts"
import { promiseText, rangeText, settleText, type Titles, valueText } from "./words.ts"

interface PromisesProps {
  /** The scenario's name, for files. */
  readonly subject: string
  readonly rows: readonly ExpectationRow[]
  readonly titles: Titles
}

export function Promises({ subject, rows, titles }: PromisesProps) {
  const t = useT()
  const format = useFormat()
  return (
    <Panel title={t("gate.promises.title")} meaning={t("gate.promises.meaning")}>
      {rows.length === 0 ? (
        <p className="empty-note">{t("gate.promises.none")}</p>
      ) : (
        <div className="gate-scroll">
          <SavableTable
            name={t("gate.promises.title")}
            stem={`${subject}-gate-expectations`}
            table={() => promisesTable(t, format, titles, rows)}
          />
          <table className="data realism-table gate-rows" data-testid="gate-promises">
            <thead>
              <tr>
                <th scope="col">{t("gate.column.promise")}</th>
                <th scope="col" className="number">
                  {t("gate.column.accounts")}
                </th>
                <th scope="col" className="number">
                  <Meaning of={t("gate.column.value.meaning")}>{t("gate.column.value")}</Meaning>
                </th>
                <th scope="col">
                  <Meaning of={t("gate.column.bound.meaning")}>{t("gate.column.bound")}</Meaning>
                </th>
                <th scope="col">
                  <Meaning of={t("gate.promises.meaning")}>{t("gate.column.outcome")}</Meaning>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.text} row={row} titles={titles} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

function Row({ row, titles }: { readonly row: ExpectationRow; readonly titles: Titles }) {
  const t = useT()
  const format = useFormat()
  const { figure, value, interval, accounts, outcome, accountsToSettle } = row
  const told = valueText(format, figure, value)
  const range = rangeText(format, figure, interval)
  return (
    <tr>
      <th scope="row">{promiseText(t, format, titles, row)}</th>
      <td className="number">{format.count(accounts)}</td>
      <td className="number">
        {told}
        <span className="figure-interval">{range}</span>
      </td>
      <td>
        <PromiseBar row={row} label={`${told}, ${range}`} />
      </td>
      <td>
        <PromiseWord outcome={outcome} />
        {outcome === "inconclusive" ? (
          <span className="figure-interval">{settleText(t, format, accountsToSettle)}</span>
        ) : null}
      </td>
    </tr>
  )
}
