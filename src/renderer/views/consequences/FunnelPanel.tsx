/** Flag, review, action, appeal, reinstatement: how far flags get, authentic against AI-managed, and how they end. */
import { useState } from "react"
import { type CohortFunnel, type Consequences, ENDS } from "../../../core/policy/follow/index.ts"
import { useColours } from "../../charts/ChartBox.tsx"
import { ClassMark } from "../../components/ClassMark.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { SavableTable } from "../../export/SavableTable.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { amount, amountInterval } from "./amounts.ts"
import { type Cohort, CohortChoice, useCohortNames } from "./CohortChoice.tsx"
import { FunnelChart } from "./FunnelChart.tsx"
import { flagEndsTable } from "./saved-tables.ts"

export function FunnelPanel({ consequences }: { readonly consequences: Consequences }) {
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const [chosen, setChosen] = useState<Cohort | null>(null)
  const named = useCohortNames()
  const cohort = chosen && funnelOf(consequences, chosen)
  const shown = cohort && chosen
  /** What is saved says whose flags it is of. */
  const titled = (title: string) => (shown ? `${title}: ${named(shown.kind, shown.name)}` : title)
  const funnel = cohort ?? consequences.funnel
  const { authentic, managed } = funnel
  const ends = ENDS.filter((end) => authentic.ends[end].value + managed.ends[end].value > 0)
  return (
    <>
      <Panel
        title={t("funnel.title")}
        meaning={t("funnel.meaning")}
        className="panel-funnel"
        controls={
          <CohortChoice
            label={t("funnel.of")}
            placeholder={t("funnel.of.all")}
            testId="funnel-of"
            isOffered={(kind, name) => {
              const found = funnelOf(consequences, { kind, name })
              return found !== null && isFlagged(found)
            }}
            choose={(kind, name) => setChosen({ kind, name })}
            chosen={shown}
            onNone={() => setChosen(null)}
          />
        }
      >
        <ul className="legend">
          <li>
            <span className="funnel-sample" style={{ backgroundColor: colours.authentic }} />{" "}
            {t("class.authentic")}
          </li>
          <li>
            <span
              className="funnel-sample funnel-sample-striped"
              style={{ backgroundColor: colours.managed }}
            />{" "}
            {t("class.managed")}
          </li>
        </ul>
        <FunnelChart funnel={funnel} title={titled(t("funnel.title"))} />
      </Panel>
      <Panel title={titled(t("funnel.ends"))} meaning={t("funnel.ends.meaning")} className="panel-ends">
        <SavableTable
          name={titled(t("funnel.ends"))}
          stem={shown ? `flag-ends-${shown.kind}-${shown.name}` : "flag-ends"}
          table={() => flagEndsTable(t, funnel)}
        />
        <table className="data" data-testid="flag-ends">
          <thead>
            <tr>
              <th scope="col">{t("funnel.end")}</th>
              <th scope="col" className="number">
                <ClassMark managed={false}>{t("class.authentic")}</ClassMark>
              </th>
              <th scope="col" className="number">
                <ClassMark managed={true}>{t("class.managed")}</ClassMark>
              </th>
            </tr>
          </thead>
          <tbody>
            {ends.map((end) => (
              <tr key={end}>
                <th scope="row">
                  <Meaning of={t(`funnel.end.${end}.meaning`)}>{t(`funnel.end.${end}`)}</Meaning>
                </th>
                {[authentic, managed].map(({ ends }, at) => (
                  <td className="number" key={at === 0 ? "authentic" : "managed"}>
                    {amount(format, ends[end].value)}{" "}
                    <span className="figure-interval">{amountInterval(format, ends[end].interval)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {ends.length > 0 ? null : <p className="facts">{t("funnel.noFlags")}</p>}
      </Panel>
    </>
  )
}

const funnelOf = ({ cohorts }: Consequences, { kind, name }: Cohort): CohortFunnel | null =>
  cohorts.find((one) => one.kind === kind)?.rows.find((row) => row.name === name) ?? null

const isFlagged = ({ authentic, managed }: CohortFunnel) =>
  authentic.steps.flagged.value + managed.steps.flagged.value > 0
