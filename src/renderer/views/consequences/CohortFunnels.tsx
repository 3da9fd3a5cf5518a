/** Whom the policy hits, to the end: a row a cohort. */
import type { CohortFunnel, Consequences } from "../../../core/policy/follow/index.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { estimateCells, intervalColumns } from "../../export/interval.ts"
import { SavableTable } from "../../export/SavableTable.tsx"
import { NOTHING, useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { usePlace } from "../../state/location.ts"
import { amount, amountInterval } from "./amounts.ts"
import { useCohortNames } from "./CohortChoice.tsx"
import { CohortHead, KindChoice } from "./CohortHead.tsx"

const COLUMNS = {
  actedOn: ({ authentic }: CohortFunnel) => authentic.accounts["acted-on"],
  wrongfulDays: ({ authentic }: CohortFunnel) => authentic.restrictedDaysPer1000,
  appealed: ({ authentic }: CohortFunnel) => authentic.steps.appealed,
  reinstated: ({ authentic }: CohortFunnel) => authentic.steps.reinstated,
  untilReinstated: ({ authentic }: CohortFunnel) => authentic.daysUntilReinstated,
  caught: ({ managed }: CohortFunnel) => managed.accounts.caught,
} as const
type Column = keyof typeof COLUMNS
const NAMES = Object.keys(COLUMNS) as Column[]

export function CohortFunnels({ consequences: { cohorts } }: { readonly consequences: Consequences }) {
  const t = useT()
  const format = useFormat()
  const { cohorts: kind } = usePlace()
  const names = useCohortNames()
  const named = (cohort: string) => names(kind, cohort)
  const rows = (cohorts.find((one) => one.kind === kind)?.rows ?? []).filter(
    ({ authentic, managed }) => authentic.judged.value + managed.judged.value > 0,
  )
  return (
    <Panel
      title={t("funnel.cohorts")}
      meaning={t("funnel.cohorts.meaning")}
      className="panel-cohort-funnels"
      controls={<KindChoice kind={kind} />}
    >
      <SavableTable
        name={t("funnel.cohorts")}
        stem={`funnel-${kind}`}
        table={() => ({
          columns: [
            t(`cohorts.kind.${kind}`),
            ...NAMES.flatMap((name) => intervalColumns(t, t(`funnel.column.${name}`))),
          ],
          rows: rows.map((row) => [
            named(row.name),
            ...NAMES.flatMap((name) => estimateCells(COLUMNS[name](row))),
          ]),
        })}
      />
      <table className="data" data-testid="cohort-funnels">
        <thead>
          <tr>
            <th scope="col">{t(`cohorts.kind.${kind}`)}</th>
            {NAMES.map((name) => (
              <th scope="col" className="number" key={name}>
                <Meaning of={t(`funnel.column.${name}.meaning`)}>{t(`funnel.column.${name}`)}</Meaning>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <CohortHead kind={kind} row={row} />
              {NAMES.map((name) => {
                const figure = COLUMNS[name](row)
                const { judged } = name === "caught" ? row.managed : row.authentic
                return (
                  <td className="number" key={name}>
                    {judged.value > 0 && Number.isFinite(figure.value) ? (
                      <>
                        {amount(format, figure.value)}
                        {name === "actedOn" || name === "caught"
                          ? ` · ${format.share(figure.value / judged.value)}`
                          : null}{" "}
                        <span className="figure-interval">{amountInterval(format, figure.interval)}</span>
                      </>
                    ) : (
                      NOTHING
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
