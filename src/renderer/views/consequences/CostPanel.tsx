/** What the total cost is made of. */
import { COST_PARTS, type CostReport } from "../../../core/policy/follow/index.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { estimateCells, intervalColumns } from "../../export/interval.ts"
import { SavableTable } from "../../export/SavableTable.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { amount, amountInterval } from "./amounts.ts"

const ROWS = [...COST_PARTS, "total"] as const

export function CostPanel({ cost }: { readonly cost: CostReport }) {
  const t = useT()
  const format = useFormat()
  return (
    <Panel title={t("costParts.title")} meaning={t("costParts.meaning")} className="panel-cost-parts">
      <SavableTable
        name={t("costParts.title")}
        stem="cost-parts"
        table={() => ({
          columns: [t("costParts.part"), ...intervalColumns(t, t("consequences.cost"))],
          rows: ROWS.map((part) => [t(`costParts.${part}`), ...estimateCells(cost[part])]),
        })}
      />
      <table className="data" data-testid="cost-parts">
        <tbody>
          {ROWS.map((part) => (
            <tr key={part} data-part={part}>
              <th scope="row">
                <Meaning of={t(`costParts.${part}.meaning`)}>{t(`costParts.${part}`)}</Meaning>
              </th>
              <td className="number">
                {amount(format, cost[part].value)}{" "}
                <span className="figure-interval">{amountInterval(format, cost[part].interval)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
