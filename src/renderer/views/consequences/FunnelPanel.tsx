/** Flag, review, action, appeal, reinstatement: how far flags get, authentic against AI-managed, and how they end. */
import { type Consequences, ENDS, STEPS } from "../../../core/policy/follow/index.ts"
import { useColours } from "../../charts/ChartBox.tsx"
import { ClassMark } from "../../components/ClassMark.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { estimateCells, intervalColumns } from "../../export/interval.ts"
import { SavableTable } from "../../export/SavableTable.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { FunnelChart } from "./FunnelChart.tsx"
import { amount, amountInterval } from "./Headline.tsx"

export function FunnelPanel({ consequences: { funnel } }: { readonly consequences: Consequences }) {
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const { authentic, managed } = funnel
  return (
    <>
      <Panel title={t("funnel.title")} meaning={t("funnel.meaning")} className="panel-funnel">
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
        <FunnelChart funnel={funnel} />
      </Panel>
      <Panel title={t("funnel.ends")} meaning={t("funnel.ends.meaning")} className="panel-ends">
        <SavableTable
          name={t("funnel.ends")}
          stem="flag-ends"
          table={() => ({
            columns: [
              t("funnel.end"),
              ...intervalColumns(t, t("class.authentic")),
              ...intervalColumns(t, t("class.managed")),
            ],
            rows: [
              ...STEPS.map((step) => [
                t(`funnel.step.${step}`),
                ...estimateCells(authentic.steps[step]),
                ...estimateCells(managed.steps[step]),
              ]),
              ...ENDS.map((end) => [
                t(`funnel.end.${end}`),
                ...estimateCells(authentic.ends[end]),
                ...estimateCells(managed.ends[end]),
              ]),
            ],
          })}
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
            {ENDS.filter((end) => authentic.ends[end].value + managed.ends[end].value > 0).map((end) => (
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
      </Panel>
    </>
  )
}
