/** The tests of cohorts: those that count, and all of them on demand. */
import { useState } from "react"
import type { GateRow } from "../../../api/contract.ts"
import { ExplainedSwitch } from "../../components/ExplainedSwitch.tsx"
import { Panel } from "../../components/Panel.tsx"
import { SavableTable } from "../../export/SavableTable.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { WORST_FIRST } from "../../state/gate-place.ts"
import { countOutcomes } from "./decided.ts"
import { RowTable } from "./RowTable.tsx"
import { rowsTable } from "./saved-tables.ts"

interface CohortRowsProps {
  readonly rows: readonly GateRow[]
  readonly rate: number
  /** The scenario's name, for files. */
  readonly subject: string
}

const isTold = ({ outcome, counts }: GateRow) => counts && outcome !== "pass"

export function CohortRows({ rows, rate, subject }: CohortRowsProps) {
  const t = useT()
  const format = useFormat()
  const [all, setAll] = useState(false)
  const rank = (row: GateRow) => WORST_FIRST.indexOf(row.outcome) + (isTold(row) ? 0 : WORST_FIRST.length)
  const shown = (all ? rows : rows.filter(isTold)).toSorted((a, b) => rank(a) - rank(b))
  const parts = countOutcomes(rows, WORST_FIRST).map(([outcome, count]) =>
    t("gate.cohorts.sum.part", { count: format.count(count), outcome: t(`gate.outcome.${outcome}`) }),
  )
  return (
    <Panel
      title={t("gate.cohorts.title")}
      meaning={t("gate.cohorts.meaning")}
      controls={
        <ExplainedSwitch
          label={t("gate.cohorts.all")}
          meaning={t("gate.cohorts.all.meaning")}
          on={all}
          turn={setAll}
        />
      }
    >
      <SavableTable
        name={t("gate.cohorts.title")}
        stem={`${subject}-gate-cohorts`}
        table={() => rowsTable(t, format, rows)}
      />
      <p className="facts" data-testid="gate-cohorts-sum">
        {t("gate.cohorts.sum", { tests: format.count(rows.length), parts: parts.join(" · ") })}
      </p>
      {shown.length === 0 ? (
        <p className="empty-note">{t("gate.cohorts.none")}</p>
      ) : (
        <RowTable rows={shown} rate={rate} testId="gate-cohorts" />
      )}
    </Panel>
  )
}
