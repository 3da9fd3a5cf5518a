/** Each detector alone, before and after: told, but no ground to fail. */
import { useState } from "react"
import type { GateDetectorRow } from "../../../api/contract.ts"
import { ExplainedSwitch } from "../../components/ExplainedSwitch.tsx"
import { Panel } from "../../components/Panel.tsx"
import { SavableTable } from "../../export/SavableTable.tsx"
import { NOTHING, useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { StateWord } from "./Outcome.tsx"
import { detectorsTable } from "./saved-tables.ts"
import { namedDetector, type Titles } from "./words.ts"

interface DetectorRowsProps {
  /** The scenario's name, for files. */
  readonly subject: string
  readonly rows: readonly GateDetectorRow[]
  readonly titles: Titles
}

/** What asks for a look comes first. */
const STATE_ORDER = ["failed", "changed", "new", "gone", "same"] as const

export function DetectorRows({ subject, rows, titles }: DetectorRowsProps) {
  const t = useT()
  const format = useFormat()
  const [all, setAll] = useState(false)
  const moved = rows.filter(({ state }) => state !== "same")
  const shown = (all ? rows : moved).toSorted(
    (a, b) => STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state),
  )
  return (
    <Panel
      title={t("gate.detectors.title")}
      meaning={t("gate.detectors.meaning")}
      controls={
        <ExplainedSwitch
          label={t("gate.detectors.all")}
          meaning={t("gate.detectors.all.meaning")}
          on={all}
          turn={setAll}
        />
      }
    >
      <SavableTable
        name={t("gate.detectors.title")}
        stem={`${subject}-gate-detectors`}
        table={() => detectorsTable(t, rows, (id) => namedDetector(t, titles, id))}
      />
      {all || moved.length === rows.length ? null : (
        <p className="facts">
          {t("gate.detectors.same", { count: format.count(rows.length - moved.length) })}
        </p>
      )}
      {shown.length === 0 ? null : (
        <table className="data" data-testid="gate-detectors">
          <thead>
            <tr>
              <th scope="col">{t("gate.column.detector")}</th>
              <th scope="col">{t("gate.column.state")}</th>
              <th scope="col" className="number">
                {t("gate.column.version")}
              </th>
              <th scope="col" className="number">
                {t("gate.column.auc")}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.detector} row={row} name={namedDetector(t, titles, row.detector)} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

function Row({ row, name }: { readonly row: GateDetectorRow; readonly name: string }) {
  const format = useFormat()
  const { before, after, state, message } = row
  const change = (was: string, is: string) => (was === is ? is : `${was} → ${is}`)
  const auc = (side: GateDetectorRow["before"]) =>
    side?.auc === null || side === null ? NOTHING : format.decimal(side.auc, 4)
  const version = (side: GateDetectorRow["before"]) => (side === null ? NOTHING : format.count(side.version))
  return (
    <tr data-testid={`gate-detector-${row.detector}`}>
      <th scope="row">{name}</th>
      <td>
        <StateWord state={state} />
        {message === null ? null : <pre className="problems gate-message">{message}</pre>}
      </td>
      <td className="number">{change(version(before), version(after))}</td>
      <td className="number">{change(auc(before), auc(after))}</td>
    </tr>
  )
}
